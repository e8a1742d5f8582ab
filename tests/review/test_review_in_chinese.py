"""A review as somebody who reads no English sees it: on the screen, and as a page."""

import csv
import re
import shutil
from html.parser import HTMLParser

import numpy as np
import pytest
from appeal_lint.model.row import RowText
from appeal_lint.model.success import Curve, Effect, Rate, Success
from appeal_lint.model.words import Element, Outcome
from appeal_lint.report import review_html, review_text
from appeal_lint.report.page import Page
from appeal_lint.survey import Counter
from past import CORPUS, rows_of
from past_letters import letters as past
from past_letters import line
from reviewed import finding, row
from rich.cells import cell_len

NAMES = {"FBA", "ODR", "PDF", "ROC"}
"""Abbreviations that stay as they are."""
TEXT = "Dear Amazon,\n\nWe will hire two men. They will check each lamp.\n"
CHINESE = "我们没有检查货物，所以买家收到了破损的茶杯。请恢复我们的账户。\n"


@pytest.fixture(autouse=True)
def _own_cache(monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


class Reader(HTMLParser):
    """What a person reads on a page, without the letters and what is quoted from them."""

    LETTERS = ("text", "about")
    SAID = ("title", "aria-label", "data-said", "placeholder", "alt")

    def __init__(self, page):
        super().__init__()
        self.elements, self.words, self._open = [], [], []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag, attrs):
        known = dict(attrs)
        self.elements.append((tag, known))
        self.words += [known[name] for name in self.SAID if known.get(name)]
        if tag not in ("meta", "input", "br"):
            theirs = known.get("class") in self.LETTERS and tag != "dl"
            self._open.append(tag in ("script", "style", "blockquote") or theirs)

    def handle_startendtag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        self._open.pop()

    def handle_data(self, data):
        if not any(self._open):
            self.words.append(data)


def left(said):
    """Return the English words that are neither quoted nor a name."""
    said = re.sub("“[^“”]*”", "", said)
    said = re.sub(r"\S+\.(?:txt|pdf|csv)\S*|\([a-z-]+\)|alike-\d+|appeal-lint|\{[a-z]+\}", "", said)
    return [one for one in re.findall("[A-Za-z]{2,}", said) if one not in NAMES]


def effect(title, points, *, telling=True, few=False, element=False):
    return Effect(
        "x", element, title, Rate(10, 50), Rate(0 if few else 30, 0 if few else 50), points,
        points - 0.1, points + 0.1, 0.001, 0.01 if telling else 0.4, few,
    )  # fmt: skip


SUCCESSES = [
    Success(
        Rate(40, 100),
        (effect("恳求的话", -0.4), effect("证据", 0.3, element=True), effect("信太长", 0.0)),
        Curve(0.71, 0.64, 0.78), copies=3, never=2, always=1,
    ),
    Success(
        Rate(40, 100), (effect("恳求的话", -0.1, telling=False), effect("信太短", 0.1, few=True)),
        copies=200,
    ),
    Success(Rate(1, 3), few=True),
    None,
]  # fmt: skip


SAID = {
    "future-promise": "用承诺代替已完成的行动", "evidence-missing": "没有日期、数字或文件",
    "fba-ready": "给 FBA 的货备好了吗？", "vague-words": "含糊的说法",
}  # fmt: skip


def told(path, text, found=(), **more):
    """Return a letter and its text; `found` has rules with the words that they found in it."""
    findings, spans = [], []
    for number, (rule, quote) in enumerate(found, 1):
        start = text.index(quote)
        spans.append((start, start + len(quote)))
        findings.append(
            finding(
                rule, number, quote, start, title=SAID[rule], message=f"“{quote}”是一个承诺。",
                why="只有做完的事才算数。", advice="请先做完，再写。",
            )
        )  # fmt: skip
    return row(path, found=findings, **more), RowText(text, tuple(spans))


