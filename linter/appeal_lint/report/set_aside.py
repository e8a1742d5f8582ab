"""Says which lines of a draft were not checked, and why."""

from collections.abc import Iterable

from appeal_lint.model.draft import Draft


def set_aside(draft: Draft) -> list[str]:
    """Return a sentence or two for each reason; lines with the same reason stand together."""
    lines: dict[str, list[int]] = {}
    for aside in draft.asides:
        lines.setdefault(aside.reason, []).append(draft.place(aside.start)[0])
    return [_say(reason, sorted(set(numbers))) for reason, numbers in lines.items()]


def _say(reason: str, numbers: list[int]) -> str:
    alone = reason.removeprefix("This line ")
    if alone == reason:
        return f"{_named(numbers)}: {reason}"
    if len(numbers) == 1:
        return f"{_named(numbers)} {alone}"
    several = alone.replace("is ", "are ", 1).replace("check it.", "check them.")
    return f"{_named(numbers)} {several}"


def _named(numbers: list[int]) -> str:
    if len(numbers) == 1:
        return f"Line {numbers[0]}"
    parts = list(_runs(numbers))
    return f"Lines {' and '.join(filter(None, [', '.join(parts[:-1]), parts[-1]]))}"


def _runs(numbers: list[int]) -> Iterable[str]:
    """Yield `3`, or `5 to 9` for lines that follow one another."""
    first = last = numbers[0]
    for number in [*numbers[1:], 0]:
        if number == last + 1:
            last = number
            continue
        yield str(first) if first == last else f"{first} to {last}"
        first = last = number
