"""The whole flow: what it leaves behind."""

import gc

import pytest
from appeal_lint import draft
from appeal_lint.lint import Linter

LETTER_WITH_PROMISE = "We are slow. Our town is remote.\n\nWe will hire two inspectors.\n"


@pytest.fixture(params=[True, False], ids=["collecting", "not"])
def collecting(request):
    """Whether Python looked for garbage before; set back afterwards."""
    was = gc.isenabled()
    (gc.enable if request.param else gc.disable)()
    yield request.param
    (gc.enable if was else gc.disable)()


class Broken:
    name = "broken"

    def judge(self, known):
        raise RuntimeError(f"{len(known)} facts, {gc.isenabled()}")


def test_garbage_is_looked_for_as_before(linter, collecting):
    linter.lint(draft.from_text("We hired two packers on 3 May.", "text"))
    assert gc.isenabled() is collecting


def test_also_where_it_fails(ruleset, reader, collecting):
    broken = Linter(ruleset, reader, Broken())
    with pytest.raises(RuntimeError, match="False"):
        broken.lint(draft.from_text("We hired two packers on 3 May.", "text"))
    assert gc.isenabled() is collecting


def test_a_promise_says_how_it_reads_once_done_only_where_that_is_asked_for(linter):
    letter = draft.from_text(LETTER_WITH_PROMISE, "letter.txt")
    assert {one.rewrite for one in linter.lint(letter).findings} == {None}
    found = {one.rule: one for one in linter.lint(letter, rewrites=True).findings}
    promise = found.pop("future-promise")
    assert promise.rewrite == "We have already hired two inspectors."
    assert letter.source[promise.start : promise.end] == "We will hire two inspectors."
    others = {one.rewrite for one in found.values()}
    assert others <= {None, promise.rewrite}  # another rule may find the same promise
    assert None in others
