"""A changed text, read again around the change only, is read as it would be as a whole."""

import random
from pathlib import Path

import pytest
from appeal_lint import draft
from appeal_lint.language import Reader
from appeal_lint.language.local import local
from appeal_lint.language.window import window

LETTERS = sorted((Path(__file__).parents[2] / "corpus" / "letters").glob("*.[tm]*"))
TEXT = (
    "Our packers mixed up two labels in March. Nobody compared the label with the invoice before "
    "dispatch. We have hired a second packer on 2 May. She scans each label and the invoice "
    "together. All eleven buyers have got their money back. Please look at the invoices."
)
ODD = (
    "don't",
    "we've",
    "alredy",
    '"so',
    "(see",
    "10.5%",
    "U.S.",
    "...",
    "and/or",
    "?",
    "!",
    "it's",
)


def plain(parse):
    """Everything that the reader says of a text."""
    names = ("index", "text", "lower", "lemma", "tag", "dep", "head", "start", "end")
    return [
        (start, [tuple(getattr(word, name) for name in names) for word in sentence.words])
        for start, sentence in parse
    ]


@pytest.fixture(scope="module")
def whole():
    """Return a reader that remembers no text, so that it reads each as a whole."""
    return Reader(remember=0)


def changed(text, chance, more):
    """Change a text in one place."""
    words = text.split(" ")
    at = chance.randrange(len(words))
    word = words[at]
    new = chance.choice(
        [
            [chance.choice(more)],
            [word, chance.choice(more)],
            [],
            [word.rstrip(".,")],
            [word + chance.choice(".,?!;:")],
            [word.capitalize()],
            [word.lower()],
            [chance.choice(ODD)],
            [word[: len(word) // 2] + chance.choice("abc .'\"-") + word[len(word) // 2 :]],
        ]
    )
    gone = chance.choice([1, 1, 1, chance.randrange(1, 12)])
    return " ".join([*words[:at], *new, *words[at + gone :]]).strip() or "x"


@pytest.mark.parametrize("seed", range(20))
def test_a_changed_text_is_read_as_a_new_one(reader, whole, seed):
    chance = random.Random(seed)
    blocks = [one.text for one in draft.read_file(str(chance.choice(LETTERS))).blocks]
    text = max(max(blocks, key=len), " ".join(blocks)[:900], key=lambda one: chance.random())
    more = " ".join(blocks).split()
    reader.read([text])
    for _ in range(8):
        text = changed(text, chance, more)
        (again,), (new,) = reader.read([text]), whole.read([text])
        assert plain(again) == plain(new), text


def test_sentences_away_from_the_change_are_the_same_objects(reader):
    (before,) = reader.read([TEXT])
    (after,) = reader.read([TEXT.replace("eleven", "twelve")])
    assert [one is other for (_, one), (_, other) in zip(before, after, strict=True)] == [
        True, True, True, True, False, True,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("old", "new", "kept"),
    [
        ("eleven", "twelve", ("March", "second packer on 2 May")),
        ("mixed up", "swapped", ("money back", "look at the invoices")),
        ("look at", "read", ("March", "second packer", "scans each label")),
    ],
)
def test_only_what_is_around_the_change_is_read_again(reader, old, new, kept):
    text = TEXT.replace(old, new)
    part = window(TEXT, reader.read([TEXT])[0], text, 4)
    assert new in text[part.start : part.end]
    assert not any(one in text[part.start : part.end] for one in kept)


def test_where_no_sentence_is_closed_all_is_read_again(reader):
    loose = TEXT.replace(".", "")
    assert window(loose, reader.read([loose])[0], loose.replace("eleven", "twelve"), 4) is None


def test_a_pipeline_that_may_see_further_is_asked_for_whole_texts(reader):
    pipeline = reader.load()
    tail = ("attribute_ruler", "lemmatizer")
    assert local(pipeline, tail).reach == 4
    assert local(pipeline, ()) is None
    with pipeline.select_pipes(disable=["tagger"]):
        assert local(pipeline, tail) is None
    parser = pipeline.get_pipe("parser")
    parser.cfg["beam_width"] = 4
    try:
        assert local(pipeline, tail) is None
    finally:
        parser.cfg["beam_width"] = 1


def test_a_reader_that_forgot_reads_as_a_new_one(reader, whole):
    reader.read([TEXT])
    reader.forget()
    changed = TEXT.replace("March", "April")
    assert plain(reader.read([changed])[0]) == plain(whole.read([changed])[0])
