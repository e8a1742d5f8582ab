"""A PDF says the same as the letter it was made of, or says why it may not."""

import zlib
from pathlib import Path

import pytest
from appeal_lint.formats import read, read_file
from appeal_lint.formats.pdf.furniture import without_furniture
from appeal_lint.formats.pdf.hyphens import joined
from appeal_lint.formats.pdf.line import Line
from appeal_lint.formats.pdf.read import DOUBTFUL
from appeal_lint.model.errors import DraftError

FOLDER = Path(__file__).parent / "inputs"
SAMPLES = FOLDER / "samples"
OWN = [
    (one.kind, one.text) for one in read_file(str(FOLDER / "sources" / "appeal.txt")).draft.blocks
]
WORDS = "We hired two inspectors on 3 May and refunded all nineteen buyers in full this week."
FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"


def stream(data, extra=b""):
    return b"<<%s/Length %d>>stream\n%s\nendstream" % (extra, len(data), data)


def pdf(content, extra=b"", resources=b"", kids=b"[3 0 R]", more=(), trailer=b""):
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R"
    objects = [
        b"<</Type/Catalog/Pages 2 0 R/OpenAction<</S/JavaScript/JS(app.alert(1))>>>>",
        b"<</Type/Pages/Kids%s/Count 1>>" % kids,
        page + b"/Resources<</Font<</F 5 0 R>>%s>>>>" % resources,
        stream(content, extra),
        FONT,
        *more,
    ]
    out, places = b"%PDF-1.7\n", []
    for number, one in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, one)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    return (
        out
        + b"xref\n0 %d\n0000000000 65535 f \n%s" % (size, table)
        + b"trailer<</Size %d/Root 1 0 R%s>>\nstartxref\n%d\n%%%%EOF" % (size, trailer, len(out))
    )


def drawn(*lines):
    """Return a page of lines, each with x, y, size and text."""
    return b"".join(
        b"BT /F %d Tf 1 0 0 1 %d %d Tm (%s) Tj ET " % (size, x, y, text.encode())
        for x, y, size, text in lines
    )


def texts(data):
    return [one.text for one in read(data, "letter.pdf").draft.blocks]


@pytest.mark.parametrize("name", ["appeal", "columns"])
def test_pages_of_libreoffice_give_the_letter(name):
    draft = read_file(str(SAMPLES / f"{name}.pdf")).draft
    found = [(one.kind, one.text) for one in draft.blocks]
    assert found[: len(OWN) - 1] == OWN[:-1]
    assert draft.notes == ((DOUBTFUL,) if name == "columns" else ())
    assert not any("Page" in text or "plan of action" in text for _, text in found)


def test_a_scan_is_called_one():
    with pytest.raises(DraftError, match="is a scan") as fault:
        read_file(str(SAMPLES / "scan.pdf"))
    assert "\n" not in str(fault.value)


def test_a_password_is_said_and_an_empty_one_is_tried(tmp_path):
    import pypdf

    for word, user in (("closed", "secret"), ("open", "")):
        writer = pypdf.PdfWriter(clone_from=str(SAMPLES / "appeal.pdf"))
        writer.encrypt(user_password=user, owner_password="other", algorithm="RC4-128")
        writer.write(str(tmp_path / f"{word}.pdf"))
    assert read_file(str(tmp_path / "open.pdf")).draft.blocks[0].text == OWN[0][1]
    with pytest.raises(DraftError, match="locked with a password"):
        read_file(str(tmp_path / "closed.pdf"))


ORDINARY = (
    (50, 750, 12, "Kiln and Cup, 12 Long Street"),
    (400, 750, 12, "9 June 2026"),
    (50, 700, 12, WORDS),
    (50, 685, 12, "Nobody looked at the parcels before that."),
    (50, 640, 16, "Root cause"),
    (50, 610, 12, "We relied on one packer, and he was alone. Please see note"),
    (380, 616, 7, "1"),
    (388, 610, 12, "below."),
)


def test_an_ordinary_page_is_not_doubtful():
    assert read(pdf(drawn(*ORDINARY)), "x.pdf").draft.notes == ()


@pytest.mark.parametrize(
    "lines",
    [
        [(50, y, 12, WORDS[:30]) for y in (700, 685)] + [(320, y, 12, WORDS) for y in (700, 685)],
        [(50, 400, 12, WORDS), (50, 700, 12, WORDS)],
        [
            (x, y, 12, text)
            for y in (700, 680, 660)
            for x, text in ((50, "Order one"), (200, "Late"), (400, "Refunded in full"))
        ],
    ],
    ids=["columns", "backwards", "table"],
)
def test_pages_that_may_be_read_in_another_order_are_doubtful(lines):
    assert read(pdf(drawn((50, 760, 12, WORDS), *lines)), "x.pdf").draft.notes == (DOUBTFUL,)


