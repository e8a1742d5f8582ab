"""What no shape can say of a rule: words that must exist, and rules that can never fire."""

from collections.abc import Callable, Collection, Iterator

from appeal_lint.model.said import Said
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
Fault = Callable[[str, Said], None]
"""Takes the dotted name of a field and what is wrong with it."""

_FIELDS = {
    "topic": ("act", "agent", "section", "excuse", "issue"),
    "answer": ("act", "agent", "section"),
}
"""What may stand beside `issue: each` (or `issue: $issue`) and beside `answers`."""
_BESIDE = {
    "topic": Said("cannot stand beside `each` or `$issue`"),
    "answer": Said("cannot stand beside `answers`"),
}
"""What is told of all else."""


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
        said = Said("`$issue` may stand under `absent` only; write `each`")
        fault("when.statement.issue", said)
    elif not (each and when.count is None):
        _check_unbound(when, fault)
    if shape.once == "issue" and not each:
        fault("once", Said("`once: issue` needs `issue: each` in `when.statement`"))
    _check_count(when, each, fault)
    _check_absent(when, fault)
    _check_document(when, fault)
    if when.statement is None or when.count is not None:
        for name in placeholders.names(shape.message):
            if name in placeholders.PLACED:
                said = Said(
                    "{name} is always empty: the rule is about the whole draft",
                    name=placeholders.braced(name),
                )
                fault("message", said)


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
                said = Said("there is no mark {mark!r}{hint}", mark=mark, hint=nearest(mark, marks))
                fault(f"{where}.mark", said)
        for field, _ in given(part):
            if of != "statement" and field not in _FIELDS[of]:
                fault(f"{where}.{field}", _BESIDE[of])
    if of == "topic" and selector.not_ is not None and "any" in (selector.not_.issue or ()):
        said = Said("there is always an issue beside `each`, so the rule can never fire")
        fault(f"{name}.not.issue", said)
    if selector.not_ is None:
        return
    for field, words in _ALL.items():
        if set(getattr(selector.not_, field) or ()) >= words:
            said = Said("bars every word that there is, so the rule can never fire")
            fault(f"{name}.not.{field}", said)
    for field, barred in given(selector.not_):
        wanted = getattr(selector, field)
        if wanted is not None and _within(field, wanted, barred):
            said = Said("bars what `{field}` asks for, so the rule can never fire", field=field)
            fault(f"{name}.not.{field}", said)


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
                said = Said("`$issue` needs `issue: each` in `when.statement`, without `count`")
                fault(f"when.absent.{at}.{field}", said)


def _check_document(when: When, fault: Fault) -> None:
    """Note a rule that asks for a statement in a draft that has none."""
    if when.statement is None or when.document is None or when.count is not None:
        return
    for field in ("statements", "words"):
        bounds = getattr(when.document, field)
        if bounds is not None and bounds.less_than is not None and bounds.less_than <= 1:
            said = Said("leaves no statement in the draft, so the rule can never fire")
            fault(f"when.document.{field}", said)


def _check_count(when: When, each: bool, fault: Fault) -> None:
    if when.count is None:
        return
    if when.statement is None:
        fault("when.count", Said("counts statements: `when.statement` must say which"))
    elif each:
        fault("when.count", Said("counts statements and cannot stand beside `issue: each`"))


def _check_absent(when: When, fault: Fault) -> None:
    """Note an `absent` that bars the very statement that the rule asks for."""
    asked = when.statement
    if when.count is not None and not when.count.at_least:
        asked = None  # the rule may well fire where there is no such statement
    for at, selector in enumerate(when.absent):
        if "each" in (selector.issue or ()):
            fault(f"when.absent.{at}.issue", Said("`each` may stand under `statement` only"))
        elif asked is not None and _covers(selector, asked):
            said = Said("bars the statement that the rule asks for, so the rule can never fire")
            fault(f"when.absent.{at}", said)


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
