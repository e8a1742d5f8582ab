"""Which findings are ignored, and which ignores do nothing."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from appeal_lint.ignores.entry import Entry
from appeal_lint.ignores.words import Words, tokens
from appeal_lint.model.near import near_name
from appeal_lint.model.report import Finding, Idle, Ignored
from appeal_lint.model.statement import Statement


@dataclass(frozen=True, slots=True)
class Sorted:
    """The findings of a draft that stay, those that are ignored, and the ignores that are idle."""

    kept: tuple[Finding, ...]
    ignored: tuple[Ignored, ...] = ()
    idle: tuple[Idle, ...] = ()


def sort_out(
    findings: Sequence[Finding],
    statements: Sequence[Statement],
    source: str,
    entries: Iterable[Entry],
    known: Mapping[str, str],
) -> Sorted:
    """Part the findings that some entry ignores from the rest.

    A finding is ignored where an entry of its rule has the words of its statement; or where the
    sentence that the entry was made from stands unchanged and the finding lies in it, since the
    analysis may cut a sentence otherwise when its neighbours change.

    Args:
        findings: those of one draft.
        statements: all of the draft.
        source: its text.
        entries: what may be ignored.
        known: the family of each rule that there is; an entry may name a family too.

    """
    entries = list(entries)
    if not entries:
        return Sorted(tuple(findings))
    words = Words(source)
    stated = {one.id: one for one in statements}
    used: set[int] = set()
    kept, ignored = [], []
    for finding in findings:
        found = [
            number
            for number, entry in enumerate(entries)
            if entry.rule in (finding.rule, known[finding.rule])
            and _covers(entry, finding, stated, words)
        ]
        used.update(found)
        if found:
            entry = entries[found[0]]
            ignored.append(Ignored(finding, entry.reason, entry.name, entry.line))
        else:
            kept.append(finding)
    names = {*known, *known.values()}
    said = {tokens(one.text) for one in statements}
    idle = [
        Idle(
            _why(entry, names, words, said),
            entry.rule,
            entry.words,
            entry.name,
            entry.line,
            near_name(entry.rule, names) if entry.rule not in names else "",
        )
        for number, entry in enumerate(entries)
        if number not in used and (not entry.shared or entry.rule not in names)
    ]
    return Sorted(tuple(kept), tuple(ignored), tuple(idle))


def _covers(entry: Entry, finding: Finding, stated: Mapping[int, Statement], words: Words) -> bool:
    if finding.statement is None:
        return entry.whole or entry.span is not None
    if entry.span is not None:
        return entry.span[0] <= finding.start < entry.span[1]
    statement = stated[finding.statement]
    own = tokens(entry.words)
    if own and tokens(statement.text) == own:
        return True
    if not own:
        return bool(entry.words) and statement.text.split() == entry.words.split()
    return any(
        finding.start < end and start < finding.end
        for first, last in words.occurrences(tokens(entry.sentence or entry.words), whole=True)
        for start, end in words.occurrences(own, whole=False)
        if first <= start and end <= last
    )


def _why(entry: Entry, names: set[str], words: Words, said: set[tuple[str, ...]]) -> str:
    """Say why an entry is idle, as `Idle.why` has it."""
    if not entry.rule:
        return "unclear"
    if entry.rule not in names:
        return "unknown"
    own = tokens(entry.words)
    if not own or own in said:
        return "unused"
    whole = words.occurrences(tokens(entry.sentence or entry.words), whole=True)
    return "lapsed" if next(whole, None) is None else "unused"
