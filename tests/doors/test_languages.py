"""The report in Chinese, as somebody who reads no English would see it."""

import io
import json
import re
import sys
from pathlib import Path

import pytest
from appeal_lint import rulebook
from rich.cells import cell_len

LETTERS = sorted(
    path
    for path in (Path(__file__).parents[2] / "corpus" / "letters").iterdir()
    if path.suffix in (".txt", ".md")
)
KNOWN = {"FBA", "ODR", "PDF"}
"""Abbreviations that sellers who write Chinese use."""
LABELS = ("问题", "为什么", "怎么改", "例句")
CHINESE = """尊敬的亚马逊卖家绩效团队：

我们的订单缺陷率是 1.8%。我们没有检查货物，所以买家收到了破损的茶杯。
我们于 5 月 3 日聘请了两名质检员，每一批货都会检查。请恢复我们的账户。
"""


def left(shown):
    """Return the English words of a report that are neither quoted nor a name."""
    rows = shown.splitlines()
    kept = []
    for row, after in zip(rows, [*rows[1:], ""], strict=True):
        letter = row.startswith("    ") and set(after) == {" ", "^"}
        if not letter and "^" not in row:
            kept.append(row)
    text = "\n".join(kept)
    while re.search("“[^“”]*”", text):
        text = re.sub("“[^“”]*”", "", text)
    text = re.sub(r"A-to-Z|--[a-z-]+|\([a-z-]+\)|^ +\d+  [a-z-]+$", "", text, flags=re.M)
    return [word for word in re.findall("[A-Za-z]{2,}", text) if word not in KNOWN]


def starts(shown):
    """Return the columns where the texts beside the four labels start."""
    return {
        cell_len(row[: row.index(label)]) + cell_len(found[0])
        for row in shown.splitlines()
        for label in LABELS
        if (found := re.match(rf"  {label} +", row))
    }


@pytest.mark.parametrize("path", LETTERS, ids=lambda path: path.stem)
def test_no_english_is_left_in_the_report_of_a_letter(run, path):
    # So wide that no quote is broken over two rows.
    _, out, err = run("--lang", "zh", path, "--all", "--statistics", "--width", "400")
    assert err == ""
    name, *rows = out.splitlines()
    assert name == str(path)
    assert re.match("可以发送。|还不能发送。", rows[0])
    assert left("\n".join(rows)) == []


@pytest.mark.parametrize("path", LETTERS[::5], ids=lambda path: path.stem)
def test_no_english_is_left_in_the_report_as_sentences(run, path):
    _, out, err = run("--lang", "zh", path, path, "--format", "plain", "--all", "--statistics")
    assert err == ""
    shown = out.replace(str(path), "").replace("--all", "")
    shown = re.sub(r"规则：?\s?[a-z-]+|^[a-z-]+：", "", shown, flags=re.M)
    assert left(shown) == []


COMMANDS = [
    "lint", "review", "ignore", "baseline", "config", "init", "doctor", "statements", "rules",
    "rules new", "rules test", "explain", "schema", "docs", "evaluate", "calibrate",
    "translations", "fix", "hook", "lsp", "server", "server start", "server status", "server stop",
]  # fmt: skip


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_no_english_is_left_in_the_help_and_it_fits(run, monkeypatch, command):
    if command == "lsp":  # its language is that of the editor
        monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
        code, out, err = run("lsp", "--help")
    else:
        code, out, err = run(*command.split(), "--lang", "zh", "--help")
    assert (code, err) == (0, "")
    assert max(map(cell_len, out.splitlines())) <= 80
    assert "选项" in out
    _, told = out.split("\n\n", 1)
    told = re.sub(r"^ {2,4}(?:-|[a-z]+ ).*?(?: {2,}|$)", "", told, flags=re.M)  # names
    names = (
        r"appeal-lint[^一-鿿]*|--[a-z-]+|`[a-z_:]+`|\[[^一-鿿]*\]|'[^'一-鿿]*'|tcp:\S+"
        r"|\S+\.(?:yaml|txt|md|jsonl)\b"
    )
    told = re.sub(names, "", told)
    allowed = {
        "en", "zh", "us", "uk", "de", "in", "error", "warning", "never", "JSON", "Schema", "spaCy",
        "Tab", "shell", "bash", "zsh", "fish", "eval", "source", "APPEAL", "LINT", "COMPLETE",
        "bash_source", "zsh_source", "fish_source", "PATH", "FILE", "DIR", "FAMILY", "ID", "GOLD",
        "OF", "rule", "pack", "config", "cli", "rules", "text",
        "fix", "warn", "refuse", "bak", "LSP", "CSV", "Excel", "Parquet", "mbox", "Dask", "outcome",
        "type", "date", "author", "id", "path", "json",
    }  # fmt: skip
    assert [word for word in left(told) if word not in allowed] == []


