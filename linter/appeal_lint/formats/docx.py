"""Word documents (.docx): the text as it would print, tracked changes accepted."""

from itertools import chain

from appeal_lint.draft import from_paragraphs
from appeal_lint.formats.archive import Archive
from appeal_lint.formats.docx_parts import Parts
from appeal_lint.formats.docx_walk import Walk
from appeal_lint.formats.faults import COMMENTS, TRACKED, damaged
from appeal_lint.formats.headline import with_headlines
from appeal_lint.formats.markup import child
from appeal_lint.model.errors import DraftError
from appeal_lint.model.letter import Letter


def read(data: bytes, path: str) -> Letter:
    """Read a Word document.

    Its main text comes first, each text box behind the paragraph it hangs on, then the footnotes
    and the endnotes that the text refers to. Headers, footers, hidden text, comments, tables of
    contents and prompts of forms are left out. Each paragraph of a table cell is a paragraph.
    Nothing is read but the text, its styles and its numbering; macros and links are not looked at.

    Args:
        data: the file.
        path: its name in reports.

    Raises:
        DraftError: it is damaged, has a password, is out of bounds, or has no letter.
        MissingExtraError: lxml is not installed.

    """
    parts = Parts(Archive(data, path), path)
    body = child(parts.main, "body")
    if body is None:
        raise damaged(path)
    walk = Walk(parts.styles, parts.numbering)
    text = walk.story(body)
    if walk.foreign:
        raise DraftError(
            "{path}: this document has another one inside that I cannot read. "
            "Open it in Word and save it again as .docx.",
            path=path,
        )
    notes = [
        walk.story(note)
        for kind in ("footnote", "endnote")
        for number in tuple(walk.noted[kind])
        if (note := parts.notes(kind).get(number)) is not None
    ]
    told = [TRACKED] * walk.tracked + [COMMENTS] * walk.comments
    paragraphs = with_headlines(chain(text, *notes))
    return Letter(from_paragraphs(paragraphs, path, notes=tuple(told)))
