"""The same letter is judged the same, whatever file it is in."""

from pathlib import Path

import pytest
from appeal_lint.formats import read_file
from appeal_lint.formats.table import TableRow, letter

FOLDER = Path(__file__).parent / "inputs"
TEXT = FOLDER / "sources" / "appeal.txt"


def findings(linter, draft):
    report = linter.lint(draft)
    quotes = sorted(
        (str(one.rule), " ".join(draft.source[one.start : one.end].split()))
        for one in report.findings
    )
    return quotes, report.score


@pytest.fixture(scope="module")
def expected(linter):
    quotes, score = findings(linter, read_file(str(TEXT)).draft)
    assert any("hire two quality inspectors" in quote for _, quote in quotes)
    return quotes, score


@pytest.mark.parametrize(
    "name",
    ["appeal.pdf", "columns.pdf", "appeal.html", "gmail.eml", "outlook.eml", "apple.eml",
     "forwarded.eml"],
)  # fmt: skip
def test_the_same_rules_find_the_same_words(linter, expected, name):
    assert findings(linter, read_file(str(FOLDER / "samples" / name)).draft) == expected


def test_also_in_the_cell_of_a_table(linter, expected):
    row = TableRow(2, TEXT.read_text(encoding="utf-8"))
    assert findings(linter, letter(row, "appeals.csv").draft) == expected
