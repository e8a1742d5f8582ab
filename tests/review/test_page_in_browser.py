"""The page of a review in a real browser, used with mouse and keys, with nothing but its file."""

import io
import shutil
import sys

import pypdf
import pytest
from appeal_lint.model.success import Curve, Effect, Rate, Success
from appeal_lint.model.words import Element, Outcome
from appeal_lint.report import review_html
from appeal_lint.survey import Counter
from chromium import Chromium, Tab
from programs import missing
from reviewed import marked

BROWSERS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
EVIL = '</script><script>document.title="taken"</script><img src=x onerror="document.title=1">'
PROMISE = ("future-promise", "We will hire two packers")


def letters():
    """Return the letters of the page: three that are not ready, one that is, one hostile."""
    late = "Dear Amazon,\n\nMany parcels came late. We will hire two packers, \nand we beg you.\n"
    again = late.replace("two packers", "two packers in June")
    return [
        marked("late/chen.txt", late, [PROMISE, ("vague-words", "Many parcels"),
               ("vague-words", "hire two packers, \nand"), ("evidence-missing", "")],
               score=20, missing=[Element.POLICY], type="Late delivery", author="Ana",
               outcome=Outcome.REJECTED, alike="alike-1", date="2024-01-09"),
        marked("late/diaz.txt", again, [PROMISE], score=41, type="late delivery", author="Bo",
               outcome=Outcome.REINSTATED, alike="alike-1", date="2024-02-09"),
        marked("safety/okoye.txt", "We tested every toy on 3 May.", [], score=95, type="Safety",
               author="Bo", outcome=Outcome.REINSTATED, date="2024-03-01"),
        marked(f"evil/{EVIL}.txt", f"{EVIL} We begged.", [("vague-words", "We begged.")],
               score=60, type=EVIL, author=EVIL),
    ]  # fmt: skip


@pytest.fixture(scope="module")
def file(tmp_path_factory):
    pairs = letters()
    counter = Counter({Element.POLICY: "The policy that was broken"}, {"alike-1": 0.9})
    for one, _ in pairs:
        counter.add(one)
    effect = Effect(
        "evidence", True, "Proof", Rate(8, 10), Rate(2, 10), 0.6, 0.2, 0.8, 0.01, 0.01, False
    )
    success = Success(Rate(10, 20), (effect,), Curve(0.8, 0.6, 0.9))
    path = tmp_path_factory.mktemp("page") / "report.html"
    with path.open("w", encoding="utf-8") as out:
        out.writelines(
            review_html.render(counter.result(), success, lambda: pairs, [("bad.pdf", "Scanned.")])
        )
    return path


@pytest.fixture(scope="module")
def browser(tmp_path_factory):
    if sys.platform != "linux":
        pytest.skip("the browser of this test is for Linux")
    found = next(filter(None, map(shutil.which, BROWSERS)), None)
    if found is None:
        missing("Chromium", "apt-get install chromium-headless-shell")
    made = Chromium(found, tmp_path_factory.mktemp("browser"))
    yield made
    made.stop()


@pytest.fixture
def open_page(browser, file):
    """Open the page, and look afterwards at what it did behind the reader's back."""
    tabs = []

    def open_tab(fragment="", **more):
        tabs.append(Tab(browser, file.as_uri() + fragment, **more))
        return tabs[-1]

    yield open_tab
    for tab in tabs:
        asked = {one["request"]["url"].partition("#")[0] for one in
                 tab.happened("Network.requestWillBeSent")}  # fmt: skip
        assert asked == {file.as_uri()}
        assert tab.happened("Runtime.exceptionThrown") == []
        assert tab.happened("Runtime.consoleAPICalled") == []
        assert tab.happened("Log.entryAdded") == []
        assert tab.value("document.title") == "Review of appeal letters"


