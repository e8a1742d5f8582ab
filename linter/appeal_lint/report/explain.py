"""The list of rules and the page of one rule; text and Markdown come from the same lines."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from appeal_lint.i18n import ENGLISH, Tongue, mark, tongue
from appeal_lint.model.rule import Rule, RuleSet
from appeal_lint.model.words import Element, Status
from appeal_lint.report.finding import WORDS
from appeal_lint.report.page import DO, LIKE, PAGE, WHY, Page
from appeal_lint.report.safe import safe
from appeal_lint.rulebook import SHIPPED

ELEMENTS = {
    Element.METRIC: mark("metric"),
    Element.ROOT_CAUSE: mark("root cause"),
    Element.POLICY: mark("policy"),
    Element.CUSTOMER_IMPACT: mark("customer impact"),
    Element.MEASURES: mark("measures"),
    Element.FBA_COMMITMENT: mark("fba commitment"),
    Element.PREVENTION: mark("prevention"),
    Element.EVIDENCE: mark("evidence"),
    Element.REQUEST: mark("request"),
}
"""What each element is called in a sentence."""


@dataclass(frozen=True, slots=True)
class Line:
    """One thing to show.

    `label` is the name before an entry, or one of the four labels of a page, in English.
    """

    kind: Literal["title", "part", "words", "labelled", "place", "entry", "example"]
    text: str
    label: str = ""


def one(
    rule: Rule,
    language: str = ENGLISH,
    families: Mapping[str, str] | None = None,
    page: str | None = None,
    off: bool = False,
) -> Iterator[Line]:
    """Yield the page of a rule: why it is there, what to do, what it costs, its examples.

    Args:
        rule: with its texts in the language.
        language: the code of the language to say everything else in.
        families: the families' names in that language, where they have any.
        page: where the same can be read as a page, if it can.
        off: whether the configuration has switched the rule off.

    """
    tells = tongue(language)
    yield Line("title", f"{rule.id}: {rule.title}")
    yield Line(
        "words",
        tells.say(
            "{severity}. {cost}",
            severity=tells.say(WORDS[rule.severity][0]),
            cost=_cost(rule, tells) + _element(rule, tells),
        ),
    )
    yield Line(
        "words",
        tells.say(
            "Family: {family}. Source: {source}.",
            family=_family(rule.family, families),
            source=rule.source,
        ),
    )
    if off:
        yield Line("words", tells.say("It is off in the configuration."))
    yield Line("labelled", rule.why, WHY)
    yield Line("labelled", rule.advice, DO)
    yield Line("labelled", f"“{rule.like}”", LIKE)
    if page:
        yield Line("place", page, PAGE)
    yield Line("part", tells.say("Found here"))
    for example in rule.examples.bad:
        yield Line("example", example)
    yield Line("part", tells.say("Not found here"))
    for example in rule.examples.good:
        yield Line("example", example)


def every(known: RuleSet) -> Iterator[Line]:
    """Yield all rules by family, an entry each; then the packs, if there are others than ours."""
    tells = tongue(known.language)
    rules, families = known.rules, known.families
    family = ""
    for rule in sorted(rules, key=lambda one: (one.family, one.id)):
        if rule.family != family:
            family = rule.family
            yield Line("part", _family(family, families))
        severity = tells.say(WORDS[rule.severity][0])
        entry = tells.say("{severity}. {title}", severity=severity, title=rule.title)
        if rule.id in known.off:
            entry = tells.say("OFF. {entry}", entry=entry)
        yield Line("entry", entry, rule.id)
    others = [pack for pack in known.packs if pack.name != SHIPPED]
    if others:
        yield Line("part", tells.say("Packs"))
    for pack in others:
        where = tells.say("{version}, from {path}", version=pack.version, path=pack.path)
        yield Line("entry", where, pack.name)


def text(
    lines: Iterable[Line],
    *,
    width: int = 80,
    unicode: bool = True,
    color: bool = False,
    language: str = ENGLISH,
) -> str:
    """Return lines for a terminal."""
    page = Page(width, unicode, color, language)
    for at, line in enumerate(lines):
        match line.kind:
            case "title":
                page.line((line.text, "bold"))
            case "part":
                if at:
                    page.gap()
                page.line((line.text, "bold"))
            case "words":
                page.line(line.text)
            case "labelled":
                page.labelled(line.label, line.text)
            case "place":
                page.place(line.label, line.text)
            case "entry":
                page.line((line.label.ljust(26), "bold"), f" {line.text}", indent=2, hang=4)
            case "example":
                for number, row in enumerate(_rows(line.text)):
                    page.line("- " if not number else "  ", row, indent=2, hang=2)
    return page.text()


def markdown(lines: Iterable[Line], language: str = ENGLISH) -> str:
    """Return lines as a Markdown page."""
    tells = tongue(language)
    page = ""
    last = ""
    for line in lines:
        words = safe(line.text)
        if page:
            page += "\n" if line.kind == last == "entry" else "\n\n"
        last = line.kind
        match line.kind:
            case "title":
                page += f"# {words}"
            case "part":
                page += f"## {words}"
            case "words":
                page += words
            case "labelled" | "place":
                label = tells.say(line.label)
                page += tells.say("**{label}:** {words}", label=label, words=words)
            case "entry":
                page += f"- `{safe(line.label)}`: {words}"
            case "example":
                page += "\n".join(f"> {row}".rstrip() for row in _rows(line.text))
    return page + "\n"


def _rows(example: str) -> list[str]:
    return [safe(row).rstrip() for row in example.strip().splitlines()]


def _family(name: str, titles: Mapping[str, str] | None) -> str:
    """Return what a family is called, and its name, which `--select` takes."""
    title = (titles or {}).get(name)
    return f"{title} ({name})" if title else name


def _cost(rule: Rule, tells: Tongue) -> str:
    each, most = rule.cost.each, rule.cost.most
    if not each:
        return tells.say("It costs no points.")
    if most <= each:
        return tells.many(most, "It costs {number} point.", "It costs {number} points.")
    return tells.many(
        each,
        "It costs {number} point each time, at most {most}.",
        "It costs {number} points each time, at most {most}.",
        most=most,
    )


def _element(rule: Rule, tells: Tongue) -> str:
    if rule.element is None:
        return ""
    element, status = rule.element
    name = tells.say(ELEMENTS[element])
    if status is Status.WEAK:
        return tells.say(" In the checklist it makes “{element}” weak.", element=name)
    return tells.say(" In the checklist it makes “{element}” missing.", element=name)
