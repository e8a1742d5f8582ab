"""How long an answer takes, all ways side by side in one run, beside `proselint check`.

python benchmarks/answers.py        (needs: pip install "appeal-lint[bench]")

The letter has 455 words. Each round goes every way once, so that a busy machine is busy for all.
"warm" are answers of the server in the background, whole processes like "cold" and "cache hit":

- again: the same letter, as an editor asks that saves without a change
- one word: a word changed since the last time
- new: every paragraph changed, so that nothing of it was read before

"one-word edit" is what the language server does after a key: one word of a letter of 700 words
changed, in a process that stays. benchmarks/editing.py looks at that closely.
"""

import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import editing
from appeal_lint import draft, rulebook
from appeal_lint.engine import engine
from appeal_lint.language import Reader
from appeal_lint.lint import Linter

LETTER = Path(__file__).parents[1] / "corpus" / "letters" / "good-olive-soap.txt"
HERE = Path(sys.executable).parent
LINT = str(HERE / "appeal-lint")
PROSELINT = str(HERE / "proselint")
ROUNDS = 15


def timed(work):
    begin = time.perf_counter()
    work()
    return time.perf_counter() - begin


def changed(text, number, *, everywhere):
    """Return the letter with a word more in its last paragraph, or in each."""
    parts = text.split("\n\n")
    whole = len(parts)
    for at in range(0 if everywhere else whole - 1, whole):
        parts[at] = parts[at].replace(" the ", f" the {number}th ", 1)
    return "\n\n".join(parts)


class Staying:
    """One process with a letter of 700 words open, as the language server has it."""

    def __init__(self):
        rules = rulebook.load()
        judge = engine(None, [rule.compiled for rule in rules.rules])
        self._linter = Linter(rules, Reader(), judge)
        self._chance = random.Random(11)
        self._text = editing.letter(self._chance)
        self._lint(self._text)

    def _lint(self, text):
        self._linter.lint(draft.from_text(text, "x"))

    def edit(self):
        self._text = editing.edited(self._text, self._chance)
        return timed(lambda: self._lint(self._text))


def main():
    text = LETTER.read_text(encoding="utf-8")
    staying = Staying()
    with tempfile.TemporaryDirectory(dir="/tmp", prefix="al") as folder:
        env = {**os.environ, "XDG_RUNTIME_DIR": folder, "XDG_CACHE_HOME": folder}
        del env["OPENBLAS_NUM_THREADS"]  # which `editing` sets for this process
        own = Path(folder) / "letter.txt"

        def process(*args):
            return timed(lambda: subprocess.run(args, env=env, capture_output=True, check=False))

        def lint(*more):
            return process(LINT, str(own), *more)

        def ways(number):
            own.write_text(text, encoding="utf-8")
            yield "proselint", process(PROSELINT, "check", str(own))
            yield "warm, again", lint("--warm")
            yield "cache hit", lint()
            yield "cold", lint("--no-cache")
            own.write_text(changed(text, number, everywhere=False), encoding="utf-8")
            yield "warm, one word", lint("--warm")
            own.write_text(changed(text, number, everywhere=True), encoding="utf-8")
            yield "warm, new", lint("--warm")
            yield "one-word edit", staying.edit()
            yield "nothing but Python", process(sys.executable, "-c", "pass")

        try:
            list(ways(1))  # starts the server
            found = {}
            for number in range(2, ROUNDS + 2):
                for name, seconds in ways(number):
                    found.setdefault(name, []).append(seconds)
        finally:
            subprocess.run([LINT, "server", "stop"], env=env, capture_output=True, check=False)
    for name, seconds in found.items():
        pairs = zip(seconds, found["proselint"], strict=True)
        ratios = sorted(one / other for one, other in pairs)
        print(
            f"{name:<20} {statistics.median(ratios):6.2f} of proselint "
            f"({ratios[0]:.2f} to {ratios[-1]:.2f}), {statistics.median(seconds):.3f} s"
        )
    print("target: warm at most 1.00")


if __name__ == "__main__":
    main()
