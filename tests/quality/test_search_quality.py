"""How high the right answer stands: mean reciprocal rank over queries with known answers.

`search_queries.json` holds the queries: names with and without typos, aliases, words, phrases,
dates. An answer is the number that begins a report's file name (the report itself or one of its
sentences answers), or `=` and the beginning of an entity's or a meeting's id. Run as a script it
prints each query's rank:

    python tests/quality/test_search_quality.py
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest

from dateline.annotation.times import find
from dateline.archive.asking import Asking, Request
from dateline.archive.open import open_archive
from dateline.archive.search import search
from dateline.archive.write import write
from dateline.pipeline import build_record

_SHARED = Path(__file__).parents[3] / "shared"
FOLDERS = {
    "seeds": _SHARED / "seeds",
    "apple": _SHARED / "data" / "wikinews" / "apple",
    "airbus": _SHARED / "data" / "wikinews" / "airbus",
}
"""Where the reports of each story lie."""
QUERIES: list[dict[str, Any]] = json.loads(
    Path(__file__).with_name("search_queries.json").read_text("utf-8")
)
"""The questions, each with its story and its answers."""
_LEAST = 0.95
"""Mean reciprocal rank below which searching has become worse than it must be."""


def opened(story: str, folder: Path) -> Asking:
    """The archive of a story, ready to be asked."""
    path = folder / f"{story}.sqlite"
    write(build_record(FOLDERS[story]).record, path, "quality")
    return Asking(open_archive(path), find)


def rank(asking: Asking, query: dict[str, Any]) -> int | None:
    """The place of the first right answer among the first twenty results, from 1."""
    results = search(asking, Request(q=query["q"], facets=False))["results"]
    right = (n for n, r in enumerate(results, start=1) if answers(r["id"], query["answers"]))
    return next(right, None)


def answers(id_: str, wanted: Iterable[str]) -> bool:
    """Whether what has this id is one of the answers wanted."""
    return any(
        id_.startswith(answer[1:])
        if answer.startswith("=")
        else id_.startswith((answer + "-", answer + "_"))
        for answer in wanted
    )


def ranks(folder: Path) -> list[tuple[dict[str, Any], int | None]]:
    """Every query with the rank of its answer."""
    found = []
    for story in FOLDERS:
        asking = opened(story, folder)
        found += [(q, rank(asking, q)) for q in QUERIES if q["story"] == story]
        asking.archive.close()
    return found


def mean_reciprocal(found: list[tuple[dict[str, Any], int | None]]) -> float:
    """The measure: one over the rank, nothing where there is no answer, averaged."""
    return sum(1 / place for _, place in found if place) / len(found)


@pytest.mark.skipif(not _SHARED.is_dir(), reason="the shared data is not beside the checkout")
def test_the_right_answer_stands_high(tmp_path: Path) -> None:
    assert mean_reciprocal(ranks(tmp_path)) >= _LEAST


def main() -> None:
    """Print the rank of every query and the mean."""
    with TemporaryDirectory() as folder:
        found = ranks(Path(folder))
    for query, place in found:
        sys.stdout.write(f"{place or '-':>3}  {query['story']:7} {query['q']}\n")
    sys.stdout.write(f"mean reciprocal rank {mean_reciprocal(found):.3f} of {len(found)}\n")


if __name__ == "__main__":
    main()
