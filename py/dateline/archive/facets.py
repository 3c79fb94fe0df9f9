"""Facets: how the sentences found part by kind, by whom they mention, and by year."""

from __future__ import annotations

from typing import Any

from dateline.archive.asking import Asking

_MOST_WHO = 12
_MOST_YEARS = 40


def facets(
    asking: Asking, found: int, kinds: list[tuple[str, int]], who: tuple[str, ...]
) -> dict[str, list[list[Any]]]:
    """Counts that lead on: `kind` over all results, `who` and `year` over the sentences found.

    `who` leaves out those already asked for. A year counts what a filter on that year would leave.
    """
    return {
        "kind": [list(pair) for pair in kinds],
        "who": _who(asking, found, who),
        "year": _years(asking, found),
    }


def _who(asking: Asking, found: int, who: tuple[str, ...]) -> list[list[Any]]:
    counted: list[tuple[int, str, str]] = []
    for row, slug, name in asking.sets.most_mentioned:
        count = (asking.sets.mentioning(row) & found).bit_count()
        if count and slug not in who:
            counted.append((-count, slug, name))
    return [[slug, name, -count] for count, slug, name in sorted(counted)[:_MOST_WHO]]


def _years(asking: Asking, found: int) -> list[list[Any]]:
    counted = [(year, (rows & found).bit_count()) for year, rows in asking.sets.by_year.items()]
    return [[year, count] for year, count in counted if count][-_MOST_YEARS:]
