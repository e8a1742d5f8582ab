"""What the pages on editors name is there: commands, options, settings, files."""

import re
from pathlib import Path

import click
import pytest
from appeal_lint.doors.cli import cli

ROOT = Path(__file__).parents[2]
EDITORS = ROOT / "editors"
PAGES = [ROOT / "docs" / "editors.md", *sorted(EDITORS.glob("*/README.md"))]
OTHERS = {"--health", "--install-extension", "--version"}
"""Options of other programs, and of all programs."""


def code(page):
    """Return all that a page shows as code, to be typed or copied."""
    text = page.read_text("utf-8")
    return re.findall(r"```\w*\n(.*?)```|`([^`\n]+)`", text, re.DOTALL)


def options(command):
    yield from (name for one in command.params for name in (*one.opts, *one.secondary_opts))
    for inner in getattr(command, "commands", {}).values():
        yield from options(inner)


@pytest.mark.parametrize("page", PAGES, ids=lambda one: one.parent.name)
def test_every_option_and_command_is_there(page):
    known = {*options(cli), *OTHERS}
    for block, span in code(page):
        for line in (block or span).splitlines():
            assert set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", line)) <= known, line
            for word in re.findall(r"(?:^|\()appeal-lint ([a-z]+)(?= |$)", line):
                assert isinstance(cli.commands.get(word), click.Command), line


@pytest.mark.parametrize("page", PAGES, ids=lambda one: one.parent.name)
def test_every_link_leads_somewhere(page):
    for link in re.findall(r"\]\(([^)#]+)[^)]*\)", page.read_text("utf-8")):
        if "://" not in link:
            assert (page.parent / link).exists(), link


@pytest.mark.parametrize(
    ("name", "setting", "read"),
    [
        ("vim", r"\b[gb]:(?:ale_)?appeal_lint_(\w+)", r"s:setting\('(\w+)'"),
        ("emacs", r"\b(appeal-lint-[a-z-]+)\b", r"^\(defcustom (\S+)"),
        ("neovim", r"^\| `(\w+)` \|", r"^  (\w+) = .*,$"),
    ],
)
def test_every_setting_is_read_by_the_code_and_none_is_left_out(name, setting, read):
    folder = EDITORS / name
    page = (folder / "README.md").read_text("utf-8")
    named = set(re.findall(setting, page, re.MULTILINE))
    code = "".join(
        path.read_text("utf-8")
        for path in folder.rglob("*")
        if path.suffix in (".vim", ".el", ".lua")
    )
    assert all(one in code for one in named), named
    assert set(re.findall(read, code, re.MULTILINE)) <= named


def test_the_sample_is_what_the_hook_says(run, monkeypatch):
    monkeypatch.chdir(ROOT)
    shown = re.search(r"```\n…\n(.*?)```", PAGES[0].read_text("utf-8"), re.DOTALL)[1]
    assert run("hook", "--isolated", "--limit", "0", "corpus/sample.txt")[1].endswith(shown)
