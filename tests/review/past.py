"""Letters for the tests of reviews, and what is written of them."""

import csv
import json
import shutil
from pathlib import Path

CORPUS = Path(__file__).parents[2] / "corpus" / "letters"


def folder_of(place, many=6):
    """Copy letters of the corpus to a folder, the same ones every time."""
    folder = place / "letters"
    folder.mkdir()
    for path in sorted(CORPUS.glob("*.txt"))[:many]:
        shutil.copy(path, folder)
    return folder


def rows_of(path):
    """Return the rows of a file of JSON lines."""
    return [json.loads(line) for line in Path(path).read_text(encoding="utf-8").splitlines()]


def table_of(path):
    """Return the rows of a table as mappings."""
    with Path(path).open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))
