"""Promises and what they become once they are done, by the files beside this one."""

from pathlib import Path

import pytest
import yaml
from appeal_lint import statements
from appeal_lint.draft import alone, from_text
from appeal_lint.model.words import Act
from appeal_lint.rewriting import rewrite

HERE = Path(__file__).parent


def _groups(name):
    return yaml.safe_load((HERE / name).read_text("utf-8"))


DONE = [
    pytest.param(*row, group.get("heading"), group.get("day", ""), id=row[0][:60])
    for group in _groups("done.yaml")
    for row in group["rows"]
]
AS_IT_STANDS = [
    pytest.param(row[0], row[1] if len(row) > 1 else None, id=row[0][:60])
    for group in _groups("as_it_stands.yaml")
    for row in group["rows"]
]


@pytest.fixture(scope="session")
def rewritten(ruleset, reader):
    """Return a draft's source with every promise in it told as done, and how many were."""

    def made(draft, day=""):
        source, count = draft.source, 0
        for one in reversed(statements.read(draft, ruleset.vocabulary, reader)):
            text = rewrite(draft, one, ruleset.vocabulary, reader, day)
            if text is not None:
                source = source[: one.start] + text + source[one.end :]
                count += 1
        return source, count

    return made


@pytest.mark.parametrize(("before", "after", "heading", "day"), DONE)
def test_a_promise_is_told_as_done(rewritten, before, after, heading, day):
    draft = alone(before, heading, "letter.txt")
    start = draft.source.index(before)
    source, _ = rewritten(draft, day)
    assert source[start:] == after
    assert source[:start] == draft.source[:start]


@pytest.mark.parametrize(("sentence", "heading"), AS_IT_STANDS)
def test_nothing_is_offered(rewritten, sentence, heading):
    draft = alone(sentence, heading, "letter.txt")
    assert rewritten(draft) == (draft.source, 0)


@pytest.mark.parametrize(("before", "after", "heading", "day"), DONE)
def test_what_is_offered_is_read_as_done(ruleset, reader, before, after, heading, day):
    read = statements.read(alone(after, heading, "letter.txt"), ruleset.vocabulary, reader)
    acts = {one.act for one in read}
    assert acts & {Act.COMPLETED, Act.ONGOING}
    assert Act.PROMISE not in acts


def test_there_are_many_of_both():
    assert len(DONE) >= 120
    assert len(AS_IT_STANDS) >= 60


LETTER = """Dear Amazon team,\r
\r
We **will hire** two\r
  inspectors  for the lamps. Our courier was late in May.\r
\r
* We will  change our courier\tto UPS  \r
1) _We'll train the packers._\r
"""


def test_spaces_line_ends_bullets_and_signs_of_markdown_stay(rewritten):
    source, count = rewritten(from_text(LETTER, "letter.md"))
    assert count == 3
    assert source == (
        LETTER.replace("**will hire**", "**have already hired**")
        .replace("will  change", "have already  changed")
        .replace("We'll train", "We have already trained")
    )


def test_a_letter_in_the_first_person_is_told_in_it(rewritten):
    letter = "My shop was slow in May. I refunded 9 buyers.\n\nNext steps:\n\n- Hire a packer\n"
    source, _ = rewritten(from_text(letter, "letter.txt"))
    assert source.endswith("- I have already hired a packer\n")


def test_a_hidden_instruction_in_the_day_is_only_text(rewritten):
    draft = alone("We will hire two packers.", None, "letter.txt")
    source, _ = rewritten(draft, "3 May\n\x1b[2J{quote}")
    assert source == "We have already hired two packers, on 3 May [2J{quote}."
