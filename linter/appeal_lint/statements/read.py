"""Draft to statements: the whole analysis in order."""

from appeal_lint.encoder import encoder, prepare
from appeal_lint.language import Reader
from appeal_lint.model.draft import Draft
from appeal_lint.model.statement import Statement
from appeal_lint.model.vocabulary import Vocabulary
from appeal_lint.statements import topics
from appeal_lint.statements.learned import learned
from appeal_lint.statements.lexicon import Lexicon
from appeal_lint.statements.marks import marks
from appeal_lint.statements.pieces import Piece, pieces
from appeal_lint.statements.rejudge import rejudge

_known: dict[int, tuple[Vocabulary, Lexicon]] = {}


def lexicon_of(vocabulary: Vocabulary) -> Lexicon:
    """Return the lexicon of a vocabulary, made once."""
    if (known := _known.get(id(vocabulary))) is not None and known[0] is vocabulary:
        return known[1]
    lexicon = Lexicon(vocabulary)
    _known.clear()
    _known[id(vocabulary)] = (vocabulary, lexicon)
    return lexicon


def read(draft: Draft, vocabulary: Vocabulary, reader: Reader) -> tuple[Statement, ...]:
    """Return the statements of a draft, in order of place, with ids from 1.

    The rules read first; what was learned from labelled sentences then judges by their
    reading and by the words. Headings are left to the rules.

    Args:
        draft: the letter.
        vocabulary: the phrases in force.
        reader: loads the language model at its first use.

    """
    prepare()  # while spaCy loads its own
    lexicon = lexicon_of(vocabulary)
    found = pieces(draft, lexicon, reader)
    if (model := learned()) is not None:
        found = rejudge(found, model, encoder())
    return tuple(_statement(number, piece) for number, piece in enumerate(found, 1))


def _statement(number: int, piece: Piece) -> Statement:
    parts, act = piece.parts, piece.reading.act
    start, end = piece.span
    issues = topics.issues(parts, piece.excuse) if piece.issues is None else piece.issues
    measures = topics.measures(parts) if piece.measures is None else piece.measures
    return Statement(
        id=number,
        start=start,
        end=end,
        text=piece.draft.source[start:end],
        block=piece.block.kind,
        heading=piece.block.heading,
        section=piece.section,
        act=act,
        agent=piece.agent,
        why=piece.reading.why,
        issues=issues,
        measures=topics.kept(measures, act, parts, blames=piece.excuse is not None),
        excuse=piece.excuse,
        marks=marks(piece),
    )
