"""Puts one letter together."""

import re
from dataclasses import dataclass, field

from lettering.deeds import AHEAD, DEEDS, DONE, PRACTICES, SINCE
from lettering.problems import PROBLEMS
from lettering.talk import (
    ENDINGS,
    EVIDENCE,
    EXCUSES,
    FACTS,
    FBA_AHEAD,
    FBA_DONE,
    FIRSTS,
    OPENINGS,
    POLICIES,
    REQUESTS,
    SORRY,
)  # fmt: skip

PARTS = ("issue", "cause", "policy", "harm", "prevention", "fba", "evidence", "request")
"""What a letter may lack."""
_SMALL = ("Each", "Every", "Our", "My", "No", "Messages", "Questions", "Two", "We", "The")
_TENSE = re.compile(r"(\w+)~(\w+)")
_BASE, _PAST = r"\1", r"\2"
_ENDS = re.compile(r"\s+([.,;])")


@dataclass
class Plan:
    """What a letter is to be, and what came of it."""

    problem: str
    sections: dict = field(default_factory=dict)
    promises: int = 0
    excuses: int = 0
    missing: tuple = ()


class Composer:
    """Writes the sections of a letter; `shape` decides the wording, `facts` fills it in."""

    def __init__(self, shape, facts):
        self._shape = shape
        self._facts = facts
        self._deck = []

    def compose(self):
        """Return the plan of a letter with its sections: a list of sentences for each name."""
        shape = self._shape
        plan = Plan(shape.pick(tuple(PROBLEMS)))
        # Half of all letters are good; the others are so in any degree down to very bad.
        good = 1.0 if shape.odds(0.3) else shape.share()
        wanted = 110 + int(710 * shape.share() ** 2.2)
        lacking = 0.4 * (1 - good) + max(0.0, 0.85 - wanted / 280)
        plan.missing = tuple(one for one in PARTS if shape.odds(lacking))
        self._parts(plan, good, wanted)
        self._excuses(plan, good)
        self._lengthen(plan, good, wanted)
        return plan

    def say(self, pattern):
        """Return a pattern in words, as a sentence."""
        text = self._facts.fill(self._shape.wording(pattern)).strip()
        text = _ENDS.sub(r"\1", " ".join(text.split()))
        return text[:1].upper() + text[1:]

    def _parts(self, plan, good, wanted):
        shape, say = self._shape, self.say
        figure, causes, policy, harm, fitting = PROBLEMS[plan.problem]
        there = [one for one in PARTS if one not in plan.missing]
        issue = [say(shape.pick(FIRSTS))] if wanted > 135 else []
        if "issue" in there:
            issue.append(say(figure))
        cause = (
            [say(one) for one in shape.some(causes, 1 + shape.odds(0.4))]
            if "cause" in there
            else []
        )
        if "policy" in there:
            cause.append(say(shape.pick(POLICIES) % policy))
        if "harm" in there:
            cause.append(say(harm))
            if shape.odds(0.5):
                cause.append(say(shape.pick(SORRY)))
        fba = "fba" in there
        plan.sections = {
            "issue": issue,
            "cause": cause,
            "actions": [self._deed(plan, good, fitting) for _ in range(2 if wanted > 150 else 1)],
            "prevention": [self._practice(plan, good)] if "prevention" in there else [],
            "details": [],
            "fba": [say(shape.pick(FBA_DONE if shape.odds(good) else FBA_AHEAD))] if fba else [],
            "request": [say(shape.pick(EVIDENCE))] if "evidence" in there else [],
        }
        if "request" in there:
            plan.sections["request"].append(say(shape.pick(REQUESTS)))

    def _deed(self, plan, good, fitting):
        shape = self._shape
        if not self._deck:
            near = [one for name in fitting for one in DEEDS[name]]
            far = [one for own in DEEDS.values() for one in own if one not in near]
            self._deck = shape.some(far, 4) + shape.some(near, len(near))
        if shape.odds(0.85 * (1 - good)):
            return self._promise(plan, self._deck.pop())
        _, past, rest = self._deck.pop()
        return self.say(f"{shape.pick(DONE)} {past} {_TENSE.sub(_PAST, rest)}.")

    def _promise(self, plan, deed):
        plan.promises += 1
        base, _, rest = deed
        return self.say(f"{self._shape.pick(AHEAD)} {base} {_TENSE.sub(_BASE, rest)}.")

    def _practice(self, plan, good):
        shape = self._shape
        if shape.odds(0.7 * (1 - good)):
            return self._promise(plan, shape.pick(DEEDS[shape.pick(tuple(DEEDS))]))
        since, practice = shape.pick(SINCE), self.say(shape.pick(PRACTICES))
        first = practice.split()[0]
        if since.endswith((", ", "Now ")) and first in _SMALL:
            practice = practice[0].lower() + practice[1:]
        return self.say(since) + (" " if since else "") + practice

    def _excuses(self, plan, good):
        shape = self._shape
        for pattern in shape.some(EXCUSES, 3):
            if shape.odds(0.5 * (1 - good)):
                plan.excuses += 1
                plan.sections["cause"].append(self.say(pattern))

    def _lengthen(self, plan, good, wanted):
        shape = self._shape
        fitting = PROBLEMS[plan.problem][4]
        facts = []
        while _words(plan) < wanted - 22:
            kind = shape.share()
            if kind < 0.3:
                plan.sections["actions"].append(self._deed(plan, good, fitting))
            elif kind < 0.42 and "prevention" not in plan.missing:
                plan.sections["prevention"].append(self._practice(plan, good))
            else:
                facts = facts or shape.some(FACTS, len(FACTS))
                plan.sections["details"].append(self.say(facts.pop()))

    def opening(self):
        """Return the greeting."""
        return self.say(self._shape.pick(OPENINGS))

    def ending(self):
        """Return the lines under the letter; may be empty."""
        return self._facts.fill(self._shape.wording(self._shape.pick(ENDINGS)))


def _words(plan):
    return sum(len(one.split()) for part in plan.sections.values() for one in part)
