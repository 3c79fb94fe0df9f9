"""Which sentences a filter lets through, each set worked out once and kept."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable
from functools import cached_property
from itertools import groupby

from dateline.archive import bits
from dateline.archive.keys import FIRST_DAY, LAST_DAY

_MOST_KEPT = 512
"""Sets kept at once: at 10,000 reports, 14 megabytes."""
_MOST_FACETS = 200
"""Entities whose counts are worked out for a facet: those mentioned most."""


class Sets:
    """Sets of sentences (`dateline.archive.bits`) of one open archive."""

    def __init__(self, archive: sqlite3.Connection) -> None:
        self.archive = archive
        self.size: int = self._one("SELECT coalesce(max(id), 0) FROM sentences")
        self.everything = (1 << (self.size + 1)) - 2
        self._kept: dict[tuple[str | int, ...], int] = {}

    def mentioning(self, entity: int) -> int:
        """Sentences that mention the entity."""
        return self._keep(
            ("mentioning", entity),
            "SELECT DISTINCT sentence_id AS n FROM mentions"
            " WHERE entity_id = ? AND sentence_id IS NOT NULL",
            entity,
        )

    def quoting(self, entity: int) -> int:
        """Sentences in which the entity is made to speak."""
        return self._keep(
            ("quoting", entity),
            "SELECT sentence_id AS n FROM quotations"
            " WHERE speaker_id = ? AND sentence_id IS NOT NULL",
            entity,
        )

    def in_thread(self, thread: int) -> int:
        """Sentences of the thread."""
        select = "SELECT sentence_id AS n FROM thread_sentences WHERE thread_id = ?"
        return self._keep(("thread", thread), select, thread)

    def of_article(self, article: int) -> int:
        """Sentences of the article."""
        select = "SELECT first_sentence, sentences FROM articles WHERE id = ?"
        return bits.span(*self.archive.execute(select, (article,)).fetchone())

    def stated_in(self, first: str | None, last: str | None) -> int:
        """Sentences with a dated statement that may fall between the two days."""
        span = (first or FIRST_DAY, last or LAST_DAY)
        return self._keep(
            ("stated", *span),
            "SELECT sentence_id AS n FROM statements WHERE latest >= ? AND earliest <= ?",
            *span,
        )

    def stated_within(self, first: str | None, last: str | None) -> int:
        """Sentences with a dated statement that is certain to fall between the two days."""
        span = (first or FIRST_DAY, last or LAST_DAY)
        return self._keep(
            ("within", *span),
            "SELECT sentence_id AS n FROM statements WHERE earliest >= ? AND latest <= ?",
            *span,
        )

    def reported_in(self, first: str | None, last: str | None) -> int:
        """Sentences of the reports published between the two days."""
        span = (first or FIRST_DAY, last or LAST_DAY)
        return self.kept(("reported", *span), lambda: self._reported(*span))

    def between(self, first: str | None, last: str | None) -> int:
        """Sentences about the days between: by their statements, else by the day of the report."""
        return (self.reported_in(first, last) & ~self.dated) | self.stated_in(first, last)

    def _reported(self, first: str, last: str) -> int:
        found = self.archive.execute(
            "SELECT first_sentence, sentences FROM articles"
            " WHERE latest >= ? AND earliest <= ? ORDER BY id",
            (first, last),
        )
        return _runs(found)

    @cached_property
    def most_mentioned(self) -> list[tuple[int, str, str]]:
        """Row, slug and name of the entities that most sentences mention."""
        return self.archive.execute(
            "SELECT id, slug, name FROM entities WHERE sentences > 0"
            " ORDER BY sentences DESC, slug LIMIT ?",
            (_MOST_FACETS,),
        ).fetchall()

    @cached_property
    def by_year(self) -> dict[str, int]:
        """For each year that some report or narrow statement falls into, what `between` gives.

        One pass over everything: asking year by year would read all statements for each.
        """
        stated = {
            (first, last): bits.of(map(int, rows.split(",")), self.size)
            for first, last, rows in self.archive.execute(
                "SELECT substr(earliest, 1, 4), substr(latest, 1, 4), group_concat(sentence_id)"
                " FROM statements GROUP BY 1, 2"
            )
        }
        articles = self.archive.execute(
            "SELECT substr(earliest, 1, 4) AS first, substr(latest, 1, 4) AS last,"
            " first_sentence, sentences FROM articles WHERE earliest IS NOT NULL"
            " ORDER BY first, last, id"
        )
        reported = {
            key: _runs(row[2:] for row in rows)
            for key, rows in groupby(articles, key=lambda row: (row[0], row[1]))
        }
        years = {first for first, last in stated if first == last} | {y for y, _ in reported}
        found = dict.fromkeys(sorted(years), 0)
        for year in found:
            for (first, last), rows in stated.items():
                found[year] |= rows if first <= year <= last else 0
            for (first, last), rows in reported.items():
                found[year] |= rows & ~self.dated if first <= year <= last else 0
        return found

    @cached_property
    def headlines(self) -> int:
        """Sentences that are headlines: found as their articles, not as sentences."""
        return self.rows("SELECT id AS n FROM sentences WHERE role = 'headline'")

    @cached_property
    def dated(self) -> int:
        """Sentences on which a dated statement rests."""
        return self.rows("SELECT DISTINCT sentence_id AS n FROM statements")

    def matching(self, expression: str) -> int:
        """Sentences that match an expression of FTS5."""
        return self.rows(
            "SELECT rowid AS n FROM sentence_words WHERE sentence_words MATCH ?", expression
        )

    def _one(self, select: str) -> int:
        return int(self.archive.execute(select).fetchone()[0])

    def _keep(self, key: tuple[str | int, ...], select: str, *values: str | int) -> int:
        return self.kept(key, lambda: self.rows(select, *values))

    def rows(self, select: str, *values: str | int) -> int:
        """The set of the numbers that a statement selects as `n`."""
        # One string of all numbers crosses from SQLite four times as fast as a row for each.
        (found,) = self.archive.execute(
            f"SELECT group_concat(n) FROM ({select})", values
        ).fetchone()
        return bits.of(map(int, found.split(",")), self.size) if found else 0

    def kept(self, key: tuple[str | int, ...], make: Callable[[], int]) -> int:
        """The set under `key`, made when it is asked for the first time."""
        if key not in self._kept:
            if len(self._kept) >= _MOST_KEPT:
                del self._kept[next(iter(self._kept))]
            self._kept[key] = make()
        return self._kept[key]


def _runs(spans: Iterable[tuple[int, int]]) -> int:
    """The rows of spans given as first row and number of rows; neighbours become one span."""
    together, begins, ends = 0, 0, 0
    for start, count in spans:
        if start != ends:
            together |= bits.span(begins, ends - begins)
            begins = start
        ends = start + count
    return together | bits.span(begins, ends - begins)
