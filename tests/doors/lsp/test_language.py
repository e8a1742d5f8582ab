"""The client's language is that of the messages, unless the configuration names one."""

import pytest
from lsp_client import uri

CHINESE = "一二三四五六七八九十的是不在有"


def chinese(text):
    return any("\u4e00" <= char <= "\u9fff" for char in text)


@pytest.mark.parametrize(
    ("locale", "configured", "expected"),
    [
        ("zh-CN", None, True),
        ("zh_Hans", None, True),
        ("fr-FR", None, False),
        ("en-GB", None, False),
        (None, None, False),
        ("zh-cn", "en", False),
        ("en", "zh", True),
    ],
)
def test_messages_are_in_the_language_of_the_client(serve, letter, locale, configured, expected):
    if configured:
        (letter.parent / ".appeal-lint.yaml").write_text(f"language: {configured}\n")
    client = serve()
    client.start(locale=locale)
    client.open(uri(letter), letter.read_text())
    shown, _ = client.checked(uri(letter))
    assert {chinese(one["message"]) for one in shown} == {expected}
