"""The promises to the outside, through the command as users call it."""

import json
import re

import pytest


def test_a_bad_sample_is_not_ready(run, sample):
    code, out, err = run(sample)
    assert (code, err) == (1, "")
    assert out.splitlines()[1].startswith("NOT READY. Score ")
    assert "ERROR 1 · line 10 · Promise" in out
    for label in ("What", "Why", "Do", "Like", "MISSING", "Next step"):
        assert label in out


def test_lint_is_the_default_command(run, sample):
    assert run(sample) == run("lint", sample)
    assert run("--fail-on", "never", sample)[0] == 0
    assert run("--debug", "--fail-on", "never", sample)[0] == 0


def test_a_word_that_is_both_means_the_command(run, sample, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "rules").write_bytes(sample.read_bytes())
    code, out, _ = run("rules")
    assert code == 0
    assert "  future-promise " in out
    assert "NOT READY" not in out
    assert run("--debug", "rules") == run("rules")
    for args in (["./rules"], ["lint", "rules"], ["--", "rules"]):
        assert run(*args)[1].splitlines()[1].startswith("NOT READY")


def test_json_has_its_shape_and_offsets(run, sample):
    code, out, _ = run("--format", "json", sample)
    report = json.loads(out)
    text = sample.read_bytes().decode()
    assert (code, report["version"]) == (1, 1)
    (one,) = report["drafts"]
    assert set(one["elements"]) == {
        "metric", "root_cause", "policy", "customer_impact", "measures", "fba_commitment",
        "prevention", "evidence", "request",
    }  # fmt: skip
    assert {"excuse-geography", "fba-missing", "odr-part-missing"} <= {
        found["rule"] for found in one["findings"]
    }
    for found in one["findings"]:
        assert text[found["start"] : found["end"]] == found["quote"]
        line = text.split("\n")[found["line"] - 1]
        assert line[found["column"] - 1 :].startswith(found["quote"][:10])


def test_statements_are_lines_of_json_that_quote_the_file(run, tmp_path):
    text = "Root cause：\r\n①　We  relied on “one” carrier.\r\n\r\nWe wiII hire two men.\r\n"
    letter = tmp_path / "letter.txt"
    letter.write_bytes(b"\xef\xbb\xbf" + text.encode())
    code, out, _ = run("statements", letter)
    rows = [json.loads(line) for line in out.splitlines()]
    assert code == 0
    assert all(text[row["start"] : row["end"]] == row["text"] for row in rows)
    assert rows[-1]["act"] == "promise"
    assert set(rows[0]) == {
        "path", "id", "start", "end", "text", "block", "section", "act", "agent", "issues",
        "measures", "excuse", "why",
    }  # fmt: skip


def test_several_letters_are_reported_in_turn(run, sample, tmp_path):
    other = tmp_path / "other.txt"
    other.write_bytes(sample.read_bytes())
    code, out, _ = run("--width", "400", sample, other, "--statistics")  # a long path is not cut
    assert code == 1
    assert out.index(str(sample)) < out.index(str(other))
    assert out.count("NOT READY. Score") == 2
    assert "2 letters. 0 ready, 2 not ready." in out
    assert re.search(r"^ +\d+  future-promise$", out, re.M)
    names = [one["path"] for one in json.loads(run("--format", "json", sample, other)[1])["drafts"]]
    assert names == [str(sample), str(other)]


def test_a_bad_file_does_not_stop_the_others(run, sample, tmp_path):
    code, out, err = run(tmp_path / "none.txt", sample, tmp_path)
    assert code == 2
    assert "NOT READY" in out
    first, second = err.splitlines()
    assert first.startswith("appeal-lint: ")
    assert "none.txt" in first
    assert "folder" in second
    assert run("--fail-on", "never", tmp_path / "none.txt", sample)[0] == 2


def test_exit_status_follows_what_is_asked(run, sample):
    code, out, _ = run("--select", "tone", sample)
    assert code == 0
    assert "READY TO SEND" in out
    assert run("--select", "tone", "--min-score", "100", sample)[0] == 0
    assert run("--select", "style", "--min-score", "0", sample)[0] == 0
    assert run("--select", "style", "--min-score", "100", sample)[0] == 1
    assert run("--select", "style", "--min-score", "0", "--fail-on", "warning", sample)[0] == 1
    assert run("--fail-on", "warning", "--select", "tone", sample)[0] == 0
    assert run("--fail-on", "never", sample)[0] == 0


