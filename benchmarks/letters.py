"""Varied appeal letters with outcomes, made of a seed: the same everywhere, none of them real.

python benchmarks/letters.py FOLDER --letters 10000 --seed 1 [--csv FILE] [--outcomes FILE]
python benchmarks/letters.py --letters 1000 --statistics

The outcome hangs on the letter and on chance, so that statistics can be tried on it. A letter gets
the account back with the likelihood 1 / (1 + exp(-x)), where

    x = 1.6 - 0.35 * promises (6 at most) - 0.7 * excuses - 0.45 * parts that are missing + author

and `author` is the effect in AUTHORS of who wrote it, which has nothing to do with how good the
letter is. Of one letter in twenty the outcome is unknown. One letter in eight is recycled: it is
one of 40 templates (per seed) with other names, days and numbers.
"""

import argparse
import csv
import math
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from appeal_lint.model.letter import About
from appeal_lint.model.words import Outcome
from lettering.chance import Chance
from lettering.facts import Facts
from lettering.letter import Composer
from lettering.voices import written

TEMPLATES = 40
RECYCLED = 0.125
UNKNOWN = 0.05
AUTHORS = {
    "Hazel Quill": 0.9, "Tobias Wren": 0.5, "Ngozi Bell": 0.2, "Ines Falk": 0.0, "Ravi Stone": 0.0,
    "Mina Park": -0.2, "Otto Grau": -0.5, "Lea Marsh": -0.9,
}  # fmt: skip
"""Who wrote the letters, and what that adds to x."""
_TEXT, _SHAPE, _SHARED = 1, 2, 3


@dataclass(frozen=True)
class Made:
    """A letter, what is known of it, and what it was made of.

    `template` is the number of the template of a recycled letter, else None. `likelihood` is that
    of getting the account back. `secrets` are the names, addresses and numbers in the text that
    say who wrote or bought; they may be broken over lines.
    """

    text: str
    about: About
    promises: int
    excuses: int
    missing: tuple[str, ...]
    template: int | None
    likelihood: float
    secrets: tuple[str, ...]


def letters(seed: int, count: int, first: int = 0) -> Iterator[Made]:
    """Yield letters one by one; letter number n is the same whatever the count and the first."""
    for number in range(first, first + count):
        yield letter(seed, number)


def letter(seed: int, number: int) -> Made:
    """Make one letter; numbers count from 0."""
    own = Chance(seed, _TEXT, number)
    template = own.number(0, TEMPLATES - 1) if own.odds(RECYCLED) else None
    shape = Chance(seed, *((_SHAPE, number) if template is None else (_SHARED, template)))
    facts = Facts(own, shape)
    composer = Composer(shape, facts)
    plan = composer.compose()
    text = written(shape, composer.opening(), plan.sections, composer.ending())
    author = own.pick(tuple(AUTHORS))
    x = 1.6 - 0.35 * min(plan.promises, 6) - 0.7 * plan.excuses - 0.45 * len(plan.missing)
    # Rounded, since the last digit of `exp` is not the same on every system.
    likelihood = round(1 / (1 + math.exp(-(x + AUTHORS[author]))), 9)
    outcome = Outcome.REINSTATED if own.odds(likelihood) else Outcome.REJECTED
    about = About(
        id=f"L{number + 1:06}",
        type=plan.problem,
        date=facts.sent.isoformat(),
        author=author,
        outcome=None if own.odds(UNKNOWN) else outcome,
    )
    present = " ".join(text.split())
    secrets = tuple(dict.fromkeys(one for one in facts.secrets if one in present))
    return Made(
        text, about, plan.promises, plan.excuses, plan.missing, template, likelihood, secrets
    )


def file_name(about: About) -> str:
    """Return the name of the file of a letter, with a folder for each thousand."""
    return f"{(int(about.id[1:]) - 1) // 1000:03}/{about.id}.txt"


def write(made: Iterator[Made], folder: Path | None, table: Path | None, outcomes: Path | None):
    """Write letters as they are made; nothing is kept."""
    with _table(table) as rows, _table(outcomes) as known:
        rows("text", "outcome", "type", "date", "author", "id")
        known("file", "outcome", "type", "date", "author", "id")
        for one in made:
            about = one.about
            facts = (about.outcome or "", about.type, about.date, about.author, about.id)
            rows(one.text, *facts)
            known(file_name(about), *facts)
            if folder is not None:
                path = folder / file_name(about)
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(one.text, encoding="utf-8", newline="\n")


class _table:  # noqa: N801
    """A CSV file to write rows to, or none."""

    def __init__(self, path: Path | None):
        self._file = path.open("w", encoding="utf-8", newline="") if path else None

    def __enter__(self):
        if self._file is None:
            return lambda *cells: None
        rows = csv.writer(self._file, lineterminator="\n")
        return lambda *cells: rows.writerow(cells)

    def __exit__(self, *fault):
        if self._file is not None:
            self._file.close()


def statistics(made: Iterator[Made]) -> str:
    """Say how long the letters are, how they end, and how many sentences stand there again."""
    seen: Counter[str] = Counter()
    lengths, outcomes, recycled = [], Counter(), 0
    for one in made:
        lengths.append(len(one.text.split()))
        outcomes[str(one.about.outcome or "unknown")] += 1
        recycled += one.template is not None
        seen.update(sentences(one.text))
    lengths.sort()
    total = sum(seen.values())
    again = sum(count for count in seen.values() if count > 1)
    return (
        f"{len(lengths)} letters, {recycled} recycled; words: least {lengths[0]}, "
        f"half {lengths[len(lengths) // 2]}, most {lengths[-1]}\n"
        f"outcomes: {dict(sorted(outcomes.items()))}\n"
        f"{total} sentences and lines, {again / total:.1%} stand there more than once word by word"
    )


def sentences(text: str) -> Iterator[str]:
    """Yield sentences and lines roughly, to see which stand there again."""
    for line in text.split("\n\n"):
        for part in line.replace("\n-", ". ").replace("\n*", ". ").replace("\n", " ").split(". "):
            if part.strip(" -*•."):
                yield " ".join(part.split())


def main():
    given = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    given.add_argument("folder", nargs="?", type=Path)
    given.add_argument("--letters", type=int, default=10000)
    given.add_argument("--seed", type=int, default=1)
    given.add_argument("--csv", type=Path)
    given.add_argument("--outcomes", type=Path)
    given.add_argument("--statistics", action="store_true")
    told = given.parse_args()
    if told.folder or told.csv or told.outcomes:
        write(letters(told.seed, told.letters), told.folder, told.csv, told.outcomes)
    if told.statistics:
        print(statistics(letters(told.seed, told.letters)))


if __name__ == "__main__":
    main()
