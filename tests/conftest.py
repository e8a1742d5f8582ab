import pytest
from appeal_lint import rulebook
from appeal_lint.engine import engine
from appeal_lint.language import Reader
from appeal_lint.lint import Linter


@pytest.fixture(scope="session")
def ruleset():
    return rulebook.load()


@pytest.fixture(scope="session")
def reader():
    return Reader()


@pytest.fixture(scope="session")
def linter(ruleset, reader):
    return Linter(ruleset, reader, engine(None, [rule.compiled for rule in ruleset.rules]))
