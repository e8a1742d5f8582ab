"""Finds letters that nearly say the same: one template, sent again with other names in it.

A sketch is a MinHash: the share of its numbers that two sketches have in common is an estimate of
the share of runs of words that the letters have in common. 128 numbers tell it to about 0.04.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from appeal_lint.survey.minhash_import import import_datasketch
from appeal_lint.survey.shingles import shingles

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

NUMBERS = 128
"""In a sketch, 4 bytes each."""
SEED = 12
FEWEST = 20
"""A text with fewer runs of words is too short to be told from others, and like none."""
ALIKE = 0.4
"""The share of runs in common from which on two letters are alike; see `docs/review-report.md`."""
BAND = 3
"""Numbers of a sketch that must be the same for two letters to be compared at all. Of letters that
have 0.4 of their runs in common 94 in 100 are compared, of those with half of them 99."""
COMPARED = 256
"""Letters of a group that are compared each with each to say how alike the closest are."""


def check() -> None:
    """Make sure that letters can be compared.

    Raises:
        MissingExtraError: datasketch is not installed.

    """
    import_datasketch()


def sketch(text: str) -> bytes:
    """Return what there is to be known of a text to find those like it; the same on every machine.

    A text that is too short to compare gives no bytes.

    Raises:
        MissingExtraError: datasketch is not installed.

    """
    runs = shingles(text)
    if len(runs) < FEWEST:
        return b""
    made = _empty().copy()
    made.update_batch(runs)
    return bytes(made.hashvalues.astype("<u4").tobytes())


def _same(value: int) -> int:
    return value


def _empty() -> Any:
    """Return a sketch of nothing, made once: its permutations cost more than a letter."""
    if not _made:
        _made.append(import_datasketch().MinHash(NUMBERS, SEED, hashfunc=_same, scheme="affine32"))
    return _made[0]


_made: list[Any] = []


class Alike:
    """Puts letters that nearly say the same into groups; keeps 0.6 kB and the name of each.

    The groups are the same whatever the order in which letters come.
    """

    def __init__(self) -> None:
        self._sketches: dict[str, bytes] = {}
        self._groups: tuple[tuple[list[str], float], ...] | None = None

    def add(self, name: str, sketch: bytes) -> None:
        """Take a letter by a name that no other has; one without a sketch is like none."""
        if sketch:
            self._sketches[name] = sketch
            self._groups = None

    def groups(self) -> Mapping[str, str]:
        """Return the group of each letter that is like another: name to name of the group.

        Groups are called `alike-1` and so on, the largest first, then by their first name.
        """
        return {
            name: f"alike-{number}"
            for number, (names, _) in enumerate(self._found(), 1)
            for name in names
        }

    def closest(self) -> Mapping[str, float]:
        """Return how alike the closest two letters of each group are, 0 to 1, by its name.

        In a group of more than `COMPARED` letters only the first ones by name are compared.
        """
        return {f"alike-{number}": share for number, (_, share) in enumerate(self._found(), 1)}

    def _found(self) -> tuple[tuple[list[str], float], ...]:
        if self._groups is None:
            self._groups = tuple(self._find())
        return self._groups

    def _find(self) -> list[tuple[list[str], float]]:
        import numpy as np  # noqa: PLC0415  (heavy, and used here alone)

        names = sorted(self._sketches)
        if not names:
            return []
        joined = b"".join(map(self._sketches.__getitem__, names))
        rows = np.frombuffer(joined, "<u4").reshape(len(names), NUMBERS)
        groups: dict[int, list[int]] = {}
        for at, root in enumerate(_roots(rows)):
            groups.setdefault(root, []).append(at)
        found = [
            ([names[one] for one in members], _closest(rows[members[:COMPARED]]))
            for members in groups.values()
            if len(members) > 1
        ]
        return sorted(found, key=lambda one: (-len(one[0]), one[0][0]))


def _roots(rows: "NDArray[np.uint32]") -> list[int]:
    """Return for each row the first row that it is like, by itself or by way of others."""
    import numpy as np  # noqa: PLC0415

    roots = np.arange(len(rows))
    for at in range(0, NUMBERS - BAND + 1, BAND):
        band = np.ascontiguousarray(rows[:, at : at + BAND])
        _, keys, sizes = np.unique(band, axis=0, return_inverse=True, return_counts=True)
        order = np.argsort(keys.reshape(-1), kind="stable")
        ends = np.cumsum(sizes)
        for size, end in zip(sizes, ends, strict=True):
            if size > 1:
                _join(rows, roots, order[end - size : end])
    return [int(one) for one in roots]


def _join(
    rows: "NDArray[np.uint32]", roots: "NDArray[np.intp]", bucket: "NDArray[np.intp]"
) -> None:
    """Join those of a bucket that are alike; two that are in one group already are not compared."""
    for at, first in enumerate(bucket):
        others = bucket[at + 1 :]
        if (roots[bucket] == roots[first]).all():
            return
        others = others[roots[others] != roots[first]]
        shares = (rows[others] == rows[first]).mean(axis=1)
        for other in {int(roots[one]) for one in others[shares >= ALIKE]}:
            low, high = sorted((int(roots[first]), other))
            roots[roots == high] = low


def _closest(rows: "NDArray[np.uint32]") -> float:
    return max(
        float((rows[at + 1 :] == rows[at]).mean(axis=1).max()) for at in range(len(rows) - 1)
    )
