"""Numbers that lead to an order, an account, a parcel or a case."""

from __future__ import annotations

import re
from collections.abc import Iterator

from appeal_lint.language.inflection import is_word
from appeal_lint.redaction.found import Found, Kind

_NUMBER = r"(?:\s*(?:id|ids|no|nos|nr|num|number|numbers|code|ref|reference)\b\.?)"
_VALUE = r"\s*(?:is|was|are|:|=|#|-|\bof\b)*\s*#?\s*(?P<value>{})"
_CODE = r"(?=[\w/-]*\d)[A-Za-z0-9]+(?:[/-][A-Za-z0-9]+)*"

_ORDERS = (
    re.compile(r"(?<![\d-])\d{3}\s*[-./_]\s*\d{7}\s*[-./_]\s*\d{7}(?!\d)"),
    re.compile(r"(?<![\d-])\d{3}\s\d{7}\s\d{7}(?!\d)"),
    re.compile(r"(?<!\d)\d{3}-?\d{7}-?\d{7}(?!\d)"),
    re.compile(r"(?<!\w)[SD]0[12]-\d{7}-\d{7}(?!\d)"),
)
_ORDER = re.compile(rf"\borders?(?:{_NUMBER}|\s*#){_VALUE.format(_CODE)}", re.IGNORECASE)
_MERCHANT = re.compile(r"(?<![\w-])A[0-9A-Z]{12,14}(?![\w])")
_TRACKING = re.compile(
    rf"\b(?:tracking|waybill|awb|consignment|shipment|parcel)(?:{_NUMBER}|\s*#)"
    + _VALUE.format(r"(?=(?:[\w-]*\d){4})[A-Za-z0-9]+(?:[ -](?=[A-Za-z]*\d)[A-Z0-9]+)*"),
    re.IGNORECASE,
)
_PARCELS = re.compile(
    r"(?<![\w-])(?:1Z(?:\s?[0-9A-Z]){16}|[A-Z]{2}\s?\d{9}\s?[A-Z]{2}|[A-Z]{2}\d{3}\s\d{3}\s\d{3}"
    r"\s?[A-Z]{2}|(?:SF|YT|TBA|JD|JT|LP|UK|CNG|FBA|4PX|GM|LX|ZA|YW|JJD|H0)[0-9A-Z]*\d{8,})(?![\w])"
)
_LONG = re.compile(r"(?<![\w.,-])\d{4,}(?:[ -]?\d{3,})*(?![\w-]|[.,]\d)")
_LEAST_LONG = 12
_BARCODE = re.compile(r"\b(?:ean|upc|gtin|isbn|barcode|bar code)\W+(?:\w+\W+){0,3}$", re.IGNORECASE)
_CASE = re.compile(
    rf"\b(?:case|complaint|ticket|reference|ref|appeal|claim|dispute)(?:{_NUMBER}|\s*#|\s*:)"
    + _VALUE.format(r"(?=(?:[\w-]*\d){4})[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*"),
    re.IGNORECASE,
)
_CASES = re.compile(r"\bcases?\s+(?P<value>\d{8,})\b", re.IGNORECASE)
_NAMED = (
    r"iban|(?:eu |uk )?vat|ein|tin|tax|gst(?:in)?|pan|cnpj|nif|cif|siret|siren|eori|duns|d-u-n-s|"
    r"swift|bic|routing|sort|bank account|bank card|account|acct|merchant|seller|store|customer|"
    r"buyer|passport|identity card|id card|national id|business licen[cs]e|licen[cs]e|registration|"
    r"company registration|hrb|uscc|unified social credit|credit card|card|payoneer|paypal|user"
)
_ACCOUNT = re.compile(
    rf"\b(?:{_NAMED})(?:\s+(?:account|identification|token|registration|card))?"
    rf"(?:{_NUMBER}|\s*#|\s*:)+"
    + _VALUE.format(
        r"(?:[A-Z]{2}\s?)?(?=[\w-]{0,16}\d)[A-Za-z0-9]{2,}(?:[ /-](?=[A-Z]*\d)[A-Z0-9]{2,})*"
    ),
    re.IGNORECASE,
)
_TAX = re.compile(
    r"\b(?:iban|vat|ein|gstin|eori|nif|cif|hrb|swift|bic|tax id)\s+(?:\w+\s+)?"
    r"(?P<value>(?=[\w-]*\d)[A-Z]{0,2}\s?[0-9][0-9A-Z]*(?:[ -]?[0-9][0-9A-Z]*)*)",
    re.IGNORECASE,
)
_SHAPES = re.compile(
    r"(?<![\w-])(?:[A-Z]{2}\d{2}(?:\s?[A-Z0-9]{4}){2,7}(?:\s?[A-Z0-9]{1,3})?"  # IBAN
    r"|\d{2}[A-Z]{5}\d{4}[A-Z]\d[Zz][0-9A-Z]|[A-Z]{5}\d{4}[A-Z]"  # GSTIN, PAN
    r"|9[1-3][0-9A-HJ-NPQRTUWXY]{16}|(?:DE|ATU|GB|ESB?|FR|IT|PL|NL)\d{8,11}(?:B\d{2})?)(?![\w])"
)


def numbers(text: str) -> Iterator[Found]:
    """Yield what a folded text has of them, orders first."""
    for pattern in _ORDERS:
        for one in pattern.finditer(text):
            yield _found(one, Kind.ORDER, 0)
    for one in _MERCHANT.finditer(text):
        if any(char.isdigit() for char in one[0]) or not _plain_word(one[0]):
            yield _found(one, Kind.ACCOUNT, 0)
    for one in _TRACKING.finditer(text):
        yield _found(one, Kind.TRACKING)
    for pattern, kind in ((_ORDER, Kind.ORDER), (_CASE, Kind.CASE), (_CASES, Kind.CASE)):
        for one in pattern.finditer(text):
            if sum(char.isdigit() for char in one["value"]) >= 4:
                yield _found(one, kind)
    for pattern in (_ACCOUNT, _TAX):
        for one in pattern.finditer(text):
            if sum(char.isdigit() for char in one["value"]) >= 4:
                yield _found(one, Kind.ACCOUNT)
    for one in _PARCELS.finditer(text):
        yield _found(one, Kind.TRACKING, 0)
    for one in _SHAPES.finditer(text):
        yield _found(one, Kind.ACCOUNT, 0)


def long_numbers(text: str) -> Iterator[Found]:
    """Yield long numbers of which nobody says what they are; parcels and accounts have such."""
    for one in _LONG.finditer(text):
        digits = sum(char.isdigit() for char in one[0])
        line = text[max(0, one.start() - 60) : one.start()].rpartition("\n")[2]
        if digits >= _LEAST_LONG and not _BARCODE.search(line):
            yield _found(one, Kind.TRACKING, 0)


def _found(one: re.Match[str], kind: Kind, group: int | str = "value") -> Found:
    return Found(*one.span(group), kind, re.sub(r"[^0-9a-z]", "", one[group].lower()))


def _plain_word(word: str) -> bool:
    return is_word(word.lower()) or is_word(word.lower().removesuffix("s"))
