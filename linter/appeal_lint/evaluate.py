"""The whole evaluation on one page: gold labels in, figures and differences out."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from appeal_lint import draft, evaluation, statements
from appeal_lint.evaluation import Evaluation, Gold, Outcome, Wrong
from appeal_lint.lint import Linter
from appeal_lint.model.report import Report
from appeal_lint.model.statement import Statement


def evaluate(golds: Iterable[Gold], linter: Linter) -> Evaluation:
    """Read every labelled sentence and letter, and compare.

    Raises:
        AppealLintError: a letter cannot be read, or a sentence does not stand in its letter.

    """
    outcomes: list[Outcome] = []
    letters = []
    wrong: list[Wrong] = []
    for gold in golds:
        reports = _reports(gold, linter)
        read = _read(gold, reports, linter)
        for sentence, stated in zip(gold.sentences, read, strict=True):
            outcome = evaluation.compare(sentence, stated)
            outcomes.append(outcome)
            if found := evaluation.differences(outcome):
                place = f"{gold.path}:{sentence.line}"
                wrong.append(Wrong(place, sentence.text, found, outcome.why))
        for letter in gold.letters:
            report = reports[letter.letter]
            status = {name: one.shown for name, one in report.elements.items()}
            letters.append((letter, status))
            if found := evaluation.element_differences(letter, status, report.ready):
                wrong.append(Wrong(f"{gold.path}:{letter.line}", letter.letter, found, ""))
    return Evaluation(evaluation.figures(outcomes, letters), tuple(wrong))


def _reports(gold: Gold, linter: Linter) -> Mapping[str, Report]:
    return {name: linter.lint(draft.read_file(gold.place(name))) for name in gold.names}


def _read(
    gold: Gold, reports: Mapping[str, Report], linter: Linter
) -> Iterator[Sequence[Statement]]:
    """Yield the statements of each sentence: alone, or where it stands in its letter."""
    alone = {
        one.line: draft.alone(one.text, one.section, gold.path)
        for one in gold.sentences
        if one.letter is None
    }
    # The model reads many texts at once twice as fast as one after the other.
    linter.reader.read(block.text for one in alone.values() for block in one.blocks)
    spans = evaluation.spans(gold, {name: one.draft.source for name, one in reports.items()})
    for one in gold.sentences:
        if one.letter is None:
            yield statements.read(alone[one.line], linter.ruleset.vocabulary, linter.reader)
        else:
            start, end = spans[one.line]
            stated = reports[one.letter].statements
            yield [each for each in stated if each.start < end and start < each.end]
