"""`appeal-lint doctor`: each part tried, each problem with what mends it."""

import pytest


@pytest.fixture(autouse=True)
def place(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


def said(run, *args):
    code, out, err = run("doctor", *args)
    assert err == ""
    return code, " ".join(out.split())


def test_all_is_well_on_a_computer_that_can_check_letters(run, place):
    code, out = said(run)
    assert code == 0
    assert "PROBLEM" not in out
    for part in ("Program", "Configuration", "Rules", "Engine", "Language model", "Trial"):
        assert f"WORKS {part}: " in out
    assert "terminal: 80 columns, utf-8, without colour." in out.lower()
    assert out.endswith("Everything works.")


def test_the_configuration_in_use_is_named(run, place):
    (place / ".appeal-lint.yaml").write_text("engine: reference\n")
    _, out = said(run, "--width", "200")
    assert f"Configuration: {place / '.appeal-lint.yaml'}" in out
    assert "reference, because the configuration says so." in out


def test_a_broken_configuration_is_a_problem_with_its_line(run, place):
    (place / ".appeal-lint.yaml").write_text("\nmin-scor: 3\n")
    code, out = said(run, "--width", "200")
    assert code == 1
    assert "PROBLEM Configuration: " in out
    assert ".appeal-lint.yaml:2: min-scor: is not a known field" in out
    assert "To mend it: " in out
    assert "Everything works" not in out
    assert said(run, "--isolated")[0] == 0


def test_a_broken_rule_is_a_problem(run, place):
    (place / "own" / "house").mkdir(parents=True)
    (place / "own" / "house" / "x.yaml").write_text("id: x\n")
    code, out = said(run, "--rules", "own", "--width", "200")
    assert code == 1
    assert "PROBLEM Rules: own" in out
    assert "title: is missing" in out


def test_a_model_that_is_not_there_is_a_problem(run):
    code, out = said(run, "--model", "no-such-model", "--width", "200")
    assert code == 1
    assert "PROBLEM Language model: The language model 'no-such-model' cannot be loaded." in out
    assert "To mend it: " in out


def test_without_durable_rules_the_other_engine_is_named_with_how_to_install_it(run, monkeypatch):
    from appeal_lint.engine import choose

    monkeypatch.setattr(choose, "NEEDED", ("no_such_module",))
    code, out = said(run, "--width", "200")
    assert code == 0
    assert "NOTE Engine: reference, because durable-rules is not installed." in out
    assert "To mend it: CPPFLAGS=-DPyEval_CallObject=PyObject_CallObject pip install" in out
    code, out = said(run, "--engine", "durable", "--width", "200")
    assert code == 1
    assert "PROBLEM Engine: durable-rules is set, but not installed." in out


def test_it_never_loads_spacy_to_say_that_the_configuration_is_broken(place):
    import subprocess
    import sys

    (place / ".appeal-lint.yaml").write_text("min-scor: 3\n")
    code = (
        "import sys; from appeal_lint.doors.cli import main\n"
        "try: main(['doctor'])\nexcept SystemExit as left: print(left.code, 'spacy' in sys.modules)"
    )
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, check=False, capture_output=True, text=True, cwd=place)
    assert done.stdout.splitlines()[-1] == "1 False"