def rules_of(run, sample, *args):
    out = run("--format", "json", *args, sample)[1]
    return {one["rule"] for one in json.loads(out)["drafts"][0]["findings"]}


def test_rules_are_chosen_by_id_and_by_family(run, sample):
    every = rules_of(run, sample)
    fba = {one for one in every if one.startswith("fba-")}
    assert fba
    assert rules_of(run, sample, "--select", "fba") == fba
    assert rules_of(run, sample, "--ignore", "fba") == every - fba
    some = {"future-promise", "vague-words"}
    assert some <= every
    assert rules_of(run, sample, "--select", "future-promise,vague-words") == some
    assert (
        rules_of(run, sample, "--select", "future-promise", "--select", "vague-words") == some
    )  # fmt: skip
    assert rules_of(run, sample, "--ignore", "future-promise, vague-words") == every - some


def test_all_findings_are_shown_when_asked(run, sample):
    assert "show all with --all" in run(sample)[1]
    code, out, _ = run("--all", sample)
    assert "--all" not in out
    assert out.count("(future-promise)\n    ") == 4
    assert code == 1


def test_both_engines_print_the_same(run, sample):
    outs = [run("--engine", name, sample)[1] for name in ("durable", "reference")]
    assert outs[0] == outs[1]
    said = json.loads(run("--engine", "reference", "--format", "json", sample)[1])
    assert said["engine"] == "reference"


def test_a_rule_of_ones_own_is_used(run, sample, tmp_path):
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "says-please.yaml").write_text(
        "id: says-please\ntitle: It asks\nseverity: warning\ncost: {each: 1, most: 1}\n"
        "why: A test.\nsource: guidance 5\nwhen:\n  statement: {act: request}\n"
        "message: '“{quote}” asks.'\nadvice: Nothing.\nlike: Please open our account again.\n"
        "examples:\n  bad: [Please open our account again.]\n  good: [We hired two men.]\n",
        encoding="utf-8",
    )
    assert "says-please" in rules_of(run, sample, "--rules", tmp_path, "--select", "own")
    assert "says-please" in run("rules", "--rules", tmp_path)[1]
    assert "Nothing." in run("explain", "says-please", "--rules", tmp_path)[1]


def test_the_rules_and_one_of_them(run):
    code, out, err = run("rules")
    assert (code, err) == (0, "")
    assert "promises\n" in out
    assert "  future-promise " in out
    assert run("rules", "--format", "markdown")[1].startswith("## ")
    code, out, _ = run("explain", "future-promise")
    assert code == 0
    for said in ("future-promise: ", "ERROR. It costs ", "Why ", "Found here", "Not found here"):
        assert said in out
    assert run("explain", "future-promise", "--format", "markdown")[1].startswith("# future-prom")


def test_the_schema_is_json(run):
    code, out, _ = run("schema")
    assert code == 0
    assert "advice" in json.dumps(json.loads(out)["properties"])


def test_help_shows_examples_the_options_and_completion(run):
    code, out, _ = run("--help")
    assert code == 0
    for said in ("appeal-lint draft.txt", "--fail-on", "--output-file", "statements", "explain",
                 "_APPEAL_LINT_COMPLETE=bash_source", "0 ready, 1 not ready, 2"):  # fmt: skip
        assert said in out
    assert max(map(len, out.splitlines())) <= 100


def test_without_a_letter_the_help_is_shown_and_nothing_is_called_ready(run):
    code, out, err = run()
    assert code == 2
    assert out.startswith("Usage: appeal-lint")
    assert err == "appeal-lint: Name a letter to check, for example: appeal-lint draft.txt\n"


def test_no_network_is_opened(run, sample, monkeypatch):
    def refuse(*_):
        raise AssertionError("a socket was opened")

    monkeypatch.setattr("socket.socket.connect", refuse)
    assert run(sample)[0] == 1


@pytest.mark.parametrize("width", [40, 60, 100])
def test_the_report_fits_the_terminal(run, monkeypatch, tmp_path, width):
    monkeypatch.setenv("COLUMNS", str(width))
    letter = tmp_path / "letter.txt"
    letter.write_text(
        "「我们」 " * 3 + "and our team here will hire two men " * 6, encoding="utf-8"
    )
    from rich.cells import cell_len

    body = run(letter)[1].splitlines()
    assert max(map(cell_len, body)) <= width
    assert body == run("--width", width, letter)[1].splitlines()
