"""Gathers the evidence of each main clause of a sentence."""

from appeal_lint.language.word import Word
from appeal_lint.model.words import Agent, BlockKind, Section
from appeal_lint.statements.evidence import Evidence
from appeal_lint.statements.lexicon import Lexicon
from appeal_lint.statements.phrases import Hit
from appeal_lint.statements.tree import SUBJECTS, Clause, Tree, clauses
from appeal_lint.statements.verbs import VerbGroup, verb_group

_REACH = 10
"""How many words after "once" or "after" a step of Amazon's may stand."""
_COMPLEMENT = frozenset({"ccomp"})
_BEFORE_STEP = frozenset({"mark", "advmod", "prep", "pcomp", "aux"})


def gather(
    tree: Tree, hits: list[Hit], lexicon: Lexicon, section: Section, block: BlockKind
) -> list[Evidence]:
    """Return the evidence of each main clause, in order."""
    groups: dict[int, VerbGroup] = {}
    found = clauses(tree)
    for clause in found:
        owner = tree.words[clause.head]
        groups.setdefault(clause.head, verb_group(tree, clause.head, groups.get(owner.head)))
    return [_one(tree, clause, groups, hits, lexicon, section, block) for clause in found]


def _one(
    tree: Tree,
    clause: Clause,
    groups: dict[int, VerbGroup],
    hits: list[Hit],
    lexicon: Lexicon,
    section: Section,
    block: BlockKind,
) -> Evidence:
    within = set(clause.words) - tree.quoted
    named: dict[str, list[Hit]] = {}
    for hit in hits:
        if hit.first in within:
            named.setdefault(hit.name.replace("failing_phrases", "harm"), []).append(hit)
    head = _effective(tree, clause.head, lexicon)
    parent = groups.get(tree.words[clause.head].head)
    verb = groups[clause.head] if head == clause.head else verb_group(tree, head, parent)
    subject = lexicon.agents.subject(tree, head)
    agent = Agent.SELLER if subject is None else lexicon.agents.of_word(tree, subject)
    if verb.passive and agent is not Agent.SELLER:
        agent = _by(tree, head, lexicon) or (agent if agent is Agent.CUSTOMER else Agent.NONE)
    _derive(tree, clause, head, verb, named, lexicon)
    return Evidence(
        tree, clause, verb, head, agent, subject.lower if subject else "", named, section, block
    )


def _effective(tree: Tree, head: int, lexicon: Lexicon) -> int:
    """ "We assure you that we will …": the clause after "that" carries the act."""
    word = tree.words[head]
    if not lexicon.among("matrix_verbs", word.lower, word.lemma):
        return head
    subject = tree.child(head, SUBJECTS)
    if subject is not None and lexicon.agents.of_word(tree, subject) is not Agent.SELLER:
        return head
    inner = tree.child(head, _COMPLEMENT)
    if inner is None or inner.index < head or tree.child(inner.index, SUBJECTS) is None:
        return head
    return inner.index


def _by(tree: Tree, head: int, lexicon: Lexicon) -> Agent | None:
    by = tree.child(head, frozenset({"agent"}))
    doer = tree.child(by.index, frozenset({"pobj"})) if by is not None else None
    if doer is None:
        return None
    agent = lexicon.agents.of_word(tree, doer)
    return agent if agent is not Agent.NONE else None


def _derive(
    tree: Tree,
    clause: Clause,
    head: int,
    verb: VerbGroup,
    named: dict[str, list[Hit]],
    lexicon: Lexicon,
) -> None:
    """Add what follows from several words together, as hits of made-up names."""

    def note(name: str, first: int, last: int | None = None) -> None:
        named.setdefault(name, []).append(Hit(name, first, first if last is None else last))

    word = tree.words[head]
    for name in list(named):
        kind = name.partition(":")[0]
        if kind in ("measure", "excuse", "issue") and ":" in name:
            named.setdefault(kind, []).extend(named[name])
    _waits(tree, clause, named, lexicon)
    for name, mark in (
        ("mending_verbs", "mending_head"),
        ("stative_verbs", "stative_head"),
        ("neutral_verbs", "neutral_head"),
        ("ending_verbs", "ending_head"),
    ):
        if lexicon.among(name, word.lower, word.lemma):
            note(mark, head)
    if _mends_below(tree, head, lexicon):
        note("mending_head", head)
    if lexicon.among("effect_verbs", word.lower, word.lemma):
        note("effect_verbs", head)
    if _harms(tree, head, verb, named, lexicon):
        note("harm_head", head)
        named.setdefault("harm", []).append(Hit("harm", head, head))
    if lexicon.among("amazon_sure_steps", word.lower, word.lemma) or (
        word.lower in ("open", "release")
        and lexicon.agents.mentions(tree, clause.words, Agent.AMAZON)
    ):
        note("step_head", head)
    if any(tree.words[at].tag == "CD" for at in clause.words):
        note("dated", head)
    if lexicon.agents.mentions(tree, clause.words, Agent.CUSTOMER):
        note("customer", head)
    subject = tree.child(head, SUBJECTS)
    if subject is not None and lexicon.among("effect_subjects", subject.lower, subject.lemma):
        note("effect_subject", subject.index)
    if (subject is not None and subject.lower in ("nobody", "none", "nothing")) or (
        subject is not None
        and subject.lower == "one"
        and subject.index
        and tree.words[subject.index - 1].lower == "no"
    ):
        note("harm_head", head)
        named.setdefault("harm", []).append(Hit("harm", subject.index, subject.index))
    if subject is not None and any(
        hit.first <= subject.index <= hit.last for hit in named.get("harm", ())
    ):
        note("harm_subject", subject.index)
    if _retells(tree, clause.head, lexicon):
        note("retold", clause.head)
    if head != clause.head and lexicon.among(
        "knowing_verbs", tree.words[clause.head].lower, tree.words[clause.head].lemma
    ):
        note("knowing", clause.head)
    if _asks(tree, clause):
        note("asked", head)
    if _speaks_of_letter(tree, clause, head, named, lexicon):
        note("letter_line", head)


