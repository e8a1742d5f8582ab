"""When each letter is checked: after a pause in typing, on save, or when asked."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from appeal_lint.doors.lsp.letter import Checked, Letter


@dataclass(slots=True)
class _State:
    checked: Checked | None = None
    task: asyncio.Task[Checked | None] | None = None


class Checks:
    """The checks of all open letters; one is at work at a time, and a newer one replaces an older.

    Args:
        take: returns a document by its URI as it is now; None where it is closed.
        judge: checks a letter, in another thread.
        done: is given each result that is still of the newest version.

    """

    def __init__(
        self,
        take: Callable[[str], Letter | None],
        judge: Callable[[Letter], Checked],
        done: Callable[[Checked], None],
    ) -> None:
        self._take = take
        self._judge = judge
        self._done = done
        self._states: dict[str, _State] = {}
        self.worker = ThreadPoolExecutor(1, "appeal-lint")
        """The one thread that analyses. What must not run beside an analysis goes to it too."""

    def start(self, uri: str, delay: float = 0.0) -> "asyncio.Task[Checked | None]":
        """Check a letter soon; a check of it that is under way is given up.

        Args:
            uri: of the document.
            delay: seconds in which a newer one may take its place.

        """
        state = self._states.setdefault(uri, _State())
        if state.task is not None:
            state.task.cancel()
        state.task = asyncio.create_task(self._run(uri, delay))
        return state.task

    def stop(self, uri: str) -> None:
        """Forget a letter that was closed."""
        state = self._states.pop(uri, None)
        if state is not None and state.task is not None:
            state.task.cancel()

    def is_current(self, uri: str, version: int | None) -> bool:
        """Say whether a version of a letter was checked."""
        last = self.last(uri)
        return last is not None and last.letter.version == version

    def last(self, uri: str) -> Checked | None:
        """Return the last result of a letter, be it of an older version."""
        state = self._states.get(uri)
        return state.checked if state else None

    async def current(self, uri: str) -> Checked | None:
        """Return the result of a letter as it is now, waiting for a check that is under way.

        None where none is, or where the letter changes meanwhile.
        """
        state, letter = self._states.get(uri), self._take(uri)
        if state is None or letter is None:
            return None
        if state.task is not None and not state.task.done():
            await asyncio.wait([state.task])
        found = state.checked
        return found if found is not None and found.letter.version == letter.version else None

    async def _run(self, uri: str, delay: float) -> Checked | None:
        if delay:
            await asyncio.sleep(delay)
        letter = self._take(uri)
        if letter is None:
            return None
        loop = asyncio.get_running_loop()
        checked = await loop.run_in_executor(self.worker, self._judge, letter)
        now = self._take(uri)
        state = self._states.get(uri)
        if state is None or now is None or now.version != letter.version:
            return None
        state.checked = checked
        self._done(checked)
        return checked
