"""Ignores that stand in a letter itself, as Markdown comments."""

import re
from collections.abc import Iterator

from appeal_lint.ignores.entry import Entry
from appeal_lint.model.draft import Draft

_OURS = re.compile(r"\s*appeal-lint\s*:\s*(.*)", re.DOTALL | re.IGNORECASE)
_IGNORE = re.compile(r"(?i:ignore)[\s:]+([\w\-, ]+?)(?:\s+(?:--|—|–|:)\s*(.*))?\s*", re.DOTALL)


def in_comments(draft: Draft) -> Iterator[Entry]:
    """Yield the ignores of the comments of a draft.

    `<!-- appeal-lint: ignore RULE -->` is for the paragraph, heading or list item it stands in,
    else for the next one; and for findings of the rule on the whole letter. Several rules go
    with commas between, a reason after `--`. A comment that speaks to appeal-lint but is not
    understood is an entry without a rule.
    """
    for comment in draft.comments:
        ours = _OURS.fullmatch(comment.text)
        if ours is None:
            continue
        line = draft.place(comment.start)[0]
        span = _scope(draft, comment.start, comment.end)
        found = _IGNORE.fullmatch(ours[1])
        names = [name.strip() for name in found[1].split(",") if name.strip()] if found else []
        if any(" " in name for name in names):
            names = []
        reason = " ".join((found[2] or "").split()) if found else ""
        for name in names or [""]:
            yield Entry(name, reason=reason, name=draft.path, line=line, span=span)


def _scope(draft: Draft, start: int, end: int) -> tuple[int, int]:
    """Return the span of the block whose words stand before a comment on its line, or the next."""
    line = draft.place(start)[0]
    for block in reversed(draft.blocks):
        first, last = block.home[0], block.home[-1]
        if first < start and draft.place(max(first, last - 1))[0] >= line:
            return first, last
    for block in draft.blocks:
        if block.home[0] >= end:
            return block.home[0], block.home[-1]
    return end, end