def shown(tab):
    """Return the names of the letters that can be seen, in the list and with their text."""
    seen = """[...document.querySelectorAll("%s")]
        .filter((one) => one.offsetParent !== null).map((one) => one.textContent)"""
    listed = tab.value(seen % "#all tbody th")
    assert tab.value(seen % ".letter .name") == listed
    assert tab.value("document.getElementById('count').textContent").startswith(f"{len(listed)} of")
    return [name.split("/")[1] for name in listed]


def choose(tab, field, label):
    """Choose from a list with the keyboard, by the beginning of its label."""
    tab.value(f"document.getElementById('by-{field}').focus()")
    tab.type(label)
    chosen = f"document.getElementById('by-{field}').selectedOptions[0].textContent"
    assert tab.value(chosen).startswith(label)


def test_what_the_script_writes_is_in_the_language_of_the_page(browser, file, tmp_path):
    pairs = letters()[:3]
    counter = Counter({}, {})
    for one, _ in pairs:
        counter.add(one)
    path = tmp_path / "zh.html"
    path.write_text(
        "".join(review_html.render(counter.result(), None, lambda: pairs, language="zh")), "utf-8"
    )
    tab = Tab(browser, path.as_uri())
    count = "document.getElementById('count').textContent"
    assert tab.value(count) == "共 3 封信，显示 3 封。"
    tab.click("#search")
    tab.type("toy")
    assert tab.value(count) == "共 3 封信，显示 1 封。"
    tab.value("document.querySelector('#controls button[type=reset]').click()")
    assert tab.value(count) == "共 3 封信，显示 3 封。"
    assert tab.happened("Runtime.exceptionThrown") == []


def test_all_letters_are_there_worst_first(open_page):
    tab = open_page()
    names = shown(tab)
    assert [names[0], names[1], names[3]] == ["chen.txt", "diaz.txt", "okoye.txt"]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("two packers in june", ["diaz.txt"]),
        ("PACKERS, AND WE BEG", ["chen.txt"]),
        ("safety/ok", ["okoye.txt"]),
        ("future-promise", ["chen.txt", "diaz.txt"]),
        ("no such words", []),
    ],
)
def test_search_finds_words_of_the_letter_its_path_and_its_rules(open_page, words, found):
    tab = open_page()
    tab.click("#search")
    tab.type(words)
    assert shown(tab) == found


@pytest.mark.parametrize(
    ("field", "label", "found"),
    [
        ("ready", "Ready", ["okoye.txt"]),
        ("rule", "Promise", ["chen.txt", "diaz.txt"]),
        ("missing", "The policy", ["chen.txt"]),
        ("type", "Late", ["chen.txt", "diaz.txt"]),
        ("author", "Bo", ["diaz.txt", "okoye.txt"]),
        ("outcome", "Rejected", ["chen.txt"]),
        ("alike", "alike-1", ["chen.txt", "diaz.txt"]),
    ],
)
def test_a_filter_shows_what_fits_and_can_be_taken_back(open_page, field, label, found):
    tab = open_page()
    choose(tab, field, label)
    assert shown(tab) == found
    tab.click("#controls button[type=reset]")
    assert len(shown(tab)) == 4


def test_search_and_filters_work_together(open_page):
    tab = open_page()
    choose(tab, "author", "Bo")
    tab.click("#search")
    tab.type("packers")
    assert shown(tab) == ["diaz.txt"]


def test_a_highlight_leads_to_why_and_back(open_page):
    tab = open_page()
    tab.click("#l1 summary")
    assert tab.value("document.getElementById('l1').open")
    tab.click("#l1m1")
    assert tab.value("location.hash") == "#l1f1"
    assert "Why future-promise matters." in tab.value(
        "document.activeElement.closest('.finding').textContent"
    )
    tab.click("#l1f1 a")
    assert tab.value("document.activeElement.id") == "l1m1"


def test_every_highlight_is_reached_and_named_by_the_keyboard_alone(open_page):
    tab = open_page("#l1")
    names = []
    for _ in range(40):
        tab.press("Tab", 9)
        place = "document.activeElement"
        if not tab.value(f"!!{place}.closest('#l1')"):
            break
        names.append(tab.value(f"{place}.getAttribute('aria-label')"))
    assert [name for name in names if name] == [
        "Warning 2: Vague words. Read why.",
        "Error 1: Promise instead of a finished action. Read why.",
        "Warning 3: Vague words. Read why.",
    ]


