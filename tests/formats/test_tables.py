"""Tables give each row as it stands there, and say what of them they do not understand."""

import csv
import datetime
import importlib
import io
import json
import zipfile
from pathlib import Path

import openpyxl
import pytest
from appeal_lint.formats.table import Doubts, letter, outcome_of, outcomes, rows, understood
from appeal_lint.formats.table.dates import day_of
from appeal_lint.model.errors import DraftError
from appeal_lint.model.letter import About
from appeal_lint.model.words import Outcome

FOLDER = Path(__file__).parent / "inputs"
SAMPLES = FOLDER / "samples"
TEXT = "We hired two men on 3 May.\r\n\r\nEvery parcel is looked at; the rate was 1.6 %."
HEADER = ["Case ID", "Plan of Action", "Status", "Date sent"]
ROWS = [["007", TEXT, "Won!", "2026-05-13"], ["8", "We didn’t see it.", "maybe", "03/05/2026"]]


def table(separator=",", head=HEADER, lines=ROWS):
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=separator)
    writer.writerows([head, *lines])
    return out.getvalue()


def found(data, name="a.csv", **columns):
    return list(rows(io.BytesIO(data), columns, path=name))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252", "gb18030"])
@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_any_separator_and_encoding(encoding, separator):
    one, two = found(table(separator).encode(encoding))
    assert (one.number, one.text) == (2, TEXT)
    assert one.about == About("007", "", "2026-05-13", "", Outcome.REINSTATED)
    assert (two.number, two.text, two.about.outcome) == (3, "We didn’t see it.", None)
    assert (two.unknown_word, two.unclear_date) == ("maybe", "03/05/2026")


def test_a_row_is_a_letter_of_its_own():
    one, two = found(table().encode())
    draft = letter(one, "a.csv").draft
    assert (draft.path, draft.source) == ("a.csv#2", TEXT)
    assert [block.text for block in draft.blocks] == [
        "We hired two men on 3 May.",
        "Every parcel is looked at; the rate was 1.6 %.",
    ]
    assert letter(two, "a.csv").about.id == "8"


@pytest.mark.parametrize("name", ["appeals.csv", "appeals.xlsx"])
def test_tables_of_libreoffice(name):
    found = list(rows(str(SAMPLES / name)))
    assert [one.number for one in found] == [2, 3, 4, 5]
    assert found[0].about == About("A-101", "damaged", "2026-03-05", "José Núñez", Outcome.REJECTED)
    assert found[0].text.startswith("Dear Seller Performance,\n\nWe packed mugs")
    assert "eleven buyers – and we" in found[1].text
    assert "row 4" in str(found[2].fault)
    assert not found[2].unknown_word
    assert found[3].unknown_word == "on hold"


def test_a_title_above_the_header_and_blank_rows_count_as_rows():
    (one,) = found(b"Appeals of 2026,,\n\nid,text,outcome\n\n1,We hired two.,lost\n,,\n")
    assert (one.number, one.text) == (5, "We hired two.")


def test_chinese_columns_and_words():
    (one,) = found(
        "编号,正文,结果,日期,作者\n1,We hired two.,恢复,2026年5月3日,李\n".encode("gb18030")
    )
    assert one.about == About("1", "", "2026-05-03", "李", Outcome.REINSTATED)


@pytest.mark.parametrize(
    ("head", "columns", "words"),
    [
        ("a,b", {}, ["“a”, “b”", "--column text=NAME"]),
        ("Letter,Body", {}, ["“Letter” and “Body”", "--column text=NAME"]),
        ("text,Result,Decision", {}, ["“Result” and “Decision”", "--column outcome=NAME"]),
        ("text,b", {"text": "Bodie"}, ["no column “Bodie”", "“text”, “b”"]),
    ],
)
def test_unclear_columns_are_named_with_the_way_out(head, columns, words):
    with pytest.raises(DraftError) as fault:
        found(f"{head}\nx,y,z\n".encode(), **columns)
    assert all(word in str(fault.value) for word in words)
    assert "\n" not in str(fault.value)


