"""The list of rules, and the page of one rule, in plain text or Markdown."""

from collections.abc import Iterable

from appeal_lint.model.rule import Rule


def render_list(rules: Iterable[Rule]) -> str:
    """Return a line for each rule, by family."""
    lines: list[str] = []
    family = ""
    for rule in sorted(rules, key=lambda one: (one.family, one.id)):
        if rule.family != family:
            family = rule.family
            lines += ["", family] if lines else [family]
        lines.append(f"  {rule.id:<26} {str(rule.severity).upper():<8} {rule.title}")
    return "\n".join(lines) + "\n"


def render_page(rule: Rule) -> str:
    """Return what a rule is about: why, what to do, cost and examples (Markdown)."""
    parts = [
        f"# {rule.id}: {rule.title}",
        f"{str(rule.severity).upper()}. Costs {rule.cost.each} points each, "
        f"at most {rule.cost.most}. Family: {rule.family}. Source: {rule.source}.",
        f"Why: {rule.why}",
        f"Do: {rule.advice}",
        f"Like: “{rule.like}”",
        "## Not like this",
        *(_quoted(one) for one in rule.examples.bad),
        "## Like this",
        *(_quoted(one) for one in rule.examples.good),
    ]
    return "\n\n".join(parts) + "\n"


def _quoted(example: str) -> str:
    return "\n".join(f"> {line}".rstrip() for line in example.strip().splitlines())
