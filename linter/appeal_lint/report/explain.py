"""The list of rules and the page of one rule; text and Markdown come from the same lines."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from appeal_lint.model.rule import Pack, Rule
from appeal_lint.report.finding import WORDS
from appeal_lint.report.page import LABEL, Page
from appeal_lint.report.safe import safe
from appeal_lint.report.words import many
from appeal_lint.rulebook import SHIPPED


@dataclass(frozen=True, slots=True)
class Line:
    """One thing to show. `label` is the word before an entry or a labelled line."""

    kind: Literal["title", "part", "words", "labelled", "place", "entry", "example"]
    text: str
    label: str = ""


def one(rule: Rule, page: str | None = None) -> Iterator[Line]:
    """Yield the page of a rule: why it is there, what to do, what it costs, its examples.

    Args:
        rule: the rule.
        page: where the same can be read as a page, if it can.

    """
    yield Line("title", f"{rule.id}: {rule.title}")
    yield Line("words", f"{WORDS[rule.severity][0]}. {_cost(rule)}{_element(rule)}")
    yield Line("words", f"Family: {rule.family}. Source: {rule.source}.")
    yield Line("labelled", rule.why, "Why")
    yield Line("labelled", rule.advice, "Do")
    yield Line("labelled", f"“{rule.like}”", "Like")
    if page:
        yield Line("place", page, "Page")
    yield Line("part", "Found here")
    for example in rule.examples.bad:
        yield Line("example", example)
    yield Line("part", "Not found here")
    for example in rule.examples.good:
        yield Line("example", example)


def every(rules: Iterable[Rule], packs: Iterable[Pack] = ()) -> Iterator[Line]:
    """Yield all rules by family, an entry each; then the packs, if there are others than ours."""
    family = ""
    for rule in sorted(rules, key=lambda one: (one.family, one.id)):
        if rule.family != family:
            family = rule.family
            yield Line("part", family)
        yield Line("entry", f"{WORDS[rule.severity][0]}. {rule.title}", rule.id)
    others = [pack for pack in packs if pack.name != SHIPPED]
    if others:
        yield Line("part", "Packs")
    for pack in others:
        yield Line("entry", f"{pack.version}, from {pack.path}", pack.name)


def text(
    lines: Iterable[Line], *, width: int = 80, unicode: bool = True, color: bool = False
) -> str:
    """Return lines for a terminal."""
    page = Page(width, unicode, color)
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
                page.exact(page.clean(f"{line.label.ljust(LABEL)}{line.text}"), 2)
            case "entry":
                page.line((line.label.ljust(26), "bold"), f" {line.text}", indent=2, hang=4)
            case "example":
                for number, row in enumerate(_rows(line.text)):
                    page.line("- " if not number else "  ", row, indent=2, hang=2)
    return page.text()


def markdown(lines: Iterable[Line]) -> str:
    """Return lines as a Markdown page."""
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
                page += f"**{line.label}:** {words}"
            case "entry":
                page += f"- `{safe(line.label)}`: {words}"
            case "example":
                page += "\n".join(f"> {row}".rstrip() for row in _rows(line.text))
    return page + "\n"


def _rows(example: str) -> list[str]:
    return [safe(row).rstrip() for row in example.strip().splitlines()]


def _cost(rule: Rule) -> str:
    if not rule.cost.each:
        return "It costs no points."
    if rule.cost.most <= rule.cost.each:
        return f"It costs {many(rule.cost.most, 'point')}."
    return f"It costs {many(rule.cost.each, 'point')} each time, at most {rule.cost.most}."


def _element(rule: Rule) -> str:
    if rule.element is None:
        return ""
    element, status = rule.element
    return f" In the checklist it makes “{element.replace('_', ' ')}” {status}."
