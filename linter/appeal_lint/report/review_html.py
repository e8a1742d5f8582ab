"""A review of many letters as one page for a browser, which needs nothing beside it."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from appeal_lint.i18n import ENGLISH
from appeal_lint.model import extras
from appeal_lint.model.row import Row, RowText
from appeal_lint.model.success import Success
from appeal_lint.survey.records import Survey

MOST = 500
"""Letters shown with their text."""

Letters = Callable[[], Iterable[tuple[Row, RowText | None]]]
"""Gives all rows anew at each call, in any order, each with its text where there is one."""


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
    raise NotImplementedError
