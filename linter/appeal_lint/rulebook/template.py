"""A new rule file: it loads, and its example fails until somebody has filled it in."""

import re
from collections.abc import Iterable
from textwrap import fill

from appeal_lint.model.said import Said
from appeal_lint.model.words import Act, Agent, Excuse, Issue, Measure
from appeal_lint.rulebook.schema import NAME, taken

UNWRITTEN = "Write here"
"""What every text of a new rule file begins with."""
LONGEST = 60
"""Characters of a name, so that it fits a line and, as a file's name, every system."""
_FOLDERS = frozenset({"vocabulary", "i18n"})
"""Folders in which no rules are looked for."""

_TEXT = """\
# yaml-language-server: $schema=../rule.schema.json
#
# Lines that begin with # are notes for you. You may delete them.
# Put a text in 'single quotes' if it has a colon in it, or begins with a sign.

# The name of the rule. It is the name of this file, without .yaml.
id: {id}

# What is wrong with the letter, in a few words.
title: Write here what is wrong

# error: the letter is not ready as long as this is found. warning: it only costs points.
# info: it is only a remark.
severity: warning

# How many of the 100 points it costs: each time it is found, and at most for the whole letter.
cost: {{each: 3, most: 9}}

# Why Amazon minds, in one or two short sentences. The user reads it as “Why”.
why: Write here why Amazon minds.

# How you know: a rejection, a help page, somebody who knows appeals.
source: Write here how you know

# When the rule speaks. All words in the brackets must hold for one sentence of the letter.
{words}
# Write one word, or several in brackets, of which one must hold: act: [completed, ongoing].
# What the sentence must not be stands under `not`: {{act: completed, not: {{mark: date}}}}.
# What no sentence of the letter may be stands under `absent`, in a line below `statement`:
#   absent: {{act: completed, measure: refund}}
# To see what the program makes of each sentence: appeal-lint statements letter.txt
when:
  statement: {{act: promise, agent: seller}}

# What the user reads as “What”. {{quote}} stands for the words of the letter.
message: Write here what is wrong with “{{quote}}”.

# What to do about it. Never ask for anything that is not true: first the work, then the words.
advice: Write here what to do.

# One good sentence to learn from.
like: Write here one good sentence.

# Examples are the proof of the rule: each `bad` one must set it off, each `good` one must not.
# A line is a sentence. For a letter of several lines, write | and the letter below it.
examples:
  bad:
    - Write here a sentence that must set the rule off.
  good:
    - Write here a sentence that must not set the rule off.
"""


def new_rule(rule: str, marks: Iterable[str]) -> str:
    """Return the text of a rule file with a note at each field.

    Args:
        rule: the id.
        marks: those that a rule may ask for.

    """
    words = [
        _words("act", "what the sentence does", Act),
        _words("agent", "who acts", Agent),
        _words("issue", "what went wrong", (*Issue, "any")),
        _words("measure", "what is done about it", (*Measure, "any")),
        _words("excuse", "what it blames", (*Excuse, "any", "none")),
        _words("mark", "words from a list", sorted({*marks, "any"})),
    ]
    return _TEXT.format(id=rule, words="\n".join(words))


def wrong_name(name: str) -> Said | None:
    """Say why a rule or a family cannot have a name, or None where it can."""
    if len(name) > LONGEST:
        return Said("is longer than {max_length} characters", max_length=LONGEST)
    if not re.fullmatch(NAME.removesuffix("$"), name):
        return Said("must be small letters and digits, joined by single hyphens")
    if name in _FOLDERS or taken(name):
        return Said("is taken by the program or by Windows; choose another name")
    return None


def _words(field: str, sense: str, words: Iterable[str]) -> str:
    return fill(
        f"{field:<8} {sense}: {', '.join(map(str, words))}",
        width=96,
        initial_indent="#   ",
        subsequent_indent="#            ",
        break_on_hyphens=False,
    )
