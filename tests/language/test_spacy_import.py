"""spaCy is imported lean, and nobody else notices."""

from fresh import run

READ = (
    "import sys\nfrom appeal_lint.language import Reader\n"
    "((_, sentence),), = Reader().read(['We will hire two inspectors.'])\n"
    "print([word.tag for word in sentence.words])\n"
)


def test_reading_a_letter_loads_nothing_that_speaks_to_a_network():
    out = run(READ + "print({'requests', 'httpx', 'urllib3', 'weasel'} & set(sys.modules))")
    assert out.splitlines() == ["['PRP', 'MD', 'VB', 'CD', 'NNS', '.']", "set()"]


def test_what_was_left_out_is_there_for_others():
    out = run(
        READ + "import spacy, spacy.cli\n"
        "print(callable(spacy.cli.download), spacy.info(silent=True)['spacy_version'])"
    )
    assert out.splitlines()[1].startswith("True 3.8")


def test_spacy_that_is_there_already_is_used_as_it_is():
    out = run("import spacy\n" + READ + "import spacy.cli.info as info\nprint(spacy.info)")
    assert out.startswith("['PRP', 'MD'")
