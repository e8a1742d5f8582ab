"""Any rules and any facts: durable-rules finds what the plain engine finds."""

from appeal_lint.engine import engine
from appeal_lint.model.pattern import AnyOf, CompiledRule, Pattern, Ref, Test
from hypothesis import given, settings
from hypothesis import strategies as st

KINDS = ("statement", "topic", "answer")
ACTS = ("promise", "completed", "request")
ISSUES = ("late_delivery", "damaged")
FLAGS = ("mark_vague", "measure_fba")
EITHER = st.sampled_from(["is", "is_not"])
ANY_OPERATOR = st.sampled_from(["is", "is_not", "at_least", "less_than"])

facts = st.fixed_dictionaries(
    {"kind": st.sampled_from(KINDS), "act": st.sampled_from(ACTS)},
    optional={
        "issue": st.sampled_from(ISSUES),
        "mark_vague": st.just(True),
        "measure_fba": st.just(True),
        "size": st.integers(0, 3),
    },
)
single_tests = st.one_of(
    st.builds(Test, st.just("act"), EITHER, st.sampled_from(ACTS)),
    st.builds(Test, st.just("issue"), EITHER, st.sampled_from(ISSUES)),
    st.builds(Test, st.sampled_from(FLAGS), EITHER, st.just(True)),
    st.builds(Test, st.just("size"), ANY_OPERATOR, st.integers(0, 3)),
)
tests = st.one_of(
    single_tests,
    st.lists(single_tests, min_size=2, max_size=3).map(lambda made: AnyOf(tuple(made))),
)
document_tests = st.builds(
    Test, st.just("words"), st.sampled_from(["at_least", "less_than"]), st.integers(0, 4)
)


@st.composite
def patterns(draw, earlier, absent):
    made = [Test("kind", "is", draw(st.sampled_from(KINDS))), *draw(st.lists(tests, max_size=2))]
    if earlier and draw(st.booleans()):
        field = draw(st.sampled_from(["issue", "act", "size"]))
        made.append(Test(field, "is", Ref(draw(st.integers(0, earlier - 1)), field)))
    return Pattern(tuple(made), absent)


@st.composite
def rules(draw):
    count = draw(st.integers(0, 2))
    made = [draw(patterns(at, absent=False)) for at in range(count)]
    if not made or draw(st.booleans()):
        document = (Test("kind", "is", "document"), *draw(st.lists(document_tests, max_size=2)))
        made.append(Pattern(document))
    made += [draw(patterns(count, absent=True)) for _ in range(draw(st.integers(0, 3)))]
    return tuple(made)


@settings(max_examples=150, deadline=None)
@given(
    st.lists(rules(), min_size=1, max_size=5),
    st.lists(facts, max_size=8),
    st.integers(0, 4),
    st.randoms(use_true_random=False),
)
def test_both_engines_find_the_same(made, given_facts, words, order):
    compiled = [CompiledRule(f"rule-{at}", one) for at, one in enumerate(made)]
    numbered = [{"id": at, **one} for at, one in enumerate(given_facts, start=1)]
    numbered.append({"id": len(numbered) + 1, "kind": "document", "words": words})
    expected = engine("reference", compiled).judge(numbered)
    order.shuffle(numbered)
    assert engine("durable", compiled).judge(numbered) == expected
