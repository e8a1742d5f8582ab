"""Where in a mail another one is quoted."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from appeal_lint.formats.mail.line import Line
from appeal_lint.model.extras import load

_LONGEST = 400
"""Characters of a line that may say who is quoted."""
_MOST_ENDS, _WRAPPED = 100, 3
"""Lines that may end what says so and are looked at, and how many lines it may take: the patterns
of the library are slow."""
_MORE = (
    r"^(?:> ?)*.{1,300}\s(?:escribió|escreveu|şunu yazdı|yazdı|написала?|пишет|đã viết|menulis|"
    r"kirjoitti|έγραψε|a scris)\s?:$|"
    r"^(?:> ?)*.{1,300}(?:写道|寫道)\s?[:：]$|^(?:> ?)*At \d{4}-\d\d-\d\d .{1,300}\swrote:$"
)
"""What the library does not know, or not as programs write it."""
_FROM = re.compile(
    r"[*_\s|]*(?:From|Von|De|Da|Van|Från|Fra|Od|发件人|寄件者|差出人|보낸 사람)"
    r"\s*[*_]*\s*[:：|][*_]*\s*(.*)",
    re.IGNORECASE,
)
_FIELD = re.compile(
    r"[*_\s|]*(?:Sent|Date|To|Cc|Subject|Reply-To|Gesendet|Datum|An|Betreff|Envoyé|À|Objet|Enviado|"
    r"Enviada em|Fecha|Para|Asunto|Assunto|Inviato|Data|A|Oggetto|Verzonden|Aan|Onderwerp|"
    r"Skickat|Till|Ämne|Sendt|Til|Emne|Wysłano|Do|Temat|发送时间|发件时间|发送日期|日期|时间|"
    r"收件人|抄送|主题|送信日時|宛先|件名)\s*[*_]*\s*[:：|]",
    re.IGNORECASE,
)
_BAR = re.compile(
    r"[-_ ]*(?:-{2,}|_{2,}) ?(?:(Forwarded|Weitergeleitete|Doorgestuurd|Reenviado)[\w ]*|"
    r"(?:Original|Ursprüngliche|Oorspronkelijk|Oprindelig)[- ]?\w*|"
    r"(转发)?(?:的)?邮件(?:原件|信息)?|原始邮件|回复的原?邮件|Replied Message|"
    r"Message d'origine|Mensaje original|Messaggio originale) ?(?:-{2,}|_{2,})[-_ ]*|"
    r"(Begin forwarded message|Anfang der weitergeleiteten Nachricht|Début du message réexpédié|"
    r"Forwarded message|转发邮件)\s*[:：]",
    re.IGNORECASE,
)
_RULE = re.compile(r"[_-]{20,}")
_ADDRESS = re.compile(r"[\w.+-]@[\w-]")


@dataclass(slots=True)
class Quoted:
    """A stretch of a mail that another mail said."""

    sender: str
    """As the mail names who wrote it, "" where it does not."""
    forwarded: bool = False
    """Whether the mail says that it passes it on."""
    lines: list[Line] = field(default_factory=list)


def split(lines: Sequence[Line]) -> tuple[list[Line], list[Quoted]]:
    """Return the lines that the sender wrote, and what is quoted, in their order."""
    own: list[Line] = []
    quoted: list[Quoted] = []
    heads = _heads(lines)
    current: Quoted | None = None
    level, at = 0, 0
    while at < len(lines):
        line = lines[at]
        if at in heads:
            end, current = heads[at]
            level = _level(lines, end, line.depth)
            quoted.append(current)
            at = end
            continue
        if current is not None and line.text and line.depth < level and line.depth == 0:
            current, level = None, 0  # the sender goes on below what he quoted
        if current is None and line.depth and line.text:
            current, level = Quoted(""), 1
            quoted.append(current)
        (own if current is None else current.lines).append(line)
        at += 1
    return own, quoted


def _level(lines: Sequence[Line], start: int, depth: int) -> int:
    """Return how deep a quotation stands: 0 where it takes the rest of the mail."""
    first = next((line for line in lines[start:] if line.text), None)
    return first.depth if first is not None and first.depth > depth else 0


def _heads(lines: Sequence[Line]) -> dict[int, tuple[int, Quoted]]:
    """Return where a quotation is announced: its first line, the line after, and who is quoted."""
    found = dict(_announced(lines))
    at = 0
    while at < len(lines):
        if at not in found and (head := _block(lines, at)) is not None:
            found[at] = head
            at = head[0]
        else:
            at = found[at][0] if at in found else at + 1
    return found


def _block(lines: Sequence[Line], at: int) -> tuple[int, Quoted] | None:
    """Read a bar such as "--- Original Message ---", the fields From, Sent, To, or both."""
    bar = _BAR.fullmatch(lines[at].text.strip()[:_LONGEST])
    rule = bar is None and _RULE.fullmatch(lines[at].text.strip()[:_LONGEST])
    start = at
    if bar or rule:
        start = _next(lines, at + 1)
    sender, fields, end = "", 0, start
    while end < len(lines) and fields < 8:
        text = lines[end].text[:_LONGEST]
        if (name := _FROM.match(text)) and not sender:
            sender = name[1] or (lines[end + 1].text[:_LONGEST] if end + 1 < len(lines) else "")
        elif not _FIELD.match(text) and not (fields and sender in text and text.strip()):
            if text.strip() or not fields or not _field_at(lines, end + 1):
                break
            end += 1
            continue
        fields += 1
        end += 1
    named = bar or rule or _ADDRESS.search(sender)  # else it may be a list in the letter
    if sender and fields >= (3 if named else 4):
        return end, Quoted(sender, bool(bar and any(bar.groups())))
    if bar:
        return max(at + 1, start if fields == 0 else end), Quoted(sender, any(bar.groups()))
    return None


def _next(lines: Sequence[Line], at: int) -> int:
    while at < len(lines) and not lines[at].text.strip():
        at += 1
    return at


def _field_at(lines: Sequence[Line], at: int) -> bool:
    return at < len(lines) and _FIELD.match(lines[at].text[:_LONGEST]) is not None


def _announced(lines: Sequence[Line]) -> dict[int, tuple[int, Quoted]]:
    """Return the lines such as "On 3 May 2026 at 10:15, Li <li@lamps.example> wrote:".

    A letter may say "On 3 May the buyer wrote:" itself: without an address, only what is quoted
    below shows that it is none of its lines.
    """
    ends = [at for at, line in enumerate(lines) if _may_announce(line.text)]
    near = {at - back for at in ends[:_MOST_ENDS] for back in range(_WRAPPED)}
    shadow, starts = [], []
    place = 0
    for at, line in enumerate(lines):
        starts.append(place)
        text = line.text.strip() if at in near and len(line.text) <= _LONGEST else ""
        shadow.append(text)
        place += len(text) + 1
    whole = "\n".join(shadow)
    found: dict[int, tuple[int, Quoted]] = {}
    for pattern in _patterns():
        for hit in pattern.finditer(whole):
            text = hit[0].strip()
            begin = bisect_right(starts, hit.start() + len(hit[0]) - len(hit[0].lstrip())) - 1
            end = bisect_right(starts, max(hit.start(), hit.end() - 1)) - 1
            if _ADDRESS.search(text) or _level(lines, end + 1, lines[begin].depth):
                found.setdefault(begin, (end + 1, Quoted(text)))
    return found


def _may_announce(text: str) -> bool:
    return len(text) <= _LONGEST and text.rstrip().endswith((":", "："))


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    """Return what programs write above a reply, in the languages that the library knows."""
    languages: dict[str, dict[str, Any]] = load("mailparser_reply.constants", "mail").MAIL_LANGUAGES
    flags = re.MULTILINE | re.IGNORECASE
    known = [one["wrote_header"] for one in languages.values() if one.get("wrote_header")]
    return tuple(re.compile(one, flags) for one in (*known, _MORE))
