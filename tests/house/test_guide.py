"""docs/writing-rules.md, followed to the letter by somebody who has nothing else."""

import re
import shlex
from pathlib import Path

import pytest
from appeal_lint import rulebook

GUIDE = Path(__file__).parents[2] / "docs" / "writing-rules.md"
BLOCK = re.compile(r"^```(\S*) ?([^\n]*)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
LEFT_OUT = "…\n"


def blocks():
    return [found.groups() for found in BLOCK.finditer(GUIDE.read_text("utf-8"))]


def commands(block):
    """Yield each command of a block and the answer that the guide shows."""
    for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
        command, _, answer = part.partition("\n")
        name, *words = shlex.split(command)
        assert name == "appeal-lint"
        yield words, answer


def untimed(text):
    """Mask times, and how many files a program with that many rules writes."""
    text = re.sub(r"\d+\.\d\d s$", "0.00 s", text, flags=re.MULTILINE)
    return re.sub(r"\d+ files\. Written: \d+\.", "0 files. Written: 0.", text)


def same(shown, printed):
    """Say whether the guide shows what was printed, `…` standing for any lines."""
    parts = (
        "(?:.*\n)*?" if row == LEFT_OUT else re.escape(row)
        for row in untimed(shown).splitlines(True)
    )
    return re.fullmatch("".join(parts), untimed(printed)) is not None


@pytest.mark.parametrize(
    ("shown", "printed", "alike"),
    [
        ("a\n…\nd\n", "a\nb\nc\nd\n", True),
        ("a\n…\n", "a\n", True),
        ("a\n…\nd\n", "a\nb\nc\n", False),
        ("a\n", "a\nb\n", False),
        ("x  1.25 s\n", "x  0.01 s\n", True),
        ("", "a\n", False),
    ],
)
def test_the_comparison_can_fail(shown, printed, alike):
    assert same(shown, printed) is alike


def files(folder):
    return {path: path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def test_the_guide_does_what_it_says(run, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    shipped = files(rulebook.shipped_folder())
    written = set()
    for kind, name, body in blocks():
        if name:
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(body, encoding="utf-8")
            written.add(name)
            continue
        assert kind == "console", f"a block that nobody can follow: {kind}"
        for words, shown in commands(body):
            code, out, err = run(*words)
            assert code in (0, 1)
            assert err == ""
            assert same(shown, out), f"{shlex.join(words)} printed:\n{out}"
    assert files(rulebook.shipped_folder()) == shipped
    made = {str(path.relative_to(tmp_path).as_posix()) for path in files(tmp_path)}
    assert {one for one in made if not one.startswith("my-docs/")} == {
        *written,
        "my-rules/rule.schema.json",
    }


def test_the_new_rule_is_everywhere_by_its_own_file_alone(run, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    name, body = [(name, body) for _, name, body in blocks() if "training-when" in name][-1]
    path = tmp_path / name
    path.parent.mkdir(parents=True)
    path.write_text(body, encoding="utf-8")
    rules = ("--rules", "my-rules")
    assert "  training-when " in run("rules", *rules)[1]
    assert "Training without a date" in run("explain", "training-when", *rules)[1]
    assert run("rules", "test", "my-rules", "--rule", "training-when")[0] == 0
    assert run("docs", "my-docs", *rules)[0] == 0
    assert "[training-when](training-when.md)" in (tmp_path / "my-docs/rules/README.md").read_text()
    assert "We have trained" in (tmp_path / "my-docs/rules/training-when.md").read_text("utf-8")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["my-docs", "my-rules"]
    assert list((tmp_path / "my-rules").iterdir()) == [path.parent]


def test_the_letter_of_the_guide_is_read_as_it_says(run, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (letter,) = [body for _, name, body in blocks() if name == "letter.txt"]
    Path("letter.txt").write_text(letter, encoding="utf-8")
    said = run("statements", "letter.txt")[1]
    for words in re.findall(r'`("\w+": [^`]+)`', GUIDE.read_text("utf-8")):
        assert words in said
