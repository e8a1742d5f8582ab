"""The same letter in every format, as LibreOffice writes it (see make_samples.sh)."""

from pathlib import Path

import pytest
from appeal_lint import formats
from appeal_lint.model.letter import About
from appeal_lint.model.words import BlockKind, Counted

SAMPLES = Path(__file__).parent / "samples"
SOURCES = Path(__file__).parent / "sources"
HEADING, PARAGRAPH, ITEM = BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.ITEM
ENDINGS = ["docx", "odt", "rtf"]
LETTER = [
    (1, HEADING, "Plan of Action for Lumenford Lamps"),
    (2, PARAGRAPH, "Dear Amazon Seller Performance Team,"),
    (
        3,
        PARAGRAPH,
        "Our Order Defect Rate rose to 1.8 % in April, because many lamps arrived broken.",
    ),
    (4, HEADING, "How the lamps broke"),
    (5, PARAGRAPH, "We packed each lamp in one thin box. The glass had no foam around it."),
    (6, HEADING, "Measures we took for our buyers"),
    (7, ITEM, "We refunded all nineteen buyers on 3 May."),
    (8, ITEM, "We will hire two quality inspectors for every shipment."),
    (9, HEADING, "The order in which we worked:"),
    (10, ITEM, "We stopped the sale of the thin boxes on 4 May."),
    (11, ITEM, "We bought double boxes with foam on 6 May."),
    (12, PARAGRAPH, "Day of the check"),
    (13, PARAGRAPH, "Broken lamps that we found"),
    (14, PARAGRAPH, "Monday, 9 May"),
    (15, PARAGRAPH, "We opened forty boxes and found no broken lamp."),
    (16, PARAGRAPH, "Photos of the new box are at our page about boxes, made in 5/9/26."),
    (17, PARAGRAPH, "The carrier now weighs each parcel before it leaves us."),
    (18, PARAGRAPH, "We are going to train our packers about glass."),
    (19, PARAGRAPH, "Please allow us to sell again."),
    (20, PARAGRAPH, "Kind regards,"),
    (22, PARAGRAPH, "We counted nineteen broken lamps in our returns between 2 and 28 April."),
    (23, PARAGRAPH, "The carrier gave us its list of weights on 8 May."),
]
"""Number of the paragraph, kind and text. The name under the closing, 21, is no block."""
COMMENTS = "This document has comments. I left them out."
TRACKED = "This document has tracked changes. I read it as if all of them were accepted."


def read(name):
    return formats.read_file(str(SAMPLES / name))


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_letter_is_read_with_its_headings_lists_tables_boxes_and_notes(ending):
    draft = read(f"letter.{ending}").draft
    found = [(draft.place(one.home[0])[0], one.kind, one.text) for one in draft.blocks]
    assert found == LETTER
    assert draft.counted is Counted.PARAGRAPHS
    assert draft.notes == (COMMENTS,)


@pytest.mark.parametrize("ending", ENDINGS)
def test_what_nobody_would_send_is_left_out(ending):
    source = read(f"letter.{ending}").draft.source
    for words in ("never read this header", "never read this footer", "hidden", "never print"):
        assert words not in source
    assert "HYPERLINK" not in source


@pytest.mark.parametrize("ending", ENDINGS)
def test_nothing_is_taken_from_the_properties_of_the_document(ending):
    assert read(f"letter.{ending}").about == About()


@pytest.mark.parametrize("ending", ENDINGS)
def test_the_findings_are_those_of_the_same_letter_in_plain_text(ending, linter):
    def found(draft):
        return [(one.rule, one.quote) for one in linter.lint(draft).findings]

    plain = found(formats.read_file(str(SOURCES / "letter.txt")).draft)
    assert ("lone-promise", "We are going to train our packers about glass.") in plain
    assert found(read(f"letter.{ending}").draft) == plain


@pytest.mark.parametrize("ending", ENDINGS)
def test_tracked_changes_are_read_as_accepted_and_said_so(ending):
    draft = read(f"tracked.{ending}").draft
    joined = "Every parcel is handed over on the day of the order."
    if ending == "rtf":  # LibreOffice writes the words before a deleted end as deleted
        joined = "on the day of the order."
    assert draft.source.split("\n") == [
        "Dear Amazon Seller Performance Team,",
        "Our late shipment rate was 6 % in March because one packer left us and we had no second "
        "one.",
        "We hired two packers on 2 April.",
        joined,
        "We promise to ship faster in the future.",
        "Please allow us to sell again.",
    ]
    assert draft.notes == (TRACKED,)


def test_an_old_word_file_is_refused_and_told_what_to_do(run):
    code, out, err = run(SAMPLES / "letter.doc")
    assert (code, out) == (2, "")
    assert "an old Word file. Save the letter as .docx or as plain text first." in err
