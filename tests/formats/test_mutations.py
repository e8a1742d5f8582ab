"""Sample documents with damage at random places: a letter or one clear line, nothing else."""

import io
import random
import zipfile
from pathlib import Path

import pytest
from appeal_lint.formats import read
from appeal_lint.model.errors import DraftError
from made_documents import zipped

SAMPLES = Path(__file__).parent / "samples"
TURNS = 120
PIECES = [
    b"",
    b"<",
    b">",
    b"/>",
    b"{",
    b"}",
    b"\\",
    b"\\'",
    b"\\u-1?",
    b"\0",
    b"\xff",
    b"&x;",
    b"9",
]


def damaged(data, chance):
    """Return some bytes with one to four pieces of it replaced or taken out."""
    found = bytearray(data)
    for _ in range(chance.randint(1, 4)):
        at = chance.randrange(len(found))
        found[at : at + chance.choice([0, 1, 1, 8, 200])] = chance.choice(PIECES)
    return bytes(found)


def judged(data, name):
    """Read a file; where there is a letter, each block leads back to words of its text."""
    said = ""
    try:
        draft = read(data, name).draft
    except DraftError as fault:
        said = str(fault)
    if said:
        assert said.startswith(f"{name}: ")
        assert "\n" not in said
        return False
    for block in draft.blocks:
        start, end = block.span(0, len(block.text))
        assert 0 <= start < end <= len(draft.source)
        assert draft.place(start)[0] == draft.place(end - 1)[0]
    return True


@pytest.mark.parametrize("name", sorted(one.name for one in SAMPLES.glob("*.*")))
def test_damage_to_the_file(name):
    chance = random.Random(name)
    data = (SAMPLES / name).read_bytes()
    for _ in range(TURNS):
        judged(damaged(data, chance), name)


@pytest.mark.parametrize("name", ["letter.docx", "tracked.docx", "letter.odt", "tracked.odt"])
def test_damage_to_a_part(name):
    """The zip file around it is sound."""
    chance = random.Random(name)
    with zipfile.ZipFile(io.BytesIO((SAMPLES / name).read_bytes())) as file:
        parts = {one: file.read(one) for one in file.namelist()}
    xml = sorted(one for one in parts if one.endswith((".xml", ".rels")))
    read_whole = 0
    for _ in range(TURNS):
        part = chance.choice(xml)
        read_whole += judged(zipped({**parts, part: damaged(parts[part], chance)}), name)
    assert 0 < read_whole < TURNS
