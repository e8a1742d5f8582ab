"""A review as somebody with a folder of past appeals uses it."""

import json
import os
import shutil
import subprocess
import sys

import pytest
from past import folder_of, rows_of, table_of

FAILED, NOT_READY, READY = 2, 1, 0


@pytest.fixture(autouse=True)
def _own_cache(monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


@pytest.fixture
def folder(tmp_path):
    return folder_of(tmp_path)


def test_each_letter_has_a_row_that_says_what_the_single_command_says(run, folder, tmp_path):
    status, out, err = run("review", folder, "--jsonl", tmp_path / "o.jsonl", "--lang", "en")
    assert (status, err) == (READY, "")
    assert "6 letters were read" in out
    rows = rows_of(tmp_path / "o.jsonl")
    _, single, _ = run("--format", "json", "--lang", "en", *sorted(folder.iterdir()))
    drafts = json.loads(single)["drafts"]
    assert [row["path"] for row in rows] == [draft["path"] for draft in drafts]
    for row, draft in zip(rows, drafts, strict=True):
        for finding in draft["findings"]:
            finding["rewrite"] = None  # which a review does not look for
        assert {key: row[key] for key in draft} == draft
        assert row["words"] == len((folder / row["path"]).read_text("utf-8").split())


def test_a_table_has_what_the_rows_have(run, folder, tmp_path, monkeypatch):
    (folder / "=1+1.txt").write_text(next(folder.iterdir()).read_text("utf-8"), encoding="utf-8")
    monkey = tmp_path / "o.csv"
    monkeypatch.chdir(folder)
    run("review", ".", "--csv", monkey, "--jsonl", tmp_path / "o.jsonl")
    table, rows = table_of(monkey), rows_of(tmp_path / "o.jsonl")
    assert len(table) == len(rows) == 7
    for cells, row in zip(table, rows, strict=True):
        assert cells["path"].removeprefix("'") == row["path"]
        assert not cells["path"].startswith("=")
        assert int(cells["score"]) == row["score"]
        assert cells["ready"] == ("yes" if row["ready"] else "no")
        errors = sum(one["severity"] == "error" for one in row["findings"])
        assert int(cells["errors"]) == errors
        for rule in {one["rule"] for one in row["findings"]}:
            assert rule in cells["rules"]


def test_the_number_of_processes_changes_nothing(run, folder, tmp_path):
    for jobs in (1, 2, 3):
        run("review", folder, "--jsonl", tmp_path / f"{jobs}.jsonl", "--jobs", jobs, "--no-cache")
    one = (tmp_path / "1.jsonl").read_bytes()
    assert one
    assert (tmp_path / "2.jsonl").read_bytes() == one
    assert (tmp_path / "3.jsonl").read_bytes() == one


@pytest.mark.skipif(sys.platform != "linux", reason="a folder that even root cannot write to")
@pytest.mark.parametrize("option", ["--csv", "--jsonl", "--html"])
def test_a_folder_that_cannot_be_written_to_is_said_before_anything_is_read(run, folder, option):
    status, out, err = run("review", folder, option, "/proc/o.out")
    assert (status, out) == (FAILED, "")
    assert err.count("\n") == 1
    assert f"{option} /proc/o.out: nothing can be written in this folder" in err


def test_a_bad_file_is_named_and_stops_nothing(run, folder, tmp_path):
    (folder / "empty.txt").write_bytes(b"")
    (folder / "broken.docx").write_bytes(b"PK\x03\x04 not a zip file")
    (folder / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0")
    status, out, err = run("review", folder, "--jsonl", tmp_path / "o.jsonl")
    assert status == FAILED
    assert len(rows_of(tmp_path / "o.jsonl")) == 6
    assert "6 letters were read" in out
    assert "3 letters could not be read" in err
    for name in ("empty.txt", "broken.docx", "picture.txt"):
        assert sum(name in line for line in err.splitlines()) == 1
    assert "Traceback" not in err


def test_only_what_has_changed_is_judged_again(run, folder, tmp_path):
    run("review", folder, "--jsonl", tmp_path / "1.jsonl")
    changed, gone = sorted(folder.iterdir())[:2]
    changed.write_text("We will hire two inspectors.\n\n" + changed.read_text("utf-8"), "utf-8")
    gone.unlink()
    _, _, err = run("review", folder, "--jsonl", tmp_path / "2.jsonl")
    assert "1 letter was judged, 4 are known from before" in err
    before = {row["path"]: row for row in rows_of(tmp_path / "1.jsonl")}
    after = {row["path"]: row for row in rows_of(tmp_path / "2.jsonl")}
    assert set(before) - set(after) == {str(gone)}
    for path, row in after.items():
        assert (row == before[path]) == (path != str(changed))


def test_what_another_release_reads_is_read_again(folder, tmp_path):
    page = next(folder.iterdir()).read_text("utf-8")
    (folder / "page.html").write_text(f"<!doctype html><pre>{page}</pre>", encoding="utf-8")
    newer = tmp_path / "newer" / "selectolax-99.0.dist-info"
    newer.mkdir(parents=True)
    (newer / "METADATA").write_text("Metadata-Version: 2.1\nName: selectolax\nVersion: 99.0\n")
    paths = os.pathsep.join([str(newer.parent), *filter(None, [os.environ.get("PYTHONPATH")])])
    words = [sys.executable, "-m", "appeal_lint", "review", folder, "--lang", "en"]
    subprocess.run(words, capture_output=True, check=True)
    done = subprocess.run(
        words, env={**os.environ, "PYTHONPATH": paths}, capture_output=True, check=True, text=True
    )
    assert "1 letter was judged, 6 are known from before" in done.stderr


def test_a_changed_list_of_ignores_is_seen(run, folder, tmp_path):
    run("review", folder, "--jsonl", tmp_path / "1.jsonl")
    letter = next(row["path"] for row in rows_of(tmp_path / "1.jsonl") if row["findings"][:1])
    run("ignore", letter, "1")
    _, _, err = run("review", folder, "--jsonl", tmp_path / "2.jsonl")
    assert "1 letter was judged" in err
    row = next(row for row in rows_of(tmp_path / "2.jsonl") if row["path"] == letter)
    assert len(row["ignored"]) == 1
    run("review", folder, "--jsonl", tmp_path / "3.jsonl", "--no-ignores")
    row = next(row for row in rows_of(tmp_path / "3.jsonl") if row["path"] == letter)
    assert row["ignored"] == []


def test_a_baseline_that_cannot_be_read_is_said_once(run, folder, tmp_path):
    bad = tmp_path / "baseline.yaml"
    bad.write_text("ignores: [\n", encoding="utf-8")
    status, out, err = run("review", folder, "--baseline", bad)
    assert (status, out) == (FAILED, "")
    assert len(err.splitlines()) == 1
    assert f"{bad}:2: this is not YAML" in err


def test_outcomes_come_from_a_file_of_their_own(run, folder, tmp_path):
    names = sorted(path.name for path in folder.iterdir())
    said = ["reinstated", "rejected", "won", "?", "perhaps", "no"]
    lines = [f"{name},{word}" for name, word in zip(names, said, strict=True)]
    table = tmp_path / "outcomes.csv"
    table.write_text("\n".join(["file,outcome", *lines, "lost.txt,won"]), encoding="utf-8")
    _, _, err = run("review", folder, "--outcomes", table, "--jsonl", tmp_path / "o.jsonl")
    known = [row["outcome"] for row in rows_of(tmp_path / "o.jsonl")]
    assert known == ["reinstated", "rejected", "reinstated", None, None, "rejected"]
    assert "perhaps" in err
    assert "lost.txt" in err


def test_a_table_has_a_letter_in_each_row(run, folder, tmp_path):
    texts = [path.read_text("utf-8") for path in sorted(folder.iterdir())[:3]]
    lines = [
        {"Letter": text, "Result": word, "Consultant": "Wu", "Case": f"C-{at}"}
        for at, (text, word) in enumerate(zip(texts, ("won", "lost", ""), strict=True))
    ]
    lines.append({"Letter": "", "Result": "won"})
    table = tmp_path / "past.jsonl"
    table.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    status, _, err = run("review", table, "--jsonl", tmp_path / "o.jsonl")
    rows = rows_of(tmp_path / "o.jsonl")
    assert status == FAILED
    assert "past.jsonl#4" in err
    assert [row["path"] for row in rows] == [f"{table}#{at}" for at in (1, 2, 3)]
    assert [row["id"] for row in rows] == ["C-0", "C-1", "C-2"]
    assert {row["author"] for row in rows} == {"Wu"}
    assert [row["outcome"] for row in rows] == ["reinstated", "rejected", None]
    status, _, err = run("review", table, "--column", "text=Brief")
    assert status == FAILED
    assert "Brief" in err


def test_the_mails_of_a_mailbox_are_letters(run, folder, tmp_path):
    mail = "From x@y Mon Nov  2 10:00:00 2026\nFrom: {who}\nSubject: Appeal\n\n{text}\n\n"
    texts = [path.read_text("utf-8") for path in sorted(folder.iterdir())[:2]]
    box = tmp_path / "sent.mbox"
    box.write_text(
        mail.format(who="Wu Li <wu@shop.example>", text=texts[0])
        + mail.format(who="Seller Performance <notice@amazon.com>", text="Your account is closed.")
        + mail.format(who="Wu Li <wu@shop.example>", text=texts[1]),
        encoding="utf-8",
    )
    status, _, err = run("review", box, "--jsonl", tmp_path / "o.jsonl")
    assert status == READY
    assert "1 mail is from Amazon" in err
    assert [row["path"] for row in rows_of(tmp_path / "o.jsonl")] == [f"{box}#1", f"{box}#3"]


def test_patterns_and_folders_take_letters_only(run, folder, tmp_path, monkeypatch):
    (folder / "notes.yaml").write_text("a: 1\n")
    (folder / ".hidden.txt").write_text("secret")
    (folder / "past.csv").write_text("letter\nDear Amazon\n")
    shutil.copytree(folder, folder / "2024")
    _, _, err = run("review", folder, "--jsonl", tmp_path / "1.jsonl")
    assert len(rows_of(tmp_path / "1.jsonl")) == 12
    assert "past.csv" in err
    run("review", f"{folder}/**/bad*.txt", "--jsonl", tmp_path / "2.jsonl")
    paths = [row["path"] for row in rows_of(tmp_path / "2.jsonl")]
    assert len(paths) == len(set(paths)) == 12
    monkeypatch.chdir(folder)
    status, _, err = run("review", "nothing*.txt")
    assert (status, "no file fits this pattern" in err) == (FAILED, True)
    status, _, err = run("review", "nowhere")
    assert (status, "no such file or folder" in err) == (FAILED, True)


def test_what_an_earlier_review_wrote_is_no_letter(run, folder):
    out = [folder / name for name in ("report.html", "rows.jsonl", "rows.csv")]
    written = ("--html", out[0], "--jsonl", out[1], "--csv", out[2])
    run("review", folder, *written)
    status, _, err = run("review", folder, *written)
    assert (status, "rows" in err) == (READY, False)
    out[0].rename(folder / "old report.html")
    for paths in ([folder], [f"{folder}/*.txt", f"{folder}/*.html"]):
        assert run("review", *paths, "--jsonl", out[1])[0] == READY
        assert len(rows_of(out[1])) == 6


@pytest.mark.skipif(sys.platform == "win32", reason="folders are not opened by their handle")
def test_a_folder_that_cannot_be_read_stops_nothing(run, folder, tmp_path):
    here = os.open(folder, os.O_RDONLY)
    for _ in range(20):  # in the end its name is too long for the system
        os.mkdir("z" * 250, dir_fd=here)
        inside = os.open("z" * 250, os.O_RDONLY, dir_fd=here)
        os.close(here)
        here = inside
    os.close(here)
    status, _, err = run("review", folder, "--jsonl", tmp_path / "1.jsonl")
    assert status == FAILED
    assert "zzz: this folder cannot be read." in err
    assert len(rows_of(tmp_path / "1.jsonl")) == 6


def test_a_letter_is_never_written_over(run, folder, tmp_path):
    letter = sorted(folder.iterdir())[0]
    before = letter.read_bytes()
    for option in ("--jsonl", "--csv", "--html"):
        status, _, err = run("review", folder, option, letter)
        assert status == FAILED
        assert "this is the letter itself" in err
    assert letter.read_bytes() == before
    status, _, err = run("review", folder, "--csv", tmp_path / "a", "--jsonl", tmp_path / "a")
    assert (status, "one file" in err) == (FAILED, True)


def test_the_status_tells_of_letters_only_where_asked(run, folder):
    assert run("review", folder)[0] == READY
    assert run("review", folder, "--fail-on", "error")[0] == NOT_READY


def test_rows_can_go_to_another_program(run, folder):
    status, out, err = run("review", folder, "--jsonl", "-")
    assert (status, err) == (READY, "")
    assert len([json.loads(line) for line in out.splitlines()]) == 6


def test_standard_output_has_the_very_bytes_of_a_file(folder, tmp_path):
    """A stream that shows few letters, as of Windows, changes neither the table nor the page."""
    (folder / "läßt 信.txt").write_text(next(folder.iterdir()).read_text("utf-8"), "utf-8")
    few = {**os.environ, "PYTHONIOENCODING": "latin-1"}
    for option in ("--csv", "--html", "--jsonl"):
        words = [sys.executable, "-m", "appeal_lint", "review", folder, "--lang", "en", option]
        done = subprocess.run([*words, "-"], env=few, capture_output=True, check=True)
        subprocess.run([*words, tmp_path / "out"], capture_output=True, check=True)
        assert done.stdout == (tmp_path / "out").read_bytes()


def test_redacted_outputs_name_nobody(run, tmp_path):
    folder = tmp_path / "of Gustavo Ferreira"
    folder.mkdir()
    (folder / "ferreira-appeal.txt").write_text(
        "Dear Amazon,\n\nOur Order Defect Rate rose to 1.9 %. My name is Gustavo Ferreira. We will "
        "refund order 114-3941689-8772232 and write to gustavo.ferreira@lumilampen.example.\n\n"
        "We will hire Marta Kowalska as inspector.\n\nRegards,\nGustavo Ferreira\n",
        encoding="utf-8",
    )
    table = tmp_path / "outcomes.csv"
    table.write_text("file,outcome,author,id\nferreira-appeal.txt,won,Gustavo Ferreira,FG-77\n")
    out = [tmp_path / name for name in ("o.jsonl", "o.csv", "o.html")]
    status, said, _ = run(
        "review", folder, "--redact", "--outcomes", table,
        "--jsonl", out[0], "--csv", out[1], "--html", out[2],
    )  # fmt: skip
    assert status == READY
    written = said + "".join(path.read_text("utf-8") for path in out)
    for secret in (
        "Gustavo",
        "ferreira",
        "Ferreira",
        "Kowalska",
        "114-3941689",
        "lumilampen",
        "FG-77",
    ):
        assert secret not in written
    row = rows_of(out[0])[0]
    assert row["path"] == "letter 1.txt"
    assert row["author"] == "author 1"
    assert row["outcome"] == "reinstated"
    assert any(one["rule"] == "future-promise" for one in row["findings"])


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes in folders")
def test_a_pipe_or_a_device_among_the_letters_is_named_and_not_waited_for(folder, tmp_path):
    os.mkfifo(folder / "pipe.txt")
    os.mkfifo(tmp_path / "table.csv")
    (folder / "device.txt").symlink_to("/dev/zero")
    asked = [sys.executable, "-m", "appeal_lint", "review", "--lang", "en"]
    said = subprocess.run(
        [*asked, folder], capture_output=True, encoding="utf-8", timeout=300, check=False
    )
    assert said.returncode == FAILED
    assert "6 letters were read" in said.stdout
    for name in ("pipe.txt", "device.txt"):
        (line,) = (line for line in said.stderr.splitlines() if name in line)
        assert "this is no file but a pipe or a device" in line
    table = subprocess.run(
        [*asked, tmp_path / "table.csv"],
        capture_output=True, encoding="utf-8", timeout=300, check=False,
    )  # fmt: skip
    assert table.returncode == FAILED
    assert "this is no file but a pipe or a device" in table.stderr


@pytest.mark.skipif(sys.platform != "linux", reason="names of files are Unicode here")
def test_names_in_an_encoding_of_their_own_are_told_apart(run, folder, tmp_path):
    # a zip file of a Chinese Windows leaves such names
    letter = next(folder.iterdir()).read_bytes()
    for word in ("申诉", "申请"):
        (folder / os.fsdecode(f"{word}.txt".encode("gbk"))).write_bytes(letter)
    (folder / os.fsdecode("空.txt".encode("gbk"))).write_bytes(b"")
    written = {one: tmp_path / f"o.{one}" for one in ("jsonl", "csv", "html")}
    options = [part for one, path in written.items() for part in (f"--{one}", path)]
    status, out, err = run("review", folder, *options)
    assert status == FAILED
    assert "8 letters were read" in out
    assert "1 letter could not be read" in err
    assert "something went wrong" not in err
    rows = rows_of(written["jsonl"])
    assert len({row["path"] for row in rows}) == len(rows) == 8
    assert [row["path"] for row in table_of(written["csv"])] == [row["path"] for row in rows]
    again, _, said = run("review", folder, *options)
    assert again == FAILED
    assert "8 are known from before" in said


@pytest.mark.parametrize("name", ["old.doc", "seller.WPS", "outlook.msg"])
def test_a_letter_in_a_folder_that_cannot_be_read_is_named(run, folder, name):
    (folder / name).write_bytes(b"\xd0\xcf\x11\xe0" + bytes(600))
    status, out, err = run("review", folder)
    assert status == FAILED
    assert "6 letters were read" in out
    assert f"{name}: this looks like an old Word file." in err


def test_a_page_that_is_called_an_old_word_file_is_read(run, folder):
    (folder / "export.doc").write_text(f"<html><p>{'We hired two packers. ' * 20}</p></html>")
    status, out, _ = run("review", folder)
    assert status == READY
    assert "7 letters were read" in out


def test_damage_in_a_row_is_the_fault_of_that_row_only(run, tmp_path):
    lines = [f"{at},Zoë,We hired Bén on {at} May and refunded all.".encode() for at in range(1, 30)]
    lines[9] = b"10\xff,Zo\xeb,We refunded all 12 buyers on 10 May."
    lines[19] = b"20,Li,We refunded all\xff 12 buyers on 20 May."
    (tmp_path / "o.csv").write_bytes(b"\n".join([b"id,author,text", *lines]))
    status, out, err = run("review", tmp_path / "o.csv", "--jsonl", tmp_path / "o.jsonl")
    assert status == FAILED
    assert "28 letters were read" in out
    assert "o.csv#21: the text of this row is damaged" in err
    assert rows_of(tmp_path / "o.jsonl")[9]["id"] == "10?"


def test_what_is_said_of_letters_that_cannot_be_read_is_redacted_too(run, tmp_path):
    letter = "Dear Amazon, we refunded 12 buyers on 3 May. Regards,\nIngrid Solberg\n"
    folder = tmp_path / "past"
    folder.mkdir()
    (folder / "of solberg.txt").write_text(letter, encoding="utf-8")
    (folder / "of solberg.txt.ignores.yaml").write_text("ignores: [\n", encoding="utf-8")
    (folder / "empty okafor.txt").write_text("", encoding="utf-8")
    (folder / "good.Petrov").write_text(letter, encoding="utf-8")
    table = tmp_path / "okafor.csv"
    table.write_text(
        'text,type,author\n"Dear Amazon, we refunded 12 buyers on 3 May.",'
        "fakes (Okafor; joy@okafor.example),Okafor\n,late,Okafor\n",
        encoding="utf-8",
    )
    for language in ("en", "zh"):
        out = [tmp_path / f"{language}.{ending}" for ending in ("html", "jsonl", "csv")]
        status, said, err = run(
            "review", folder, folder / "good.Petrov", table, "--redact", "--lang", language,
            "--html", out[0], "--jsonl", out[1], "--csv", out[2],
        )  # fmt: skip
        assert status == FAILED
        written = said + "".join(path.read_text("utf-8") for path in out)
        for secret in ("solberg", "okafor", "petrov"):
            assert secret not in written.lower()
        assert rows_of(out[1])[1]["type"].startswith("fakes (")
        assert all(line.count("empty okafor.txt") < 2 for line in err.splitlines())
