"""The cold command against importing spaCy and loading the model, interleaved.

python benchmarks/cold_start.py
"""

import statistics
import subprocess
import sys
import time
from pathlib import Path

from appeal_lint.language.reader import EXCLUDED, default_model

SAMPLE = str(Path(__file__).parents[1] / "corpus" / "sample.txt")
FLOOR = f"import spacy; spacy.load({default_model()!r}, exclude={EXCLUDED!r})"
ROUNDS = 7


def timed(*args):
    begin = time.perf_counter()
    subprocess.run([sys.executable, *args], capture_output=True, check=False)
    return time.perf_counter() - begin


def main():
    found = {"lint": [], "--help": [], "explain": []}
    for _ in range(ROUNDS):
        floor = timed("-c", FLOOR)
        found["lint"].append(timed("-m", "appeal_lint", "--no-cache", SAMPLE) / floor)
        found["--help"].append(timed("-m", "appeal_lint", "--help") / floor)
        found["explain"].append(timed("-m", "appeal_lint", "explain", "future-promise") / floor)
    for name, ratios in found.items():
        print(
            f"{name} / load of the model: median {statistics.median(ratios):.2f} "
            f"(min {min(ratios):.2f}, max {max(ratios):.2f}); target for lint 1.15"
        )


if __name__ == "__main__":
    main()
