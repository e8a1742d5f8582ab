"""How long an answer takes, whole processes side by side in one run, beside `proselint check`.

python benchmarks/answers.py        (needs: pip install "appeal-lint[bench]")

The letter has 455 words. Each round runs every way once, so that a busy machine is busy for all.
"warm" are answers of the server in the background:

- again: the same letter, as an editor asks that saves without a change
- one word: a word changed since the last time
- new: every paragraph changed, so that nothing of it was read before

"cache hit" is the ordinary command with the same letter, "cold" the ordinary command that keeps
nothing. The one-word edit inside one process, as in the language server: benchmarks/editing.py.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

LETTER = Path(__file__).parents[1] / "corpus" / "letters" / "good-olive-soap.txt"
HERE = Path(sys.executable).parent
LINT = str(HERE / "appeal-lint")
PROSELINT = str(HERE / "proselint")
ROUNDS = 15


def timed(*args, env):
    begin = time.perf_counter()
    subprocess.run(args, env=env, capture_output=True, check=False)
    return time.perf_counter() - begin


def changed(text, number, *, everywhere):
    """Return the letter with a word more in its last paragraph, or in each."""
    parts = text.split("\n\n")
    whole = len(parts)
    for at in range(0 if everywhere else whole - 1, whole):
        parts[at] = parts[at].replace(" the ", f" the {number}th ", 1)
    return "\n\n".join(parts)


def main():
    text = LETTER.read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory(dir="/tmp", prefix="al") as folder:
        env = {**os.environ, "XDG_RUNTIME_DIR": folder, "XDG_CACHE_HOME": folder}
        own = Path(folder) / "letter.txt"

        def lint(*more):
            return timed(LINT, str(own), *more, env=env)

        def ways(number):
            own.write_text(text, encoding="utf-8")
            yield "proselint", timed(PROSELINT, "check", str(own), env=env)
            yield "warm, again", lint("--warm")
            yield "cache hit", lint()
            yield "cold", lint("--no-cache")
            own.write_text(changed(text, number, everywhere=False), encoding="utf-8")
            yield "warm, one word", lint("--warm")
            own.write_text(changed(text, number, everywhere=True), encoding="utf-8")
            yield "warm, new", lint("--warm")
            yield "nothing but Python", timed(sys.executable, "-c", "pass", env=env)

        try:
            list(ways(1))  # starts the server
            found = {}
            for number in range(2, ROUNDS + 2):
                for name, seconds in ways(number):
                    found.setdefault(name, []).append(seconds)
        finally:
            subprocess.run([LINT, "server", "stop"], env=env, capture_output=True, check=False)
    for name, seconds in found.items():
        pairs = zip(seconds, found["proselint"], strict=True)
        ratios = sorted(one / other for one, other in pairs)
        print(
            f"{name:<20} {statistics.median(ratios):6.2f} of proselint "
            f"({ratios[0]:.2f} to {ratios[-1]:.2f}), {statistics.median(seconds):.3f} s"
        )
    print("target: warm at most 1.00")


if __name__ == "__main__":
    main()
