"""The few numbers of a letter that statistics need."""

from collections import Counter as Tally
from dataclasses import dataclass
from hashlib import blake2b

from appeal_lint.model.row import Row
from appeal_lint.model.words import Element, Outcome, Status


@dataclass(frozen=True, slots=True)
class Record:
    """A letter whose outcome is known, without its words.

    `key` is a digest of what the letter is called. It stands first, so that an order by it has
    nothing to do with the outcome, nor with the order in which letters come.
    """

    key: bytes
    back: bool
    score: int
    spoke: tuple[tuple[str, int], ...]
    """By id of a rule how many findings it has, in order of the ids."""
    covered: frozenset[Element]


def record(row: Row) -> Record | None:
    """Return the numbers of a letter, or None where its outcome is not known."""
    if row.outcome is None:
        return None
    name = "\0".join((row.path, row.id, row.date, row.author)).encode("utf-8", "surrogatepass")
    return Record(
        blake2b(name, digest_size=16).digest(),
        row.outcome is Outcome.REINSTATED,
        row.score,
        tuple(sorted(Tally(one.rule for one in row.findings).items())),
        frozenset(name for name, one in row.elements.items() if one.shown is Status.COVERED),
    )
