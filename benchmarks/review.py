"""A review of many letters: its memory, and its speed against the bare spaCy pipeline.

python benchmarks/review.py --letters 10000 --memory
python benchmarks/review.py --letters 1200

The letters are those of `benchmarks/letters.py`. The bare pipeline has the components that the
linter reads with, in as many processes, which are handed the same files in the same batches; it
parses them by `nlp.pipe` and gives nothing back, which is the quickest that spaCy can be. Both
begin with the loading of the model. All are measured in turns, and only ratios are told.
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
        found = {"two processes / one": [], "review / bare, one": [], "review / bare, two": []}
        for _ in range(asked.rounds):
            one, floor_one = reviewed(folder, 1), bare(paths, 1)
            two, floor_two = reviewed(folder, 2), bare(paths, 2)
            found["two processes / one"].append(one / two)
            found["review / bare, one"].append(floor_one / one)
            found["review / bare, two"].append(floor_two / two)
    print(f"{asked.letters} letters; throughput, medians of {asked.rounds} rounds")
    for (name, ratios), target in zip(found.items(), (1.7, 0.8, 0.8), strict=True):
        print(
            f"{name}: {statistics.median(ratios):.2f} "
            f"({min(ratios):.2f}-{max(ratios):.2f}); target {target}"
        )


if __name__ == "__main__":
    main()
