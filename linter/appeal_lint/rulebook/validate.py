"""Holds data against a shape, and says each fault in plain words with its place."""

from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError

from appeal_lint.i18n import mark
from appeal_lint.model.said import Said
from appeal_lint.rulebook.choices import CARRIES
from appeal_lint.rulebook.faults import Faults, nearest
from appeal_lint.rulebook.yaml_source import Place, Source

Shape = TypeVar("Shape", bound=BaseModel)

_PLAIN = {
    "missing": mark("is missing"),
    "string_type": mark("must be text; put it in quotes"),
    "string_too_short": mark("must not be empty"),
    "string_too_long": mark("is longer than {max_length} characters"),
    "string_pattern_mismatch": mark("must be small letters and digits, joined by single hyphens"),
    "int_type": mark("must be a whole number"),
    "float_type": mark("must be a number"),
    "greater_than_equal": mark("must be at least {ge}"),
    "less_than_equal": mark("must be at most {le}"),
    "tuple_type": mark("must be a list"),
    "list_type": mark("must be a list"),
    "dict_type": mark("must be names with values, as in `name: value`"),
    "model_type": mark("must be names with values, as in `name: value`"),
    "too_short": mark("needs at least {min_length}"),
    "too_long": mark("may hold at most {max_length}"),
    "bool_type": mark("Input should be a valid boolean"),
    "string_unicode": mark(
        "Input should be a valid string, unable to parse raw data as a unicode string"
    ),
}


def validate(
    shape: type[Shape], data: Any, source: Source, top: Place, faults: Faults
) -> Shape | None:
    """Return the data as a shape; where it does not fit, note each fault and return None.

    Args:
        shape: the pydantic model.
        data: what stands in the file at `top`.
        source: the file, for its path and lines.
        top: the place of `data` in the file.
        faults: where faults are noted.

    """
    try:
        return shape.model_validate(data)
    except ValidationError as wrong:
        for error in _first_causes(wrong.errors(include_url=False)):
            inner: Place = tuple(part for part in error["loc"] if part != "[key]")
            place = (*top, *inner)
            message = _message(shape, inner, str(error["type"]), error["msg"], error.get("ctx", {}))
            if error["type"] != "missing":
                # A value alone is read as a list of one, whose index is not in the file.
                place = source.known(place)
            name = ".".join(map(str, place))
            faults.add(source.path, source.line(place), name, message)
        return None


def _first_causes(errors: list[Any]) -> list[Any]:
    """Leave out that a list is too short where its only fault is a wrong word in it."""
    inner = [error["loc"] for error in errors]
    return [
        one
        for one in errors
        if one["type"] != "too_short"
        or not any(
            len(loc) > len(one["loc"]) and loc[: len(one["loc"])] == one["loc"] for loc in inner
        )
    ]


def _message(
    shape: type[BaseModel], inner: Place, kind: str, given: str, context: dict[str, Any]
) -> Said:
    if kind == CARRIES:
        said: Said = context["message"]
        return said
    if kind == "extra_forbidden":
        known = _fields(shape, inner[:-1])
        return Said(
            "is not a known field{hint}; known are {known}",
            hint=nearest(inner[-1], known),
            known=", ".join(known),
        )
    plain = _PLAIN.get(kind)
    return Said(plain, **context) if plain else Said(given)


def _fields(shape: type[BaseModel], place: Place) -> list[str]:
    """Return the names that the model at a place knows."""
    for part in place:
        for name, field in shape.model_fields.items():
            if part in (name, field.alias):
                shape = _model(field.annotation) or shape
    return [field.alias or name for name, field in shape.model_fields.items()]


def _model(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for one in get_args(annotation) if (found := _model(one))), None)
