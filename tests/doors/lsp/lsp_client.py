"""A client that speaks the protocol with a real server process, as an editor does."""

import contextlib
import json
import os
import queue
import re
import subprocess
import sys
import threading
import time
from pathlib import Path

import appeal_lint

PATIENCE = 60
"""Seconds until a server that says nothing is taken to be stuck; never waited for else."""

ABLE = {
    "general": {"positionEncodings": ["utf-16"]},
    "workspace": {
        "configuration": True,
        "workspaceEdit": {"documentChanges": True},
        "didChangeConfiguration": {"dynamicRegistration": True},
        "didChangeWatchedFiles": {"dynamicRegistration": True, "relativePatternSupport": True},
        "codeLens": {"refreshSupport": True},
    },
    "window": {"showDocument": {"support": True}},
    "textDocument": {
        "hover": {"contentFormat": ["markdown", "plaintext"]},
        "codeAction": {"codeActionLiteralSupport": {"codeActionKind": {"valueSet": ["quickfix"]}}},
        "documentSymbol": {"hierarchicalDocumentSymbolSupport": True},
        "publishDiagnostics": {"versionSupport": True},
    },
}
"""What a good editor can do."""


class Client:
    """One server and what it has sent.

    Args:
        settings: what the client answers when it is asked for its settings.
        command: what starts the server.
        home: a folder in which no settings of the developer lie.

    """

    def __init__(self, home, settings=None, command=()):
        self.settings = settings
        self.seen = []
        self.asked = []
        self._number = 0
        self._came = queue.Queue()
        self.process = subprocess.Popen(
            list(command) or [sys.executable, "-m", "appeal_lint", "lsp", "--stdio"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=environment(home),
            cwd=home,
        )
        self.errors = []
        self._threads = [
            threading.Thread(target=self._read, daemon=True),
            threading.Thread(target=self._read_errors, daemon=True),
        ]
        for one in self._threads:
            one.start()

    def start(self, capabilities=ABLE, options=None, locale="en", process=None, **more):
        answer = self.request(
            "initialize",
            {
                "processId": process,
                "rootUri": None,
                "capabilities": capabilities,
                "initializationOptions": options,
                **({"locale": locale} if locale is not None else {}),
                **more,
            },
        )
        self.notify("initialized", {})
        return answer["capabilities"]

    def notify(self, method, params):
        self._send({"method": method, "params": params})

    def send(self, method, params):
        """Ask something and return the number of the request, without waiting."""
        self._number += 1
        self._send({"id": self._number, "method": method, "params": params})
        return self._number

    def answer(self, number):
        return self.wait(lambda one: one.get("id") == number and "method" not in one)

    def request(self, method, params):
        answer = self.answer(self.send(method, params))
        assert "error" not in answer, answer
        return answer["result"]

    def wait(self, fits, patience=PATIENCE):
        """Return the first message that fits, be it from before; each is taken once."""
        ends = time.monotonic() + patience
        at = 0
        while True:
            while at < len(self.seen):
                if fits(self.seen[at]):
                    return self.seen.pop(at)
                at += 1
            one = self._came.get(timeout=max(0.01, ends - time.monotonic()))
            assert one is not None, "the server has ended: " + "".join(self.errors)
            self.seen.append(one)

    def wait_for(self, method, fits=lambda params: True, patience=PATIENCE):
        return self.wait(lambda one: one.get("method") == method and fits(one["params"]), patience)[
            "params"
        ]

    def until(self, look, fits, patience=PATIENCE):
        """Return what is seen as soon as it fits, or what is seen at the end."""
        ends = time.monotonic() + patience
        while not fits(seen := look()) and time.monotonic() < ends:
            time.sleep(0.02)
        return seen

    def settled(self):
        """Let the server answer all that was sent so far, and return what came meanwhile."""
        self.request("textDocument/codeLens", {"textDocument": {"uri": "file:///none.txt"}})
        return list(self.seen)

    def open(self, uri, text, language="plaintext", version=1):
        item = {"uri": uri, "languageId": language, "version": version, "text": text}
        self.notify("textDocument/didOpen", {"textDocument": item})

    def change(self, uri, version, *changes):
        self.notify(
            "textDocument/didChange",
            {"textDocument": {"uri": uri, "version": version}, "contentChanges": list(changes)},
        )

    def save(self, uri):
        self.notify("textDocument/didSave", {"textDocument": {"uri": uri}})

    def close(self, uri):
        self.notify("textDocument/didClose", {"textDocument": {"uri": uri}})

    def diagnostics(self, uri, version=1):
        return self.wait_for(
            "textDocument/publishDiagnostics",
            lambda one: one["uri"] == uri and one.get("version") == version,
        )["diagnostics"]

    def status(self, uri, version=1):
        return self.wait_for(
            "appealLint/status", lambda one: one["uri"] == uri and one["version"] == version
        )

    def checked(self, uri, version=1):
        """Return the diagnostics and the status of a version of a document."""
        return self.diagnostics(uri, version), self.status(uri, version)

    def stop(self):
        """Say goodbye as the protocol has it, and return the status the server leaves with."""
        self.request("shutdown", None)
        self.notify("exit", None)
        return self.process.wait(PATIENCE)

    def kill(self):
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait(PATIENCE)
        for one in self._threads:
            one.join(PATIENCE)
        for pipe in (self.process.stdin, self.process.stdout, self.process.stderr):
            pipe.close()

    def _send(self, message):
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self.process.stdin.flush()

    def _read(self):
        out = self.process.stdout
        while True:
            size = 0
            while (line := out.readline().strip()) or not size:
                if not line:
                    self._came.put(None)
                    return
                name, _, value = line.partition(b": ")
                size = int(value) if name == b"Content-Length" else size
            message = json.loads(out.read(size))
            if "method" in message and "id" in message:
                self._reply(message)
            else:
                self._came.put(message)

    def _reply(self, message):
        self.asked.append(message)
        result = [self.settings] if message["method"] == "workspace/configuration" else None
        if message["method"] == "window/showDocument":
            result = {"success": True}
        with contextlib.suppress(OSError, ValueError):  # it has just ended
            self._send({"id": message["id"], "result": result})

    def _read_errors(self):
        for line in self.process.stderr:
            self.errors.append(line.decode("utf-8", "replace"))


def place(text, offset, encoding="utf-16"):
    """Return the position of an offset, as the protocol counts."""
    before = re.split(r"\r\n|\r|\n", text[:offset])
    units = {"utf-8": 1, "utf-16": 2, "utf-32": 4}[encoding]
    kind = encoding if encoding == "utf-8" else f"{encoding}-le"
    return {"line": len(before) - 1, "character": len(before[-1].encode(kind)) // units}


def where(text, words, encoding="utf-16"):
    """Return the range of the first place where some words stand in a text."""
    start = text.index(words)
    ends = (start, start + len(words))
    return dict(zip(("start", "end"), (place(text, at, encoding) for at in ends), strict=True))


def environment(home):
    """Return an environment that speaks English and knows no settings of the developer."""
    ours = ("APPEAL_LINT_", "LC_", "LANG", "XDG_")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(ours)}
    code = str(Path(appeal_lint.__file__).parents[1])
    own = {"HOME": str(home), "APPDATA": str(home), "LC_ALL": "C.UTF-8", "PYTHONPATH": code}
    return {**kept, **own}


def uri(path):
    return Path(path).as_uri()
