"""What no shape can say of a rule: words that must exist, and rules that can never fire."""

from collections.abc import Callable, Collection, Iterator

from appeal_lint.model.words import Act, Agent, BlockKind, Excuse, Section
from appeal_lint.rulebook import placeholders
from appeal_lint.rulebook.compile import FLAGS, SCALARS, given, kind
from appeal_lint.rulebook.faults import nearest
from appeal_lint.rulebook.schema import Barred, RuleShape, Selector, When

_ALL = {
    "act": frozenset(map(str, Act)),
    "agent": frozenset(map(str, Agent)),
    "section": frozenset(map(str, Section)),
    "block": frozenset(map(str, BlockKind)),
    "excuse": frozenset({*map(str, Excuse), "none"}),
}
"""Every value of the fields that each statement has one value of."""
Fault = Callable[[str, str], None]
"""Takes the dotted name of a field and what is wrong with it."""

_NEVER = "so the rule can never fire"
_FIELDS = {
    "topic": ("act", "agent", "section", "excuse", "issue"),
    "answer": ("act", "agent", "section"),
}
"""What may stand beside `issue: each` (or `issue: $issue`) and beside `answers`."""


def check_rule(shape: RuleShape, marks: Collection[str] | None, fault: Fault) -> None:
    """Note every fault of a rule whose shape is right.

    Args:
        shape: the rule.
        marks: the marks that exist; None where that is not known.
        fault: called once for each fault.

    """
    when = shape.when
    for name, selector in _selectors(when):
        check_selector(selector, name, marks, fault)
    each = when.statement is not None and kind(when.statement) == "topic"
    if when.statement is not None and "$issue" in (when.statement.issue or ()):
        fault("when.statement.issue", "`$issue` may stand under `absent` only; write `each`")
    elif not (each and when.count is None):
        _check_unbound(when, fault)
    if shape.once == "issue" and not each:
        fault("once", "`once: issue` needs `issue: each` in `when.statement`")
    _check_count(when, each, fault)
    _check_absent(when, fault)
    _check_document(when, fault)
    if when.statement is None or when.count is not None:
        for name in placeholders.names(shape.message):
            if name in placeholders.PLACED:
                fault("message", f"{{{name}}} is always empty: the rule is about the whole draft")


def _selectors(when: When) -> Iterator[tuple[str, Selector]]:
    if when.statement is not None:
        yield "when.statement", when.statement
    for at, selector in enumerate(when.absent):
        yield f"when.absent.{at}", selector


def check_selector(
    selector: Selector, name: str, marks: Collection[str] | None, fault: Fault
) -> None:
    """Note unknown marks, fields that its kind of fact lacks, and what contradicts itself."""
    parts: list[tuple[str, Selector | Barred]] = [(name, selector)]
    if selector.not_ is not None:
        parts.append((f"{name}.not", selector.not_))
    of = kind(selector)
    for where, part in parts:
        for mark in part.mark or ():
            if marks is not None and mark != "any" and mark not in marks:
                fault(f"{where}.mark", f"there is no mark {mark!r}{nearest(mark, marks)}")
        for field, _ in given(part):
            if of != "statement" and field not in _FIELDS[of]:
                beside = "`answers`" if of == "answer" else "`each` or `$issue`"
                fault(f"{where}.{field}", f"cannot stand beside {beside}")
    if of == "topic" and selector.not_ is not None and "any" in (selector.not_.issue or ()):
        fault(f"{name}.not.issue", f"there is always an issue beside `each`, {_NEVER}")
    if selector.not_ is None:
        return
    for field, words in _ALL.items():
        if set(getattr(selector.not_, field) or ()) >= words:
            fault(f"{name}.not.{field}", f"bars every word that there is, {_NEVER}")
    for field, barred in given(selector.not_):
        wanted = getattr(selector, field)
        if wanted is not None and _within(field, wanted, barred):
            fault(f"{name}.not.{field}", f"bars what `{field}` asks for, {_NEVER}")


def _within(field: str, narrow: Collection[str], wide: Collection[str]) -> bool:
    """Say whether a fact that has one of the narrow values must have one of the wide ones."""
    if set(narrow) <= set(wide):
        return True
    if "any" in wide:
        return not (field == "excuse" and "none" in narrow)
    return False


def _check_unbound(when: When, fault: Fault) -> None:
    for at, selector in enumerate(when.absent):
        for field in ("answers", "issue"):
            if "$issue" in (getattr(selector, field) or ()):
                message = "`$issue` needs `issue: each` in `when.statement`, without `count`"
                fault(f"when.absent.{at}.{field}", message)


def _check_document(when: When, fault: Fault) -> None:
    """Note a rule that asks for a statement in a draft that has none."""
    if when.statement is None or when.document is None or when.count is not None:
        return
    for field in ("statements", "words"):
        bounds = getattr(when.document, field)
        if bounds is not None and bounds.less_than is not None and bounds.less_than <= 1:
            fault(f"when.document.{field}", f"leaves no statement in the draft, {_NEVER}")


def _check_count(when: When, each: bool, fault: Fault) -> None:
    if when.count is None:
        return
    if when.statement is None:
        fault("when.count", "counts statements: `when.statement` must say which")
    elif each:
        fault("when.count", "counts statements and cannot stand beside `issue: each`")


def _check_absent(when: When, fault: Fault) -> None:
    """Note an `absent` that bars the very statement that the rule asks for."""
    asked = when.statement
    if when.count is not None and not when.count.at_least:
        asked = None  # the rule may well fire where there is no such statement
    for at, selector in enumerate(when.absent):
        if "each" in (selector.issue or ()):
            fault(f"when.absent.{at}.issue", "`each` may stand under `statement` only")
        elif asked is not None and _covers(selector, asked):
            fault(f"when.absent.{at}", f"bars the statement that the rule asks for, {_NEVER}")


def _covers(wide: Selector, narrow: Selector) -> bool:
    """Say whether each statement that fits `narrow` must fit `wide`, as far as can be seen."""
    if wide.answers is not None:
        return False
    if wide.not_ is not None and wide.not_ != narrow.not_:
        return False
    for field in (*SCALARS, *FLAGS):
        asked = getattr(wide, field)
        if asked is None or (field == "issue" and "$issue" in asked and narrow.issue):
            continue
        has = getattr(narrow, field)
        if has is None or not _within(field, has, asked):
            return False
    return True
