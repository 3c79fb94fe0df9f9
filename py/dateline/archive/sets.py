"""Which sentences a filter lets through, each set worked out once and kept."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable
from functools import cached_property

from dateline.archive import bits
from dateline.archive.keys import FIRST_DAY, LAST_DAY

_MOST_KEPT = 512
"""Sets kept at once: at 10,000 reports, 14 megabytes."""
MOST_MENTIONED = 200
"""Entities whose sets are kept ready, and which a facet counts."""


class Sets:
    """Sets of sentences (`dateline.archive.bits`) of one open archive."""

    def __init__(self, archive: sqlite3.Connection) -> None:
        self.archive = archive
        self._kept: dict[tuple[str | int, ...], int] = {}

    @cached_property
    def size(self) -> int:
        """How many sentences there are; their rows are numbered from 1 without a gap."""
        (found,) = self.archive.execute("SELECT coalesce(max(id), 0) FROM sentences").fetchone()
        return int(found)

    @cached_property
    def everything(self) -> int:
        """All sentences."""
        return (1 << (self.size + 1)) - 2

    def mentioning(self, entity: int) -> int:
        """Sentences that mention the entity."""
        return self.kept(
            ("mentioning", entity),
            lambda: self.ready("entity", str(entity)) or self.counted_mentions(entity),
        )

    def counted_mentions(self, entity: int) -> int:
        """The same, from the mentions themselves."""
        return self.rows(
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

    def articles_with(self, rows: int) -> set[int]:
        """The articles that have at least one of the sentences."""
        flags = bits.flags(rows, self.size)
        return {
            article
            for article, first, count in self._spans
            if "1" in flags[-first - count : -first]
        }

    @cached_property
    def _spans(self) -> list[tuple[int, int, int]]:
        """Of each article the row, the row of its first sentence, and how many it has."""
        return self.archive.execute("SELECT id, first_sentence, sentences FROM articles").fetchall()

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
            " WHERE latest >= ? AND earliest <= ? ORDER BY first_sentence",
            (first, last),
        )
        return runs(found)

    @cached_property
    def most_mentioned(self) -> list[tuple[int, str, str]]:
        """Row, slug and name of the entities that most sentences mention."""
        return self.archive.execute(
            "SELECT id, slug, name FROM entities WHERE sentences > 0"
            " ORDER BY sentences DESC, slug LIMIT ?",
            (MOST_MENTIONED,),
        ).fetchall()

    @cached_property
    def by_year(self) -> dict[str, int]:
        """For each year that some report or narrow statement falls into, what `between` gives."""
        select = "SELECT name, sentences FROM row_sets WHERE of = 'year' ORDER BY name"
        return {year: bits.unpacked(rows) for year, rows in self.archive.execute(select)}

    @cached_property
    def headlines(self) -> int:
        """Sentences that are headlines: found as their articles, not as sentences."""
        return self.ready("headline")

    @cached_property
    def captions(self) -> int:
        """Sentences that are captions."""
        return self.ready("caption")

    @cached_property
    def dated(self) -> int:
        """Sentences on which a dated statement rests."""
        return self.ready("dated")

    def ready(self, of: str, name: str = "") -> int:
        """A set that the archive keeps; the empty set when it keeps none of that name."""
        select = "SELECT sentences FROM row_sets WHERE of = ? AND name = ?"
        found = self.archive.execute(select, (of, name)).fetchone()
        return bits.unpacked(found[0]) if found else 0

    def matching(self, expression: str) -> int:
        """Sentences that match an expression of FTS5."""
        return self._keep(
            ("matching", expression),
            "SELECT rowid AS n FROM sentence_words WHERE sentence_words MATCH ?",
            expression,
        )

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


def runs(spans: Iterable[tuple[int, int]]) -> int:
    """The rows of spans given as first row and number of rows; neighbours become one span."""
    together, begins, ends = 0, 0, 0
    for start, count in spans:
        if start != ends:
            together |= bits.span(begins, ends - begins)
            begins = start
        ends = start + count
    return together | bits.span(begins, ends - begins)
