"""OpenDocument texts (.odt), as LibreOffice writes them: tracked changes accepted.

The XML is walked rather than read by a library: those there are unpack a file without bounds, and
take notes, comments, hidden words or deleted ones for text of the paragraph they hang on.
"""

from itertools import chain

from appeal_lint.draft import from_paragraphs
from appeal_lint.formats.archive import Archive
from appeal_lint.formats.faults import COMMENTS, TRACKED, damaged, locked
from appeal_lint.formats.headline import with_headlines
from appeal_lint.formats.markup import child, parse
from appeal_lint.formats.odt_styles import Styles
from appeal_lint.formats.odt_walk import Walk
from appeal_lint.model.letter import Letter

_EXTRA = "odt"
_LOCKED = b"encryption-data"


def read(data: bytes, path: str) -> Letter:
    """Read an OpenDocument text.

    Its main text comes first, each text box behind the paragraph it hangs on, then the footnotes
    and endnotes. Headers, footers, hidden text, comments and tables of contents are left out. Each
    paragraph of a table cell is a paragraph. Nothing is read but the text and its styles.

    Args:
        data: the file.
        path: its name in reports.

    Raises:
        DraftError: it is damaged, has a password, is out of bounds, or has no letter.
        MissingExtraError: lxml is not installed.

    """
    archive = Archive(data, path)
    if "encrypted-package" in archive or _LOCKED in archive.part("META-INF/manifest.xml"):
        raise locked(path)
    if "content.xml" not in archive:
        raise damaged(path)
    content = parse(archive.part("content.xml"), path, _EXTRA)
    roots = [child(content, "automatic-styles")]
    if "styles.xml" in archive:
        common = parse(archive.part("styles.xml"), path, _EXTRA)
        roots += [child(common, "styles"), child(common, "automatic-styles")]
    body = child(child(content, "body"), "text")
    if body is None:
        raise damaged(path)
    walk = Walk(Styles([one for one in roots if one is not None]))
    text = walk.story(body)
    notes = [walk.story(one) for one in walk.notes]  # grows where a note has a note
    told = [TRACKED] * walk.tracked + [COMMENTS] * walk.comments
    paragraphs = with_headlines(chain(text, *notes))
    return Letter(from_paragraphs(paragraphs, path, notes=tuple(told)))
