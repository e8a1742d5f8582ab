"""The page of a review: one file that fetches nothing, holds its letters, and is harmless."""

import base64
import hashlib
import re
import sys
import tracemalloc
from html.parser import HTMLParser

import pytest
from appeal_lint.model.extras import MissingExtraError
from appeal_lint.model.row import RowText
from appeal_lint.model.success import Curve, Effect, Rate, Success
from appeal_lint.model.words import Element, Outcome
from appeal_lint.report import review_html
from appeal_lint.survey import Counter
from reviewed import finding, marked, row

EVIL = (
    "</script><script>alert(1)</script> <img src=x onerror=alert(2)> <!-- ]]> \"' & \x00\x07 "
    "\u202egnp.exe\u2066 \ud800 $x^2$ font-family: a; url(http://evil.example/) {shown}"
)


class Reader(HTMLParser):
    """Reads a page as a browser does: its elements with their attributes, and its text."""

    VOID = frozenset({"meta", "input", "br"})

    def __init__(self, page):
        super().__init__()
        self.elements, self.open, self.words = [], [], []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.words.append(data)

    @property
    def text(self):
        return " ".join("".join(self.words).split())


def survey(pairs, **more):
    counter = Counter(**more)
    for one, _ in pairs:
        counter.add(one)
    return counter.result()


def page(pairs, success=None, unread=(), **more):
    made = review_html.render(survey(pairs), success, lambda: iter(pairs), unread, **more)
    return "".join(made)


def effect(title, points, few=False):
    return Effect(
        "x", False, title, Rate(1, 9), Rate(5, 9), points, points - 0.1, points + 0.1, 0.01, 0.02,
        few,
    )  # fmt: skip


SUCCESS = Success(Rate(6, 18), (effect("Begging", -0.4),), Curve(0.7, 0.6, 0.8))
TEXT = "Dear Amazon,\n\nWe will hire two men. They will check each lamp.\n"


def everything():
    """Return letters for which the page has every part."""
    promise = [("future-promise", "We will hire two men."), ("evidence-missing", "")]
    return [
        marked("late/chen.txt", TEXT, promise, score=20, missing=[Element.POLICY], author="Ana",
               type="Late", date="2024-01-02", outcome=Outcome.REJECTED, alike="alike-1"),
        marked("late/diaz.txt", TEXT, promise, score=30, date="2024-03-02", author="Bo",
               type="Late", outcome=Outcome.REINSTATED, alike="alike-1"),
        marked("good.txt", "We have hired two men on 3 May.", [], score=95),
    ]  # fmt: skip


def whole(**more):
    return page(everything(), SUCCESS, [("bad.pdf", "There is no text in it.")], **more)


def test_a_page_fetches_nothing():
    read = Reader(whole())
    for tag, attributes in read.elements:
        assert tag not in {"link", "img", "iframe", "object", "embed", "base", "image", "audio"}
        assert not set(attributes) & {"src", "srcset", "action", "background", "data", "poster"}
        for name in ("href", "xlink:href"):
            assert attributes.get(name, "#").startswith("#")
        for value in attributes.values():
            assert re.search(r"url\((?!#)", value or "") is None
    assert re.search(r"https?:|//[a-z]|@import|url\(\s*['\"]", whole()) is None


def test_a_page_allows_its_own_style_and_its_own_script_only():
    made = whole()
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', made)[1]
    (script,) = re.findall(r"<script>(.*?)</script>", made, re.DOTALL)
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    assert "default-src 'none'" in policy
    assert f"script-src 'sha256-{digest}'" in policy
    assert made.index("Content-Security-Policy") < made.index("<style>")
    names = [name for _, attributes in Reader(made).elements for name in attributes]
    assert not [name for name in names if name.startswith("on")]


def test_every_part_is_there_and_named_in_the_contents():
    made = whole()
    read = Reader(made)
    parts = [one["id"] for tag, one in read.elements if tag == "section" and "id" in one]
    assert parts == [
        "scores", "trend", "faults", "parts", "types", "authors", "alike", "success", "unread",
        "letters",
    ]  # fmt: skip
    links = [one["href"][1:] for tag, one in read.elements if tag == "a" and "href" in one]
    assert set(parts) <= set(links)
    assert ("html", {"lang": "en"}) in read.elements
    for said in (
        "3 letters were read. 1 of 3 are ready to send. 2 are not.",
        "Files that could not be read",
        "There is no text in it.",
        "They share, for example: We will hire two men.",
        "Account back: 1. Rejected: 1. Not known: 1.",
        "In 70 of 100 such pairs",
    ):
        assert said in read.text


def test_names_on_the_page_are_there_once_and_links_lead_to_them():
    read = Reader(whole())
    names = [one["id"] for _, one in read.elements if "id" in one]
    assert len(names) == len(set(names))
    for _, one in read.elements:
        for link in (one.get("href"), one.get("xlink:href")):
            assert link is None or link[1:] in names
        for used in re.findall(r"url\(#([^)]+)\)", " ".join(filter(None, one.values()))):
            assert used in names


def test_every_chart_has_words_and_numbers_for_those_who_cannot_see_it():
    made = whole()
    charts = re.findall(r"<svg.*?</svg>", made, re.DOTALL)
    assert len(charts) == 7
    for chart in charts:
        assert re.search(r"<title[^>]*>[^<]+</title><desc[^>]*>[^<]+</desc>", chart)
        assert "#0102" not in chart
    assert made.count("<caption>") >= len(charts)


def test_the_letters_come_worst_first_with_what_was_found():
    made = whole()
    read = Reader(made)
    assert made.index(">late/chen.txt<") < made.index(">late/diaz.txt<") < made.index(">good.txt<")
    assert '<mark class="error">We will hire two men.</mark>' in made
    assert "Why future-promise matters." in read.text
    assert "How to mend future-promise." in read.text
    assert "Whole letter." in read.text


