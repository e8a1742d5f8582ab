"""The catalogs have every sentence of the code, and are compiled."""

import gettext
import io
import re
import string
from pathlib import Path

import pytest
from appeal_lint import i18n
from appeal_lint.i18n.strings import strings
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

CODE = Path(i18n.__file__).parents[1]
GUIDE = (Path(__file__).parents[2] / "docs" / "translating.md").read_text("utf-8")
KEYWORDS = {"say": None, "mark": None, "marks": (1, 2), "many": (2, 3), "Said": None,
            "AppealLintError": None, "DraftError": None}  # fmt: skip
OTHERS = [one for one in i18n.languages() if one != i18n.ENGLISH]


def sentences():
    """Return every sentence of the code, as Babel finds them; of two forms the first."""
    found = set()
    how = [("**.py", "appeal_lint.i18n.strings:extract")]
    for _, _, text, _, _ in extract_from_dir(CODE, how, keywords=KEYWORDS, options_map={}):
        found.add(text[0] if isinstance(text, tuple) else text)
    return found - {""}


def catalog(language):
    path = i18n.FOLDER / language / "LC_MESSAGES" / f"{i18n.DOMAIN}.po"
    with path.open("rb") as file:
        return read_po(file, locale=language)


def messages(language):
    return {
        one.id[0] if isinstance(one.id, tuple) else one.id: one
        for one in catalog(language)
        if one.id
    }


def names(text):
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def test_the_command_finds_the_sentences_that_babel_finds():
    assert set(strings()) == sentences()


def test_the_guide_names_what_takes_sentences():
    assert set(re.findall(r"-k (\w+)", GUIDE)) == set(KEYWORDS)


@pytest.mark.parametrize("language", OTHERS)
def test_nothing_is_missing_fuzzy_or_left_over(language):
    known = messages(language)
    assert sentences() - set(known) == set()
    assert set(known) - sentences() == set()
    for one in known.values():
        forms = one.string if isinstance(one.string, tuple) else (one.string,)
        assert not one.fuzzy, one.id
        assert all(forms), one.id


@pytest.mark.parametrize("language", OTHERS)
def test_a_sentence_names_the_values_that_the_english_names(language):
    for one in messages(language).values():
        forms = one.string if isinstance(one.string, tuple) else (one.string,)
        ids = one.id if isinstance(one.id, tuple) else (one.id,)
        known = set().union(*map(names, ids))
        for form in forms:
            assert names(form) <= known, one.id
            assert names(form) >= known & set().union(*map(names, ids[-1:])) - {"number_type"}


@pytest.mark.parametrize("language", OTHERS)
def test_the_compiler_takes_no_percent_sign_for_a_place_to_fill_in(language):
    assert [one.id for one in messages(language).values() if "python-format" in one.flags] == []


@pytest.mark.parametrize("language", OTHERS)
def test_the_compiled_catalog_is_what_the_written_one_says(language):
    compiled = io.BytesIO()
    write_mo(compiled, catalog(language))
    compiled.seek(0)
    path = i18n.FOLDER / language / "LC_MESSAGES" / f"{i18n.DOMAIN}.mo"
    with path.open("rb") as file:
        there = gettext.GNUTranslations(file)._catalog
    made = gettext.GNUTranslations(compiled)._catalog
    assert {**there, "": ""} == {**made, "": ""}
