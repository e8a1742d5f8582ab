"""Letters that are read together say the same as letters that are read alone."""

from pathlib import Path

from appeal_lint import draft, statements
from appeal_lint.language import Reader

LETTERS = Path(__file__).parents[2] / "corpus" / "letters"


def test_letters_read_together_say_the_same(ruleset):
    letters = [draft.read_file(str(path)) for path in sorted(LETTERS.glob("*.txt"))[:14]]
    alone, together = Reader(), Reader()
    words = ruleset.vocabulary
    statements.read_ahead(letters, words, together)
    for letter in letters:
        assert statements.read(letter, words, together) == statements.read(letter, words, alone)
        alone.forget()
