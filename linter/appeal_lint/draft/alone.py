"""A sentence alone as a draft, to measure the analysis by sentences."""

from appeal_lint.draft.blocks import cut
from appeal_lint.model.draft import Draft

_MORE = "\n\nThe lamps stand in the shop."
"""A plain line below, so that a title is seen to stand above something."""


def alone(text: str, section: str | None, path: str) -> Draft:
    """Return a draft of one sentence, as a list item under a heading where one is given.

    Its blocks are those of the text itself: not the heading, which they name, and not the line
    below, which stands for the rest of a letter.
    """
    above = "" if section is None else f"{section.strip().rstrip(':')}:\n\n- "
    source = f"{above}{text.strip()}"
    blocks, asides = cut(source + _MORE)
    own = tuple(block for block in blocks if len(above) <= block.home[0] < len(source))
    return Draft(path, source, own, asides=asides)
