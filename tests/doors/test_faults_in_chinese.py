"""What is wrong with a file or a variable, told to somebody who reads no English."""

import os
import re
from pathlib import Path

import pytest

RULE = """\
id: too-merry
title: Too merry
severity: warning
cost: {each: 1, most: 1}
why: Amazon reads facts.
source: me
when:
  statement: {act: promise, agent: seller}
message: "“{quote}” is merry."
advice: Take it out.
like: We hired two men.
examples:
  bad: [We will hire two men.]
  good: [We hired two men.]
"""
PACK = "name: house\nversion: '1.0'\n"
NAMES = {"UTF", "YAML", "TOML", "kB", "id", "issues", "rules", "Windows"}
"""What is called so in Chinese too: forms of files, and keys that a sentence cannot quote."""

CONFIGURATION = [
    ("min-scor: 3", "1: min-scor", "没有这一项（您是不是要写“min-score”？）；可以写的有："
     "min-score, fail-on, marketplace, language, engine, model, packs, select, ignore, baseline, "
     "hook, hook-limit, rules, cache, warm, warm-minutes, profiles"),
    ("min-score: 80\nmin-score: 70", "2: min-score", "写了两次，第一次在第 1 行"),
    ("min-score: 101", "1: min-score", "不能大于 100"),
    ("min-score: -1", "1: min-score", "不能小于 0"),
    ("min-score: '80'", "1: min-score", "应为整数"),
    ("fail-on: often", "1: fail-on", "没有“often”这个值；请写其中一个：error, warning, never"),
    ("fail-on: [x]", "1: fail-on", "没有这样的值；请写其中一个：error, warning, never"),
    ("marketplace: usa", "1: marketplace", "没有“usa”这个值（您是不是要写“us”？）"),
    ("hook: stop", "1: hook", "没有“stop”这个值；请写其中一个：warn, refuse"),
    ("hook-limit: soon", "1: hook-limit", "应为数字"),
    ("warm: maybe", "1: warm", "应为 `true` 或 `false`"),
    ("warm-minutes: 1.5", "1: warm-minutes", "应为整数"),
    ("model: ''", "1: model", "不能是空的"),
    ("model: 3", "1: model", "应为文字，请加引号"),
    ("profiles: [{paths: []}]", "1: profiles.0.paths", "至少要有 1 项"),
    ("profiles:\n  - min-score: 3", "2: profiles.0.paths", "缺少这一项"),
    ("profiles: x", "1: profiles", "应为列表"),
    ("rules:\n  too-long: of", "2: rules.too-long", "没有“of”这个值（您是不是要写“off”？）；"
     "请写其中一个：on, off, error, warning, info；或写 severity, cost, on"),
    ("rules:\n  too-long: {on: 5}", "2: rules.too-long.on", "应为 `true` 或 `false`"),
    ("rules:\n  too-long: {}", "2: rules.too-long", "是空的，请至少写一项"),
    ("rules:\n  too-lon: off", "2", "没有“too-lon”这条规则（您是不是要写“too-long”？）"),
    ("ignore: stile", "1", "没有“stile”这条规则或这个类别（您是不是要写“style”？）"),
    ("- a", "1", "要写名称和值，例如 `name: value`"),
    ("min-score:", "1: min-score", "没有写值"),
    ("a: &x 1", "1", "不能用 YAML 的锚点和别名（& 和 *），请给这样的文字加引号"),
    ("a: !!int 1", "1", "不能用 YAML 标签，这里却有“tag:yaml.org,2002:int”"),
    ("a: 1\n---\nb: 1", "2", "一个文件只放一条规则或一个列表，请删去第二个 `---`"),
    ("? [a]\n: 1", "1", "名称只能是一个普通的词"),
    ("[" * 30, "1", "超过了 20 层"),
    ("#" * 300_000, "1", "这个文件超过 256 kB"),
]  # fmt: skip
IGNORES = [
    ("", "1", "这个文件是空的"),
    ("version: 2\nignores: []", "1: version", "这里是 2，而本程序只能读 1，请安装新的版本"),
    ("version: 1", "1: ignores", "缺少这一项"),
    ("version: 1\nignores:\n- {rule: x, word: y}", "3: ignores.0.word",
     "没有这一项（您是不是要写“words”？）；可以写的有：rule, words, sentence, reason, date"),
]  # fmt: skip
RULES = [
    ("severity: warning", "severity: loud", "3: severity",
     "没有“loud”这个值；请写其中一个：error, warning, info"),
    ("each: 1", "each: 9", "4: cost", "`each`（9）不能大于 `most`（1）"),
    ("id: too-merry", "id: merry", "1: id", "要和文件名一样：“too-merry”"),
    ("reads facts.", "reads facts", "5: why", "要用句点（.）、! 或 ? 结尾"),
    ("title: Too merry", f"title: {'x' * 601}", "2: title", "超过了 600 个字符"),
    ("{quote}", "{quot}", "9: message", "{quot} 填不了（您是不是要写“quote”？）；可以用的有："
     "{quote}, {issue}, {measure}, {issues}, {measures}, {words}, {promised}, {finished}, "
     "{measures_in_force}"),
    ("{quote}", "{", "9: message",
     "有一个单独的 { 或 }；要写这个符号本身，请写 {{ 或 }}"),
    ("statement: {act: promise, agent: seller}", "absent: {act: request}", "9: message",
     "{quote} 总是空的：这条规则针对整封信"),
    ("agent: seller", "mark: vage", "8: when.statement.mark",
     "没有“vage”这个标记（您是不是要写“vague”？）"),
    ("agent: seller", "not: {act: promise}", "8: when.statement.not.act",
     "不允许 `act` 所要求的，所以这条规则永远不会起作用"),
    ("agent: seller", "issue: [any, late_delivery]", "8: when.statement.issue", "“any”只能单独写"),
    ("{act: promise, agent: seller}", "{issue: each, mark: vague}", "8: when.statement.mark",
     "不能和 `each` 或 `$issue` 写在一起"),
    ("{act: promise, agent: seller}", "{act: promise}\n  document: {words: {less_than: 0}}",
     "9: when.document.words", "没有既不小于 0 又小于 0 的数，所以这条规则永远不会起作用"),
    ("source: me", "source: me\nonce: issue", "7: once",
     "写 `once: issue` 时，`when.statement` 里要有 `issue: each`"),
]  # fmt: skip
FOLDER = [
    ("vocabulary/marks.yaml", "merry: {title: Merry, phrases: ['hip ...']}",
     "1: merry.phrases.0", "`...` 的前后都要有一个不能省略的词"),
    ("vocabulary/marks.yaml", "merry: {title: Merry, phrases: ['@hip we']}",
     "1: merry.phrases.0", "没有“hip”这个列表"),
    ("vocabulary/marks.yaml", "merry: {title: Merry, phrases: []}", "1: merry.phrases",
     "至少要有一个短语"),
    ("vocabulary/issues.yaml", "late_delivry: {phrases: [x]}", "1: late_delivry",
     "issues 里没有这一项（您是不是要写“late_delivery”？）"),
    ("vocabulary/mark.yaml", "x: 1", "1", "这不是词汇文件（您是不是要写“marks”？）；"
     "可以有的是：issues, measures, excuses, marks, elements, lists, targets"),
    ("vocabulary/lists.yaml", "hip: hop", "1: hip", "应为短语的列表"),
    ("pack.yaml", PACK.replace("house", "House"), "1: name",
     "只能用小写字母和数字，中间用单个连字符（-）连接"),
    ("pack.yaml", PACK.replace("1.0", "one"), "2: version",
     "不是版本号，请写数字，中间用点隔开，例如“1.0”"),
    ("pack.yaml", f"{PACK}needs: garden>=1", "3: needs",
     "需要 garden>=1，但没有“garden”这个规则包；请用 --rules 加上它的文件夹"),
    ("pack.yaml", f"{PACK}needs: appeal-lint-rules>=99", "3: needs",
     "需要 appeal-lint-rules>=99，而现有的是 appeal-lint-rules VERSION"),
    ("pack.yaml", f"{PACK}pages: here", "3: pages",
     "应为含有 {rule} 的网址，例如“https://example.org/{rule}”"),
    ("pack.yml", PACK, "1", "文件名应为 pack.yaml"),
    ("stray.yaml", "x: 1", "1", "规则要放在类别的文件夹里：<文件夹>/<类别>/<id>.yaml"),
]  # fmt: skip
OVERLAY = [
    ("rules:\n  too-mery: {title: 太高兴}", "2: rules.too-mery",
     "rules 里没有这一项（您是不是要写“too-merry”？）"),
    ("rules:\n  too-merry: {message: '“{words}”。'}", "2: rules.too-merry.message",
     "英文的 `message` 里没有 {words}，只有 {quote}"),
    ("families: {ton: 语气}", "1: families.ton", "没有这个类别（您是不是要写“tone”？）"),
    ("rules:\n  too-merry: {titel: 太高兴}", "2: rules.too-merry.titel",
     "没有这一项（您是不是要写“title”？）；可以写的有：of, title, why, source, message, advice"),
]  # fmt: skip
VARIABLES = [
    ("APPEAL_LINT_MIN_SCOR", "3", "没有这个变量（您是不是要写“APPEAL_LINT_MIN_SCORE”？）"),
    ("APPEAL_LINT_MIN_SCORE", "many", "应为整数"),
    ("APPEAL_LINT_FAIL_ON", "errors",
     "没有“errors”这个值（您是不是要写“error”？）；请写其中一个：error, warning, never"),
    ("APPEAL_LINT_SELECT", "promise",
     "没有“promise”这条规则或这个类别（您是不是要写“promises”？）"),
]  # fmt: skip


