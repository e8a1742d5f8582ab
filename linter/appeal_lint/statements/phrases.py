"""The phrase language of the vocabulary: finds phrases in a parsed sentence.

`docs/phrases.md` describes the language for rule authors. All phrases go into
one index by their first word, so that the time taken hangs on the length of the
sentence and hardly on the number of phrases.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from appeal_lint.language.word import Word

REMEMBERED = 20_000
"""Words whose candidates are kept."""
MANY = 40
"""A need of more forms than these, such as any verb of a long list, is not worth a table."""
_GAPS = frozenset({"...", "…"})
GAP = 4
"""How many words `...` may pass over."""

_SKIPPED = frozenset({"-", "–", '"', "'", "“", "”", "``", "''", "*", "_"})
_NUMBER = re.compile(
    r"[$£€]?\d[\d.,:/%]*|one|two|three|four|five|six|seven|eight|nine|ten|"
    r"eleven|twelve|twenty|thirty|fifty|hundred|dozen"
)
_CONTRACTION = re.compile(r"(?<=\w)(n't|'s|'re|'ve|'ll|'d|'m)\b")
_WHOLE = {
    "ca": "can",
    "wo": "will",
    "sha": "shall",
    "n't": "not",
    "nt": "not",
    "'re": "are",
    "'ve": "have",
    "'ll": "will",
    "'m": "am",
    "‘s": "'s",
}


@dataclass(frozen=True, slots=True)
class Step:
    """One place of a phrase: the forms that may stand there; `#` for any number."""

    forms: frozenset[str]
    optional: bool = False
    gap: bool = False


@dataclass(frozen=True, slots=True)
class Hit:
    """A phrase found: the name it stands for and the indexes of its first and last word."""

    name: str
    first: int
    last: int


@dataclass(slots=True)
class _Phrase:
    """One phrase in its places; they are read only once a sentence has its first word.

    There are thousands of phrases, and a letter meets a few hundred of them.
    """

    name: str
    parts: list[str]
    steps: tuple[Step, ...] | None = None


_Candidate = tuple[tuple[Step, ...], int, str]
"""The phrase, the place after its first word, and its name."""


@dataclass(slots=True)
class _Openings:
    """The phrases that may begin with one word."""

    asking: list[tuple[frozenset[str], _Candidate]] = field(default_factory=list)
    """Those that need no other word, or one of very many, which are asked one by one."""
    by_form: dict[str, list[int]] = field(default_factory=dict)
    """Where in `needing` a phrase stands, by each form of the word that it needs most."""
    needing: list[_Candidate] = field(default_factory=list)

    def add(self, need: frozenset[str], candidate: _Candidate) -> None:
        """File a phrase that needs one of these forms in the sentence, or none."""
        if not need or len(need) > MANY:
            self.asking.append((need, candidate))
            return
        for form in need:
            self.by_form.setdefault(form, []).append(len(self.needing))
        self.needing.append(candidate)

    def among(self, there: frozenset[str]) -> Iterator[_Candidate]:
        """Yield the phrases whose needs are met by the forms in a sentence."""
        for need, candidate in self.asking:
            if not need or not need.isdisjoint(there):
                yield candidate
        if met := self.by_form.keys() & there:
            for at in {at for form in met for at in self.by_form[form]}:
                yield self.needing[at]


class Index:
    """Finds the phrases of many named lists at once.

    Args:
        named: phrases by the name they stand for.
        lists: word lists that a phrase may name as `@list`.

    """

    def __init__(
        self,
        named: Mapping[str, Iterable[str]],
        lists: Mapping[str, tuple[str, ...]] | None = None,
    ) -> None:
        self._lists = lists or {}
        self._by_word: dict[str, list[tuple[_Phrase, int]]] = {}
        self._known: dict[frozenset[str], _Openings] = {}
        for name, phrases in named.items():
            for phrase in phrases:
                self._add(_Phrase(name, _parts(phrase)))

    def _add(self, phrase: _Phrase) -> None:
        """File a phrase under each word that it may begin with, and at which step it then is."""
        for at, part in enumerate(phrase.parts):
            if part in _GAPS:
                continue
            words, optional = _slot(part)
            for form in _forms(words, self._lists):
                self._by_word.setdefault(form, []).append((phrase, at))
            if not optional:
                return

    def _openings(self, known: frozenset[str]) -> _Openings:
        """Return the phrases that may begin with a word, by the forms it is known in."""
        if known not in self._known:
            if len(self._known) > REMEMBERED:
                self._known.clear()
            found = self._known[known] = _Openings()
            for form in known:
                for phrase, at in self._by_word.get(form, ()):
                    found.add(*self._candidate(phrase, at))
        return self._known[known]

    def _candidate(self, phrase: _Phrase, at: int) -> tuple[frozenset[str], _Candidate]:
        if phrase.steps is None:
            phrase.steps = _steps(phrase.parts, self._lists)
        must = [one.forms for one in phrase.steps[at + 1 :] if not (one.optional or one.gap)]
        need = min(must, key=len, default=frozenset[str]())
        return need, (phrase.steps, at + 1, phrase.name)

    def find(self, words: Iterable[Word]) -> list[Hit]:
        """Return every phrase found, in order of its first word, then of its last."""
        kept = [
            (word.index, forms(word.lower, word.lemma))
            for word in words
            if word.lower not in _SKIPPED
        ]
        hits = []
        there = frozenset().union(*(known for _, known in kept))
        for at, (index, known) in enumerate(kept):
            # Few are left: the other words of most are not in the sentence.
            for parsed, step, name in self._openings(known).among(there):
                last = _match(parsed, step, kept, at + 1)
                if last is not None:
                    hits.append(Hit(name, index, kept[last][0]))
        # The forms of a word are a set, whose order changes from one process to the next.
        return sorted(hits, key=_place)


def _place(hit: Hit) -> tuple[int, int, str]:
    return hit.first, hit.last, hit.name


def _match(
    parsed: tuple[Step, ...], step: int, kept: list[tuple[int, frozenset[str]]], at: int
) -> int | None:
    """Return where (in `kept`) the last word of the phrase stands, or None."""
    if step == len(parsed):
        return at - 1
    wanted = parsed[step]
    if wanted.gap:
        for skip in range(GAP + 1):
            if (last := _match(parsed, step + 1, kept, at + skip)) is not None:
                return last
        return None
    if at < len(kept) and not wanted.forms.isdisjoint(kept[at][1]):
        last = _match(parsed, step + 1, kept, at + 1)
        if last is not None:
            return last
    return _match(parsed, step + 1, kept, at) if wanted.optional else None


def _parts(phrase: str) -> list[str]:
    """Cut a phrase into its places."""
    if "'" in phrase or "’" in phrase:
        phrase = _CONTRACTION.sub(r" \1", phrase.replace("’", "'"))
    return phrase.lower().replace("-", " ").split()


def _slot(part: str) -> tuple[str, bool]:
    """Return the words of a place and whether it may stay empty; "?" alone is a word."""
    if len(part) > 1 and part.endswith("?"):
        return part.rstrip("?"), True
    return part, False


def _forms(words: str, lists: Mapping[str, tuple[str, ...]]) -> set[str]:
    """Return what may stand at one place. A name after `@` that no list has stands for nothing."""
    found: set[str] = set()
    for word in words.split("|"):
        if word.startswith("@"):
            found.update(lists.get(word[1:], ()))
        else:
            found.add(_WHOLE.get(word, word))
    return found


def _steps(parts: list[str], lists: Mapping[str, tuple[str, ...]]) -> tuple[Step, ...]:
    parsed = []
    for part in parts:
        if part in _GAPS:
            parsed.append(Step(frozenset(), gap=True))
            continue
        words, optional = _slot(part)
        parsed.append(Step(frozenset(_forms(words, lists)), optional))
    return tuple(parsed)


@lru_cache(maxsize=REMEMBERED)
def forms(lower: str, lemma: str) -> frozenset[str]:
    """Return what a word may be looked up as: itself, its lemma, and plain guesses.

    The tagger takes many a word of a second-language writer for a noun or a name,
    whose lemma is then the word as written; the guesses mend that.
    """
    found = {lower, lemma, _WHOLE.get(lower, lower)}
    if _NUMBER.fullmatch(lower):
        found.add("#")
    if len(lower) > 4:
        if lower.endswith("ies"):
            found.add(lower[:-3] + "y")
        elif lower.endswith("s"):
            found.update((lower[:-1], lower[:-2] if lower.endswith("es") else lower))
        elif lower.endswith("ied"):
            found.add(lower[:-3] + "y")
        elif lower.endswith("ed") or lower.endswith("ing"):
            stem = lower[:-2] if lower.endswith("ed") else lower[:-3]
            found.update((stem, stem + "e"))
            if len(stem) > 2 and stem[-1] == stem[-2]:
                found.add(stem[:-1])
    return frozenset(found)
