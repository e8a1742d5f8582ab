"""Base forms that are remembered are those that spaCy itself would give."""

from pathlib import Path

import pytest
from appeal_lint.language import Reader
from appeal_lint.language.base_forms import BaseForms
from appeal_lint.language.spellings import SPELLINGS

LETTERS = Path(__file__).parents[2] / "corpus" / "letters"
HARD = (
    "Let's go on. It's late. Let it be.",
    "We're gonna hire two. We gotta pack. Gon was late and na is no word.",
    "Y'all know it ain't so. It isn't. I ain't seen it.",
    "There's one left; there are two; there were three, and it's mine.",
    "I saw it and it saw me. You gave it to you.",
    "But for that we have done all. He is but one.",
    "We recieved it alredy. We have to have had it.\n\n  That is that, which that was.",
)


def by_spacy(pipeline, text):
    """Every word as the whole pipeline of spaCy reads it."""
    for token in pipeline(text):
        lower = token.text.lower()
        right = SPELLINGS.get(lower)
        yield token.text, right or lower, right or token.lemma_.lower() or lower, token.tag_


def as_read(reader, text):
    (sentences,) = reader.read([text])
    return [
        (one.text, one.lower, one.lemma, one.tag) for _, each in sentences for one in each.words
    ]


@pytest.mark.parametrize("text", HARD)
def test_first_and_second_time_give_what_spacy_gives(text):
    reader = Reader(remember=0)
    wanted = list(by_spacy(reader.load(), text))
    assert as_read(reader, text) == wanted
    assert as_read(reader, text) == wanted


def test_words_of_other_letters_do_not_change_a_letter(reader):
    texts = [path.read_text("utf-8") for path in sorted(LETTERS.glob("*.txt"))[:12]]
    fresh = Reader(remember=0)
    fresh.read(texts)
    for text in texts:
        assert as_read(fresh, text) == list(by_spacy(reader.load(), text))


def test_a_word_that_hangs_on_its_neighbour_is_kept_apart():
    """`us` in "let's", `be` in "it's": one word, one tag, two base forms."""
    reader = Reader(remember=0)
    for text in ("Let's pack it.", "It's packed.", "Let's pack it."):
        assert as_read(reader, text) == list(by_spacy(reader.load(), text))


def test_a_pipeline_of_another_make_is_asked_every_time(reader):
    pipeline = reader.load()
    with pipeline.select_pipes(disable=["lemmatizer"]):
        forms = BaseForms(pipeline)
        assert forms.tail == ()
        for text in ("We packed two boxes.", "He packed."):
            doc = pipeline(text)
            assert [one.text for one in forms.of([doc])[0]] == [one.text for one in doc]
