"""OpenDocument texts, element by element."""

from appeal_lint.formats import read
from appeal_lint.model.words import BlockKind
from made_documents import odt

HEADING, PARAGRAPH, ITEM = BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.ITEM
STYLES = """
<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Title"/>
<style:style style:name="Ghost" style:family="text">
  <style:text-properties text:display="none"/></style:style>
<style:style style:name="Gone" style:family="paragraph">
  <style:text-properties text:display="none"/></style:style>
<style:style style:name="Bold" style:family="text">
  <style:text-properties fo:font-weight="bold"/></style:style>
<text:list-style style:name="L">
  <text:list-level-style-bullet text:level="1" text:bullet-char="-"/>
  <text:list-level-style-number text:level="2" style:num-format="1"/>
  <text:list-level-style-number text:level="3" style:num-format=""/></text:list-style>"""
GREETING = "<text:p>Dear Amazon Seller Performance Team,</text:p>"


def draft(text):
    return read(odt(GREETING + text, STYLES), "letter.odt").draft


def paragraphs(text):
    return draft(text).source.split("\n")[1:]


def kinds(text):
    return [(one.kind, one.text) for one in draft(text).blocks][1:]


def test_blanks_tabs_and_breaks():
    text = '<text:p>We\n   hired<text:s text:c="2"/>Ben<text:tab/>on<text:line-break/>May.</text:p>'
    assert paragraphs(text) == ["We hired  Ben\ton\u2028May."]


def test_lists_inside_lists():
    text = (
        '<text:list text:style-name="L"><text:list-header><text:p>What we did.</text:p>'
        "</text:list-header><text:list-item><text:p>We hired Ben.</text:p>"
        "<text:p>He packs.</text:p>"
        "<text:list><text:list-item><text:p>Root cause</text:p></text:list-item><text:list-item>"
        "<text:list><text:list-item><text:p>Thank you.</text:p></text:list-item></text:list>"
        "</text:list-item></text:list></text:list-item></text:list>"
    )
    assert kinds(text) == [
        (PARAGRAPH, "What we did."),
        (ITEM, "We hired Ben."),
        (PARAGRAPH, "He packs."),
        (HEADING, "Root cause"),
        (PARAGRAPH, "Thank you."),
    ]


def test_hidden_text_in_all_its_forms_is_out():
    text = (
        '<text:p>We hired <text:span text:style-name="Ghost">no </text:span>Ben.</text:p>'
        '<text:p text:style-name="Gone">Nobody sees this.</text:p>'
        '<text:section text:display="none"><text:p>Nor this.</text:p></text:section>'
        '<text:p>Nor<text:hidden-paragraph text:is-hidden="true"/> that.</text:p>'
        '<text:p>He packs<text:hidden-text text:is-hidden="true"> badly</text:hidden-text>.'
        "</text:p>"
        "<text:section><text:p>Thank you.</text:p></text:section>"
    )
    assert paragraphs(text) == ["We hired Ben.", "He packs.", "Thank you."]


def test_what_is_no_text_of_the_letter_is_out():
    text = (
        "<text:table-of-content><text:index-body><text:p>Causes 1</text:p></text:index-body>"
        "</text:table-of-content><text:p>We hired <text:ruby><text:ruby-base>Ben</text:ruby-base>"
        "<text:ruby-text>ben</text:ruby-text></text:ruby><text:script>alert</text:script>."
        "<office:annotation><text:p>Really?</text:p></office:annotation></text:p>"
    )
    found = draft(text)
    assert found.source.split("\n")[1:] == ["We hired Ben."]
    assert found.notes == ("This document has comments. I left them out.",)


def test_a_table_is_read_row_by_row_and_a_box_behind_its_paragraph():
    text = (
        "<table:table><table:table-header-rows><table:table-row><table:table-cell>"
        "<text:p>Day</text:p></table:table-cell><table:table-cell><text:p>Deed</text:p>"
        "</table:table-cell></table:table-row></table:table-header-rows><table:table-row>"
        "<table:table-cell><text:p>3 May</text:p></table:table-cell><table:covered-table-cell>"
        "<text:p>Covered</text:p></table:covered-table-cell></table:table-row></table:table>"
        "<text:p>We <draw:frame><draw:text-box><text:p>In a box.</text:p></draw:text-box>"
        "</draw:frame>hired Ben.</text:p>"
    )
    assert paragraphs(text) == ["Day", "Deed", "3 May", "We hired Ben.", "In a box."]


def test_titles_are_headings_by_their_style_and_bold_lines_by_their_looks():
    styles = STYLES + '<style:style style:name="Title" style:family="paragraph"/>'
    text = (
        '<text:p text:style-name="P1">Lamps of May</text:p><text:p>We hired Ben.</text:p>'
        '<text:p><text:span text:style-name="Bold">Lamps of June</text:span></text:p>'
        "<text:p>He packs.</text:p>"
    )
    found = read(odt(GREETING + text, styles), "letter.odt").draft
    assert [one.kind for one in found.blocks[1:]] == [HEADING, PARAGRAPH, HEADING, PARAGRAPH]
