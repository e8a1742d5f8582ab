"""Files that are written whole or not at all, and never in place of what is not ours to replace."""

import os
import stat
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

from appeal_lint.config.discover import NAMES
from appeal_lint.doors import output
from appeal_lint.doors.entries import ENDING
from appeal_lint.model.errors import AppealLintError
from appeal_lint.model.said import Said

OURS = (*NAMES, ENDING)
"""Names of files that a report must not take the place of, and how such names end."""


def target_of(output_file: str | None, drafts: Iterable[str]) -> str | None:
    """Return the file that a report is to be written to; None for standard output, as for `-`.

    Raises:
        AppealLintError: it may not be written to, see `check_target`.

    """
    if output_file is None or output_file == "-":
        return None
    check_target(output_file, drafts)
    return output_file


def check_target(target: str, drafts: Iterable[str], option: str = "--output-file") -> None:
    """Make sure that a report may be written to a file, which some option names.

    Raises:
        AppealLintError: it is one of the drafts, or a folder, or in a folder that is not there.

    """
    place = Path(target)
    try:
        if any(_same(place, path) for path in drafts):
            raise AppealLintError(
                "{option} {path}: this is the letter itself. Name another file.",
                option=option,
                path=target,
            )
        if place.name in OURS or place.name.endswith(OURS):
            raise AppealLintError(
                "{option} {path}: this name is for settings or ignores. Name another file.",
                option=option,
                path=target,
            )
        if place.is_dir():
            raise AppealLintError(
                "{option} {path}: this is a folder. Name a file.", option=option, path=target
            )
        if not place.resolve().parent.is_dir():
            raise AppealLintError(
                "{option} {path}: there is no such folder.", option=option, path=target
            )
    except (OSError, ValueError, RuntimeError) as fault:
        raise AppealLintError(
            "{option} {path}: this name cannot be used.", option=option, path=target
        ) from fault


def check_room(target: str, option: str) -> None:
    """Make sure that a file can be written, before the work for it begins.

    Only trying tells: rights, disks that are for reading only and network folders differ.

    Raises:
        AppealLintError: nothing can be written in its folder.

    """
    place = Path(target)
    if place.exists() and not place.is_file():  # a device or a pipe is written to as it is
        return
    try:
        with tempfile.NamedTemporaryFile(dir=place.resolve().parent, prefix=".appeal-lint-"):
            pass
    except OSError as fault:
        raise AppealLintError(
            "{option} {path}: nothing can be written in this folder ({reason}).",
            option=option,
            path=target,
            reason=reason(fault),
        ) from fault


def create(place: Path, text: str) -> None:
    """Write a new file, and the folders it is in; whole or not at all, and over nothing.

    Raises:
        AppealLintError: something of that name is there, or it cannot be written.

    """
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        place.touch(exist_ok=False)  # nobody else can take the name from here on
        try:
            _swap(place, text)
        except BaseException:
            place.unlink(missing_ok=True)
            raise
    except FileExistsError as fault:
        if place.parent.is_dir():
            raise AppealLintError(
                "{path}: this is there already. Nothing was changed.", path=place
            ) from fault
        raise _unwritten(place, fault) from fault
    except (OSError, ValueError) as fault:
        raise _unwritten(place, fault) from fault


def put(place: Path, text: str) -> None:
    """Write a file, and the folders it is in, in place of what is there; whole or not at all.

    Raises:
        AppealLintError: it cannot be written.

    """
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        _swap(place.resolve(), text)
    except (OSError, ValueError) as fault:
        raise _unwritten(place, fault) from fault


def remove(place: Path) -> None:
    """Remove a file, if it is there.

    Raises:
        AppealLintError: it cannot be removed.

    """
    try:
        place.unlink(missing_ok=True)
    except OSError as fault:
        raise AppealLintError(
            "{path}: this cannot be removed ({reason}).",
            path=place,
            reason=reason(fault),
        ) from fault


def deliver(text: str, target: str | None, *, data: bool = False, color: bool = False) -> None:
    """Write to a file, or to standard output where it is None; the rest as in `output.write`."""
    if target is None:
        output.write(text, data=data, color=color)
    else:
        replace(target, text)


def one_line(text: str) -> str:
    """Return what a user wrote on one line, without what no file could hold."""
    return " ".join(text.encode("utf-8", "replace").decode("utf-8").split())


def reason(fault: Exception) -> Said:
    """Return why the system refused a file or a folder."""
    if isinstance(fault, OSError):
        return Said(str(fault.strerror))
    return Said("not the name of a file")


def _unwritten(place: Path | str, fault: Exception) -> AppealLintError:
    return AppealLintError(
        "{path}: cannot be written ({reason}).", path=place, reason=reason(fault)
    )


def replace(target: str, text: str) -> None:
    """Write a file whole or not at all: a temporary file beside it takes its place.

    A device or a pipe is written to as it is.

    Raises:
        AppealLintError: it cannot be written.

    """
    try:
        place = Path(target)
        if place.exists() and not place.is_file():
            place.write_text(text, encoding="utf-8", newline="\n")
            return
        _swap(place.resolve(), text)
    except OSError as fault:
        raise _unwritten(target, fault) from fault


def stream(target: str, pieces: Iterable[bytes]) -> None:
    """Write a file as `replace` does, piece by piece: it may be larger than the memory.

    Raises:
        AppealLintError: it cannot be written; then the file is as it was.

    """
    try:
        place = Path(target)
        if place.exists() and not place.is_file():
            with place.open("wb") as out:
                out.writelines(pieces)
            return
        swap_pieces(place.resolve(), pieces)
    except OSError as fault:
        raise _unwritten(target, fault) from fault


def _swap(place: Path, text: str) -> None:
    swap_bytes(place, text.encode("utf-8"))


def swap_bytes(place: Path, data: bytes) -> None:
    """Let a temporary file beside a file take its place, with the same permissions.

    Raises:
        OSError: it cannot be written; then the file is as it was.

    """
    swap_pieces(place, (data,))


def swap_pieces(place: Path, pieces: Iterable[bytes]) -> None:
    """Do as `swap_bytes` with bytes that come in pieces."""
    mode = stat.S_IMODE(place.stat().st_mode) if place.exists() else 0o666 & ~_umask()
    handle, name = tempfile.mkstemp(dir=place.parent, prefix=".appeal-lint-")
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as out:
            out.writelines(pieces)
        temporary.chmod(mode)
        temporary.replace(place)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _same(place: Path, draft: str) -> bool:
    """Say whether a file is the one a draft comes from, by any of its names.

    A letter that an editor is about to save for the first time is not there yet.
    """
    if draft != "-" and place.resolve() == Path(draft).resolve():
        return True
    if not place.exists():
        return False
    if draft != "-":
        return Path(draft).exists() and place.samefile(draft)
    try:
        given = os.fstat(sys.stdin.fileno())
    except (OSError, ValueError):  # no real file behind standard input
        return False
    return os.path.samestat(given, place.stat())
