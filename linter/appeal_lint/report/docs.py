"""The documentation that comes out of the program, as Markdown files."""

from collections.abc import Iterable, Mapping

from appeal_lint.model.rule import Rule
from appeal_lint.report import explain
from appeal_lint.report.finding import WORDS
from appeal_lint.report.safe import safe

MARK = "<!-- Written by `appeal-lint docs`. Change the program or the rule, not this file. -->"
"""The last line of every file: only files that have it are ever replaced or removed."""
RULES = "rules"
INDEX = "rules/README.md"
COMMANDS = "cli.md"


def files(rules: Iterable[Rule], commands: Iterable[tuple[str, str]]) -> Mapping[str, str]:
    """Return the text of each file by its path in the folder of the documentation.

    Args:
        rules: a page is made for each.
        commands: each command as it is called, and its help.

    """
    ordered = sorted(rules, key=lambda one: (one.family, one.id))
    pages = {f"{RULES}/{one.id}.md": explain.markdown(explain.one(one)) for one in ordered}
    whole = {INDEX: _index(ordered), **pages, COMMANDS: _commands(commands)}
    return {path: f"{text}\n{MARK}\n" for path, text in whole.items()}


def ours(text: str) -> bool:
    """Say whether a file was written by this command."""
    return text.rstrip().endswith(MARK)


def _index(rules: Iterable[Rule]) -> str:
    text = (
        "# Rules\n\nEach rule has a page: why it is there, what to do, what it costs, examples.\n"
    )
    family = ""
    for rule in rules:
        if rule.family != family:
            family = rule.family
            text += f"\n## {safe(family)}\n\n"
        text += f"- [{rule.id}]({rule.id}.md): {WORDS[rule.severity][0]}. {safe(rule.title)}\n"
    return text


def _commands(commands: Iterable[tuple[str, str]]) -> str:
    text = "# Commands\n"
    for name, help in commands:
        rows = "\n".join(row.rstrip() for row in help.strip().splitlines())
        text += f"\n## {name}\n\n```\n{rows}\n```\n"
    return text
