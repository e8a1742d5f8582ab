"""JUnit XML, read back with a library that others read it with."""

from xml.etree import ElementTree

import pytest
from appeal_lint.model.words import Severity
from appeal_lint.report import junit
from junitparser import JUnitXml

LETTER = "Dear Amazon,\nwe will hire. we will pay. Soon.\n"


def read(*reports):
    shown = junit.render(reports)
    assert shown.isascii()
    return JUnitXml.fromstring(shown.encode())


@pytest.fixture
def bad(make):
    draft = make.draft(LETTER, "letters/a.b.txt")
    found = [
        make.finding(draft, rule="fba-missing"),
        make.finding(draft, "we will hire."),
        make.finding(draft, "we will pay."),
        make.finding(draft, "Soon", "vague-words", Severity.WARNING),
    ]
    return make.report(draft, found, {"future-promise": 12, "fba-missing": 12})


def test_a_clean_letter_has_one_passed_test(make):
    (suite,) = read(make.report(make.draft(LETTER)))
    (case,) = suite
    assert (suite.name, case.name, case.is_passed) == ("draft.txt", "ready-to-send", True)


def test_a_rule_is_a_test_and_only_errors_fail(bad, make):
    xml = read(bad, make.report(make.draft(LETTER)))
    suite, clean = xml
    cases = {case.name: case for case in suite}
    assert list(cases) == ["ready-to-send", "fba-missing", "future-promise", "vague-words"]
    assert [one.is_passed for one in cases.values()] == [False, False, False, True]
    assert (suite.tests, suite.failures, suite.errors) == (4, 3, 0)
    assert (clean.tests, clean.failures) == (1, 0)
    assert (xml.tests, xml.failures) == (5, 3)
    assert "score is 76 of 100" in cases["ready-to-send"].result[0].message
    promises = cases["future-promise"].result[0]
    assert promises.message == "“we will hire.” is a promise."
    assert "letters/a.b.txt:2:1: error" in promises.text
    assert "letters/a.b.txt:2:15: error" in promises.text
    assert "Mend future-promise first." in promises.text
    assert "letters/a.b.txt:2:28: warning" in cases["vague-words"].system_out


def test_a_class_is_a_letter_and_its_name_has_no_dot(bad):
    root = ElementTree.fromstring(junit.render([bad]))
    assert {one.get("classname") for one in root.iter("testcase")} == {"letters/a_b_txt"}
    assert [one.get("file") for one in root.iter("testsuite")] == ["letters/a.b.txt"]


def test_there_is_nothing_that_strict_readers_do_not_know(bad):
    known = {
        "testsuites": {"name", "tests", "failures", "errors"},
        "testsuite": {"name", "file", "tests", "failures", "errors"},
        "testcase": {"name", "classname"},
        "failure": {"type", "message"},
        "system-out": set(),
    }
    for one in ElementTree.fromstring(junit.render([bad])).iter():
        assert set(one.attrib) == known[one.tag]


def test_too_few_points_without_an_error_is_a_failed_test(make):
    draft = make.draft(LETTER)
    found = [make.finding(draft, "Soon", "vague-words", Severity.WARNING)]
    (suite,) = read(make.report(draft, found, {"vague-words": 30}))
    assert [(case.name, case.is_passed) for case in suite] == [
        ("ready-to-send", False), ("vague-words", True),
    ]  # fmt: skip


def test_no_letter_is_still_a_document():
    assert list(read()) == []


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("]]> & <b> \"'", "]]> & <b> \"'"),
        ("\x00\x1b[31m\x07", "\ufffd\ufffd[31m\ufffd"),
        ("\udcff \uffff", "\ufffd \ufffd"),
        ("团队 😀\u2028\x7f\x85", "团队 😀\u2028\x7f\x85"),
        ("one\r\ntwo\tthree", "one\r\ntwo\tthree"),
    ],
)
def test_any_words_and_any_name_make_a_document(make, words, kept):
    draft = make.draft(f"we will {words} pay\n", f"a {words}.txt")
    finding = make.finding(draft, f"we will {words} pay", rule="future-promise")
    (suite,) = read(make.report(draft, [finding]))
    assert suite.name == f"a {kept}.txt"
    result = next(case for case in suite if case.name == "future-promise").result[0]
    assert result.message == f"“we will {kept} pay” is a promise."
    assert f"“we will {kept} pay”" in result.text
    assert "\x7f" not in junit.render([make.report(draft, [finding])])
