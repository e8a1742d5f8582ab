"""Texts are cut into pieces as the transformer learned them."""

import pytest
from appeal_lint.encoder.wordpiece import LONGEST, WordPiece

PIECES = ["[UNK]", "[CLS]", "[SEP]", "we", "will", "pack", "##ed", "##s", "cafe", "'", "t", "don"]
PIECES += [",", ".", '"', "-", "p", "##a", "##c", "##k"]


@pytest.fixture
def cutter():
    return WordPiece(PIECES)


def words(cutter, text):
    return [PIECES[number] for number in cutter.numbers(text)]


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("We packed.", ["we", "pack", "##ed", "."]),
        ("packs", ["pack", "##s"]),
        ("WE  WILL\n\npack", ["we", "will", "pack"]),
        ("Café", ["cafe"]),
        ("don't", ["don", "'", "t"]),
        ("don’t", ["don", "'", "t"]),
        ("“we”—will", ['"', "we", '"', "-", "will"]),
        ("pac", ["p", "##a", "##c"]),
        ("zebra", ["[UNK]"]),
        ("packz", ["[UNK]"]),
        ("我们 📦", ["[UNK]", "[UNK]"]),
        ("", []),
        (" \t ", []),
    ],
)
def test_the_longest_known_piece_is_taken_first(cutter, text, pieces):
    assert words(cutter, text) == pieces
    assert words(cutter, text) == pieces  # and again, from what is remembered


def test_a_word_without_end_is_unknown_at_once(cutter):
    assert words(cutter, "pack" + "s" * LONGEST) == ["[UNK]"]
    assert words(cutter, "s" * 1_000_000) == ["[UNK]"]
