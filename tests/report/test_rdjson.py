"""rdjson as reviewdog's reviewdog.proto describes a DiagnosticResult."""

import json

import pytest
from appeal_lint.model.words import Severity
from appeal_lint.report import rdjson
from jsonschema import Draft202012Validator


def shape(required, **properties):
    return {
        "type": "object", "properties": properties, "required": required,
        "additionalProperties": False,
    }  # fmt: skip


POSITION = shape(
    ["line", "column"],
    line={"type": "integer", "minimum": 1},
    column={"type": "integer", "minimum": 1},
)
DIAGNOSTIC = shape(
    ["message", "location", "severity", "code"],
    message={"type": "string", "minLength": 1},
    location=shape(
        ["path"],
        path={"type": "string", "minLength": 1},
        range=shape(["start", "end"], start=POSITION, end=POSITION),
    ),
    severity={"enum": ["ERROR", "WARNING", "INFO"]},
    code=shape(["value"], value={"type": "string", "minLength": 1}),
)
RESULT = shape(
    ["source", "diagnostics"],
    source=shape(["name"], name={"const": "appeal-lint"}),
    diagnostics={"type": "array", "items": DIAGNOSTIC},
)
"""What of the format is used here; the rest of it is optional."""


def read(*reports):
    document = json.loads(rdjson.render(reports))
    Draft202012Validator(RESULT).validate(document)
    return document["diagnostics"]


@pytest.fixture
def found(make):
    draft = make.draft("Dear 团队, soon.\r\nplease 😀 wait, we will\r\nhire. \udcff Now\n")
    return read(
        make.report(
            draft,
            [
                make.finding(draft, rule="fba-missing"),
                make.finding(draft, "soon", "vague-words", Severity.WARNING),
                make.finding(draft, "we will\r\nhire"),
                make.finding(draft, "Now", "small-note", Severity.INFO),
            ],
        )
    )


def place(diagnostic):
    span = diagnostic["location"]["range"]
    return [span[at][one] for at in ("start", "end") for one in ("line", "column")]


def test_columns_count_bytes_of_utf8_and_the_end_is_outside(found):
    assert place(found[1]) == [1, 14, 1, 18]
    assert place(found[2]) == [2, 19, 3, 5]
    assert place(found[3]) == [3, 11, 3, 14]


def test_what_is_about_the_whole_letter_has_no_range(found):
    assert found[0]["location"] == {"path": "draft.txt"}


def test_severity_rule_and_words(found):
    assert [one["severity"] for one in found] == ["ERROR", "WARNING", "ERROR", "INFO"]
    assert found[1]["code"] == {"value": "vague-words"}
    assert found[1]["message"].startswith("Title of vague-words\n\n“soon” is a promise.\n\n")


def test_no_letter_and_a_clean_letter_have_no_diagnostics(make):
    assert read() == read(make.report(make.draft("We hired two men.\n"))) == []
