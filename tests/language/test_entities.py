import subprocess
import sys

from appeal_lint.language.entities import Entities


def test_entities_have_the_places_of_the_text_however_long_it_is():
    line = "We counted the lamps on the long shelf again, and all of them were there.\n"
    text = line * 150 + "w" * 5000 + "\nOn 18 November we hired Jonas Petersen in Hamburg.\n"
    found = {text[one.start : one.end]: one.label for one in Entities().of(text)}
    assert found["Jonas Petersen"] == "PERSON"
    assert found["Hamburg"] == "GPE"


def test_nothing_is_loaded_before_it_is_asked():
    code = (
        "import sys; from appeal_lint.language.entities import Entities; Entities();"
        "assert 'spacy' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
