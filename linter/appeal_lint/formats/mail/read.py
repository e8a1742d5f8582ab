"""The letter in a mail."""

import re
from collections.abc import Sequence
from dataclasses import replace
from email.message import Message
from email.utils import parsedate_to_datetime

from appeal_lint import draft
from appeal_lint.formats.mail.attached import letter_in
from appeal_lint.formats.mail.line import Line, paragraphs, text_of, words_of
from appeal_lint.formats.mail.parts import Parts, header, parsed, parts_of
from appeal_lint.formats.mail.quotes import Quoted, split
from appeal_lint.formats.mail.sender import name_of, of_amazon
from appeal_lint.formats.mail.signature import without_signature
from appeal_lint.i18n import mark
from appeal_lint.model.draft import Draft
from appeal_lint.model.errors import DraftError
from appeal_lint.model.letter import About, Letter

FORWARDED = mark("This email passes on a letter. I read that letter.")
ATTACHED = mark("This email has its letter in a file that is attached. I read that file.")
_FORWARDS = re.compile(r"\s*(?:fwd?|wg|tr|rv|i|doorst|vs|转发|轉寄)\s*[:：]", re.IGNORECASE)
_COVER = 80
"""Words below which a text may only say that the letter is passed on or attached."""
_NOTICE = re.compile(
    r"your (?:amazon\.\S+ )?(?:seller )?account (?:has been|is|was) (?:temporarily )?(?:de-?"
    r"activated|suspended|at risk)|selling privileges (?:have|has) been|"
    r"hello from amazon|seller performance team\s*\n|why (?:did|is) this happen|"
    r"how do i reactivate my account|your (?:account|listings?) (?:is|are) not eligible",
    re.IGNORECASE,
)
"""What Amazon writes in a notice, where the mail does not say who is quoted."""


def read(data: bytes, path: str) -> Letter:
    """Read the letter in a mail: what its sender wrote, not what he quotes.

    `Letter.notice` is what Amazon wrote, where it is quoted. The id stays empty: that of a mail
    says nothing to a person.

    Raises:
        DraftError: see `formats.read`.

    """
    mail = parsed(data, path)
    if of_amazon(header(mail, "From")):
        raise DraftError("{path}: Amazon sent this mail. It is no appeal.", path=path)
    parts = parts_of(mail, path)
    own, quoted = split(parts.lines)
    own = without_signature(own)
    quoted += [_inner(one, path) for one in parts.mails]
    amazon = [one for one in quoted if _is_amazon(one)]
    others = [one for one in quoted if not _is_amazon(one) and words_of(one.lines)]
    found = _chosen(mail, own, others, parts, path)
    notice = "\n\n".join(filter(None, (text_of(one.lines) for one in amazon)))
    if found is None:
        raise _nothing(notice, path)
    return Letter(found, About(date=_day(mail), author=name_of(header(mail, "From"))), notice)


def _chosen(
    mail: Message, own: list[Line], others: Sequence[Quoted], parts: Parts, path: str
) -> Draft | None:
    """Return the sender's own text, or the letter that it only passes on."""
    words = words_of(own)
    if words < _COVER and (found := letter_in(parts.attached, text_of(own), path)) is not None:
        return replace(found, path=path, notes=(*found.notes, ATTACHED))
    passed = [one for one in others if words == 0 or _passes_on(mail, one)]
    if passed and words < min(_COVER, words_of(passed[0].lines)):
        lines = without_signature(passed[0].lines)
        return draft.from_paragraphs(paragraphs(lines), path, notes=(FORWARDED,))
    return draft.from_paragraphs(paragraphs(own), path) if words else None


def _passes_on(mail: Message, one: Quoted) -> bool:
    return one.forwarded or _FORWARDS.match(header(mail, "Subject")) is not None


def _inner(mail: Message, path: str) -> Quoted:
    """Return a mail that is attached to another as if it were quoted."""
    return Quoted(header(mail, "From"), True, split(parts_of(mail, path).lines)[0])


def _is_amazon(one: Quoted) -> bool:
    if one.sender:
        return of_amazon(one.sender)
    return _NOTICE.search(text_of(one.lines)[:5000]) is not None


def _nothing(notice: str, path: str) -> DraftError:
    if notice:
        return DraftError(
            "{path}: this email has only what Amazon wrote. There is no letter in it.", path=path
        )
    return DraftError("{path}: this email has no text.", path=path)


def _day(mail: Message) -> str:
    try:
        return parsedate_to_datetime(header(mail, "Date")).date().isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return ""
