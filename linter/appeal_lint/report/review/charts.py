"""The charts of the page. All can be told without colour: by length, place, pattern and words."""

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from appeal_lint.report.review.svg import ACCENT, INK, PAPER, SIZE, SOFT, WIDTH

ROW = 42
"""Height of a bar with its label above it."""
HEAD = 26
"""Height of the line that says what the signs mean."""
Draw = Callable[[Any], None]


class Bar(NamedTuple):
    """One bar: what stands above it, how long it is, and what stands at its end."""

    label: str
    value: float
    said: str


class Whisker(NamedTuple):
    """A difference, between what it lies, and whether it is sure."""

    label: str
    value: float
    low: float
    high: float
    sure: bool


def _bare(figure: Any, left: float, bottom: float, width: float, height: float) -> Any:
    """Return axes without a frame; the place is in shares of the figure."""
    axes = figure.add_axes((left, bottom, width, height))
    axes.set_facecolor("none")
    for spine in axes.spines.values():
        spine.set_visible(False)
    axes.tick_params(length=0, colors=INK, labelsize=SIZE - 1)
    return axes


def columns(labels: Sequence[str], values: Sequence[int], line: float | None, said: str) -> Draw:
    """Draw upright bars, and a dashed line before bar number `line` (from 0, may lie within)."""

    def draw(figure: Any) -> None:
        axes = _bare(figure, 0.01, 0.13, 0.98, 0.75)
        places = range(len(values))
        axes.bar(places, values, width=0.72, color=ACCENT, edgecolor=INK, linewidth=0.6)
        top = max(values, default=0) or 1
        for at, value in zip(places, values, strict=True):
            axes.text(at, value + top * 0.02, str(value), ha="center", va="bottom", color=INK)
        axes.axhline(0, color=INK, linewidth=1)
        if line is not None:
            axes.axvline(line - 0.5, color=INK, linewidth=1.4, linestyle=(0, (5, 3)), ymax=1)
            axes.text(
                line - 0.56, top * 1.2, said, ha="right", va="bottom", color=INK, size=SIZE - 1
            )
        axes.set_xticks(places, labels)
        axes.set_yticks([])
        axes.set_ylim(0, top * 1.16)
        axes.set_xlim(-0.5, len(values) - 0.5)

    return draw


def bars(rows: Sequence[Bar], most: float) -> Draw:
    """Draw lying bars one below the other; one as long as the chart is worth `most`."""

    def draw(figure: Any) -> None:
        axes = _bare(figure, 0, 0, 1, 1)
        axes.set_xlim(0, WIDTH)
        axes.set_ylim(len(rows) * ROW, 0)
        axes.set_axis_off()
        room = WIDTH - 132
        for at, row in enumerate(rows):
            top = at * ROW
            axes.text(0, top + 15, row.label, va="baseline", color=INK)
            axes.barh(top + 27, room, 12, color="none", edgecolor=SOFT, linewidth=0.8)
            length = room * row.value / most if most else 0
            axes.barh(top + 27, length, 12, color=ACCENT, edgecolor=INK, linewidth=0.6)
            axes.text(room + 8, top + 31, row.said, va="baseline", color=INK)

    return draw


def parts(rows: Sequence[tuple[str, tuple[int, int, int]]], names: tuple[str, str, str]) -> Draw:
    """Draw bars of three parts each: full, striped and empty; `names` says what those mean."""
    looks = (
        {"color": ACCENT, "edgecolor": INK},
        {"color": PAPER, "edgecolor": INK, "hatch": "////"},
        {"color": PAPER, "edgecolor": INK},
    )

    def draw(figure: Any) -> None:
        axes = _bare(figure, 0, 0, 1, 1)
        axes.set_xlim(0, WIDTH)
        axes.set_ylim(len(rows) * ROW + HEAD, 0)
        axes.set_axis_off()
        for at, (name, look) in enumerate(zip(names, looks, strict=True)):
            left = 1 + at * WIDTH / 3
            axes.barh(11, 20, 12, left=left, linewidth=0.8, **look)
            axes.text(left + 27, 15, name, va="baseline", color=INK)
        for at, (label, counts) in enumerate(rows):
            top = HEAD + at * ROW
            axes.text(0, top + 15, label, va="baseline", color=INK)
            left, total = 1.0, sum(counts) or 1
            for count, look in zip(counts, looks, strict=True):
                length = (WIDTH - 2) * count / total
                if count:
                    axes.barh(top + 27, length, 13, left=left, linewidth=0.8, **look)
                left += length

    return draw


