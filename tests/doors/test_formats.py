"""Each format through the command, as programs and people call it."""

import io
import json
import re
import sys
from xml.etree import ElementTree

import pytest
from appeal_lint.report import formats

BAD = "Dear Amazon,\n\nWe will hire 50% more men, ]]> & {0} 😀 as soon as possible.\n"


@pytest.fixture
def hostile(tmp_path):
    path = tmp_path / "my, odd: 100% «letter».txt"
    if sys.platform == "win32":
        path = tmp_path / "my, odd 100% «letter».txt"
    text = BAD + "\nWe will \x1b[31mchange\x07 the carrier.\r\nWe refunded \u202eall 14 buyers.\n"
    path.write_bytes(text.encode())
    return path


def counted(form, shown):
    """Return how many findings a machine's report has, read as that machine reads it."""
    match form:
        case "json":
            return sum(len(one["findings"]) for one in json.loads(shown)["drafts"])
        case "sarif":
            return len(json.loads(shown)["runs"][0]["results"])
        case "rdjson":
            return len(json.loads(shown)["diagnostics"])
        case "github":
            return len(re.findall(r"^::(?:error|warning|notice) file=[^:]+::", shown, re.M))
        case "compact":
            rows = re.findall(r"^.+:\d+:\d+: (?:error|warning|info) .+ \[[\w-]+\]$", shown, re.M)
            return len(rows)
        case "junit":
            cases = ElementTree.fromstring(shown.encode()).iter("testcase")
            return sum(
                len(re.findall(r"^.+: (?:error|warning|info): ", one[0].text, re.M))
                for one in cases
                if len(one)
            )


def test_help_names_every_format(run):
    shown = run("--help")[1]
    listed = re.search(r"--format \[(.*?)\]", shown, re.S)[1].split("|")
    assert tuple(listed) == formats.NAMES


@pytest.mark.parametrize("form", formats.MACHINES)
def test_a_machine_gets_every_finding_of_every_letter(run, sample, hostile, form):
    given = ["--format", form, sample, hostile]
    code, shown, err = run(*given)
    assert (code, err) == (1, "")
    every = counted("json", run("--format", "json", sample, hostile)[1])
    assert counted(form, shown) == every > 8
    assert run(*given, "--all")[1] == shown
    assert not set("\x1b\x07\u202e\r") & set(shown)


@pytest.mark.parametrize("form", formats.MACHINES)
def test_no_colour_for_machines(run, sample, monkeypatch, form):
    shown = run("--format", form, sample)[1]
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert run("--format", form, sample)[1] == shown


@pytest.mark.parametrize("form", formats.NAMES)
def test_a_file_gets_what_the_screen_gets(run, hostile, tmp_path, form):
    out = tmp_path / "report.out"
    code, shown, err = run("--format", form, "--output-file", out, hostile)
    assert (code, shown, err) == (1, "", "")
    assert out.read_bytes().decode() == run("--format", form, hostile)[1]


@pytest.mark.parametrize("form", formats.NAMES)
def test_the_format_does_not_change_the_exit_status(run, sample, letter, tmp_path, form):
    assert run("--format", form, sample)[0] == 1
    assert run("--format", form, "--fail-on", "never", sample)[0] == 0
    code, _, err = run("--format", form, sample, tmp_path / "none.txt")
    assert code == 2
    assert "no such file" in err


@pytest.mark.parametrize("form", formats.NAMES)
def test_standard_input_is_called_what_the_user_calls_it(run, monkeypatch, form):
    for args, name in ((["-"], "<stdin>"), (["-", "--stdin-filename", "mail/a.txt"], "mail/a.txt")):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(BAD.encode())))
        code, shown, _ = run("--format", form, *args)
        written = {"sarif": name.replace("<", "%3C").replace(">", "%3E")}
        written["junit"] = name.replace("<", "&lt;").replace(">", "&gt;")
        assert code == 1
        assert written.get(form, name) in shown


@pytest.mark.parametrize("form", formats.MACHINES)
def test_where_no_letter_can_be_read_the_report_is_still_whole(run, tmp_path, form):
    code, shown, _ = run("--format", form, tmp_path / "none.txt")
    assert code == 2
    assert counted(form, shown) == 0


@pytest.mark.parametrize("form", sorted(formats.JSON | {"junit"}))
def test_a_stream_that_has_only_ascii_gets_the_same_data(run, hostile, monkeypatch, capsys, form):
    monkeypatch.setattr("appeal_lint.doors.output._encoding", lambda _=None: "ascii")
    shown = run("--format", form, hostile)[1]
    assert shown.isascii()
    monkeypatch.undo()
    usual = run("--format", form, hostile)[1]
    assert json.loads(shown) == json.loads(usual) if form != "junit" else shown == usual


def test_plain_is_sentences_and_wraps_only_where_a_width_is_asked_for(run, sample, monkeypatch):
    monkeypatch.setenv("COLUMNS", "60")
    monkeypatch.setenv("FORCE_COLOR", "1")
    shown = run("--format", "plain", sample)[1]
    assert shown.startswith(f"The letter {sample} is not ready.\n")
    assert max(map(len, shown.splitlines())) > 120
    assert "\x1b" not in shown
    narrow = run("--format", "plain", "--width", "60", sample)[1]
    assert max(map(len, narrow.splitlines()[3:])) <= 60
    assert narrow.split() == shown.split()


def test_plain_shows_three_of_a_rule_and_all_with_all(run, sample):
    short, every = (run("--format", "plain", sample, *more)[1] for more in ([], ["--all"]))
    total = int(re.search(r"Finding 1 of (\d+)\.", every)[1])
    assert len(re.findall(r"^Finding \d+ of", every, re.M)) == total
    assert len(re.findall(r"^Finding \d+ of", short, re.M)) < total
    assert "Show all with --all." in short


def test_plain_sums_up_several_letters_and_counts_rules(run, sample, hostile):
    shown = run("--format", "plain", "--statistics", sample, hostile)[1]
    assert shown.index(str(sample)) < shown.index(str(hostile))
    assert "\n2 letters were checked.\n0 letters are ready.\n2 letters are not ready.\n" in shown
    assert re.search(r"^future-promise: \d+ findings\.$", shown, re.M)


def test_an_unknown_format_is_one_clear_line(run, sample):
    code, out, err = run("--format", "pdf", sample)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert "sarif" in err
