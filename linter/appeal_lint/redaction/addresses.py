"""Postal addresses: found by a street with its number, a box or a postcode, then both ways on."""

from __future__ import annotations

import re
from collections.abc import Iterator

from appeal_lint.redaction.found import Found, Kind
from appeal_lint.redaction.known import NEVER, PLACES

_CAP = r"(?:[A-ZÀ-ÖØ-ÞŁŚŻŞİĞČŠŽ][\w'’.-]{0,30}|\d{1,3}(?:st|nd|rd|th))"
_ROADS = (
    r"(?:Street|Str|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Dr|Court|Ct|Boulevard|Blvd|Way|Close|Place|Pl|"
    r"Square|Sq|Terrace|Crescent|Highway|Hwy|Parkway|Pkwy|Park|Gardens|Row|Mews|Trail|Circle|Quay|"
    r"Wharf|Lu|Jie|Dadao|Xiang|Marg|Nagar|Bazaar|Bazar|Chowk|Broadway|Industrial\s+Estate)"
)
_NUMBER = r"(?:No\.?\s*|Nr\.?\s*|#\s*)?\d{1,5}[A-Za-z]?(?:\s?[-/]\s?\d+[A-Za-z]?)?"
_UNIT = (
    r"(?:(?:[Rr]oom|Rm|ROOM|[Uu]nit|UNIT|[Ff]lat|[Ss]uite|Ste|[Aa]pt|[Aa]partment|[Oo]ffice|[Vv]illa|"
    r"[Ss]hop|[Hh]ouse|H|[Dd]oor|[Pp]lot|[Ff]loor|Fl|[Bb]uilding|Bldg|[Bb]lock|[Tt]ower|[Ll]ot|Khasra|"
    r"[Ss]urvey|[Ss]ector|[Gg]ate|[Pp]hase|[Ww]arehouse|[Bb]ay|Zone)\.?\s*(?:No\.?|Number)?\s*[:#]?\s*"
    r"(?:[A-Z]?-?\d[\w/-]*|[A-Z]\b(?!\w))|(?<!\d)\d{1,3}(?:(?:st|nd|rd|th)\s+[Ff]loor|/?F\b))"
)
_STREETS = (
    re.compile(rf"{_NUMBER},?\s+(?:{_CAP}\s+){{1,4}}{_ROADS}\b\.?"),
    re.compile(
        rf"(?:{_CAP}\s+){{1,3}}{_ROADS}\b\.?\s*,?\s*(?:No\.?\s*|Nr\.?\s*|#\s*)?\d{{1,5}}[A-Za-z]?\b"
    ),
    re.compile(
        r"\b\d{1,5}[a-z]?\s+(?:[a-z']+\s+){1,2}(?:street|road|avenue|lane|drive|boulevard|close)\b"
    ),
    re.compile(
        r"\b(?:[\w-]{0,30}(?:straße|strasse|straat|gasse|allee|platz|ring|damm|weg|gracht|laan|kade|plein|"
        r"vägen|gatan|vej|gade)|[\w-]{1,30}str\.)\s+\d{1,4}\s?[a-zA-Z]?\b(?:\s?[-/]\s?\d+)?",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:Calle|C/|Avda\.?|Avenida|Av\.|Plaza|Paseo|Carrer|Camino|Carretera|Rua|Travessa|Via|"
        r"Viale|Corso|Piazza|Largo|ul\.|ulica|al\.|os\.|Str\.|Bulevardul|Odos)\s+(?:[\w.'-]+\s+){0,4}?"
        r"(?:[\w.'-]+,?\s+)(?:n[º°o.]*\s*)?\d{1,4}[A-Za-z]?\b"
    ),
    re.compile(
        r"\b\d{1,4}(?:\s?bis)?,?\s+(?:rue|avenue|boulevard|place|chemin|impasse|allée|route|quai)\s+"
        r"(?:(?:de|du|des|la|le|les|l'|d')\s*)*[\w'-]+(?:\s+[A-Z][\w'-]+)*"
    ),
    re.compile(
        r"(?<![\w.])(?:[\w.]{1,20}\s+){0,3}(?:Mahallesi|Mah\.|Mh\.|Sokak|Sokağı|Sok\.|Sk\.|Caddesi|Cad\.|Cd\.|Bulvarı)"
        r"\s*,?\s*(?:(?:[\w.]+\s+){1,3}(?:Sokak|Sok\.|Caddesi|Cad\.)\s*)?(?:No\s*[:.]?\s*)?\d+(?:/\w+)?"
    ),
    re.compile(
        r"\b(?:P\.?\s?O\.?\s?Box|PO-Box|Post\s?[Bb]ox|Postfach|Apartado)\s*(?:No\.?\s*)?:?\s*\d+",
        re.I,
    ),
)
_UK = r"[A-Z]{1,2}\d[A-Z\d]?\s\d[A-Z]{2}"
_POST = (
    rf"(?:{_UK}|[A-Z]{{2}},?\s+\d{{5}}(?:-\d{{4}})?|(?:[A-Z]{{1,2}}-)?\d{{4,6}}(?:-\d{{3,4}})?"
    r"|\d{3}\s\d{2,3}|\d{4}\s?[A-Z]{2}|[A-Z]\d[A-Z]\s?\d[A-Z]\d)"
)
_POSTAL = (
    re.compile(rf"(?:{_CAP}\s*,?\s+){{1,3}}{_UK}\b"),
    re.compile(rf"{_CAP}(?:\s+{_CAP}){{0,2}},\s+[A-Z]{{2}}\s+\d{{5}}(?:-\d{{4}})?\b"),
    re.compile(rf"{_CAP}\s*[-–]\s*[1-8]\d{{5}}\b"),
    re.compile(rf"\b(?:D|A|CH|F|NL|PL|ES|I)-\d{{4,5}}\s+{_CAP}"),
    re.compile(rf"(?<![\w-]){_UK}(?!\w)"),
)
_AREA = rf"(?:{_CAP}(?:\s+(?:{_CAP}|de|del|la|of|the|an|am|im|upon|na|e))*)"
_KEYWORD = (
    r"(?:District|Province|City|County|Town|Township|Village|Dist\.?|Industrial\s+(?:Park|Zone|Area)|"
    r"Estate|State|Prefecture|Nagar|Colony|Market|Complex|Mansion|Plaza|Centre|Center|Garden|Gardens|"
    r"House|Tower|Building|Bhawan|Chambers|Community|Street|Road|Avenue|Rd\.?|Subdistrict|Mall|Park)"
)
_NEXT = re.compile(
    rf"\s*,?\s*(?P<post>{_POST})(?!\w|[.,]?\d)(?:[ ]+{_CAP}(?:[ ]+{_CAP})?(?=\s*[,.\n]|\s*$))?"
    rf"|\s*[,;]\s*(?P<part>{_UNIT}|{_NUMBER}\s+{_AREA}|{_AREA}(?:\s*[-–]?\s*{_POST}(?!\w))?)"
    rf"|\s+(?P<joined>{_AREA}\s+{_POST})(?!\w)"
    rf"|[ ]*\n[ ]*(?P<line>{_AREA}(?:,\s*{_AREA})*,?\s*[-–]?\s*{_POST}"
    rf"|{_POST}\s+{_AREA}(?:,\s*{_AREA})*)"
    r"(?=[ ]*(?:[,.]?\s*\n|$))"
)
_BEFORE = re.compile(
    rf"(?:{_UNIT}|{_AREA}\s+{_KEYWORD}|{_NUMBER}(?:\s+{_AREA})?|{_AREA}\s+{_NUMBER})\s*,?\s*$"
)
_UNITS = re.compile(rf"{_UNIT}\s*,\s*(?:{_UNIT}|{_NUMBER}\s+{_CAP}|{_AREA}\s+{_KEYWORD}|{_CAP})")
_LABEL = re.compile(
    r"\b(?:(?:return|warehouse|office|business|home|shop|postal|mailing|registered|our|my|company|store)"
    r"\s+)*address(?:es)?(?:\s+(?:is|was))?\s*(?::|\bis\b)\s*\n?(?P<value>[^\n]+)",
    re.IGNORECASE,
)
_STOP = re.compile(
    r"(?<!No)(?<!Rd)(?<!St)(?<!Co)(?<!\b[A-Z])[.;]\s+(?=[A-Z][a-z]*\s+[a-z])|\s\(|\.$"
)
_SMALL = frozenset(
    [
        "the",
        "a",
        "an",
        "of",
        "in",
        "on",
        "to",
        "from",
        "by",
        "at",
        "for",
        "and",
        "or",
        "our",
        "my",
        "your",
        "their",
        "his",
        "her",
        "this",
        "that",
        "these",
        "same",
        "one",
        "orders",
        "order",
        "parcels",
        "boxes",
        "parcel",
        "units",
        "pieces",
        "days",
        "hours",
        "months",
        "years",
        "km",
        "miles",
        "per",
    ]
)
_OTHER_LINES = frozenset(["tel", "phone", "telephone", "mobile", "fax", "email", "e", "whatsapp"])
_MOST_STEPS = 8


