"""Whatever happens to the server, who asks gets the ordinary answer, and the next one a server."""

import json
import os
import shutil
import signal
import socket
import sys
from pathlib import Path

import pytest
from appeal_lint import __path__ as package
from appeal_lint.model.shipped import shipped_folder
from own_rule import RULE

SOURCES = Path(package[0])
FILLER = "Since 4 May, person {at} weighs every parcel of shelf {at} before the courier comes."


@pytest.fixture(scope="session")
def pile(cache):
    """Return a function that writes letters which take some seconds to read."""

    def write(place, count=2):
        names = []
        for number in range(count):
            names.append(f"pile-{number}.txt")
            lines = [FILLER.format(at=f"{number}{at}") for at in range(50)]
            (place.work / names[-1]).write_text("\n\n".join(lines))
        return names

    return write


def busy(place, wait):
    """Wait until the server works on something, and return it."""
    server = place.server()
    before = server.cpu_times().user
    wait(lambda: server.cpu_times().user > before + 0.3)
    return server


def test_killed_while_it_waits(fresh, end):
    cold = fresh.cold("letter.txt")
    assert fresh.warm("letter.txt") == cold
    first = fresh.server()
    first.kill()
    end(first)
    assert fresh.socket.exists(), "there must be something to heal"
    assert fresh.warm("letter.txt") == cold
    assert fresh.server().pid != first.pid


def test_killed_while_it_works(fresh, pile, wait):
    fresh.warm("missing.txt")
    names = pile(fresh)
    asking = fresh.begin("--warm", "--no-cache", "--format", "json", *names)
    busy(fresh, wait).kill()
    done = fresh.end(asking)
    assert done == fresh.cold("--format", "json", *names)
    assert [one["path"] for one in json.loads(done.out)["drafts"]] == names
    assert fresh.warm("missing.txt").status == 2
    assert fresh.server().is_running()


def test_told_to_stop_while_it_works(fresh, pile, wait, end):
    fresh.warm("missing.txt")
    names = pile(fresh)
    asking = fresh.begin("--warm", "--no-cache", "--format", "json", *names)
    server = busy(fresh, wait)
    assert fresh.run("server", "stop").status == 0
    assert fresh.run("server", "status").status == 1
    assert fresh.end(asking) == fresh.cold("--format", "json", *names)
    end(server)


def test_ten_first_calls_at_once_make_one_server(fresh):
    cold = fresh.cold("letter.txt")
    asking = [fresh.begin("--warm", "letter.txt") for _ in range(10)]
    assert [fresh.end(one) for one in asking] == [cold] * 10
    server = fresh.server()
    assert fresh.warm("letter.txt") == cold
    assert fresh.server() == server


@pytest.mark.parametrize("left", ["file", "folder"])
def test_something_else_where_the_socket_should_be(fresh, left, end):
    fresh.warm("missing.txt")
    path = fresh.socket
    server = fresh.server()
    server.kill()
    end(server)
    path.unlink()
    if left == "file":
        path.write_text("nothing")
    else:
        path.mkdir()
    done = fresh.warm("missing.txt")
    assert done == fresh.cold("missing.txt")
    assert (fresh.run("server", "status").status == 0) == (left != "folder")


def test_status_and_stop(fresh, end):
    assert fresh.run("server", "status").status == 1
    assert fresh.run("server", "stop").status == 0
    assert fresh.run("server", "start").status == 0
    server = fresh.server()
    status = fresh.run("server", "status")
    assert status.status == 0
    assert f"process {server.pid}".encode() in status.out
    assert fresh.run("server", "stop").status == 0
    assert fresh.run("server", "status").status == 1
    end(server)


def test_it_goes_away_when_nobody_asks(fresh):
    code = "from appeal_lint.doors.warm.server import serve\nassert serve(0.5)"
    process = fresh.begin(code=code)
    assert fresh.end(process) == (0, b"", b"")
    assert not list(fresh.ours.glob("*.socket"))


def test_a_second_server_leaves_at_once(fresh):
    fresh.warm("missing.txt")
    code = "from appeal_lint.doors.warm.server import serve\nassert not serve(60)"
    assert fresh.end(fresh.begin(code=code)).status == 0
    assert fresh.server().is_running()


