"""Formats of one line a finding: GitHub's workflow commands, and what editors read."""

import re

import pytest
from appeal_lint.model.words import Severity
from appeal_lint.report import compact, github

LETTER = "Dear Amazon,\nplease wait, we will\nhire two men. Soon.\n"
HOSTILE = "we will 100%\r\n::error file=a,line=1::forged \x1b[31m \u202e \udcff"


@pytest.fixture
def report(make):
    draft = make.draft(LETTER)
    found = [
        make.finding(draft, rule="fba-missing", severity=Severity.WARNING),
        make.finding(draft, "Dear Amazon", "small-note", Severity.INFO),
        make.finding(draft, "we will\nhire two men"),
        make.finding(draft, "Soon", "vague-words", Severity.WARNING),
    ]
    return make.report(draft, found)


@pytest.fixture
def hostile(make):
    draft = make.draft(HOSTILE, "a,b:c%\n::warning::x\x1b.txt")
    return make.report(draft, [make.finding(draft, HOSTILE, title="What, now: 50%?")])


def heads(shown):
    return [row.split("::")[1] for row in shown.splitlines()]


def test_a_command_has_its_level_and_place(report):
    assert heads(github.render([report])) == [
        "error file=draft.txt,line=2,endLine=3,title=Title of future-promise",
        "warning file=draft.txt,line=3,endLine=3,col=15,endColumn=19,title=Title of vague-words",
        "warning file=draft.txt,title=Title of fba-missing",
        "notice file=draft.txt,line=1,endLine=1,col=1,endColumn=12,title=Title of small-note",
    ]


def test_a_command_says_what_why_and_what_to_do(report):
    row = github.render([report]).splitlines()[1]
    assert row.split("::", 2)[2] == (
        "“Soon” is a promise.%0AAmazon trusts finished work.%0AMend vague-words first.%0A"
        "A model sentence: “We hired two men on 3 May.”"
    )


def test_a_letter_cannot_write_commands_of_its_own(hostile):
    (row,) = github.render([hostile]).splitlines()
    assert row.startswith(
        "::error file=a%2Cb%3Ac%25%0A%3A%3Awarning%3A%3Ax�.txt,line=1,endLine=2,"
        "title=What%2C now%3A 50%25?::“we will 100%25%0D%0A::error file=a,line=1::forged"
    )
    assert not set("\x1b\u202e\udcff") & set(row)


def test_a_line_is_what_grep_and_editors_read(report):
    assert compact.render([report]).splitlines() == [
        "draft.txt:1:1: warning Something is not there. [fba-missing]",
        "draft.txt:1:1: info “Dear Amazon” is a promise. [small-note]",
        "draft.txt:2:14: error “we will hire two men” is a promise. [future-promise]",
        "draft.txt:3:15: warning “Soon” is a promise. [vague-words]",
    ]


def test_a_finding_is_one_line_whatever_the_letter_holds(hostile):
    shown = compact.render([hostile])
    assert shown.count("\n") == 1
    assert re.fullmatch(
        r"a,b:c% ::warning::x�\.txt:1:1: error “we will .*\[future-promise\]\n", shown
    )
    assert not set("\x1b\u202e\udcff\r") & set(shown)


def test_nothing_found_is_nothing_said(make):
    clean = make.report(make.draft(LETTER))
    assert compact.render([clean]) == github.render([clean]) == compact.render([]) == ""
