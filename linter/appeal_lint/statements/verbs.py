"""When a clause's deed happens, from the tags and branches of its verb group."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from appeal_lint.language.spellings import SPELLINGS
from appeal_lint.language.word import Word
from appeal_lint.statements.tree import AUXILIARIES, SUBJECTS, Tree


class Time(StrEnum):
    """What the words of the verb group say of the time of the deed."""

    FUTURE = "future"
    WOULD = "would"
    MUST = "must"
    CAN = "can"
    PERFECT = "perfect"
    PAST = "past"
    PRESENT = "present"
    PROGRESSIVE = "progressive"
    BARE = "bare"
    INFINITIVE = "infinitive"
    GERUND = "gerund"
    PARTICIPLE = "participle"
    NOUN = "noun"


AHEAD = frozenset({Time.FUTURE, Time.WOULD, Time.MUST})
BEHIND = frozenset({Time.PAST, Time.PERFECT})
NOW = frozenset({Time.PRESENT, Time.PROGRESSIVE})
SUBJECTLESS = frozenset({Time.BARE, Time.GERUND, Time.PARTICIPLE, Time.NOUN, Time.INFINITIVE})
"""What a line without a subject has; its heading tells the time."""

MODALS = {
    "will": Time.FUTURE,
    "'ll": Time.FUTURE,
    "wo": Time.FUTURE,
    "shall": Time.FUTURE,
    "sha": Time.FUTURE,
    "would": Time.WOULD,
    "'d": Time.WOULD,
    "must": Time.MUST,
    "should": Time.MUST,
    "ought": Time.MUST,
    "can": Time.CAN,
    "could": Time.CAN,
    "may": Time.CAN,
    "might": Time.CAN,
    "ca": Time.CAN,
}
_HAVE = frozenset({"have", "has", "had", "'ve", "having"})
_BE = frozenset(
    {
        "am",
        "is",
        "are",
        "was",
        "were",
        "be",
        "been",
        "being",
        "'re",
        "'m",
        "'s",
        "get",
        "got",
        "gets",
    }
)
_WAS = frozenset({"was", "were", "got"})
_TRAILING = frozenset({"RP", "RB", "IN", "CD", "NNP"})
"""What may follow the participle: "back", "on 3 May"."""
_HOLDERS = frozenset({"be", "have", "become"})


@dataclass(frozen=True, slots=True)
class VerbGroup:
    """The verb of a clause: its base form, its time, and how it is held."""

    lemma: str
    time: Time
    passive: bool = False
    negated: bool = False
    lasting: bool = False
    """Whether it went on ("were packing") rather than being done once."""
    words: str = ""
    """The verb group as written, for `why`."""


def verb_group(tree: Tree, head: int, inherit: VerbGroup | None = None) -> VerbGroup:
    """Read the verb group of a clause's head.

    Args:
        tree: the sentence.
        head: index of the head of the clause.
        inherit: group of the clause this one is joined to; its helping words serve
            both ("will weigh and photograph").

    """
    word = tree.words[head]
    helping = [one for one in tree.children[head] if one.dep in AUXILIARIES]
    lowers = [one.lower for one in helping]
    negated = any(one.dep == "neg" or one.lower in ("never", "no longer") for one in helping)
    text = " ".join([one.text for one in helping if one.index < head] + [word.text])
    subject = tree.child(head, SUBJECTS)
    passive = any(one.dep == "auxpass" for one in helping) or (
        subject is not None and subject.dep == "nsubjpass"
    )

    def group(time: Time) -> VerbGroup:
        lasting = time is Time.PAST and word.tag == "VBG" and "have" not in lowers
        return VerbGroup(word.lemma, time, passive, negated, lasting, text)

    modal = next(
        (
            MODALS[low]
            for one, low in zip(helping, lowers, strict=True)
            if low in MODALS and (one.tag == "MD" or one.text.lower() in SPELLINGS)
        ),
        None,
    )
    if modal is None and word.tag == "MD":
        modal = MODALS.get(word.lower)
    if modal is not None:
        return group(_past_modal(modal, lowers))
    if not word.tag.startswith("VB") and word.tag != "MD":
        if subject is None and not helping:
            return group(Time.NOUN)
        return group(Time.PAST if any(low in _WAS for low in lowers) else Time.PRESENT)
    bare = subject is None and all(one.dep == "neg" for one in helping)
    if bare and inherit is not None and _same_shape(word.tag, inherit.time):
        return VerbGroup(word.lemma, inherit.time, inherit.passive, negated, inherit.lasting, text)
    return group(_time(word.tag, lowers, subject is not None))


def _past_modal(modal: Time, lowers: list[str]) -> Time:
    """ "Should have checked" looks back; "will have hired" still looks ahead."""
    if modal in (Time.MUST, Time.CAN, Time.WOULD) and "have" in lowers:
        return Time.PAST
    return modal


def _same_shape(tag: str, time: Time) -> bool:
    if tag == "VB":
        return time in (Time.FUTURE, Time.WOULD, Time.MUST, Time.CAN, Time.INFINITIVE, Time.BARE)
    if tag in ("VBN", "VBD"):
        return time in (Time.PERFECT, Time.PAST, Time.PRESENT, Time.FUTURE)
    if tag == "VBG":
        return time in (Time.PROGRESSIVE, Time.GERUND)
    return tag in ("VBP", "VBZ") and time is Time.PRESENT


def _time(tag: str, lowers: list[str], subject: bool) -> Time:
    have = any(low in _HAVE for low in lowers)
    if tag == "VBD" and any(low in _BE for low in lowers):
        tag = "VBN"  # "are … controlled", whatever the tagger says
    if "to" in lowers and not have:
        return Time.INFINITIVE
    if tag == "VBG":
        if any(low in _WAS for low in lowers):
            return Time.PAST
        return Time.PROGRESSIVE if lowers and any(low in _BE for low in lowers) else Time.GERUND
    if have:
        return Time.PAST if "had" in lowers else Time.PERFECT
    if "did" in lowers or any(low in _WAS for low in lowers):
        return Time.PAST
    if tag == "VBD":
        return Time.PAST if subject or lowers else Time.PARTICIPLE
    if tag == "VBN":
        if any(low in _BE for low in lowers):
            if "being" in lowers:
                return Time.PROGRESSIVE
            return Time.PERFECT if "been" in lowers else Time.PRESENT
        return Time.PAST if subject else Time.PARTICIPLE
    if tag == "VB" and not subject and "do" not in lowers and "does" not in lowers:
        return Time.BARE
    return Time.PRESENT


def late_participle(tree: Tree, words: Sequence[int], head: int, group: VerbGroup) -> int | None:
    """Find the participle that a German or Turkish speaker leaves to the end of the clause.

    "I have the supplier on 5 May terminated", "all questions were by us in two days answered".

    Args:
        tree: the sentence.
        words: indexes of the words of the clause, in order.
        head: index of its head.
        group: the verb group of the head.

    Returns:
        The index of the participle, or None where the clause is in English order.

    """
    if group.lemma not in _HOLDERS or group.time not in (Time.PRESENT, Time.PAST):
        return None
    subject = tree.child(head, SUBJECTS)
    if subject is None or subject.dep == "expl":
        return None
    rest = [tree.words[at] for at in words if at > head and tree.words[at].text.isalnum()]
    while rest and rest[-1].tag in _TRAILING:
        rest.pop()
    if len(rest) < 3 or rest[-1].tag != "VBN" or rest[-1].lower == "been":
        return None
    between = rest[:-1]
    joined = any(one.tag in {"CC", "MD"} or one.dep in SUBJECTS for one in between)
    apart = any(one.tag == "IN" for one in between) or _two_things(between)
    return rest[-1].index if apart and not joined else None


def _two_things(between: Sequence[Word]) -> bool:
    """ "All nine buyers the full price": two objects before the participle."""
    nouns = [at for at, one in enumerate(between) if one.tag.startswith("NN")]
    return len(nouns) > 1 and any(
        one.tag in ("DT", "PRP$") for one in between[nouns[0] : nouns[-1]]
    )


def late_group(tree: Tree, at: int, group: VerbGroup) -> VerbGroup:
    """Read the verb group of a late participle and its holder."""
    word = tree.words[at]
    text = f"{group.words} … {word.text}"
    if group.lemma == "have":
        return VerbGroup(word.lemma, Time.PERFECT, negated=group.negated, words=text)
    return VerbGroup(word.lemma, group.time, passive=True, negated=group.negated, words=text)
