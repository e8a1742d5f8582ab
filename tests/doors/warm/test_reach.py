"""Only its owner reaches the server, and nobody can put another in its place."""

import os
import socket
import stat
import tempfile
from pathlib import Path

import pytest
from appeal_lint.doors.warm.channel import PipeListener, pipe

NOBODY = 65534
ROOT = os.geteuid() == 0
needs_root = pytest.mark.skipif(not ROOT, reason="only root can be somebody else")


def test_folder_and_socket_are_closed_to_others(place):
    assert place.warm("missing.txt", umask=0).status == 2
    assert stat.S_IMODE(place.ours.stat().st_mode) == 0o700
    assert stat.S_IMODE(place.socket.stat().st_mode) == 0o600
    assert place.run("server", "status").status == 0


@needs_root
def test_another_user_cannot_connect(place):
    place.warm("missing.txt")
    path = str(place.socket)

    def can(path):
        child = os.fork()
        if child == 0:
            os.setgid(NOBODY)
            os.setuid(NOBODY)
            try:
                socket.socket(socket.AF_UNIX).connect(path)
            except PermissionError:
                os._exit(1)
            os._exit(0)
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0

    assert not can(path)
    place.ours.chmod(0o755)  # the socket alone keeps others out, too
    try:
        assert not can(path)
        os.chmod(path, 0o666)
        assert can(path), "this test could not fail"
    finally:
        os.chmod(path, 0o600)
        place.ours.chmod(0o700)


@pytest.mark.parametrize("how", ["open", "listed", "link", "file", "another's"])
def test_a_folder_that_others_may_change_is_not_used(fresh, how):
    cold = fresh.cold("missing.txt")
    elsewhere = fresh.top / "elsewhere"
    elsewhere.mkdir(mode=0o700)
    if how == "link":
        fresh.ours.symlink_to(elsewhere)
    elif how == "file":
        fresh.ours.write_text("")
    else:
        fresh.ours.mkdir(mode=0o700)
        fresh.ours.chmod({"open": 0o777, "listed": 0o750}.get(how, 0o700))
    if how == "another's":
        if not ROOT:
            pytest.skip("only root can give a folder away")
        os.chown(fresh.ours, NOBODY, NOBODY)
    assert fresh.warm("missing.txt") == cold
    assert fresh.run("server", "status").status == 1
    assert fresh.run("server", "start").status == 2
    assert not fresh.servers()
    assert not list(elsewhere.iterdir())


@needs_root
def test_nothing_is_made_in_the_folder_of_another_user(fresh):
    """As after `sudo`, which may leave the name of the user's own folder."""
    os.chown(fresh.run_folder, NOBODY, NOBODY)
    code = "from appeal_lint.doors.warm import place\nprint(place.folder())"
    done = fresh.end(fresh.begin(code=code))
    assert not done.out.decode().startswith(str(fresh.run_folder))


@pytest.mark.parametrize("name", ["relative", "", "/nowhere", "/tmp/" + "x" * 90])
def test_a_runtime_folder_that_cannot_be_used(fresh, name):
    fresh.environ["XDG_RUNTIME_DIR"] = name
    code = "from appeal_lint.doors.warm import place\nprint(place.address())"
    address = fresh.end(fresh.begin(code=code)).out.decode().strip()
    assert address.startswith(f"/tmp/appeal-lint-{os.geteuid()}/")
    assert len(address) <= 100


@pytest.fixture
def listening():
    with tempfile.TemporaryDirectory(dir="/tmp") as folder:
        address = str(Path(folder) / "p")
        listener = PipeListener(address, b"the secret")
        yield address, listener
        listener.close()


def serve(listener):
    """Answer one who connects; return what was heard, or the fault."""
    channel = listener.accept()
    try:
        heard = channel.receive(20)
        channel.send(heard[::-1])
    except OSError as fault:
        heard = fault
    channel.close()
    return heard


def test_messages_pass_the_way_of_windows(listening, in_thread):
    address, listener = listening
    served = in_thread(serve, listener)
    channel = pipe(address, b"the secret")
    large = os.urandom(300_000)
    channel.send(large)
    assert channel.receive(20) == large[::-1]
    assert served() == large
    with pytest.raises(ConnectionResetError):
        channel.receive(20)
    channel.close()


def test_another_secret_is_refused_the_way_of_windows(listening, in_thread):
    address, listener = listening
    served = in_thread(serve, listener)
    with pytest.raises(ConnectionRefusedError):
        pipe(address, b"another secret")
    assert isinstance(served(), OSError)


def test_who_is_silent_keeps_nobody_the_way_of_windows(listening, in_thread):
    from multiprocessing.connection import Client

    address, listener = listening
    silent = Client(address)
    listener.accept()
    served = in_thread(serve, listener)
    channel = pipe(address, b"the secret")
    channel.send(b"heard")
    assert channel.receive(20) == b"draeh"
    assert served() == b"heard"
    silent.close()


def test_no_message_in_time_the_way_of_windows(listening, in_thread):
    address, listener = listening
    held = in_thread(listener.accept)
    accepted = in_thread(lambda: held().receive(20))
    channel = pipe(address, b"the secret")
    with pytest.raises(TimeoutError):
        channel.receive(-1)
    channel.send(b"x")
    assert accepted() == b"x"
