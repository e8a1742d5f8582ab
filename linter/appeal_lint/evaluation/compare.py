"""One labelled sentence or letter against what the analysis says of it.

A sentence may be read as several statements. Its main act is read rightly where one of
them has it, or has a reading that the label allows (`either`). A statement `other` beside
a plainer one is no fault: it is what is left of the sentence. Issues and measures are
those of all statements together; the excuse is the labelled one where any statement has it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from appeal_lint.evaluation.gold import Letter, Sentence
from appeal_lint.model.statement import Statement
from appeal_lint.model.words import Act, Agent, Element, Excuse, Issue, Measure, Status


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was read of one sentence, set against its labels."""

    gold: Sentence
    act: Act
    """The main act as read; the labelled one where it is there or another was allowed."""
    found: frozenset[Act]
    """All acts that were read, without the leftover `other`."""
    agent: Agent
    issues: frozenset[Issue]
    measures: frozenset[Measure]
    excuse: Excuse | None
    why: str
    """The evidence for the main act as read."""

    @property
    def extra(self) -> frozenset[Act]:
        """Acts that were read and are neither there nor allowed."""
        gold = self.gold
        return self.found - {gold.act, self.act} - gold.also - gold.either

    @property
    def missed(self) -> frozenset[Act]:
        """Further acts of the sentence that were not read."""
        return self.gold.also - {Act.OTHER} - self.found


@dataclass(frozen=True, slots=True)
class Difference:
    """One label that was read otherwise. Words are empty where there is none on that side."""

    label: str
    gold: str
    found: str


@dataclass(frozen=True, slots=True)
class Wrong:
    """A sentence or letter that was read otherwise; `place` is file and line of its labels."""

    place: str
    text: str
    differences: Sequence[Difference]
    why: str
    """The analysis's evidence for the act; empty for a letter."""


def compare(gold: Sentence, statements: Sequence[Statement]) -> Outcome:
    """Set the statements that a sentence was read as against its labels."""
    acts = [one.act for one in statements] or [Act.OTHER]
    found = frozenset(acts)
    if len(found) > 1:
        found -= {Act.OTHER}
    act, source = _main(gold, [one for one in acts if one in found])
    lead = next((one for one in statements if one.act is source), None)
    pleas = [one.excuse for one in statements if one.excuse is not None]
    return Outcome(
        gold=gold,
        act=act,
        found=found,
        agent=lead.agent if lead else Agent.NONE,
        issues=frozenset(issue for one in statements for issue in one.issues),
        measures=frozenset(measure for one in statements for measure in one.measures),
        excuse=gold.excuse if gold.excuse in pleas else next(iter(pleas), None),
        why=lead.why if lead else "nothing was read",
    )


def _main(gold: Sentence, acts: Sequence[Act]) -> tuple[Act, Act]:
    """Return the main act that counts as read, and the act that was really read."""
    if gold.act is None or gold.act in acts:
        act = gold.act or acts[0]
        return act, act
    allowed = next((one for one in acts if one in gold.either), None)
    if allowed is not None:
        return gold.act, allowed
    return acts[0], acts[0]


def differences(one: Outcome) -> tuple[Difference, ...]:
    """Return every label of a sentence that was read otherwise."""
    gold, found = one.gold, []
    if gold.act is not None:
        if one.act is not gold.act:
            found.append(Difference("act", gold.act, one.act))
        found += (Difference("act", "", act) for act in sorted(one.extra))
        found += (Difference("act", act, "") for act in sorted(one.missed))
    if gold.excuse_labelled and one.excuse is not gold.excuse:
        found.append(Difference("excuse", gold.excuse or "", one.excuse or ""))
    if gold.agent is not None and one.agent is not gold.agent:
        found.append(Difference("agent", gold.agent, one.agent))
    pairs: tuple[tuple[str, frozenset[str] | None, frozenset[str]], ...] = (
        ("issue", gold.issues, one.issues),
        ("measure", gold.measures, one.measures),
    )
    for label, wanted, got in pairs:
        if wanted is not None:
            found += (Difference(label, word, "") for word in sorted(wanted - got))
            found += (Difference(label, "", word) for word in sorted(got - wanted))
    return tuple(found)


def element_differences(
    gold: Letter, found: Mapping[Element, Status], ready: bool
) -> tuple[Difference, ...]:
    """Return every element of a letter that was found otherwise, and the verdict if it is."""
    wrong = [
        Difference(name, status, found[name])
        for name, status in gold.elements.items()
        if found[name] is not status
    ]
    if gold.ready is not None and gold.ready is not ready:
        words = {True: "ready", False: "not ready"}
        wrong.append(Difference("verdict", words[gold.ready], words[ready]))
    return tuple(wrong)
