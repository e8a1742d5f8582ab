"""The file that reports are kept in: bounded, shared, and never in the way."""

import os
import sqlite3
import stat
import subprocess
import sys

import pytest
from appeal_lint.cache.store import Store

MANY = """
import sys
from pathlib import Path
from appeal_lint.cache.store import Store
own = sys.argv[2]
sys.stdin.readline()
for at in range(40):
    store = Store(Path(sys.argv[1]), most=300)
    store.put(f"{own}-{at}", "basis", f"{own}-{at}".encode() * 500)
    for name in (f"{own}-{at}", f"{own}-{at // 2}"):
        found = store.get(name)
        assert found is None or found == name.encode() * 500, name
    store.close()
"""


@pytest.fixture
def store(tmp_path):
    made = Store(tmp_path / "cache")
    yield made
    made.close()


def again(store, **more):
    store.close()
    return Store(store.path.parent, **more)


def test_what_was_put_is_found_by_another(store):
    store.put("a", "basis", b"\0x")
    store.put("a", "basis", b"y")
    other = again(store)
    assert other.get("a") == b"y"
    assert other.get("b") is None
    assert other.has("basis")
    assert not other.has("a")
    assert other.count() == (1, 1)


def test_only_the_owner_may_look(tmp_path):
    mask = os.umask(0)
    try:
        store = Store(tmp_path / "cache")
        store.put("a", "basis", b"x")
        folder = store.path.parent
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700
        assert {stat.S_IMODE(one.stat().st_mode) for one in folder.iterdir()} == {0o600}
        store.close()
    finally:
        os.umask(mask)


def test_nothing_is_made_before_something_is_looked_for(tmp_path):
    Store(tmp_path / "cache").close()
    assert not list(tmp_path.iterdir())


def test_the_number_is_bounded_and_the_oldest_go_first(tmp_path):
    store = Store(tmp_path, most=20)
    for at in range(50):
        store.put(f"{at:02}", "basis", b"x")
        assert store.count()[0] <= 20
    assert store.get("49") == b"x"
    assert store.get("00") is None
    rows = sqlite3.connect(store.path).execute("SELECT name FROM results ORDER BY name").fetchall()
    assert [name for (name,) in rows] == [f"{at:02}" for at in range(50 - len(rows), 50)]


def test_what_was_read_lately_stays(tmp_path):
    store = Store(tmp_path, most=10)
    for at in range(10):
        store.put(str(at), "basis", b"x")
    with sqlite3.connect(store.path) as file:  # as if that were days ago
        file.execute("UPDATE results SET used = used - 200000")
    assert store.get("0") == b"x"
    store.put("new", "basis", b"x")
    assert store.get("0") == b"x"
    assert store.get("1") is None


def test_the_bytes_are_bounded(tmp_path):
    store = Store(tmp_path, most_bytes=10_000)
    store.put("too large", "basis", b"x" * 10_001)
    assert store.count() == (0, 0)
    for at in range(30):
        store.put(str(at), "basis", b"x" * 900)
        assert store.count()[1] <= 10_000
    assert store.get("29")


def test_ten_processes_at_once(tmp_path):
    start = {"stdin": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}
    all_of_them = [
        subprocess.Popen([sys.executable, "-c", MANY, str(tmp_path / "new"), str(at)], **start)
        for at in range(10)
    ]
    for one in all_of_them:
        one.stdin.write("\n")
        one.stdin.flush()
    said = [one.communicate(timeout=120)[1] for one in all_of_them]
    assert said == [""] * 10
    count, size = Store(tmp_path / "new").count()
    assert 0 < count <= 300
    assert size
    check = sqlite3.connect(Store(tmp_path / "new").path).execute("PRAGMA integrity_check")
    assert check.fetchall() == [("ok",)]


def filled(folder):
    store = Store(folder)
    for at in range(60):
        store.put(str(at), "basis", b"x" * 3000)
    store.close()
    return store.path


def damaged_by(how, path):
    data = path.read_bytes()
    if isinstance(how, int):
        path.write_bytes(data[:how])
    elif how == "half":
        path.write_bytes(data[: len(data) // 2])
    elif how == "garbage":
        path.write_bytes(os.urandom(len(data)))
    elif how == "text":
        path.write_text("This is a letter.\n" * 500)
    elif how == "middle":
        path.write_bytes(data[:4096] + os.urandom(len(data) - 4096))
    elif how == "another table":
        path.unlink()
        with sqlite3.connect(path) as file:
            file.execute("CREATE TABLE results (own TEXT)")
    elif how == "odd rows":
        with sqlite3.connect(path) as file:
            file.execute("UPDATE results SET data = 'text', used = 'never'")
    elif how == "a journal of another":
        path.with_name(path.name + "-wal").write_bytes(os.urandom(5000))


HOW = [0, 1, 50, 100, 1000, 4096, 5000, "half", "garbage", "text", "middle", "another table",
       "odd rows", "a journal of another"]  # fmt: skip


@pytest.mark.parametrize("how", HOW)
def test_a_damaged_file_is_healed(tmp_path, how):
    damaged_by(how, filled(tmp_path))
    for _ in range(2):  # the first run finds the damage, the next has a sound file
        store = Store(tmp_path)
        assert store.has("basis") in (True, False)
        assert store.get("3") in (None, b"x" * 3000)
        store.put("3", "basis", b"x" * 3000)
        store.put("new", "basis", b"y")
        store.close()
    store = Store(tmp_path)
    assert store.get("3") == b"x" * 3000
    assert store.get("new") == b"y"
    store.close()


def test_a_file_that_another_locks(tmp_path):
    path = filled(tmp_path)
    other = sqlite3.connect(path)
    other.execute("PRAGMA locking_mode = EXCLUSIVE")
    other.execute("BEGIN EXCLUSIVE")
    other.execute("DELETE FROM results WHERE name = '5'")
    store = Store(tmp_path)
    store.put("4", "basis", b"z")
    assert store.get("4") in (None, b"x" * 3000)
    store.close()
    other.rollback()
    other.close()
    store = Store(tmp_path)
    assert store.get("5") == b"x" * 3000
    store.put("4", "basis", b"z")
    assert store.get("4") == b"z"
    store.close()


@pytest.mark.parametrize("where", ["a file", "below a file", "no such device", "a folder"])
def test_a_place_that_cannot_be_used(tmp_path, where):
    folder = tmp_path / "cache"
    if where == "a file":
        folder.write_text("x")
    elif where == "below a file":
        (tmp_path / "file").write_text("x")
        folder = tmp_path / "file" / "cache"
    elif where == "a folder":
        Store(folder).path.mkdir(parents=True)
    else:
        folder = type(folder)("/proc/nothing/cache")
    store = Store(folder)
    store.put("a", "basis", b"x")
    assert store.get("a") is None
    assert not store.has("basis")
    assert store.count() == (0, 0)
    store.close()


def test_what_is_cleared_is_gone(store):
    store.put("a", "basis", b"x")
    store.clear()
    assert not list(store.path.parent.iterdir())
    assert store.get("a") is None
