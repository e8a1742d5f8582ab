"""A letter that has been changed gets the report that it gets where nothing is remembered."""

import os
import random
from pathlib import Path

import pytest
from appeal_lint import draft
from appeal_lint.language import Reader
from appeal_lint.lint import Linter
from appeal_lint.model.errors import DraftError

LETTERS = sorted((Path(__file__).parents[2] / "corpus" / "letters").glob("*.[tm]*"))
LETTERS_TRIED = int(os.environ.get("EDITED_LETTERS", "8"))
"""Set it to try more of them."""
EDITS = 6
"""How often each is changed."""
HEADINGS = ["Root cause:", "What we have done:", "What we will do", "# FBA", "Request", "- ", "1. "]
SENTENCES = [
    "We will check every parcel.",
    "The carrier lost them all.",
    "Nobody weighed the boxes because we had no scale.",
    "Please open our store again.",
    "All buyers have their money back since 4 May.",
    "It was Christmas and the roads were full of snow.",
    'The notice says "your account is closed for late delivery".',
]


@pytest.fixture(scope="module")
def fresh(ruleset, linter):
    """Return a linter that has nothing in mind of a letter that it judges."""
    return Linter(ruleset, Reader(remember=0), linter.engine)


def edited(text, chance):
    """Change a letter in one place, as a person who writes it does."""
    at = chance.choice([place for place, char in enumerate(text) if char == " "] or [0])
    end = next((place for place in range(at + 1, len(text)) if text[place].isspace()), len(text))
    word, stop = text[at + 1 : end], text.find(". ", at)
    other, line = chance.choice(text.split()), text.find("\n", at)
    new = [
        (at + 1, end, other),
        (
            at + 1,
            end,
            chance.choice(["will", "have", "not", "never", "alredy", "our", "customers"]),
        ),
        (at, at, " " + other),
        (at, at, " " + chance.choice(SENTENCES)),
        (at, end, ""),
        (at, at, ". " + word.capitalize()),
        (stop, stop + 2, " and ") if stop >= 0 else (at, at, ","),
        (end, end, chance.choice([".", ",", "?", "!", ";", '"', "'s", "…", "\u200b"])),
        (at, at + 1, "\n"),
        (at, at + 1, "\n\n"),
        (at, at + 1, "\n" + chance.choice(HEADINGS) + "\n"),
        (at, at + 1, "\n" + chance.choice(HEADINGS)),
        (line, line + 1, " ") if line >= 0 else (at, at, " "),
        (line, text.find("\n", line + 1), "") if line >= 0 else (at, at, "  "),
        (at, min(len(text), at + chance.randrange(200)), ""),
    ]
    first, last, what = chance.choice(new)
    return text[:first] + what + text[max(first, last) :]


@pytest.mark.parametrize("seed", range(LETTERS_TRIED))
def test_a_changed_letter_is_judged_as_a_new_one(linter, fresh, seed):
    chance = random.Random(seed)
    text = "\n\n".join(draft.read_file(str(one)).source for one in chance.sample(LETTERS, 2))
    linter.lint(draft.from_text(text, "x"))
    for _ in range(EDITS):
        text = edited(text, chance)
        try:
            opened = draft.from_text(text, "x")
        except DraftError:
            continue
        fresh.forget()
        assert linter.lint(opened) == fresh.lint(opened), text
