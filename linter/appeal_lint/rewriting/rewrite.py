"""A promise in a draft, told as done, if the analysis then reads it so."""

from __future__ import annotations

import re
from dataclasses import replace

from appeal_lint import draft as drafts
from appeal_lint import statements
from appeal_lint.language import Reader
from appeal_lint.model.draft import Block, Draft
from appeal_lint.model.errors import DraftError
from appeal_lint.model.pattern import flat
from appeal_lint.model.rule import Rule
from appeal_lint.model.statement import Statement
from appeal_lint.model.vocabulary import Vocabulary
from appeal_lint.model.words import Act, BlockKind, Measure
from appeal_lint.rewriting.changes import changes
from appeal_lint.rewriting.task import Asked
from appeal_lint.statements.quotations import quotations, within
from appeal_lint.statements.tree import Tree

_DONE = frozenset({Act.COMPLETED, Act.ONGOING})
_WAITS = frozenset({Act.PROMISE, Act.CONDITIONAL})
_EMPTIED = re.compile(r"\*\*\s*\*\*|__\s*__|\(\s*\)|,\s*[,.;:]|\s,")
_WE = re.compile(r"\b(?:we|our|us)\b", re.IGNORECASE)
_I = re.compile(r"\b(?:I|my)\b")


def asks_promise(rule: Rule) -> bool:
    """Say whether a rule finds promises and nothing else: then its findings may have a rewrite."""
    return any(
        {one.field for one in flat(test)} == {"act"}
        and all(one.operator == "is" and one.value == Act.PROMISE for one in flat(test))
        for test in rule.compiled.patterns[0].tests
    )


def rewrite(
    draft: Draft, statement: Statement, vocabulary: Vocabulary, reader: Reader, day: str = ""
) -> str | None:
    """Return what would take the place of a promise if it were done.

    The words around those that change stay as they are, to the last space. A rewrite that the
    analysis does not read as a finished deed or a practice in force is none.

    Args:
        draft: the letter.
        statement: the promise in it.
        vocabulary: the phrases in force.
        reader: the one that read the letter.
        day: when it was done, in the user's own words; empty where that is not known.

    Returns:
        The text for `draft.source[statement.start:statement.end]`, or None.

    """
    if statement.act is not Act.PROMISE or Measure.FBA in statement.measures:
        return None
    block = _block(draft, statement)
    if block is None or block.kind is BlockKind.HEADING:
        return None
    known = frozenset(vocabulary.lists.get("mending_verbs", ()))
    asked = Asked(day, _voice(draft), known)
    quoted = quotations(block.text)
    for at, sentence in reader.read([block.text])[0]:
        inside = {
            word.index
            for word in sentence.words
            if statement.start <= block.home[at + word.start]
            and block.home[at + word.end - 1] < statement.end
        }
        if not inside:
            continue
        own = within(quoted, at, sentence.words[-1].end)
        made = changes(Tree(sentence, own), inside, asked)
        if made is None:
            return None
        text = made.applied(draft.source, block, at, statement.start, statement.end)
        spoilt = len(_EMPTIED.findall(text)) > len(_EMPTIED.findall(statement.text))
        if spoilt or not _reads_done(draft, statement, text, vocabulary, reader):
            return None
        return text
    return None


def _block(draft: Draft, statement: Statement) -> Block | None:
    return next(
        (one for one in draft.blocks if one.home[0] <= statement.start < one.home[-1]), None
    )


def _voice(draft: Draft) -> str:
    """Return "I" where the letter never says "we"."""
    return "we" if _WE.search(draft.source) or not _I.search(draft.source) else "I"


def _reads_done(
    draft: Draft, statement: Statement, text: str, vocabulary: Vocabulary, reader: Reader
) -> bool:
    """Say whether the analysis takes the new words for done, in the whole letter.

    What a block is read as depends on itself and on the heading above it, so only the block with
    the new words is read again.
    """
    source = draft.source
    new = f"{source[: statement.start]}{text}{source[statement.end :]}"
    try:
        whole = drafts.from_text(new, draft.path, draft.encoding)
    except DraftError:
        return False
    end = statement.start + len(text)
    changed = tuple(
        one for one in whole.blocks if one.home[0] < end and statement.start < one.home[-1]
    )
    found = [
        one
        for one in statements.read(replace(whole, blocks=changed), vocabulary, reader)
        if one.start < end and statement.start < one.end
    ]
    acts = {one.act for one in found}
    return bool(acts & _DONE) and not acts & _WAITS
