"""The promises to the outside, through the command as users call it."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from appeal_lint.doors.cli import main

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "corpus" / "sample.txt"


def run(capsys, *args):
    with pytest.raises(SystemExit) as left:
        main([str(arg) for arg in args])
    done = capsys.readouterr()
    return left.value.code, done.out, done.err


def test_a_bad_sample_is_not_ready(capsys):
    code, out, err = run(capsys, SAMPLE)
    assert (code, err) == (1, "")
    assert out.splitlines()[1].startswith("NOT READY. Score ")
    assert "ERROR · line 10 · Promise" in out
    for label in ("What", "Why", "Do", "Like", "MISSING", "Next step"):
        assert label in out


def test_json_has_its_shape_and_offsets(capsys):
    code, out, _ = run(capsys, "--format", "json", SAMPLE)
    report = json.loads(out)
    text = SAMPLE.read_bytes().decode()
    assert (code, report["version"]) == (1, 1)
    (one,) = report["drafts"]
    assert set(one["elements"]) == {
        "metric",
        "root_cause",
        "policy",
        "customer_impact",
        "measures",
        "fba_commitment",
        "prevention",
        "evidence",
        "request",
    }
    assert {"excuse-geography", "fba-missing", "odr-part-missing"} <= {
        found["rule"] for found in one["findings"]
    }
    for found in one["findings"]:
        assert text[found["start"] : found["end"]] == found["quote"]
        line = text.split("\n")[found["line"] - 1]
        assert line[found["column"] - 1 :].startswith(found["quote"][:10])


def test_statements_are_lines_of_json_that_quote_the_file(capsys, tmp_path):
    text = "Root cause：\r\n①　We  relied on “one” carrier.\r\n\r\nWe wiII hire two men.\r\n"
    letter = tmp_path / "letter.txt"
    letter.write_bytes(b"\xef\xbb\xbf" + text.encode())
    code, out, _ = run(capsys, "statements", letter)
    rows = [json.loads(line) for line in out.splitlines()]
    assert code == 0
    assert all(text[row["start"] : row["end"]] == row["text"] for row in rows)
    assert rows[-1]["act"] == "promise"
    assert set(rows[0]) == {
        "path",
        "id",
        "start",
        "end",
        "text",
        "block",
        "section",
        "act",
        "agent",
        "issues",
        "measures",
        "excuse",
        "why",
    }


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("missing.txt", None, "no such file"),
        ("empty.txt", b" \n", "empty"),
        ("nul.txt", b"abc\0def ghi jkl", "not a text file"),
        ("letter.pdf", b"%PDF-1.7 abc", "PDF"),
        ("heads.txt", b"Root cause:\n\nActions taken:\n", "only headings"),
        ("big.txt", b"We hired two men. " * 300_000, "too large"),
        ("line.txt", b"word " * 40_000, "too long"),
        (
            "cn.txt",
            "我们的店铺被关闭了，因为物流太慢。请恢复我们的账户。".encode(),
            "not in English",
        ),
    ],
)
def test_bad_input_is_one_clear_line(capsys, tmp_path, name, data, says):
    path = tmp_path / name
    if data is not None:
        path.write_bytes(data)
    code, out, err = run(capsys, path)
    assert (code, out) == (2, "")
    assert says in err
    assert err.count("\n") == 1
    assert data is None or path.read_bytes() == data


def test_a_folder_is_refused(capsys, tmp_path):
    code, _, err = run(capsys, tmp_path)
    assert code == 2
    assert "folder" in err


def test_a_bad_file_does_not_stop_the_others(capsys, tmp_path):
    code, out, err = run(capsys, tmp_path / "none.txt", SAMPLE)
    assert code == 2
    assert "NOT READY" in out
    assert "none.txt" in err


@pytest.mark.parametrize(
    ("args", "says"),
    [
        (["--ignore", "excuse-geografy", SAMPLE], "excuse-geography"),
        (["--fail-on", "nothing", SAMPLE], "fail-on"),
        (["explain", "future-promis"], "future-promise"),
        (["--rules", "/nowhere", SAMPLE], "no such folder"),
    ],
)
def test_bad_usage_is_one_clear_line(capsys, args, says):
    code, out, err = run(capsys, *args)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert says in err


def test_exit_status_follows_what_is_asked(capsys):
    assert run(capsys, "--fail-on", "never", SAMPLE)[0] == 0
    code, out, _ = run(capsys, "--select", "tone", SAMPLE)
    assert code == 0
    assert "READY TO SEND" in out
    assert run(capsys, "--select", "tone", "--min-score", "100", SAMPLE)[0] == 0


def test_a_broken_rule_names_its_file_and_line(capsys, tmp_path):
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "mine.yaml").write_text("id: mine\ntitel: x\n", encoding="utf-8")
    code, _, err = run(capsys, "--rules", tmp_path, SAMPLE)
    assert code == 2
    assert "mine.yaml:2: titel:" in err
    assert "'title'" in err


def test_the_letter_is_never_the_output_file(capsys, tmp_path):
    letter = tmp_path / "letter.txt"
    letter.write_bytes(SAMPLE.read_bytes())
    code, _, err = run(capsys, "--output-file", letter, letter)
    assert code == 2
    assert "letter itself" in err
    assert letter.read_bytes() == SAMPLE.read_bytes()
    out = tmp_path / "report.json"
    assert run(capsys, "--format", "json", "--output-file", out, letter)[0] == 1
    assert json.loads(out.read_text("utf-8"))["version"] == 1
    assert sorted(path.name for path in tmp_path.iterdir()) == ["letter.txt", "report.json"]


def test_a_hostile_letter_cannot_write_to_the_terminal(capsys, tmp_path):
    letter = tmp_path / "letter.txt"
    letter.write_text("We will hire \x1b[31m[bold]two\u202e men\x07 soon.\n", encoding="utf-8")
    _, out, _ = run(capsys, letter)
    assert not {"\x1b", "\x07", "\u202e"} & set(out)
    assert "[bold]" in out


@pytest.mark.parametrize("width", [40, 60, 100])
def test_the_report_fits_the_terminal(capsys, monkeypatch, tmp_path, width):
    monkeypatch.setenv("COLUMNS", str(width))
    letter = tmp_path / "letter.txt"
    letter.write_text(
        "「我们」 " * 3 + "and our team here will hire two men " * 6, encoding="utf-8"
    )
    _, out, _ = run(capsys, letter)
    body = out.splitlines()[1:]
    assert max(len(line) for line in body) <= width


def test_color_only_where_it_is_wanted(capsys, monkeypatch):
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b[" in run(capsys, SAMPLE)[1]
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[" not in run(capsys, SAMPLE)[1]


def test_both_engines_print_the_same(capsys):
    outs = [run(capsys, "--engine", name, SAMPLE)[1] for name in ("durable", "reference")]
    assert outs[0] == outs[1]


def test_standard_input_has_the_name_given():
    done = subprocess.run(
        [sys.executable, "-m", "appeal_lint", "--stdin-filename", "mail.txt", "-"],
        input=SAMPLE.read_bytes(),
        capture_output=True,
        check=False,
    )
    assert done.returncode == 1
    assert done.stdout.decode().startswith("mail.txt\n")


@pytest.mark.parametrize(
    "args", [["--help"], ["--version"], ["rules"], ["explain", "future-promise"]]
)
def test_quick_commands_do_not_load_spacy(args):
    code = (
        "import sys\nfrom appeal_lint.doors.cli import main\n"
        f"try:\n    main({args!r})\nexcept SystemExit as left:\n"
        "    assert not left.code\nassert 'spacy' not in sys.modules\n"
        "assert 'durable' not in sys.modules\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout


def test_no_network_is_opened(capsys, monkeypatch):
    def refuse(*_):
        raise AssertionError("a socket was opened")

    monkeypatch.setattr("socket.socket.connect", refuse)
    assert run(capsys, SAMPLE)[0] == 1
