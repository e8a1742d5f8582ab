"""Rows of a review, made for tests: letters of our own writing, and what was found in them."""

from appeal_lint.model.row import Row, RowElement, RowFinding, RowLoss, RowText
from appeal_lint.model.words import Element, Severity, Status

TITLES = {
    "future-promise": ("Promise instead of a finished action", Severity.ERROR),
    "vague-words": ("Vague words", Severity.WARNING),
    "fba-ready": ("Are goods ready for FBA?", Severity.INFO),
    "evidence-missing": ("No date, number or document", Severity.WARNING),
}


def finding(rule="future-promise", number=1, quote="", start=0, **more):
    """Return a finding; without a quote it is on the whole letter."""
    title, severity = TITLES[rule]
    shape = {
        "title": title, "severity": severity, "message": f"“{quote}” is not good.",
        "why": f"Why {rule} matters.", "advice": f"How to mend {rule}.",
    }  # fmt: skip
    end = start + len(quote)
    return RowFinding(
        rule, number, quote=quote, start=start, end=end, line=1, column=start + 1,
        **{**shape, **more},
    )  # fmt: skip


def row(path="a.txt", score=50, found=(), missing=(), weak=(), ready=None, **more):
    """Return a letter; `found` has rules, or findings made already."""
    findings = tuple(
        finding(one, at) if isinstance(one, str) else one for at, one in enumerate(found, 1)
    )
    rules = dict.fromkeys(one.rule for one in findings)
    counts = {rule: sum(one.rule == rule for one in findings) for rule in rules}
    elements = {
        one: RowElement(Status.MISSING)
        if one in missing
        else RowElement(Status.WEAK if one in weak else Status.COVERED, (1,))
        for one in Element
    }
    return Row(
        path, score, 80, score >= 80 if ready is None else ready, elements,
        tuple(RowLoss(rule, 5 * count, count) for rule, count in counts.items()), findings, **more,
    )  # fmt: skip


def marked(path, text, words, **more):
    """Return a letter and its text; `words` has rules with the words that they found in it."""
    findings, spans = [], []
    for number, (rule, quote) in enumerate(words, 1):
        start = text.index(quote) if quote else 0
        findings.append(finding(rule, number, quote, start))
        spans.append((start, start + len(quote)))
    return row(path, found=findings, **more), RowText(text, tuple(spans))
