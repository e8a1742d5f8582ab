"""The shape of a configuration file, as pydantic models; its JSON Schema is made from it."""

from typing import Annotated, Any

from pydantic import (
    AfterValidator,
    BeforeValidator,
    ConfigDict,
    Field,
    WithJsonSchema,
    model_validator,
)

from appeal_lint.config.profiles import is_pattern
from appeal_lint.config.settings import LONGEST_LIMIT
from appeal_lint.i18n import known, languages
from appeal_lint.model.said import Said
from appeal_lint.model.words import EngineName, FailOn, HookMode, Marketplace, Severity
from appeal_lint.rulebook import schema as rule_schema
from appeal_lint.rulebook.choices import Listed, OneOf, raised
from appeal_lint.rulebook.faults import nearest
from appeal_lint.rulebook.schema import Given, Points, Shape, Text, check_cost

SWITCHES = ("on", "off")

Texts = Annotated[tuple[Text, ...], Listed()]
Seconds = Annotated[float, Field(ge=0, le=LONGEST_LIMIT, strict=True)]


class _Kebab(Shape):
    """A mapping whose names have hyphens where Python has underscores."""

    model_config = ConfigDict(
        extra="forbid", frozen=True, alias_generator=lambda name: name.replace("_", "-")
    )


class CostChange(Given):
    """What a rule costs: for each finding, and at most."""

    each: Points | None = None
    most: Points | None = None

    @model_validator(mode="after")
    def _each_within_most(self) -> "CostChange":
        if self.each is not None and self.most is not None:
            check_cost(self.each, self.most)
        return self


def _cost(value: Any) -> Any:
    """Read a number alone as the cost of each finding."""
    number = isinstance(value, int | float) and not isinstance(value, bool)
    return {"each": value} if number else value


def _switch(value: Any) -> Any:
    """Read `on` and `off` as true and false."""
    return value == "on" if value in SWITCHES else value


Switch = Annotated[bool, Field(strict=True), BeforeValidator(_switch)]


class RuleChange(Given):
    """What is changed of a rule."""

    on: Switch | None = None
    severity: Annotated[str, OneOf(Severity)] | None = None
    cost: (
        Annotated[
            CostChange,
            BeforeValidator(_cost),
            WithJsonSchema(
                {
                    "anyOf": [
                        {"type": "integer", "minimum": 0, "maximum": 100},
                        CostChange.model_json_schema(),
                    ]
                }
            ),
        ]
        | None
    ) = None


def _rule(value: Any) -> Any:
    """Read a word alone: `off`, `on`, or how severe the rule is."""
    if value in (True, False):  # what YAML 1.1 makes of a bare `on` or `off`
        return {"on": value}
    if not isinstance(value, str):
        return value
    if value in SWITCHES:
        return {"on": value == "on"}
    if value in map(str, Severity):
        return {"severity": value}
    words = (*SWITCHES, *map(str, Severity))
    raise raised(
        Said(
            "{value!r} is not known{hint}; write one of: {known}; or severity, cost, on",
            value=value,
            hint=nearest(value, words),
            known=", ".join(words),
        )
    )


def _lower(value: Any) -> Any:
    """Read `UK` as `uk`."""
    return value.lower() if isinstance(value, str) else value


def _pattern(pattern: str) -> str:
    if not is_pattern(pattern):
        wrong = Said("{pattern!r} is no pattern; write one as in a .gitignore", pattern=pattern)
        raise raised(wrong)
    return pattern.removeprefix("./")


def _language(value: Any) -> Any:
    """Read `zh-CN` and the like as the language that they name."""
    return (known(value) or value) if isinstance(value, str) else value


Rules = dict[
    str,
    Annotated[
        RuleChange,
        BeforeValidator(_rule),
        WithJsonSchema(
            {
                "anyOf": [
                    {"enum": [*SWITCHES, *map(str, Severity)]},
                    {"type": "boolean"},
                    RuleChange.model_json_schema(),
                ]
            }
        ),
    ],
]


class Choices(_Kebab):
    """What may differ from one letter to the next."""

    min_score: Points | None = None
    fail_on: Annotated[str, OneOf(FailOn)] | None = None
    marketplace: Annotated[str, OneOf(Marketplace), BeforeValidator(_lower)] | None = None
    language: Annotated[str, OneOf(languages()), BeforeValidator(_language)] | None = None
    engine: Annotated[str, OneOf(EngineName)] | None = None
    model: Text | None = None
    packs: Texts | None = None
    select: Texts | None = None
    ignore: Texts | None = None
    baseline: Text | None = None
    hook: Annotated[str, OneOf(HookMode)] | None = None
    hook_limit: Seconds | None = None
    rules: Rules | None = None


class Profile(Choices):
    """Choices for the letters whose path fits one of some patterns."""

    paths: Annotated[
        tuple[Annotated[Text, AfterValidator(_pattern)], ...], Field(min_length=1), Listed()
    ]


class Run(_Kebab):
    """How the program works, which is the same for all letters and changes no answer."""

    cache: Switch | None = None
    warm: Switch | None = None
    warm_minutes: Annotated[int, Field(strict=True, ge=1, le=1440)] | None = None


class ConfigShape(Run, Choices):
    """A whole configuration file."""

    profiles: tuple[Profile, ...] | None = None


KEYS = tuple(
    field.alias or name
    for shape in (Choices, Run)
    for name, field in shape.model_fields.items()
    if name != "rules"
)
"""Every key that has one value."""
LISTS = ("packs", "select", "ignore")
NUMBERS = ("min-score", "warm-minutes")
DECIMALS = ("hook-limit",)


def json_schema() -> dict[str, Any]:
    """Return the JSON Schema of a configuration file, for editors."""
    return rule_schema.schema_of(ConfigShape, "appeal-lint configuration")
