"""Reviews that are stopped midway, by the user or by worse, and gone on with."""

import os
import signal
import subprocess
import sys
import time
from contextlib import suppress

import psutil
import pytest
from past import folder_of, rows_of, table_of

PATIENCE = 240
"""Seconds until something is taken to be stuck; never waited for else."""


@pytest.fixture
def folder(tmp_path):
    """More letters than two processes judge in a moment."""
    folder = folder_of(tmp_path, many=30)
    for path in list(folder.iterdir()):
        for number in range(3):
            above = b"Our shop has had number %d since 2019.\r\n\r\n" % number
            path.with_name(f"{number}-{path.name}").write_bytes(above + path.read_bytes())
    return folder


@pytest.fixture
def environment(tmp_path):
    return {**os.environ, "XDG_CACHE_HOME": str(tmp_path / "cache"), "LC_ALL": "C.UTF-8"}


def begin(folder, environment, *options, **more):
    words = [sys.executable, "-m", "appeal_lint", "review", str(folder), "--jobs", "2", *options]
    return subprocess.Popen(
        words, env=environment, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True,
        **more,
    )  # fmt: skip


def run(environment, *words, cwd=None):
    done = subprocess.run(
        [sys.executable, "-m", "appeal_lint", "review", *map(str, words)],
        env=environment, capture_output=True, text=True, timeout=PATIENCE, check=False, cwd=cwd,
    )  # fmt: skip
    return done.returncode, done.stdout, done.stderr


def judged(environment):
    """Return how many letters are done, as another process sees it."""
    import sqlite3
    from pathlib import Path

    for path in Path(environment["XDG_CACHE_HOME"]).rglob("*.sqlite"):
        with suppress(sqlite3.Error):
            file = sqlite3.connect(path, timeout=5)
            try:
                return file.execute("SELECT count(done) FROM letters").fetchone()[0]
            finally:
                file.close()
    return 0


def wait_for(what):
    end = time.monotonic() + PATIENCE
    while not (found := what()):
        assert time.monotonic() < end, "it never came"
        time.sleep(0.02)
    return found


def test_killed_midway_and_gone_on_with_the_tables_are_the_same(folder, environment, tmp_path):
    whole = [tmp_path / "whole.jsonl", tmp_path / "whole.csv"]
    assert run(environment, folder, "--no-cache", "--jsonl", whole[0], "--csv", whole[1])[0] == 0
    first = begin(folder, environment, "--jsonl", tmp_path / "a.jsonl")
    wait_for(lambda: judged(environment))
    workers = psutil.Process(first.pid).children(recursive=True)
    first.kill()
    first.communicate()
    assert not (tmp_path / "a.jsonl").exists()
    done = judged(environment)
    assert 0 < done < 120
    psutil.wait_procs(workers, timeout=PATIENCE)
    assert not any(one.is_running() for one in workers), "workers outlive a review"
    out = [tmp_path / "b.jsonl", tmp_path / "b.csv"]
    status, _, err = run(environment, "--resume", "--jsonl", out[0], "--csv", out[1])
    assert status == 0
    assert f"{120 - done} letters were judged, {done} are known from before" in err
    for one, other in zip(out, whole, strict=True):
        assert one.read_bytes() == other.read_bytes()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGINT for one process")
def test_ctrl_c_leaves_what_is_done(folder, environment, tmp_path):
    first = begin(folder, environment, "--jsonl", tmp_path / "a.jsonl")
    wait_for(lambda: judged(environment))
    first.send_signal(signal.SIGINT)
    _, err = first.communicate(timeout=PATIENCE)
    assert first.returncode == 130
    assert "Stopped." in err
    assert "appeal-lint review --resume" in err
    assert "Traceback" not in err
    assert not (tmp_path / "a.jsonl").exists()
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    status, _, err = run(environment, "--resume", "--csv", "b.csv", cwd=elsewhere)
    assert status == 0
    assert "known from before" in err
    assert len(rows_of(tmp_path / "a.jsonl")) == 120  # where it was to go at first
    assert len(table_of(elsewhere / "b.csv")) == 120, "a name means what it means here"
    status, _, err = run(environment, "--resume")
    assert status == 2
    assert "No review was stopped" in err


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no groups of processes")
def test_ctrl_c_while_workers_start_shows_no_traceback(folder, environment):
    """A terminal sends it to all processes, also to those that have just been started."""
    first = begin(folder, environment, "--no-cache", start_new_session=True)
    main = psutil.Process(first.pid)
    wait_for(lambda: [one for one in main.children() if "spawn_main" in str(one.cmdline())])
    os.killpg(first.pid, signal.SIGINT)
    _, err = first.communicate(timeout=PATIENCE)
    assert first.returncode == 130
    assert err.strip() == "appeal-lint: Stopped. 0 of 120 letters are done."


def test_ctrl_c_while_the_program_starts_shows_no_traceback(environment):
    code = (
        "import sys\n"
        "from appeal_lint.__main__ import main\n"
        "class Pressed:\n"
        "    def find_spec(self, name, *_):\n"
        "        if name == 'appeal_lint.doors.cli': raise KeyboardInterrupt\n"
        "sys.meta_path.insert(0, Pressed())\n"
        "main()"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, "review"], env=environment, capture_output=True, check=False
    )
    assert (done.returncode, done.stderr) == (130, b"")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows removes no file that is open")
def test_nothing_is_left_of_a_review_that_keeps_nothing(folder, environment, tmp_path):
    away = tmp_path / "temporary"
    away.mkdir()
    first = begin(folder, {**environment, "TMPDIR": str(away)}, "--no-cache")
    wait_for(psutil.Process(first.pid).children)
    first.kill()
    first.communicate()
    assert list(away.iterdir()) == []


def test_a_worker_that_dies_takes_no_letter_with_it(folder, environment, tmp_path):
    first = begin(folder, environment, "--jsonl", tmp_path / "a.jsonl")
    wait_for(lambda: judged(environment))
    workers = [
        one
        for one in psutil.Process(first.pid).children()
        if "resource_tracker" not in " ".join(one.cmdline())
    ]
    workers[0].kill()
    _, err = first.communicate(timeout=PATIENCE)
    assert first.returncode == 0, err
    assert len(rows_of(tmp_path / "a.jsonl")) == 120


def test_a_worker_that_dies_at_its_start_holds_nothing_up(folder, environment, tmp_path):
    """As one does for which there is no memory."""
    first = begin(folder, environment, "--jsonl", tmp_path / "a.jsonl")
    main, killed = psutil.Process(first.pid), set()
    end = time.monotonic() + PATIENCE
    while len(killed) < 2 and first.poll() is None and time.monotonic() < end:
        for one in main.children():
            with suppress(psutil.Error):
                if one.pid not in killed and "spawn_main" in str(one.cmdline()):
                    one.kill()
                    killed.add(one.pid)
    _, err = first.communicate(timeout=PATIENCE)
    assert len(killed) == 2
    assert first.returncode == 0, err
    assert len(rows_of(tmp_path / "a.jsonl")) == 120


def test_two_reviews_of_the_same_letters_keep_out_of_each_others_way(folder, environment):
    first = begin(folder, environment)
    wait_for(lambda: judged(environment))
    status, _, err = run(environment, folder)
    assert status == 2
    assert "Another run is reviewing the same letters" in err
    status, _, err = run(environment, "--resume")
    assert status == 2
    assert "No review was stopped" in err, "the one that runs is not"
    first.kill()
    first.communicate()
