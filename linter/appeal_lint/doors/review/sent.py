"""Letters on their way to other computers, which do not see the files of this one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from appeal_lint import formats
from appeal_lint.doors.review.work import refused
from appeal_lint.i18n import tongue

if TYPE_CHECKING:
    from appeal_lint.doors.review.pool import Batch
    from appeal_lint.doors.review.source import Done, Plan, Source


def sent(batch: Batch, plan: Plan) -> tuple[Batch, list[Done]]:
    """Return letters with the bytes of their files, and what became of those without."""
    letters: list[Source] = []
    unread: list[Done] = []
    for one in batch:
        if one.data is not None or one.text is not None or one.address is not None:
            letters.append(one)
            continue
        try:
            letters.append(replace(one, data=formats.file_bytes(one.name)))
        except Exception as fault:  # one letter never stops the rest
            unread.append(refused(one, fault, tongue(plan.language)))
    return tuple(letters), unread
