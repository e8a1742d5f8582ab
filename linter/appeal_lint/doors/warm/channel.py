"""Messages between two processes of one user: a Unix socket, or a named pipe on Windows."""

from __future__ import annotations

import contextlib
import os
import socket
import sys

from appeal_lint.doors.warm import place

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

LARGEST = 256_000_000
"""Bytes of one message. Nothing that we send comes near it."""
_HEAD = 4
SENDING = 15.0
"""Seconds until the other end must have taken a message; it may be stopped, or hang."""
GREETING = 5.0
"""Seconds until a server must take a connection."""


class Channel:
    """One end of a connection."""

    def send(self, message: bytes) -> None:
        """Send a message.

        Raises:
            OSError: the other end is gone, or takes nothing.

        """
        raise NotImplementedError

    def receive(self, seconds: float) -> bytes:
        """Return the next message.

        Args:
            seconds: how long to wait for it.

        Raises:
            TimeoutError: none came in time.
            OSError: the other end is gone.

        """
        raise NotImplementedError

    def close(self) -> None:
        """Close it; the other end sees that."""
        raise NotImplementedError


class Listener:
    """Where others connect."""

    def accept(self) -> Channel:
        """Wait for the next who connects.

        Raises:
            OSError: it was closed.

        """
        raise NotImplementedError

    def close(self) -> None:
        """Take no more; what has not been accepted is turned away."""
        raise NotImplementedError


class SocketChannel(Channel):
    """A channel over a stream socket: four bytes of length, then the message."""

    def __init__(self, own: socket.socket) -> None:
        self._own = own

    def send(self, message: bytes) -> None:
        """Send a message; see `Channel`."""
        self._own.settimeout(SENDING)
        self._own.sendall(len(message).to_bytes(_HEAD, "big") + message)

    def receive(self, seconds: float) -> bytes:
        """Return the next message; see `Channel`."""
        self._own.settimeout(max(seconds, 0.001))
        size = int.from_bytes(self._exactly(_HEAD), "big")
        if size > LARGEST:
            raise OSError("too long a message")
        return self._exactly(size)

    def close(self) -> None:
        """Close it."""
        self._own.close()

    def _exactly(self, size: int) -> bytes:
        held = bytearray(size)
        rest = memoryview(held)
        while rest:
            got = self._own.recv_into(rest)
            if not got:
                raise ConnectionResetError("the other end is gone")
            rest = rest[got:]
        return bytes(held)


class SocketListener(Listener):
    """Listens on a Unix socket; what stands in its place is taken away first."""

    def __init__(self, path: str) -> None:
        self._path = path
        with contextlib.suppress(FileNotFoundError):
            os.unlink(path)
        self._own = socket.socket(socket.AF_UNIX)
        mask = os.umask(0o177)
        try:
            self._own.bind(path)
        finally:
            os.umask(mask)
        self._own.listen(128)

    def accept(self) -> Channel:
        """Wait for the next who connects."""
        return SocketChannel(self._own.accept()[0])

    def close(self) -> None:
        """Take no more."""
        if self._own.fileno() < 0:
            return  # by now the name may be another's
        with contextlib.suppress(OSError):
            os.unlink(self._path)
        with contextlib.suppress(OSError):  # wakes who waits in accept
            self._own.shutdown(socket.SHUT_RDWR)
        self._own.close()


class PipeChannel(Channel):
    """A channel over a connection of `multiprocessing`, as named pipes need it.

    Args:
        own: the connection.
        secret: what the other end must know before it is heard; None where it has shown that.

    """

    def __init__(self, own: Any, secret: bytes | None = None) -> None:
        self._own = own
        self._secret = secret

    def send(self, message: bytes) -> None:
        """Send a message; see `Channel`."""
        self._own.send_bytes(message)

    def receive(self, seconds: float) -> bytes:
        """Return the next message; see `Channel`."""
        try:
            if self._secret is not None:
                self._meet(self._secret)
            if not self._own.poll(max(seconds, 0)):
                raise TimeoutError("no message")
            found: bytes = self._own.recv_bytes(LARGEST)
        except EOFError as fault:
            raise ConnectionResetError("the other end is gone") from fault
        return found

    def close(self) -> None:
        """Close it."""
        self._own.close()

    def _meet(self, secret: bytes) -> None:
        """Let each end show that it knows the secret, without telling it."""
        from multiprocessing import AuthenticationError  # noqa: PLC0415
        from multiprocessing.connection import answer_challenge, deliver_challenge  # noqa: PLC0415

        try:
            deliver_challenge(self._own, secret)
            answer_challenge(self._own, secret)
        except AuthenticationError as fault:
            raise ConnectionRefusedError("another secret") from fault
        self._secret = None


class PipeListener(Listener):
    """Listens on a named pipe; who connects must know the secret of its owner.

    The secret is asked for when the channel is read from, so that who connects and is silent keeps
    nobody else waiting.
    """

    def __init__(self, address: str, secret: bytes) -> None:
        from multiprocessing.connection import Listener  # noqa: PLC0415

        self._secret = secret
        self._own = Listener(address)

    def accept(self) -> Channel:
        """Wait for the next who connects."""
        return PipeChannel(self._own.accept(), self._secret)

    def close(self) -> None:
        """Take no more."""
        self._own.close()


def connect() -> Channel:
    """Connect to the server of this user and this installation.

    Raises:
        OSError: there is none, or not one of ours.

    """
    if not place.is_ours():
        raise FileNotFoundError("no folder of ours")
    address = place.address()
    if sys.platform == "win32":
        return pipe(address, _secret())
    own = socket.socket(socket.AF_UNIX)
    try:
        own.settimeout(GREETING)
        own.connect(address)
    except BaseException:
        own.close()
        raise
    return SocketChannel(own)


def pipe(address: str, secret: bytes) -> Channel:
    """Connect by the way of Windows; it works elsewhere too.

    Raises:
        OSError: there is no server, or it knows another secret.

    """
    from multiprocessing import AuthenticationError  # noqa: PLC0415
    from multiprocessing.connection import (  # noqa: PLC0415
        Client,
        answer_challenge,
        deliver_challenge,
    )

    own = Client(address)
    try:
        if not own.poll(GREETING):
            raise TimeoutError("nobody answers")
        answer_challenge(own, secret)
        deliver_challenge(own, secret)
    except (AuthenticationError, EOFError) as fault:
        own.close()
        raise ConnectionRefusedError("another secret") from fault
    except BaseException:
        own.close()
        raise
    return PipeChannel(own)


def listen() -> Listener:
    """Listen as the server of this user and this installation.

    Raises:
        OSError: that cannot be.

    """
    if sys.platform == "win32":
        return PipeListener(place.address(), _new_secret())
    return SocketListener(place.address())


def _secret() -> bytes:
    with open(place.beside("secret"), "rb") as file:
        return file.read()


def _new_secret() -> bytes:
    secret = os.urandom(32)
    path = place.beside("secret")
    with open(path, "wb") as file:
        file.write(secret)
    return secret
