"""Letters in object storage and at other addresses, through fsspec."""

import csv
import zipfile

import fsspec
import pytest
from appeal_lint.doors.review.remote import listing, read
from appeal_lint.model.limits import LARGEST_DOCUMENT
from past import folder_of, rows_of

SENT = "Dear Amazon, we refunded {number} buyers on 3 May and hired two packers.\n"


@pytest.fixture(autouse=True)
def _own_cache(monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


@pytest.fixture
def memory():
    files = fsspec.filesystem("memory")
    files.pipe("/bucket/letters/one.txt", b"We refunded the buyer.")
    files.pipe("/bucket/letters/2025/two.docx", b"PK")
    files.pipe("/bucket/letters/2025/.hidden.txt", b"x")
    files.pipe("/bucket/letters/table.csv", b"text")
    yield files
    files.rm("/bucket", recursive=True)


def said(rows):
    """Return what rows say, without where the letters are."""
    return [{**row, "path": row["path"].partition("::")[0].rpartition("/")[2]} for row in rows]


def test_a_letter_is_judged_the_same_wherever_it_is(run, tmp_path):
    folder = folder_of(tmp_path, 2)
    packed = tmp_path / "all.zip"
    with zipfile.ZipFile(packed, "w") as file:
        for path in folder.iterdir():
            file.write(path, f"past/{path.name}")
        file.writestr("past/bad.docx", b"no document")
    out = tmp_path / "o.jsonl"
    places = [folder, f"file://{folder}/*.txt", f"zip://past::file://{packed}"]
    status, _, err = run("review", *places, "--jobs", "1", "--jsonl", out)
    rows = rows_of(out)
    here, on_disk, in_zip = rows[:2], rows[2:4], rows[4:]

    assert [row["path"] for row in on_disk] == [f"file://{row['path']}" for row in here]
    names = [f"zip://past/{path.name}::file://{packed}" for path in sorted(folder.iterdir())]
    assert [row["path"] for row in in_zip] == names
    assert said(here) == said(on_disk) == said(in_zip)
    assert status == 2
    assert f"zip://past/bad.docx::file://{packed}: the name ends in .docx" in err


def test_a_table_may_be_at_an_address(run, tmp_path):
    table = tmp_path / "past.csv"
    with table.open("w", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["case", "letter"])
        writer.writerows([f"c{number}", SENT.format(number=number)] for number in (4, 5))
    packed = tmp_path / "past.zip"
    with zipfile.ZipFile(packed, "w") as file:
        file.write(table, "past.csv")
    out = tmp_path / "o.jsonl"
    addresses = [f"file://{table}", f"zip://past.csv::file://{packed}"]
    run("review", *addresses, "--jobs", "1", "--jsonl", out)
    assert [(row["path"], row["id"]) for row in rows_of(out)] == [
        (f"{address}#{number}", f"c{number + 2}") for address in addresses for number in (2, 3)
    ]


def test_what_was_changed_is_judged_again(run, tmp_path):
    folder = tmp_path / "letters"
    folder.mkdir()
    (folder / "one.txt").write_text(SENT.format(number=3))
    out = tmp_path / "o.jsonl"
    run("review", f"file://{folder}", "--jobs", "1", "--jsonl", out)
    before = rows_of(out)
    (folder / "one.txt").write_text(SENT.format(number=3) + "We will check every order.\n")
    run("review", f"file://{folder}", "--jobs", "1", "--jsonl", out)
    after = rows_of(out)
    assert len(after[0]["findings"]) > len(before[0]["findings"])


@pytest.mark.parametrize(
    ("address", "line"),
    [
        ("nowhere://x", "nowhere://x: “nowhere” is no kind of address that I know."),
        ("file:///none/here.txt", "file:///none/here.txt: there is no such file or folder."),
        ("file:///none/*.txt", "file:///none/*.txt: no file is there."),
        (
            "ftp://me:secret@host/x",
            "ftp://…@host/x: do not write a password in an address. Others can see it. "
            "Put it into the settings of fsspec or of your storage.",
        ),
    ],
)
def test_what_cannot_be_opened_is_said_in_one_line(run, address, line):
    assert run("review", address) == (2, "", f"appeal-lint: {line}\n")


def test_the_package_for_a_storage_is_named(run, monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "s3fs", None)
    status, _, err = run("review", "s3://bucket/letters")
    assert (status, err.splitlines()) == (
        2,
        [
            "appeal-lint: s3://bucket/letters: this address needs a package that is not "
            "installed. Install it with: pip install s3fs"
        ],
    )


def test_a_report_is_not_written_over_a_letter_that_is_at_an_address(run, tmp_path):
    letter = tmp_path / "one.txt"
    letter.write_text(SENT.format(number=3))
    status, _, err = run("review", f"file://{letter}", "--jsonl", letter)
    assert status == 2
    assert letter.read_text() == SENT.format(number=3), err


@pytest.mark.parametrize("address", ["memory://bucket/letters", "memory://bucket/letters/"])
def test_a_folder_is_listed_with_its_folders(memory, address):
    names = [one.name for _, one in listing(address).files]
    assert names == [
        "memory://bucket/letters/2025/.hidden.txt",
        "memory://bucket/letters/2025/two.docx",
        "memory://bucket/letters/one.txt",
        "memory://bucket/letters/table.csv",
    ]
    assert read(names[2], "one") == b"We refunded the buyer."


def test_a_file_that_is_written_again_has_another_stamp(memory):
    def stamps():
        return {one.name: one.stamp for _, one in listing("memory://bucket/letters/*.*").files}

    before = stamps()
    memory.pipe("/bucket/letters/one.txt", b"We repaid all buyers..")  # as long as it was
    after = stamps()
    assert {name for name in after if after[name] != before[name]} == {
        "memory://bucket/letters/one.txt"
    }


def test_no_more_is_read_than_a_letter_may_have(memory):
    memory.pipe("/bucket/huge.docx", bytes(LARGEST_DOCUMENT + 1000))
    assert len(read("memory://bucket/huge.docx", "huge")) == LARGEST_DOCUMENT + 1


def test_a_key_in_the_address_of_a_web_page_is_in_no_name():
    from appeal_lint.doors.review.address import shown

    assert shown("https://host/a.docx?sig=abc") == "https://host/a.docx"
    assert shown("zip://a.txt::https://host/a.zip?sig=abc") == "zip://a.txt::https://host/a.zip"
