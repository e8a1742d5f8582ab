"""One letter on the page: its text with what was found in it, and beside it why and what to do."""

from collections.abc import Iterator

from appeal_lint.i18n import Tongue
from appeal_lint.model.row import Row, RowFinding, RowText
from appeal_lint.model.words import Outcome, Severity
from appeal_lint.report.page import DO, WHY
from appeal_lint.report.review import words
from appeal_lint.report.review.escape import apart, escaped, foreign, lines
from appeal_lint.report.review.marks import Span, pieces, places
from appeal_lint.report.review.parts import paragraph

LONGEST = 100_000
"""Characters of a letter that are shown: a page must stay one that a browser can open."""
_ORDER = tuple(Severity)


def letter(rank: int, row: Row, text: RowText | None, tokens: str, say: Tongue) -> str:
    """Return a letter as an element that opens and closes.

    Args:
        rank: 1 for the letter with the fewest points; its names on the page begin with it.
        row: the letter.
        text: its text; None where it is not known.
        tokens: what is true of it, for the filters.
        say: the language of the page.

    """
    name = f"l{rank}"
    written = text.text[:LONGEST] if text else ""
    found = places(text.spans if text else (), len(row.findings), len(written))
    shown = (
        f'<div class="text" dir="auto">{_marked(name, row, written, found, say)}</div>'
        if text
        else paragraph(say.say("The text of this letter is not here."))
    )
    if text and len(text.text) > LONGEST:
        cut = say.say(
            "The letter is longer; only its first {number} signs are shown.", number=LONGEST
        )
        shown = f"<div>{paragraph(cut)}{shown}</div>"
    return (
        f'<details class="letter" id="{name}" data-k="{tokens}"><summary>'
        f'<span class="score">{row.score}</span> <span class="name">{apart(row.path)}</span> '
        f'<span class="state">{escaped(state(row, say))}</span></summary>\n'
        f"{_about(row, say)}"
        f'<div class="pair">{shown}\n<div class="found">{_findings(name, row, found, say)}</div>'
        "</div></details>\n"
    )


def state(row: Row, say: Tongue) -> str:
    """Return whether a letter is ready, and how much there is to do."""
    count = {one: sum(each.severity is one for each in row.findings) for one in Severity}
    said = [
        say.say("Ready") if row.ready else say.say("Not ready"),
        say.many(count[Severity.ERROR], "{number} error", "{number} errors"),
        say.many(count[Severity.WARNING], "{number} warning", "{number} warnings"),
    ]
    return " · ".join(said)


def outcome(row: Row, say: Tongue) -> str:
    """Return what became of the account, or nothing."""
    if row.outcome is None:
        return ""
    back = row.outcome is Outcome.REINSTATED
    return say.say("Account back") if back else say.say("Rejected")


def _about(row: Row, say: Tongue) -> str:
    known = [
        (say.say("Name"), row.id),
        (say.say("Type"), row.type),
        (say.say("Author"), row.author),
        (say.say("Date"), row.date),
        (say.say("Outcome"), outcome(row, say)),
        (say.say("Nearly the same"), row.alike),
        (say.say("Words"), str(row.words or "")),
    ]
    shown = "".join(
        f"<div><dt>{escaped(name)}</dt><dd>{apart(value)}</dd></div>"
        for name, value in known
        if value
    )
    notes = "".join(f'<p class="note">{apart(one)}</p>\n' for one in row.notes)
    return (f'<dl class="about">{shown}</dl>\n' if shown else "") + notes


def _marked(name: str, row: Row, text: str, found: list[Span | None], say: Tongue) -> str:
    out = []
    for start, end, inside, begins in pieces(found, len(text)):
        shown = lines(text[start:end])
        links = "".join(_link(name, row.findings[one], say) for one in begins)
        if not inside:
            out.append(shown)
            continue
        worst = min((row.findings[one].severity for one in inside), key=_ORDER.index)
        out.append(f'{links}<mark class="{worst}">{shown}</mark>')
    return "".join(out)


def _link(name: str, one: RowFinding, say: Tongue) -> str:
    """Return the number before the words that were found; it leads to what is said of them."""
    said = say.say(
        "{severity} {number}: {title}. Read why.",
        severity=say.say(words.SEVERITY[one.severity]),
        number=one.number,
        title=one.title,
    )
    return (
        f'<a class="ref {one.severity}" id="{name}m{one.number}" href="#{name}f{one.number}" '
        f'data-number="{one.number}" aria-label="{foreign(said)}" title="{foreign(said)}"></a>'
    )


def _findings(name: str, row: Row, found: list[Span | None], say: Tongue) -> str:
    """Return what was found; what is said of several places alike is said once."""
    if not row.findings:
        return paragraph(say.say("Nothing was found."))
    groups: dict[tuple[str, str, str], list[int]] = {}
    for at, one in enumerate(row.findings):
        groups.setdefault((one.rule, one.why, one.advice), []).append(at)
    return "".join("".join(_group(name, row, members, found, say)) for members in groups.values())


def _group(
    name: str, row: Row, members: list[int], found: list[Span | None], say: Tongue
) -> Iterator[str]:
    first = row.findings[members[0]]
    there, whole = say.say("Show it in the letter"), say.say("Whole letter.")
    yield (
        f'<section class="finding {first.severity}"><h3><span class="kind">'
        f"{escaped(say.say(words.SEVERITY[first.severity]))}</span> {apart(first.title)}</h3>\n<ul>"
    )
    for at in members:
        one = row.findings[at]
        place = found[at]
        where = (
            f'<a class="back" href="#{name}m{one.number}" title="{escaped(there)}">{one.number}</a>'
            if place
            else f'<span class="back">{one.number}</span> <em>{escaped(whole)}</em>'
            if not one.quote
            else f'<span class="back">{one.number}</span>'
        )
        yield f'<li id="{name}f{one.number}" tabindex="-1">{where} {apart(one.message)}</li>'
    yield (
        f"</ul>\n<p><b>{escaped(say.say(WHY))}</b> {apart(first.why)}</p>\n"
        f"<p><b>{escaped(say.say(DO))}</b> {apart(first.advice)}</p></section>\n"
    )
