"""A headless Chromium, used as a person uses it: with a mouse and keys, and by what can be seen.

It is spoken to over two pipes in the DevTools protocol, so that no port is opened and no library
is needed. Whatever the page says to the network or the console is kept.
"""

import base64
import json
import os
import selectors
import subprocess
import sys
import time

PATIENCE = 120
"""Seconds until a browser that says nothing is taken to be stuck; never waited for else."""
QUIET = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND", "--remote-debugging-pipe",
)  # fmt: skip
_START = "import os,sys; os.dup2({read},3); os.dup2({write},4); os.execv(sys.argv[1], sys.argv[1:])"


class Chromium:
    """A browser of our own. `folder` is empty, and takes all that it writes."""

    def __init__(self, program, folder):
        theirs, self._write = os.pipe()
        self._read, answers = os.pipe()
        start = _START.format(read=theirs, write=answers)
        self._process = subprocess.Popen(
            [sys.executable, "-c", start, program, *QUIET, f"--user-data-dir={folder}"],
            pass_fds=(theirs, answers),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(theirs)
        os.close(answers)
        self._ready = selectors.DefaultSelector()
        self._ready.register(self._read, selectors.EVENT_READ)
        self._rest = b""
        self._number = 0
        self.events = []

    def stop(self):
        self._process.kill()
        self._process.wait()
        self._ready.close()
        os.close(self._read)
        os.close(self._write)

    def call(self, method, session=None, **parameters):
        """Ask something, and return the answer; events that come first are kept."""
        self._number += 1
        asked = {"id": self._number, "method": method, "params": parameters}
        if session:
            asked["sessionId"] = session
        os.write(self._write, json.dumps(asked).encode() + b"\0")
        while True:
            heard = self._hear()
            if heard.get("id") == self._number:
                assert "error" not in heard, heard
                return heard["result"]
            self.events.append(heard)

    def wait(self, method, session):
        """Wait for something to happen that has not been waited for before."""
        for event in list(self.events):
            if event.get("method") == method and event.get("sessionId") == session:
                return event
        while True:
            event = self._hear()
            self.events.append(event)
            if event.get("method") == method and event.get("sessionId") == session:
                return event

    def _hear(self):
        end = time.monotonic() + PATIENCE
        while b"\0" not in self._rest:
            if not self._ready.select(max(0, end - time.monotonic())):
                raise TimeoutError("the browser says nothing")
            part = os.read(self._read, 1 << 20)
            assert part, "the browser has ended"
            self._rest += part
        said, _, self._rest = self._rest.partition(b"\0")
        return json.loads(said)


class Tab:
    """A page that is open in a browser."""

    def __init__(self, browser, address, *, script=True, dark=False, width=1200, height=900):
        self._browser = browser
        target = browser.call("Target.createTarget", url="about:blank")["targetId"]
        self._session = browser.call("Target.attachToTarget", targetId=target, flatten=True)[
            "sessionId"
        ]
        for domain in ("Page", "Runtime", "Network", "Log"):
            self.call(f"{domain}.enable")
        look = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        self.call("Emulation.setEmulatedMedia", features=[look])
        self.call("Emulation.setScriptExecutionDisabled", value=not script)
        self.call(
            "Emulation.setDeviceMetricsOverride",
            width=width, height=height, deviceScaleFactor=1, mobile=False,
        )  # fmt: skip
        self.call("Page.navigate", url=address)
        browser.wait("Page.loadEventFired", self._session)

    def call(self, method, **parameters):
        return self._browser.call(method, self._session, **parameters)

    def value(self, expression):
        """Return what an expression, or its promise, is worth in the page, as JSON has it."""
        found = self.call(
            "Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True
        )
        assert "exceptionDetails" not in found, found["exceptionDetails"]
        return found["result"].get("value")

    def click(self, selector):
        """Click in the middle of the first element, with a mouse."""
        spot = self.value(
            f"""(() => {{
              const one = document.querySelector({json.dumps(selector)});
              one.scrollIntoView({{block: "center", behavior: "instant"}});
              const box = one.getBoundingClientRect();
              return [box.left + Math.min(box.width / 2, 40), box.top + box.height / 2];
            }})()"""
        )
        for kind in ("mousePressed", "mouseReleased"):
            self.call(
                "Input.dispatchMouseEvent",
                type=kind, x=spot[0], y=spot[1], button="left", clickCount=1,
            )  # fmt: skip

    def press(self, key, code=0, text=""):
        """Press one key."""
        self.call(
            "Input.dispatchKeyEvent",
            type="keyDown", key=key, code=key, windowsVirtualKeyCode=code, text=text,
        )  # fmt: skip
        self.call("Input.dispatchKeyEvent", type="keyUp", key=key, code=key)

    def type(self, text):
        """Type where the cursor is."""
        for char in text:
            self.press(char, text=char)

    def happened(self, method):
        """Return what came of an event so far."""
        self.value("0")
        return [
            event["params"]
            for event in self._browser.events
            if event.get("sessionId") == self._session and event.get("method") == method
        ]

    def pdf(self):
        return base64.b64decode(self.call("Page.printToPDF", printBackground=True)["data"])

    def picture(self):
        """Return all of the page as a PNG, to be looked at by who changes it."""
        made = self.call("Page.captureScreenshot", captureBeyondViewport=True)
        return base64.b64decode(made["data"])
