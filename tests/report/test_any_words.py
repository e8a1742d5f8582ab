"""Whatever a letter holds and its file is called, each format stays what it is."""

import json
import unicodedata
from xml.etree import ElementTree

from appeal_lint.report import compact, formats, github, plain
from hypothesis import example, given
from hypothesis import strategies as st

ANY = st.text(st.characters(), min_size=1, max_size=40)
"""Of any characters, control characters and lone surrogates too."""


@given(words=ANY, name=ANY, before=ANY)
@example(words="]]>\r\n::error::\ud800\x1b[0m\x85", name="a\nb:1:1: error", before="\r\u2028")
def test_any_words(make, words, name, before):
    draft = make.draft(before + words, name)
    finding = make.finding(draft, words, title=f"T {words}")
    report = make.report(draft, [finding], {"future-promise": 6})
    shown = {form: formats.renderer(form)([report]) for form in formats.MACHINES}
    (result,) = json.loads(shown["sarif"])["runs"][0]["results"]
    region = result["locations"][0]["physicalLocation"]["region"]
    assert region["snippet"]["text"] == words
    (diagnostic,) = json.loads(shown["rdjson"])["diagnostics"]
    assert diagnostic["location"]["path"] == name
    assert len(list(ElementTree.fromstring(shown["junit"].encode()).iter("failure"))) == 2
    for form in (github, compact):
        assert len(form.render([report]).splitlines()) == 1
    shown["plain"] = plain.render(report)
    for text in shown.values():
        kinds = {unicodedata.category(char) for char in text if char not in "\n\t"}
        assert not kinds & {"Cc", "Cf", "Cs", "Zl", "Zp"}
