"""How long a question to the archive takes, by kind of question, in processor time.

    python tests/bench/bench_search.py [REPORTS]

The archive is made of generated reports (1,000 unless told otherwise; `make_corpus.py`). Each kind
is asked thirty times with words drawn from the archive itself, never the same twice, so that no
set of rows is warm. The target is one frame of a screen, 16 ms, for nineteen of twenty.
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.make_corpus import articles
from dateline.annotation.times import find
from dateline.archive.asking import Asking, Request
from dateline.archive.open import open_archive
from dateline.archive.search import search
from dateline.archive.write import write
from dateline.pipeline import build_record

_ASKED = 30
_TARGET = 16.0
"""Milliseconds."""

Draw = Callable[[], str]


def built(count: int, folder: Path) -> Path:
    """The archive of a generated story."""
    reports = folder / "reports"
    reports.mkdir()
    for name, text in articles(count):
        (reports / name).write_text(text, encoding="utf-8")
    path = folder / "archive.sqlite"
    write(build_record(reports, jobs=2).record, path, "bench")
    return path


def questions(asking: Asking) -> dict[str, Draw]:
    """For each kind of question, what draws one."""
    chance = random.Random(3)
    select = (
        "SELECT word, sentences FROM words WHERE length(word) > 4 ORDER BY sentences DESC, word"
    )
    counted = asking.archive.execute(select).fetchall()
    frequent = [word for word, _ in counted[:150]]
    rare = [word for word, count in counted if 3 <= count <= 20]
    names = [name for (name,) in asking.archive.execute("SELECT name FROM entities ORDER BY slug")]
    texts = [text for (text,) in asking.archive.execute("SELECT text FROM sentences ORDER BY id")]

    def phrase() -> str:
        return '"' + " ".join(chance.choice(texts).split()[3:6]) + '"'

    def typo() -> str:
        word: str = chance.choice(rare)
        return word[:2] + word[3] + word[2] + word[4:]

    return {
        "rare word": lambda: f"{chance.choice(rare)} ",
        "frequent word": lambda: f"{chance.choice(frequent)} ",
        "two words": lambda: f"{chance.choice(frequent)} {chance.choice(frequent)} ",
        "beginning": lambda: chance.choice(frequent + rare)[: chance.randint(3, 4)],
        "phrase": phrase,
        "one typo": typo,
        "name": lambda: chance.choice(names),
        "name, filtered": lambda: f"{chance.choice(names)} after:2017 {chance.choice(frequent)}",
    }


def measured(asking: Asking, draw: Draw) -> list[float]:
    """Milliseconds of each question, shortest first."""
    times = []
    for _ in range(_ASKED):
        request = Request(q=draw())
        begin = time.process_time()
        search(asking, request)
        times.append((time.process_time() - begin) * 1000)
    return sorted(times)


def main() -> int:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    missed = False
    with TemporaryDirectory() as folder:
        path = built(count, Path(folder))
        asking = Asking(open_archive(path), find)
        print(f"{count} reports, {asking.sets.size} sentences, {path.stat().st_size:,} bytes")
        print(f"{'ms':15} {'p50':>6} {'p95':>6}")
        for kind, draw in questions(asking).items():
            times = measured(asking, draw)
            p95 = times[round(_ASKED * 0.95) - 1]
            missed = missed or p95 > _TARGET
            print(f"{kind:15} {times[_ASKED // 2]:6.1f} {p95:6.1f}")
        asking.archive.close()
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