def test_text_at_an_angle_is_doubtful():
    turned = b"BT /F 12 Tf 0 1 -1 0 500 100 Tm (We will not be seen by a person) Tj ET "
    assert read(pdf(drawn(*ORDINARY) + turned), "x.pdf").draft.notes == (DOUBTFUL,)


def test_the_cells_of_a_table_are_apart():
    rows = [
        (x, y, 12, text)
        for y, day in ((700, "On 3 May"), (680, "On 4 May"), (660, "On 5 May"))
        for x, text in ((50, day), (250, "We refunded the buyers"))
    ]
    found = read(pdf(drawn(*rows)), "x.pdf").draft.source.split("\n")
    assert found[:2] == ["On 3 May", "We refunded the buyers"]


@pytest.mark.parametrize(
    ("before", "after", "whole", "expected"),
    [
        ("the deliv-", "ery was late", "", "the delivery was late"),
        ("we stopped self-", "delivery now", "", "we stopped self-delivery now"),
        ("the re-pack-", "ing was", "packing", "the re-packing was"),
        ("a bubble-", "wrap box", "the bubble-wrap of", "a bubble-wrap box"),
        ("deliv\u00ad", "ery", "", "delivery"),
        ("opened A-", "to-z claims", "", "opened A-to-z claims"),
        ("a range of 3 -", "we think", "", "a range of 3 - we think"),
    ],
)
def test_words_that_are_cut_at_the_end_of_a_line(before, after, whole, expected):
    assert joined(before, after, whole) == expected


def test_numbers_heads_and_feet_of_pages_are_left_out_and_nothing_else():
    def page(number):
        texts = ["Plan of action", f"We did step {number}.", "We are sorry.", f"- {number + 1} -"]
        return [Line(text, number, 50, 700 - 50 * at, 12) for at, text in enumerate(texts)]

    middle = [Line("We hired two.", 1, 50, 620, 12), Line("Every box is tried.", 1, 50, 605, 12)]
    pages = [page(0), [*page(1)[:2], *middle, *page(1)[2:]], page(2)]
    kept = [[line.text for line in one] for one in without_furniture(pages)]
    assert all("Plan of action" not in one and "- 1 -" not in one for one in kept)
    assert kept[1][1:3] == ["We hired two.", "Every box is tried."]


def test_the_bullets_of_symbol_fonts_are_items():
    lines = [(50, 700, 12, WORDS), (50, 680, 12, "o  We hired two."), (50, 666, 12, "o  We tried.")]
    kinds = [str(one.kind) for one in read(pdf(drawn(*lines)), "x.pdf").draft.blocks]
    assert kinds == ["paragraph", "item", "item"]


FORM = b"/Type/XObject/Subtype/Form/Resources<</XObject<</X %d 0 R>>/Font<</F 5 0 R>>>>"
LOOP = stream(drawn((50, 600, 12, WORDS)) + b"/X Do /X Do", FORM % 6)


@pytest.mark.parametrize(
    "data",
    [
        pdf(drawn((50, 700, 12, WORDS)), kids=b"[2 0 R 3 0 R]"),
        pdf(drawn((50, 700, 12, WORDS)), kids=b"[" + b"3 0 R " * 100_000 + b"]"),
        pdf(zlib.compress(b" " * 200_000_000), b"/Filter/FlateDecode"),
        pdf(zlib.compress(b"q " * 4_000_000), b"/Filter/FlateDecode"),
        pdf(b"[" * 200_000),
        pdf(drawn((50, 700, 12, WORDS)))[:-150],
        b"%PDF-1.4\n" + b"1 0 obj " * 100_000,
        pdf(b""),
    ],
    ids=["cycle", "pages", "bomb", "states", "arrays", "cut", "junk", "empty"],
)
def test_hostile_files_are_refused_in_one_line(data):
    with pytest.raises(DraftError) as fault:
        read(data, "x.pdf")
    assert "\n" not in str(fault.value)


def test_a_drawing_that_calls_itself_ends():
    data = pdf(b"/X Do", resources=b"/XObject<</X 6 0 R>>", more=[LOOP])
    assert texts(data)[0] == WORDS


def test_what_the_library_warns_of_is_not_shown(capfd):
    read(pdf(drawn((50, 700, 12, WORDS)), trailer=b"/Prev 9"), "x.pdf")
    assert capfd.readouterr() == ("", "")
