"""The README says what is: its sample is what the program prints."""

import re
from pathlib import Path

from appeal_lint import draft
from appeal_lint.report import text

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text("utf-8")


def test_the_sample_of_the_readme_is_the_first_finding_of_the_sample_letter(linter):
    shown = re.search(r"```\n(ERROR 1 .*?)```", README, re.DOTALL)[1].rstrip()
    report = linter.lint(draft.read_file(str(ROOT / "corpus" / "sample.txt")))
    assert shown in text.render(report, width=80)


def test_the_names_in_the_readme_are_there():
    for path in re.findall(r"(?:corpus|docs|benchmarks)/[\w./-]+\w", README):
        assert (ROOT / path).exists(), path