@pytest.fixture
def pairs():
    """Return letters for which a review has every part."""
    found = [("future-promise", "We will hire two men."), ("evidence-missing", ""),
             ("fba-ready", ""), ("vague-words", "each lamp")]  # fmt: skip
    about = {"missing": [Element.POLICY], "type": "配送延迟", "alike": "alike-1"}
    return [
        told("late/chen.txt", TEXT, found, score=20, date="2024-01-02", author="王芳", words=11,
             outcome=Outcome.REJECTED, notes=("这个文档里有批注。",), **about),
        told("late/diaz.txt", TEXT, found, score=30, date="2024-03-02", author="李明",
             outcome=Outcome.REINSTATED, **about),
        told("good.txt", "We have hired two men on 3 May.", score=95, author="李明"),
        told("long.txt", "We begged. " * 10_000, score=96),
    ]  # fmt: skip


def survey(pairs):
    titles = dict.fromkeys(Element, "别的部分") | {Element.POLICY: "违反的亚马逊政策"}
    counter = Counter(titles, {"alike-1": 0.9})
    for one, _ in pairs:
        counter.add(one)
    return counter.result()


@pytest.mark.parametrize("success", SUCCESSES)
def test_no_english_is_left_on_the_page(pairs, success):
    unread = [("bad.pdf", "这个 PDF 里没有文字。")]
    made = "".join(
        review_html.render(
            survey(pairs), success, lambda: iter(pairs), unread, language="zh", most=3
        )
    )
    read = Reader(made)
    assert ("html", {"lang": "zh"}) in read.elements
    assert left("\n".join(read.words)) == []
    said = " ".join(read.words)
    for words in ("申诉信汇总报告", "最常见的问题", "按撰写人", "几乎相同的信", "读不了的文件"):
        assert words in said
    for filters in ("还不能发送", "缺少的部分", "任何一组", "被拒"):
        assert re.search(f"<option value=[^>]*>{filters}|<label>{filters}", made)
    buttons = re.findall("<button[^>]*>([^<]*)", made)
    assert buttons == ["显示全部申诉信", "全部展开", "全部收起"]
    assert 'data-said="共 {all} 封信，显示 {shown} 封。">共 4 封信，显示 4 封。<' in made


@pytest.mark.parametrize("success", SUCCESSES)
@pytest.mark.parametrize("width", [60, 100])
def test_no_english_is_left_in_the_summary_and_it_fits(pairs, success, width):
    said = review_text.render(survey(pairs), success, Page(width=width, language="zh"))
    rows = said.splitlines()
    assert rows[:2] == ["共读了 4 封信。", "4 封中，2 封可以发送，2 封还不能发送。"]
    assert left(said) == []
    assert max(map(cell_len, rows)) <= width
    assert not [row for row in rows if row.strip()[:1] and row.strip()[0] in "，。；：？！、”）"]


def test_the_columns_of_the_summary_line_up(pairs):
    rows = review_text.render(survey(pairs), None, Page(width=60, language="zh")).splitlines()
    at = next(n for n, row in enumerate(rows) if row.split() == ["缺少", "不足", "已有"])
    ends = {
        cell_len(row[: [one.end() for one in re.finditer(r"\S+", row)][2]])
        for row in rows[at : at + 1 + len(Element)]
    }
    assert len(ends) == 1


@pytest.fixture
def table(tmp_path):
    """A table of past letters, two of which cannot be read."""
    paths = sorted(CORPUS.glob("*.txt"))[:3]
    columns = ("text", "outcome", "type", "date", "author", "id")
    texts = [path.read_text("utf-8") for path in paths]
    rows = [
        (texts[0], "reinstated", "配送延迟", "2024-01-02", "王芳", "1"),
        (texts[1], "rejected", "配送延迟", "03/04/2024", "王芳", "2"),
        (texts[2], "also", "商品安全", "2024-03-02", "李明", "3"),
        (CHINESE, "rejected", "", "", "", "4"),
        ("", "rejected", "", "", "", "5"),
    ]
    path = tmp_path / "以往的信.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([columns, *rows])
    return path


