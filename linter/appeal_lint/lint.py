"""The whole flow on one page: a draft in, a report out."""

import gc
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace

from appeal_lint import facts, findings, ignores, rewriting, scoring, statements
from appeal_lint.engine import Engine, Remembered
from appeal_lint.ignores import Entry
from appeal_lint.language import Reader
from appeal_lint.model.draft import Draft
from appeal_lint.model.report import Finding, Report
from appeal_lint.model.rule import RuleSet
from appeal_lint.model.statement import Statement
from appeal_lint.model.words import Marketplace, Severity

MINIMUM = 80
"""The score from which a draft without errors is ready."""


class Linter:
    """Judges drafts by one set of rules, and remembers what it found out on the way.

    So a letter that has changed in one place is judged in a tenth of the time, with the same
    report. Used by one thread at a time, as its reader is.

    Args:
        ruleset: rules and vocabulary.
        reader: loads the language model at its first use.
        engine: made with the compiled rules of `ruleset`.
        minimum: score (0 to 100) that a ready draft has at least.
        select: ids or families of the rules to report; all where empty.
        ignore: ids or families of rules not to report.
        marketplace: whose targets the report names.
        off: ids of rules that find nothing at all, whatever is selected.

    """

    def __init__(
        self,
        ruleset: RuleSet,
        reader: Reader,
        engine: Engine,
        minimum: int = MINIMUM,
        select: Iterable[str] = (),
        ignore: Iterable[str] = (),
        marketplace: Marketplace = Marketplace.US,
        off: Iterable[str] = (),
    ) -> None:
        self.ruleset = ruleset
        self.reader = reader
        self.engine = engine
        self._shows = scoring.Shows(ruleset)
        self._judge = Remembered(engine, (rule.compiled for rule in ruleset.rules))
        self.minimum = minimum
        self._select = frozenset(select)
        self._ignore = frozenset(ignore)
        self._off = frozenset(off)
        self._targets = ruleset.vocabulary.targets_in(marketplace)

    def lint(
        self, draft: Draft, entries: Iterable[Entry] = (), *, rewrites: bool = False
    ) -> Report:
        """Judge one draft.

        Args:
            draft: the letter.
            entries: findings that may stay; they cost nothing and keep no letter from being ready.
            rewrites: whether findings of promises are to say how they read once they are done.
                Each is read a second time for it.

        """
        with _uncollected():
            report = self._judged(draft, entries)
            return self._with_rewrites(report) if rewrites else report

    def read_ahead(self, drafts: Sequence[Draft]) -> None:
        """Read several drafts together, before `lint` judges each: it is quicker, and the same.

        Args:
            drafts: a dozen letters or so.

        """
        with _uncollected():
            statements.read_ahead(drafts, self.ruleset.vocabulary, self.reader)

    def rewrite(self, report: Report, finding: Finding, day: str = "") -> str | None:
        """Return what would take the place of a finding's words if what they promise were done.

        Args:
            report: what `lint` made of the draft.
            finding: one of the report.
            day: when it was done, in the user's own words; empty where that is not known.

        Returns:
            The text for `[finding.start, finding.end)` of the draft's source; None where the rule
            is about no promise, or no rewrite reads as done.

        """
        behind = _behind(report.statements, finding)
        if behind is None or not rewriting.asks_promise(self.ruleset.by_id[finding.rule]):
            return None
        return rewriting.rewrite(report.draft, behind, self.ruleset.vocabulary, self.reader, day)

    def promised(self, report: Report, finding: Finding) -> bool:
        """Say whether a finding underlines a promise, which can be asked about and rewritten."""
        behind = _behind(report.statements, finding)
        return behind is not None and rewriting.asks_promise(self.ruleset.by_id[finding.rule])

    def _with_rewrites(self, report: Report) -> Report:
        known: dict[int, str | None] = {}  # several rules may find one promise
        found = []
        for one in report.findings:
            if one.statement is not None and self.promised(report, one):
                if one.statement not in known:
                    known[one.statement] = self.rewrite(report, one)
                one = replace(one, rewrite=known[one.statement])
            found.append(one)
        return replace(report, findings=tuple(found))

    def forget(self) -> None:
        """Forget all that was read, by whatever uses the same reader too; models stay loaded."""
        self.reader.forget()
        self._judge.forget()
        self._shows.forget()

    def _judged(self, draft: Draft, entries: Iterable[Entry]) -> Report:
        stated = statements.read(draft, self.ruleset.vocabulary, self.reader)
        known = facts.gather(draft, stated, self.ruleset)
        matches = self._judge.judge(known)
        described = findings.describe(matches, known, draft, stated, self.ruleset)
        on = [one for one in described if one.rule not in self._off]
        speaking = {one.id: one.family for one in self.ruleset.rules}
        parted = ignores.sort_out(
            scoring.numbered(on, self.ruleset),
            stated,
            draft.source,
            [one for one in entries if one.rule not in self._off],
            speaking,
        )
        found = tuple(one for one in parted.kept if self._reported(one))
        score = scoring.score(found, self.ruleset)
        error = any(one.severity is Severity.ERROR for one in found)
        return Report(
            draft=draft,
            engine=self.engine.name,
            statements=stated,
            findings=found,
            elements=scoring.elements(matches, known, stated, self.ruleset, self._shows),
            score=score,
            minimum=self.minimum,
            ready=not error and score.value >= self.minimum,
            limited=bool(self._select or self._ignore or self._off),
            ignored=tuple(one for one in parted.ignored if self._reported(one.finding)),
            idle=parted.idle,
            targets=self._targets,
            language=self.ruleset.language,
        )

    def _reported(self, finding: Finding) -> bool:
        names = {finding.rule, self.ruleset.by_id[finding.rule].family}
        return (not self._select or bool(names & self._select)) and not names & self._ignore


def _behind(stated: Iterable[Statement], finding: Finding) -> Statement | None:
    """Return the statement that a finding underlines as a whole, if it does."""
    return next(
        (
            one
            for one in stated
            if one.id == finding.statement and (one.start, one.end) == (finding.start, finding.end)
        ),
        None,
    )


@contextmanager
def _uncollected() -> Iterator[None]:
    """Keep Python from looking for circles of garbage while one letter is judged.

    Hardly anything that is made for a letter stands in a circle, and each look goes through the
    language model and all rules: a seventh of the time.
    """
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()
