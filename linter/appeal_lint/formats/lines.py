"""Lines of plain text to paragraphs, as a person reads them."""

from appeal_lint.draft.blocks import cut


def joined(text: str) -> list[str]:
    """Return the paragraphs, headings and list items of a text, each on one line.

    Lines are put together where the draft takes them for one block; so a letter says the same
    whether its lines were wrapped or not.

    Args:
        text: its lines end with a line feed.

    """
    signs = list(text)
    for block in cut(text)[0]:
        for at in range(block.home[0], block.home[-1]):
            if signs[at] == "\n":
                signs[at] = " "
    return [line.strip() for line in "".join(signs).split("\n") if line.strip()]
