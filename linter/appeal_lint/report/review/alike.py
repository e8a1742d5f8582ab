"""The part of the page on letters that are nearly the same, and what they share."""

from collections.abc import Iterable

from appeal_lint.i18n import Tongue
from appeal_lint.model.row import Row, RowText
from appeal_lint.report.review import words
from appeal_lint.report.review.escape import apart, escaped, foreign
from appeal_lint.report.review.parts import folded, paragraph, pick
from appeal_lint.report.review.shared import shared
from appeal_lint.report.review.tokens import Tokens
from appeal_lint.survey.records import AlikeGroup, Survey

QUOTED = 20
"""Groups for which it is shown what they share."""
OPEN = 10
"""Groups that are seen at once."""
MOST = 50
"""Groups that are shown at all."""


def alike_section(
    survey: Survey, rows: Iterable[tuple[Row, RowText | None]], tokens: Tokens, say: Tongue
) -> str:
    """Return the inside of the part; nothing where no letters are alike."""
    if not survey.alike:
        return ""
    said = say.say(
        "{letters} letters are nearly the same as another one. Groups: {groups}.",
        letters=survey.alike_letters,
        groups=len(survey.alike),
    )
    quotes = _quotes(survey.alike[:QUOTED], rows)
    listed = survey.alike[:MOST]
    shown = [_group(one, quotes.get(one.name, ()), tokens, say) for one in listed]
    left = len(survey.alike) - len(shown)
    shown.append(paragraph(say.say("And {number} more.", number=left)) if left else "")
    first, more = "".join(shown[:OPEN]), "".join(shown[OPEN:])
    rest = say.say("More groups: {number}", number=len(survey.alike) - OPEN)
    return (
        paragraph(said, say.say(words.ALIKE), blank=say.blank)
        + first
        + (folded(rest, more) if more else "")
    )


def _quotes(
    groups: Iterable[AlikeGroup], rows: Iterable[tuple[Row, RowText | None]]
) -> dict[str, tuple[str, ...]]:
    """Return what the first two letters of each group share."""
    pairs = {one.name: one.paths[:2] for one in groups}
    wanted = {path for pair in pairs.values() for path in pair}
    texts = {row.path: text.text for row, text in rows if text and row.path in wanted}
    return {
        name: shared(texts[pair[0]], texts[pair[1]])
        for name, pair in pairs.items()
        if len(pair) == 2 and all(one in texts for one in pair)
    }


def _group(one: AlikeGroup, quotes: tuple[str, ...], tokens: Tokens, say: Tongue) -> str:
    title = say.say("{name}: {letters} letters", name=one.name, letters=one.letters)
    paths = "".join(f"<li>{apart(path)}</li>" for path in one.paths)
    more = one.letters - len(one.paths)
    rest = say.say("And {number} more.", number=more)
    closest = (
        say.say("The closest two are {percent} the same.", percent=words.percent(one.closest))
        if one.closest is not None
        else ""
    )  # fmt: skip
    quoted = "".join(f"<blockquote>{apart(text)}</blockquote>" for text in quotes)
    return (
        f'<div class="group"><h3>{pick(tokens.alike(one.name), foreign(title))}</h3>\n'
        + paragraph(
            closest,
            say.say("Mean score: {mean}.", mean=words.figure(one.mean)),
            blank=say.blank,
        )
        + (paragraph(say.say("They share, for example:")) + quoted if quoted else "")
        + f"<ul>{paths}"
        + (f"<li>{escaped(rest)}</li>" if more > 0 else "")
        + "</ul></div>\n"
    )
