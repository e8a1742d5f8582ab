"""A memory keeps what is asked for, and never more than it may."""

import pytest
from appeal_lint.model.memory import Memory


def test_what_was_not_asked_for_longest_goes_first():
    memory = Memory(2, 100)
    memory.keep("a", 1)
    memory.keep("b", 2)
    assert memory.get("a") == 1
    memory.keep("c", 3)
    assert [memory.get(one) for one in "abc"] == [1, None, 3]


def test_heavy_answers_push_out_the_others():
    memory = Memory(10, 100)
    memory.keep("a", 1, 60)
    memory.keep("b", 2, 30)
    memory.keep("c", 3, 50)
    assert [memory.get(one) for one in "abc"] == [None, 2, 3]


def test_a_new_answer_takes_the_place_and_the_weight_of_the_old():
    memory = Memory(10, 100)
    for weight in (90, 40, 20):
        memory.keep("a", weight, weight)
    memory.keep("b", 80, 80)
    assert memory.get("a") == 20
    assert len(memory) == 2


@pytest.mark.parametrize("memory", [Memory(0, 100), Memory(10, 0)])
def test_a_memory_of_nothing_keeps_nothing(memory):
    memory.keep("a", 1)
    assert memory.get("a") is None


def test_all_is_forgotten_and_there_is_room_again():
    memory = Memory(10, 10)
    memory.keep("a", 1, 10)
    memory.forget()
    memory.keep("b", 2, 5)
    memory.keep("c", 3, 5)
    assert [memory.get(one) for one in "abc"] == [None, 2, 3]
