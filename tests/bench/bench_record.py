"""Annotate and record: reports a second on one core, growth, and memory.

    cd tests && PYTHONPATH=../py python -m bench.bench_record [REPORTS]

Speed is taken on Wikinews cut into reports of 500 words (see `bench_times`), in processor time,
the best of five rounds. Growth and memory are taken on made-up reports (`make_corpus`), a quarter
of REPORTS (5,000 unless given) and all of them, each in a process of its own.
"""

from __future__ import annotations

import math
import multiprocessing
import resource
import sys
import time
from collections.abc import Iterable
from pathlib import Path

from bench.bench_times import ROOT, pieces
from bench.make_corpus import articles
from dateline.annotation import annotate
from dateline.model import Article, Story
from dateline.reading.clean import clean
from dateline.reading.date import date_story
from dateline.reading.read import read
from dateline.record import link

LEAST_A_SECOND = 100
MOST_MEGABYTES = 500
STORY = Story()


def dated(texts: Iterable[tuple[str, str]]) -> tuple[Article, ...]:
    return date_story([clean(read(name, text.encode())) for name, text in texts], STORY)


def seconds(reports: tuple[Article, ...]) -> float:
    """Processor seconds to annotate and link them all."""
    begin = time.process_time()
    link([annotate(report, STORY) for report in reports], STORY)
    return time.process_time() - begin


def at_size(count: int) -> tuple[float, float]:
    """Seconds for so many made-up reports, and the megabytes the process took at its largest."""
    taken = seconds(dated(articles(count)))
    return taken, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> int:
    """Prints the three figures; the exit code says whether all limits were kept."""
    most = int(sys.argv[1]) if len(sys.argv) > 1 else 5_000
    folder: Path = ROOT.parent / "shared/data/wikinews"
    head = "A headline\n\nNovember 16, 2023\n\n"
    reports = dated((f"{at}.txt", head + text) for at, text in enumerate(pieces(folder)))
    rate = len(reports) / min(seconds(reports) for _ in range(5))
    print(f"{rate:.0f} reports of 500 words a second (at least {LEAST_A_SECOND})", flush=True)

    with multiprocessing.get_context("spawn").Pool(1, maxtasksperchild=1) as pool:
        few, _ = pool.apply(at_size, (most // 4,))
        many, megabytes = pool.apply(at_size, (most,))
    growth, allowed = many / few, 4 * math.log(most) / math.log(most / 4)
    print(f"{most // 4} reports {few:.1f} s, {most} reports {many:.1f} s:", end=" ")
    print(f"{growth:.2f} times (n log n: {allowed:.2f}); {megabytes:.0f} MB", end=" ")
    print(f"(at most {MOST_MEGABYTES})")
    kept = rate >= LEAST_A_SECOND and growth <= allowed and megabytes <= MOST_MEGABYTES
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main())