def addresses(text: str) -> Iterator[Found]:
    """Yield the addresses of a folded text; of two that overlap, the one found first is longer."""
    for one in _LABEL.finditer(text):
        stop = _STOP.search(one["value"])
        value = one["value"][: stop.start()] if stop else one["value"]
        if any(char.isdigit() for char in value) and "@" not in value:
            yield _found(text, one.start("value"), one.start("value") + len(value.rstrip(" .,")))
    for pattern in (*_STREETS, _UNITS, *_POSTAL):
        for one in pattern.finditer(text):
            if not _false(one[0]):
                yield _found(text, _left(text, one.start()), _right(text, one.end()))


def _found(text: str, start: int, end: int) -> Found:
    while text[start].isspace():
        start += 1
    return Found(start, end, Kind.ADDRESS, re.sub(r"\W", "", text[start:end].lower()))


def _false(words: str) -> bool:
    """Say whether words of a sentence only look like a street ("12 parcels on the road")."""
    found = re.findall(r"[^\W\d_]{2,}", words)
    if words.islower():
        return bool(set(found[:-1]) & _SMALL) or any(word.endswith("s") for word in found[:-1])
    others = [
        one.lower() for one in found if one.lower() in NEVER and one.lower() not in ("may", "st")
    ]
    return bool(
        set(others) - {"the", "of", "no", "and", "second", "first", "third", "us", "so", "he"}
    )


def _left(text: str, start: int) -> int:
    for _ in range(_MOST_STEPS):
        line = text.rfind("\n", 0, start) + 1
        if not text[line:start].strip() and line:
            line = text.rfind("\n", 0, line - 1) + 1
            if not re.search(r",\s*$", text[line:start]):
                break
        found = _BEFORE.search(text, max(line, start - 60), start)
        if not found or not re.search(r"[,\n]\s*$", found[0]) or _false(found[0]):
            break
        start = found.start()
    return start


def _right(text: str, end: int) -> int:
    for _ in range(_MOST_STEPS):
        found = _NEXT.match(text, end)
        if not found:
            break
        words = re.findall(r"[^\W\d_]+", found[0])
        if (
            words
            and words[0].lower() in NEVER
            and words[0].lower() not in PLACES | {"no", "us", "uk"}
        ):
            break
        end = found.end()
    return end
