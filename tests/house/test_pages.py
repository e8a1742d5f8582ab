"""The documentation that is written from the program is that of this program."""

import re
import tomllib
from pathlib import Path

from appeal_lint import rulebook
from appeal_lint.doors.cli import cli

ROOT = Path(__file__).parents[2]


def test_the_pages_are_up_to_date(run):
    code, out, err = run("docs", ROOT / "docs", "--check")
    assert (code, out, err) == (0, "", ""), "run: appeal-lint docs docs"


def test_every_rule_says_its_page_and_has_it():
    for rule in rulebook.load().rules:
        assert rule.page == f"docs/rules/{rule.id}.md"
        assert (ROOT / rule.page).is_file()


def test_the_reference_has_every_command():
    text = (ROOT / "docs" / "cli.md").read_text("utf-8")
    heads = re.findall(r"^## appeal-lint ?(.*)$", text, re.MULTILINE)
    assert {"", "rules new", "rules test", *cli.commands} <= set(heads)
    assert max(map(len, text.splitlines()[:-1])) <= 80


def test_the_shipped_pack_has_the_version_of_the_program():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    (pack,) = rulebook.load().packs
    assert (pack.name, pack.version) == (rulebook.SHIPPED, project["version"])


def test_the_links_between_the_pages_lead_somewhere():
    for page in (ROOT / "docs").rglob("*.md"):
        for link in re.findall(r"\]\(([^)#]+)[^)]*\)", page.read_text("utf-8")):
            if "://" not in link:
                assert (page.parent / link).exists(), f"{page}: {link}"
