"""How a letter looks: prose, headings, terse bullets, one long run of words; and slips."""

import re

from lettering.talk import HEADINGS, SLIPS

_WE = re.compile(r"^(?:I|We)(?: have already| have)? (?=\w)")
_DATED = re.compile(r"^(?:Already |After that, )?[Oo]n ([^,]{3,18}?),? (?:we|I) ")
_JOINS = (", and ", ", so ", " and also ", ", because of this ", ", then ", " but ")


def written(shape, opening, sections, ending):
    """Return the text of a letter.

    Args:
        shape: decides how it looks.
        opening: the greeting.
        sections: lists of sentences by name, in order.
        ending: the lines at its end.

    """
    full = {name: list(part) for name, part in sections.items() if part}
    if shape.odds(0.4):
        full = {name: [_slip(shape, one) for one in part] for name, part in full.items()}
    look = shape.pick((_prose, _prose, _headed, _listed, _terse, _run))
    text = "\n\n".join(one for one in (opening, *look(shape, full), ending) if one)
    if shape.odds(0.15):
        text = "\n".join(_filled(line) for line in text.split("\n"))
    return text + "\n"


def _filled(line):
    """Break a line where the next word would pass column 72."""
    rows = [""]
    for word in line.split(" "):
        if rows[-1] and len(rows[-1]) + len(word) >= 72:
            rows.append(word)
        else:
            rows[-1] = f"{rows[-1]} {word}" if rows[-1] else word
    return "\n".join(rows)


def _prose(shape, full):
    return [" ".join(part) for part in full.values()]


def _headed(shape, full):
    return [f"{shape.pick(HEADINGS[name])}\n\n{' '.join(part)}" for name, part in full.items()]


def _listed(shape, full):
    mark = shape.pick(("- ", "* ", "• "))
    return [
        shape.pick(HEADINGS[name]) + "\n\n" + "\n".join(mark + one for one in part)
        for name, part in full.items()
    ]


def _terse(shape, full):
    mark = shape.pick(("- ", "* ", ""))
    return [
        shape.pick(HEADINGS[name]).upper() + "\n" + "\n".join(mark + _short(one) for one in part)
        for name, part in full.items()
    ]


def _run(shape, full):
    text = ""
    for one in (one for part in full.values() for one in part):
        if text and shape.odds(0.6):
            text = text.rstrip(".") + shape.pick(_JOINS) + _lower(one)
        else:
            text = f"{text} {one}".strip()
    return [text]


def _short(sentence):
    dated = _DATED.match(sentence)
    if dated:
        return f"{dated[1]}: {sentence[dated.end() :]}".rstrip(".")
    plain = _WE.sub("", sentence)
    return plain[:1].upper() + plain[1:]


def _lower(sentence):
    first, _, rest = sentence.partition(" ")
    small = ("We", "The", "On", "Our", "My", "In", "Each", "Every", "Since", "This", "It", "One")
    return f"{first.lower()} {rest}" if first in small else sentence


def _slip(shape, sentence):
    for pattern, slip in SLIPS:
        if shape.odds(0.3):
            sentence = re.sub(pattern, slip, sentence, count=1)
    return sentence[:1].upper() + sentence[1:]
