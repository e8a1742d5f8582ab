"""Rich text (.rtf), as Word and LibreOffice write it: tracked changes accepted.

Of striprtf its tables are used, of groups that hold no text and of what bytes mean. Its text would
have hidden and deleted words, and neither text boxes nor notes nor what is a heading.
"""

from itertools import chain

from appeal_lint.draft import from_paragraphs
from appeal_lint.formats.faults import COMMENTS, TRACKED
from appeal_lint.formats.headline import with_headlines
from appeal_lint.formats.rtf_walk import Walk
from appeal_lint.model.letter import Letter


def read(data: bytes, path: str) -> Letter:
    """Read a rich text.

    Its main text comes first, each text box behind the paragraph it hangs on, then the footnotes
    and endnotes. Headers, footers, hidden text, comments and pictures are left out. Each paragraph
    of a table cell is a paragraph.

    Args:
        data: the file.
        path: its name in reports.

    Raises:
        DraftError: it is out of bounds, or has no letter.
        MissingExtraError: striprtf is not installed, whose tables of letters and groups are used.

    """
    walk = Walk(data.decode("latin-1"), path)
    text = walk.text()
    told = [TRACKED] * walk.tracked + [COMMENTS] * walk.comments
    paragraphs = with_headlines(chain(text, *walk.notes))
    return Letter(from_paragraphs(paragraphs, path, notes=tuple(told)))
