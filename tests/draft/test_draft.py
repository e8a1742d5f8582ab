"""What keyboards and template sellers give, read as a person would."""

import pytest
from appeal_lint.draft import from_text, read_bytes
from appeal_lint.model.errors import DraftError
from hypothesis import given, settings
from hypothesis import strategies as st

LETTER = "We hired two inspectors on 3 May – they’re good. Café, naïve, “quality”.\nThe end of it."


@pytest.mark.parametrize(
    "data",
    [
        LETTER.encode(),
        b"\xef\xbb\xbf" + LETTER.encode(),
        LETTER.encode("utf-16"),
        LETTER.encode("utf-16-le"),
        LETTER.encode("cp1252"),
    ],
    ids=["utf-8", "bom", "utf-16", "utf-16-le", "cp1252"],
)
def test_encodings_give_the_same_text(data):
    assert read_bytes(data, "x").source == LETTER


def test_chinese_lines_in_gb18030_are_set_aside():
    text = "我们已经雇用了两名检查员。\nWe hired two inspectors on 3 May.\n"
    draft = read_bytes(text.encode("gb18030"), "x")
    assert draft.source == text
    assert [one.text for one in draft.blocks] == [text.splitlines()[1]]
    (aside,) = draft.asides
    assert text[aside.start : aside.end] == text.splitlines()[0]


@pytest.mark.parametrize("encoding", ["gb18030", "big5", "mac_roman", "cp1252"])
def test_curly_quotes_of_old_editors(encoding):
    text = "We didn’t check the “late” orders. It wasn’t the carrier’s fault.\nThe end.\n" * 3
    assert read_bytes(text.encode(encoding), "x").source == text


def test_chinese_bullets_and_an_emoji_in_gb18030():
    text = "① We hired two men. 😀\n② We checked every parcel.\n"
    assert read_bytes(text.encode("gb18030"), "x").source == text


def test_utf16_without_a_mark_may_hold_an_emoji():
    text = "We hired two men 😀 on 3 May. Ｆｕｌｌ.\n" * 3
    assert read_bytes(text.encode("utf-16-le"), "x").source == text


def test_lines_are_counted_as_editors_do():
    draft = from_text("We are sorry.\x0c\nOur cause.\x0bWe chose.\u2028We wait.\r\nLast.", "x")
    assert [draft.place(draft.source.index(word))[0] for word in ("sorry", "wait", "Last")] == [
        1,
        2,
        3,
    ]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028", "\u2029", "\x0b", "\x85"])
def test_blocks_are_cut_at_the_line_ends_of_any_editor(end):
    text = f"Root cause{end}{end}We slept.{end}- We woke up"
    assert [kind for kind, _ in kinds(text)] == ["heading", "paragraph", "item"]


def test_a_ligature_of_words_keeps_statements_apart():
    draft = from_text("We converted ﷺ all listings.", "x")
    (block,) = draft.blocks
    assert block.span(0, len(block.text)) == (0, len(draft.source))
    assert len(set(block.home[:-1])) == len(block.home) - 1


def kinds(text):
    return [(str(one.kind), one.text) for one in from_text(text, "x").blocks]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# Root cause\nWe slept.", [("heading", "Root cause"), ("paragraph", "We slept.")]),
        ("Root cause: we slept.", [("heading", "Root cause:"), ("paragraph", "we slept.")]),
        (
            "1. Corrective actions\n- We slept",
            [("heading", "Corrective actions"), ("item", "We slept")],
        ),
        (
            "1. Root cause of the issue\nWe slept.\n\n2. Steps I will take\n- Wake up",
            [
                ("heading", "Root cause of the issue"),
                ("paragraph", "We slept."),
                ("heading", "Steps I will take"),
                ("item", "Wake up"),
            ],
        ),
        (
            "The cause was one carrier.\nWe slept.",
            [("paragraph", "The cause was one carrier. We slept.")],
        ),
        ("ACTIONS TAKEN\n\nWe slept.", [("heading", "ACTIONS TAKEN"), ("paragraph", "We slept.")]),
        (
            "1) We slept\n(a) We ate\n① We ran",
            [("item", "We slept"), ("item", "We ate"), ("item", "We ran")],
        ),
        ("• We slept\n  and ate\n* We ran", [("item", "We slept and ate"), ("item", "We ran")]),
        (
            "We slept\r\nand ate.\r\n\r\nWe ran.",
            [("paragraph", "We slept and ate."), ("paragraph", "We ran.")],
        ),
        ("Dear team,\nWe slept.", [("paragraph", "Dear team,"), ("paragraph", "We slept.")]),
        ("We wiII deIiver aII.", [("paragraph", "We will deliver all.")]),
        ("Ｗｅ　ｈｉｒｅｄ ２ men.", [("paragraph", "We hired 2 men.")]),
        ("We\u200b sl\u00adept**now**.", [("paragraph", "We sleptnow.")]),
        ("We use FBA and part III of ISO.", [("paragraph", "We use FBA and part III of ISO.")]),
    ],
)
def test_blocks(text, expected):
    assert kinds(text) == expected


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet=st.sampled_from("aIl .,:-*#1)①\n\r\t“’\u200bＷ我é\u202e"), max_size=120))
def test_every_offset_leads_home(text):
    try:
        draft = from_text(text, "x")
    except DraftError:
        return
    end = 0
    for block in draft.blocks:
        assert len(block.home) == len(block.text) + 1
        assert list(block.home) == sorted(block.home)
        assert block.home[0] >= end
        end = block.home[-1]
        assert end <= len(text)
        for char, at in zip(block.text, block.home, strict=False):
            if text[at] in "a.,é":
                assert char == text[at]


@pytest.mark.parametrize(
    "line",
    [
        "Hemos contratado dos inspectores para el almacén y ya no enviamos con la empresa local.",
        "Wir haben am 3. Mai zwei Prüfer eingestellt und die alten Kartons nicht mehr benutzt.",
        "Nous avons remboursé les clients et notre dépôt est maintenant dans la ville.",
        "我们已经雇用了两名检查员。",
        "Мы наняли двух людей.",
    ],
)
def test_lines_in_other_languages_are_set_aside(line):
    text = f"We refunded all nine buyers on 2 May.\n{line}\nWe hired two inspectors on 3 May."
    draft = from_text(text, "x")
    assert [text[one.start : one.end] for one in draft.asides] == [line]
    assert line not in " ".join(one.text for one in draft.blocks)


@pytest.mark.parametrize(
    "line",
    [
        "Contract with La Poste de Paris signed, parcels to El Paso via Los Angeles.",
        "Café de la Paix, Paris",
        "Refund to Maria de los Santos done",
    ],
)
def test_foreign_names_are_no_foreign_line(line):
    text = f"We refunded all nine buyers on 2 May.\n{line}\nWe hired two inspectors on 3 May."
    assert not from_text(text, "x").asides
