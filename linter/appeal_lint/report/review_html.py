"""A review of many letters as one page for a browser, which needs nothing beside it."""

import base64
import hashlib
from collections.abc import Iterator, Sequence
from functools import cache
from importlib import resources

from appeal_lint.i18n import ENGLISH, Tongue, mark, tongue
from appeal_lint.model import extras
from appeal_lint.model.success import Success
from appeal_lint.report import review
from appeal_lint.report.review import words
from appeal_lint.report.review.alike import alike_section
from appeal_lint.report.review.escape import apart, escaped
from appeal_lint.report.review.letters import Letters, letters_section
from appeal_lint.report.review.overview import Section, head, sections
from appeal_lint.report.review.parts import paragraph, section, table
from appeal_lint.report.review.success import success_section
from appeal_lint.report.review.tokens import Tokens
from appeal_lint.survey.records import Survey

GENERATOR = '<meta name="generator" content="appeal-lint review">'
"""Tells a page of ours from a letter; it stands among the first lines."""
MOST = 500
"""Letters shown with their text."""

OFFLINE = mark(
    "This page was made on your computer by appeal-lint. It holds your letters: share it with care."
)


def check() -> None:
    """Make sure that a page can be made.

    Raises:
        MissingExtraError: matplotlib is not installed.

    """
    extras.load("matplotlib", "charts")


def render(
    survey: Survey,
    success: Success | None,
    letters: Letters,
    unread: Sequence[tuple[str, str]] = (),
    *,
    language: str = ENGLISH,
    most: int = MOST,
) -> Iterator[str]:
    """Return the page in pieces, to be written one after the other as UTF-8.

    Args:
        survey: what the letters come to.
        success: what the outcomes say; None where there are none.
        letters: the rows that the survey counted. They are gone through several times, and never
            all kept.
        unread: the files that could not be read, each with the reason.
        language: the code of the language of the page.
        most: how many letters are shown with their text, those with the fewest points.

    Raises:
        MissingExtraError: matplotlib is not installed; said before anything is done.

    """
    check()
    return _page(survey, success, letters, unread, tongue(language), most)


def _page(
    survey: Survey,
    success: Success | None,
    letters: Letters,
    unread: Sequence[tuple[str, str]],
    say: Tongue,
    most: int,
) -> Iterator[str]:
    tokens = Tokens(survey)
    parts: list[Section] = []
    if survey.letters:
        parts += sections(survey, tokens, say)
        rows = letters() if survey.alike else ()
        same = say.say("Letters that are nearly the same")
        back = say.say("What got accounts back")
        parts += [
            ("alike", same, alike_section(survey, rows, tokens, say)),
            ("success", back, success_section(success, survey, say)),
        ]
    parts.append(("unread", say.say("Files that could not be read"), _unread(unread, say)))
    parts = [one for one in parts if one[2]]
    last = [("letters", say.say("The letters"))] if survey.letters else []
    yield _start(say)
    yield head(survey, say)
    yield _contents([*((name, title) for name, title, _ in parts), *last], say)
    yield "<main>\n"
    for one in parts:
        yield section(*one)
    for name, title in last:
        before, after = section(name, title, "\0").split("\0")
        yield before
        yield from letters_section(letters, tokens, most, say)
        yield after
    yield f"</main>\n<footer>{paragraph(say.say(OFFLINE))}</footer>\n"
    yield f"<script>{_file('page.js')}</script>\n</body>\n</html>\n"


def _start(say: Tongue) -> str:
    """Return the beginning of the page, which forbids all but its own style and its own script."""
    digest = base64.b64encode(hashlib.sha256(_file("page.js").encode()).digest()).decode()
    skip = say.say("Go to the letters")
    policy = (
        f"default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-{digest}'; "
        "base-uri 'none'; form-action 'none'"
    )
    return (
        f'<!DOCTYPE html>\n<html lang="{escaped(say.language)}">\n<head>\n<meta charset="utf-8">\n'
        f"{GENERATOR}\n"
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n'
        '<meta name="referrer" content="no-referrer">\n'
        f"<title>{escaped(say.say(words.TITLE))}</title>\n"
        f"<style>{_file('page.css')}</style>\n</head>\n<body>\n"
        f'<a class="skip" href="#letters">{escaped(skip)}</a>\n'
    )


def _contents(parts: Sequence[tuple[str, str]], say: Tongue) -> str:
    label = say.say("On this page")
    shown = "".join(f'<li><a href="#{name}">{escaped(title)}</a></li>' for name, title in parts)
    return f'<nav aria-label="{escaped(label)}"><ul>{shown}</ul></nav>\n'


def _unread(unread: Sequence[tuple[str, str]], say: Tongue) -> str:
    if not unread:
        return ""
    said = say.many(
        len(unread),
        "One file could not be read. It is not counted on this page.",
        "{number} files could not be read. They are not counted on this page.",
    )
    rows = [(apart(name), apart(reason)) for name, reason in unread]
    heads = [say.say("File"), say.say("Why")]
    title = say.say("Files that could not be read")
    return paragraph(said) + table(heads, rows, title, texts=2)


@cache
def _file(name: str) -> str:
    """Return a file of the page."""
    return resources.files(review).joinpath(name).read_text("utf-8")
