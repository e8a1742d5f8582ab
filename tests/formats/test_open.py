"""The file's own first bytes say what it is; its name helps where they do not."""

from pathlib import Path

import pytest
from appeal_lint import formats
from appeal_lint.formats import open as opening
from appeal_lint.model.errors import DraftError
from appeal_lint.model.words import Counted
from made_documents import docx, odt, par

TEXT = b"Dear Amazon,\n\nWe hired two packers on 3 May.\n"
WORD = docx(par("We hired two packers on 3 May."))
OPEN = odt("<text:p>We hired two packers on 3 May.</text:p>")
RICH = rb"{\rtf1\ansi We hired two packers on 3 May.\par}"


@pytest.mark.parametrize("data", [WORD, OPEN, RICH, b"\r\n " + RICH])
@pytest.mark.parametrize("name", ["a.docx", "a.txt", "a.doc", "a.odt", "a.rtf", "a", "A.DOCX"])
def test_a_document_is_read_whatever_it_is_called(data, name):
    draft = formats.read(data, name).draft
    assert draft.source == "We hired two packers on 3 May."
    assert draft.counted is Counted.PARAGRAPHS
    assert draft.path == name


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.doc", "a", "a.TXT", "a.docx.txt"])
def test_plain_text_stays_plain_text(name):
    draft = formats.read(TEXT, name).draft
    assert draft.source == TEXT.decode()
    assert draft.counted is Counted.LINES
    assert not formats.formatted(TEXT, name)


@pytest.mark.parametrize("ending", [".docx", ".odt", ".rtf", ".pdf"])
def test_plain_text_that_is_called_a_document_is_refused(ending):
    with pytest.raises(DraftError) as fault:
        formats.read(TEXT, f"a{ending}")
    assert f"the name ends in {ending}, but the file is something else" in str(fault.value)
    assert "give it a name that ends in .txt" in str(fault.value)


@pytest.mark.parametrize("ending", [".docx", ".odt", ".rtf", ".txt"])
def test_an_empty_file_is_called_empty(ending):
    with pytest.raises(DraftError, match="this file is empty"):
        formats.read(b"", f"a{ending}")


def test_an_outlook_message_is_named():
    data = b"\xd0\xcf\x11\xe0" + bytes(600) + "__substg1.0_".encode("utf-16-le")
    with pytest.raises(DraftError, match="an Outlook message"):
        formats.read(data, "a.msg")


def test_text_keeps_its_own_bound(tmp_path):
    place = tmp_path / "a.txt"
    place.write_bytes(TEXT * 5_000)
    with pytest.raises(DraftError, match="The most is 200 kB"):
        formats.read_file(str(place))


def test_a_document_larger_than_a_text_may_be_is_read(tmp_path):
    """Its pictures make it so."""
    place = tmp_path / "a.docx"
    place.write_bytes(docx(par("We hired two packers."), settings="<!--" + noise() + "-->"))
    assert place.stat().st_size > 200_000
    assert formats.read_file(str(place)).draft.source == "We hired two packers."


def noise():
    """Return what does not pack well."""
    return "".join(f"{number * number * 7919 % 1_000_003:x}" for number in range(200_000))


def test_a_missing_library_is_named_with_the_letter(monkeypatch):
    import sys

    monkeypatch.setitem(sys.modules, "lxml.etree", None)
    with pytest.raises(DraftError) as fault:
        formats.read(WORD, "a.docx")
    assert str(fault.value).startswith("a.docx: ")
    assert "pip install 'appeal-lint[docx]'" in str(fault.value)


def test_the_guide_names_every_ending():
    guide = (Path(__file__).parents[2] / "docs" / "inputs.md").read_text()
    assert [one for one in opening.BY_ENDING if f"`{one}`" not in guide] == []


@pytest.mark.parametrize("name", ["a.xml", "a.doc", "a.fodt", "a.txt"])
def test_xml_is_not_judged_as_the_words_of_a_letter(name):
    data = b'<?xml version="1.0"?><w:wordDocument><w:t>We hired two packers.</w:t></w:wordDocument>'
    with pytest.raises(DraftError, match="this looks like an XML file"):
        formats.read(data, name)


def test_a_page_may_begin_as_xml():
    page = b'<?xml version="1.0"?>\n<!DOCTYPE html><html><body><p>We hired two packers.</p></html>'
    assert formats.read(page, "a.doc").draft.source == "We hired two packers."


def test_a_mail_is_known_by_its_first_header():
    mail = b"MIME-Version: 1.0\nFrom: li@lamps.example\nSubject: Appeal\n\nWe hired two packers.\n"
    assert formats.read(mail, "a.txt").draft.source == "We hired two packers."


@pytest.mark.parametrize("name", ["a.mht", "a.mhtml"])
def test_a_page_that_is_saved_whole_is_refused(name):
    data = b"From: <Saved by Blink>\nMIME-Version: 1.0\n\n<p>We hired two packers.</p>"
    with pytest.raises(DraftError, match="this looks like a saved web page"):
        formats.read(data, name)
