"""The sets of sentences that an archive keeps ready (`row_sets`), worked out when it is written."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from itertools import groupby

from dateline.archive import bits, matching
from dateline.archive.sets import Sets, runs
from dateline.archive.words import FREQUENT

ReadySet = tuple[str, str, int]
"""What it is a set of, the name of it among these, and the set (`dateline.archive.bits`)."""


def ready_sets(archive: sqlite3.Connection) -> Iterator[ReadySet]:
    """The sets of an archive whose other tables and word indexes are complete.

    Those that every question needs come first and stand together in the file.
    """
    sets = Sets(archive)
    for role in ("headline", "caption"):
        yield role, "", sets.rows("SELECT id AS n FROM sentences WHERE role = ?", role)
    dated = sets.rows("SELECT DISTINCT sentence_id AS n FROM statements")
    yield "dated", "", dated
    yield from (("year", year, rows) for year, rows in _by_year(sets, dated))
    for row, _, _ in sets.most_mentioned:
        yield "entity", str(row), sets.counted_mentions(row)
    often = "SELECT word FROM words WHERE sentences > ? ORDER BY word"
    for (word,) in archive.execute(often, (FREQUENT,)).fetchall():
        yield "word", word, sets.matching(matching.any_word([word]))


def _by_year(sets: Sets, dated: int) -> Iterable[tuple[str, int]]:
    """For each year that some report or narrow statement falls into, the sentences about it.

    What tells of no day counts for the day of its report, as in `Sets.between`. One pass over
    everything: asking year by year would read all statements for each.
    """
    stated = {
        (first, last): bits.of(map(int, rows.split(",")), sets.size)
        for first, last, rows in sets.archive.execute(
            "SELECT substr(earliest, 1, 4), substr(latest, 1, 4), group_concat(sentence_id)"
            " FROM statements GROUP BY 1, 2"
        )
    }
    articles = sets.archive.execute(
        "SELECT substr(earliest, 1, 4) AS first, substr(latest, 1, 4) AS last,"
        " first_sentence, sentences FROM articles WHERE earliest IS NOT NULL"
        " ORDER BY first, last, id"
    )
    reported = {
        key: runs(row[2:] for row in rows)
        for key, rows in groupby(articles, key=lambda row: (row[0], row[1]))
    }
    years = {first for first, last in stated if first == last} | {y for y, _ in reported}
    found = dict.fromkeys(sorted(years), 0)
    for year in found:
        for (first, last), rows in stated.items():
            found[year] |= rows if first <= year <= last else 0
        for (first, last), rows in reported.items():
            found[year] |= rows & ~dated if first <= year <= last else 0
    return found.items()
