"""What no shape can say of a rule: names that must exist, and rules that never can fire."""

import string
from collections.abc import Callable

from appeal_lint.model.vocabulary import Vocabulary
from appeal_lint.rulebook.schema import Plain, Range, RuleShape, Selector
from appeal_lint.rulebook.vocabulary import SHAPED
from appeal_lint.rulebook.yaml_source import Faults, Source, nearest

PLACEHOLDERS = ("quote", "issue", "measure", "issues", "measures", "words", "promised",
                "finished", "measures_in_force")  # fmt: skip
Fault = Callable[[str, str], None]
_ENDS = (".", "!", "?")


def check(shape: RuleShape, source: Source, vocabulary: Vocabulary, faults: Faults) -> None:
    """Note every fault of a rule whose shape is right."""

    def fault(where: str, message: str) -> None:
        place = tuple(int(part) if part.isdigit() else part for part in where.split("."))
        faults.add(source.path, source.line(place), where, message)

    if shape.id != source.path.stem:
        fault("id", f"must be the name of the file, {source.path.stem!r}")
    if shape.cost.each > shape.cost.most:
        fault("cost", "`each` is more than `most`")
    for name in ("message", "why", "advice"):
        if not getattr(shape, name).rstrip("”\"'").endswith(_ENDS):
            fault(name, "must end with a full stop")
    _check_message(shape.message, fault)
    when = shape.when
    if when.statement is None and not when.absent and when.document is None:
        fault("when", "is empty: the rule never can fire")
    if when.count is not None and when.statement is None:
        fault("when.count", "counts statements: `when.statement` must say which")
    each = when.statement is not None and "each" in [str(one) for one in when.statement.issue or []]
    if shape.once == "issue" and not each:
        fault("once", "`once: issue` needs `issue: each` in `when.statement`")
    places = {"when.statement": when.statement} if when.statement else {}
    places |= {f"when.absent.{at}": one for at, one in enumerate(when.absent)}
    for where, selector in places.items():
        _check_selector(where, selector, vocabulary, fault)
        bound = selector is not when.statement
        joined = selector.answers is not None or "$issue" in [str(x) for x in selector.issue or []]
        if joined and not (bound and each):
            fault("when", "`$issue` may stand under `absent` only, beside `issue: each`")
    if when.statement is not None and when.statement in when.absent:
        fault("when", "asks for a statement and for its absence: the rule never can fire")
    _check_ranges(shape, fault)


def _check_message(message: str, fault: Fault) -> None:
    try:
        parts = list(string.Formatter().parse(message))
    except ValueError as wrong:
        fault("message", f"is no template: {wrong}")
        return
    for _, name, spec, conversion in parts:
        if name is not None and (name not in PLACEHOLDERS or spec or conversion):
            fault("message", f"{{{name}}} cannot be filled in{nearest(name, PLACEHOLDERS)}; "
                  f"known are {', '.join(PLACEHOLDERS)}")  # fmt: skip


def _check_selector(
    where: str, selector: Selector, vocabulary: Vocabulary, fault: Fault) -> None:
    known = {*vocabulary.marks, *SHAPED, "any"}
    parts: list[Plain] = [selector, *([selector.not_] if selector.not_ else [])]
    for part in parts:
        for mark in part.mark or []:
            if mark not in known:
                fault(where, f"mark {mark!r} is not in the vocabulary{nearest(mark, known)}")
    if selector.not_ is None:
        return
    for field in ("act", "agent", "section", "block", "excuse"):
        wanted = set(map(str, getattr(selector, field) or []))
        barred = set(map(str, getattr(selector.not_, field) or []))
        if wanted and wanted <= barred:
            fault(where, f"asks for {field} and bars it: the rule never can fire")


def _check_ranges(shape: RuleShape, fault: Fault) -> None:
    ranges = {"when.count": shape.when.count}
    if shape.when.document is not None:
        for field in type(shape.when.document).model_fields:
            value = getattr(shape.when.document, field)
            if isinstance(value, Range):
                ranges[f"when.document.{field}"] = value
    for where, bounds in ranges.items():
        if bounds is None:
            continue
        if bounds.at_least is None and bounds.less_than is None:
            fault(where, "needs `at_least` or `less_than`")
        elif bounds.at_least is not None and bounds.less_than is not None \
                and bounds.at_least >= bounds.less_than:  # fmt: skip
            fault(where, "no number is both: the rule never can fire")
