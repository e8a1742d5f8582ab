"""Who asks the server loads nothing that takes time."""

import pytest

LARGE = ("spacy", "pydantic", "rich", "click", "msgspec", "durable", "numpy", "subprocess",
         "dataclasses", "typing", "pathlib")  # fmt: skip
CODE = """
import atexit, sys
sys.path.append({where!r})
from appeal_lint.__main__ import main
def tell():
    with open('modules', 'w') as file:
        file.write('\\n'.join(sys.modules))
atexit.register(tell)
before = set(sys.modules)
main()
"""


@pytest.fixture(scope="module")
def ready(place):
    place.warm("letter.txt")
    return place


def loaded(place, *args, **more):
    """Return the large modules that a run has loaded, beside what Python itself loads."""
    import appeal_lint

    where = appeal_lint.__path__[0].removesuffix("appeal_lint")
    code = CODE.format(where=where)
    more.setdefault("environ", {})
    done = place.end(place.begin(*args, code=code, **more))
    assert done.status == 1, done
    assert done.out.startswith(b"letter.txt")
    names = (place.work / "modules").read_text().split()
    return {one.partition(".")[0] for one in names}


def test_with_the_flag(ready):
    assert not loaded(ready, "--warm", "letter.txt") & {*LARGE, "yaml", "tomllib"}


def test_with_the_variable(ready):
    found = loaded(ready, "letter.txt", environ={"APPEAL_LINT_WARM": "on"})
    assert not found & {*LARGE, "yaml", "tomllib"}
    assert "socket" in found


@pytest.mark.parametrize(
    ("name", "text"),
    [(".appeal-lint.yaml", "warm: on\n"), ("pyproject.toml", "[tool.appeal-lint]\nwarm = true\n")],
)
def test_with_the_wish_in_a_file(ready, name, text):
    path = ready.work / name
    path.write_text(text)
    try:
        found = loaded(ready, "letter.txt")
    finally:
        path.unlink()
    slow = {"spacy", "pydantic", "rich", "click", "msgspec", "durable", "numpy", "subprocess"}
    assert not found & slow
    assert "socket" in found


def test_the_whole_command_is_loaded_where_nothing_asks_for_the_server(ready):
    """So that the tests above can fail."""
    assert {"click", "pathlib"} <= loaded(ready, "letter.txt")
