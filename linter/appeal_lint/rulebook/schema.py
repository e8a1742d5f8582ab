"""The shape of a rule file, as pydantic models; the JSON Schema for editors is made from it."""

from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

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
    Status,
)


def _listed(value: Any) -> Any:
    return value if isinstance(value, list) else [value]


def _many(words: Any) -> Any:
    return Annotated[list[words], BeforeValidator(_listed), Field(min_length=1)]


class Model(BaseModel):
    """A mapping that refuses unknown names and does not guess types."""

    model_config = ConfigDict(extra="forbid", frozen=True)


_Acts = _many(Act)
_Agents = _many(Agent)
_Sections = _many(Section)
_Blocks = _many(BlockKind)
_Excuses = _many(Excuse | Literal["any", "none"])
_Issues = _many(Issue | Literal["any", "each", "$issue"])
_Measures = _many(Measure | Literal["any"])
_Marks = _many(str)
_Answers = Literal["$issue"]


class Plain(Model):
    """Values that a statement has, or (under `not`) has none of."""

    act: _Acts | None = None  # type: ignore[valid-type]
    agent: _Agents | None = None  # type: ignore[valid-type]
    section: _Sections | None = None  # type: ignore[valid-type]
    block: _Blocks | None = None  # type: ignore[valid-type]
    excuse: _Excuses | None = None  # type: ignore[valid-type]
    issue: _Issues | None = None  # type: ignore[valid-type]
    measure: _Measures | None = None  # type: ignore[valid-type]
    mark: _Marks | None = None  # type: ignore[valid-type]


class Selector(Plain):
    """A statement with these values; a list means any of them."""

    not_: Plain | None = Field(default=None, alias="not")
    answers: _Answers | None = None


class Range(Model):
    """A number within bounds."""

    at_least: Annotated[int, Field(ge=0, strict=True)] | None = None
    less_than: Annotated[int, Field(ge=1, strict=True)] | None = None


class Whole(Model):
    """What holds of the whole draft."""

    words: Range | None = None
    statements: Range | None = None
    finished: Range | None = None
    promised: Range | None = None
    measures_in_force: Range | None = None
    issues: Range | None = None
    case: _many(Case) | None = None  # type: ignore[valid-type]
    stance: _many(Stance) | None = None  # type: ignore[valid-type]
    unfinished_plan: _many(Literal["all", "most", "some", "none"]) | None = None  # type: ignore[valid-type]


class When(Model):
    """When a rule fires; what stands here must all hold."""

    statement: Selector | None = None
    absent: Annotated[list[Selector], BeforeValidator(_listed)] = Field(default_factory=list)
    count: Range | None = None
    document: Whole | None = None


class CostShape(Model):
    """Points lost for each finding, and the most that the rule can cost."""

    each: Annotated[int, Field(ge=0, le=100, strict=True)]
    most: Annotated[int, Field(ge=0, le=100, strict=True)]


Line = Annotated[str, Field(min_length=1, max_length=600, strict=True)]
Example = Annotated[str, Field(min_length=1, strict=True)]


class ExamplesShape(Model):
    """Drafts, each a sentence or a whole letter, that must and must not set the rule off."""

    bad: Annotated[list[Example], Field(min_length=1)]
    good: Annotated[list[Example], Field(min_length=1)]


class RuleShape(Model):
    """One file of `rules/<family>/`."""

    id: Annotated[str, Field(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$")]
    title: Line
    severity: Severity
    cost: CostShape
    why: Line
    source: Line
    element: Annotated[dict[Element, Status], Field(max_length=1)] | None = None
    once: Literal["match", "issue", "draft"] = "match"
    when: When
    message: Line
    advice: Line
    like: Line
    examples: ExamplesShape


class EntryShape(Model):
    """One word of issues, measures, excuses or marks."""

    title: Line
    phrases: list[Annotated[str, Field(min_length=1, strict=True)]]
    case: Case | None = None
    answered_by: list[Measure] = Field(default_factory=list)


class ElementShape(Model):
    """One element of the checklist."""

    title: Line
    ask: Line
    shown_by: list[Selector]


def json_schema() -> dict[str, Any]:
    """Return the JSON Schema of a rule file, for editors."""
    schema = RuleShape.model_json_schema(by_alias=True)
    schema["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    schema["title"] = "appeal-lint rule"
    return schema
