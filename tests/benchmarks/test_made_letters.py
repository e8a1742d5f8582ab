"""The generated letters are the same for a seed, differ from each other, and read as letters."""

import csv
import os
import subprocess
import sys
from collections import Counter
from pathlib import Path

import letters
from appeal_lint import draft
from appeal_lint.model.words import Outcome
from lettering.chance import Chance
from lettering.problems import PROBLEMS

SCRIPT = Path(letters.__file__)


def test_chance_is_the_same_on_every_system():
    chance = Chance(1, 2)
    assert [chance.number(1, 100) for _ in range(8)] == [62, 18, 41, 57, 47, 12, 66, 100]


def test_a_seed_gives_the_same_letters_whatever_the_order_of_sets(tmp_path):
    written = []
    for own in ("0", "1"):
        folder, table = tmp_path / own, tmp_path / f"{own}.csv"
        asked = [sys.executable, str(SCRIPT), folder, "--letters", "12", "--csv", table]
        env = {**os.environ, "PYTHONHASHSEED": own}
        subprocess.run(asked, check=True, env=env)
        texts = {one.name: one.read_bytes() for one in folder.rglob("*.txt")}
        assert len(texts) == 12
        written.append((texts, table.read_bytes()))
    assert written[0] == written[1]
    with (tmp_path / "0.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert {f"{row['id']}.txt": row["text"].encode() for row in rows} == written[0][0]


def test_a_letter_is_the_same_whatever_comes_before_it():
    assert list(letters.letters(7, 5, first=20)) == list(letters.letters(7, 25))[20:]
    assert next(letters.letters(7, 1)) != next(letters.letters(8, 1))


def test_letters_are_varied():
    made = list(letters.letters(2, 600))
    assert len({one.text for one in made}) == 600
    assert {one.about.type for one in made} == set(PROBLEMS)
    assert {one.about.author for one in made} == set(letters.AUTHORS)
    assert all(80 <= len(one.text.split()) <= 900 for one in made)
    seen = Counter(part for one in made for part in letters.sentences(one.text))
    again = sum(count for count in seen.values() if count > 1)
    assert again < sum(seen.values()) / 2
    assert not [one.text for one in made if set("{}[]~|") & set(one.text)]


def test_recycled_letters_share_words_but_not_names():
    made = [one for one in letters.letters(2, 600) if one.template is not None]
    groups = {one.template: [] for one in made}
    for one in made:
        groups[one.template].append(one)
    first, second = next(group for group in groups.values() if len(group) > 1)[:2]
    assert first.about.type == second.about.type
    assert not set(first.secrets) & set(second.secrets)
    words, others = set(first.text.split()), set(second.text.split())
    assert len(words & others) > 0.5 * len(words)


def test_outcomes_go_with_the_faults_of_a_letter():
    made = list(letters.letters(5, 2000))
    clean = [one for one in made if not one.promises and not one.excuses and not one.missing]
    poor = [one for one in made if one.promises + one.excuses + len(one.missing) > 5]

    def rate(some):
        known = [one.about.outcome for one in some if one.about.outcome is not None]
        return known.count(Outcome.REINSTATED) / len(known)

    assert min(len(clean), len(poor)) > 100
    assert rate(clean) > 0.7
    assert rate(poor) < 0.4


def test_the_linter_reads_them(linter):
    for one in letters.letters(3, 50):
        report = linter.lint(draft.from_text(one.text, one.about.id))
        assert report.statements
        assert not report.draft.asides, one.text


def test_what_is_secret_stands_in_the_text():
    for one in letters.letters(4, 50):
        flat = " ".join(one.text.split())
        assert one.secrets
        assert all(secret in flat for secret in one.secrets)
