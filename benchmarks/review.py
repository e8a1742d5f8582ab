"""A review of many letters: its memory, and its speed against the bare spaCy pipeline.

python benchmarks/review.py --letters 10000 --memory
python benchmarks/review.py --letters 1200

The letters are those of `benchmarks/letters.py`. The bare pipeline has the components that the
linter reads with, and as many processes. It is measured in two ways:

- "nlp.pipe": `nlp.pipe(texts, n_process=N)`, which is how spaCy shares out work
- "nothing back": processes of our own, handed the same files in the same batches, that parse by
  `nlp.pipe` and give nothing back: the quickest that spaCy can be

All begin with the loading of the model. They are measured in turns, and only ratios are told.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import psutil
import spacy
from appeal_lint.language.reader import EXCLUDED, default_model
from letters import letters

ONE_THREAD = {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}
BATCH = 24_000
"""Bytes of the letters that are handed out together, as in a review."""


def write(folder, count, seed):
    paths = []
    for number, one in enumerate(letters(seed, count)):
        place = folder / f"{number // 1000:03d}"
        place.mkdir(exist_ok=True)
        path = place / f"{number:06d}.txt"
        path.write_text(one.text, encoding="utf-8")
        paths.append(path)
    return paths


def command(folder, jobs, *more):
    return [
        sys.executable, "-m", "appeal_lint", "review", str(folder), "--isolated", "--jobs",
        str(jobs), *more,
    ]  # fmt: skip


def reviewed(folder, jobs):
    """Return the seconds of a whole review, from the command to its table."""
    with tempfile.TemporaryDirectory() as away:
        begin = time.perf_counter()
        subprocess.run(
            command(folder, jobs, "--no-cache", "--jsonl", f"{away}/out.jsonl"),
            check=True,
            stdout=subprocess.DEVNULL,
            env={**os.environ, **ONE_THREAD},
        )
        return time.perf_counter() - begin


_pipeline = None


def _load():
    global _pipeline  # noqa: PLW0603
    _pipeline = spacy.load(default_model(), exclude=EXCLUDED)


def _parse(paths):
    texts = (path.read_text(encoding="utf-8") for path in paths)
    return sum(len(doc) for doc in _pipeline.pipe(texts))


def batches(paths):
    batch, size = [], 0
    for path in sorted(paths, key=lambda path: -path.stat().st_size):
        batch.append(path)
        size += path.stat().st_size
        if size > BATCH:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def bare(paths, jobs):
    """Return the seconds that the pipeline alone takes, in as many processes."""
    os.environ.update(ONE_THREAD)
    begin = time.perf_counter()
    with ProcessPoolExecutor(jobs, get_context("spawn"), initializer=_load) as pool:
        list(pool.map(_parse, batches(paths)))
    return time.perf_counter() - begin


_ITS_OWN = """
import sys, spacy
from pathlib import Path
from appeal_lint.language.reader import EXCLUDED, default_model
if __name__ == "__main__":
    pipeline = spacy.load(default_model(), exclude=EXCLUDED)
    texts = (Path(line.strip()).read_text("utf-8") for line in sys.stdin)
    print(sum(len(doc) for doc in pipeline.pipe(texts, n_process=int(sys.argv[1]))))
"""


def its_own(paths, jobs):
    """Return the seconds of `nlp.pipe` with so many processes."""
    begin = time.perf_counter()
    subprocess.run(
        [sys.executable, "-c", _ITS_OWN, str(jobs)],
        input="\n".join(map(str, paths)),
        text=True,
        check=True,
        stdout=subprocess.DEVNULL,
        env={**os.environ, **ONE_THREAD},
    )
    return time.perf_counter() - begin


def memory(folder, jobs, count):
    """Print what a review holds in memory while it goes on, the workers' and its own."""
    began = time.perf_counter()
    with tempfile.TemporaryDirectory() as away:
        words = command(
            folder, jobs, "--no-cache", "--jsonl", f"{away}/o.jsonl", "--csv", f"{away}/o.csv",
            "--html", f"{away}/o.html",
        )  # fmt: skip
        run = subprocess.Popen(words, stdout=subprocess.DEVNULL, env={**os.environ, **ONE_THREAD})
        process, seen = psutil.Process(run.pid), []
        while run.poll() is None:
            try:
                own = process.memory_info().rss
                workers = [one.memory_info().rss for one in process.children(recursive=True)]
            except psutil.Error:
                continue
            seen.append((time.perf_counter() - began, own, max(workers, default=0)))
            time.sleep(0.5)
        size = sum(path.stat().st_size for path in Path(away).iterdir())
    assert run.returncode == 0
    print(f"{count} letters, {jobs} processes; outputs {size / 1e6:.0f} MB. Resident MB:")
    print("part of the time   main process   largest worker")
    for part in (0.1, 0.25, 0.5, 0.75, 0.9, 1.0):
        near = seen[max(0, int(len(seen) * part) - 6) : max(1, int(len(seen) * part))]
        own, worker = (max(one[at] for one in near) / 1e6 for at in (1, 2))
        print(f"{part:>16.0%} {own:>14.0f} {worker:>16.0f}")


def main():
    asked = argparse.ArgumentParser()
    asked.add_argument("--letters", type=int, default=600)
    asked.add_argument("--seed", type=int, default=1)
    asked.add_argument("--rounds", type=int, default=3)
    asked.add_argument("--memory", action="store_true")
    asked = asked.parse_args()
    with tempfile.TemporaryDirectory() as away:
        folder = Path(away)
        paths = write(folder, asked.letters, asked.seed)
        if asked.memory:
            memory(folder, 2, asked.letters)
            return
        found = {
            "two processes / one": [],
            "review / nlp.pipe, one process": [],
            "review / nlp.pipe, two processes": [],
            "review / nothing back, one process": [],
            "review / nothing back, two processes": [],
        }
        for _ in range(asked.rounds):
            one, two = reviewed(folder, 1), reviewed(folder, 2)
            rest = [way(paths, jobs) for way in (its_own, bare) for jobs in (1, 2)]
            ratios = (
                one / two,
                *(floor / mine for floor, mine in zip(rest, (one, two) * 2, strict=True)),
            )
            for name, ratio in zip(found, ratios, strict=True):
                found[name].append(ratio)
    print(f"{asked.letters} letters; throughput, medians of {asked.rounds} rounds")
    for (name, ratios), target in zip(found.items(), (1.7, *[0.8] * 4), strict=True):
        print(
            f"{name}: {statistics.median(ratios):.2f} "
            f"({min(ratios):.2f}-{max(ratios):.2f}); target {target}"
        )


if __name__ == "__main__":
    main()
