"""`appeal-lint init`: a configuration to start from, all of it explained and nothing changed."""

import os
from pathlib import Path

import click

from appeal_lint.config.discover import NAMES
from appeal_lint.doors import files, options, output, speech
from appeal_lint.doors.scope import make_scope
from appeal_lint.doors.status import READY
from appeal_lint.i18n import tongue
from appeal_lint.model.errors import AppealLintError

TEMPLATE = """\
# Settings of appeal-lint for the letters in this folder and the folders in it.
# A line that begins with # does nothing. Take the # away to use it.
# See what is in force, and why: appeal-lint config

# The score from which a letter is ready.
# min-score: 80

# When the command says "not ready": error, warning (any warning too), never.
# fail-on: error

# The language of the report: en, zh. Without it: the language of your computer.
# language: en

# Whose targets to show: us, uk, de, in, jp ...
# marketplace: us

# Folders with rules of your own. See docs/writing-rules.md.
# packs: [rules]

# Only these rules or families, or not these. Show all: appeal-lint rules
# select: [promises, excuses]
# ignore: [tone]

# Findings that may stay in any letter. Make the list: appeal-lint baseline
# baseline: baseline.yaml

# What the hook of an editor does with a letter that is not ready: warn, or refuse (the file is not
# written). And how many seconds a save may wait for it (0: as long as it takes).
# hook: warn
# hook-limit: 1.0

# Single rules: off, on, error, warning, info, or more.
# rules:
#   vague-words: off
#   too-long: info
#   future-promise: {severity: error, cost: {each: 8, most: 40}}

# Other settings for some of the letters, by the path from this folder.
# profiles:
#   - paths: ["late-delivery/", "*-odr.txt"]
#     min-score: 90

# Let a server in the background answer, so that a check takes a tenth of a second. It goes away
# after this many minutes without work. And whether reports are kept, so that the same letter is
# not judged twice.
# warm: false
# warm-minutes: 20
# cache: true

# For experts: the engine that judges (durable, reference), and another language model.
# engine: durable
# model: en_core_web_sm
"""


@click.command("init")
@click.argument("folder", required=False, default=".", type=click.Path(), metavar="[FOLDER]")
@options.spoken
@options.debug
def init(folder: str) -> int:
    """Write a configuration to start from: every setting explained, none changed."""
    place = Path(folder) / NAMES[0]
    if not os.path.isdir(folder):
        raise AppealLintError("{path}: there is no such folder.", path=folder)
    before = _in_force(Path(folder))
    if before is not None and before.parent.samefile(folder):
        raise AppealLintError(
            "{path}: there is a configuration in this folder already. Change that one.",
            path=before,
        )
    files.create(place, TEMPLATE)
    say = tongue(speech.of_run()).say
    output.write_lines(
        say("Written: {path}", path=place),
        say("Open it in an editor and take away the # of what you need."),
        *([say("In this folder it takes the place of {path}.", path=before)] if before else []),
    )
    return READY


def _in_force(folder: Path) -> Path | None:
    """Return the configuration that letters of a folder have so far, if it can be used."""
    try:
        return make_scope(None, False, {}).file(Path(os.path.abspath(folder)))
    except AppealLintError:
        return None
