import pytest
from appeal_lint import draft, statements

FILLER = "The lamps stand in the shop."


@pytest.fixture(scope="session")
def stated(ruleset, reader):
    """Return a function from a text (and a heading above it) to its statements."""

    def of(text, heading=None):
        whole = f"{heading.rstrip(':')}:\n\n- {text}\n" if heading else text
        opened = draft.from_text(whole + "\n\n" + FILLER, "sentence")
        found = statements.read(opened, ruleset.vocabulary, reader)
        own = [one for one in found if one.end <= len(whole) and one.block != "heading"]
        return own or list(found[:1])

    return of