def lines(
    places: Sequence[int], labels: Sequence[str], first: Sequence[float], second: Sequence[float],
    names: tuple[str, str],
) -> Draw:  # fmt: skip
    """Draw two lines from 0 to 100: one full with dots, one dashed with empty squares."""
    looks: tuple[dict[str, Any], ...] = (
        {"color": ACCENT, "marker": "o", "markersize": 5, "linewidth": 2},
        {
            "color": INK, "marker": "s", "markersize": 5, "linewidth": 1.2,
            "linestyle": (0, (4, 3)), "markerfacecolor": PAPER,
        },
    )  # fmt: skip

    def draw(figure: Any) -> None:
        axes = _bare(figure, 0.07, 0.15, 0.9, 0.71)
        axes.tick_params(axis="x", pad=9)
        for values, look in zip((first, second), looks, strict=True):
            axes.plot(places, values, clip_on=False, **look)
        axes.set_ylim(0, 100)
        axes.set_yticks([0, 25, 50, 75, 100])
        axes.grid(axis="y", color=SOFT, linewidth=0.8)
        axes.set_axisbelow(True)
        step = max(1, -(-len(places) // 6))
        axes.set_xticks(places[::step], labels[::step])
        around = max(0.5, (places[-1] - places[0]) * 0.04)
        axes.set_xlim(places[0] - around, places[-1] + around)
        key = _bare(figure, 0, 0.88, 1, 0.12)
        key.set_xlim(0, WIDTH)
        key.set_ylim(0, 1)
        key.set_axis_off()
        for left, name, look in zip((4, WIDTH / 2), names, looks, strict=True):
            key.plot([left, left + 15, left + 30], [0.5] * 3, **{**look, "markevery": [1]})
            key.text(left + 38, 0.5, name, va="center", color=INK)

    return draw


def whiskers(rows: Sequence[Whisker], fewer: str, more: str) -> Draw:
    """Draw differences as dots with the range that they lie in, left and right of nothing."""

    def draw(figure: Any) -> None:
        axes = _bare(figure, 0, 0, 1, 1)
        bottom = len(rows) * ROW + HEAD
        axes.set_xlim(0, WIDTH)
        axes.set_ylim(bottom, 0)
        axes.set_axis_off()
        half = WIDTH / 2
        axes.text(half - 10, 16, fewer, ha="right", va="baseline", color=INK)
        axes.text(half + 10, 16, more, ha="left", va="baseline", color=INK)
        axes.plot([half, half], [4, bottom], color=INK, linewidth=0.8, linestyle=(0, (2, 2)))
        for at, row in enumerate(rows):
            top = HEAD + at * ROW
            label = axes.text(0, top + 15, row.label, va="baseline", color=INK)
            label.set_bbox({"facecolor": PAPER, "edgecolor": "none", "pad": 1})
            low, middle, high = (half + (half - 8) * one for one in (row.low, row.value, row.high))
            for end in (low, high):
                axes.plot([end, end], [top + 24, top + 34], color=INK, linewidth=1.2)
            axes.plot([low, high], [top + 29] * 2, color=INK, linewidth=1.2)
            axes.plot(
                [middle], [top + 29], marker="o", markersize=9, markeredgecolor=INK,
                markerfacecolor=ACCENT if row.sure else PAPER,
            )  # fmt: skip

    return draw
