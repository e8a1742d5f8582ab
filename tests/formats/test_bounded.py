"""What takes too long is broken off, and nothing rings afterwards."""

import contextlib
import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from appeal_lint.formats.bounded import TimeUp, deadline


def _spin() -> None:
    while True:
        pass


def test_a_loop_without_end_is_left() -> None:
    with pytest.raises(TimeUp), deadline(0.05):
        _spin()


def test_a_reader_that_swallows_every_error_is_left_too() -> None:
    def stubborn() -> None:
        for _ in range(2):
            with contextlib.suppress(BaseException):
                _spin()
        _spin()

    with pytest.raises(TimeUp), deadline(0.05):
        stubborn()


def test_it_rings_in_the_thread_that_asked() -> None:
    def judged() -> str:
        try:
            with deadline(0.05):
                _spin()
        except TimeUp:
            return threading.current_thread().name
        return ""

    with ThreadPoolExecutor(2, thread_name_prefix="reader") as pool:
        names = [pool.submit(judged) for _ in range(2)]
        assert {one.result() for one in names} == {"reader_0", "reader_1"}


def test_a_deadline_inside_another_ends_only_itself() -> None:
    reached = False
    with deadline(60):
        with pytest.raises(TimeUp), deadline(0.05):
            _spin()
        reached = True
    assert reached


def test_the_outer_deadline_holds_inside_another() -> None:
    with pytest.raises(TimeUp), deadline(0.05), deadline(60):
        _spin()


def test_nothing_rings_after_the_end() -> None:
    """Each context ends at about the time of its alarm, in time or late."""

    def turn(length: int) -> bool:
        try:
            with deadline(0.001):
                sum(range(length))
        except TimeUp:
            return True
        return False

    turns = [turn(number * 200) for number in range(300)]
    sum(1 for _ in range(3_000_000))  # what was left over would ring here, outside of any context
    assert len(turns) == 300


def test_what_goes_wrong_inside_comes_out_as_it_is() -> None:
    with pytest.raises(ZeroDivisionError), deadline(60):
        _ = 1 / 0