@pytest.fixture(autouse=True)
def here(tmp_path, monkeypatch):
    """A folder with a letter and a folder of rules, and no configuration of a user."""
    work = tmp_path / "work"
    work.mkdir()
    monkeypatch.chdir(work)
    Path("letter.txt").write_text("We will hire two inspectors.\n", encoding="utf-8")
    put("own/tone/too-merry.yaml", RULE)
    return work


def put(name, text):
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text + "\n" if text else "", encoding="utf-8")
    return path


def left(says):
    """Return the English words that are no key, no name and no quoted value."""
    said = re.sub("“[^”]*”|`[^`]*`|[{][a-z_]*[}]|<[^>]*>|--[a-z]+", "", says)
    said = re.sub(r"[\w{}-]+(, [\w{}-]+)+|[\w-]+>=\d+|[\w-]+ \d[\w.]*|[\w-]*\.yaml", "", said)
    return set(re.findall("[A-Za-z]{2,}", said)) - NAMES


def check(run, place, says, *args):
    """Make sure that a fault is told at its place in English, and there in plain Chinese too."""
    code, out, english = run(*args, "--lang", "en")
    assert (code, out) == (2, "")
    begin = f"appeal-lint: {place}: "
    assert english.startswith(begin)
    assert not re.search("[\u4e00-\u9fff]", english.removeprefix(begin))
    code, out, err = run(*args, "--lang", "zh")
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert err.startswith(begin)
    told = err.removeprefix(begin).removesuffix("\n")
    assert re.fullmatch(re.escape(says).replace("VERSION", r"\d[\w.]*"), told)
    assert left(told) == set()


