"""Whether a run of the command is to be answered by the server. Imports hardly anything."""

from __future__ import annotations

import os
import re
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

VARIABLE = "APPEAL_LINT_WARM"
ELSEWHERE = frozenset(
    {
        "baseline", "calibrate", "config", "docs", "doctor", "evaluate", "explain", "fix", "hook",
        "ignore", "init", "lsp", "review", "rules", "schema", "server", "statements",
        "translations",
    }
)  # fmt: skip
"""The commands that the server does not answer. A test compares them with those there are."""
OWN_WAY = frozenset({"--help", "-h", "--version", "--debug", "--isolated"})
"""Options with which a run does not ask the server, unless told to."""
FILES = (".appeal-lint.yaml", ".appeal-lint.yml", "pyproject.toml")
_SPEAKS = re.compile(rb"\bwarm[\"']?\s*[:=]")
_OURS = b"appeal-lint"
_SWITCH = {"on": True, "off": False}


def wanted(args: Sequence[str], environ: Mapping[str, str]) -> bool:
    """Say whether a run is to be answered by the server.

    Flags win over the environment, and that over the project's file and the user's own. Where it
    is hard to say, the run is an ordinary one: the answer is the same.

    Args:
        args: what the user wrote after the command's name.
        environ: the environment of the run.

    """
    words = list(args[: args.index("--")] if "--" in args else args)
    if not words or _command(words) in ELSEWHERE or {"-h", "--help"} & set(words):
        return False
    flags = [word for word in words if word in ("--warm", "--no-warm")]
    if flags:
        return flags[-1] == "--warm" and not {"--version", "--debug"} & set(words)
    if OWN_WAY & set(words):
        return False
    said = environ.get(VARIABLE, "").strip()
    if said:
        return _SWITCH.get(said, False)
    try:
        return _configured(words, environ)
    except OSError:  # the folder that the user is in is gone
        return False


def _command(words: Sequence[str]) -> str:
    """Return the word that is a command if any is; see `DraftGroup`."""
    at = 1 if words[0].startswith("--lang=") else 2 if words[0] == "--lang" else 0
    return words[at] if at < len(words) else ""


def _configured(words: Sequence[str], environ: Mapping[str, str]) -> bool:
    for path in _files(words, environ):
        found = _warm(path)
        if found is not None:
            return found
    return False


def _files(words: Sequence[str], environ: Mapping[str, str]) -> Iterator[str]:
    """Yield the configuration files that may be in force, the strongest first."""
    given = _said(words, "--config")
    if given is not None:
        yield given
    else:
        project = _project(os.path.abspath(_letter(words)))
        if project is not None:
            yield project
    yield user_file(environ)


def _said(words: Sequence[str], option: str) -> str | None:
    """Return what was said last for an option that takes a value."""
    found = None
    for at, word in enumerate(words):
        if word.startswith(f"{option}="):
            found = word.partition("=")[2]
        elif word == option and at + 1 < len(words):
            found = words[at + 1]
    return found


def _letter(words: Sequence[str]) -> str:
    """Return the first word that is a file, the name of standard input, or one in this folder."""
    files = (one for one in words if one[:1] != "-" and os.path.isfile(one))
    named = _said(words, "--stdin-filename") if "-" in words else None
    return next(files, named or "letter.txt")


def _project(letter: str) -> str | None:
    """Return the nearest file in the folder of a letter, or above, that speaks of us."""
    folder = os.path.dirname(letter)
    while True:
        for name in FILES:
            path = os.path.join(folder, name)
            if os.path.lexists(path) and (name != FILES[-1] or _speaks_of_us(path)):
                return path
        above = os.path.dirname(folder)
        if above == folder:
            return None
        folder = above


def _speaks_of_us(path: str) -> bool:
    """Say whether a `pyproject.toml` has our table, or may have it."""
    text = _bytes(path)
    if _OURS not in text:
        return False
    try:
        return _parsed(path, text) is not None
    except Exception:  # what is wrong with the file is said by the ordinary run
        return True


def user_file(environ: Mapping[str, str]) -> str:
    """Return the file of the user, as `click.get_app_dir` has it, without importing click."""
    if sys.platform == "win32":
        base = environ.get("APPDATA") or os.path.expanduser("~")
    elif sys.platform == "darwin":
        base = os.path.expanduser("~/Library/Application Support")
    else:
        base = environ.get("XDG_CONFIG_HOME", os.path.expanduser("~/.config"))
    return os.path.join(base, "appeal-lint", "config.yaml")


def _warm(path: str) -> bool | None:
    """Return what a file says of `warm`; None where it says nothing that can be used."""
    text = _bytes(path)
    if not _SPEAKS.search(text):
        return None  # no parser is needed to see that
    try:
        data = _parsed(path, text)
    except Exception:  # what is wrong with the file is said by the ordinary run
        return False
    if not isinstance(data, dict) or "warm" not in data:
        return None
    found = data["warm"]
    return found is True or (isinstance(found, str) and _SWITCH.get(found, False))


def _parsed(path: str, text: bytes) -> object:
    if path.lower().endswith(".toml"):
        import tomllib  # noqa: PLC0415

        tool = tomllib.loads(text.decode("utf-8-sig")).get("tool")
        return tool.get(_OURS.decode()) if isinstance(tool, dict) else None
    import yaml  # noqa: PLC0415

    return yaml.safe_load(text)


def _bytes(path: str) -> bytes:
    try:
        with open(path, "rb") as file:
            return file.read(1_000_000)
    except (OSError, ValueError):
        return b""
