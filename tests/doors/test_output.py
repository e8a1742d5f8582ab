"""Where the report goes, and what the letter is safe from."""

import json
import os
import stat
import sys

import pytest


def test_a_file_is_written_whole_and_nothing_is_left_beside_it(run, sample, tmp_path):
    out = tmp_path / "report.json"
    out.write_text("old")
    out.chmod(0o640)
    code, shown, err = run("--format", "json", "--output-file", out, sample)
    assert (code, shown, err) == (1, "", "")
    assert json.loads(out.read_text("utf-8"))["version"] == 1
    assert stat.S_IMODE(out.stat().st_mode) == 0o640
    assert [path.name for path in tmp_path.iterdir()] == ["report.json"]


def test_a_report_in_a_file_has_signs_and_no_colour(run, sample, tmp_path, monkeypatch):
    monkeypatch.setenv("FORCE_COLOR", "1")
    out = tmp_path / "report.txt"
    assert run("--output-file", out, sample)[0] == 1
    report = out.read_text("utf-8")
    assert "ERROR 1 · line" in report
    assert "\x1b" not in report
    assert max(map(len, report.splitlines()[1:])) <= 80


@pytest.mark.parametrize("way", ["same", "dotted", "symbolic link", "hard link"])
def test_the_letter_is_never_the_output_file(run, letter, tmp_path, way):
    before = letter.read_bytes()
    target = tmp_path / "other.txt"
    if way == "same":
        target = letter
    elif way == "dotted":
        target = tmp_path / ".." / tmp_path.name / letter.name
    elif way == "symbolic link":
        target.symlink_to(letter)
    else:
        os.link(letter, target)
    code, out, err = run("--output-file", target, letter)
    assert (code, out) == (2, "")
    assert "the letter itself" in err
    assert letter.read_bytes() == before


def test_the_letter_on_standard_input_is_not_the_output_file_either(run, letter, monkeypatch):
    before = letter.read_bytes()
    with letter.open() as given:
        monkeypatch.setattr(sys, "stdin", given)
        code, _, err = run("--output-file", letter, "-")
    assert code == 2
    assert "the letter itself" in err
    assert letter.read_bytes() == before


def test_a_link_to_a_report_stays_a_link(run, sample, tmp_path):
    (tmp_path / "real.txt").write_text("old")
    link = tmp_path / "link.txt"
    link.symlink_to(tmp_path / "real.txt")
    assert run("--output-file", link, sample)[0] == 1
    assert link.is_symlink()
    assert "NOT READY" in (tmp_path / "real.txt").read_text("utf-8")


def test_a_single_dash_is_standard_output(run, sample, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert run("--output-file", "-", sample) == run(sample)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(("name", "says"), [("", "folder"), ("none/out.txt", "no such folder")])
def test_an_output_file_that_cannot_be(run, sample, tmp_path, name, says):
    code, out, err = run("--output-file", tmp_path / name, sample)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert says in err


def test_a_device_is_written_to_and_stays_a_device(run, sample):
    assert run("--output-file", os.devnull, sample)[:2] == (1, "")
    assert not stat.S_ISREG(os.stat(os.devnull).st_mode)


def test_color_only_where_it_is_wanted(run, sample, monkeypatch):
    assert "\x1b[" not in run(sample)[1]
    monkeypatch.setenv("CLICOLOR_FORCE", "1")
    assert "\x1b[" in run(sample)[1]
    monkeypatch.setenv("CLICOLOR_FORCE", "0")
    assert "\x1b[" not in run(sample)[1]
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b[" in run(sample)[1]
    assert "\x1b[" in run("explain", "future-promise")[1]
    assert "\x1b" not in run("--format", "json", sample)[1]
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[" not in run(sample)[1]
