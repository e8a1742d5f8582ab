"""One ignore: a rule, and the words that it may speak of."""

from collections.abc import Iterable
from dataclasses import dataclass

from appeal_lint.ignores.words import Words, tokens
from appeal_lint.model.report import Finding
from appeal_lint.model.statement import Statement


@dataclass(frozen=True, slots=True)
class Entry:
    """A rule that may be ignored at one place of a letter, or in the whole of it.

    `words` is the text of the statement, `sentence` the text around it up to where sentences
    end; both are empty for a finding on the whole letter. `span` is set for a comment in the
    letter itself: the offsets that it speaks of. `name` is the file and `line` the line on which
    the entry stands. `shared` says that it stands in a list for many letters, of which one
    letter need not have all.
    """

    rule: str
    words: str = ""
    sentence: str = ""
    reason: str = ""
    date: str = ""
    name: str = ""
    line: int = 0
    span: tuple[int, int] | None = None
    shared: bool = False

    @property
    def whole(self) -> bool:
        """Whether it is for findings on the whole letter."""
        return not self.words and self.span is None


def entry_for(
    finding: Finding, statements: Iterable[Statement], words: Words, reason: str, date: str
) -> Entry:
    """Return the entry that ignores a finding.

    Args:
        finding: what to ignore.
        statements: those of the draft.
        words: the words of the draft.
        reason: why it may stay.
        date: today, as it is to be written.

    """
    if finding.whole:
        return Entry(finding.rule, reason=reason, date=date)
    statement = next(one for one in statements if one.id == finding.statement)
    text = " ".join(statement.text.split())
    around = " ".join(words.sentence(statement.start, statement.end).split())
    more = around if tokens(around) != tokens(text) else ""
    return Entry(finding.rule, text, more, reason, date)
