"""Whether a clause waits for a step of Amazon's, or of somebody else."""

from appeal_lint.language.word import Word
from appeal_lint.model.words import Agent
from appeal_lint.statements.lexicon import Lexicon
from appeal_lint.statements.phrases import Hit
from appeal_lint.statements.tree import SUBJECTS, Clause, Tree

_REACH = 10
"""How many words after "once" or "after" a step of Amazon's may stand."""
_BEFORE_STEP = frozenset({"mark", "advmod", "prep", "pcomp", "aux"})
_NOT_AMAZON = frozenset({"we", "i", "customer", "buyer", "customers", "buyers"})
_LATER = frozenset({"once", "soon", "unless"})
"""What makes a present tense mean later; "if" and "when" may tell a habit."""
_VAGUE = frozenset({"before", "day", "second"})
"""Words that open many another clause; only a step that is surely Amazon's counts after them."""
_ANY = frozenset({"a", "an", "any", "every", "each", "no"})


def waits_for_amazon(
    tree: Tree, clause: Clause, named: dict[str, list[Hit]], lexicon: Lexicon
) -> list[Hit]:
    """Return where a clause says that it waits for Amazon; empty where it does not."""
    if "waiting_phrases" in named:
        return named["waiting_phrases"]
    words = tree.words
    for at in clause.words:
        opener = words[at]
        if opener.lower not in lexicon.sets["waiting_words"] or opener.dep not in _BEFORE_STEP:
            continue
        if words[min(at + 1, len(words) - 1)].lower in ("more", "again"):
            continue  # "check my case once more"
        for step in words[at + 1 : at + 1 + _REACH]:
            if step.text in (",", ";") and step.index > at + 2:
                break
            if opener.lower == "soon" and step.lower == "possible":
                break
            vague = opener.lower in _VAGUE
            if _amazon_steps(words, at, step, lexicon, surely=vague):
                return [Hit("amazon_waits", at, step.index)]
    return []


def _amazon_steps(
    words: tuple[Word, ...], at: int, step: Word, lexicon: Lexicon, surely: bool
) -> bool:
    """Say whether a step after the opening word is one that Amazon takes."""
    sure = lexicon.among("amazon_sure_steps", step.lower, step.lemma)
    if not sure and not lexicon.among("amazon_steps", step.lower, step.lemma):
        return False
    between = words[at + 1 : step.index + 5]
    theirs = any(lexicon.among("amazon_things", one.lower, one.lower) for one in between)
    ours = any(one.lower in _NOT_AMAZON for one in words[at + 1 : step.index])
    enough = sure and theirs if surely else sure or theirs
    return enough and not ours and step.tag != "VBD"


def waits_for_others(tree: Tree, clause: Clause, lexicon: Lexicon) -> list[Hit]:
    """ "Once our adviser is back, we hand it in": later, though the tense is present."""
    for at in clause.words:
        opener = tree.words[at]
        if opener.lower not in _LATER or opener.dep not in ("mark", "advmod"):
            continue
        verb = tree.words[opener.head]
        subject = tree.child(verb.index, SUBJECTS)
        if verb.dep != "advcl" or verb.tag not in ("VBZ", "VBP", "VB") or subject is None:
            continue
        anyone = any(one.lower in _ANY for one in tree.children[subject.index])
        if not anyone and lexicon.agents.of_word(tree, subject) is not Agent.CUSTOMER:
            return [Hit("waits_for_others", at, at)]
    return []