def test_findings_that_overlap_are_all_marked_and_named():
    text = "We will soon hire two men."
    pair = marked(
        "a.txt", text, [("vague-words", "We will soon"), ("future-promise", "soon hire two men.")]
    )
    made = page([pair])
    marks = re.findall(r'<mark class="(\w+)">([^<]*)</mark>', made)
    assert marks == [("warning", "We will "), ("error", "soon"), ("error", " hire two men.")]
    names = re.findall(
        r'class="ref \w+" id="l1m\d" href="#(l1f\d)" [^>]*aria-label="([^"]+)"', made
    )
    assert names == [
        ("l1f1", "Warning 1: Vague words. Read why."),
        ("l1f2", "Error 2: Promise instead of a finished action. Read why."),
    ]


def test_a_letter_without_end_is_cut_and_the_page_says_so():
    text = "We are sorry. " * 20_000 + "We will hire two men."
    made = page([marked("a.txt", text, [("future-promise", "We will hire two men.")])])
    assert len(made) < len(text)
    assert "only its first 100000 signs are shown" in made
    assert "Promise instead of a finished action" in made


@pytest.mark.parametrize("spans", [(), ((5, 2),), ((-4, 3),), ((0, 999),)])
def test_a_finding_without_a_place_in_the_text_is_told_all_the_same(spans):
    one = row("a.txt", found=[finding(quote="We will", message="It is a promise.")])
    read = Reader(page([(one, RowText(TEXT, spans))]))
    assert "It is a promise." in read.text
    assert "They will check each lamp." in read.text


def test_a_letter_without_its_text_has_its_findings():
    read = Reader(page([(row("a.txt", found=["vague-words"]), None)]))
    assert "The text of this letter is not here." in read.text
    assert "Vague words" in read.text


def test_whatever_users_write_stays_text():
    one, _ = marked(EVIL, EVIL, [])
    one = row(
        EVIL, found=[finding(message=EVIL, title=EVIL, why=EVIL, advice=EVIL, quote="</script>")],
        id=EVIL, type=EVIL, author=EVIL, date=EVIL, alike=EVIL, notes=(EVIL,),
    )  # fmt: skip
    pair = one, RowText(EVIL, ((0, 9),))
    other = row("b", alike=EVIL, type="x", author="y"), RowText(EVIL)
    success = Success(Rate(1, 2), (effect(EVIL, 0.2),))
    made = page([pair, other], success, [(EVIL, EVIL)])
    read = Reader(made)
    tags = {tag for tag, _ in read.elements}
    assert "img" not in tags
    assert [tag for tag, _ in read.elements].count("script") == 1
    assert read.open == []
    assert "<img src=x onerror=alert(2)>" in read.text
    assert not any(char in made for char in "\x00\x07\u202e\u2066\ud800")
    made.encode("utf-8")
    # What must never fetch is looked at in attributes; the words of a letter may name anything.
    for _, attributes in read.elements:
        assert not [name for name in attributes if name.startswith("on")]
        assert all("evil" not in (attributes.get(name) or "") for name in ("style", "href", "src"))


def test_a_page_says_what_it_leaves_out():
    pairs = [marked(f"{n:02}.txt", f"Letter number {n} here.", [], score=n) for n in range(12)]
    read = Reader(page(pairs, most=5))
    assert "only the 5 worst letters are here with their text. The other 7" in read.text
    shown = [one for tag, one in read.elements if one.get("class") == "letter"]
    assert len(shown) == 5
    assert "Letter number 4 here." in read.text
    assert "Letter number 5 here." not in read.text
    assert "11.txt" in read.text


def test_more_letters_than_one_batch_are_all_there_in_order():
    pairs = [marked(f"{n:03}.txt", f"Letter {n}.", [], score=n % 101) for n in range(450)]
    made = page(pairs)
    shown = re.findall(r'<details class="letter".*?<bdi>(\d+)\.txt', made, re.DOTALL)
    assert [int(one) for one in shown] == sorted(range(450), key=lambda n: (n % 101, f"{n:03}"))


def test_the_same_rows_make_the_same_page_in_whatever_order():
    pairs = everything()
    first = page(pairs, SUCCESS)
    assert page(list(reversed(pairs)), SUCCESS) == first
    assert page(pairs, SUCCESS) == first


def test_a_page_of_no_letters_can_be_read():
    read = Reader(page([], unread=[("a.txt", "It is empty.")]))
    assert "No letter was read." in read.text
    assert "It is empty." in read.text


def test_a_page_speaks_the_language_that_was_asked_for():
    made = whole(language="zh")
    assert '<html lang="zh">' in made


def test_the_page_never_holds_all_letters():
    size = 200_000

    def letters():
        for number in range(120):
            yield marked(f"{number}.txt", f"{number} " * (size // 4), [], score=number % 100)

    counter = Counter()
    for one, _ in letters():
        counter.add(one)
    pieces = review_html.render(counter.result(), None, letters, most=10)
    list(zip(range(3), pieces, strict=False))  # what is made once, as the fonts, is not counted
    tracemalloc.start()
    longest = max(map(len, pieces))
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert longest < 2 * size
    assert most < 40 * size  # all of them would be 120


def test_without_the_library_nothing_is_done(monkeypatch):
    monkeypatch.setitem(sys.modules, "matplotlib", None)

    def letters():
        raise AssertionError("asked for letters")

    with pytest.raises(MissingExtraError, match=r"appeal-lint\[charts\]"):
        review_html.check()
    with pytest.raises(MissingExtraError):
        review_html.render(survey([]), None, letters)
