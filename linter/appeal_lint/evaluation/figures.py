"""Figures of agreement: precision, recall and F1 for each label, and what sums them up.

F1 of a set of labels is given in two ways: micro (all decisions together, so frequent labels
weigh more) and macro (the mean over the labels, each as much as the other). Kappa is Cohen's:
agreement beyond what chance would bring, 1 for full agreement.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from appeal_lint.evaluation.compare import Outcome, Wrong
from appeal_lint.evaluation.gold import Letter
from appeal_lint.model.words import Act, Agent, Element, Excuse, Issue, Measure, Status


@dataclass(slots=True)
class Count:
    """Decisions on one label: rightly found, wrongly found, missed."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    @property
    def precision(self) -> float:
        """Share of what was found that is right; 1 where nothing was found."""
        return _share(self.right, self.right + self.wrong)

    @property
    def recall(self) -> float:
        """Share of what is there that was found; 1 where nothing is there."""
        return _share(self.right, self.right + self.missed)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return _share(2 * self.right, 2 * self.right + self.wrong + self.missed)

    @property
    def gold(self) -> int:
        """How many there are."""
        return self.right + self.missed


@dataclass(slots=True)
class Table:
    """Counts of the labels of one kind, and for labels of which one is chosen also pairs.

    `pairs` counts (gold, found) of each sentence.
    """

    labels: dict[str, Count]
    pairs: Counter[tuple[str, str]] = field(default_factory=Counter)

    @property
    def used(self) -> dict[str, Count]:
        """The labels that occur on either side."""
        return {
            name: one for name, one in self.labels.items() if one.right or one.wrong or one.missed
        }

    @property
    def micro(self) -> Count:
        """All decisions together."""
        counts = self.labels.values()
        return Count(
            sum(one.right for one in counts),
            sum(one.wrong for one in counts),
            sum(one.missed for one in counts),
        )

    @property
    def macro(self) -> float:
        """Mean F1 over the labels that people gave; those nobody gave have no recall."""
        given = [one.f1 for one in self.labels.values() if one.gold]
        return sum(given) / len(given) if given else 1.0

    @property
    def accuracy(self) -> float:
        """Share of sentences whose pair agrees."""
        return _share(
            sum(many for (gold, found), many in self.pairs.items() if gold == found),
            self.pairs.total(),
        )

    @property
    def kappa(self) -> float:
        """Cohen's kappa of the pairs."""
        total = self.pairs.total()
        gold: Counter[str] = Counter()
        found: Counter[str] = Counter()
        for (one, other), many in self.pairs.items():
            gold[one] += many
            found[other] += many
        chance = sum(gold[word] * found[word] for word in gold) / (total * total) if total else 1.0
        return 1.0 if chance == 1 else (self.accuracy - chance) / (1 - chance)


@dataclass(slots=True)
class Figures:
    """All tables; `plea` asks only whether there is an excuse, `excuse` which."""

    sentences: int
    letters: int
    act: Table
    plea: Table
    excuse: Table
    issue: Table
    measure: Table
    agent: Table
    element: Table
    """Over the three words covered, weak and missing, all elements of all letters together."""


@dataclass(frozen=True, slots=True)
class Evaluation:
    """What came out: the figures, and each sentence or letter that was read otherwise."""

    figures: Figures
    wrong: tuple[Wrong, ...]


def figures(
    outcomes: Sequence[Outcome],
    letters: Iterable[tuple[Letter, Mapping[Element, Status]]] = (),
) -> Figures:
    """Count how far the analysis agrees with the labels."""
    act, agent = _table(Act), _table(Agent)
    plea, excuse = Table({"any": Count()}), _table(Excuse)
    issue, measure, element = _table(Issue), _table(Measure), _table(Status)
    for one in outcomes:
        gold = one.gold
        if gold.act is not None:
            _acts(act, one, gold.act)
        if gold.agent is not None:
            _chosen(agent, gold.agent, one.agent)
        if gold.excuse_labelled:
            _several(plea, _any(gold.excuse), _any(one.excuse))
            _several(excuse, _set(gold.excuse), _set(one.excuse))
            plea.pairs[gold.excuse or "none", one.excuse or "none"] += 1
        if gold.issues is not None:
            _several(issue, gold.issues, one.issues)
        if gold.measures is not None:
            _several(measure, gold.measures, one.measures)
    judged = list(letters)
    for letter, found in judged:
        for name, status in letter.elements.items():
            _chosen(element, status, found[name])
    return Figures(len(outcomes), len(judged), act, plea, excuse, issue, measure, agent, element)


TOLERATED = 0.01
"""A figure that falls by more than a point is a regression."""

HEADLINE: Mapping[str, tuple[str, Callable[[Table], float]]] = {
    "act macro F1": ("act", lambda table: table.macro),
    "promise F1": ("act", lambda table: table.labels[Act.PROMISE].f1),
    "excuse, any against none, F1": ("plea", lambda table: table.micro.f1),
    "excuse, the right family, micro F1": ("excuse", lambda table: table.micro.f1),
    "issues micro F1": ("issue", lambda table: table.micro.f1),
    "measures micro F1": ("measure", lambda table: table.micro.f1),
    "agent accuracy": ("agent", lambda table: table.accuracy),
    "elements macro F1": ("element", lambda table: table.macro),
}
"""The figures that sum up an evaluation: name, the table and what is taken from it."""


def headline(all: Figures) -> dict[str, float]:
    """Return the figures that sum up, those only for which there are labels."""
    tables = {name: getattr(all, table) for name, (table, _) in HEADLINE.items()}
    return {name: of(tables[name]) for name, (_, of) in HEADLINE.items() if tables[name].used}


def fallen(before: Mapping[str, float], now: Mapping[str, float]) -> dict[str, tuple[float, float]]:
    """Return the headline figures that fell by more than a point: what they were and are."""
    return {
        name: (was, now[name])
        for name, was in before.items()
        if name in now and now[name] < was - TOLERATED
    }


def _acts(table: Table, one: Outcome, gold: Act) -> None:
    table.pairs[gold, one.act] += 1
    if one.act is gold:
        table.labels[gold].right += 1
    else:
        table.labels[gold].missed += 1
        if one.act not in one.gold.also:
            table.labels[one.act].wrong += 1
    for act in one.gold.also - {Act.OTHER} - {gold}:
        if act in one.found:
            table.labels[act].right += 1
        else:
            table.labels[act].missed += 1
    for act in one.extra:
        table.labels[act].wrong += 1


def _chosen(table: Table, gold: str, found: str) -> None:
    table.pairs[gold, found] += 1
    _several(table, {gold}, {found})


def _several(table: Table, gold: Iterable[str], found: Iterable[str]) -> None:
    wanted, got = set(gold), set(found)
    for word in wanted & got:
        table.labels[word].right += 1
    for word in got - wanted:
        table.labels[word].wrong += 1
    for word in wanted - got:
        table.labels[word].missed += 1


def _any(excuse: Excuse | None) -> set[str]:
    return {"any"} if excuse else set()


def _set(excuse: Excuse | None) -> set[str]:
    return {excuse} if excuse else set()


def _table(words: Iterable[str]) -> Table:
    return Table({str(word): Count() for word in words})


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 1.0
