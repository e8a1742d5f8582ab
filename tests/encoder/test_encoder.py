"""The shipped transformer: small, the same whatever is read beside, and never out of bounds."""

from concurrent.futures import ThreadPoolExecutor
from importlib.resources import files

import numpy as np
import pytest
from appeal_lint.encoder import encoder, prepare
from appeal_lint.encoder.load import FILE
from appeal_lint.encoder.passage import Passage
from appeal_lint.statements.outputs import KINDS, likelihoods

WHOLE = ("Every parcel is weighed", " and", " nobody may skip it.")
PASSAGES = [
    Passage("none", "", "We have trained both packers.", ""),
    Passage("prevention", "", WHOLE[0], WHOLE[1] + WHOLE[2]),
    Passage("prevention", WHOLE[0] + WHOLE[1], WHOLE[2], ""),
    Passage("none", "", "The courier is at fault.", ""),
    Passage("none", "", "", ""),
    Passage("none", "And so on " * 90, "and then we packed another box " * 60, "."),
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
    assert shipped.outputs(PASSAGES).shape == (len(PASSAGES), sum(map(len, KINDS.values())))


def test_what_is_read_beside_a_passage_does_not_change_it(shipped):
    together = shipped.outputs(PASSAGES)
    for at, passage in enumerate(PASSAGES):
        assert np.allclose(shipped.outputs([passage])[0], together[at], atol=1e-3)
    backwards = shipped.outputs(PASSAGES[::-1])[::-1]
    assert np.allclose(backwards, together, atol=1e-3)


def test_two_statements_of_one_sentence_are_told_apart(shipped):
    """And the same words say something else in another sentence or under another heading."""
    blamed = Passage("none", "We sent the lamps late because ", "the courier lost the parcels", ".")
    mended = Passage("none", "", "We sent the lamps late", " because the courier lost the parcels.")
    alone = Passage("none", "", "the courier lost the parcels", "")
    headed = Passage("cause", "", "the courier lost the parcels", "")
    found = shipped.outputs([blamed, mended, alone, headed])
    for at in range(len(found)):
        for other in range(at):
            assert np.abs(found[at] - found[other]).max() > 0.1


def test_a_passage_that_comes_again_and_again_is_read_once(shipped):
    """A table of all of them beside all of their pieces would not fit into memory."""
    again = shipped.outputs(PASSAGES[:4] * 50_000)
    assert np.allclose(again[-4:], shipped.outputs(PASSAGES[:4]), atol=1e-3)


def test_a_section_that_nobody_learned_is_told(shipped):
    with pytest.raises(KeyError):
        shipped.outputs([Passage("greeting", "", "Hello", "")])


def test_no_passages_no_rows(shipped):
    assert len(shipped.outputs([])) == 0


@pytest.mark.parametrize("text", ["", "\x00", "📦" * 500, "ق ط ع", "a" * 10_000, "١٢٣", "\ud800"])
def test_any_text_is_read(shipped, text):
    passages = [Passage("none", "", text, ""), Passage("none", text, text, text)]
    assert np.isfinite(shipped.outputs(passages)).all()


def test_likelihoods_are_shares_for_what_is_chosen_and_chances_for_what_is_named(shipped):
    likely = likelihoods(shipped.outputs(PASSAGES))
    assert ((likely >= 0) & (likely <= 1)).all()
    assert np.allclose(likely[:, : len(KINDS["act"])].sum(axis=1), 1)
