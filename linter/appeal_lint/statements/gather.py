"""Gathers the evidence of each main clause of a sentence."""

from appeal_lint.model.words import Agent, BlockKind, Section
from appeal_lint.statements.evidence import Evidence
from appeal_lint.statements.lexicon import Lexicon
from appeal_lint.statements.phrases import Hit
from appeal_lint.statements.signs import derive
from appeal_lint.statements.tree import SUBJECTS, Clause, Tree, clauses
from appeal_lint.statements.verbs import VerbGroup, late_group, late_participle, verb_group

_COMPLEMENT = frozenset({"ccomp"})


def gather(
    tree: Tree, hits: list[Hit], lexicon: Lexicon, section: Section, block: BlockKind
) -> list[Evidence]:
    """Return the evidence of each main clause, in order."""
    groups: dict[int, VerbGroup] = {}
    found = clauses(tree)
    for clause in found:
        owner = tree.words[clause.head]
        groups.setdefault(clause.head, verb_group(tree, clause.head, groups.get(owner.head)))
    starting: dict[int, list[Hit]] = {}
    for hit in hits:
        starting.setdefault(hit.first, []).append(hit)
    return [_one(tree, clause, groups, starting, lexicon, section, block) for clause in found]


def _one(
    tree: Tree,
    clause: Clause,
    groups: dict[int, VerbGroup],
    starting: dict[int, list[Hit]],
    lexicon: Lexicon,
    section: Section,
    block: BlockKind,
) -> Evidence:
    named: dict[str, list[Hit]] = {}
    for at in clause.words:
        for hit in () if at in tree.quoted else starting.get(at, ()):
            named.setdefault(hit.name.replace("failing_phrases", "harm"), []).append(hit)
    head = _effective(tree, clause.head, lexicon)
    parent = groups.get(tree.words[clause.head].head)
    verb = groups[clause.head] if head == clause.head else verb_group(tree, head, parent)
    late = late_participle(tree, clause.words, head, verb)
    if late is not None:
        verb = late_group(tree, late, verb)
    subject = lexicon.agents.subject(tree, head)
    agent = Agent.SELLER if subject is None else lexicon.agents.of_word(tree, subject)
    if verb.passive and agent is not Agent.SELLER:
        agent = _by(tree, head, lexicon) or _endured(tree, head, agent, lexicon)
    if late is not None:
        head = late
    derive(tree, clause, head, verb, named, lexicon)
    return Evidence(
        tree, clause, verb, head, agent, subject.lower if subject else "", named, section, block
    )


def _effective(tree: Tree, head: int, lexicon: Lexicon) -> int:
    """ "We assure you that we will …": the clause after "that" carries the act."""
    word = tree.words[head]
    if word.tag.startswith("NN") and (told := _told_after(tree, head)) is not None:
        return told
    if not lexicon.among("matrix_verbs", word.lower, word.lemma):
        return head
    subject = tree.child(head, SUBJECTS)
    if subject is not None and lexicon.agents.of_word(tree, subject) is not Agent.SELLER:
        return head
    inner = tree.child(head, _COMPLEMENT)
    if inner is None or inner.index < head or tree.child(inner.index, SUBJECTS) is None:
        return head
    return inner.index


def _told_after(tree: Tree, head: int) -> int | None:
    """ "Daily basis our team is giving reply": the clause that hangs on a mere noun."""
    if tree.child(head, SUBJECTS) is not None:
        return None
    first = tree.words[0]
    if first.lower == "to" and first.tag == "TO" and tree.words[first.head].head == head:
        return first.head  # "To reply within a day, weekends too"
    inner = tree.child(head, _COMPLEMENT)
    if inner is None or inner.index < head or tree.child(inner.index, frozenset({"mark"})):
        return None
    return inner.index if tree.child(inner.index, SUBJECTS) is not None else None


def _endured(tree: Tree, head: int, patient: Agent, lexicon: Lexicon) -> Agent:
    """ "Customers were misled" speaks of customers, "customers are answered" of who answers."""
    word = tree.words[head]
    served = lexicon.among("serving_verbs", word.lower, word.lemma)
    return patient if patient is Agent.CUSTOMER and not served else Agent.NONE


def _by(tree: Tree, head: int, lexicon: Lexicon) -> Agent | None:
    by = tree.child(head, frozenset({"agent"}))
    doer = tree.child(by.index, frozenset({"pobj"})) if by is not None else None
    if doer is None:
        return None
    agent = lexicon.agents.of_word(tree, doer)
    return agent if agent is not Agent.NONE else None
