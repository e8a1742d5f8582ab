"""One clause-sized unit of a draft and what the analysis says of it."""

from dataclasses import dataclass

from appeal_lint.model.words import Act, Agent, BlockKind, Excuse, Issue, Measure, Section


@dataclass(frozen=True, slots=True)
class Mark:
    """A phrase from `rules/vocabulary/marks.yaml` found in a statement.

    `start` and `end` are offsets in `Draft.source`.
    """

    name: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Statement:
    """A clause, sentence, heading or bullet of a draft.

    `start` and `end` are offsets in `Draft.source`, and `text` is that slice.
    `why` names the evidence for the act in plain words. `heading` is the text
    of the heading above, `section` what that heading announces.
    """

    id: int
    start: int
    end: int
    text: str
    block: BlockKind
    heading: str | None
    section: Section
    act: Act
    agent: Agent
    why: str
    issues: tuple[Issue, ...] = ()
    measures: tuple[Measure, ...] = ()
    excuse: Excuse | None = None
    marks: tuple[Mark, ...] = ()
