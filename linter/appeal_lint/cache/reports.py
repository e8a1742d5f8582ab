"""Reports by what they depend on."""

from dataclasses import replace
from hashlib import blake2b

import msgspec

from appeal_lint.cache.store import Store
from appeal_lint.model.draft import Draft
from appeal_lint.model.report import Report

_NOWHERE = Draft("", "", ())


def reads_as(*parts: object) -> str:
    """Return a name for what some parts say together; other parts have another name.

    Args:
        parts: texts, numbers and frozen records, whose `repr` says all that they are.

    """
    found = blake2b(digest_size=20)
    for part in parts:
        text = part if isinstance(part, str) else repr(part)
        data = text.encode("utf-8", "surrogatepass")
        found.update(len(data).to_bytes(8, "little"))
        found.update(data)
    return found.hexdigest()


class Results:
    """Reports that were made before, of this run or an earlier one.

    Args:
        store: where they are kept.

    """

    def __init__(self, store: Store) -> None:
        self._store = store

    def sound(self, basis: str) -> bool:
        """Say whether some report was made on this basis: then its rules can be loaded."""
        return self._store.has(basis)

    def get(self, name: str, draft: Draft) -> Report | None:
        """Return the report of a draft that is kept under a name, if there is one."""
        data = self._store.get(name)
        if data is None:
            return None
        try:
            return replace(_decoder.decode(data), draft=draft)
        except (msgspec.MsgspecError, UnicodeDecodeError):  # damaged, or of another shape
            return None

    def put(self, name: str, basis: str, report: Report) -> None:
        """Keep a report; what cannot be kept is made again the next time."""
        try:
            data = _encoder.encode(replace(report, draft=_NOWHERE))
        except (msgspec.MsgspecError, UnicodeEncodeError, OverflowError):
            return
        self._store.put(name, basis, data)

    def close(self) -> None:
        """Close the file."""
        self._store.close()


_encoder = msgspec.msgpack.Encoder()
_decoder = msgspec.msgpack.Decoder(Report)