def test_no_english_is_left_in_what_the_command_says_and_writes(run, table, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    page = tmp_path / "o.html"
    status, out, err = run("review", table.name, "--lang", "zh", "--html", page, "--width", "400")
    assert status == 2
    assert out.startswith("共读了 3 封信。")
    assert left(out) == []
    assert left(err) == []
    assert "有 2 封信读不了：" in err
    assert f"{table.name}#5: 这封信是中文。" in err
    assert f"{table.name}#6: 第 6 行没有信" in err
    assert left("\n".join(Reader(page.read_text("utf-8")).words)) == []
    status, _, err = run("review", table.name, "--lang", "zh")
    assert "3 封以前检查过" in err
    assert left(err) == []


def test_where_names_are_hidden_those_in_their_place_are_chinese(run, table, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    page, lines = tmp_path / "o.html", tmp_path / "o.jsonl"
    status, out, _ = run(
        "review", table.name, "--lang", "zh", "--redact", "--html", page, "--jsonl", lines
    )
    assert status == 2
    written = out + page.read_text("utf-8") + lines.read_text("utf-8")
    assert "以往的信" not in written
    assert "王芳" not in written
    assert {row["path"] for row in rows_of(lines)} == {"信 1.csv", "信 2.csv", "信 3.csv"}
    assert {row["author"] for row in rows_of(lines)} == {"撰写人 1", "撰写人 2"}
    assert "文件 1.csv" in written


@pytest.mark.parametrize(
    ("args", "says"),
    [
        ([], "请写出要检查的申诉信，例如：appeal-lint review letters"),
        (["none"], "none：没有这个文件或文件夹。"),
        (["*.docx"], "*.docx：没有符合这个路径模式的文件。"),
        (["empty"], "empty：里面没有申诉信。"),
        (["--resume"], "没有中断的检查。请写出申诉信："),
        (["a.txt", "--html", "-", "--csv", "-"], "--html、--jsonl、--csv 只能有一个写到标准输出。"),
        (["a.txt", "--column", "x"], "--column x：请写成 WHAT=NAME，"),
        (["a.txt", "--jobs", "2", "--scheduler", "tcp://h:1"], "不能同时使用。请去掉一个。"),
        (["t.csv"], "t.csv：没有找到申诉信所在的列。现有的列："),
    ],
)  # fmt: skip
def test_what_goes_wrong_is_told_in_chinese(run, tmp_path, monkeypatch, args, says):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    (tmp_path / "empty").mkdir()
    (tmp_path / "t.csv").write_text("甲,乙\n1,2\n", encoding="utf-8")
    shutil.copy(next(iter(sorted(CORPUS.glob("*.txt")))), tmp_path / "a.txt")
    status, out, err = run("review", *args)
    assert (status, out) == (2, "")
    assert says in err
    assert err.startswith("appeal-lint: ")


@pytest.mark.parametrize("number", [300, 20])
def test_no_english_is_left_in_proposed_costs(run, tmp_path, monkeypatch, number):
    monkeypatch.chdir(tmp_path)
    rates = {"vague-words": 0.3, "policy-missing": 0.3}
    rows = past(np.random.default_rng(1), number, rates, {"vague-words": 2}, start=1)
    (tmp_path / "r.jsonl").write_text("".join(map(line, rows)) + "x\n", encoding="utf-8")
    status, out, err = run("calibrate", "r.jsonl", "--lang", "zh", "--output-file", "costs.yaml")
    assert status == 0
    assert out.startswith("更准。" if number == 300 else "信太少，还看不出来。")
    assert "r.jsonl：这些行不是 review 写出的内容，已跳过：第" in err
    names = r"appeal-lint --config costs\.yaml draft\.txt|r\.jsonl|costs\.yaml|review"
    assert left(re.sub(names, "", out + err)) == []
