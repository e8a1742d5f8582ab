"""A review by a Dask cluster: a real scheduler and workers, some of which get lost."""

import json
import pickle
import shutil
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing

import pytest
from appeal_lint.doors.review.cluster_work import Shared, Unlike, judged
from appeal_lint.doors.review.installation import installation
from appeal_lint.doors.review.source import Plan
from dask_cluster import LINTER, DaskCluster, environment, wait

pytestmark = pytest.mark.skipif(
    sys.platform == "win32", reason="needs SIGKILL and SIGINT for one process"
)

LETTER = """Dear Seller Performance Team,

Our late shipment rate rose to {rate} % in {month} because our carrier lost its depot in {town}.
We broke the shipping policy, and {count} buyers waited a week for their {goods}.
On {day} {month} we refunded {count} buyers. We will weigh every parcel from now on.
We have hired {few} packers, and every order of {goods} is checked against its invoice.
Please allow us to sell {goods} again.
"""
MONTHS = ("March", "April", "May", "June")
TOWNS = ("Leeds", "Lyon", "Porto", "Graz", "Turin")
GOODS = ("teapots", "lanterns", "garden hoses", "chess sets", "lens caps", "yoga mats", "kettles")


MANY = 30
"""Letters that can be read: enough for several batches on two workers, and no more."""


@pytest.fixture(scope="module")
def letters(tmp_path_factory):
    """Letters that differ, and two that cannot be read."""
    folder = tmp_path_factory.mktemp("past") / "letters"
    folder.mkdir()
    for number in range(MANY):
        text = LETTER.format(
            rate=4 + number,
            month=MONTHS[number % 4],
            town=TOWNS[number % 5],
            goods=GOODS[number % 7],
            count=number + 2,
            few=number % 8 + 2,
            day=number % 27 + 1,
        )
        (folder / f"letter-{number:02}.txt").write_text(text, encoding="utf-8")
    (folder / "empty.txt").write_text("")
    (folder / "picture.txt").write_bytes(b"\x89PNG\r\n\0\0\0")
    return folder


@pytest.fixture(scope="module")
def here(letters, tmp_path_factory):
    """What this computer alone says of the letters: lines of JSON, and standard error."""
    home = tmp_path_factory.mktemp("alone")
    done = review(home, letters, "--jobs", "1")
    assert done.returncode == 2, done.stderr
    lines = (home / "out.jsonl").read_bytes()
    assert len(lines.splitlines()) == MANY
    return lines, done.stderr


@pytest.fixture(scope="module")
def cluster(tmp_path_factory):
    with DaskCluster(tmp_path_factory.mktemp("cluster")) as cluster:
        yield cluster


@pytest.fixture
def switched(cluster):
    """Return how to say what is to go wrong on the cluster in this test."""
    made = []

    def switch(name):
        made.append(cluster.control / name)
        made[-1].touch()

    yield switch
    for one in made:
        one.unlink(missing_ok=True)


def command(home, *args):
    out = [] if "--jsonl" in args else ["--jsonl", str(home / "out.jsonl")]
    return [sys.executable, "-m", "appeal_lint", "review", *map(str, args), *out]


