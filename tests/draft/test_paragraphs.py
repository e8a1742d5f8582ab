import pytest
from appeal_lint.draft import LARGEST, Paragraph, from_paragraphs, from_text
from appeal_lint.model.errors import DraftError
from appeal_lint.model.words import BlockKind, Counted

HEADING, PARAGRAPH, ITEM = BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.ITEM


def read(*paragraphs):
    given = [one if isinstance(one, Paragraph) else Paragraph(one) for one in paragraphs]
    return from_paragraphs(given, "letter.docx")


def kinds(draft):
    return [(one.kind, one.text) for one in draft.blocks]


def test_each_paragraph_is_a_line_and_a_block_of_its_own():
    draft = read("We sent the lamps", "late in May and the buyers were not happy.")
    assert draft.counted is Counted.PARAGRAPHS
    assert [one.text for one in draft.blocks] == draft.source.split("\n")
    assert draft.place(draft.source.index("late")) == (2, 1)


def test_the_same_lines_in_a_text_are_one_paragraph():
    text = "We sent the lamps to our buyers in five different states,\nlate in the month of May."
    assert len(from_text(text, "letter.txt").blocks) == 1
    assert len(read(*text.split("\n")).blocks) == 2


def test_paragraphs_without_text_are_not_counted():
    draft = read("", "Dear team,", "  ", "\u2028", "We refunded the buyers.")
    assert draft.place(draft.source.index("refunded"))[0] == 2


@pytest.mark.parametrize("line", ["Root cause:", "Root Cause", "CORRECTIVE ACTIONS", "1. Request"])
def test_a_plain_paragraph_may_be_a_heading_by_its_words(line):
    assert read(line, "We had one carrier only.").blocks[0].kind is HEADING


def test_a_heading_and_its_text_on_one_line_are_two_blocks():
    draft = read("Root cause: we had one carrier only.")
    assert kinds(draft) == [(HEADING, "Root cause:"), (PARAGRAPH, "we had one carrier only.")]


@pytest.mark.parametrize("bullet", ["- ", "• ", "2) ", "➤ "])
def test_a_bullet_that_was_typed_makes_an_item(bullet):
    draft = read(f"{bullet}We hired two packers.")
    assert kinds(draft) == [(ITEM, "We hired two packers.")]


def test_what_the_document_says_goes_before_the_words():
    draft = read(
        Paragraph("Our lamps and their buyers", HEADING),
        Paragraph("Root cause:", PARAGRAPH),
        Paragraph("Root cause", ITEM),
        Paragraph("We packed them badly.", ITEM),
    )
    assert [one.kind for one in draft.blocks] == [HEADING, PARAGRAPH, ITEM, ITEM]
    assert draft.blocks[3].heading == "Our lamps and their buyers"


def test_word_makes_a_list_of_headings_with_numbers():
    draft = read(
        Paragraph("Root cause", ITEM, numbered=True),
        Paragraph("We had one carrier only.", ITEM, numbered=True),
        Paragraph("What we did for our buyers:", ITEM, numbered=True),
        Paragraph("We check each box.", ITEM, numbered=True),
    )
    assert kinds(draft) == [
        (HEADING, "Root cause"),
        (ITEM, "We had one carrier only."),
        (HEADING, "What we did for our buyers:"),
        (ITEM, "We check each box."),
    ]


def test_a_line_break_inside_a_paragraph_is_no_new_paragraph():
    draft = read("Root cause:\u2028We had one carrier only.\r\n- We hired a second.", "Thank you.")
    assert kinds(draft)[:3] == [
        (HEADING, "Root cause:"),
        (PARAGRAPH, "We had one carrier only."),
        (ITEM, "We hired a second."),
    ]
    assert draft.place(draft.source.index("hired"))[0] == 1
    assert draft.place(draft.source.index("Thank"))[0] == 2


def test_every_block_leads_back_to_its_words():
    draft = read("Root cause:", Paragraph("We  “sent” it\u2028late.", ITEM), "Thank you.")
    item = draft.blocks[1]
    start, end = item.span(0, len(item.text))
    assert draft.source[start:end] == "We  “sent” it\u2028late."


def test_comments_of_markdown_are_text_in_a_document():
    draft = from_paragraphs([Paragraph("We sent <!-- not --> it late.")], "letter.md")
    assert not draft.comments
    assert "not" in draft.blocks[0].text


def test_a_line_in_another_language_is_set_aside():
    draft = read("We refunded every buyer on 3 May.", Paragraph("我们已经退款。", ITEM))
    assert len(draft.asides) == 1
    assert len(draft.blocks) == 1


@pytest.mark.parametrize(
    ("paragraphs", "said"),
    [
        ([], "is empty"),
        (["   "], "is empty"),
        (["*** 1 2 3"], "no words"),
        ([Paragraph("Our appeal to you", HEADING)], "only headings"),
        (["Hemos enviado los paquetes tarde y por eso los clientes de la tienda se quejan."],
         "not in English"),
        (["we sent it " * 3_000], "too long"),
        (["We sent it late."] * (LARGEST // 16), "too large"),
    ],
)  # fmt: skip
def test_what_is_no_letter_is_refused(paragraphs, said):
    with pytest.raises(DraftError, match=said):
        read(*paragraphs)


PASTED = (
    "On 1 May we shipped 12 lamps late because our warehouse had",
    "one packer only, who was ill that week, and nobody took the",
    "work over. On 3 May we hired two more packers and paid back",
    "12 buyers in full.",
)


def test_lines_of_an_email_that_was_pasted_cut_no_sentence():
    draft = read("Dear team,", *PASTED, "Ben checks each lamp now.")
    assert [one.text for one in draft.blocks] == [
        "Dear team,", " ".join(PASTED), "Ben checks each lamp now.",
    ]  # fmt: skip
    assert draft.place(draft.source.index("over.")) == (4, 6)


def test_short_points_without_full_stops_stay_apart():
    points = (
        "We hired two more packers, who work in Leeds since 3 May",
        "We refunded all of the 12 buyers whose lamps came so late",
        "we told each of them why it took so long and are sorry",
    )
    assert len(read(*points).blocks) == 3


def test_a_letter_whose_every_paragraph_is_called_a_heading_is_read():
    told = ["Root cause", "We shipped 12 lamps late.", "We hired two packers on 3 May."]
    draft = read(*(Paragraph(one, HEADING) for one in told))
    assert kinds(draft) == [(HEADING, told[0]), (PARAGRAPH, told[1]), (PARAGRAPH, told[2])]


def test_headings_and_points_that_are_numbered_as_in_chinese():
    draft = read(
        "一、Root cause", "We had one packer.", "（二）Actions", "（1）We hired Ben on 3 May."
    )
    assert kinds(draft) == [
        (HEADING, "Root cause"), (PARAGRAPH, "We had one packer."),
        (HEADING, "Actions"), (ITEM, "We hired Ben on 3 May."),
    ]  # fmt: skip
