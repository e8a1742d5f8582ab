"""What the server answers is what the command says by itself: every byte, and the exit status."""

import os
import subprocess

import pytest
from own_rule import RULE

FORMATS = ("text", "json", "plain", "sarif", "compact")
CASES = {
    **{f"as {form}": (["--format", form, "letter.txt"], {}) for form in FORMATS},
    "two letters with statistics": (["--statistics", "--all", "letter.txt", "other.md"], {}),
    "one is missing, one a folder": (["letter.txt", "missing.txt", "."], {}),
    "all are missing": (["missing.txt", os.fsdecode(b"\xff.txt"), "--", "-x.txt"], {}),
    "an option that there is not": (["--nonsense", "letter.txt"], {}),
    "a broken configuration": (["--config", "broken.yaml", "letter.txt"], {}),
    "a broken pack, in Chinese": (["--rules", "broken", "--lang", "zh", "letter.txt"], {}),
    "a rule that is not filled in": (["--rules", "unfilled", "letter.txt"], {}),
    "standard input": (["--stdin-filename", "letter.txt", "-"], {"data": "letter"}),
    "standard input that is no text": (["-"], {"data": bytes(range(256)) * 9}),
    "colours and columns": (["letter.txt"], {"environ": {"FORCE_COLOR": "1", "COLUMNS": "51"}}),
    "ascii": (["letter.txt", "é.txt"], {"environ": {"PYTHONIOENCODING": "ascii"}}),
    "the plain locale": (["letter.txt"], {"environ": {"LC_ALL": "C"}}),
    "Chinese": (["--lang", "zh", "letter.txt"], {}),
    "Chinese that cannot be shown": (
        ["--lang", "zh", "letter.txt"], {"environ": {"PYTHONIOENCODING": "ascii"}}),
    "from another folder": (["../letter.txt"], {"cwd": "inner"}),
    "settings in the environment": (
        ["letter.txt"],
        {"environ": {"APPEAL_LINT_FAIL_ON": "never", "APPEAL_LINT_LANGUAGE": "zh"}}),
    "a wrong variable": (["letter.txt"], {"environ": {"APPEAL_LINT_NONSENSE": "3"}}),
    "a pipe in place of a letter": (["/dev/stdin"], {"data": "letter"}),
    "a report to the terminal by its name": (["--output-file", "/dev/stdout", "letter.txt"], {}),
}  # fmt: skip


@pytest.fixture(scope="module")
def filled(place):
    """Letters and what is wrong with them, and a server that has read a letter."""
    work = place.work
    (work / "inner").mkdir()
    (work / "broken.yaml").write_text("min-score: much\nwarm: on\n")
    for name, text in {
        "broken": RULE.replace("severity: warning", "severity: grave"),
        "unfilled": RULE.replace('message: "', 'message: "Write here '),
    }.items():
        folder = work / name / "own"
        folder.mkdir(parents=True)
        (folder / "my-rule.yaml").write_text(text)
    place.letters = {
        name: (work / file).read_bytes()
        for name, file in {"letter": "letter.txt", "other": "other.md"}.items()
    }
    return place


def both(place, *args, **more):
    """Return the ordinary answer and that of the server; each run of which reads anew."""
    more["data"] = place.letters.get(more.get("data"), more.get("data"))
    if "cwd" in more:
        more["cwd"] = place.work / more["cwd"]
    return place.cold(*args, **more), place.warm("--no-cache", *args, **more)


@pytest.mark.parametrize("case", CASES)
def test_the_answer_is_the_same(filled, case):
    args, more = CASES[case]
    cold, warm = both(filled, *args, **more)
    assert warm == cold
    assert cold.out or cold.err


def test_all_that_was_the_server(filled):
    assert filled.warm("letter.txt").status == 1
    assert filled.server().is_running()
    assert b"answered" in filled.run("server", "status").out


@pytest.mark.parametrize("mask", [0o022, 0o077])
def test_a_report_in_a_file_has_the_same_words_and_permissions(filled, mask):
    made = {}
    for way in ("--warm", "--no-warm"):
        path = filled.work / "inner" / f"report{way}.txt"
        done = filled.run(way, "--output-file", path.name, "../letter.txt",
                          cwd=path.parent, umask=mask)  # fmt: skip
        made[way] = done, path.read_bytes(), path.stat().st_mode & 0o777
        path.unlink()
    assert made["--warm"] == made["--no-warm"]
    assert made["--warm"][2] == 0o666 & ~mask


