"""The shipped transformer: small, the same whatever is read beside, and never out of bounds."""

from concurrent.futures import ThreadPoolExecutor
from importlib.resources import files

import numpy as np
import pytest
from appeal_lint.encoder import encoder, prepare
from appeal_lint.encoder.load import FILE
from appeal_lint.statements.outputs import KINDS, likelihoods

TEXTS = [
    ("none : We have trained both packers.", ""),
    ("prevention : Every parcel is weighed", "Every parcel is weighed and nobody may skip it."),
    ("none : The courier is at fault.", ""),
    ("none : ", ""),
    ("none : " + "and then we packed another box " * 60, "and so on " * 90),
]


@pytest.fixture(scope="module")
def shipped():
    found = encoder()
    assert found is not None
    return found


def test_it_is_small():
    assert len(files("appeal_lint.encoder").joinpath(FILE).read_bytes()) < 15_000_000


def test_it_is_loaded_once_however_many_ask_for_it():
    with ThreadPoolExecutor(4) as pool:
        prepare()
        found = {id(one) for one in pool.map(lambda _: encoder(), range(8))}
    assert found == {id(encoder())}


def test_it_has_one_output_for_each_word(shipped):
    assert shipped.outputs(TEXTS).shape == (len(TEXTS), sum(map(len, KINDS.values())))


def test_what_is_read_beside_a_text_does_not_change_it(shipped):
    together = shipped.outputs(TEXTS)
    for at, text in enumerate(TEXTS):
        assert np.allclose(shipped.outputs([text])[0], together[at], atol=1e-3)
    backwards = shipped.outputs(TEXTS[::-1])[::-1]
    assert np.allclose(backwards, together, atol=1e-3)


def test_no_texts_no_rows(shipped):
    assert len(shipped.outputs([])) == 0


@pytest.mark.parametrize("text", ["", "\x00", "📦" * 500, "ق ط ع", "a" * 10_000, "١٢٣", "\ud800"])
def test_any_text_is_read(shipped, text):
    assert np.isfinite(shipped.outputs([(text, ""), (text, text)])).all()


def test_likelihoods_are_shares_for_what_is_chosen_and_chances_for_what_is_named(shipped):
    likely = likelihoods(shipped.outputs(TEXTS))
    assert ((likely >= 0) & (likely <= 1)).all()
    assert np.allclose(likely[:, : len(KINDS["act"])].sum(axis=1), 1)
