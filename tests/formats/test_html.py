"""A page gives what a person sees of it, and nothing is fetched for that."""

import socket
from pathlib import Path

import pytest
from appeal_lint.formats import read, read_file
from appeal_lint.formats.html import STRUCK
from appeal_lint.model.errors import DraftError

FOLDER = Path(__file__).parent / "inputs"
SAMPLE = FOLDER / "samples" / "appeal.html"


def found(markup, encoding="utf-8"):
    draft = read(markup.encode(encoding), "letter.html").draft
    return [(str(one.kind), one.text) for one in draft.blocks]


def test_the_page_of_libreoffice_gives_the_letter():
    own = read_file(str(FOLDER / "sources" / "appeal.txt")).draft.blocks
    page = read_file(str(SAMPLE)).draft
    assert [(one.kind, one.text) for one in page.blocks[: len(own) - 1]] == [
        (one.kind, one.text) for one in own[:-1]
    ]
    assert not page.notes


def test_headings_items_cells_and_breaks():
    markup = (
        "<h2>Root cause</h2><p>We had one\n packer<br>and no second look.</p><ul><li>We hired"
        " <b>two</b> men.<ul><li><p>They sit apart.</p></li></ul></li></ul><table><tr><td>On 3 May"
        " we refunded them.</td><td>On 4 May we wrote.</td></tr></table><p><b>Evidence</b></p>"
        "<div>Invoices.<br><br>Photos of the cartons.</div>"
    )
    assert found(markup) == [
        ("heading", "Root cause"),
        ("paragraph", "We had one packer and no second look."),
        ("item", "We hired two men."),
        ("item", "They sit apart."),
        ("paragraph", "On 3 May we refunded them."),
        ("paragraph", "On 4 May we wrote."),
        ("heading", "Evidence"),
        ("paragraph", "Invoices."),
        ("paragraph", "Photos of the cartons."),
    ]


@pytest.mark.parametrize(
    "hidden",
    [
        "<p style='color:red; DISPLAY : none'>We will</p>",
        "<p hidden>We will</p>",
        "<div style='visibility:hidden'><p>We will</p></div>",
        "<script>We will</script><style>We will</style><template>We will</template>",
        "<!-- We will --><title>We will</title>",
        "<svg><text>We will</text></svg>",
    ],
)
def test_what_nobody_sees_is_left_out(hidden):
    assert found(f"<p>We are sorry.</p>{hidden}<p>We hired two.</p>") == [
        ("paragraph", "We are sorry."),
        ("paragraph", "We hired two."),
    ]


def test_crossed_out_text_is_left_out_and_that_is_said():
    draft = read(b"<html><p>We <s>will hire</s> hired two men.</p>", "x.html").draft
    assert draft.source == "We hired two men."
    assert draft.notes == (STRUCK,)


def test_a_size_of_half_a_point_is_not_hidden():
    assert found("<p style='font-size:0.8em'>We hired two.</p>") == [("paragraph", "We hired two.")]


@pytest.mark.parametrize(
    ("head", "encoding"),
    [
        ("<meta charset=gb2312>", "gb18030"),
        ('<meta http-equiv=Content-Type content="text/html; charset=iso-8859-1">', "cp1252"),
        ("", "utf-8-sig"),
        ("", "utf-16"),
        ("", "cp1252"),
        ("<meta charset=klingon>", "utf-8"),
    ],
)
def test_charsets(head, encoding):
    text = "We didn’t see the parcels, and nobody “looked”."
    (block,) = found(f"<html>{head}<p>{text}</p>", encoding)
    assert block[1] == 'We didn\'t see the parcels, and nobody "looked".'


def test_entities():
    assert found("<p>Kiln &amp; Cup &#8211; we&nbsp;hired two &lt;men&gt;.</p>") == [
        ("paragraph", "Kiln & Cup – we hired two <men>.")
    ]


def test_nothing_is_fetched(monkeypatch):
    def fail(*_, **__):
        raise AssertionError("a connection was opened")

    monkeypatch.setattr(socket, "socket", fail)
    monkeypatch.setattr(socket, "getaddrinfo", fail)
    markup = (
        "<html><head><link rel=stylesheet href=http://a.example/x.css><base href=http://a.example>"
        "</head><img src=http://a.example/x.png><iframe src=http://a.example></iframe>"
        "<script src=http://a.example/x.js></script><p>We hired two men.</p>"
    )
    assert found(markup) == [("paragraph", "We hired two men.")]


@pytest.mark.parametrize(
    "markup",
    [
        "<div>" * 90_000,
        "<b>" * 90_000,
        "".join(f"<b a={at}><p>" for at in range(40_000)),
        "<p " + "".join(f"a{at} " for at in range(100_000)) + ">we",
        "<p>we hired</p>" * 200_000,
        "<html>",
    ],
    ids=["deep", "bold", "reopened", "attributes", "large", "empty"],
)
def test_hostile_pages_are_refused_in_one_line(markup):
    with pytest.raises(DraftError) as fault:
        read(markup.encode(), "x.html")
    assert "\n" not in str(fault.value)


def test_a_picture_as_text_is_no_large_page():
    picture = "data:image/png;base64," + "iVBORw0KGgo" * 200_000
    assert found(f"<p>We hired two men.</p><img src='{picture}'>") == [
        ("paragraph", "We hired two men.")
    ]