def _retells(tree: Tree, head: int, lexicon: Lexicon) -> bool:
    """ "The policy says that sellers must …"; a paper of the seller's own is no such thing."""
    word, subject = tree.words[head], tree.child(head, SUBJECTS)
    if subject is None or not lexicon.among("rule_verbs", word.lower, word.lemma):
        return False
    own = any(one.lower in ("our", "my", "new") for one in tree.children[subject.index])
    return not own and lexicon.among("rule_things", subject.lower, subject.lemma)


def _asks(tree: Tree, clause: Clause) -> bool:
    """Say whether a clause ends in a question mark, or is a title like "How we prevent it"."""
    words = tree.words
    if words[clause.words[-1]].text == "?":
        return True
    first = next((at for at in clause.words if words[at].text.isalpha()), None)
    if first is None or words[first].tag not in ("WP", "WRB", "WDT") or clause.head < first:
        return False
    above = words[first].head
    return words[first].lower in ("what", "how", "why") and (
        above == clause.head or (above < clause.head and words[above].head == clause.head)
    )


def _mends_below(tree: Tree, head: int, lexicon: Lexicon) -> bool:
    """ "We started checking", "we had all batches inspected"."""
    return any(
        one.dep in ("xcomp", "ccomp")
        and one.tag in ("VBG", "VB", "VBN")
        and lexicon.among("mending_verbs", one.lower, one.lemma)
        for one in tree.children[head]
    )


def _waits(tree: Tree, clause: Clause, named: dict[str, list[Hit]], lexicon: Lexicon) -> None:
    if "waiting_phrases" in named:
        named["amazon_waits"] = named["waiting_phrases"]
        return
    words = tree.words
    for at in clause.words:
        opener = words[at]
        if opener.lower not in lexicon.sets["waiting_words"] or opener.dep not in _BEFORE_STEP:
            continue
        reach = words[at + 1 : at + 1 + _REACH]
        for step in reach:
            if step.text in (",", ";") and step.index > at + 2:
                break
            if opener.lower == "soon" and step.lower == "possible":
                break
            sure = lexicon.among("amazon_sure_steps", step.lower, step.lemma)
            if not sure and not lexicon.among("amazon_steps", step.lower, step.lemma):
                continue
            between = words[at + 1 : step.index + 5]
            theirs = any(lexicon.among("amazon_things", one.lower, one.lower) for one in between)
            ours = any(
                one.lower in ("we", "i", "customer", "buyer", "customers", "buyers")
                for one in words[at + 1 : step.index]
            )
            if (sure or theirs) and not ours and step.tag not in ("VBD",):
                named["amazon_waits"] = [Hit("amazon_waits", at, step.index)]
                return


def _harms(
    tree: Tree, head: int, verb: VerbGroup, named: dict[str, list[Hit]], lexicon: Lexicon
) -> bool:
    word = tree.words[head]
    if lexicon.among("harm_verbs", word.lower, word.lemma):
        return True
    harm = named.get("harm", ())
    if verb.negated and any(hit.first <= head <= hit.last for hit in harm):
        return True
    mending = lexicon.among("mending_verbs", word.lower, word.lemma)
    neutral = lexicon.among("neutral_verbs", word.lower, word.lemma)
    if mending and not neutral:
        return False
    near = {head, *(one.index for one in tree.children[head] if one.dep not in ("advcl", "conj"))}
    near |= {
        one.index
        for at in tuple(near)
        if at != head
        for one in tree.children[at]
        if one.dep in ("amod", "det", "advmod", "compound", "neg", "pcomp", "pobj")
    }
    return any(near.intersection(range(hit.first, hit.last + 1)) for hit in harm)


def _takes_more(tree: Tree, verb: Word) -> bool:
    return any(one.dep != "aux" and one.text.isalnum() for one in tree.children[verb.index])


def _speaks_of_letter(
    tree: Tree, clause: Clause, head: int, named: dict[str, list[Hit]], lexicon: Lexicon
) -> bool:
    words = tree.words
    lead = tree.child(head, frozenset({"xcomp"}))
    going = words[head].lower in ("going", "go", "gon") and lead is not None
    verbs = [] if going else [words[head]]
    verbs += [one for one in tree.children[head] if one.dep in ("xcomp", "ccomp")]
    customers = lexicon.agents.mentions(tree, clause.words, Agent.CUSTOMER)
    if "request_not" in named or ("courtesy_phrases" in named and "measure" not in named):
        return True
    for one in verbs:
        if lexicon.among("letter_core", one.lower, one.lemma):
            return not customers
        if lexicon.among("letter_verbs", one.lower, one.lemma) and not customers:
            things = any(
                lexicon.among("letter_things", words[at].lower, words[at].lemma)
                and not any(below.dep == "compound" for below in tree.children[at])
                for at in clause.words
                if at != one.index
            )
            if not things and one.dep == "xcomp" and one.tag == "VB":
                things = words[head].lemma == "like" and not _takes_more(tree, one)
            if things and "measure" not in named:
                return True
    return False
