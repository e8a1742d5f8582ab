"""What was learned from labelled sentences: it is shipped, explains itself, and is small."""

import hashlib
import re
from importlib.resources import files
from pathlib import Path

import numpy as np
import pytest
from appeal_lint import draft, statements
from appeal_lint.encoder.passage import Passage
from appeal_lint.model.words import Act
from appeal_lint.statements.learned import FILE, Learned, learned
from appeal_lint.statements.outputs import KINDS, judgement, likelihoods
from appeal_lint.statements.pieces import pieces
from appeal_lint.statements.read import lexicon_of
from appeal_lint.statements.rejudge import rejudge
from appeal_lint.statements.spoken import spoken

SENTENCES = Path(__file__).parents[2] / "corpus" / "sentences"
QUOTED = re.compile("“([^”]+)”")
WORDS = (
    "I see now that cancelling one order in twenty is far more than you can put up with.",
    "The pallets are wrapped; give the word and they are at your warehouse on Thursday.",
    "Our agency was paid by the star.",
    "We hung a new lamp onto an old page instead of making a page for it.",
    "Nobody in our house may close a box before a second pair of eyes has compared it.",
    "What happened in March is on us and on nobody else.",
)


def test_it_is_shipped_and_small():
    assert learned() is not None
    assert len(files("appeal_lint.statements").joinpath(FILE).read_bytes()) < 2_000_000


def test_it_was_learned_from_the_sentences_that_stand_in_the_corpus():
    """Learn again where it fails: python linter/training/learn.py."""
    digest = hashlib.sha256()
    taught = sorted((SENTENCES / "writers").glob("*.jsonl"))
    for path in (SENTENCES / "develop.jsonl", SENTENCES / "letters" / "develop.jsonl", *taught):
        digest.update(path.read_bytes().replace(b"\r\n", b"\n"))
    with files("appeal_lint.statements").joinpath(FILE).open("rb") as file, np.load(file) as held:
        assert bytes(held["source"]).decode() == digest.hexdigest()


def test_where_it_departs_from_the_rules_it_quotes_the_words_that_spoke_for_it(reader, ruleset):
    departed = 0
    for text in WORDS:
        opened = draft.from_text(text, "sentence")
        by_rules = {
            piece.reading.act for piece in pieces(opened, lexicon_of(ruleset.vocabulary), reader)
        }
        for one in statements.read(opened, ruleset.vocabulary, reader):
            assert one.why
            if one.act in by_rules:
                continue
            departed += 1
            spoken = " ".join(re.findall(r"[\w']+", text.lower()))
            for quote in QUOTED.findall(one.why):
                assert all(word in spoken or word == "#" for word in re.findall(r"\w+", quote))
    assert departed > 0


def test_headings_are_left_to_the_rules(stated):
    assert all(one.act is Act.OTHER for one in stated("What we will do from now on:"))


FIRST = {
    kind: sum(len(words) for words in list(KINDS.values())[:place])
    for place, kind in enumerate(KINDS)
}
"""The first column of each kind."""


@pytest.fixture
def model():
    columns = sum(map(len, KINDS.values()))
    weights = np.zeros((2, columns), dtype="int8")
    weights[0, KINDS["act"].index("promise")] = 120
    weights[1, FIRST["excuse"] + KINDS["excuse"].index("weather")] = 100
    weights[1, FIRST["issues"] + KINDS["issues"].index("late_delivery")] = 100
    weights[1, FIRST["issues"] + KINDS["issues"].index("damaged")] = 60
    weights[0, FIRST["measures"] + KINDS["measures"].index("fba")] = 60
    bias = np.zeros(columns, dtype="float32")
    bias[KINDS["act"].index("other")] = 0.5
    bias[FIRST["excuse"]] = 0.5
    bias[FIRST["issues"] :] = -0.5
    return Learned(["wwill", "wsnow"], weights, np.full(columns, 0.01, dtype="float32"), bias)


def judged(model, *traits):
    return judgement(likelihoods(model.outputs([traits]))[0].tolist())


def test_the_weights_of_the_traits_decide(model):
    assert judged(model).act is Act.OTHER
    said = judged(model, "wwill", "wsnow", "wunknown")
    assert (said.act, said.excuse) == (Act.PROMISE, "weather")


def test_in_doubt_nothing_is_promised_and_something_is_pleaded():
    likely = [0.0] * sum(map(len, KINDS.values()))
    likely[KINDS["act"].index("promise")], likely[KINDS["act"].index("ongoing")] = 0.5, 0.4
    likely[FIRST["excuse"]], likely[FIRST["excuse"] + KINDS["excuse"].index("volume")] = 0.5, 0.4
    said = judgement(likely)
    assert (said.act, said.excuse) == (Act.ONGOING, "volume")


def test_issues_and_measures_are_named_where_they_weigh_enough_and_any_number_of_them(model):
    assert judged(model).issues == judged(model).measures == ()
    said = judged(model, "wsnow")
    assert (set(said.issues), said.measures) == ({"late_delivery", "damaged"}, ())
    assert judged(model, "wwill").measures == ("fba",)


def test_the_words_that_speak_for_one_act_against_another_are_named(model):
    assert model.telling(["wwill", "wsnow", "wunknown"], Act.PROMISE, Act.OTHER) == ("will",)
    assert model.telling(["wwill"], Act.OTHER, Act.PROMISE) == ()


def test_where_the_linear_model_is_unsure_the_transformer_is_asked_and_nowhere_else(opened):
    class Asked:
        def __init__(self):
            self.passages = []

        def outputs(self, passages):
            self.passages += passages
            return np.zeros((len(passages), sum(map(len, KINDS.values()))), dtype="float32")

    sure, doubtful = "We will hire two more packers next week.", "The hauliers were tardy, sadly."
    for text, wanted in ((sure, []), (doubtful, [Passage("none", "", doubtful, "")])):
        asked = Asked()
        list(rejudge(opened(text), learned(), asked))
        assert asked.passages == wanted


def test_the_transformer_reads_words_rightly_spelt_and_the_sentence_around(opened):
    asked = [spoken(one) for one in opened("We  have alredy\ntrained them, and we will test them.")]
    assert asked == [
        Passage("none", "", "We have already trained them", ", and we will test them."),
        Passage("none", "We have already trained them, and", " we will test them.", ""),
    ]


@pytest.fixture
def opened(reader, ruleset):
    """Return a function from a text to its pieces."""
    lexicon = lexicon_of(ruleset.vocabulary)
    return lambda text: list(pieces(draft.from_text(text, "text"), lexicon, reader))
