"""What is shown in the text: each finding with its place, weight, rule, page and advice."""

import json
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from lsp_client import uri, where


def test_each_finding_is_shown_with_its_rule_page_and_advice(client, letter, run):
    text = letter.read_text()
    client.open(uri(letter), text)
    shown, status = client.checked(uri(letter))
    report = json.loads(run("--isolated", "--format", "json", letter)[1])["drafts"][0]
    levels = {"error": 1, "warning": 2, "info": 3}
    assert [(one["code"], one["severity"]) for one in shown] == [
        (one["rule"], levels[one["severity"]]) for one in report["findings"]
    ]
    for one, finding in zip(shown, report["findings"], strict=True):
        assert one["source"] == "appeal-lint"
        for part in (finding["title"], finding["advice"]):
            assert part in one["message"]
        page = Path(unquote(urlsplit(one["codeDescription"]["href"]).path))
        assert page.name == f"{finding['rule']}.md"
        assert finding["rule"] in page.read_text("utf-8")
        whole = finding["start"] == finding["end"]
        words = text.splitlines()[0] if whole else finding["quote"]
        assert one["range"] == where(text, words)
    assert (status["score"], status["ready"]) == (report["score"], False)
    client.close(uri(letter))


def test_a_page_on_a_web_site_is_its_address(client, letter):
    pack = letter.parent / "pack"
    (pack / "own").mkdir(parents=True)
    (pack / "pack.yaml").write_text(
        "name: ours\nversion: '1'\npages: 'https://rules.example/{rule}.html'\n"
    )
    (pack / "own" / "no-lamps.yaml").write_text(RULE)
    (letter.parent / ".appeal-lint.yaml").write_text("packs: [pack]\n")
    client.open(uri(letter), letter.read_text())
    shown, _ = client.checked(uri(letter))
    (own,) = [one for one in shown if one["code"] == "no-lamps"]
    assert own["codeDescription"]["href"] == "https://rules.example/no-lamps.html"
    client.settled()  # it asks for the files after it has shown what it found
    asked = [one for one in client.asked if one["method"] == "client/registerCapability"]
    globs = [
        watcher["globPattern"]
        for one in asked
        for wanted in one["params"]["registrations"]
        for watcher in (wanted.get("registerOptions") or {}).get("watchers", [])
    ]
    assert "**/.appeal-lint.yaml" in globs
    assert "**/*.ignores.yaml" in globs
    assert {"baseUri": uri(pack), "pattern": "**/*.yaml"} in globs
    client.close(uri(letter))


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("亲爱的亚马逊团队，我们已经雇用了两名检查员，并且更换了快递公司。\n" * 3, "请用英文写"),
        ("We paid. " * 30_000, "too large for one letter"),
        ("We paid \0 all.", "not a text file"),
        ("We paid " * 5_000, "paragraph is too long"),
        ("ROOT CAUSE\n", "only headings"),
    ],
)
def test_a_letter_that_cannot_be_read_says_why_in_one_place(client, text, says):
    name = "file:///letters/unreadable.txt"
    client.open(name, text)
    (one,), status = client.checked(name)
    assert says in one["message"]
    assert "unreadable.txt" not in one["message"]
    assert one["range"]["start"]["line"] == 0
    assert (status["state"], status["score"]) == ("unreadable", None)
    client.close(name)


def test_an_empty_page_is_no_fault_yet(client):
    name = "file:///letters/empty.txt"
    client.open(name, " \n")
    shown, status = client.checked(name)
    assert shown == []
    assert (status["state"], status["ready"]) == ("empty", None)
    client.close(name)


def test_a_line_that_is_not_read_is_told(client):
    name = "file:///letters/mixed.txt"
    text = "We refunded 14 buyers on 10 June.\n我们已经雇用了两名检查员。\n"
    client.open(name, text)
    shown, _ = client.checked(name)
    (one,) = [one for one in shown if one["code"] == "not-english"]
    assert one["range"] == where(text, text.splitlines()[1])
    assert one["severity"] == 3
    client.close(name)


def test_markdown_comments_are_read_as_on_the_command_line(client):
    text = "<!-- appeal-lint: ignore future-promise -->\n- We will hire two inspectors.\n"
    kept = {}
    for language in ("markdown", "plaintext"):
        name = f"untitled:letter-{language}"
        client.open(name, text, language)
        kept[language] = {one["code"] for one in client.diagnostics(name)}
        client.close(name)
    promise = {"future-promise", "lone-promise"}
    assert promise & kept["plaintext"]
    assert not (promise - {"lone-promise"}) & kept["markdown"]


RULE = """id: no-lamps
title: Lamps
severity: warning
cost: {each: 1, most: 2}
why: Lamps are for other letters.
source: us
when:
  statement: {act: completed}
message: "“{quote}” is about lamps."
advice: Write of something else.
like: We sent back the vases.
examples:
  bad: ["We refunded the buyers of the lamps on 3 May."]
  good: ["We will do something else."]
"""
