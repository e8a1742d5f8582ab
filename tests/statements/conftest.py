import pytest
from appeal_lint import draft, statements


@pytest.fixture(scope="session")
def stated(ruleset, reader):
    """Return a function from a text (and a heading above it) to its statements."""

    def of(text, heading=None):
        opened = draft.alone(text, heading, "sentence")
        found = statements.read(opened, ruleset.vocabulary, reader)
        return [one for one in found if one.block != "heading"] or list(found[:1])

    return of
