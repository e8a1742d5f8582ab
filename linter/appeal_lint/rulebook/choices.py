"""Pydantic annotations for closed words: their check, and their part of the JSON Schema."""

from collections.abc import Iterable
from typing import Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import PydanticCustomError, core_schema

from appeal_lint.model.said import Said
from appeal_lint.rulebook.faults import nearest

CARRIES = "fault"
"""The type of the errors that have a message of ours, as `Said`, in their context."""
_FEW = 9
"""As many words are named in full where one is wrong; more would hide the hint."""


def raised(message: Said) -> PydanticCustomError:
    """Return the error that carries a message through pydantic, to be raised."""
    return PydanticCustomError(CARRIES, "{message}", {"message": message})


class OneOf:
    """The value is one of some words, and text."""

    def __init__(self, words: Iterable[str], *more: str) -> None:
        self.words = (*map(str, words), *more)
        self._known = frozenset(self.words)

    def check(self, value: Any) -> str:
        """Return the word as it is; raise where it is not known."""
        if isinstance(value, str) and value in self._known:
            return value
        raise raised(self._wrong(value))

    def _wrong(self, value: Any) -> Said:
        hint = nearest(value, self.words)
        known = ", ".join(self.words) if len(self.words) <= _FEW or not hint else ""
        if not isinstance(value, str | int | float):
            if known:
                return Said(
                    "this is not known{hint}; write one of: {known}", hint=hint, known=known
                )
            return Said("this is not known{hint}", hint=hint)
        if known:
            return Said(
                "{value!r} is not known{hint}; write one of: {known}",
                value=value,
                hint=hint,
                known=known,
            )
        return Said("{value!r} is not known{hint}", value=value, hint=hint)

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        return core_schema.no_info_plain_validator_function(self.check)

    def __get_pydantic_json_schema__(
        self, schema: core_schema.CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        return {"type": "string", "enum": list(self.words)}


class Listed:
    """A value alone stands for a list of that one value."""

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        return core_schema.no_info_before_validator_function(
            lambda value: value if isinstance(value, list) else [value], handler(source)
        )

    def __get_pydantic_json_schema__(
        self, schema: core_schema.CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        listed = handler(schema)
        return {"anyOf": [listed["items"], listed]}


class OrExactly:
    """A whole number alone stands for the bounds that only it is within."""

    @staticmethod
    def _bounds(value: Any) -> Any:
        whole = isinstance(value, int) and not isinstance(value, bool)
        return {"at_least": value, "less_than": value + 1} if whole else value

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        return core_schema.no_info_before_validator_function(self._bounds, handler(source))

    def __get_pydantic_json_schema__(
        self, schema: core_schema.CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        return {"anyOf": [{"type": "integer", "minimum": 0}, handler(schema)]}
