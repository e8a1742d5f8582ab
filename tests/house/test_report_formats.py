"""A format is one module with one function; docs name each of them."""

import inspect
import re
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from appeal_lint import draft
from appeal_lint.model.report import Report
from appeal_lint.report import compact, formats, plain, text

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "formats.md").read_text("utf-8")


@pytest.mark.parametrize("name", formats.MACHINES)
def test_a_machine_format_makes_one_text_of_all_reports(name):
    render = formats.renderer(name)
    assert render.__module__ == f"appeal_lint.report.{name}"
    first, *rest = inspect.signature(render).parameters.values()
    assert (first.name, first.annotation) == ("reports", Sequence[Report])
    assert all(one.kind is one.KEYWORD_ONLY and one.default is not one.empty for one in rest)
    assert inspect.signature(render).return_annotation is str
    assert isinstance(render([]), str)


@pytest.mark.parametrize("module", [text, plain])
def test_a_format_for_people_makes_one_text_of_one_report(module):
    first, *rest = inspect.signature(module.render).parameters.values()
    assert (first.name, first.annotation) == ("report", Report)
    assert {"width", "unicode", "show_all"} <= {one.name for one in rest}


def test_naming_the_formats_imports_none_of_them():
    code = (
        "import sys; from appeal_lint.report import formats; "
        "print([one for one in formats.NAMES if f'appeal_lint.report.{one}' in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_docs_have_a_section_for_each_format():
    assert tuple(re.findall(r"^## `(\w+)`", PAGE, re.M)) == formats.NAMES


def test_the_samples_of_the_docs_are_what_the_program_says(linter):
    letter = (ROOT / "corpus" / "sample.txt").read_text("utf-8")
    report = linter.lint(draft.from_text(letter, "corpus/sample.txt"))
    said = {*plain.render(report).splitlines(), *compact.render([report]).splitlines()}
    shown = re.findall(r"```\n((?:The letter|corpus/).*?)```", PAGE, re.S)
    assert len(shown) == 2
    assert {row for sample in shown for row in sample.splitlines()} <= said
