"""Which names a message may have filled in, and the check that it asks for no other."""

import string
from collections.abc import Iterator

from appeal_lint.model.said import Said
from appeal_lint.rulebook.faults import nearest

PLACED = ("quote", "issue", "measure", "issues", "measures")
"""What a statement gives to a message."""
COUNTED = ("words", "promised", "finished", "measures_in_force")
"""What the whole draft gives to a message."""
KNOWN = (*PLACED, *COUNTED)


def names(message: str) -> Iterator[str]:
    """Yield the placeholders of a message that is right."""
    return (name for _, name, _, _ in string.Formatter().parse(message) if name is not None)


def wrong(message: str) -> Said | None:
    """Say what is wrong with the placeholders of a message, or None.

    A name alone is allowed: an attribute, an index, a conversion or a format would let
    a rule file reach into the program.
    """
    try:
        parts = list(string.Formatter().parse(message))
    except ValueError:
        return Said(
            "a {open} or {close} stands alone; write {open}{open} or {close}{close} "
            "for the sign itself",
            open="{",
            close="}",
        )
    for _, name, form, conversion in parts:
        if name is None:
            continue
        if name not in KNOWN or form or conversion:
            shown = name + (f"!{conversion}" if conversion else "") + (f":{form}" if form else "")
            return Said(
                "{name} cannot be filled in{hint}; known are {known}",
                name=braced(shown),
                hint=nearest(name, KNOWN),
                known=", ".join(map(braced, KNOWN)),
            )
    return None


def braced(name: str) -> str:
    """Return a placeholder as it stands in a message."""
    return f"{{{name}}}"
