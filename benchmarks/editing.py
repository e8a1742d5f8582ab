"""A one-word edit in a letter of 700 words against the whole lint of it, side by side in one run.

python benchmarks/editing.py

The letter is made of corpus letters. Each round takes one word out, puts one in, or puts one in
the place of another, and lints what came of it twice: by the linter that has the letter before the
edit in mind, and by one that remembers nothing. Time of the processor, since other programs run.
"""

import random
import statistics
import time
from pathlib import Path

from appeal_lint import draft, rulebook
from appeal_lint.engine import engine
from appeal_lint.language import Reader
from appeal_lint.lint import Linter

FOLDER = Path(__file__).parents[1] / "corpus" / "letters"
WORDS = 700
ROUNDS = 120
SESSION = 500
TARGET = 0.10


def letter(chance):
    """Blocks of letters of one kind after another, until there are enough words."""
    texts = [draft.read_file(str(path)).source for path in sorted(FOLDER.glob("*.txt"))]
    blocks = [block for text in chance.sample(texts, 12) for block in text.strip().split("\n\n")]
    while len(" ".join(blocks[:-1]).split()) >= WORDS:
        blocks.pop()
    return "\n\n".join(blocks)


def edited(text, chance):
    """Change one word, wherever it stands; spaces and line breaks stay."""
    lines = text.split("\n")
    places = [(at, word) for at, line in enumerate(lines) for word in range(len(line.split(" ")))]
    at, place = chance.choice([one for one in places if lines[one[0]].strip()])
    words = lines[at].split(" ")
    other = chance.choice(text.split())
    kind = chance.randrange(3)
    words[place : place + (kind != 1)] = [other] if kind else []
    lines[at] = " ".join(words)
    return "\n".join(lines)


def timed(linter, opened):
    begin = time.process_time()
    linter.lint(opened)
    return time.process_time() - begin


def main():
    chance = random.Random(7)
    rules = rulebook.load()
    judge = engine(None, [rule.compiled for rule in rules.rules])
    fresh = Linter(rules, Reader(), judge)
    linter = Linter(rules, Reader(), judge)
    ratios, edits, wholes = [], [], []
    for number in range(ROUNDS):
        if number % 12 == 0:
            text = letter(chance)
            fresh.lint(draft.from_text(text, "x"))
            linter.lint(draft.from_text(text, "x"))
        text = edited(text, chance)
        opened = draft.from_text(text, "x")
        fresh.forget()
        wholes.append(timed(fresh, opened))
        edits.append(timed(linter, opened))
        ratios.append(edits[-1] / wholes[-1])
    print(f"letter: {len(text.split())} words")
    print(f"whole lint, nothing remembered: median {statistics.median(wholes) * 1000:.1f} ms")
    print(f"one-word edit: median {statistics.median(edits) * 1000:.1f} ms")
    ratio = statistics.median(ratios)
    cuts = statistics.quantiles(ratios, n=20)
    print(
        f"edit / whole: median {ratio:.3f} (a twentieth below {cuts[0]:.3f}, a twentieth above "
        f"{cuts[-1]:.3f}, most {max(ratios):.3f}); target {TARGET:.2f}: "
        f"{'met' if ratio <= TARGET else 'missed'}"
    )


if __name__ == "__main__":
    main()
