"""Datasketch is imported lean, and nobody else notices."""

from fresh import run

SKETCH = (
    "import sys\nfrom appeal_lint.survey.alike import sketch\n"
    "print(len(sketch(' '.join(f'word{chr(97 + n)}' for n in range(26)))))\n"
)


def test_a_sketch_loads_no_scipy_but_its_name():
    assert run(SKETCH + "print('scipy.integrate' in sys.modules)").split() == ["512", "False"]


def test_what_was_left_out_is_there_for_others():
    assert run(
        SKETCH + "from scipy.integrate import quad\n"
        "print(round(quad(lambda x: x, 0, 2)[0]))\n"
        "import datasketch\nprint(datasketch.MinHashLSH(0.5).b > 1)"
    ).split() == ["512", "2", "True"]


def test_scipy_that_is_there_already_is_used_as_it_is():
    assert run(
        "import scipy.integrate as before\n" + SKETCH + "import datasketch.lsh as lsh\n"
        "print(lsh.integrate is before.quad)"
    ).split() == ["512", "True"]
