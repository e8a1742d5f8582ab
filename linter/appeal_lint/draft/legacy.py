"""Text in the encodings of older editors: Chinese, Western, and what else can be guessed."""

import re

from appeal_lint.model.errors import DraftError

_RUN = re.compile(rb"[\x80-\xff]+")
_FOUR = re.compile(rb"[\x81-\xfe][0-9][\x81-\xfe][0-9]")
"""A sign outside the two-byte part of GB18030, such as an emoji; nothing else looks so."""
_MAC = re.compile(rb"(?<=[a-z])\xd5(?=(?:t|s|m|d|re|ve|ll)\b)")
"""The apostrophe of Mac OS Roman in "don't" and "we've"."""
_MARKS = frozenset("‘’“”—–…·、。，！？：；（）《》「」【】①②③④⑤⑥⑦⑧⑨⑩％～￥")
"""Signs that writers of Chinese type into English text."""
_GUESSES = ["gb18030", "big5", "shift_jis", "cp1251", "cp1250", "cp1254", "cp1252", "latin_1"]


def legacy(data: bytes, path: str) -> tuple[str, str]:
    """Return the text of bytes that are not Unicode, and the name of their encoding.

    Args:
        data: the file, which is not UTF-8 or UTF-16.
        path: its name, for the message.

    Raises:
        DraftError: no encoding fits.

    """
    if _MAC.search(data):
        return data.decode("mac_roman"), "mac_roman"
    if (chinese := _paired(data)) is not None:
        return chinese
    runs = _RUN.findall(data)
    singles = sum(len(run) == 1 for run in runs)
    if runs and singles >= 0.8 * len(runs) and (text := _decoded(data, "cp1252")) is not None:
        return text, "cp1252"
    return _guessed(data, path)


def _paired(data: bytes) -> tuple[str, str] | None:
    """Return the text in GB18030 or Big5 where the high bytes come in pairs that make sense."""
    runs = _RUN.findall(_FOUR.sub(b"", data))
    pairs = sum(len(run) % 2 == 0 for run in runs)
    if not _FOUR.search(data) and (not runs or pairs < 0.8 * len(runs)):
        return None
    read = [(name, _decoded(data, name)) for name in ("gb18030", "big5")]
    scored = [(_sense(text), name, text) for name, text in read if text is not None]
    if not scored:
        return None
    score, name, text = max(scored, key=lambda one: one[0])
    return (text, name) if score >= 0.5 else None


def _sense(text: str) -> float:
    """Return the share of the signs outside ASCII that a letter with Chinese in it has.

    Two thirds of the ideographs of GB18030 are rare; text read wrongly is full of them.
    """
    strange = [char for char in text if char > "\x7f"]
    if not strange:
        return 0
    points = 0.0
    for char in strange:
        if char in _MARKS or char > "\uffff":
            points += 1
        elif "\u4e00" <= char <= "\u9fff":
            points += 1 if _common(char) else 0.2
    return points / len(strange)


def _common(char: str) -> bool:
    """Say whether an ideograph is among the first level of GB2312 or of Big5."""
    chinese, taiwan = (char.encode(name, "ignore")[:1] for name in ("gb2312", "big5"))
    return b"\xb0" <= chinese <= b"\xd7" or b"\xa4" <= taiwan <= b"\xc6"


def _decoded(data: bytes, name: str) -> str | None:
    try:
        return data.decode(name)
    except UnicodeDecodeError:
        return None


def _guessed(data: bytes, path: str) -> tuple[str, str]:
    from charset_normalizer import from_bytes  # noqa: PLC0415  (only for what is left)

    best = from_bytes(data, cp_isolation=_GUESSES).best()
    if best is None:
        raise DraftError(
            "{path}: I cannot read these letters. Save the file again as UTF-8.", path=path
        )
    return str(best), best.encoding
