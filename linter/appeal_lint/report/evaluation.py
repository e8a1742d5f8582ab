"""An evaluation for a terminal: figures, who is taken for whom, and every difference."""

from collections.abc import Iterable, Mapping

from appeal_lint.evaluation import Difference, Evaluation, Table, Wrong, headline
from appeal_lint.report.page import Page

SHORT = {
    "completed": "done", "ongoing": "ongo", "promise": "prom", "conditional": "cond",
    "request": "req", "root_cause": "caus", "admission": "adm", "other": "othr",
    "covered": "cov", "weak": "weak", "missing": "miss",
}  # fmt: skip
"""Column heads of the tables of what is taken for what."""


def render(
    names: Iterable[str],
    measured: Evaluation,
    fallen: Mapping[str, tuple[float, float]],
    page: Page,
    *,
    listed: bool = True,
) -> str:
    """Return the evaluation as lines.

    Args:
        names: the gold files.
        measured: what was counted, and what was read otherwise.
        fallen: by name of a headline figure, what it was before and what it is now.
        page: what to write on.
        listed: whether to write each sentence that was read otherwise, or only how many there are.

    """
    all = measured.figures
    page.line((", ".join(names), "bold"))
    page.line(f"{all.sentences} sentences, {all.letters} letters.")
    page.title("Figures")
    for name, value in headline(all).items():
        page.line(f"{name:<40}{_figure(value)}", indent=2)
    for name, (was, now) in fallen.items():
        page.line((f"FALLEN: {name} was {_figure(was)}, is {_figure(now)}", "bold red"), indent=2)
    for title, table in (
        ("Acts", all.act),
        ("Excuses", all.excuse),
        ("Issues", all.issue),
        ("Measures", all.measure),
        ("Agents", all.agent),
        ("Elements of letters", all.element),
    ):
        if table.used:
            _table(page, title, table)
    for title, table in (("Acts", all.act), ("Elements", all.element)):
        if table.used:
            _confusion(page, title, table)
    page.title(f"Read otherwise: {len(measured.wrong)}")
    for one in measured.wrong if listed else ():
        _wrong(page, one)
    return page.text()


def said(one: Difference) -> str:
    """Return a difference in words."""
    if one.gold and one.found:
        return f"{one.label}: {one.gold}, read as {one.found}"
    if one.gold:
        return f"{one.label}: {one.gold} not found"
    return f"{one.label}: {one.found} found, is not there"


def _table(page: Page, title: str, table: Table) -> None:
    page.title(title)
    page.line(f"{'':<24}{'precision':>10}{'recall':>8}{'F1':>6}{'there':>7}", indent=2)
    for name, one in table.used.items():
        row = f"{name:<24}{_figure(one.precision):>10}{_figure(one.recall):>8}"
        page.line(f"{row}{_figure(one.f1):>6}{one.gold:>7}", indent=2)
    micro = table.micro
    summed = f"macro F1 {_figure(table.macro)}, micro F1 {_figure(micro.f1)}"
    if table.pairs:
        summed += f", accuracy {_figure(table.accuracy)}, kappa {_figure(table.kappa)}"
    page.line(summed, indent=2)


def _confusion(page: Page, title: str, table: Table) -> None:
    names = [name for name in table.labels if name in table.used]
    page.title(f"{title}: what is there (rows), as what it was read (columns)")
    page.line(f"{'':<13}" + "".join(f"{SHORT.get(name, name):>6}" for name in names), indent=2)
    for gold in names:
        row = "".join(f"{table.pairs[gold, found] or '.':>6}" for found in names)
        page.line(f"{gold:<13}{row}", indent=2)


def _wrong(page: Page, one: Wrong) -> None:
    page.gap()
    page.line((one.place, "bold"), f"  {'; '.join(map(said, one.differences))}", hang=2)
    if one.text:
        page.line(f"“{one.text}”", indent=2)
    if one.why:
        page.line(f"Why: {one.why}", indent=2, hang=5)


def _figure(value: float) -> str:
    return f"{value:.2f}" if value == 1 else f"{value:.3f}".lstrip("0") or "0"
