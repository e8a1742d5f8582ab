"""What the server takes while it is there."""

import os

import psutil
import pytest

MOST = 600_000_000
"""Bytes of memory, whatever was asked: the language model, and the sentences it remembers."""
GROWTH = 80_000_000
"""Bytes that 300 short letters, each with other words, may add."""


@pytest.fixture
def asked(place, monkeypatch):
    """Return a function that asks the server from this process, as the command does."""
    from appeal_lint.doors.warm.client import ask, question_of

    for name in ("XDG_RUNTIME_DIR", "XDG_CACHE_HOME"):
        monkeypatch.setenv(name, place.environ[name])

    def answer(letter):
        given = ask(question_of(["--no-cache", "--format", "compact", "-"], letter.encode()))
        assert given is not None
        assert given.status == 1, given.text(2)

    return answer


def test_many_letters(place, asked):
    place.run("server", "start")
    server = place.server()
    before = server.memory_info().rss
    for at in range(300):
        asked(f"We will call carrier{at} for parcel x{at}q.")
    after = server.memory_info().rss
    assert after < MOST
    assert after - before < GROWTH
    assert place.server() == server, "it is the same all the time"
    assert server.num_fds() < 40
    assert server.num_threads() < 40


def test_no_work_without_a_question(place):
    """Processor time, of which a loop that looks again and again would take its whole share."""
    place.run("server", "start")
    server = place.server()
    before = server.cpu_times()
    with pytest.raises(psutil.TimeoutExpired):
        server.wait(timeout=2)
    after = server.cpu_times()
    assert after.user + after.system - before.user - before.system < 0.2
    assert os.fspath(server.cwd()) == str(place.ours)
