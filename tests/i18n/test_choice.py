"""Which language is spoken where nobody says so."""

import pytest
from appeal_lint.i18n import choose, known, languages
from appeal_lint.model.errors import AppealLintError


@pytest.mark.parametrize(
    ("environ", "language"),
    [
        ({}, "en"),
        ({"LANG": "zh_CN.UTF-8"}, "zh"),
        ({"LANG": "zh_TW.UTF-8"}, "zh"),
        ({"LANG": "en_GB.UTF-8"}, "en"),
        ({"LANG": "de_DE"}, "en"),
        ({"LANG": "zho_CN"}, "en"),
        ({"LC_ALL": "en_US", "LANG": "zh_CN"}, "en"),
        ({"LC_ALL": "", "LC_MESSAGES": "zh_CN.GBK", "LANG": "en_US"}, "zh"),
        ({"LC_ALL": "C", "LANG": "zh_CN", "LANGUAGE": "zh"}, "en"),
        ({"LC_ALL": "POSIX", "LANG": "zh_CN"}, "en"),
        ({"LANG": "C.UTF-8"}, "en"),
        ({"LANG": "en_US", "LANGUAGE": "fr:zh:en"}, "zh"),
        ({"LANG": "zh_CN", "LANGUAGE": "en"}, "en"),
        ({"LANG": "zh_CN", "LANGUAGE": ":"}, "zh"),
        ({"LANGUAGE": "zh_CN"}, "zh"),
        ({"LANG": "zh_CN@pinyin"}, "zh"),
        ({"LANG": "../zh"}, "en"),
    ],
)
def test_the_environment_is_read_as_gettext_reads_it(environ, language):
    assert choose(None, environ) == language


def test_what_was_asked_for_counts_most():
    assert choose("en", {"LC_ALL": "zh_CN"}) == "en"
    assert choose("zh-Hans", {"LC_ALL": "C"}) == "zh"


def test_the_system_counts_where_the_environment_is_silent():
    assert choose(None, {}, "zh_CN") == "zh"
    assert choose(None, {"LANG": "en_US"}, "zh_CN") == "en"


@pytest.mark.parametrize("name", ["xx", "", "-", "../zh", "z h"])
def test_a_language_that_there_is_not_is_no_choice(name):
    assert known(name) is None
    with pytest.raises(AppealLintError, match="en, zh"):
        choose(name, {})


def test_english_is_always_there():
    assert languages()[0] == "en"
    assert "zh" in languages()