def test_the_help_of_all_commands_is_written_in_english_whatever_the_language(run, tmp_path):
    docs = Path(__file__).parents[2] / "docs"
    assert run("docs", docs, "--check")[0] == 0
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("LC_ALL", "zh_CN.UTF-8")
        assert run("docs", docs, "--check") == (0, "", "")


def test_no_english_is_left_in_what_other_commands_say(run, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("信.txt").write_text("We will hire two inspectors for the lamps.\n", encoding="utf-8")
    Path("信.txt.ignores.yaml").write_text(
        "version: 1\nignores:\n- {rule: tone-anger, words: We are angry.}\n- {rule: 别的}\n",
        encoding="utf-8",
    )
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    code, out, _ = run("doctor", "--width", "400")
    assert code == 0
    names = r"appeal-lint|init|Python|Linux|Darwin|Windows|durable-rules|reference|spaCy|en_core\w+"
    assert left(re.sub(rf"{names}|[Uu][Tt][Ff]-\d+", "", out)) == []
    said = "".join(
        run("ignore", "信.txt", *args)[1]
        for args in (["1", "2"], ["1"], ["1", "--undo"], ["1", "--undo"], ["--prune"])
    )
    text = Path("信.txt.ignores.yaml").read_text(encoding="utf-8")
    assert "已忽略" in said
    assert "不再忽略" in said
    assert "删去 2 条" in said
    assert left(re.sub(r"（[a-z-]+）|[\w.]*\.(?:txt|yaml)", "", said)) == []
    Path("信.txt.ignores.yaml").write_text(
        text + "- {rule: tone-anger, words: We are angry.}\n- {rule: 别的}\n", encoding="utf-8"
    )
    shown = run("信.txt", "--width", "400")[1].splitlines()[1:7]
    assert any("忽略了" in row for row in shown)
    told = re.sub(r"信\.txt[\w.]*|appeal-lint ignore|tone-anger", "", "\n".join(shown))
    assert left(told) == []
    out = run("config", "--width", "400")[1]
    assert "默认" in out
    assert "not set" not in out
    assert "default" not in out


def test_no_english_is_left_in_what_fix_asks_and_says(run, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    letter = Path("信.txt")
    letter.write_text(
        "We packed too slowly.\n\nWe will hire two inspectors for the lamps.\n\n"
        "We will train our staff.\n\nWe will test every lamp before it is packed.\n",
        encoding="utf-8",
    )
    answers = ("?", "y", "3 May", "y", "n", "y", "y", "", "w", "We test every lamp.", "y")
    monkeypatch.setattr(sys, "stdin", io.StringIO("\n".join(answers) + "\n"))
    code, out, err = run("fix", letter, "--isolated", "--lang", "zh", "--todo", "要做的.txt")
    assert (code, err) == (1, "")
    assert "on 3 May" in letter.read_text("utf-8")
    assert "We test every lamp." in letter.read_text("utf-8")
    rows = [row for row in out.splitlines() if re.search("[一-鿿]", row)]
    told = "\n".join(row for row in rows if not row.startswith(("---", "+++")))
    for words in ("已经做完", "没有看懂", "待办清单", "自己的话", "改动前的信", "得分从", "还要做"):
        assert words in told
    for key in ("y = ", "n = ", "s = ", "q = ", "w = "):
        assert key in told
    told = told.replace("We will train our staff.", "").replace("3 May", "").replace("Enter", "")
    assert left(re.sub(r"[\w.]*\.txt(?:\.bak)?", "", told)) == []


@pytest.mark.parametrize(
    "args",
    [
        ["fix"], ["fix", "-"], ["fix", "none.txt"], ["fix", "信.txt", "--yes"],
        ["fix", "信.txt", "--diff"], ["fix", "信.txt", "--todo", "信.txt"], ["fix", "信.txt"],
        ["hook", "信.txt", "--limit", "0"], ["hook", "none.txt", "--limit", "0"],
        ["hook", "信.txt", "--limit", "soon"], ["hook", "信.txt", "--limit", "0.01"],
        ["server", "status"], ["server", "strat"],
    ],
    ids=" ".join,
)  # fmt: skip
def test_no_english_is_left_in_what_fix_hook_and_server_say(run, tmp_path, monkeypatch, args):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    monkeypatch.setattr(sys, "stdin", io.StringIO(""))
    Path("信.txt").write_text("We will hire two inspectors for the lamps.\n", encoding="utf-8")
    _, out, err = run(*args)
    assert re.search("[一-鿿]", out.replace("信.txt", "") + err.replace("信.txt", ""))
    rows = [row for row in (out + err).splitlines() if not re.match("[-+ @]|    ", row)]
    names = r"appeal-lint|\w*\.txt(?::1:1: (?:error|warning|info) )?|'[a-z]+'|\[[a-z-]+\]"
    told = re.sub(names, "", "\n".join(rows))
    assert [word for word in left(told) if word != "fix"] == []


@pytest.mark.parametrize("path", LETTERS, ids=lambda path: path.stem)
@pytest.mark.parametrize("width", [40, 80])
def test_every_row_fits_and_the_labels_line_up(run, path, width):
    _, out, _ = run("--lang", "zh", path, "--all", "--width", str(width))
    rows = out.splitlines()[1:]
    assert max(map(cell_len, rows)) <= width
    assert not [row for row in rows if row.strip()[:1] and row.strip()[0] in "，。；：？！、”）"]
    assert len(starts(out)) <= 1


def test_the_list_of_rules_has_no_english_left(run):
    code, out, _ = run("rules", "--lang", "zh", "--width", "80")
    assert code == 0
    names = [re.match(r"  ([a-z-]+) +", row) for row in out.splitlines()]
    assert {one[1] for one in names if one} == set(rulebook.load().by_id)
    assert left("\n".join(re.sub(r"^  [a-z-]+ +", "", row) for row in out.splitlines())) == []
    assert max(map(cell_len, out.splitlines())) <= 80
    assert "承诺 (promises)" in out


@pytest.mark.parametrize("rule", rulebook.load().rules, ids=lambda rule: rule.id)
def test_the_page_of_a_rule_has_no_english_left(run, rule):
    code, out, _ = run("explain", rule.id, "--lang", "zh", "--width", "400")
    assert code == 0
    examples = "\n".join((*rule.examples.bad, *rule.examples.good))
    quoted = {row.strip().removeprefix("- ") for row in examples.splitlines()}
    shown = [row for row in out.splitlines() if not row.startswith("  页面")]  # a path
    rows = [row for row in shown if row.strip(" -") not in quoted]
    assert len(rows) < 15
    assert left("\n".join(rows).replace(f"{rule.id}: ", "")) == []
    assert len(starts(out)) == 1
    code, page, _ = run("explain", rule.id, "--lang", "zh", "--format", "markdown")
    assert "**怎么改：**" in page
    assert f"“{rule.like}”" in page


def test_model_sentences_and_quotes_stay_english(run, sample):
    _, out, _ = run(sample, "--lang", "zh")
    assert "例句    “We have already hired two quality inspectors, on 3 May.”" in out
    assert "问题    “Answer every message within one day.”是一个承诺。" in out


@pytest.mark.parametrize("name", ["zh", "zh-CN", "zh_CN.UTF-8", "zh-Hans", "ZH"])
def test_the_names_of_chinese(run, name):
    assert "错误。怪天气" in run("rules", "--lang", name)[1]


def test_a_language_that_there_is_not(run):
    code, out, err = run("rules", "--lang", "klingon")
    assert (code, out) == (2, "")
    assert err == "appeal-lint: There is no language 'klingon'. Choose one of: en, zh.\n"


@pytest.mark.parametrize(
    "args", [["--lang", "zh", "rules"], ["--lang=zh", "rules"], ["rules", "--lang=zh"]]
)
def test_the_flag_may_stand_before_the_command(run, args):
    assert "怪天气" in run(*args)[1]


def test_the_language_of_the_computer(run, monkeypatch):
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    assert "怪天气" in run("rules")[1]
    assert "Blaming the weather" in run("rules", "--lang", "en")[1]
    monkeypatch.setenv("LC_ALL", "de_DE.UTF-8")
    assert "Blaming the weather" in run("rules")[1]


def test_the_configuration_chooses_the_language_and_the_flag_stands_above_it(
    run, tmp_path, monkeypatch
):
    monkeypatch.chdir(tmp_path)
    Path("letter.txt").write_text("We will hire two inspectors.\n")
    Path(".appeal-lint.yaml").write_text("language: zh-CN\n")
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")
    assert "还不能发送" in run("letter.txt")[1]
    assert "怪天气" in run("rules")[1]
    assert "NOT READY" in run("letter.txt", "--lang", "en")[1]
    assert "NOT READY" in run("letter.txt", "--isolated")[1]
    assert "没有这个文件" in run("none.txt")[2]
    Path(".appeal-lint.yaml").unlink()
    monkeypatch.setenv("APPEAL_LINT_LANGUAGE", "zh")
    assert "还不能发送" in run("letter.txt")[1]
    assert "没有 '--alll' 这个选项" in run("letter.txt", "--alll")[2]


def test_json_keeps_its_names_and_says_the_language(run, tmp_path):
    letter = tmp_path / "letter.txt"
    letter.write_text("We will hire two inspectors.\n请检查这一行。\n", encoding="utf-8")
    _, out, _ = run(letter, "--format", "json", "--lang", "zh")
    _, plain, _ = run(letter, "--format", "json")
    told, english = json.loads(out), json.loads(plain)
    assert (told["language"], english["language"]) == ("zh", "en")
    (draft,), (other,) = told["drafts"], english["drafts"]
    assert [one["rule"] for one in draft["findings"]] == [one["rule"] for one in other["findings"]]
    promise = next(one for one in draft["findings"] if one["rule"] == "future-promise")
    assert promise["title"] == "用承诺代替已完成的行动"
    assert promise["message"] == "“We will hire two inspectors.”是一个承诺。"
    assert promise["like"] == "We have already hired two quality inspectors, on 3 May."
    assert draft["set_aside"][0]["reason"] == "这一行不是英文，没有检查。"
    assert draft["elements"] == other["elements"]


def test_lines_set_aside_are_said(run, tmp_path):
    letter = tmp_path / "letter.txt"
    letter.write_text("我们\nWe hired two men on 3 May.\n他们\n你们\n这里\n", encoding="utf-8")
    assert "第 1、3 至 5 行不是英文，没有检查。" in run(letter, "--lang", "zh")[1]


def test_a_chinese_letter_is_told_in_chinese_whatever_the_language(run, tmp_path):
    letter = tmp_path / "信.txt"
    letter.write_text(CHINESE, encoding="utf-8")
    code, out, err = run(letter)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert "this letter is not in English" in err
    assert "这封信是中文。请用英文写" in err
    code, out, err = run(letter, "--lang", "zh")
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert "这封信是中文" in err
    assert not re.search("[A-Za-z]{3,}", err.replace("appeal-lint", "").replace(str(letter), ""))


@pytest.mark.parametrize(
    "text",
    ["これはアマゾンへの手紙です。二人の検査員を雇いました。アカウントを再開してください。\n",
     "우리는 두 명의 검사원을 고용했습니다. 계정을 다시 열어 주십시오.\n",
     "Мы наняли двух инспекторов. Пожалуйста, откройте наш аккаунт.\n"],
)  # fmt: skip
def test_other_languages_are_not_told_in_chinese(run, tmp_path, text):
    letter = tmp_path / "letter.txt"
    letter.write_text(text, encoding="utf-8")
    code, _, err = run(letter)
    assert code == 2
    assert "not in English" in err
    assert "中文" not in err


@pytest.mark.parametrize(
    ("args", "says"),
    [
        (["no-such.txt"], "no-such.txt：没有这个文件。"),
        (["."], ".：这是一个文件夹。请写申诉信的文件名。"),
        (["rulez"], "rulez：没有这个文件。您是不是要写“rules”？"),
        ([], "请写出要检查的申诉信，例如：appeal-lint draft.txt"),
        (["-", "-"], "标准输入（-）只能读一次。"),
        (["explain", "future-promis"], "没有“future-promis”这条规则。您是不是要写“future-promise”？"
         "查看全部规则：appeal-lint rules"),
        (["x", "--select", "tome"], "没有“tome”这条规则或这个类别。您是不是要写“tone”？"),
        (["x", "--output-file", "."], "--output-file .：这是一个文件夹。请写一个文件名。"),
        (["x", "--format", "xml"], "'--format' 的值不对：'xml' 不在可选的值里："),
        (["x", "--min-score", "200"], "'--min-score' 的值不对：200 不在范围 0<=x<=100 内。"),
        (["x", "--bogus"], "--bogus"),
    ],
)  # fmt: skip
def test_what_goes_wrong_is_told_in_chinese(run, monkeypatch, args, says):
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    code, _, err = run(*args)
    assert code == 2
    assert err.count("\n") == 1
    assert err.startswith(f"appeal-lint: {says}") or (says == "--bogus" and "选项" in err)


def test_the_flag_counts_for_what_goes_wrong_before_it_is_read(run):
    assert "选项" in run("x", "--bogus", "--lang", "zh")[2]
    assert "No such option" in run("x", "--bogus")[2]


def test_rules_of_a_further_folder_stay_english_until_they_are_translated(run, tmp_path):
    family = tmp_path / "more" / "tone"
    family.mkdir(parents=True)
    (family / "too-merry.yaml").write_text(
        "id: too-merry\ntitle: Too merry\nseverity: warning\ncost: {each: 1, most: 1}\n"
        "why: Amazon reads facts.\nsource: me\nwhen:\n  statement: {act: promise}\n"
        'message: "“{quote}” is merry."\nadvice: Take it out.\nlike: We hired two men.\n'
        "examples:\n  bad: [We will hire two men.]\n  good: [We hired two men.]\n",
        encoding="utf-8",
    )
    command = ("explain", "too-merry", "--lang", "zh", "--rules", tmp_path / "more")
    assert "Amazon reads facts." in run(*command)[1]
    texts = tmp_path / "more" / "i18n" / "zh.yaml"
    texts.parent.mkdir()
    texts.write_text("rules:\n  too-merry:\n    why: 亚马逊看的是事实。\n", encoding="utf-8")
    code, out, _ = run(*command)
    assert code == 0
    assert "亚马逊看的是事实。" in out
    assert "Too merry" in out
    texts.write_text("rules:\n  too-mery:\n    why: 亚马逊看的是事实。\n", encoding="utf-8")
    code, out, err = run(*command)
    assert (code, out) == (2, "")
    assert f"{texts}:2: rules.too-mery: rules 里没有这一项（您是不是要写“too-merry”？）" in err


def test_every_shipped_text_is_translated_and_up_to_date(run):
    assert run("translations") == (0, "zh: nothing to do.\n", "")


def test_what_a_new_language_lacks_is_listed(run):
    code, out, _ = run("translations", "fr")
    assert code == 1
    assert "fr.yaml:1: rules.future-promise.message: is missing" in out
    assert "interface: 'Next step' is missing" in out
    assert re.search(r"^fr: \d{3,4} to do\.$", out, re.M)


def test_stale_texts_are_listed_and_marked_as_right_again(run, tmp_path):
    texts = tmp_path / "more" / "i18n" / "zh.yaml"
    texts.parent.mkdir(parents=True)
    before = 'rules:\n  too-long:\n    of: "00000000"\n    title: 太长  # 短一点\n'
    texts.write_text(before, encoding="utf-8")
    code, out, _ = run("translations", "zh", "--rules", tmp_path / "more")
    assert code == 1
    assert f"{texts}:3: rules.too-long.of: the English has changed since" in out
    code, out, _ = run("translations", "zh", "--rules", tmp_path / "more", "--update")
    assert (code, out) == (0, "zh: nothing to do.\n")
    after = texts.read_text(encoding="utf-8")
    assert re.sub('of: "[0-9a-f]{8}"', 'of: "00000000"', after) == before
    assert after != before


@pytest.mark.parametrize("name", ["../zh", "en", "Z"])
def test_no_name_of_a_language_leads_elsewhere(run, name):
    code, out, err = run("translations", name)
    assert (code, out, err.count("\n")) == (2, "", 1)
