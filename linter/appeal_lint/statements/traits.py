"""What the learned part looks at: the words of a statement, their shape, and the rules' reading."""

from collections.abc import Iterator, Sequence
from itertools import chain, pairwise

from appeal_lint.language.word import Word
from appeal_lint.model.words import Agent, Excuse, Section
from appeal_lint.statements.acts import judge
from appeal_lint.statements.evidence import Evidence, Reading

_ENDS = ("<", ">")
"""Stand for the beginning and the end of a statement."""
_NUMBER = "#"
WORD, BASE, PHRASE, DATED, REASON = "w", "l", "h", "d", "y"
"""First letters of traits: as written, base form, listed phrase, listed phrase with its time, and
what the rules decided by."""


def traits(
    parts: Sequence[Evidence],
    sentence: Sequence[Evidence],
    section: Section,
    reading: Reading,
    pleads: Excuse | None,
    agent: Agent,
) -> set[str]:
    """Return the traits of a statement, each a short text whose first letter says its kind.

    Args:
        parts: the clauses of the statement.
        sentence: all clauses of its sentence.
        section: what the heading above announces.
        reading: what the rules read the statement as.
        pleads: the excuse that the rules found.
        agent: who acts, by the rules.

    """
    words = parts[0].tree.words
    own = sorted({at for part in parts for at in part.clause.words})
    found = set(_spoken([words[at] for at in own]))
    found.update(_shape(words, own))
    found.update(_rules(parts, reading))
    found.update((f"s{section}", f"e{pleads}", f"g{agent}"))
    for part in parts:
        found.add(f"s{section}:{part.verb.time}")
    for part in sentence:
        if part not in parts:
            found.add(f"x{judge(part).act}")
            found.update(f"x{name}" for name in part.hits if name[:6] in ("excuse", "harm"))
    return found


def names_topics(trait: str) -> bool:
    """Whether a trait can name an issue or a measure: words and listed phrases do."""
    return trait[0] in (WORD, BASE, PHRASE)


def _spoken(words: Sequence[Word]) -> Iterator[str]:
    """Yield the words as they stand and their pairs, and the base forms."""
    lower = [_ENDS[0], *(_NUMBER if one.tag == "CD" else one.lower for one in words), _ENDS[1]]
    return chain(
        [f"{WORD}{one}" for one in lower],
        [f"{WORD}{one} {other}" for one, other in pairwise(lower)],
        [f"{BASE}{_NUMBER if one.tag == 'CD' else one.lemma}" for one in words],
    )


def _shape(words: Sequence[Word], own: Sequence[int]) -> Iterator[str]:
    """Yield pairs of tags."""
    tags = [words[at].tag for at in own]
    return chain([f"t<{tags[0]}"], [f"t{one} {other}" for one, other in pairwise(tags)])


def _rules(parts: Sequence[Evidence], reading: Reading) -> Iterator[str]:
    """Yield what the rules make of it: the act, its reason, time, agent, and all phrases."""
    yield f"r{reading.act}"
    yield f"{REASON}{reading.act}:{reading.why.rpartition('”')[2][:40]}"
    for part in parts:
        verb = part.verb
        yield f"r{judge(part).act}"
        yield f"v{verb.time}"
        yield f"v{verb.time}:{part.agent}"
        yield f"v{verb.time}:{verb.passive}:{verb.negated}"
        yield f"a{part.agent}"
        yield f"a{part.subject}:{verb.time}"
        for name in part.hits:
            yield f"{PHRASE}{name}"
            yield f"{DATED}{name}:{verb.time}"
