"""What a review keeps of letters that do not stay as they were listed."""

from contextlib import closing

from appeal_lint.doors.review.source import Done
from appeal_lint.doors.review.state import Listed, State


def test_letters_that_change_while_the_review_runs_are_not_lost(tmp_path):
    listed = [Listed(name, at, 9, "early", b"{}") for at, name in enumerate(("a", "b", "c"))]
    with closing(State(tmp_path / "review.sqlite")) as state:
        state.begin(listed)
        state.keep([Done("a", "early", row=b"1"), Done("b", "late", row=b"2")])
        state.keep([Done("c", "late", fault="there is no such file.")])
        assert [one.name for one in state.answers()] == ["a", "b"]
        assert [name for name, _ in state.unread()] == ["c"]
        state.begin(listed)  # as the next run finds them, "b" and "c" are as they were at first
        assert list(state.left()) == ["b", "c"]
