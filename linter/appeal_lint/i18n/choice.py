"""Which language to speak: what the user asked for, else what the computer is set to."""

from collections.abc import Iterable, Mapping

from appeal_lint.i18n.tongue import DOMAIN, ENGLISH, FOLDER
from appeal_lint.model.errors import AppealLintError

_NONE = frozenset({"c", "posix"})
"""Locales of no language."""


def languages() -> tuple[str, ...]:
    """Return the codes of the languages that there are, English first."""
    catalogs = FOLDER.glob(f"*/LC_MESSAGES/{DOMAIN}.mo")
    return (ENGLISH, *sorted(one.parents[1].name for one in catalogs))


def known(name: str) -> str | None:
    """Return the language that a name stands for, or None.

    `zh`, `zh-CN`, `zh_CN.UTF-8` and `zh-Hans` are all `zh`.
    """
    code = _code(name)
    return code if code in languages() else None


def choose(asked: str | None, environ: Mapping[str, str], system: str = "") -> str:
    """Return the code of the language to speak.

    Args:
        asked: what the user asked for, by flag or configuration; None where nothing.
        environ: the environment. As gettext has it, the locale is the first of LC_ALL,
            LC_MESSAGES and LANG that is set, and LANGUAGE lists what is liked better than it.
        system: the language of the operating system, where the environment names none.

    Raises:
        AppealLintError: a language was asked for that there is not.

    """
    if asked is not None:
        found = known(asked)
        if found is None:
            raise AppealLintError(
                "There is no language {name!r}. Choose one of: {known}.",
                name=asked,
                known=", ".join(languages()),
            )
        return found
    return _first(_wanted(environ, system))


def _wanted(environ: Mapping[str, str], system: str) -> Iterable[str]:
    set_to = next(filter(None, map(environ.get, ("LC_ALL", "LC_MESSAGES", "LANG"))), "")
    if _code(set_to) in _NONE:
        return ()
    liked = [name for name in environ.get("LANGUAGE", "").split(":") if name]
    return liked or (set_to or system,)


def _first(names: Iterable[str]) -> str:
    return next(filter(None, map(known, names)), ENGLISH)


def _code(name: str) -> str:
    for sign in ".@_-":
        name = name.partition(sign)[0]
    return name.lower()
