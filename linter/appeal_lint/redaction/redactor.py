"""Takes out of a text what names a person, an account or an order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain

from appeal_lint.language import Reader
from appeal_lint.language.entities import Entities
from appeal_lint.model.extras import load
from appeal_lint.redaction.addresses import addresses
from appeal_lint.redaction.companies import companies, organisations
from appeal_lint.redaction.contacts import contacts
from appeal_lint.redaction.everywhere import Names
from appeal_lint.redaction.folded import Folded, folded
from appeal_lint.redaction.found import Found, Kind, settled
from appeal_lint.redaction.numbers import long_numbers, numbers
from appeal_lint.redaction.people import Span, people
from appeal_lint.redaction.phones import phones
from appeal_lint.redaction.redacted import Gap, Redacted, redacted
from appeal_lint.redaction.signatures import signature
from appeal_lint.redaction.tokens import Tokens


class Redactor:
    """Redacts letters; used by one thread at a time.

    Args:
        reader: names the language model, which is asked for names too.

    Raises:
        MissingExtraError: the library for phone numbers is not installed.

    """

    def __init__(self, reader: Reader) -> None:
        self._entities = Entities(reader.model)
        self._phonenumbers = load("phonenumbers", "redact")

    def redact(self, text: str) -> Redacted:
        """Return a text with words in brackets, such as `[name 1]`, for what had to go.

        The same original has the same number in a letter, however it is written.
        """
        whole = folded(text)
        names, found = self._looked(whole.text)
        numbered = _Numbers()
        gaps = [_gap(whole, one, numbered) for one in settled(found, len(whole.text))]

        def put(string: str, other: Folded, found: Iterable[Found]) -> str:
            more = settled(found, len(other.text))
            made = [_gap(other, one, numbered) for one in more]
            return redacted(string, made, again, afresh).text

        def again(string: str) -> str:
            other = folded(string)
            return put(string, other, [*self._fixed(other.text), *names.found(other.text)])

        def afresh(string: str) -> str:
            other = folded(string)
            _, found = self._looked(other.text)
            more = [_apart(other.text, one) for one in found]
            return put(string, other, [*self._fixed(other.text), *names.found(other.text), *more])

        return redacted(text, gaps, again, afresh)

    def _looked(self, text: str) -> tuple[Names, list[Found]]:
        """Return the persons and companies of a folded text, and all that has to go in it."""
        tokens = Tokens(text)
        seen = self._entities.of(text)
        fixed = list(self._fixed(text))
        signed = list(signature(tokens))
        persons = [*people(tokens, seen), *(one for one, person in signed if person)]
        shops = [*companies(tokens), *(one for one, person in signed if not person)]
        length = len(text)
        taken = [(one.start, one.end) for one in fixed]
        persons, shops = _free(persons, taken, length), _free(shops, taken, length)
        shops += _free(organisations(tokens, seen), [*taken, *persons], length)
        names = Names(tokens, persons, shops)
        return names, [*fixed, *names.found(text, persons, shops)]

    def _fixed(self, text: str) -> Iterator[Found]:
        """Yield what can be told by its shape, what is surest first."""
        return chain(
            contacts(text),
            numbers(text),
            addresses(text),
            phones(text, self._phonenumbers),
            long_numbers(text),
        )


def _apart(text: str, found: Found) -> Found:
    """Return what was found in another string, which numbers its persons for itself."""
    if found.kind not in (Kind.NAME, Kind.COMPANY):
        return found
    return replace(found, key=f"other {text[found.start : found.end].lower()}")


def _free(spans: Iterable[Span], taken: Iterable[Span], length: int) -> list[Span]:
    """Return the spans that overlap none that is taken."""
    known = bytearray(length)
    for start, end in taken:
        known[start:end] = b"\1" * (end - start)
    return [one for one in spans if known.find(1, *one) < 0]


class _Numbers:
    """The number of each original within its kind, in the order in which they come."""

    def __init__(self) -> None:
        self._known: dict[Kind, dict[str, int]] = {}

    def words(self, found: Found) -> str:
        known = self._known.setdefault(found.kind, {})
        return f"[{found.kind} {known.setdefault(found.key, len(known) + 1)}]"


def _gap(whole: Folded, found: Found, numbered: _Numbers) -> Gap:
    return Gap(*whole.span(found.start, found.end), numbered.words(found))
