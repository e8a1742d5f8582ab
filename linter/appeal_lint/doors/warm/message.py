"""What is asked of the server, and what it answers.

Plain classes: who asks would wait longer for `dataclasses` and `typing` than for the answer.
"""

from __future__ import annotations

import json

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

WAIT = b"."
"""Sent while the answer is being made, so that who waits knows that somebody is there."""
GONE = b"!"
"""The server cannot answer, since it is of another version, or goes away."""
BUSY = b"~"
"""The server has too much to do."""
BEAT = 1.0
"""Seconds between two signs of life."""
SILENCE = 15.0
"""Seconds without one after which nobody waits any longer."""

STDOUT, STDERR = 1, 2


class Stream:
    """What standard output or error of who asks is like."""

    def __init__(self, encoding: str, errors: str, terminal: bool) -> None:
        self.encoding = encoding
        self.errors = errors
        self.terminal = terminal


class Question:
    """A run of the command.

    Args:
        args: what the user wrote after the command's name.
        folder: the folder that the user is in.
        environ: the environment.
        streams: standard output, then standard error.
        columns: of the terminal; 0 where there is none.
        mask: which permissions new files must not have.
        data: standard input; None where it is not read.
        outlives: whether it is to be done also where nobody waits for the answer any more.

    """

    def __init__(
        self,
        args: list[str],
        folder: str,
        environ: dict[str, str],
        streams: tuple[Stream, Stream],
        columns: int,
        mask: int,
        data: bytes | None = None,
        *,
        outlives: bool = False,
    ) -> None:
        self.args = args
        self.folder = folder
        self.environ = environ
        self.streams = streams
        self.columns = columns
        self.mask = mask
        self.data = data
        self.outlives = outlives


class Answer:
    """The exit status, and what was written, in order: to which stream, and the bytes."""

    def __init__(self, status: int, parts: list[tuple[int, bytes]]) -> None:
        self.status = status
        self.parts = parts

    def text(self, stream: int) -> bytes:
        """Return all that was written to a stream."""
        return b"".join(data for to, data in self.parts if to == stream)


def ask(do: str, question: Question | None = None) -> bytes:
    """Return a message: something to do, and for `run` the question."""
    if question is None:
        return _packed({"do": do}, b"")
    streams = [[one.encoding, one.errors, one.terminal] for one in question.streams]
    head = {
        "do": do,
        "args": question.args,
        "folder": question.folder,
        "environ": question.environ,
        "streams": streams,
        "columns": question.columns,
        "mask": question.mask,
        "input": question.data is not None,
        "outlives": question.outlives,
    }
    return _packed(head, question.data or b"")


def asked(message: bytes) -> tuple[str, Question | None]:
    """Return what is to be done and the question.

    Raises:
        ValueError: it is no such message.

    """
    head, data = _unpacked(message)
    try:
        if head["do"] != "run":
            return str(head["do"]), None
        question = Question(
            [str(one) for one in head["args"]],
            str(head["folder"]),
            {str(key): str(value) for key, value in head["environ"].items()},
            (Stream(*head["streams"][0]), Stream(*head["streams"][1])),
            int(head["columns"]),
            int(head["mask"]),
            data if head["input"] else None,
            outlives=bool(head["outlives"]),
        )
    except (KeyError, TypeError, AttributeError, IndexError) as fault:
        raise ValueError("no question") from fault
    return "run", question


def answer(given: Answer) -> bytes:
    """Return an answer as a message."""
    sizes = [[to, len(data)] for to, data in given.parts]
    whole = b"".join(data for _, data in given.parts)
    return _packed({"status": given.status, "parts": sizes}, whole)


def answered(message: bytes) -> Answer:
    """Return the answer of a message.

    Raises:
        ValueError: it is no such message.

    """
    head, data = _unpacked(message)
    parts, at = [], 0
    try:
        for to, size in head["parts"]:
            parts.append((int(to), data[at : at + size]))
            at += size
        return Answer(int(head["status"]), parts)
    except (KeyError, TypeError) as fault:
        raise ValueError("no answer") from fault


def told(facts: dict[str, Any]) -> bytes:
    """Return facts about the server as a message."""
    return _packed(facts, b"")


def heard(message: bytes) -> dict[str, Any]:
    """Return the facts of a message.

    Raises:
        ValueError: it is no such message.

    """
    return _unpacked(message)[0]


def _packed(head: dict[str, Any], data: bytes) -> bytes:
    return json.dumps(head).encode("ascii") + b"\n" + data


def _unpacked(message: bytes) -> tuple[dict[str, Any], bytes]:
    first, line, data = message.partition(b"\n")
    head = json.loads(first) if line else None
    if not isinstance(head, dict):
        raise ValueError("no message of ours")
    return head, data
