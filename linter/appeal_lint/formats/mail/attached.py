"""A letter that is attached to a mail."""

import re
from collections.abc import Sequence
from pathlib import PurePath

from appeal_lint.formats.mail.parts import Attached
from appeal_lint.model.draft import Draft
from appeal_lint.model.errors import AppealLintError
from appeal_lint.model.extras import MissingExtraError

_LETTERS = (".docx", ".odt", ".rtf", ".md", ".txt", ".html", ".htm", ".pdf")
"""What a letter is written in, likely endings first: a PDF is an invoice as often."""
_SAYS_SO = re.compile(r"attach|enclos|附件|\bsee (?:the )?(?:file|document|letter)", re.IGNORECASE)
_LEAST = 40
"""Words of an attached letter."""
_HARDLY = 12
"""Words of a mail that can be no letter, whatever they are."""
_MOST = 20


def letter_in(attached: Sequence[Attached], own: str, path: str) -> Draft | None:
    """Return the letter among attached files, where the mail's own text only sends it.

    Args:
        attached: the files.
        own: what the sender wrote, which is short.
        path: the mail, for names.

    """
    if not _SAYS_SO.search(own) and len(own.split()) > _HARDLY:
        return None
    from appeal_lint.formats.open import read  # noqa: PLC0415  (which reads mails, too)

    found = [one for one in attached if PurePath(one.name).suffix.lower() in _LETTERS]
    found.sort(key=lambda one: _LETTERS.index(PurePath(one.name).suffix.lower()))
    for one in found[:_MOST]:
        try:
            draft = read(one.data, f"{path}/{one.name}").draft
        except AppealLintError as fault:
            if isinstance(fault.__cause__, MissingExtraError):
                raise  # it may be the letter; the cover is none
            continue  # it is no letter; another may be
        if sum(len(block.text.split()) for block in draft.blocks) >= _LEAST:
            return draft
    return None
