"""What rules and elements are called."""

from collections.abc import Mapping
from dataclasses import dataclass

from appeal_lint.model.rule import RuleSet
from appeal_lint.model.words import Element


@dataclass(frozen=True, slots=True)
class Titles:
    """The titles of all rules that may speak, by id, and of the elements."""

    rules: Mapping[str, str]
    elements: Mapping[Element, str]

    @classmethod
    def of(cls, ruleset: RuleSet) -> "Titles":
        """Return those of some rules, without the ones that are switched off."""
        return cls(
            {one.id: one.title for one in ruleset.rules if one.id not in ruleset.off},
            {name: ruleset.vocabulary.elements[name].title for name in Element},
        )
