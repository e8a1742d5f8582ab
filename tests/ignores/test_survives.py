"""What is ignored stays ignored whatever happens elsewhere, and returns with its own words."""

import re
import textwrap

import pytest
from appeal_lint import draft, ignores
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

BEFORE = [
    "Our cancellation rate rose to 4 % in May.",
    "The cause was our own: we listed lamps that were sold out.",
    "We refunded all nine buyers on 3 June.",
]
OWN = "We will hire two inspectors for the glass lamps."
AFTER = [
    "Since 5 June the stock file is updated every hour.",
    "Our manager compares it with the shelves each evening.",
    "Please look at our account again.",
]
OTHERS = [
    "Every parcel is weighed before dispatch.",
    "Buyers wrote that the wrong colour came.",
    "On 2 May, we changed our carrier to DHL",
    "We know that this broke the policy on order cancellation!",
    "Mr. Li has trained 4 packers; all of them passed.",
    "Our old supplier (Ltd. and Co.) sent 1.5 tons, and nobody counted them.",
    "Is the account open again?",
    "we already remove the listing and we refund it.",
]
EDITS = st.one_of(
    st.tuples(st.just("insert"), st.integers(0, 99), st.sampled_from(OTHERS)),
    st.tuples(st.just("remove"), st.integers(0, 99), st.just("")),
    st.tuples(st.just("change"), st.integers(0, 99), st.sampled_from(OTHERS)),
    st.tuples(st.just("word"), st.integers(0, 99), st.sampled_from(["soon", "lamps", "17", "not"])),
    st.tuples(st.just("move"), st.integers(0, 99), st.just("")),
    st.tuples(st.just("part"), st.integers(0, 99), st.just("")),
)
WRAPS = st.sampled_from([0, 50, 72, 100])
slow = settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def written(parts, wrap):
    """Return the letter: an empty part begins a new paragraph."""
    paragraphs = [
        " ".join(group).strip()
        for group in "\n".join(parts).split("\n\n")
        for group in [group.split("\n")]
    ]
    rows = [textwrap.fill(one, wrap) if wrap else one for one in paragraphs if one]
    return "\n\n".join(rows) + "\n"


def edited(parts, edit):
    """Return the parts after an edit somewhere else than in our own sentence."""
    kind, at, words = edit
    others = [number for number, part in enumerate(parts) if part != OWN]
    if kind == "insert" or not others:
        at %= len(parts) + 1
        return [*parts[:at], words or OTHERS[0], *parts[at:]]
    if kind == "part":
        at %= len(parts) + 1
        return [*parts[:at], "", *parts[at:]]
    at = others[at % len(others)]
    if kind == "remove":
        return [*parts[:at], *parts[at + 1 :]]
    if kind == "change":
        return [*parts[:at], words, *parts[at + 1 :]]
    if kind == "word":
        return [*parts[:at], re.sub(r"(\w+)(\W*)$", rf"\1 {words}\2", parts[at]), *parts[at + 1 :]]
    return [*parts[:at], *parts[at + 1 :], parts[at]]


@pytest.fixture(scope="module")
def entry(linter):
    report = linter.lint(draft.from_text(written([*BEFORE, OWN, *AFTER], 0), "a.txt"))
    (found,) = [one for one in report.findings if one.quote == OWN]
    words = ignores.Words(report.draft.source)
    return ignores.entry_for(found, report.statements, words, "known", "2026-05-01")


def about_own(report):
    """Return what is found, and what is ignored, in our own sentence."""

    def ours(one):
        return one.statement is not None and "hire" in one.quote and "inspectors" in one.quote

    kept = [one.rule for one in report.findings if ours(one)]
    return kept, [one.finding.rule for one in report.ignored if ours(one.finding)]


@slow
@given(edits=st.lists(EDITS, min_size=10, max_size=10), wrap=WRAPS)
def test_ten_edits_elsewhere_do_not_bring_it_back(linter, entry, edits, wrap):
    parts = [*BEFORE, OWN, *AFTER]
    for edit in edits:
        parts = edited(parts, edit)
    report = linter.lint(draft.from_text(written(parts, wrap), "a.txt"), [entry])
    kept, _ = about_own(report)
    assert entry.rule not in kept
    assert "lapsed" not in {one.why for one in report.idle}


@slow
@given(
    edits=st.lists(EDITS, max_size=3),
    at=st.integers(1, 7),
    word=st.sampled_from(["three", "good", "now", "metal", "and"]),
    wrap=WRAPS,
)
def test_it_returns_when_a_word_of_its_own_changes(linter, entry, edits, at, word, wrap):
    parts = [*BEFORE, OWN, *AFTER]
    for edit in edits:
        parts = edited(parts, edit)
    words = OWN.split()
    changed = " ".join([*words[:at], word, *words[at:]])
    parts = [changed if part == OWN else part for part in parts]
    text = written(parts, wrap)
    bare = linter.lint(draft.from_text(text, "a.txt"))
    report = linter.lint(draft.from_text(text, "a.txt"), [entry])
    assert report.ignored == ()
    assert report.findings == bare.findings
    assert [one.why for one in report.idle] == ["lapsed"]


def test_two_findings_of_one_rule_in_one_sentence_are_told_apart(linter):
    text = (
        "We will hire two men. We refunded nine buyers on 3 May and we will change the carrier.\n"
    )
    report = linter.lint(draft.from_text(text, "a.txt"))
    promises = [one for one in report.findings if one.rule.endswith("promise")]
    assert len(promises) == 2
    words = ignores.Words(text)
    entry = ignores.entry_for(promises[1], report.statements, words, "", "")
    again = linter.lint(draft.from_text(text, "a.txt"), [entry])
    assert [one.finding.quote for one in again.ignored] == [promises[1].quote]
