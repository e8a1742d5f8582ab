"""What the server may cost, as docs/editors.md states it: memory while writing, time while idle."""

import re
import time
from pathlib import Path

import psutil
from lsp_client import place

PAGE = (Path(__file__).parents[3] / "docs" / "editors.md").read_text("utf-8")
EDITS = 200
IDLE = 10
PARTS = [
    "On {day} May we refunded {number} buyers whose lamps came late.",
    "Our clerk {name} weighs every parcel since {day} June and writes its number down.",
    "Because one carrier was slow, {number} orders came after the promised day.",
    "We will change the packing of article {number} as soon as the new boxes are here.",
    "The buyers waited {day} days and wrote to us {number} times.",
]


def letter(words=700):
    """Return a letter of some words, in which no two sentences are the same."""
    text, number = "", 0
    while len(text.split()) < words:
        part = PARTS[number % len(PARTS)]
        text += part.format(day=number % 28 + 1, number=number + 3, name=f"Li{number}")
        number += 1
        text += "\n\n" if number % 4 == 0 else " "
    return text


def stated(what):
    return int(re.search(rf"{what}[^0-9]*(\d+)", PAGE)[1])


def test_memory_after_many_edits_and_time_while_idle(serve):
    client, text, name = serve(), letter(), "file:///letters/long.txt"
    client.start(options={"debounce": 0})
    client.open(name, text)
    client.diagnostics(name)
    at = place(text, text.index("buyers"))
    for version in range(2, EDITS + 2):
        client.change(name, version, {"range": {"start": at, "end": at}, "text": f"x{version} "})
        client.diagnostics(name, version)
    server = psutil.Process(client.process.pid)
    megabytes = server.memory_info().rss / 2**20
    assert megabytes < stated("Memory: at most")
    before = sum(server.cpu_times()[:2])
    time.sleep(IDLE)
    spent = sum(server.cpu_times()[:2]) - before
    print(f"{megabytes:.0f} MB after {EDITS} edits; {spent:.2f} s of CPU in {IDLE} s idle")
    assert 100 * spent / IDLE < stated("Idle: at most")
    assert server.num_threads() < 30
