"""Files that were made to harm: refused in one line, within bounds, and nothing is fetched."""

import io
import socket
import struct
import subprocess
import sys
import zipfile

import pytest
from appeal_lint.formats import archive, markup, read
from appeal_lint.formats import open as opening
from appeal_lint.model.errors import DraftError
from made_documents import MIMETYPE, SPACES, W, docx, links, odt, par, zipped

LETTER = par("We hired two packers on 3 May.")


def parts(document, **others):
    first = {"_rels/.rels": links(officeDocument="word/document.xml")}
    return {**first, "word/document.xml": document, **others}


def refused(data, said, name="letter.docx"):
    with pytest.raises(DraftError) as fault:
        read(data, name)
    assert said in str(fault.value)
    assert str(fault.value).startswith(f"{name}: ")
    assert "\n" not in str(fault.value)


def bomb(size):
    head = f'<w:document xmlns:w="{W}"><w:body><w:p><w:r><w:t>'.encode()
    return head + b"a" * size + b"</w:t></w:r></w:p></w:body></w:document>"


def many(elements):
    return f'<w:document xmlns:w="{W}"><w:body>{"<w:p/>" * elements}</w:body></w:document>'


@pytest.mark.parametrize("size", [archive.MOST_OF_ONE + 1, archive.SMALL + 1])
def test_a_part_that_unpacks_to_far_too_much(size):
    refused(zipped(parts(bomb(size))), "far more in this file")


def test_many_parts_that_unpack_to_too_much_together(monkeypatch):
    monkeypatch.setattr(archive, "MOST_OF_ALL", 5_000)
    styles = " " * 4_000
    refused(docx(LETTER * 5, styles=styles), "far more in this file")


def test_a_part_that_lies_about_its_size():
    """The size in the head and in the list of contents is that of one byte."""
    data = bytearray(zipped(parts(bomb(archive.MOST_OF_ONE + 1))))
    size = struct.pack("<I", len(bomb(archive.MOST_OF_ONE + 1)))
    assert data.count(size) == 2
    data = data.replace(size, struct.pack("<I", 1))
    with pytest.raises(DraftError, match=r"damaged|far more"):
        read(bytes(data), "letter.docx")


def test_too_many_entries():
    many = {f"word/media/{at}.png": b"" for at in range(archive.MOST_ENTRIES + 1)}
    refused(zipped({**parts("<a/>"), **many}), "far more in this file")


@pytest.mark.parametrize("cut", [4, 30, 300, -30, -5])
def test_a_zip_that_is_cut_off(cut):
    refused(docx(LETTER)[:cut], "damaged")


@pytest.mark.parametrize("name", ["letter.docx", "letter.odt", "letter.txt"])
def test_a_zip_that_is_no_document(name):
    refused(zipped({"a.txt": "We hired two packers."}), "this looks like a zip file", name)
    refused(zipped({"xl/workbook.xml": "<a/>"}), "this looks like a spreadsheet", name)
    refused(zipped({"Index/Document.iwa": "x"}), "this looks like a Pages file", name)


def test_a_part_whose_bytes_are_damaged():
    data = bytearray(docx(LETTER))
    at = data.index(b"word/document.xml") + 40
    data[at : at + 20] = b"\xff" * 20
    refused(bytes(data), "damaged")


def test_ways_of_packing_that_no_document_has():
    held = io.BytesIO(zipped(parts(f"<w:document {SPACES}/>"), zipfile.ZIP_LZMA))
    refused(held.getvalue(), "damaged")


def test_a_zip_with_a_password():
    data = bytearray(docx(LETTER))
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = -1
        while (place := data.find(mark, place + 1)) >= 0:
            data[place + at] |= 1
    refused(bytes(data), "locked with a password")


def test_a_word_document_with_a_password():
    stream = "EncryptedPackage".encode("utf-16-le")
    refused(b"\xd0\xcf\x11\xe0" + bytes(1_000) + stream + bytes(1_000), "locked with a password")


@pytest.mark.parametrize(
    "others",
    [
        {"META-INF/manifest.xml": "<m><manifest:encryption-data/></m>"},
        {"encrypted-package": "x"},
    ],
)
def test_an_open_document_with_a_password(others):
    refused(odt("<text:p>x</text:p>", **others), "locked with a password", "letter.odt")


def entity(at):
    return f'<!ENTITY l{at} "{f"&l{at - 1};" * 10 if at else "We hired two packers. "}">'


LAUGHS = "".join(entity(at) for at in range(10))


