"""`appeal-lint docs`: files written from the program, and no other file touched."""

import pytest


def files(folder):
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


@pytest.fixture
def made(run, tmp_path):
    home = tmp_path / "docs"
    assert run("docs", home)[0] == 0
    return home


def test_each_rule_has_its_page_and_the_index_names_it(run, made):
    found = files(made)
    index = found["rules/README.md"].decode()
    page = found["rules/future-promise.md"].decode()
    assert "- [future-promise](future-promise.md): ERROR. Promise" in index
    assert page.startswith("# future-promise: ")
    shown = run("explain", "future-promise", "--format", "markdown")[1]
    without = [part for part in shown.split("\n\n") if not part.startswith("**Page:**")]
    assert page.rpartition("\n<!--")[0] == "\n\n".join(without)
    for text in found.values():
        assert (
            text.decode().rstrip().splitlines()[-1].startswith("<!-- Written by `appeal-lint docs`")
        )


def test_the_terminal_the_language_and_the_home_make_no_difference(
    run, made, tmp_path, monkeypatch
):
    for name, value in {
        "COLUMNS": "43",
        "LANG": "de_DE.UTF-8",
        "LANGUAGE": "de",
        "LC_ALL": "C",
        "HOME": str(tmp_path),
        "FORCE_COLOR": "1",
    }.items():
        monkeypatch.setenv(name, value)
    assert run("docs", made, "--check") == (0, "", "")
    assert run("docs", tmp_path / "again")[0] == 0
    assert files(tmp_path / "again") == files(made)


def test_check_names_what_differs_and_writes_nothing(run, made):
    (made / "cli.md").write_text((made / "cli.md").read_text("utf-8").replace("Usage", "Use"))
    (made / "rules" / "too-long.md").unlink()
    gone = made / "rules" / "old-rule.md"
    gone.write_bytes((made / "rules" / "too-short.md").read_bytes())
    before = files(made)
    code, out, err = run("docs", made, "--check")
    assert (code, err) == (1, "")
    assert out.splitlines() == [
        f"{made / 'rules' / 'too-long.md'}: is missing",
        f"{made / 'cli.md'}: differs",
        f"{gone}: belongs to no rule",
    ]
    assert files(made) == before


def test_check_of_nothing_writes_nothing(run, tmp_path):
    code, out, _ = run("docs", tmp_path / "none", "--check")
    assert code == 1
    assert "cli.md: is missing" in out
    assert list(tmp_path.iterdir()) == []


def test_pages_of_rules_that_are_gone_are_removed_and_others_kept(run, made):
    (made / "rules" / "old-rule.md").write_bytes((made / "rules" / "too-short.md").read_bytes())
    (made / "rules" / "mine.md").write_text("# Mine\n")
    (made / "mine.md").write_text("# Mine\n")
    assert run("docs", made)[1].endswith("Written: 0. Removed: 1.\n")
    assert "rules/old-rule.md" not in files(made)
    assert files(made)["rules/mine.md"] == files(made)["mine.md"] == b"# Mine\n"


@pytest.mark.parametrize("name", ["cli.md", "rules/README.md", "rules/future-promise.md"])
def test_a_file_of_somebody_else_is_never_replaced(run, tmp_path, name):
    path = tmp_path / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(b"# Mine\xff\n")
    code, out, err = run("docs", tmp_path)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert str(path) in err
    assert files(tmp_path) == {name: b"# Mine\xff\n"}


def test_line_ends_of_windows_are_no_difference(run, made):
    path = made / "cli.md"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert run("docs", made, "--check")[0] == 0


@pytest.mark.parametrize("folder", ["file", "n" * 300])
def test_a_folder_that_cannot_be_is_one_line(run, tmp_path, folder):
    (tmp_path / "file").write_text("mine")
    code, out, err = run("docs", tmp_path / folder)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert "inside the program" not in err
    assert files(tmp_path) == {"file": b"mine"}
