"""Rules as the configuration changes them."""

from collections.abc import Iterable
from dataclasses import replace

from appeal_lint.config.settings import RuleChoice
from appeal_lint.model.rule import Cost, Rule, RuleSet


def adjusted(ruleset: RuleSet, choices: Iterable[tuple[str, RuleChoice]]) -> RuleSet:
    """Return the rules with other severities and costs; what fires stays what it is.

    Args:
        ruleset: the rules as they were loaded.
        choices: what is changed, by id. An id that is not there changes nothing.

    """
    changes = {rule: one for rule, one in choices if rule in ruleset.by_id}
    if not changes:
        return ruleset
    rules = tuple(
        _changed(rule, changes[rule.id]) if rule.id in changes else rule for rule in ruleset.rules
    )
    off = frozenset(rule for rule, one in changes.items() if one.on is False)
    return replace(ruleset, rules=rules, by_id={rule.id: rule for rule in rules}, off=off)


def _changed(rule: Rule, choice: RuleChoice) -> Rule:
    each = rule.cost.each if choice.each is None else choice.each
    most = rule.cost.most if choice.most is None else choice.most
    if choice.most is None and each > most:
        most = each  # who makes each finding dearer means the rule to cost that at least
    return replace(rule, severity=choice.severity or rule.severity, cost=Cost(each, most))
