"""Word documents as Word writes them, part by part."""

import pytest
from appeal_lint.formats import read
from appeal_lint.model.errors import DraftError
from appeal_lint.model.words import BlockKind
from made_documents import docx, par, run, zipped

HEADING, PARAGRAPH, ITEM = BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.ITEM
GREETING = par("Dear Amazon Seller Performance Team,")
CHANGE = 'w:id="1" w:author="Ada" w:date="2026-05-11T09:00:00Z"'
NUMBERING = """
<w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl>
<w:lvl w:ilvl="1"><w:numFmt w:val="none"/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="8"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/></w:lvl>
</w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num>"""


def listed(number, level=0):
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'


def paragraphs(body, **parts):
    return draft(body, **parts).source.split("\n")[1:]


def draft(body, **parts):
    return read(docx(GREETING + body, **parts), "letter.docx").draft


def kinds(body, **parts):
    return [(one.kind, one.text) for one in draft(body, **parts).blocks][1:]


@pytest.mark.parametrize(
    ("inside", "text"),
    [
        (f"<w:ins {CHANGE}>{run('We hired two packers.')}</w:ins>", "We hired two packers."),
        (f"<w:del {CHANGE}><w:r><w:delText>We will.</w:delText></w:r></w:del>", None),
        (f"<w:moveTo {CHANGE}>{run('We hired two packers.')}</w:moveTo>", "We hired two packers."),
        (f"<w:moveFrom {CHANGE}>{run('We will.')}</w:moveFrom>", None),
        (
            f"<w:ins {CHANGE}>{run('We hired ')}<w:del {CHANGE}>{run('one ')}</w:del>"
            f"{run('two.')}</w:ins>",
            "We hired two.",
        ),
    ],
)
def test_tracked_words_are_read_as_accepted(inside, text):
    found = draft(f"<w:p>{inside}</w:p>{par('We refunded all buyers.')}")
    expected = [text, "We refunded all buyers."] if text else ["We refunded all buyers."]
    assert found.source.split("\n")[1:] == expected
    assert "tracked changes" in found.notes[0]


def test_changes_of_looks_alone_are_no_tracked_text():
    bold = f"<w:rPrChange {CHANGE}><w:rPr><w:vanish/></w:rPr></w:rPrChange>"
    found = draft(f"<w:p>{run('We hired two packers.', bold)}</w:p>")
    assert found.source.endswith("We hired two packers.")
    assert not found.notes


def test_a_deleted_end_joins_paragraphs_and_the_second_says_what_they_are():
    gone = f"<w:rPr><w:del {CHANGE}/></w:rPr>"
    body = par("We hired ", gone) + par("two packers.", listed(1))
    assert kinds(body, numbering=NUMBERING) == [(ITEM, "We hired two packers.")]


def test_a_deleted_row_and_a_deleted_cell_are_out():
    def cell(text, properties=""):
        return f"<w:tc><w:tcPr>{properties}</w:tcPr>{par(text)}</w:tc>"

    rows = (
        f"<w:tr><w:trPr><w:del {CHANGE}/></w:trPr>{cell('We will one day.')}</w:tr>"
        f"<w:tr>{cell('We hired two packers.')}{cell('Maybe.', f'<w:cellDel {CHANGE}/>')}</w:tr>"
    )
    found = draft(f"<w:tbl>{rows}</w:tbl>")
    assert found.source.split("\n")[1:] == ["We hired two packers."]
    assert "tracked changes" in found.notes[0]


def test_a_table_in_a_table_is_read_row_by_row():
    inner = f"<w:tbl><w:tr><w:tc>{par('We hired Ben.')}</w:tc></w:tr></w:tbl>"
    row = f"<w:tr><w:tc>{par('May.')}{inner}{par('June.')}</w:tc><w:tc>{par('July.')}</w:tc></w:tr>"
    assert paragraphs(f"<w:tbl>{row}</w:tbl>") == ["May.", "We hired Ben.", "June.", "July."]


def test_a_text_box_that_stands_twice_is_read_once_behind_its_paragraph():
    box = f"<w:txbxContent>{par('We weigh each parcel.')}</w:txbxContent>"
    both = (
        "<w:r><mc:AlternateContent>"
        f'<mc:Choice Requires="wps"><w:drawing><wps:wsp><wps:txbx>{box}</wps:txbx></wps:wsp>'
        "</w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><v:shape><v:textbox>{box}</v:textbox></v:shape></w:pict>"
        "</mc:Fallback></mc:AlternateContent></w:r>"
    )
    body = f"<w:p>{run('We hired ')}{both}{run('two packers.')}</w:p>"
    assert paragraphs(body) == ["We hired two packers.", "We weigh each parcel."]


def test_a_field_shows_its_result_and_not_its_instruction():
    def mark(kind):
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    nested = (
        mark("begin") + run("IF ") + mark("begin") + run("NAME") + mark("separate") + run("x")
        + mark("end") + run(" = x") + mark("separate") + run("two packers") + mark("end")
    )  # fmt: skip
    body = f"<w:p>{run('We hired ')}{nested}{run('.')}</w:p>"
    body += f'<w:p><w:fldSimple w:instr="DATE">{run("On 3 May")}</w:fldSimple></w:p>'
    assert paragraphs(body) == ["We hired two packers.", "On 3 May"]


