"""A draft cut into the pieces that become statements, as the rules read them."""

from collections.abc import Iterator
from dataclasses import dataclass

from appeal_lint.language import Reader
from appeal_lint.model.draft import Block, Draft
from appeal_lint.model.words import Act, Agent, Excuse, Issue, Measure, Section
from appeal_lint.statements.acts import judge
from appeal_lint.statements.evidence import Evidence, Reading
from appeal_lint.statements.excuses import excuse, undone
from appeal_lint.statements.join import join
from appeal_lint.statements.lexicon import Lexicon
from appeal_lint.statements.spots import Spot, spots

_BLAMED = {
    Excuse.CARRIER_BLAME: Agent.CARRIER,
    Excuse.SUPPLIER_BLAME: Agent.SUPPLIER,
    Excuse.CUSTOMER_BLAME: Agent.CUSTOMER,
    Excuse.AMAZON_BLAME: Agent.AMAZON,
    Excuse.COMPETITOR_BLAME: Agent.OTHER,
    Excuse.WEATHER: Agent.NONE,
    Excuse.GLITCH: Agent.NONE,
    Excuse.VOLUME: Agent.NONE,
    Excuse.GEOGRAPHY: Agent.NONE,
}


@dataclass(frozen=True, slots=True)
class Piece:
    """The clauses that make one statement, where they stand, and what they are read as."""

    spot: Spot
    sentence: list[Evidence]
    """All clauses of the sentence."""
    parts: list[Evidence]
    reading: Reading
    excuse: Excuse | None
    agent: Agent
    undone: bool = False
    """Whether a plea is undone by what stands around it."""
    rejudged: bool = False
    """Whether its act is not the one that the rules read."""
    issues: tuple[Issue, ...] | None = None
    measures: tuple[Measure, ...] | None = None
    """What was learned names these; None where only listed phrases do."""

    @property
    def reach(self) -> tuple[int, int]:
        """Where it stands in its sentence."""
        return _reach(self.parts, self.sentence)

    @property
    def span(self) -> tuple[int, int]:
        """Where it stands in the draft's source."""
        return self.spot.span(*self.reach)

    @property
    def block(self) -> Block:
        """The block that it stands in."""
        return self.spot.block

    @property
    def section(self) -> Section:
        """What the heading above announces."""
        return self.spot.section


def pieces(draft: Draft, lexicon: Lexicon, reader: Reader) -> Iterator[Piece]:
    """Yield the statements of a draft, in order, as the rules read them."""
    for spot in spots(draft, lexicon, reader):
        yield from pieces_of(spot)


def pieces_of(spot: Spot) -> Iterator[Piece]:
    """Yield the statements of one sentence."""
    clauses, failings = spot.told
    everything = [*clauses]
    for parts, reading in join(everything):
        pleads = excuse(parts, everything, failings)
        agent = _agent(reading.act, parts, pleads)
        free = pleads is None and undone(parts, everything, failings)
        yield Piece(spot, everything, parts, reading, pleads, agent, free)


def _reach(parts: list[Evidence], everything: list[Evidence]) -> tuple[int, int]:
    """Return the offsets in the sentence of a run of clauses, without stray commas at its ends."""
    words = parts[0].tree.words
    begin = min(parts, key=lambda part: part.clause.words[0])
    first = begin.clause.words[0]
    after = [
        part.clause.words[0]
        for part in everything
        if part not in parts and part.clause.words[0] > first
    ]
    last = (min(after) if after else len(words)) - 1
    while first < last and words[first].text in (",", ";", ":", "-", "–", "and", "but"):
        first += 1
    while last > first and (
        words[last].text in (",", ";", ":") or (after and words[last].lower in ("and", "but", "so"))
    ):
        last -= 1
    return words[first].start, words[last].end


def _agent(act: Act, parts: list[Evidence], pleads: Excuse | None) -> Agent:
    lead = next((part for part in parts if judge(part).act is act), parts[0])
    if act is Act.REQUEST:
        return Agent.AMAZON
    if pleads in _BLAMED and act in (Act.ROOT_CAUSE, Act.OTHER):
        return _BLAMED[pleads]
    if act is Act.OTHER and lead.block == "heading":
        return Agent.NONE
    if lead.agent is Agent.NONE and act not in (Act.OTHER, Act.ADMISSION):
        return Agent.SELLER
    return lead.agent
