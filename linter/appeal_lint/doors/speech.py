"""Which language a run speaks, for its report and for what goes wrong before there is one."""

import gettext
import locale
import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

import click

from appeal_lint.doors import output
from appeal_lint.doors.complain import complain
from appeal_lint.doors.scope import make_scope, place
from appeal_lint.i18n import DOMAIN, ENGLISH, FOLDER, Tongue, choose, known, tongue
from appeal_lint.model.errors import AppealLintError
from appeal_lint.model.said import Said

FLAG = "--lang"
VARIABLE = "APPEAL_LINT_LANGUAGE"


def early(args: Sequence[str]) -> str:
    """Return the language for what may go wrong before the options are read."""
    words = list(args[: args.index("--")] if "--" in args else args)
    asked = os.environ.get(VARIABLE) or None
    for at, word in enumerate(words):
        if word.startswith(f"{FLAG}="):
            asked = word.partition("=")[2]
        elif word == FLAG and at + 1 < len(words):
            asked = words[at + 1]
    if asked is None and "--isolated" not in words:
        asked = _configured()
    return choose(asked if asked is not None and known(asked) else None, os.environ, _system())


def _configured() -> str | None:
    """Return the language that the configuration of this folder asks for, if it can be used."""
    from appeal_lint.config.glance import glance  # noqa: PLC0415

    found = glance(make_scope(None, False, {}), *place("letter.txt"), "language")["language"]
    return found if isinstance(found, str) else None


def resolve(_: click.Context, __: click.Parameter, value: str | None) -> str | None:
    """Return the language of an option's value; errors are told in it from now on.

    Raises:
        AppealLintError: there is no such language.

    """
    return None if value is None else speak(value)


def speak(asked: str | None) -> str:
    """Return the language of a run; errors are told in it from now on.

    Args:
        asked: what the user asked for, by flag or configuration; None where nothing.

    Raises:
        AppealLintError: there is no such language.

    """
    chosen = language(asked)
    click.get_current_context().find_root().ensure_object(dict)["language"] = chosen
    return chosen


def language(asked: str | None) -> str:
    """Return the language that was asked for, else that of the computer; errors as in `speak`."""
    return choose(asked, os.environ, _system())


def of_run() -> str:
    """Return the language of the run, or English where standard output cannot show it."""
    chosen = click.get_current_context().find_root().ensure_object(dict)
    return shown(chosen.get("language", ENGLISH))


def shown(spoken: str) -> str:
    """Return a language, or English where standard output cannot show its letters."""
    return spoken if output.shows(spoken) else ENGLISH


def errors(asked: Mapping[str, Any] | None = None) -> Tongue:
    """Return the tongue for standard error: that of the run, where the stream can show it."""
    if asked is None:
        asked = click.get_current_context().find_root().ensure_object(dict)
    language = asked.get("language", ENGLISH)
    return tongue(language if output.shows(language, sys.stderr) else ENGLISH)


def tell(one: AppealLintError | Said) -> None:
    """Say on standard error what is wrong, a line for each fault."""
    complain(*one.told(errors()).split("\n"))


@contextmanager
def spoken(language: str) -> Iterator[None]:
    """Let click speak a language, which it takes from gettext's domain and the environment."""
    bound = gettext.textdomain() == DOMAIN
    if not bound and (language == ENGLISH or not output.shows(language, sys.stderr)):
        yield
        return
    domain, liked = gettext.textdomain(), os.environ.get("LANGUAGE")
    gettext.bindtextdomain(DOMAIN, str(FOLDER))
    gettext.textdomain(DOMAIN)
    os.environ["LANGUAGE"] = language
    try:
        yield
    finally:
        gettext.textdomain(domain)
        if liked is None:
            del os.environ["LANGUAGE"]
        else:
            os.environ["LANGUAGE"] = liked


def _system() -> str:
    """Return the language that Windows shows itself in; elsewhere the environment tells."""
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415

        return locale.windows_locale.get(ctypes.windll.kernel32.GetUserDefaultUILanguage(), "")
    return ""
