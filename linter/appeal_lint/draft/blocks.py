"""Cuts a text into headings, paragraphs and list items."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from appeal_lint.draft.clean import clean
from appeal_lint.draft.tongue import foreign
from appeal_lint.i18n import mark
from appeal_lint.model.draft import Aside, Block
from appeal_lint.model.words import BlockKind

_BULLET = re.compile(
    r"\s*(?:>\s*)*(?:[-*•·●▪◦–—+✓✔➤►]\s+|[(（]?(?:\d{1,2}|[a-zA-Z]|"
    r"[ivxIVX]{1,4}|[一二三四五六七八九十]{1,3})[.)、．）]\s*(?=\S)|"
    r"[①-⑳➀-➓❶-❿]\s*|[●■◆]\s*|step\s+\d+\s*[:.]\s*)",
    re.IGNORECASE,
)
_LETTERED = re.compile(r"\s*(?:[a-zA-Z])\.(?:[a-zA-Z]\.|\S)")
_NUMBERING = re.compile(r"\(?(?:\d{1,2}|[IVX]{1,4})[.)]\s+(?=\S)")
_NUMBERED = re.compile(r"\s*[(（]?(?:[\dIVXivx]{1,4}|[一二三四五六七八九十]{1,3})[.)、．）]")
_LINE_END = re.compile(r"\r\n|\r|\n")
_BREAK = re.compile(r"\r\n|[\r\n\v\f\x1c-\x1e\x85\u2028\u2029]")
"""What parts lines for a reader; some editors write more than CR and LF."""
_MARKDOWN = re.compile(r"\s{0,3}#{1,6}\s+")
_BOLD = re.compile(r"\s*(\*\*|__).+\1:?\s*$")
_UNDERLINE = re.compile(r"\s*(?:={3,}|-{3,}|\*{3,}|_{3,})\s*$")
_PARTS = re.compile(
    r"(?:the |our |my )?(?:root causes?|causes?|reasons?|corrective (?:actions?|measures?|steps?)|"
    r"(?:immediate )?actions?(?: taken| we (?:have )?(?:taken|took))?(?: so far)?|"
    r"(?:preventive|preventative|preventing) (?:actions?|measures?|steps?)|prevention|"
    r"(?:steps|measures|actions)(?: we)?(?: have| will)?(?: be)? ?(?:taken|take|took)?"
    r"(?: to (?:prevent|resolve|fix|avoid)[\w ,]*)?|"
    r"what (?:happened|went wrong|caused|we|will|are)[\w ,']*|"
    r"how (?:it|this|we|did|will)[\w ,']*|background|introduction|conclusion|summary|"
    r"issues?|problems?|plan of action|action plan|fba(?: commitment| plan)?|"
    r"commitment(?: to fba)?|request|closing|next steps?|"
    r"future (?:plan|steps|actions|measures)s?|solutions?|evidence|documents?|attachments?|"
    r"analysis|customer impact|policy(?: and customer impact)?|(?:controls|measures|practices|"
    r"checks) in force(?: since [\w ]+)?|in force|(?:evidence|documents?) (?:enclosed|attached)|"
    r"enclosures?|fulfill?ment by amazon)",
    re.IGNORECASE,
)
_OPENS = re.compile(
    r"(?:the |our |my )?(?:(?:root |main )?causes?|reasons?|(?:corrective |preventive |immediate |"
    r"further |long-term )?(?:actions|measures|steps)|what (?:happened|went|caused|i|we|will|are|"
    r"is)|how (?:i|it|this|we|did|will)|why|prevention|"
    r"plan(?! to (?!prevent|avoid|resolve|fix|address|improve|correct)))\b"
    r"(?! (?:was|were|is|are|be)\b)",
    re.IGNORECASE,
)
_CLOSING = re.compile(
    r"(?:(?:with )?(?:best|kind|warm|friendly)? ?(?:regards|greetings|wishes)|sincerely|yours|"
    r"respectfully|thanking you|faithfully|cordially)\b.{0,60}$",
    re.IGNORECASE,
)
"""What stands after such a line is a signature, under no heading."""
_LABEL = re.compile(r"(\*\*|__)[^*_\n]{2,40}?(?:[:：]\1|\1[:：])\s*(?=\S)")
"""A bold label before the text of a list item; it says nothing by itself."""
_GREETING = re.compile(
    r"(?:dear|hello|hi|to whom|respected|best regards|kind regards|regards|sincerely|yours|"
    r"thank you|thanks)\b.{0,60}$",
    re.IGNORECASE,
)
NOT_ENGLISH = mark("This line is not in English. I did not check it.")
"""Why a line is set aside."""


@dataclass(slots=True)
class Run:
    """A stretch of the source that makes one block."""

    kind: BlockKind
    start: int
    end: int


def cut(source: str) -> tuple[tuple[Block, ...], tuple[Aside, ...]]:
    """Return the blocks of a text, in order, and what is set aside."""
    runs, asides = cut_stretch(source, 0, len(source))
    return blocks_of(source, runs), tuple(asides)


def cut_stretch(
    source: str, begin: int, stop: int, after: str = ""
) -> tuple[list[Run], list[Aside]]:
    """Return what makes the blocks of `source[begin:stop]`, and what of it is set aside.

    `after` is a line that follows, with a text of its own; empty where there is none.
    """
    runs: list[Run] = []
    asides: list[Aside] = []
    open_run: Run | None = None
    lines = [(begin + one, begin + two) for one, two in _spans(source[begin:stop], _BREAK)]
    for at, (start, end) in enumerate(lines):
        line = source[start:end]
        if not line.strip() or _UNDERLINE.match(line):
            open_run = None
            continue
        if foreign(line):
            asides.append(Aside(start, end, NOT_ENGLISH))
            open_run = None
            continue
        following = source[lines[at + 1][0] : lines[at + 1][1]] if at + 1 < len(lines) else ""
        rest_of_it = _next_text(source, lines, at) or after
        heading = heading_in(line, following, bool(open_run), rest_of_it)
        bullet = None if heading is not None else bullet_in(line)
        if heading is not None:
            runs.append(Run(BlockKind.HEADING, start + heading[0], start + heading[1]))
            open_run = None
            if heading[1] < len(line.rstrip()):
                rest = skip_signs(source, start + heading[1], end)
                open_run = Run(BlockKind.PARAGRAPH, rest, end)
                runs.append(open_run)
        elif bullet:
            label = _LABEL.match(line, bullet)
            open_run = Run(BlockKind.ITEM, start + (label.end() if label else bullet), end)
            runs.append(open_run)
        elif open_run is not None and not _stands_alone(source[slice(*lines[at - 1])], line):
            open_run.end = end
        else:
            open_run = Run(BlockKind.PARAGRAPH, start, end)
            runs.append(open_run)
    return runs, asides


def line_spans(source: str) -> list[tuple[int, int]]:
    """Return where each line starts and ends, as editors count lines: by CR, LF or both."""
    return _spans(source, _LINE_END)


def _spans(source: str, ends: re.Pattern[str]) -> list[tuple[int, int]]:
    found, start = [], 0
    for end in ends.finditer(source):
        found.append((start, end.start()))
        start = end.end()
    found.append((start, len(source)))
    return found


def _next_text(source: str, lines: list[tuple[int, int]], at: int) -> str:
    for start, end in lines[at + 1 :]:
        if source[start:end].strip():
            return source[start:end]
    return ""


def bullet_in(line: str) -> int:
    """Return how many characters the bullet takes, 0 for none."""
    if _LETTERED.match(line) and not re.match(r"\s*[a-zA-Z][.)]\s", line):
        return 0
    found = _BULLET.match(line)
    if found is None or found.end() >= len(line):
        return 0
    if re.match(r"\s*\d{1,2}\.\d", line) or re.match(r"\s*I[.)]?\s", line):
        return 0
    return found.end()


def heading_in(line: str, following: str, inside: bool, after: str) -> tuple[int, int] | None:
    """Return where in a line a heading stands, if it has one."""
    text = line.rstrip()
    if (mark := _MARKDOWN.match(line)) is not None:
        number = _NUMBERING.match(line, mark.end())
        return (number or mark).end(), len(text.rstrip("#").rstrip())
    if following.strip() and re.fullmatch(r"\s*(?:={3,}|-{3,})\s*", following) and not inside:
        return _indent(line), len(text)
    begin = bullet_in(line)
    numbered = bool(_NUMBERED.match(line))
    bare = text[begin:].strip().strip("*_").strip()
    words = bare.rstrip(":：").split()
    if not words or len(words) > 14:
        return _lead(line) if words else None
    named = " ".join(words).rstrip("?.").strip()
    opens = bool(after) and not inside and _OPENS.match(named) is not None and "," not in named
    names = (opens or _PARTS.fullmatch(named) is not None) and len(words) <= 12
    if names and (not begin or numbered) and not bare.endswith("."):
        return begin or _indent(line), len(text)
    if bare.endswith((":", "：")) and (not begin or numbered) and len(words) <= 12 and after:
        return begin or _indent(line), len(text)
    if begin and not numbered:
        return None
    if _BOLD.match(line) and not bare.endswith((".", "!")):
        return begin or _indent(line), len(text)
    letters = [char for char in bare if char.isalpha()]
    if len(letters) > 3 and bare.isupper() and len(words) <= 10 and not bare.endswith("."):
        return begin or _indent(line), len(text)
    return _lead(line)


def _lead(line: str) -> tuple[int, int] | None:
    """ "Root cause: we had one carrier only." is a heading and a paragraph; "." does too."""
    numbered = re.match(r"\s*[(（]?[\d一二三四五六七八九十]", line)
    begin = bullet_in(line) if numbered else _indent(line)
    colon = re.search(r"[:：]|\.(?=\s+[A-Z])", line)
    if colon is None or not line[colon.end() :].strip():
        return None
    if _PARTS.fullmatch(line[begin : colon.start()].strip().strip("*_").strip()):
        return begin, colon.end()
    return None


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def skip_signs(source: str, start: int, end: int) -> int:
    """Return where the text begins that blanks and signs of emphasis stand before."""
    while start < end and (source[start].isspace() or source[start] in "*_"):
        start += 1
    return start


def _stands_alone(before: str, line: str) -> bool:
    """Say whether a line begins a new block though no blank line parts it from the last."""
    last = before.strip()
    if len(last) >= 45 and line.strip()[:1].islower():
        return False  # a long line that goes on: it was wrapped
    if _GREETING.match(last) or _GREETING.match(line.strip()):
        return True
    ended = last.endswith((".", "!", "?", ":", ";"))
    capital = line.strip()[:1].isupper()
    return (
        not ended
        and capital
        and len(last) < 45
        and len(line.strip()) < 400
        and not last.endswith((",", "and", "the", "of", "to"))
    )


def _signature(run: Run, text: str) -> bool:
    """Say whether a line after the closing is a name, a title or a shop."""
    return run.kind is BlockKind.PARAGRAPH and len(text.split()) <= 6 and text[-1] not in ".!?"


def blocks_of(source: str, runs: Iterable[Run]) -> tuple[Block, ...]:
    """Return the blocks that some stretches make, each under its heading, cleaned for reading."""
    found: list[Block] = []
    heading: str | None = None
    signed = False
    for run in runs:
        text, home = clean(source, run.start, run.end)
        if not text or (signed and _signature(run, text)):
            continue
        above = heading
        if run.kind is BlockKind.HEADING:
            heading = text
        elif _CLOSING.match(text):
            heading = above = None
            signed = True
        found.append(
            Block(
                len(found) + 1,
                run.kind,
                text,
                home,
                None if run.kind is BlockKind.HEADING else above,
            )
        )
    return tuple(found)
