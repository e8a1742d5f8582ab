import os
from pathlib import Path

import pytest

GOOD = """Dear Amazon Seller Performance Team,

Our Order Defect Rate rose to 1.6 % because of negative feedback in May.
We refunded 14 buyers on 10 June.
"""


@pytest.fixture(autouse=True)
def _nothing_of_the_developer(monkeypatch, tmp_path_factory):
    """Let the command speak English and find no settings, whatever the computer is set to."""
    ours = [name for name in os.environ if name.startswith("APPEAL_LINT_")]
    for name in ("LC_MESSAGES", "LANG", "LANGUAGE", *ours):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    home = str(tmp_path_factory.mktemp("home"))
    for name in ("HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "APPDATA", "LOCALAPPDATA"):
        monkeypatch.setenv(name, home)


@pytest.fixture(scope="session")
def sample():
    """A letter that is not ready."""
    return Path(__file__).parents[2] / "corpus" / "sample.txt"


@pytest.fixture
def letter(tmp_path):
    path = tmp_path / "letter.txt"
    path.write_text(GOOD, encoding="utf-8")
    return path
