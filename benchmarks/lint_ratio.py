"""Whole lint of the corpus against the bare spaCy pipeline, side by side in one run.

python benchmarks/lint_ratio.py

Base forms of words are asked of spaCy once and then remembered, as in a batch of letters or in an
editor; "with no word known" forgets them before each letter, as for one letter alone.
"""

import statistics
import time
from pathlib import Path

import spacy
from appeal_lint import draft, rulebook
from appeal_lint.engine import engine
from appeal_lint.language import Reader
from appeal_lint.language.reader import EXCLUDED, default_model
from appeal_lint.lint import Linter

FOLDER = Path(__file__).parents[1] / "corpus" / "letters"
ROUNDS = 15


def timed(work):
    begin = time.perf_counter()
    work()
    return time.perf_counter() - begin


def main():
    paths = sorted(path for path in FOLDER.iterdir() if path.suffix in (".txt", ".md"))
    rules = rulebook.load()
    judge = engine(None, [rule.compiled for rule in rules.rules])
    pipeline = spacy.load(default_model(), exclude=EXCLUDED)
    reader = Reader(remember=0)
    warm = Linter(rules, Reader(), judge)

    def cold():
        return Linter(rules, reader, judge)  # a new one, which remembers no matches

    def bare():
        for path in paths:
            pipeline(draft.read_file(str(path)).source)

    def lint(linter):
        for path in paths:
            linter.lint(draft.read_file(str(path)))

    def unknown():
        for path in paths:
            reader.forget()
            cold().lint(draft.read_file(str(path)))

    for work in (bare, unknown, lambda: lint(cold()), lambda: lint(warm)):
        work()
    ratios, alone, remembered = [], [], []
    for _ in range(ROUNDS):
        floor = timed(bare)
        alone.append(timed(unknown) / floor)
        lint(cold())
        ratios.append(timed(lambda: lint(cold())) / floor)
        remembered.append(timed(lambda: lint(warm)) / floor)
    for name, found in (
        ("lint / bare pipeline", ratios),
        ("with no word known", alone),
        ("with memory of blocks", remembered),
    ):
        print(
            f"{name}: median {statistics.median(found):.2f} "
            f"(min {min(found):.2f}, max {max(found):.2f}); target 1.25"
        )


if __name__ == "__main__":
    main()
