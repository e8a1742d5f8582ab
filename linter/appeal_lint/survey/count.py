"""Counts the rows of a review as they go by."""

from bisect import insort
from collections import Counter as Tally
from collections.abc import Mapping

from appeal_lint.model.row import Row
from appeal_lint.model.words import Element, Outcome, Severity, Status
from appeal_lint.survey.groups import LISTED, Named
from appeal_lint.survey.records import (
    AlikeGroup,
    ElementCount,
    Fault,
    Outcomes,
    Survey,
    Worst,
)
from appeal_lint.survey.spread import Scores
from appeal_lint.survey.trend import Times

WORST = 20
PATHS = 5
"""How many letters of a group that is alike are named."""


class Counter:
    """Counts rows; keeps sums and a few names, so that its size hangs on no number of letters.

    The order of rows changes nothing, but where there are more than `groups.KEPT` different types
    or authors: then those that come first are counted by themselves.

    Args:
        titles: the titles of the elements in the language of the report; its name for one without.
        closest: how alike the closest two letters of each group of `Row.alike` are, 0 to 1.
        listed: how many types and authors are told one by one.
        worst: how many of the worst letters are named.

    """

    def __init__(
        self,
        titles: Mapping[Element, str] | None = None,
        closest: Mapping[str, float] | None = None,
        *,
        listed: int = LISTED,
        worst: int = WORST,
    ) -> None:
        self._titles = titles or {}
        self._closest = closest or {}
        self._most = worst
        self._letters = self._ready = 0
        self._minimums: set[int] = set()
        self._scores = Scores()
        self._times = Times()
        self._rules: dict[str, tuple[str, Severity]] = {}
        self._found: Tally[str] = Tally()
        self._with: Tally[str] = Tally()
        self._points: Tally[str] = Tally()
        self._elements: Tally[tuple[Element, Status]] = Tally()
        self._outcomes: Tally[Outcome | None] = Tally()
        self._types = Named(listed)
        self._authors = Named(listed)
        self._alike: dict[str, tuple[int, int, list[str]]] = {}
        self._worst: list[tuple[int, str, bool, int]] = []

    def add(self, row: Row) -> None:
        """Count a row."""
        self._letters += 1
        self._ready += row.ready
        if len(self._minimums) < 2:
            self._minimums.add(row.minimum)
        self._scores.add(row.score)
        self._times.add(row.date, row.score, row.ready)
        rules = self._add_findings(row)
        for name, element in row.elements.items():
            self._elements[name, element.shown] += 1
        self._outcomes[row.outcome] += 1
        self._types.add(row.type, row.score, row.ready, rules)
        self._authors.add(row.author, row.score, row.ready, rules)
        if row.alike:
            letters, points, paths = self._alike.get(row.alike, (0, 0, []))
            insort(paths, row.path)
            self._alike[row.alike] = letters + 1, points + row.score, paths[:PATHS]
        errors = sum(one.severity is Severity.ERROR for one in row.findings)
        insort(self._worst, (row.score, row.path, row.ready, errors))
        del self._worst[self._most :]

    def _add_findings(self, row: Row) -> list[str]:
        """Count what was found, and return the rules that found it, each once."""
        for one in row.findings:
            self._rules.setdefault(one.rule, (one.title, one.severity))
            self._found[one.rule] += 1
        rules = sorted({one.rule for one in row.findings})
        self._with.update(rules)
        for loss in row.lost:
            self._points[loss.rule] += loss.points
        return rules

    def result(self) -> Survey:
        """Return what the rows so far come to."""
        titles = {rule: title for rule, (title, _) in self._rules.items()}
        alike = [
            AlikeGroup(name, letters, points / letters, tuple(paths), self._closest.get(name))
            for name, (letters, points, paths) in self._alike.items()
            if letters > 1
        ]
        faults = [
            Fault(rule, title, severity, self._with[rule], self._found[rule], self._points[rule])
            for rule, (title, severity) in self._rules.items()
        ]
        return Survey(
            letters=self._letters,
            ready=self._ready,
            minimum=next(iter(self._minimums)) if len(self._minimums) == 1 else None,
            spread=self._scores.result(),
            faults=tuple(sorted(faults, key=lambda one: (-one.letters, -one.times, one.rule))),
            elements=tuple(
                ElementCount(
                    one,
                    self._titles.get(one, one.value),
                    missing=self._elements[one, Status.MISSING],
                    weak=self._elements[one, Status.WEAK],
                    covered=self._elements[one, Status.COVERED],
                )
                for one in Element
            ),
            trend=self._times.result(),
            types=self._types.result(titles),
            authors=self._authors.result(titles),
            outcomes=Outcomes(
                self._outcomes[Outcome.REINSTATED],
                self._outcomes[Outcome.REJECTED],
                self._outcomes[None],
            ),
            alike=tuple(sorted(alike, key=lambda one: (-one.letters, one.name))),
            alike_letters=sum(one.letters for one in alike),
            worst=tuple(Worst(path, score, ready, n) for score, path, ready, n in self._worst),
        )