def test_a_field_without_an_end_swallows_one_paragraph_at_most():
    body = '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r></w:p>' + par("We hired two packers.")
    assert paragraphs(body) == ["We hired two packers."]


def test_hidden_words_prompts_and_contents_are_out():
    styles = (
        '<w:style w:type="character" w:styleId="Ghost"><w:rPr><w:vanish/></w:rPr></w:style>'
        '<w:style w:type="character" w:styleId="Pale"><w:basedOn w:val="Ghost"/></w:style>'
    )
    pale, back = '<w:rStyle w:val="Pale"/>', '<w:vanish w:val="0"/>'
    body = (
        f"<w:p>{run('We hired ')}{run('no ', '<w:vanish/>')}{run('never ', pale)}"
        f"{run('two', pale + back)}{run(' packers.')}</w:p>"
        "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr>"
        f"<w:sdtContent>{par('Click to write here.')}</w:sdtContent></w:sdt>"
        '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/>'
        f"</w:docPartObj></w:sdtPr><w:sdtContent>{par('Causes 1')}</w:sdtContent></w:sdt>"
        f"<w:sdt><w:sdtContent>{par('We refunded all.')}</w:sdtContent></w:sdt>"
    )
    assert paragraphs(body, styles=styles) == ["We hired two packers.", "We refunded all."]


def test_styles_say_what_is_a_heading_whatever_their_language():
    styles = """
    <w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style>
    <w:style w:type="paragraph" w:styleId="Mine"><w:name w:val="Mine"/>
      <w:basedOn w:val="berschrift1"/></w:style>
    <w:style w:type="paragraph" w:styleId="Level"><w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style>
    <w:style w:type="paragraph" w:styleId="Body"><w:basedOn w:val="Level"/>
      <w:pPr><w:outlineLvl w:val="9"/></w:pPr></w:style>"""
    body = "".join(
        par(f"Lamps and {style}", f'<w:pStyle w:val="{style}"/>')
        for style in ("berschrift1", "Mine", "Level", "Body")
    )
    found = [kind for kind, _ in kinds(body, styles=styles)]
    assert found == [HEADING, HEADING, HEADING, PARAGRAPH]


def test_lists_have_items_and_headings_with_numbers():
    styles = f"""<w:style w:type="paragraph" w:styleId="ListBullet"><w:pPr>{listed(1)}</w:pPr>
    </w:style>"""
    body = (
        par("Root cause", listed(2))
        + par("We had one packer.", listed(1))
        + par("Nobody checked her work.", '<w:pStyle w:val="ListBullet"/>')
        + par("She left us in May.", f'<w:pStyle w:val="ListBullet"/>{listed(0)}')
        + par("We were late.", listed(1, 1))
        + par("- We hired Ben.")
    )
    assert kinds(body, styles=styles, numbering=NUMBERING) == [
        (HEADING, "Root cause"),
        (ITEM, "We had one packer."),
        (ITEM, "Nobody checked her work."),
        (PARAGRAPH, "She left us in May."),
        (PARAGRAPH, "We were late."),
        (ITEM, "We hired Ben."),
    ]


def test_a_line_in_bold_above_others_is_a_heading():
    def bold(text):
        return f"<w:p>{run(text, '<w:b/>')}</w:p>"

    body = bold("Lamps of last May") + par("We hired Ben.") + bold("We did it on 3 May.")
    assert [kind for kind, _ in kinds(body + par("Thank you."))] == [
        HEADING, PARAGRAPH, PARAGRAPH, PARAGRAPH,
    ]  # fmt: skip
    everything = bold("Lamps of last May") + bold("Ben is here") + bold("He packs lamps")
    assert HEADING not in [kind for kind, _ in kinds(everything)]


def test_signs_of_word_are_letters():
    body = (
        "<w:p><w:r><w:t>We hired</w:t><w:tab/><w:t>a well</w:t><w:noBreakHyphen/><w:t>known</w:t>"
        "<w:br/><w:t>pack</w:t><w:softHyphen/><w:t>er.</w:t></w:r></w:p>"
    )
    assert paragraphs(body) == ["We hired\ta well-known\u2028packer."]


def test_notes_come_last_and_only_those_that_the_text_refers_to():
    def note(number, text):
        return f'<w:footnote w:id="{number}">{par(text)}</w:footnote>'

    notes = note(0, "____") + note(1, "Nobody refers to it.") + note(2, "See the bill of May.")
    body = f'<w:p>{run("We hired Ben.")}<w:r><w:footnoteReference w:id="2"/></w:r></w:p>'
    found = paragraphs(body + par("Thank you."), footnotes=notes)
    assert found == ["We hired Ben.", "Thank you.", "See the bill of May."]


def test_documents_of_the_strict_kind_and_with_other_names_are_read():
    strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    body = f'<w:document xmlns:w="{strict}"><w:body>{GREETING}</w:body></w:document>'
    links = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="a" Target="/word/main2.xml" '
        'Type="http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument"/>'
        "</Relationships>"
    )
    data = zipped({"_rels/.rels": links, "word/main2.xml": body})
    assert read(data, "x.docx").draft.source == "Dear Amazon Seller Performance Team,"


def test_a_document_with_another_one_inside_is_refused_rather_than_read_in_part():
    with pytest.raises(DraftError, match="another one inside that I cannot read"):
        draft(par("We hired two packers.") + '<w:altChunk r:id="r9"/>')
