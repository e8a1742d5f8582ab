"""docs/fixing.md shows what `appeal-lint fix` says."""

import io
import re
import sys
from pathlib import Path

PAGE = (Path(__file__).parents[2] / "docs" / "fixing.md").read_text("utf-8")
LETTER = """Dear Amazon team,

We refunded 14 buyers of the lamps on 10 June.
We will hire two inspectors for the lamps.

We will test every lamp before it is packed.
"""


def test_the_dialogue_of_the_page_is_what_is_asked(run, monkeypatch, tmp_path):
    shown = re.search(r"```text\n\$ [^\n]*\n(.*?)```", PAGE, re.DOTALL)[1].split("\n")
    rows = [row.rpartition(": ") for row in shown if row]
    answers = [answer for _, colon, answer in rows if colon]
    asked = [f"{question}:" if colon else answer for question, colon, answer in rows]
    (tmp_path / "draft.txt").write_text(LETTER)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "stdin", io.StringIO("".join(f"{one}\n" for one in answers)))
    _, out, _ = run("fix", "--isolated", "draft.txt")
    printed = [row.rstrip() for row in out.splitlines() if row.strip()]
    assert len(answers) == 5
    assert printed[: len(asked)] == asked
