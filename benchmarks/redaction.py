"""Redaction of generated letters beside their lint, in one run; and what it takes and misses.

python benchmarks/redaction.py

A leak is a name, address or number that the generator put in and that stands in the redacted text
word by word; a false replacement has no word of any of them. Time of the processor.
"""

import time

import letters
import psutil
from appeal_lint import draft, rulebook
from appeal_lint.engine import engine
from appeal_lint.language import Reader
from appeal_lint.lint import Linter
from appeal_lint.redaction import Redactor

COUNT = 100
SEED = 2024


def timed(work, *given):
    begin = time.process_time()
    return work(*given), time.process_time() - begin


def main():
    rules = rulebook.load()
    linter = Linter(rules, Reader(), engine(None, [rule.compiled for rule in rules.rules]))
    linter.lint(draft.from_text("We hired two packers on 3 May.", "x"))
    before = psutil.Process().memory_info().rss
    redactor = Redactor(Reader())
    _, first = timed(redactor.redact, "We hired Jonas Petersen on 3 May.")
    grown = (psutil.Process().memory_info().rss - before) / 1e6
    lint = redact = 0.0
    secrets = leaks = gaps = false = 0
    for made in letters.letters(SEED, COUNT):
        lint += timed(linter.lint, draft.from_text(made.text, "x"))[1]
        done, seconds = timed(redactor.redact, made.text)
        redact += seconds
        flat = " ".join(done.text.split())
        words = {word for one in made.secrets for word in one.lower().replace(",", " ").split()}
        secrets += len(made.secrets)
        leaks += sum(one in flat for one in made.secrets)
        gaps += len(done.gaps)
        for gap in done.gaps:
            own = made.text[gap.start : gap.end].lower().replace(",", " ").split()
            false += not words & set(own)
    print(f"first redaction: {first:.1f} s and {grown:.0f} MB more")
    print(f"a letter: redaction {redact / COUNT * 1000:.0f} ms, lint {lint / COUNT * 1000:.0f} ms")
    print(f"redaction / lint {redact / lint:.2f}; target at most 1.0")
    print(f"{secrets} secrets, {leaks} leaks; {gaps} replacements, {false} of them false")


if __name__ == "__main__":
    main()