@pytest.mark.parametrize(("text", "where", "says"), CONFIGURATION, ids=lambda one: one[:30])
def test_a_configuration(run, here, text, where, says):
    path = here / put(".appeal-lint.yaml", text)
    check(run, f"{path}:{where}", says, "letter.txt")


@pytest.mark.parametrize(
    ("text", "where", "says"),
    [
        ("[tool.appeal-lint]\nmin-score = 1.5", "2: min-score", "应为整数"),
        ("[tool]\nappeal-lint = 3", "2", "要写名称和值，例如 `name: value`"),
        ("[tool.appeal-lint.rules]\nx = 'off'", "2", "没有“x”这条规则"),
    ],
)
def test_a_pyproject(run, here, text, where, says):
    path = here / put("pyproject.toml", text)
    check(run, f"{path}:{where}", says, "letter.txt")


@pytest.mark.parametrize(
    ("name", "text", "says"),
    [
        (".appeal-lint.yaml", "min-score: ]", "这不是 YAML："),
        ("pyproject.toml", "[tool.appeal-lint]\nx = [", "这不是 TOML："),
    ],
)
def test_the_words_of_a_parser_stand_behind_ours(run, here, name, text, says):
    path = here / put(name, text)
    _, _, english = run("letter.txt", "--lang", "en")
    _, _, err = run("letter.txt", "--lang", "zh")
    line = text.count("\n") + 1
    behind = english.partition(says[3:-1] + ": ")[2]
    assert behind.strip()
    assert err == f"appeal-lint: {path}:{line}: {says}{behind}"


@pytest.mark.parametrize(("text", "where", "says"), IGNORES)
def test_a_file_of_ignores(run, text, where, says):
    path = put("letter.txt.ignores.yaml", text)
    check(run, f"{path}:{where}", says, "letter.txt")
    path = path.rename("all.yaml")
    check(run, f"{path}:{where}", says, "letter.txt", "--baseline", path)


@pytest.mark.parametrize(("old", "new", "where", "says"), RULES)
def test_a_rule(run, old, new, where, says):
    assert old in RULE
    path = put("own/tone/too-merry.yaml", RULE.replace(old, new))
    check(run, f"{path}:{where}", says, "rules", "--rules", "own")


@pytest.mark.parametrize(("name", "text", "where", "says"), FOLDER)
def test_the_other_files_of_a_folder_of_rules(run, name, text, where, says):
    path = put(f"own/{name}", text)
    check(run, f"{path}:{where}", says, "rules", "--rules", "own")


