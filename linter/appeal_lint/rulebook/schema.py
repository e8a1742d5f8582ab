"""The shape of a rule file, as pydantic models; the JSON Schema for editors is made from it."""

import re
from typing import Annotated, Any

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    WithJsonSchema,
    model_validator,
)

from appeal_lint.model.said import Said
from appeal_lint.model.words import (
    Act,
    Agent,
    BlockKind,
    Case,
    Element,
    Excuse,
    Issue,
    Measure,
    Section,
    Severity,
    Stance,
)
from appeal_lint.rulebook import placeholders
from appeal_lint.rulebook.choices import Listed, OneOf, OrExactly, raised

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def _alone(words: tuple[str, ...]) -> tuple[str, ...]:
    for word in ("any", "$issue"):
        if word in words and len(words) > 1:
            raise raised(Said("{word!r} must stand alone", word=word))
    return words


def _ends(text: str) -> str:
    if not text.rstrip("”’\"') ").endswith((".", "!", "?")):
        raise raised(Said("must end with a full stop, ! or ?"))
    return text


def _template(text: str) -> str:
    wrong = placeholders.wrong(text)
    if wrong:
        raise raised(wrong)
    return text


Many = [Field(min_length=1), AfterValidator(_alone), Listed()]
Text = Annotated[str, Field(min_length=1, strict=True)]
Line = Annotated[str, Field(min_length=1, max_length=600, strict=True)]
Acts = Annotated[tuple[Annotated[str, OneOf(Act)], ...], *Many]
Agents = Annotated[tuple[Annotated[str, OneOf(Agent)], ...], *Many]
Sections = Annotated[tuple[Annotated[str, OneOf(Section)], ...], *Many]
Blocks = Annotated[tuple[Annotated[str, OneOf(BlockKind)], ...], *Many]
Excuses = Annotated[tuple[Annotated[str, OneOf(Excuse, "any", "none")], ...], *Many]
Issues = Annotated[tuple[Annotated[str, OneOf(Issue, "any")], ...], *Many]
Bound = Annotated[tuple[Annotated[str, OneOf(Issue, "any", "each", "$issue")], ...], *Many]
Measures = Annotated[tuple[Annotated[str, OneOf(Measure, "any")], ...], *Many]
Marks = Annotated[tuple[Text, ...], *Many]
Cases = Annotated[tuple[Annotated[str, OneOf(Case)], ...], *Many]
Stances = Annotated[tuple[Annotated[str, OneOf(Stance)], ...], *Many]
Plans = Annotated[tuple[Annotated[str, OneOf(("all", "most", "some", "none"))], ...], *Many]


