"""What a reader has to know before figures from outcomes are believed."""

from appeal_lint.i18n import mark
from appeal_lint.model.said import Said
from appeal_lint.model.success import Success

FEW = mark(
    "There are too few letters whose outcome is known. Anything seen in so few can be chance. Do "
    "not change your letters because of it."
)
NOT_CAUSE = mark(
    "What goes with success need not be its cause. A careful seller may write a better letter and "
    "also have a smaller problem."
)
TOGETHER = mark(
    "Letters by one author, or about one kind of problem, are alike in more than the rules see. "
    "So be less sure than the figures are if a few authors wrote most of the letters."
)


def cautions(success: Success) -> tuple[Said, ...]:
    """Return the sentences for what outcomes say of rules and elements, the gravest first."""
    few = (Said(FEW),) if success.few else ()
    return (*few, *besides(success))


def besides(success: Success) -> tuple[Said, ...]:
    """Return the same without the one that there are too few letters, for who says it first."""
    return tuple(
        one
        for one in (
            copies(success.copies, success.overall.of),
            _left_out(success),
            Said(NOT_CAUSE),
            Said(TOGETHER),
        )
        if one
    )


def copies(left_out: int, counted: int) -> Said:
    """Return what to say of letters that nearly say the same; nothing where there are none."""
    if not left_out:
        return Said()
    if left_out > counted:
        return Said(
            "Most of the letters nearly say the same as another one: {left_out} are left out, and "
            "{counted} count. A template counts once, however often it was sent. So there is much "
            "less to learn from than it seems.",
            left_out=left_out,
            counted=counted,
        )
    return Said(
        "Letters left out because they nearly say the same as another one: {left_out}. Letters "
        "that count: {counted}.",
        left_out=left_out,
        counted=counted,
    )


def _left_out(success: Success) -> Said:
    if not success.never and not success.always:
        return Said()
    return Said(
        "Nothing can be said of rules that found something in no letter ({never}) or in all "
        "letters ({always}).",
        never=success.never,
        always=success.always,
    )