def test_a_column_that_is_named_goes_before_others():
    (one,) = found(b"Letter,Body,status\nli.docx,We hired two.,won\n", text="Body")
    assert one.text == "We hired two."
    (two,) = found(b"text,message\nWe hired two.,hello\n")
    assert two.text == "We hired two."


def test_an_empty_cell_is_the_fault_of_its_row_only():
    one, two = found(b"id,text\n1,\n2,We hired two.\n")
    assert "a.csv: row 2 has no letter" in str(one.fault)
    with pytest.raises(DraftError, match="row 2"):
        letter(one, "a.csv")
    assert two.fault is None


def test_damage_is_the_fault_of_its_row_only():
    one, two = found(
        "id,text\n1,We said 中文中文 \xff\n2,Fine – we hired.\n".encode().replace(
            b"\xc3\xbf", b"\xff"
        )
    )
    with pytest.raises(DraftError, match=r"a\.csv#2: the text of this row is damaged"):
        letter(one, "a.csv")
    assert two.text == "Fine – we hired."


def test_a_quotation_mark_that_never_ends_is_said_and_the_rows_above_are_kept():
    one, two = found(b'text\nWe hired.\n"We' + b" again" * 300_000)
    assert one.text == "We hired."
    assert "row 3 does not end" in str(two.fault)


def test_rows_are_not_taken_for_one_letter_where_a_quotation_mark_is_missing():
    one, two = found(b'id,text\n1,"We, hired."\n2,"We wrote.\n3,We trained.\n4,We left.\n')
    assert one.text == "We, hired."
    assert "row 3 does not end" in str(two.fault)


def test_lines_of_json():
    lines = [
        {"id": 1, "text": "We hired.", "outcome": True, "meta": {"a": [1]}},
        ["no object"],
        {"id": 2},
        {"text": "a" * 3_000_000},
        {"text": "We wrote.", "date": "2026-05-03T10:00:00Z"},
    ]
    data = "\n".join(map(json.dumps, lines)).encode() + b"\n" + b"[" * 100_000 + b"\n"
    found_rows = found(data, "a.jsonl")
    assert [one.number for one in found_rows] == [1, 2, 3, 4, 5, 6]
    assert found_rows[0].about == About("1", outcome=Outcome.REINSTATED)
    assert [bool(one.fault) for one in found_rows] == [False, True, True, True, False, True]
    assert "too long" in str(found_rows[3].fault)
    assert found_rows[4].about.date == "2026-05-03"


def parquet(columns, **options):
    import pyarrow as pa
    import pyarrow.parquet as pq

    out = io.BytesIO()
    pq.write_table(pa.table(columns), out, **options)
    return out.getvalue()


def test_parquet():
    day = datetime.date(2026, 5, 3)
    data = parquet({"id": [7, 8], "text": [TEXT, None], "status": ["won", None], "date": [day] * 2})
    one, two = found(data, "a.parquet")
    assert (one.number, one.text, one.about.id, one.about.date) == (1, TEXT, "7", "2026-05-03")
    assert "row 2" in str(two.fault)


def test_a_text_that_a_small_file_repeats_for_ever_is_refused(monkeypatch):
    module = importlib.import_module("appeal_lint.formats.table.rows")
    monkeypatch.setattr(module, "MOST_TEXT", 10_000_000)
    data = parquet({"text": ["We hired two men. " * 5000] * 1_000})
    assert len(data) < 200_000
    with pytest.raises(DraftError, match="too much text"):
        found(data, "a.parquet")


def workbook(*sheets):
    import openpyxl

    book = openpyxl.Workbook()
    book.remove(book.active)
    for lines in sheets:
        sheet = book.create_sheet()
        for line in lines:
            sheet.append(line)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


BOOK = [["Letter", "Outcome", "Date", "Case"], [TEXT, "yes", datetime.datetime(2026, 5, 3), 17]]


