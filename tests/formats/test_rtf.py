"""Rich text as several programs write it."""

import pytest
from appeal_lint.formats import read
from appeal_lint.model.errors import DraftError
from appeal_lint.model.words import BlockKind

HEADING, PARAGRAPH, ITEM = BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.ITEM
GREETING = r"Dear Amazon Seller Performance Team,\par "


def draft(text, head=r"\ansi\ansicpg1252"):
    source = rf"{{\rtf1{head} {GREETING}{text}}}"
    return read(source.encode("latin-1"), "letter.rtf").draft


def paragraphs(text, head=r"\ansi\ansicpg1252"):
    return draft(text, head).source.split("\n")[1:]


def kinds(text, head=r"\ansi\ansicpg1252"):
    return [(one.kind, one.text) for one in draft(text, head).blocks][1:]


@pytest.mark.parametrize(
    ("text", "read_as"),
    [
        (r"We\'92ve hired Ren\'e9.", "We’ve hired René."),
        (r"We\u8217?ve hired Ren\u233 e.", "We’ve hired René."),
        (r"We\uc2\u8217\'a1\'a6ve hired {\uc0\u233}.", "We’ve hired é."),
        (r"We hired \u-10179?\u-8704? Ben.", "We hired 😀 Ben."),
        (r"We hired \{Ben\}\~and\emdash Ada\line today.", "We hired {Ben}\xa0and—Ada\u2028today."),
        (r"We \b hired\b0  Ben\rquote s son.", "We hired Ben’s son."),
        ("We\r\n hi\nred Ben.", "We hired Ben."),
        ("We hired \xe9.", "We hired é."),
        (r"We {\upr{hired Rene}{\*\ud{hired Ren\u233 e}}}.", "We hired René."),
        (r"We {\field{\*\fldinst DATE \\x}{\fldrslt hired}} Ben.", "We hired Ben."),
        (r"We {\*\unknown will }hired{\v  no} Ben.{\pict\bin3 }}}", "We hired Ben."),
        (r"We hired Ben.\par } We will go.", "We hired Ben."),
    ],
)
def test_letters_and_groups(text, read_as):
    assert paragraphs(text) == [read_as]


def test_the_font_says_what_bytes_mean():
    head = r"\ansi\ansicpg1252{\fonttbl{\f0\fcharset0 Arial;}{\f1\fnil\fcharset204 Arial;}}\deff0"
    text = r"We hired {\f1 \'c8\'e2\'e0\'ed} and Ren\'e9 in May and they pack our lamps."
    assert paragraphs(text, head) == ["We hired Иван and René in May and they pack our lamps."]


@pytest.mark.parametrize(
    ("sign", "text", "kind"),
    [
        (r"{\listtext\pard\plain \'b7\tab}", "Root cause", ITEM),
        (r"{\pntext\f1 o\tab}", "Root cause", ITEM),
        (r"{\listtext\pard 1.\tab}", "Root cause", HEADING),
        (r"{\listtext\pard a)\tab}", "We hired Ben.", ITEM),
        (r"{\listtext\pard\tab}", "We hired Ben.", PARAGRAPH),
    ],
)
def test_what_stands_before_an_item(sign, text, kind):
    found = kinds(rf"\pard {text}\par {sign}\pard\ls1 {text}\par \pard We refunded all.\par ")
    assert found[1] == (kind, text)
    assert found[2] == (PARAGRAPH, "We refunded all.")


def test_headings_by_level_and_by_style():
    head = (
        r"\ansi{\stylesheet{\s0 Normal;}{\s1\outlinelevel0\b heading 1;}{\s5\fs40 Title;}"
        r"{\*\cs10 Strong;}}"
    )
    text = (
        r"\pard\s1 Our lamps\par\pard\s5 Our buyers\par\pard\outlinelevel2 May\par\pard\s0 We.\par "
    )
    assert [kind for kind, _ in kinds(text, head)] == [HEADING, HEADING, HEADING, PARAGRAPH]


def test_tracked_changes_are_read_as_accepted():
    text = r"We {\revised hired}{\deleted will hire} Ben.{\deleted\par} He packs.\par {\mvf Gone.}"
    found = draft(text)
    assert found.source.split("\n")[1:] == ["We hired Ben. He packs."]
    assert "tracked changes" in found.notes[0]


def test_notes_boxes_comments_and_heads():
    text = (
        r"{\header We will head.\par}We hired Ben.{\footnote\pard See the bill.}"
        r"{\*\atnid A}{\*\annotation Really?\par}{\shp{\*\shpinst\shpleft0{\sp{\sn a}{\sv 1}}"
        r"{\shptxt In a box.\par}}{\shprslt{\pard Twice.\par}}} He packs.\par Thank you.\par"
    )
    found = draft(text)
    assert found.source.split("\n")[1:] == [
        "We hired Ben. He packs.",
        "In a box.",
        "Thank you.",
        "See the bill.",
    ]
    assert found.notes == ("This document has comments. I left them out.",)


def test_cells_are_paragraphs():
    row = r"\trowd\cellx1\cellx2\pard\intbl {}\cell {}\cell\row"
    text = row.replace("{}", "We hired Ben.", 1).replace("{}", "He packs.", 1)
    assert paragraphs(text + r"\pard Thank you.\par") == [
        "We hired Ben.",
        "He packs.",
        "Thank you.",
    ]


@pytest.mark.parametrize("cut", [300, 500, 700])
def test_a_file_that_is_cut_off_is_read_as_far_as_it_goes(cut):
    data = (r"{\rtf1{\fonttbl{\f0 A;}}" + r"{\b We hired \'e9 Ben and Ada.}\par " * 99).encode()
    assert "We hired é Ben" in read(data[:cut], "letter.rtf").draft.source


def test_groups_without_end_inside_one_another_are_refused():
    with pytest.raises(DraftError, match="far more in this file"):
        read(rb"{\rtf1 We hired Ben." + b"{" * 100_000, "letter.rtf")
