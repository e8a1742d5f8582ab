"""Short names for what letters can be filtered by.

Each letter of the page carries those that are true of it, and each choice of a filter is one.
"""

from collections.abc import Iterator

from appeal_lint.i18n import Tongue
from appeal_lint.model.row import Row
from appeal_lint.model.words import Element, Outcome, Status
from appeal_lint.survey.groups import key
from appeal_lint.survey.records import Groups, Survey

Choice = tuple[str, str]
"""A token, and what it is called."""
ALIKE = 200
"""Groups of letters that are alike which can be chosen; the others only together."""
_NO_NAME, _REST = "none", "rest"


class Tokens:
    """The tokens of a survey."""

    def __init__(self, survey: Survey) -> None:
        self._survey = survey
        self._rules = {one.rule: f"r{at}" for at, one in enumerate(survey.faults)}
        self._elements = {one: f"e{at}" for at, one in enumerate(Element)}
        self._types = _names("t", survey.types)
        self._authors = _names("a", survey.authors)
        self._alike = {one.name: f"g{at}" for at, one in enumerate(survey.alike[:ALIKE])}

    def of(self, row: Row) -> str:
        """Return all that is true of a letter, with blanks between."""
        found = ["y" if row.ready else "n", f"o-{row.outcome or _NO_NAME}"]
        found += sorted({self._rules[one.rule] for one in row.findings if one.rule in self._rules})
        found += [
            self._elements[name]
            for name, one in row.elements.items()
            if one.shown is Status.MISSING
        ]
        found.append(_name("t", row.type, self._types))
        found.append(_name("a", row.author, self._authors))
        if row.alike:
            found += ["g", *filter(None, [self._alike.get(row.alike)])]
        return " ".join(found)

    def rule(self, rule: str) -> str:
        """Return the token of a rule that spoke."""
        return self._rules[rule]

    def element(self, name: Element) -> str:
        """Return the token of an element that is missing."""
        return self._elements[name]

    def alike(self, name: str) -> str:
        """Return the token of a group of letters that are alike."""
        return self._alike[name]

    def type(self, name: str) -> str:
        """Return the token of a type; of all the small ones where there is no name."""
        return _name("t", name, self._types) if name else f"t-{_REST}"

    def author(self, name: str) -> str:
        """Return the token of an author; of all the small ones where there is no name."""
        return _name("a", name, self._authors) if name else f"a-{_REST}"

    def filters(self, say: Tongue) -> Iterator[tuple[str, str, list[Choice]]]:
        """Yield each filter that has something to choose: its name, its label, its choices."""
        survey = self._survey
        yield "ready", say.say("Ready"), [("y", say.say("Ready")), ("n", say.say("Not ready"))]
        faults = sorted(survey.faults, key=lambda one: (one.title, one.rule))
        yield (
            "rule",
            say.say("Fault"),
            [(self._rules[one.rule], f"{one.title} ({one.rule})") for one in faults],
        )
        missing = [(self._elements[one.name], one.title) for one in survey.elements if one.missing]
        yield "missing", say.say("Missing part"), missing
        yield "type", say.say("Type"), _choices("t", survey.types, self._types, say)
        yield "author", say.say("Author"), _choices("a", survey.authors, self._authors, say)
        outcomes = survey.outcomes
        known = [
            (f"o-{Outcome.REINSTATED}", say.say("Account back"), outcomes.reinstated),
            (f"o-{Outcome.REJECTED}", say.say("Rejected"), outcomes.rejected),
            (f"o-{_NO_NAME}", say.say("Not known"), outcomes.unknown),
        ]
        some = outcomes.reinstated + outcomes.rejected
        yield "outcome", say.say("Outcome"), [(a, b) for a, b, count in known if some and count]
        alike = [
            (self._alike[one.name], say.say("{name}: {letters} letters",
                                            name=one.name, letters=one.letters))
            for one in survey.alike[:ALIKE]
        ]  # fmt: skip
        whole = [("g", say.say("Any group"))] if alike else []
        yield "alike", say.say("Nearly the same"), whole + alike


def _names(letter: str, groups: Groups) -> dict[str, str]:
    return {key(one.name): f"{letter}{at}" for at, one in enumerate(groups.listed)}


def _name(letter: str, name: str, known: dict[str, str]) -> str:
    found = key(name)
    return known.get(found, f"{letter}-{_REST}") if found else f"{letter}-{_NO_NAME}"


def _choices(letter: str, groups: Groups, known: dict[str, str], say: Tongue) -> list[Choice]:
    if not groups.listed:
        return []
    found = [(known[key(one.name)], one.name) for one in groups.listed]
    if groups.rest:
        found.append((f"{letter}-{_REST}", say.say("All others together ({number})",
                                                   number=groups.small)))  # fmt: skip
    if groups.unnamed:
        found.append((f"{letter}-{_NO_NAME}", say.say("Not said")))
    return found
