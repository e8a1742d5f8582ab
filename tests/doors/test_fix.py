"""`appeal-lint fix`: what is asked, what is written, and what stays as it was."""

import io
import os
import stat
import sys
from pathlib import Path

import pytest
from appeal_lint.doors.fix.change import Change, in_bytes, in_text
from appeal_lint.draft import read_bytes
from appeal_lint.model.errors import DraftError
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

LETTER = """Dear Amazon Seller Performance Team,

Our Order Defect Rate rose to 1.6 % because nobody checked the lamps before dispatch.
We refunded 14 buyers on 10 June. We will hire two inspectors for the lamps.

- We will change our courier to DHL next week.
- We will do our best.
- We will test every lamp before it is packed.
"""
HIRED = "We have already hired two inspectors for the lamps, on 3 May."


@pytest.fixture
def letter(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "letter.txt"
    path.write_text(LETTER, encoding="utf-8")
    return path


@pytest.fixture
def fix(run, monkeypatch):
    def answered(path, *answers, args=()):
        given = io.StringIO("".join(f"{one}\n" for one in answers))
        monkeypatch.setattr(sys, "stdin", given)
        return run("fix", "--isolated", *args, path)

    return answered


def test_what_is_done_is_written_with_its_day_and_the_rest_stays(fix, letter):
    code, out, err = fix(letter, "y", "3 May", "y", "s", "s", "s", "y")
    assert (code, err) == (1, "")
    assert "Promise 1 of 4, line 4:" in out
    assert "Promise 4 of 4, line 8:" in out
    assert "-We refunded 14 buyers on 10 June. We will hire two inspectors for the lamps." in out
    after = LETTER.replace("We will hire two inspectors for the lamps.", HIRED)
    assert letter.read_text("utf-8") == after
    assert Path("letter.txt.bak").read_text("utf-8") == LETTER


def test_the_score_before_and_after_is_told(fix, run, letter):
    _, out, _ = fix(letter, "y", "", "y", "y", "", "y", "s", "y", "", "y", "y")
    told = out.split("Score ")[1].split(".")[0].split(" -> ")
    before, after = map(int, told)
    assert before < after
    _, report, _ = run("--isolated", letter)
    assert f"Score {after} of 100" in report


@pytest.mark.parametrize(
    "answers",
    [["y", "3 May", "y", "q", "n"], ["y", "3 May", "y", "q"], ["y", "3 May", "n", "q"],
     ["n", "n", "s", "s", "s"], ["y", "3 May"], ["q"]],
)  # fmt: skip
def test_nothing_is_written_without_a_yes(fix, letter, answers):
    code, out, _ = fix(letter, *answers)
    assert code == 1
    assert "nothing was changed" in out
    assert letter.read_text("utf-8") == LETTER
    assert list(letter.parent.iterdir()) == [letter]


def test_what_is_not_done_goes_on_a_list_outside_the_letter(fix, letter):
    _, out, _ = fix(letter, "n", "y", "s", "s", "n", "y", args=["--todo", "todo.txt"])
    told = out.split("Still to do before you send it:")[1]
    assert "line 4: We will hire two inspectors for the lamps." in told
    assert "line 8: We will test every lamp before it is packed." in told
    assert letter.read_text("utf-8") == LETTER
    assert Path("todo.txt").read_text("utf-8").count("line ") == 2


def test_where_nothing_can_be_offered_the_user_writes_the_sentence(fix, letter):
    own = "We answered all 14 buyers within one day."
    _, out, _ = fix(letter, "s", "s", "y", "", own, "s", "y")
    assert "I cannot write this sentence for you." in out
    assert letter.read_text("utf-8") == LETTER.replace("We will do our best.", own)


def test_the_user_may_write_another_sentence_than_the_one_offered(fix, letter):
    own = "DHL collects our parcels since 2 May."
    fix(letter, "s", "y", "2 May", "w", own, "q", "y")
    assert f"- {own}\n" in letter.read_text("utf-8")


def test_an_answer_that_is_none_is_asked_for_again(fix, letter):
    _, out, _ = fix(letter, "perhaps", "s", "q")
    assert "Please answer with one of the letters" in out
    assert out.count("Have you done this already?") == 3


@pytest.mark.parametrize("answers", [["q"], ["n", "q"], ["y", "q"], ["y", "3 May", "q"]], ids=len)
def test_every_question_can_be_the_last(fix, letter, answers):
    _, out, _ = fix(letter, *answers, "y", "y", "y")
    assert out.count("Have you done this already?") == 1
    assert letter.read_text("utf-8") == LETTER


def test_a_yes_is_no_day(fix, letter):
    fix(letter, "y", "yes", "y", "q", "y")
    assert HIRED.replace(", on 3 May", "") in letter.read_text("utf-8")


def test_full_width_letters_and_capitals_are_answers_too(fix, letter):
    fix(letter, " \uff39 ", "", "YES.", "\uff51", "\uff59")
    assert HIRED.replace(", on 3 May", "") in letter.read_text("utf-8")


def test_the_list_of_what_is_to_do_outlives_a_letter_that_cannot_be_written(
    run, monkeypatch, letter
):
    class Deleting(io.StringIO):
        def readline(self, *args):
            line = super().readline(*args)
            if line == "yes\n":
                letter.unlink()
            return line

    monkeypatch.setattr(sys, "stdin", Deleting("y\n\ny\nn\ny\nq\nyes\n"))
    code, out, err = run("fix", "--isolated", "--todo", "todo.txt", letter)
    assert code == 2
    assert "cannot be written" in err
    assert "line 6: We will change our courier to DHL next week." in out
    assert "line 6:" in Path("todo.txt").read_text("utf-8")


def test_a_list_in_place_of_the_letter_is_refused_by_the_name_of_its_option(run, letter):
    code, _, err = run("fix", "--isolated", "--todo", letter, letter)
    assert code == 2
    assert err.startswith("appeal-lint: --todo ")


def test_a_diff_shows_the_proposals_and_changes_nothing(fix, letter):
    code, out, err = fix(letter, args=["--diff"])
    assert code == 1
    assert "only if it is true" in err
    assert "+- We have already changed our courier to DHL." in out
    assert "+- We now test every lamp before it is packed." in out
    assert "do our best" not in "".join(one for one in out.splitlines() if one[:1] == "+")
    assert letter.read_text("utf-8") == LETTER
    assert list(letter.parent.iterdir()) == [letter]


def test_a_letter_without_promises_has_no_proposals(fix, letter):
    letter.write_text("We refunded 14 buyers of the lamps on 10 June.\n")
    code, out, _ = fix(letter, args=["--diff"])
    assert (code, out) == (0, "")
    code, out, _ = fix(letter)
    assert "there is no promise to ask about" in out


def test_a_promise_that_was_ignored_is_not_asked_about(fix, run, letter):
    path = letter.rename("letter.md")
    path.write_text(
        LETTER.replace(
            "- We will ch", "<!-- appeal-lint: ignore future-promise -->\n\n- We will ch"
        )
    )
    _, out, _ = fix(path, "s", "s", "s", "s")
    assert "of 3" in out
    assert "DHL" not in out


@pytest.mark.parametrize(
    ("args", "words"),
    [(["--yes"], "There is no --yes"), (["-"], "cannot be changed"), ([], "Name a letter"),
     (["none.txt"], "there is no such file"), (["."], "folder")],
)  # fmt: skip
def test_what_cannot_be_done_is_refused_in_one_line(run, letter, args, words):
    code, _, err = run("fix", "--isolated", *args, *([letter] if args == ["--yes"] else []))
    assert code == 2
    assert words in err
    assert err.count("\n") == 1
    assert letter.read_text("utf-8") == LETTER


def test_with_nobody_to_answer_it_says_so(fix, letter):
    code, _, err = fix(letter)
    assert code == 2
    assert "nobody to answer" in err
    assert "--diff" in err


def test_a_file_that_changed_meanwhile_is_left_alone(run, monkeypatch, letter):
    class Slow(io.StringIO):
        def readline(self, *args):
            line = super().readline(*args)
            if not line.strip() or line == "last\n":
                return line
            if self.tell() == len(self.getvalue()):
                letter.write_text("Somebody else was here.\n")
            return line

    monkeypatch.setattr(sys, "stdin", Slow("y\n3 May\ny\nq\ny\n"))
    code, _, err = run("fix", "--isolated", letter)
    assert code == 2
    assert "changed meanwhile" in err
    assert letter.read_text() == "Somebody else was here.\n"
    assert list(letter.parent.iterdir()) == [letter]


def test_a_backup_never_takes_the_place_of_another(fix, letter):
    Path("letter.txt.bak").write_text("an older letter")
    Path("letter.txt.bak1").write_text("one more")
    _, out, _ = fix(letter, "y", "3 May", "y", "q", "y")
    assert "letter.txt.bak2" in out
    assert Path("letter.txt.bak").read_text() == "an older letter"
    assert Path("letter.txt.bak2").read_text("utf-8") == LETTER


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has other links and permissions")
def test_links_and_permissions_stay(fix, letter, tmp_path):
    letter.chmod(0o640)
    link = tmp_path / "link.txt"
    link.symlink_to(letter)
    fix(link, "y", "3 May", "y", "q", "y")
    assert link.is_symlink()
    assert HIRED in letter.read_text("utf-8")
    assert stat.S_IMODE(letter.stat().st_mode) == 0o640
    assert stat.S_IMODE((tmp_path / "link.txt.bak").stat().st_mode) == 0o640


@pytest.mark.skipif(
    sys.platform == "win32" or getattr(os, "geteuid", lambda: 1)() == 0,
    reason="who may write everything is refused nothing",
)
def test_a_file_that_may_not_be_written_is_refused_before_asking(fix, letter):
    letter.chmod(0o444)
    code, out, err = fix(letter, "y", "3 May", "y", "q", "y")
    assert (code, out) == (2, "")
    assert "permissions" in err


STRANGE = LETTER.replace("lamps before", "lamps – “all of them” – before").replace("14", "£14")


@pytest.mark.parametrize(
    ("encoding", "mark", "end"),
    [("utf-8", "", "\n"), ("utf-8", "\ufeff", "\r\n"), ("utf-16-le", "\ufeff", "\r\n"),
     ("utf-16-be", "\ufeff", "\n"), ("cp1252", "", "\r\n"), ("utf-8", "", "\r")],
)  # fmt: skip
def test_encoding_byte_order_mark_and_line_ends_stay(fix, letter, encoding, mark, end):
    before = (mark + STRANGE.replace("\n", end)).encode(encoding)
    letter.write_bytes(before)
    code, _, err = fix(letter, "y", "3 May", "y", "q", "y")
    assert (code, err) == (1, "")
    old, new = "We will hire two inspectors for the lamps.".encode(encoding), HIRED.encode(encoding)
    assert letter.read_bytes() == before.replace(old, new)
    assert Path("letter.txt.bak").read_bytes() == before


def test_letters_that_the_file_cannot_hold_are_refused_kindly(fix, letter):
    letter.write_bytes(STRANGE.encode("cp1252"))
    own = "We hired two inspectors on 3 May."
    _, out, _ = fix(letter, "y", "3 May 五月", "我们", own, "q", "y")
    assert out.count("cannot be written in this file") == 2
    assert own.encode() in letter.read_bytes()


def test_several_letters_are_asked_about_one_after_the_other(fix, letter, tmp_path):
    second = tmp_path / "second.txt"
    second.write_text(LETTER)
    fix(letter, "y", "3 May", "y", *"sss", "y", "s", "y", "", "y", "s", "s", "y", args=[])
    assert HIRED in letter.read_text("utf-8")
    assert second.read_text() == LETTER


def test_the_questions_are_asked_in_the_language_of_the_user(fix, letter):
    code, _, err = fix(letter, "s", "s", "s", "s", args=["--lang", "zh"])
    assert (code, err) == (1, "")


WORDS = st.text("abc é“\n\r\t", max_size=12)


@given(
    st.lists(st.tuples(WORDS, WORDS, WORDS), min_size=1, max_size=5),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16-le", "cp1252"]),
)
@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
def test_the_bytes_outside_the_changes_are_the_same(parts, encoding):
    mark = "\ufeff" if encoding == "utf-16-le" else ""
    opening = "We check the “lamps” each day and refund the buyers of the café. "
    source, changes = opening, []
    for kept, old, new in parts:
        source += f"{kept} we hired "
        changes.append(Change(len(source), len(source) + len(old), new))
        source += f"{old} packers."
    data = (mark + source).encode(encoding)
    try:
        draft = read_bytes(data, "letter.txt")
    except DraftError:  # so short a text may be taken for another encoding, or for a damaged file
        assume(False)
    assume(draft.source == source)
    after = in_bytes(data, draft, changes)
    assert after == (mark + in_text(source, changes)).encode(encoding)
