"""An open archive with what asking it again and again should not work out twice."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from dateline.archive.sets import Sets

if TYPE_CHECKING:
    from dateline.model import Timex

DateFinder = Callable[[str, str | None], "Sequence[Timex]"]
"""Time expressions of a text, resolved against an EDTF day: `dateline.annotation.times.find`."""


def no_dates(_text: str, _day: str | None) -> Sequence[Timex]:
    """A `DateFinder` that finds none."""
    return ()


class Asking:
    """What search and timeline need of one archive."""

    def __init__(self, archive: sqlite3.Connection, find_dates: DateFinder = no_dates) -> None:
        self.archive = archive
        self.find_dates = find_dates
        self.sets = Sets(archive)
        self._page_ranges: dict[str, tuple[int, int]] = {
            kind: (first, last)
            for kind, first, last in archive.execute(
                "SELECT kind, min(id), max(id) FROM pages GROUP BY kind"
            )
        }

    def page_range(self, kind: str) -> tuple[int, int]:
        """First and last row of the pages of a kind; an empty range when there is none."""
        return self._page_ranges.get(kind, (1, 0))

    @cached_property
    def newest_day(self) -> str | None:
        """The last day on which a report of the archive may have been published."""
        row = self.archive.execute("SELECT max(latest) FROM articles").fetchone()
        return str(row[0]) if row[0] else None

    @cached_property
    def meetings(self) -> frozenset[int]:
        """Rows of all meetings."""
        return frozenset(id_ for (id_,) in self.archive.execute("SELECT id FROM meetings"))

    @cached_property
    def entity_ids(self) -> dict[str, int]:
        """Rows of the entities by their slugs."""
        return dict(self.archive.execute("SELECT slug, id FROM entities"))


class Request(NamedTuple):
    """A request for search or timeline, checked."""

    q: str = ""
    first: str | None = None
    """Earliest ISO day wanted."""
    last: str | None = None
    """Latest ISO day wanted."""
    who: tuple[str, ...] = ()
    """Slugs of entities, all of which must be there."""
    kinds: tuple[str, ...] = ()
    limit: int = 20
    offset: int = 0
    today: str | None = None
    """ISO day from which "last May" counts; the newest report's day when not given."""
    facets: bool = True