def test_the_sheet_that_has_letters_is_read():
    (one,) = found(workbook([["notes"]], BOOK), "a.xlsx")
    assert (one.number, one.text.replace("\r", "")) == (2, TEXT.replace("\r", ""))
    assert one.about == About("17", "", "2026-05-03", "", Outcome.REINSTATED)


def edited(change):
    out = io.BytesIO()
    old = zipfile.ZipFile(io.BytesIO(workbook(BOOK)))
    with old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            data = old.read(name)
            new.writestr(name, change(data) if "sheet1.xml" in name else data)
    return out.getvalue()


ENTITIES = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>'
SHEET = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
CELL = b'<row r="1"><c r="A1" t="inlineStr"><is><t>text&b;</t></is></c></row>'


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (edited(lambda data: data + b" " * 50_000_000), "a.xlsx"),
        (edited(lambda _: ENTITIES + SHEET + CELL + b"</sheetData></worksheet>"), "a.xlsx"),
        (edited(lambda _: SHEET + b"<row>" * 200_000), "a.xlsx"),
        (workbook(BOOK)[:400], "a.xlsx"),
        (b"\xd0\xcf\x11\xe0" + b"\0" * 600, "a.xlsx"),
        (b"text\n" + b"\0" * 1_000_000, "a.csv"),
        (b"text" + b"," * 3_000_000, "a.csv"),
        (b"", "a.csv"),
        (workbook(BOOK), "a.csv"),
        (b"[1]\n[2]\n", "a.jsonl"),
        (parquet({"text": ["We hired."]})[:-30], "a.parquet"),
        (b"PAR1" + b"\xff" * 100 + b"PAR1", "a.parquet"),
        (b"text\nx\n", "a.dbf"),
    ],
)
def test_hostile_and_damaged_tables_are_refused_in_one_line(data, name):
    with pytest.raises(DraftError) as fault:
        found(data, name)
    assert str(fault.value).startswith(name)
    assert "\n" not in str(fault.value)


def test_a_long_table_is_read_while_it_comes(tmp_path):
    path = tmp_path / "a.csv"
    path.write_bytes(b"id,text\n" + b"1,We hired two.\n" * 200_000)
    with path.open("rb") as file:
        first = next(rows(file, path="a.csv"))
        assert first.text == "We hired two."
        read_so_far = file.tell()
    assert read_so_far < path.stat().st_size / 2


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        *(
            (word, Outcome.REINSTATED)
            for word in ("Reinstated", "YES", "1", "true", "已恢复", "won.")
        ),
        *((word, Outcome.REJECTED) for word in ("denied", "No", "0", "Not reinstated", "被拒绝")),
        *((word, None) for word in ("", "?", "pending", "N/A", "in progress", "-")),
    ],
)
def test_what_people_write_for_an_outcome(word, meant):
    assert outcome_of(word) is meant
    assert understood(word)


def test_other_words_are_told_once():
    doubts = Doubts()
    for row in found(table(lines=[*ROWS, *ROWS]).encode()):
        doubts.add(row)
    words, dates = map(str, doubts.told("a.csv"))
    assert words.count("“maybe”") == 1
    assert "03/05/2026" in dates
    assert not understood("maybe")
    assert outcome_of("maybe") is None


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2026-05-03", "2026-05-03"),
        ("2026/5/3", "2026-05-03"),
        ("20260503", "2026-05-03"),
        ("2026-05-03 10:15:00", "2026-05-03"),
        ("31/05/2026", "2026-05-31"),
        ("05/31/2026", "2026-05-31"),
        ("05/05/2026", "2026-05-05"),
        ("03.05.2026", "2026-05-03"),
        ("3 May 2026", "2026-05-03"),
        ("Sunday, May 3rd, 2026", "2026-05-03"),
        ("2026年5月3日", "2026-05-03"),
        (46145, "2026-05-03"),
        (46145.5, "2026-05-03"),
        (datetime.datetime(2026, 5, 3, 10), "2026-05-03"),
        (None, ""),
        ("", ""),
        ("03/05/2026", None),
        ("May 2026", None),
        ("31/31/2026", None),
        ("2026-02-30", None),
        (5, None),
        (True, None),
    ],
)
def test_the_day_is_what_every_reader_would_take_it_for(value, day):
    assert day_of(value) == day


