"""The vocabulary made ready for looking up in a sentence."""

from collections.abc import Iterable, Mapping

from appeal_lint.model.vocabulary import Vocabulary
from appeal_lint.model.words import Section
from appeal_lint.statements.agents import Agents
from appeal_lint.statements.phrases import Index, forms

SINGLE = frozenset(
    {
        "amazon_steps",
        "breakdown_verbs",
        "business_verbs",
        "glitches",
        "mishap_verbs",
        "misuse_verbs",
        "parcel",
        "amazon_sure_steps",
        "amazon_things",
        "waiting_words",
        "letter_verbs",
        "letter_things",
        "letter_core",
        "mending_verbs",
        "serving_verbs",
        "stative_verbs",
        "neutral_verbs",
        "harm_verbs",
        "matrix_verbs",
        "effect_verbs",
        "ending_verbs",
        "figure_verbs",
        "effect_subjects",
        "knowing_verbs",
        "rule_things",
        "rule_verbs",
    }
)
"""Lists of single words, looked up by the base form of one word at a time."""


class Lexicon:
    """All phrases of a vocabulary in one index, and its lists of single words as sets."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.agents = Agents(vocabulary.lists)
        self.sets = {name: frozenset(vocabulary.lists.get(name, ())) for name in SINGLE}
        named: dict[str, Iterable[str]] = {}
        for kind, entries in (
            ("issue", vocabulary.issues),
            ("measure", vocabulary.measures),
            ("excuse", vocabulary.excuses),
            ("mark", vocabulary.marks),
        ):
            named.update({f"{kind}:{name}": entry.phrases for name, entry in entries.items()})
        named.update(
            {
                name: phrases
                for name, phrases in vocabulary.lists.items()
                if name.endswith(("_phrases", "_strong", "_not")) or name in ("various", "every")
            }
        )
        self.index = Index(named, vocabulary.lists)
        self._sections: dict[str, Section] = {}
        self._headings = {
            name: [phrase.split() for phrase in phrases]
            for name, phrases in vocabulary.lists.items()
            if name.startswith("heading_")
        }

    def among(self, name: str, lower: str, lemma: str) -> bool:
        """Say whether a word is in a list of single words, in any of its forms."""
        return not self.sets[name].isdisjoint(forms(lower, lemma))

    def section(self, heading: str | None) -> Section:
        """Say what a heading announces. What it says of time wins over its topic."""
        if heading is None:
            return Section.NONE
        if heading not in self._sections:
            if len(self._sections) > 1000:
                self._sections.clear()
            self._sections[heading] = self._announced(heading)
        return self._sections[heading]

    def _announced(self, heading: str) -> Section:
        words = "".join(c if c.isalnum() else " " for c in heading.lower()).split()

        def speaks(name: str) -> bool:
            return any(_stands(phrase, words) for phrase in self._headings.get(name, ()))

        modal = bool({"will", "shall", "going", "future", "planned"} & set(words))
        order: Mapping[Section, bool] = {
            Section.FBA: speaks("heading_fba"),
            Section.CAUSE: speaks("heading_cause") and not modal,
            Section.ACTIONS: speaks("heading_done") and not modal,
            Section.PREVENTION: speaks("heading_ahead"),
        }
        for section, holds in order.items():
            if holds:
                return section
        if speaks("heading_back"):
            return Section.ACTIONS
        if speaks("heading_problem"):
            return Section.CAUSE
        return Section.REQUEST if speaks("heading_request") else Section.OTHER


def _stands(phrase: list[str], words: list[str]) -> bool:
    size = len(phrase)
    return any(
        all(word in part.split("|") for part, word in zip(phrase, words[at:], strict=False))
        for at in range(len(words) - size + 1)
    )