def test_a_link_from_the_list_opens_the_letter_even_if_it_is_filtered_out(open_page):
    tab = open_page()
    choose(tab, "ready", "Ready")
    tab.value("location.hash = '#l2'")
    tab.value("new Promise((done) => requestAnimationFrame(done))")
    assert tab.value("document.getElementById('l2').open")
    assert len(shown(tab)) == 4


def test_a_fault_and_a_group_lead_to_their_letters(open_page):
    tab = open_page()
    tab.click("#alike a[data-pick]")
    assert shown(tab) == ["chen.txt", "diaz.txt"]
    tab.click("#faults summary")
    tab.click("#faults a[data-pick]")
    assert len(shown(tab)) == 2
    assert tab.value("document.getElementById('by-alike').value") == ""


def test_all_letters_open_at_once_and_close(open_page):
    tab = open_page()
    opened = "document.querySelectorAll('.letter[open]').length"
    tab.click("#open")
    assert tab.value(opened) == 4
    tab.click("#close")
    assert tab.value(opened) == 0


def test_words_marked_twice_are_copied_as_they_were_written(open_page):
    tab = open_page("#l1")
    assert "Many parcels came late. We will hire two packers, \nand we beg you." in tab.value(
        "document.querySelector('#l1 .text').textContent"
    )


def test_letters_can_be_read_without_the_script(open_page):
    tab = open_page(script=False)
    assert not tab.value("document.getElementById('controls').offsetParent")
    tab.click("#l1 summary")
    assert tab.value("document.querySelector('#l1 mark').getBoundingClientRect().height") > 0
    assert "We will hire two packers" in tab.value("document.getElementById('l1').innerText")


def test_the_page_can_be_printed(open_page):
    tab = open_page("#l1")
    said = " ".join(one.extract_text() for one in pypdf.PdfReader(io.BytesIO(tab.pdf())).pages)
    words = " ".join(said.split())
    assert "4 letters were read." in words
    assert "We will hire two packers" in words
    assert "Search in the letters" not in words


CONTRAST = """(() => {
  const channels = (color) => color.match(/[\\d.]+/g).map(Number);
  const light = (color) => {
    const [r, g, b] = channels(color).slice(0, 3)
      .map((one) => one / 255)
      .map((one) => (one <= 0.04045 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const behind = (one) => {
    for (; one; one = one.parentElement) {
      const color = getComputedStyle(one).backgroundColor;
      if (channels(color)[3] !== 0) return color;
    }
    return "rgb(255, 255, 255)";
  };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const poor = [];
  let looked = 0;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const one = node.parentElement;
    if (!node.data.trim() || one.closest("script, title, desc")) continue;
    const style = getComputedStyle(one);
    const front = one instanceof SVGElement ? style.fill : style.color;
    const [a, b] = [light(front), light(behind(one))];
    const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    looked += 1;
    if (ratio < 4.5) poor.push([node.data.trim().slice(0, 40), front, behind(one), ratio]);
  }
  return [looked, poor];
})()"""


@pytest.mark.parametrize("dark", [False, True])
def test_all_words_stand_out_from_what_is_behind_them(open_page, dark):
    tab = open_page("#l1", dark=dark)
    looked, poor = tab.value(CONTRAST)
    assert looked > 100
    assert poor == []


@pytest.mark.parametrize("width", [360, 800, 1400])
def test_nothing_is_wider_than_the_window(open_page, width):
    tab = open_page("#l1", width=width)
    tab.click("#open")
    assert tab.value("document.documentElement.scrollWidth") <= width


def test_faults_are_told_apart_without_colour(open_page):
    tab = open_page("#l1")
    style = "getComputedStyle(document.querySelector('mark.%s')).textDecorationStyle"
    assert tab.value(style % "error") != tab.value(style % "warning")