def test_a_program_that_was_renewed_is_answered_by_a_server_of_its_own(fresh, end):
    there = fresh.top / "program"
    shutil.copytree(SOURCES, there / "appeal_lint", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(shipped_folder(), there / "appeal_lint" / "rules", dirs_exist_ok=True)
    path = os.pathsep.join([str(there), os.environ.get("PYTHONPATH", "")])
    fresh.environ["PYTHONPATH"] = path
    assert fresh.warm("missing.txt").status == 2
    old = fresh.server()
    errors = there / "appeal_lint" / "draft" / "open.py"
    errors.write_text(errors.read_text().replace("there is no such file", "there is none"))
    assert b"there is none" in fresh.warm("missing.txt").err
    end(old)
    new = fresh.server()
    assert new.pid != old.pid
    assert b"there is none" in fresh.warm("missing.txt").err
    assert fresh.server() == new


def connected(place):
    one = socket.socket(socket.AF_UNIX)
    one.connect(str(place.socket))
    return one


def question(place, *args, data=None):
    """Return a whole message to the server, as it goes over the socket."""
    from appeal_lint.doors.warm import message

    streams = (message.Stream("utf-8", "strict", False),) * 2
    environ = {name: value for name, value in place.environ.items() if name != "APPEAL_LINT_WARM"}
    asked = message.Question(list(args), str(place.work), environ, streams, 0, 0o022, data)
    whole = message.ask("run", asked)
    return len(whole).to_bytes(4, "big") + whole


def test_who_connects_and_hangs_keeps_nobody_else(fresh):
    cold = fresh.cold("letter.txt")
    assert fresh.warm("letter.txt") == cold
    server = fresh.server()
    whole = question(fresh, "letter.txt")
    hanging = [connected(fresh) for _ in range(6)]
    hanging[1].sendall(whole[:2])
    hanging[2].sendall(whole[:40])
    hanging[3].sendall(b"GET / HTTP/1.1\r\n\r\n")
    hanging[4].sendall((9).to_bytes(4, "big") + b'{"do": [}')
    hanging[5].sendall(question(fresh, *["letter.txt", "other.md"] * 50))  # and reads no answer
    for _ in range(3):
        assert fresh.warm("letter.txt") == cold
    assert fresh.server() == server
    for one in hanging:
        one.close()
    assert fresh.warm("letter.txt") == cold
    assert fresh.server() == server


BOUNDED = """
from appeal_lint.doors.warm import server
server.QUEUE, server.ALONE = 0.5, 0.5
server.serve(600)
# 'server', 'run'
"""


WORN = BOUNDED.replace("QUEUE, server.ALONE = 0.5, 0.5", "MOST_ENGINES = 2")


def test_who_works_on_rules_gets_a_fresh_server_now_and_then(fresh, wait):
    """Else each change of a pattern would take memory for as long as the server lives."""
    family = fresh.work / "pack" / "own"
    family.mkdir(parents=True)
    serving = fresh.begin(code=WORN)
    wait(lambda: list(fresh.ours.glob("*.socket")))
    for act in ("promise", "request", "completed"):
        rule = RULE.replace("act: promise", f"act: {act}")
        (family / "my-rule.yaml").write_text(rule)
        assert fresh.warm("--rules", "pack", "letter.txt").status == 1
    fresh.end(serving)
    assert fresh.server().pid != serving.pid


def test_nobody_waits_behind_what_never_ends(fresh, wait):
    """A run that reads from a pipe without a writer; the client itself would not send it."""
    os.mkfifo(fresh.work / "pipe")
    serving = fresh.begin(code=BOUNDED)
    wait(lambda: list(fresh.ours.glob("*.socket")))
    stuck = connected(fresh)
    stuck.sendall(question(fresh, "pipe"))
    assert stuck.recv(5).endswith(b"."), "it works"
    many = [fresh.begin("--warm", "letter.txt") for _ in range(3)]
    assert [fresh.end(one) for one in many] == [fresh.cold("letter.txt")] * 3
    assert serving.poll() is None
    stuck.close()  # nobody wants it any more
    fresh.end(serving)
    assert fresh.warm("letter.txt") == fresh.cold("letter.txt")
    assert fresh.server().pid != serving.pid


def test_a_question_whose_owner_is_gone_is_not_done(fresh, wait):
    fresh.warm("missing.txt")
    os.mkfifo(fresh.work / "pipe")
    server = fresh.server()
    with connected(fresh) as first:
        first.sendall(question(fresh, "pipe"))
        assert first.recv(5).endswith(b"."), "it works"
        before = server.num_fds()
        with connected(fresh) as leaving:
            leaving.sendall(question(fresh, "--output-file", "late.txt", "letter.txt"))
            assert leaving.recv(5).endswith(b"."), "it waits behind"
            assert server.num_fds() > before
        wait(lambda: server.num_fds() == before)
        with (fresh.work / "pipe").open("wb"):
            pass
        assert fresh.warm("letter.txt").status == 1
    assert fresh.server() == server
    assert not (fresh.work / "late.txt").exists()


def test_a_server_that_is_stopped_by_a_signal_is_not_waited_for(fresh):
    """A letter that is larger than what the system keeps for who does not read."""
    fresh.warm("missing.txt")
    server = fresh.server()
    server.send_signal(signal.SIGSTOP)
    large = b"\n".join(b"We weighed parcel %d on 4 May." % at for at in range(6000))
    code = (
        "from appeal_lint.doors.warm import channel, message\n"
        "channel.SENDING = message.SILENCE = 1.0\n"
        "from appeal_lint.__main__ import main\nmain()"
    )
    done = fresh.end(fresh.begin("--warm", "-", "--min-score=nonsense", code=code), large * 2)
    assert done == fresh.cold("-", "--min-score=nonsense", data=b"")
    server.send_signal(signal.SIGCONT)


def test_python_finds_its_own_modules_not_those_beside_the_user(fresh):
    (fresh.work / "json.py").write_text("raise SystemExit('not this one')")
    assert fresh.warm("missing.txt", environ={"PYTHONSAFEPATH": "1"}).status == 2
    assert fresh.run("server", "status", environ={"PYTHONSAFEPATH": "1"}).status == 0
    assert sys.executable in " ".join(fresh.server().cmdline())
