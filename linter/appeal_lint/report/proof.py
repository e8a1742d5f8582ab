"""What became of the examples of rules: each that fails, what was read in it, and why."""

from collections.abc import Iterable, Mapping, Sequence

from appeal_lint.model.pattern import Fact
from appeal_lint.model.proof import Miss, Outcome, Proof, Seen, Sort
from appeal_lint.model.said import Said
from appeal_lint.model.statement import Statement
from appeal_lint.report.page import Page
from appeal_lint.rulebook.compile import TALLY

MOST_SHOWN = 6
"""Statements of one example. The others fit the rule less."""
SLOWEST = 5


def render(proofs: Sequence[Proof], seconds: Mapping[str, float], page: Page) -> str:
    """Return what an author needs to know, as lines.

    Args:
        proofs: one for each rule.
        seconds: by id of a rule, how long its examples took.
        page: what to write on.

    """
    for proof in proofs:
        if proof.unwritten:
            names = ", ".join(proof.unwritten)
            _fail(page, proof.rule.id, page.say("these are not written yet: {names}.", names=names))
            page.gap()
        for outcome in proof.outcomes:
            if not outcome.passed:
                _outcome(page, outcome)
                page.gap()
    outcomes = [one for proof in proofs for one in proof.outcomes]
    page.line(
        (
            page.say(
                "Rules passed: {rules} of {all_rules}. "
                "Examples passed: {examples} of {all_examples}.",
                rules=sum(one.passed for one in proofs),
                all_rules=len(proofs),
                examples=sum(one.passed for one in outcomes),
                all_examples=len(outcomes),
            ),
            "bold",
        )
    )
    page.line(page.say("The slowest rules, by the time that their examples take:"))
    for rule in sorted(seconds, key=lambda one: (-seconds[one], one))[:SLOWEST]:
        page.line(f"{rule:<26} {seconds[rule]:.2f} s", indent=2)
    return page.text()


def _fail(page: Page, name: str, what: str) -> None:
    said = page.say("FAIL {name}: {what}", name=name, what=what)
    page.line((said, "bold red"), hang=2)


def _outcome(page: Page, outcome: Outcome) -> None:
    example = outcome.example
    _fail(page, f"{example.rule}, {example.sort} {example.number}", _what(page, outcome))
    stated = [one for one in outcome.seen if one.statement is not None]
    shown = sorted(stated, key=_distance)[:MOST_SHOWN]
    for one in outcome.seen:
        if one.statement is None:
            more = len(stated) - len(shown)
            if more:
                page.line(page.say("… and {more} more that fit less", more=more), indent=2)
            _whole(page, one.fact)
            _judged(page, one)
        elif one in shown:
            _statement(page, one.statement)
            _judged(page, one)


def _unread(page: Page, why: Said, name: str) -> str:
    """Return why an example is no draft, without its name: that stands before it already."""
    return why.told(page).removeprefix(f"{name}: ").removeprefix(f"{name}：")


def _what(page: Page, outcome: Outcome) -> str:
    if outcome.unread:
        why = _unread(page, outcome.unread, outcome.example.name)
        return page.say("this cannot be read: {why}", why=why)
    match outcome.example.sort:
        case Sort.BAD:
            return page.say("this must set the rule off, but does not.")
        case Sort.GOOD:
            return page.say("this must not set the rule off, but does.")
        case Sort.LIKE:
            rules = ", ".join(sorted(outcome.wrong))
            return page.say("the model sentence sets off {rules}.", rules=rules)


def _distance(one: Seen) -> tuple[bool, int]:
    """Return how little a statement tells of why the example fails; the least comes first."""
    barred = any(miss.part == "absent" for miss in one.misses)
    return not (one.fits or barred), len(one.misses)


def _statement(page: Page, one: Statement) -> None:
    page.line(f"{one.id}. ", f"“{' '.join(one.text.split())}”", indent=2, hang=3)
    plain = {"act": one.act, "agent": one.agent, "section": one.section, "block": one.block}
    page.line(", ".join(f"{name} {word}" for name, word in plain.items()), indent=5, hang=2)
    marks = sorted({mark.name for mark in one.marks})
    listed = {
        "issue": one.issues,
        "measure": one.measures,
        "excuse": (one.excuse,) if one.excuse else (),
        "mark": marks,
    }
    page.line(
        ", ".join(f"{name} {_words(words)}" for name, words in listed.items()), indent=5, hang=2
    )


def _whole(page: Page, fact: Fact) -> None:
    hidden = ("id", "kind")
    told = [f"{k} {v}" for k, v in fact.items() if k not in hidden and not k.startswith(TALLY)]
    page.line(page.say("document: {facts}", facts=", ".join(told)), indent=2, hang=2)


def _judged(page: Page, one: Seen) -> None:
    said = [_said(page, miss) for miss in one.misses]
    if one.fits and one.statement is None:
        said.append(page.say("all that `document` and `count` ask for holds."))
    elif one.fits:
        said.append(page.say("all that `statement` asks for holds."))
    if one.unbarred:
        said.append(page.say("no sentence is one that `absent` bars."))
    for text in said:
        page.line(f"{page.sign('→', '>')} {text}", indent=5, hang=2)


def _said(page: Page, miss: Miss) -> str:
    asked = page.say(" or ").join(miss.asked)
    found = _words(miss.found)
    if miss.part == "absent":
        held = ", ".join(miss.asked)
        return page.say("`absent` bars such a sentence: {held}.", held=held)
    if miss.part == "count":
        return page.say(
            "sentences that fit `statement`: {found}, the rule asks for {asked}.",
            found=found,
            asked=asked,
        )
    if miss.barred:
        return page.say(
            "{field} is {found}, and `not` bars {asked}.",
            field=miss.field,
            found=found,
            asked=asked,
        )
    return page.say(
        "{field} is {found}, the rule asks for {asked}.",
        field=miss.field,
        found=found,
        asked=asked,
    )


def _words(words: Iterable[str]) -> str:
    return " + ".join(map(str, words)) or "none"