@pytest.mark.parametrize(
    "doctype",
    [
        f"<!DOCTYPE a [{LAUGHS}]>",
        '<!DOCTYPE a [<!ENTITY l9 SYSTEM "file:///etc/hostname">]>',
        '<!DOCTYPE a SYSTEM "http://127.0.0.1:9/a.dtd">',
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_are_neither_expanded_nor_fetched(doctype, encoding, monkeypatch):
    monkeypatch.setattr(socket, "socket", None)
    text = f'<?xml version="1.0" encoding="{encoding}"?>{doctype}'
    text += f'<w:document xmlns:w="{W}"><w:body><w:p><w:r><w:t>&l9;</w:t></w:r></w:p>'
    text += "</w:body></w:document>"
    refused(zipped(parts(text.encode(encoding))), "damaged")


def test_entities_in_a_document_of_the_other_kind():
    content = f"<!DOCTYPE a [{LAUGHS}]><a>&l9;</a>"
    data = zipped({"mimetype": MIMETYPE, "content.xml": content})
    refused(data, "damaged", "letter.odt")


@pytest.mark.parametrize("wrap", [("<w:ins>", "</w:ins>"), ("<w:tbl><w:tr><w:tc>", None)])
def test_elements_too_deep_inside_one_another(wrap):
    begin, end = wrap
    end = end or "</w:tc></w:tr></w:tbl>"
    refused(docx(begin * 20_000 + LETTER + end * 20_000), "damaged")


@pytest.mark.parametrize("tiny", ["<w:p/>", "<w:p a='' b=''/>"])
def test_far_too_many_elements(tiny):
    refused(docx(tiny * (markup.MOST_SIGNS // 2)), "far more in this file")


def test_text_beyond_the_largest_letter():
    body = par("We hired two packers on 3 May of this year. " * 20) * 300
    refused(docx(body), "too large for one letter")


def test_links_outside_of_the_file_are_not_followed(monkeypatch):
    monkeypatch.setattr(socket, "socket", None)
    outside = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="a" Type="x/styles" Target="http://127.0.0.1:9/s" TargetMode="External"/>'
        '<Relationship Id="b" Type="x/numbering" Target="../../../../etc/passwd"/>'
        '<Relationship Id="c" Type="x/attachedTemplate" Target="file:///etc/x"/></Relationships>'
    )
    body = f"<w:document {SPACES}><w:body>{LETTER}</w:body></w:document>"
    data = zipped(parts(body, **{"word/_rels/document.xml.rels": outside}))
    assert read(data, "x.docx").draft.source == "We hired two packers on 3 May."


def test_macros_are_no_part_of_the_letter():
    body = f"<w:document {SPACES}><w:body>{LETTER}</w:body></w:document>"
    data = zipped(parts(body, **{"word/vbaProject.bin": b"\xd0\xcf\x11\xe0" * 99}))
    assert read(data, "x.docm").draft.source == "We hired two packers on 3 May."


def test_styles_that_build_on_themselves():
    styles = '<w:style w:styleId="A"><w:basedOn w:val="A"/></w:style>'
    body = par("We hired two packers.", '<w:pStyle w:val="A"/>')
    assert read(docx(body, styles=styles), "x.docx").draft.source == "We hired two packers."


@pytest.mark.parametrize(
    "body",
    ["", "<w:p/>", "<w:p><w:r><w:br/></w:r></w:p><w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>"],
)
def test_a_document_without_text_is_empty(body):
    refused(docx(body), "this file is empty")


@pytest.mark.parametrize("document", ["", "no xml", "<a/>", "<w:document", b"\xff\xfe\x00"])
def test_a_main_part_that_is_no_text_document(document):
    refused(zipped(parts(document)), "damaged")


def test_a_reader_that_takes_too_long_is_broken_off(monkeypatch):
    monkeypatch.setattr(opening, "SECONDS", 0.05)
    refused(rb"{\rtf1 " + b"{}" * 1_000_000 + b"}", "takes too long", "letter.rtf")


@pytest.mark.parametrize("sign", [b"{}", rb"\'e9", rb"\u8217?", rb"\b"])
def test_far_too_many_groups_and_words(sign):
    refused(rb"{\rtf1 " + sign * 2_100_000 + b"}", "far more in this file", "letter.rtf")


@pytest.mark.parametrize("name", ["letter.docx", "letter.rtf"])
def test_a_document_beyond_the_bound_is_not_read(name, run, tmp_path):
    path = tmp_path / name
    start = b"PK\x03\x04" if name.endswith("docx") else rb"{\rtf1 "
    path.write_bytes(start + bytes(20_000_001))
    code, out, err = run(path)
    assert (code, out) == (2, "")
    assert "too large for one letter. The most is 20000 kB." in err


MEASURE = """
import pathlib, resource, sys
from appeal_lint.formats import read
from appeal_lint.model.errors import DraftError
try:
    read(sys.stdin.buffer.read(), "letter.docx")
except DraftError as fault:
    print(fault)
status = pathlib.Path("/proc/self/status")  # what resource tells of Linux has that of the parent
if status.exists():
    print(status.read_text().partition("VmHWM:")[2].split()[0])
else:
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows does not tell what memory was used")
@pytest.mark.parametrize(
    "data",
    [
        zipped(parts(bomb(100_000_000))),
        docx("<w:p/>" * 3_000_000),
        zipped(parts(many(markup.MOST_SIGNS - 100)), zipfile.ZIP_STORED),
        rb"{\rtf1 " + b"a" * 19_000_000,
    ],
    ids=["bomb", "elements", "as-many-elements-as-may-be", "rtf"],
)
def test_hostile_files_take_a_bounded_memory(data):
    """Of a process of its own, in kilobytes; on macOS in bytes."""
    command = [sys.executable, "-c", MEASURE]
    done = subprocess.run(command, input=data, capture_output=True, check=True)
    said, used = done.stdout.decode().splitlines()
    assert said.startswith("letter.docx: ")
    assert int(used) / (1024 if sys.platform == "darwin" else 1) < 300_000
