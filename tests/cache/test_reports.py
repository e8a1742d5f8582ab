"""A report that was kept is the report that was made."""

from contextlib import closing
from dataclasses import fields, is_dataclass, replace
from pathlib import Path

import pytest
from appeal_lint import draft, rulebook
from appeal_lint.cache import open_results, reads_as
from appeal_lint.engine import engine
from appeal_lint.ignores import Entry
from appeal_lint.lint import Linter
from appeal_lint.model.words import Marketplace
from hypothesis import given, settings
from hypothesis import strategies as st

FOLDER = Path(__file__).parents[2] / "corpus" / "letters"
LETTERS = sorted(path for path in FOLDER.iterdir() if path.suffix in (".txt", ".md"))


@pytest.fixture(scope="module")
def chinese(reader):
    rules = rulebook.load(language="zh")
    judge = engine(None, [rule.compiled for rule in rules.rules])
    return Linter(rules, reader, judge, marketplace=Marketplace("de"))


@pytest.fixture
def kept(tmp_path):
    """Return a function that keeps a report and gives what is read by another process."""

    def keep(report):
        first = open_results(tmp_path)
        first.put("name", "basis", report)
        first.close()
        second = open_results(tmp_path)
        found = second.get("name", report.draft)
        second.close()
        return found

    return keep


def same(one, other):
    assert one == other
    assert typed(one) == typed(other)


def typed(value):
    """Return all types in a value: a word of a closed list is more than a text like it."""
    if is_dataclass(value):
        inner = [typed(getattr(value, one.name)) for one in fields(value)]
    elif isinstance(value, dict):
        inner = [(typed(key), typed(one)) for key, one in value.items()]
    elif isinstance(value, frozenset):
        inner = [typed(one) for one in sorted(value)]
    elif isinstance(value, tuple):
        inner = list(map(typed, value))
    else:
        inner = value
    return type(value), inner


@pytest.mark.parametrize("path", LETTERS, ids=lambda path: path.stem)
def test_every_letter(linter, kept, path):
    read = draft.read_file(str(path))
    report = linter.lint(read)
    same(kept(report), report)
    if not report.findings:
        return
    first = report.findings[0]
    entries = [
        Entry(first.rule, first.quote, reason="“done”\n", name="x.yaml", line=3),
        Entry("no-such-rule", "words", name="x.yaml", line=9),
        Entry("too-short", "words that are not there", name="x.yaml", line=12, shared=True),
    ]
    ignoring = linter.lint(read, entries)
    assert ignoring.ignored or ignoring.idle
    same(kept(ignoring), ignoring)


@pytest.mark.parametrize("path", LETTERS[::6], ids=lambda path: path.stem)
def test_in_chinese_with_the_targets_of_another_country(chinese, kept, path):
    report = chinese.lint(draft.read_file(str(path)))
    assert report.language == "zh"
    assert report.targets
    same(kept(report), report)


@pytest.fixture(scope="module")
def short(linter):
    return linter.lint(draft.from_text("We will hire two people.", "x.txt"))


@pytest.fixture(scope="module")
def results(tmp_path_factory):
    with closing(open_results(tmp_path_factory.mktemp("odd"))) as made:
        yield made


@settings(max_examples=60)
@given(st.text(st.characters(), max_size=40), st.integers(-(2**70), 2**70))
def test_whatever_stands_in_a_report_is_kept_or_left_out(short, results, text, number):
    """Half of a pair that UTF-8 has no sign for, and numbers that no format of ours holds."""
    odd = replace(short, minimum=number, findings=(replace(short.findings[0], quote=text),))
    name = reads_as(number, text)
    results.put(name, "basis", odd)
    found = results.get(name, odd.draft)
    assert found in (None, odd)
    if 0 <= number < 2**63 and not any("\ud800" <= one <= "\udfff" for one in text):
        assert found is not None


@settings(max_examples=50)
@given(st.lists(st.text(max_size=4)), st.lists(st.text(max_size=4)))
def test_other_parts_have_another_name(one, other):
    assert (reads_as(*one) == reads_as(*other)) == (one == other)
