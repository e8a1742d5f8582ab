import pytest
from appeal_lint import rulebook
from appeal_lint.doors.cli import main
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


@pytest.fixture(autouse=True, scope="session")
def _own_cache(tmp_path_factory):
    """Keep reports of the tests out of the cache of whoever runs them."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        yield


class Command:
    """Runs the command in this process, so that the language model is loaded once."""

    def __init__(self, capsys):
        self._capsys = capsys

    def __call__(self, *args):
        with pytest.raises(SystemExit) as left:
            main([str(arg) for arg in args])
        done = self._capsys.readouterr()
        return left.value.code, done.out, done.err


@pytest.fixture
def run(capsys, monkeypatch):
    for name in ("NO_COLOR", "FORCE_COLOR", "CLICOLOR_FORCE", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
    return Command(capsys)