def test_who_reads_no_more_gets_no_complaint(filled):
    def without_reader(way):
        reading, writing = os.pipe()
        os.close(reading)
        process = filled.begin(way, "letter.txt", stdout=writing)
        os.close(writing)
        return filled.end(process)

    assert without_reader("--warm") == without_reader("--no-warm") == (1, None, b"")


@pytest.mark.parametrize("args", [["letter.txt"], ["missing.txt", "letter.txt"]])
def test_a_full_disk_is_told(filled, args):
    def full(way):
        with open("/dev/full", "wb") as nowhere:
            return filled.run(way, *args, stdout=nowhere)

    done = full("--warm")
    assert done == full("--no-warm")
    assert done.status == 2
    assert b"cannot be written" in done.err


def test_standard_output_that_is_closed(filled):
    def closed(way):
        return filled.run(way, "letter.txt", preexec_fn=lambda: os.close(1))

    assert closed("--warm") == closed("--no-warm")


def test_the_letter_is_not_overwritten_by_its_own_report(filled):
    letter = filled.work / "letter.txt"

    def refused(way):
        with letter.open("rb") as given:
            return filled.run(way, "-", "--output-file", "letter.txt", stdin=given)

    done = refused("--warm")
    assert done == refused("--no-warm")
    assert done.status == 2
    assert letter.read_bytes() == filled.letters["letter"]


def test_a_pipe_that_is_named_does_not_keep_the_server(filled):
    pipe = filled.work / "pipe"
    os.mkfifo(pipe)
    process = filled.begin("--warm", "pipe")
    with pipe.open("wb") as into:
        into.write(filled.letters["other"])
    assert filled.end(process).status == 1
    pipe.unlink()
    assert filled.run("server", "status").status == 0


def test_nothing_of_a_letter_is_left_in_the_log(filled):
    filled.warm("--output-file", "/dev/stdout", "letter.txt")
    filled.warm("--no-cache", "letter.txt", "missing.txt")
    for log in filled.ours.glob("*.log"):
        assert b"inspectors" not in log.read_bytes()


def test_the_server_is_not_seen_by_who_asks_python_for_warnings(fresh):
    done = fresh.warm("missing.txt", environ={"PYTHONDEVMODE": "1"})
    assert done == fresh.cold("missing.txt", environ={"PYTHONDEVMODE": "1"})


def test_a_folder_that_is_gone(filled):
    def gone(*way):
        folder = filled.work / "gone"
        folder.mkdir()
        leave = f"import os\nos.chdir({str(folder)!r})\nos.rmdir({str(folder)!r})\n"
        code = leave + "from appeal_lint.__main__ import main\nmain()"
        return filled.end(filled.begin(*way, "nothing.txt", code=code))

    done = gone()
    assert done == gone("--warm") == gone("--no-warm")
    assert done.status == 2
    assert len(done.err.splitlines()) == 1


def test_the_package_that_asks_is_the_package_that_answers(fresh):
    """Another appeal_lint that Python would find first where the server looks."""
    other = fresh.top / "other" / "appeal_lint"
    other.mkdir(parents=True)
    (other / "__init__.py").write_text("raise SystemExit('the wrong one')\n")
    import appeal_lint

    ours = os.path.dirname(os.path.dirname(appeal_lint.__file__))
    code = (
        f"import sys\nsys.path.insert(0, {ours!r})\nfrom appeal_lint.__main__ import main\nmain()"
    )
    done = fresh.end(
        fresh.begin("--warm", "missing.txt", code=code, environ={"PYTHONPATH": str(other.parent)})
    )
    assert done.status == 2
    assert fresh.run("server", "status").status == 0


def test_the_client_runs_without_shell_or_terminal(filled):
    """As an editor starts it: a session of its own, nothing on standard input."""
    done = filled.run("--warm", "letter.txt", stdin=subprocess.DEVNULL, start_new_session=True)
    assert done == filled.cold("letter.txt")
