"""Draft to statements: the whole analysis in order."""

import re
from collections.abc import Iterator

from appeal_lint.language import Reader
from appeal_lint.model.draft import Block, Draft
from appeal_lint.model.statement import Mark, Statement
from appeal_lint.model.vocabulary import Vocabulary
from appeal_lint.model.words import Act, Agent, Excuse, Section
from appeal_lint.statements import topics
from appeal_lint.statements.acts import judge
from appeal_lint.statements.evidence import Evidence, Reading
from appeal_lint.statements.excuses import excuse
from appeal_lint.statements.gather import gather
from appeal_lint.statements.join import join
from appeal_lint.statements.lexicon import Lexicon
from appeal_lint.statements.quotations import quotations
from appeal_lint.statements.tree import Tree

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


_known: dict[int, tuple[Vocabulary, Lexicon]] = {}


def lexicon_of(vocabulary: Vocabulary) -> Lexicon:
    """Return the lexicon of a vocabulary, made once."""
    if (known := _known.get(id(vocabulary))) is not None and known[0] is vocabulary:
        return known[1]
    lexicon = Lexicon(vocabulary)
    _known.clear()
    _known[id(vocabulary)] = (vocabulary, lexicon)
    return lexicon


def read(draft: Draft, vocabulary: Vocabulary, reader: Reader) -> tuple[Statement, ...]:
    """Return the statements of a draft, in order of place, with ids from 1.

    Args:
        draft: the letter.
        vocabulary: the phrases in force.
        reader: loads the language model at its first use.

    """
    lexicon = lexicon_of(vocabulary)
    found: list[Statement] = []
    for block, sentences in zip(
        draft.blocks, reader.read(block.text for block in draft.blocks), strict=True
    ):
        section = lexicon.section(block.heading)
        quoted = quotations(block.text)
        for sentence in sentences:
            tree = Tree(sentence, quoted)
            for parts, reading, everything in _statements(tree, lexicon, section, block):
                found.append(
                    _statement(len(found) + 1, draft, block, section, parts, reading, everything)
                )
    return tuple(found)


Part = tuple[list[Evidence], Reading, list[Evidence]]


def _statements(tree: Tree, lexicon: Lexicon, section: Section, block: Block) -> Iterator[Part]:
    """Judge each clause, then join neighbours that do the same."""
    if not any(word.text.isalnum() for word in tree.words):
        return
    everything = gather(tree, lexicon.index.find(tree.words), lexicon, section, block.kind)
    yield from ((parts, reading, everything) for parts, reading in join(everything))


def _statement(
    number: int,
    draft: Draft,
    block: Block,
    section: Section,
    parts: list[Evidence],
    reading: Reading,
    everything: list[Evidence],
) -> Statement:
    first, last = _reach(parts, everything)
    start, end = block.span(first, last)
    pleads = excuse(parts, everything)
    return Statement(
        id=number,
        start=start,
        end=end,
        text=draft.source[start:end],
        block=block.kind,
        heading=block.heading,
        section=section,
        act=reading.act,
        agent=_agent(reading.act, parts, pleads),
        why=reading.why,
        issues=topics.issues(parts),
        measures=topics.measures(reading.act, parts, blames=pleads is not None),
        excuse=pleads,
        marks=_marks(block, parts, first, last),
    )


def _reach(parts: list[Evidence], everything: list[Evidence]) -> tuple[int, int]:
    """Return the offsets in the block of a run of clauses, without stray commas at its ends."""
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


def _marks(block: Block, parts: list[Evidence], first: int, last: int) -> tuple[Mark, ...]:
    found: set[Mark] = set()
    for part in parts:
        words = part.tree.words
        for name, hits in part.hits.items():
            if name.startswith("mark:"):
                found.update(
                    Mark(name[5:], *block.span(words[hit.first].start, words[hit.last].end))
                    for hit in hits
                )
    text = block.text[first:last]
    for name, shape in (("date", _DATE), ("number", _NUMBER)):
        found.update(
            Mark(name, *block.span(first + one.start(), first + one.end()))
            for one in shape.finditer(text)
        )
    return tuple(sorted(found, key=lambda mark: (mark.start, mark.end, mark.name)))
