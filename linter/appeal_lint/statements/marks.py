"""The marked words of a statement: phrases that rules ask for, dates, numbers, harm."""

import re

from appeal_lint.model.statement import Mark
from appeal_lint.model.words import Act, Agent
from appeal_lint.statements.evidence import Evidence
from appeal_lint.statements.pieces import Piece
from appeal_lint.statements.verbs import BEHIND

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sep(?:t(?:ember)?)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_DATE = re.compile(
    rf"\b\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {_MONTH}\b|\b{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?\b|"
    rf"\b(?:in|since|from|on) {_MONTH}\b|\b\d{{1,4}}[./-]\d{{1,2}}[./-]\d{{1,4}}\b|\b20\d\d\b",
    re.IGNORECASE,
)
_NUMBER = re.compile(
    r"\d+|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|"
    r"fifty|sixty|hundred|dozen)\b",
    re.IGNORECASE,
)


def marks(piece: Piece) -> frozenset[Mark]:
    """Return the marks of a statement, with offsets in its sentence."""
    spot, (first, last) = piece.spot, piece.reach
    found: set[Mark] = set()
    for part in piece.parts:
        words = part.tree.words
        for name, hits in part.hits.items():
            if name.startswith("mark:"):
                found.update(
                    Mark(name[5:], words[hit.first].start, words[hit.last].end) for hit in hits
                )
        if _befell_customers(part, piece):
            at = part.clause.words
            found.add(Mark("customer_impact", words[at[0]].start, words[at[-1]].end))
    text = spot.block.text[spot.start + first : spot.start + last]
    for name, shape in (("date", _DATE), ("number", _NUMBER)):
        found.update(
            Mark(name, first + one.start(), first + one.end()) for one in shape.finditer(text)
        )
    return frozenset(found)


def _befell_customers(part: Evidence, piece: Piece) -> bool:
    """Say whether a clause tells, in the past, what customers did or bore."""
    if Agent.CUSTOMER not in (part.agent, piece.agent) or part.verb.time not in BEHIND:
        return False
    told = piece.reading.act in (Act.ROOT_CAUSE, Act.ADMISSION, Act.OTHER)
    return told and not part.has("excuse", "pleased_phrases", "notice_phrases")