def test_a_folder_of_rules_that_is_not_there(run):
    check(run, "none:1", "没有这个文件夹", "rules", "--rules", "none")


@pytest.mark.parametrize(("text", "where", "says"), OVERLAY)
def test_a_translation(run, monkeypatch, text, where, says):
    path = put("own/i18n/zh.yaml", text)
    code, out, err = run("rules", "--rules", "own", "--lang", "zh")
    assert (code, out) == (2, "")
    assert err == f"appeal-lint: {path}:{where}: {says}\n"
    assert left(says) == set()
    english = run("translations", "zh", "--rules", "own")[1].splitlines()[0]
    assert english.startswith(f"{path}:{where}: ")
    assert english.isascii()
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    assert run("translations", "zh", "--rules", "own")[1].startswith(f"{path}:{where}: {says}\n")


@pytest.mark.parametrize(("name", "value", "says"), VARIABLES)
def test_a_variable(run, monkeypatch, name, value, says):
    monkeypatch.setenv(name, value)
    check(run, name, says, "letter.txt")


def test_all_faults_are_told_each_on_its_line(run, here):
    path = here / put(".appeal-lint.yaml", "min-score: many\nfail-on: often\n")
    assert run("letter.txt", "--lang", "zh")[2].splitlines() == [
        f"appeal-lint: {path}:1: min-score: 应为整数",
        f"appeal-lint: {path}:2: fail-on: 没有“often”这个值；请写其中一个：error, warning, never",
    ]


@pytest.mark.parametrize("variable", ["LC_ALL", "APPEAL_LINT_LANGUAGE"])
def test_without_a_flag_the_environment_chooses_the_language(run, here, monkeypatch, variable):
    monkeypatch.setenv(variable, "zh_CN.UTF-8")
    put(".appeal-lint.yaml", "min-score: many")
    assert "min-score: 应为整数" in run("letter.txt")[2]
    assert "min-score: must be a whole number" in run("letter.txt", "--lang", "en")[2]
    code, out, _ = run("doctor", "--width", "400")
    assert code == 1
    assert f"配置：{here / '.appeal-lint.yaml'}:1: min-score: 应为整数" in out


def test_the_doctor_tells_what_is_wrong_with_rules(run):
    path = put("own/tone/too-merry.yaml", RULE.replace("severity: warning", "severity: loud"))
    put(".appeal-lint.yaml", "packs: own")
    code, out, _ = run("doctor", "--lang", "zh", "--width", "400")
    assert code == 1
    assert f"{path}:3: severity: 没有“loud”这个值" in out


def test_the_test_of_rules_speaks_chinese(run):
    path = put("own/tone/too-merry.yaml", RULE.replace("severity: warning", "severity: loud"))
    code, out, err = run("rules", "test", "own", "--lang", "zh")
    assert (code, out) == (2, "")
    assert err.startswith(f"appeal-lint: {path}:3: severity: 没有“loud”这个值")
    put("own/tone/too-merry.yaml", RULE.replace("We hired two men.]", "我们已经雇了两个人。]"))
    code, out, _ = run("rules", "test", "own", "--lang", "zh", "--width", "400")
    assert code == 1
    assert "未通过 too-merry, good 1：这段读不了：这封信是中文。" in out


def test_a_name_that_no_rule_can_have(run, monkeypatch):
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    says = "只能用小写字母和数字，中间用单个连字符（-）连接"
    assert run("rules", "new", "tone", "Too_Merry") == (
        2, "", f"appeal-lint: ID “Too_Merry” {says}。\n"
    )  # fmt: skip
    assert "超过了 60 个字符" in run("rules", "new", "tone", "m" * 61)[2]


def test_what_a_file_says_can_neither_flood_nor_steer_the_terminal(run, here):
    put(".appeal-lint.yaml", f'fail-on: "{"x" * 900}"')
    err = run("letter.txt", "--lang", "zh")[2]
    assert err.count("x") < 320
    assert err.endswith("…\n")
    path = here / put(".appeal-lint.yaml", '"\\e[31m": 3')
    err = run("letter.txt", "--lang", "zh")[2]
    assert err.startswith(f"appeal-lint: {path}:1: ?[31m: 没有这一项")
    assert "\x1b" not in err


@pytest.mark.skipif(os.name == "nt", reason="variables of Windows are always text")
def test_a_variable_that_is_no_text(run, monkeypatch):
    monkeypatch.setenv("APPEAL_LINT_MODEL", os.fsdecode(b"\xff"))
    check(run, "APPEAL_LINT_MODEL", "有读不出来的字符", "letter.txt")