TABLE = b"file,case,outcome\nli.docx,A-1,won\n2024/wang,A-2,lost\nzhou.pdf,A-3,huh\n"


def test_outcomes_find_letters_by_id_or_by_name():
    known = outcomes(io.BytesIO(TABLE), path="o.csv")
    assert known.about("/x/appeals/LI.docx").outcome is Outcome.REINSTATED
    assert known.about("appeals\\2024\\wang.pdf").outcome is Outcome.REJECTED
    assert known.about("rows.csv#4", "a-2").outcome is Outcome.REJECTED
    assert known.about("A-1.pdf").outcome is Outcome.REINSTATED
    assert known.about("wang.pdf").id == "A-2"
    assert known.about("2023/wang.pdf") is None
    assert known.about("lili.docx") is None
    assert known.unmatched() == ("A-3",)
    assert known.shared() == ("A-1", "A-2")
    assert known.unknown_words == ("huh",)


def test_outcomes_that_contradict_each_other_are_named():
    with pytest.raises(DraftError, match=r"rows 2 and 3 .*li\.docx"):
        outcomes(io.BytesIO(b"file,outcome\nli.docx,won\nLI.docx,lost\n"), path="o.csv")
    twice = outcomes(io.BytesIO(b"file,outcome\nli.docx,won\nLI.docx,won\n"), path="o.csv")
    assert twice.about("li.docx").outcome is Outcome.REINSTATED


def test_outcomes_need_a_name_and_an_outcome():
    with pytest.raises(DraftError, match="which letter a row is about"):
        outcomes(io.BytesIO(b"outcome,x\nwon,y\n"), path="o.csv")
    with pytest.raises(DraftError, match="--column outcome=NAME"):
        outcomes(io.BytesIO(b"file,x\nwon,y\n"), path="o.csv")
    named = outcomes(io.BytesIO(b"n,x\nli,won\n"), {"file": "n", "outcome": "x"}, path="o.csv")
    assert named.about("li.odt").outcome is Outcome.REINSTATED


def test_a_table_that_is_not_there_is_said(tmp_path):
    with pytest.raises(DraftError, match="no such file"):
        list(rows(str(tmp_path / "a.csv")))
    with pytest.raises(DraftError, match="folder"):
        list(rows(str(tmp_path)))


def test_a_letter_that_the_sign_between_cells_cuts_is_the_fault_of_its_row():
    data = b"id,text\n1,We hired Ben.\n2,We hired Ann, Tom and Li.\n3,We refunded all.,\n"
    one, two, three = found(data)
    assert (one.text, three.text) == ("We hired Ben.", "We refunded all.")
    assert "row 3 has more cells than the table has columns" in str(two.fault)


def test_other_sheets_with_letters_are_told_of():
    book = openpyxl.Workbook()
    for name in ("2025", "2026", "Notes"):
        sheet = book.create_sheet(name)
        sheet.append(["Case", "Letter" if name != "Notes" else "Remark"])
        sheet.append([name, TEXT])
    data = io.BytesIO()
    book.save(data)
    doubts = Doubts()
    (row,) = found(data.getvalue(), "a.xlsx")
    doubts.add(row)
    assert row.about.id == "2025"
    (line,) = map(str, doubts.told("a.xlsx"))
    assert "“2026”. Save each as a file of its own." in line


def test_a_few_damaged_bytes_do_not_garble_the_rest_of_a_small_table():
    data = "id,text\na,Señor Núñez hired José.\n".encode() + b"b,We hired Ann\xff.\n"
    one, two = found(data)
    assert one.text == "Señor Núñez hired José."
    assert "the text of this row is damaged" in str(two.fault)