def review(home, *args, **more):
    return subprocess.run(
        command(home, *args),
        env=environment(home, **more),
        cwd=home,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def kept(home):
    """Return how many letters are kept as done."""
    for path in (home / "cache").rglob("*.sqlite"):
        with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as file:
            try:
                return file.execute("SELECT count(*) FROM letters WHERE fault = ''").fetchone()[0]
            except sqlite3.OperationalError:
                return 0
    return 0


def test_a_lost_worker_changes_nothing(cluster, switched, letters, here, tmp_path):
    switched("die")
    done = review(tmp_path, letters, "--scheduler", cluster.address)
    assert (cluster.control / "died").exists()
    assert (tmp_path / "out.jsonl").read_bytes() == here[0]
    assert (done.returncode, done.stderr) == (2, here[1])


def test_workers_open_what_is_at_an_address(cluster, letters, here, tmp_path):
    done = review(tmp_path, f"file://{letters}", "--scheduler", cluster.address)
    expected = here[0].replace(b'{"path": "', b'{"path": "file://')
    assert (tmp_path / "out.jsonl").read_bytes() == expected
    assert done.stderr == here[1].replace(f" {letters}", f" file://{letters}")


def test_only_the_letter_that_kills_workers_is_lost(cluster, letters, here, tmp_path):
    past = tmp_path / "past"
    past.mkdir()
    for path in sorted(letters.glob("letter-0[0-4].txt")):
        shutil.copy(path, past)
    bad = past / "letter-99.txt"
    bad.write_text("Dear Amazon, this is the letter that kills. We refunded two buyers.\n")
    done = review(tmp_path, past, "--scheduler", cluster.address)
    assert done.returncode == 2
    assert done.stderr.splitlines() == [
        "appeal-lint: 1 letter could not be read:",
        f"appeal-lint: {bad}: this file ended the process that read it. "
        "It may be damaged or too large.",
    ]
    expected = [json.loads(line) for line in here[0].splitlines()][:5]
    found = [json.loads(line) for line in (tmp_path / "out.jsonl").read_bytes().splitlines()]
    assert [one["findings"] for one in found] == [one["findings"] for one in expected]


def test_who_stops_it_can_go_on(cluster, switched, letters, here, tmp_path):
    switched("slow")
    running = subprocess.Popen(
        command(tmp_path, letters, "--scheduler", cluster.address),
        env=environment(tmp_path),
        cwd=tmp_path,
        stderr=subprocess.PIPE,
        text=True,
    )
    wait(lambda: kept(tmp_path) > 0)
    running.send_signal(signal.SIGINT)
    _, said = running.communicate(timeout=60)
    assert running.returncode == 130
    before = kept(tmp_path)
    assert said.splitlines()[:2] == [
        f"appeal-lint: Stopped. {before} of {MANY + 2} letters are done.",
        "appeal-lint: To go on: appeal-lint review --resume",
    ]
    assert 0 < before < MANY
    given = len(cluster.judged())
    review(tmp_path, "--resume")
    assert (tmp_path / "out.jsonl").read_bytes() == here[0]
    assert len(cluster.judged()) - given <= MANY + 2 - before + 2


def test_the_scheduler_goes_away(letters, here, tmp_path):
    with DaskCluster(tmp_path / "cluster", workers=1) as cluster:
        (cluster.control / "slow").touch()
        running = subprocess.Popen(
            command(tmp_path, letters, "--scheduler", cluster.address),
            env=environment(tmp_path),
            cwd=tmp_path,
            stderr=subprocess.PIPE,
            text=True,
        )
        wait(lambda: kept(tmp_path) > 0)
        cluster.scheduler.kill()
        _, said = running.communicate(timeout=60)
        assert running.returncode == 2
        assert said.splitlines() == [
            f"appeal-lint: The scheduler {cluster.address} does not answer any more. What is done "
            "is kept. Start it again, then go on with: appeal-lint review --resume"
        ]
    assert 0 < kept(tmp_path) < MANY
    done = review(tmp_path, "--resume", "--jobs", "1")  # on with this computer alone
    assert (tmp_path / "out.jsonl").read_bytes() == here[0]
    assert done.stderr.endswith(here[1])


def test_another_release_on_the_workers_is_refused(cluster, letters, tmp_path):
    shutil.copytree(LINTER / "appeal_lint", tmp_path / "linter" / "appeal_lint")
    (tmp_path / "rules").symlink_to(LINTER.parent / "rules")
    changed = tmp_path / "linter" / "appeal_lint" / "lint.py"
    changed.write_text(changed.read_text() + "\n# a later release\n")
    given = len(cluster.judged())
    done = review(
        tmp_path,
        letters,
        "--scheduler",
        cluster.address,
        PYTHONPATH=str(tmp_path / "linter"),
    )
    assert done.returncode == 2
    (line,) = done.stderr.splitlines()
    assert line.startswith("appeal-lint: A worker of the cluster has appeal-lint ")
    assert line.endswith("Install the same on all computers, then start the workers again.")
    assert len(cluster.judged()) == given, "no letter was sent"


def test_a_worker_that_comes_later_is_compared_before_it_judges():
    uses, packages = frozenset({(None, None)}), ("spacy",)
    here = installation(uses, packages)
    for what in ("appeal-lint", "the language model", "the engine", "spacy"):
        other = Shared(what, pickle.dumps(Plan("en")), uses, packages, {**here, what: "0.1"})
        assert judged(other, ()) == Unlike(what, here[what], "0.1")
    alike = Shared("alike", pickle.dumps(Plan("en")), uses, packages, here)
    assert judged(alike, ()) == []


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["--scheduler", "localhost:8786"], "write it as tcp://HOST:PORT."),
        (["--scheduler", "tcp://127.0.0.1:9"], "no Dask scheduler can be reached there."),
        (["--scheduler", "tls://127.0.0.1:9"], "for tls:// Dask's own settings must name"),
        (["--scheduler", "tcp://127.0.0.1:9", "--jobs", "2"], "cannot stand together."),
    ],
)
def test_what_cannot_be_reached_is_said_in_one_line(letters, tmp_path, args, said):
    done = review(tmp_path, letters, *args, DASK_DISTRIBUTED__COMM__TIMEOUTS__CONNECT="500ms")
    assert done.returncode == 2
    (line,) = done.stderr.splitlines()
    assert said in line


def test_without_workers_it_is_said_how_to_start_one(letters, tmp_path):
    with DaskCluster(tmp_path / "cluster", workers=0) as alone:
        done = review(
            tmp_path,
            letters,
            "--scheduler",
            alone.address,
            DASK_DISTRIBUTED__COMM__TIMEOUTS__CONNECT="1s",
        )
    assert done.returncode == 2
    assert done.stderr == (
        f"appeal-lint: --scheduler {alone.address}: this scheduler has no workers. "
        f"Start one on each computer with: dask worker {alone.address}\n"
    )


def test_without_dask_it_is_said_what_to_install(letters, tmp_path):
    code = (
        "import sys; sys.modules['distributed'] = None\n"
        "from appeal_lint.__main__ import main; main()"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, "review", letters, "--scheduler", "tcp://127.0.0.1:9"],
        env=environment(tmp_path),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert done.stderr.splitlines() == [
        "appeal-lint: This needs a part that is not installed. "
        "Install it with: pip install 'appeal-lint[dask]'"
    ]


def test_nothing_is_imported_for_who_has_no_cluster(letters, tmp_path):
    code = (
        "import sys\n"
        "from appeal_lint.doors.cli import main\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "print([one for one in ('distributed', 'dask', 'fsspec') if one in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, "review", letters / "empty.txt"],
        env=environment(tmp_path),
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout.splitlines()[-1] == "[]"