class Shape(BaseModel):
    """A mapping that refuses unknown names and does not guess types."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Given(Shape):
    """A mapping that must hold at least one field."""

    @model_validator(mode="after")
    def _not_empty(self) -> "Given":
        if not self.model_fields_set:
            raise raised(Said("is empty; name at least one field"))
        return self


class Barred(Given):
    """Values of which a statement has none."""

    act: Acts | None = None
    agent: Agents | None = None
    section: Sections | None = None
    block: Blocks | None = None
    excuse: Excuses | None = None
    issue: Issues | None = None
    measure: Measures | None = None
    mark: Marks | None = None


class Selector(Given):
    """A statement with these values; a list means any of them."""

    act: Acts | None = None
    agent: Agents | None = None
    section: Sections | None = None
    block: Blocks | None = None
    excuse: Excuses | None = None
    issue: Bound | None = None
    measure: Measures | None = None
    mark: Marks | None = None
    not_: Barred | None = Field(default=None, alias="not")
    answers: Annotated[str, OneOf(("$issue",))] | None = None


class Range(Given):
    """A number within bounds."""

    at_least: Annotated[int, Field(ge=0, strict=True)] | None = None
    less_than: Annotated[int, Field(strict=True)] | None = None

    @model_validator(mode="after")
    def _possible(self) -> "Range":
        if self.less_than is not None and self.less_than <= (self.at_least or 0):
            raise raised(
                Said(
                    "no number is at least {least} and less than {bound}, "
                    "so the rule can never fire",
                    least=self.at_least or 0,
                    bound=self.less_than,
                )
            )
        return self


Number = Annotated[Range, OrExactly()]
"""Bounds, or a number alone: exactly that many."""


class Whole(Given):
    """What holds of the whole draft."""

    words: Number | None = None
    statements: Number | None = None
    finished: Number | None = None
    promised: Number | None = None
    measures_in_force: Number | None = None
    issues: Number | None = None
    case: Cases | None = None
    stance: Stances | None = None
    unfinished_plan: Plans | None = None


class When(Given):
    """When a rule fires; what stands here must all hold."""

    statement: Selector | None = None
    absent: Annotated[tuple[Selector, ...], Field(min_length=1), Listed()] = ()
    count: Range | None = None
    document: Whole | None = None


Points = Annotated[int, Field(ge=0, le=100, strict=True)]


def check_cost(each: int, most: int) -> None:
    """Raise where one finding would cost more than the rule may cost at most."""
    if each > most:
        raise raised(
            Said("`each` ({each}) must not be more than `most` ({most})", each=each, most=most)
        )


class CostShape(Shape):
    """Points lost for each finding, and the most that the rule can cost."""

    each: Points
    most: Points

    @model_validator(mode="after")
    def _each_within_most(self) -> "CostShape":
        check_cost(self.each, self.most)
        return self


class ExamplesShape(Shape):
    """Drafts, each a sentence or a whole letter, that must and must not set the rule off."""

    bad: Annotated[tuple[Text, ...], Field(min_length=1)]
    good: Annotated[tuple[Text, ...], Field(min_length=1)]


NAME = r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$"
"""The shape of the name of a rule or a pack."""
_TAKEN = re.compile(r"readme|con|prn|aux|nul|com\d|lpt\d")
"""No file of a rule can be called so: the list of rule pages is, or Windows has a device."""


def taken(name: str) -> bool:
    """Say whether a name of the right shape is one that no file of a rule can have."""
    return _TAKEN.fullmatch(name) is not None


def _free(name: str) -> str:
    if taken(name):
        raise raised(Said("cannot be {name!r}, which no file can be called everywhere", name=name))
    return name


class RuleShape(Shape):
    """One file of `rules/<family>/`."""

    id: Annotated[str, Field(pattern=NAME, strict=True), AfterValidator(_free)]
    title: Line
    severity: Annotated[str, OneOf(Severity)]
    cost: CostShape
    why: Annotated[Line, AfterValidator(_ends)]
    source: Line
    element: (
        Annotated[
            dict[Annotated[str, OneOf(Element)], Annotated[str, OneOf(("weak", "missing"))]],
            Field(min_length=1, max_length=1),
            WithJsonSchema(
                {
                    "type": "object",
                    "properties": {str(one): {"enum": ["weak", "missing"]} for one in Element},
                    "additionalProperties": False,
                    "minProperties": 1,
                    "maxProperties": 1,
                }
            ),
        ]
        | None
    ) = None
    once: Annotated[str, OneOf(("match", "issue", "draft"))] = "match"
    when: When
    message: Annotated[Line, AfterValidator(_ends), AfterValidator(_template)]
    advice: Annotated[Line, AfterValidator(_ends)]
    like: Line
    examples: ExamplesShape


def json_schema() -> dict[str, Any]:
    """Return the JSON Schema of a rule file, for editors."""
    return schema_of(RuleShape, "appeal-lint rule")


def schema_of(shape: type[Shape], title: str) -> dict[str, Any]:
    """Return the JSON Schema of the files that have a shape."""
    schema = _without_null(shape.model_json_schema(by_alias=True))
    return {"$schema": DIALECT, **schema, "title": title}


def _without_null(schema: Any) -> Any:
    """Leave out null, which stands for "not given" in a model and is refused in a file."""
    if isinstance(schema, list):
        return [_without_null(one) for one in schema if one != {"type": "null"}]
    if not isinstance(schema, dict):
        return schema
    kept = {
        key: _without_null(one)
        for key, one in schema.items()
        if not (key == "default" and one is None)
    }
    choices = kept.get("anyOf")
    if isinstance(choices, list) and len(choices) == 1:
        del kept["anyOf"]
        return {**choices[0], **kept}
    return kept
