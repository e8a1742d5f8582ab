"""Documents at the command line: read by every command, counted in paragraphs, never changed."""

import io
import json
import shutil
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

SAMPLES = Path(__file__).parents[1] / "formats" / "samples"
TRACKED = "This document has tracked changes. I read it as if all of them were accepted."
ENDINGS = ["docx", "odt", "rtf"]


@pytest.fixture(params=ENDINGS)
def letter(request, tmp_path, monkeypatch):
    """A document with tracked changes."""
    monkeypatch.chdir(tmp_path)
    path = tmp_path / f"letter.{request.param}"
    shutil.copy(SAMPLES / f"tracked.{request.param}", path)
    return path


def report(run, path, *args):
    code, out, err = run("--isolated", "--format", "json", *args, path)
    assert (code, err) == (1, "")
    return json.loads(out)["drafts"][0]


def promise(draft):
    (one,) = (one for one in draft["findings"] if one["rule"] == "lone-promise")
    return one


def test_the_report_says_paragraph_and_how_the_file_was_read(run, letter):
    code, out, err = run(letter, "--format", "text")
    assert (code, err) == (1, "")
    lines = out.splitlines()
    assert lines[lines.index("Do not send it yet. Start with the first error.") + 1] == TRACKED
    assert "WARNING 2 · paragraph 5 · A promise among finished work  (lone-promise)" in lines
    assert " line 5" not in out


def test_the_plain_report_says_paragraph_and_character(run, letter):
    out = run(letter, "--format", "plain")[1]
    assert TRACKED in out.splitlines()[:8]
    assert "Paragraph 5, character 1." in out
    assert "Line 5" not in out


def test_the_next_step_names_the_paragraph(run, tmp_path):
    path = tmp_path / "a.rtf"
    path.write_bytes(rb"{\rtf1 We hired Ben.\par\par Actions taken:\par We will hire Ada.\par}")
    args = ("--select", "corrective-promise", path)
    assert "Go to paragraph 3: “We will hire Ada.”" in run(*args)[1]
    assert "Go to paragraph 3: “We will hire Ada.”" in run("--format", "plain", *args)[1]


def test_what_is_in_another_language_is_named_by_its_paragraphs(run, tmp_path):
    path = tmp_path / "a.rtf"
    lines = [
        r"We hired two packers on 3 May.",
        r"\u25105?\u20204?",
        "We refunded all.",
        r"\u25105?",
    ]
    path.write_bytes(rb"{\rtf1 " + r"\par ".join(lines).encode() + b"}")
    assert "Paragraphs 2 and 4 are not in English. I did not check them." in run(path)[1]


def test_json_says_what_is_counted_and_how_the_file_was_read(run, letter, sample):
    draft = report(run, letter)
    assert (draft["counted"], draft["notes"]) == ("paragraphs", [TRACKED])
    one = promise(draft)
    assert (one["line"], one["column"], one["end_line"]) == (5, 1, 5)
    plain = report(run, sample)
    assert (plain["counted"], plain["notes"]) == ("lines", [])


def test_reports_for_programs_keep_their_numbers(run, letter):
    out = run(letter, "--format", "compact")[1]
    assert f"{letter}:5:1: warning" in out
    log = json.loads(run(letter, "--format", "sarif")[1])
    regions = [
        one["locations"][0]["physicalLocation"]["region"]
        for one in log["runs"][0]["results"]
        if one["ruleId"] == "lone-promise"
    ]
    assert [(one["startLine"], one["startColumn"]) for one in regions] == [(5, 1)]


@pytest.mark.parametrize("name", ["letter.docx", None])
def test_standard_input_may_be_a_document(run, letter, name, monkeypatch):
    data = io.BytesIO(letter.read_bytes())
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=data, isatty=lambda: False))
    args = ("--stdin-filename", name) if name else ()
    code, out, err = run(*args, "--format", "compact", "-")
    assert (code, err) == (1, "")
    assert f"{name or '<stdin>'}:5:1: warning" in out


def test_a_large_document_may_come_by_standard_input(run, monkeypatch, tmp_path):
    picture = rb"{\pict " + b"0123456789abcdef" * 40_000 + b"}"
    data = io.BytesIO(rb"{\rtf1 We hired two packers." + picture + b"}")
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=data, isatty=lambda: False))
    code, out, err = run("statements", "-")
    assert (code, err) == (0, "")
    assert json.loads(out)["text"] == "We hired two packers."


def test_fix_refuses_a_document_and_leaves_it_alone(run, letter):
    before = letter.read_bytes()
    code, out, err = run("fix", letter)
    assert (code, out) == (2, "")
    assert err == (
        f"appeal-lint: {letter}: fix can write into plain text and Markdown only. "
        "See what it proposes with --diff, and change the document yourself.\n"
    )
    assert letter.read_bytes() == before
    assert [one.name for one in letter.parent.iterdir()] == [letter.name]


def test_fix_shows_what_it_would_write_into_a_document(run, tmp_path):
    path = tmp_path / "a.rtf"
    path.write_bytes(rb"{\rtf1 We refunded all buyers.\par We will hire two inspectors.\par}")
    before = path.read_bytes()
    code, out, _ = run("fix", "--diff", path)
    assert code == 1
    assert "-We will hire two inspectors." in out
    assert path.read_bytes() == before


def test_a_finding_of_a_document_may_stay(run, letter):
    before = letter.read_bytes()
    number = promise(report(run, letter))["number"]
    code, out, err = run("ignore", letter, number)
    assert (code, err) == (0, "")
    assert f"{number}, paragraph 5, “We promise to ship faster in the future.”" in out
    (one,) = report(run, letter)["ignored"]
    assert one["rule"] == "lone-promise"
    assert letter.read_bytes() == before


def test_a_baseline_of_a_document_holds_in_plain_text(run, letter):
    listed = run("baseline", letter)[1]
    assert "We promise to ship faster in the future." in listed


def test_statements_and_hook_read_documents(run, letter):
    code, out, err = run("statements", letter)
    assert (code, err) == (0, "")
    assert "We hired two packers on 2 April." in [
        json.loads(one)["text"] for one in out.splitlines()
    ]
    code, out, err = run("hook", "--mode", "refuse", "--limit", "0", letter)
    assert code == 1
    assert f"{letter}:5:1: warning" in out


def test_the_same_text_with_other_headings_has_a_report_of_its_own(run, tmp_path, monkeypatch):
    """Though reports are kept by the name and the text of a letter; a heading's words count not."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    path = tmp_path / "a.rtf"
    source = r"{\rtf1%s Work for our buyers\par\pard We will hire Ada.\par}"
    found = []
    for level in (r"\outlinelevel0", r"\outlinelevel9", r"\outlinelevel0"):
        path.write_bytes((source % level).encode())
        (one,) = (one for one in report(run, path)["findings"] if one["rule"] == "too-short")
        found.append(one["message"].partition(".")[0])
    assert found == [f"Words in the letter: {number}" for number in (4, 8, 4)]
