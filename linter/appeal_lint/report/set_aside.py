"""Says which lines or paragraphs of a draft were not checked, and why."""

from collections.abc import Iterable

from appeal_lint.draft import NOT_ENGLISH
from appeal_lint.model.draft import Draft
from appeal_lint.report.page import Page
from appeal_lint.report.words import in_paragraphs


def set_aside(draft: Draft, page: Page) -> list[str]:
    """Return a sentence or two for each reason; lines with the same reason stand together."""
    lines: dict[str, list[int]] = {}
    for aside in draft.asides:
        lines.setdefault(aside.reason, []).append(draft.place(aside.start)[0])
    say = _say_paragraphs if in_paragraphs(draft) else _say
    return [say(reason, sorted(set(numbers)), page) for reason, numbers in lines.items()]


def _say(reason: str, numbers: list[int], page: Page) -> str:
    lines = _listed(numbers, page)
    if reason == NOT_ENGLISH:
        return page.many(
            len(numbers),
            "Line {lines} is not in English. I did not check it.",
            "Lines {lines} are not in English. I did not check them.",
            lines=lines,
        )
    return page.many(
        len(numbers),
        "Line {lines}: {reason}",
        "Lines {lines}: {reason}",
        lines=lines,
        reason=page.say(reason),
    )


def _say_paragraphs(reason: str, numbers: list[int], page: Page) -> str:
    listed = _listed(numbers, page)
    if reason == NOT_ENGLISH:
        return page.many(
            len(numbers),
            "Paragraph {listed} is not in English. I did not check it.",
            "Paragraphs {listed} are not in English. I did not check them.",
            listed=listed,
        )
    return page.many(
        len(numbers),
        "Paragraph {listed}: {reason}",
        "Paragraphs {listed}: {reason}",
        listed=listed,
        reason=page.say(reason),
    )


def _listed(numbers: list[int], page: Page) -> str:
    *most, last = _runs(numbers, page)
    if not most:
        return last
    return page.say("{most} and {last}", most=page.say(", ").join(most), last=last)


def _runs(numbers: list[int], page: Page) -> Iterable[str]:
    """Yield `3`, or `5 to 9` for lines that follow one another."""
    first = last = numbers[0]
    for number in [*numbers[1:], 0]:
        if number == last + 1:
            last = number
            continue
        shown = page.say("{first} to {last}", first=first, last=last)
        yield str(first) if first == last else shown
        first = last = number
