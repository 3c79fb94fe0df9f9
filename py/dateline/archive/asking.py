"""An open archive with what asking it again and again should not work out twice."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from dateline.archive.sets import Sets

if TYPE_CHECKING:
    from dateline.model import Timex

DateFinder = Callable[[str, str | None], "Sequence[Timex]"]
"""Time expressions of a text, resolved against an EDTF day: `dateline.annotation.times.find`."""


def read_each(
    archive: sqlite3.Connection, select: str, keys: Iterable[int]
) -> dict[int, tuple[Any, ...]]:
    """For each key the one row that `select` gives; keys without a row are left out.

    Of an archive in pieces all rows are tried before a failure is raised, so that whatever is
    lacking of them is fetched at once.

    Raises:
        sqlite3.OperationalError: something could not be read.
    """
    found: dict[int, tuple[Any, ...]] = {}
    failure = None
    for key in keys:
        try:
            row = archive.execute(select, (key,)).fetchone()
        except sqlite3.OperationalError as error:
            failure = error
            continue
        if row is not None:
            found[key] = row
    if failure is not None:
        raise failure
    return found


def no_dates(_text: str, _day: str | None) -> Sequence[Timex]:
    """A `DateFinder` that finds none."""
    return ()


class Asking:
    """What search and timeline need of one archive."""

    def __init__(self, archive: sqlite3.Connection, find_dates: DateFinder = no_dates) -> None:
        self.archive = archive
        self.find_dates = find_dates
        self.sets = Sets(archive)
        self._page_ranges: dict[str, tuple[int, int]] = {}

    def page_range(self, kind: str) -> tuple[int, int]:
        """First and last row of the pages of a kind; an empty range when there is none."""
        if kind not in self._page_ranges:
            # Either alone is one step into the index; both in one query would read all of it.
            select = "SELECT coalesce({}(id), {}) FROM pages WHERE kind = ?"
            first, last = (
                self.archive.execute(select.format(*end), (kind,)).fetchone()[0]
                for end in (("min", 1), ("max", 0))
            )
            self._page_ranges[kind] = first, last
        return self._page_ranges[kind]

    @cached_property
    def newest_day(self) -> str | None:
        """The last day on which a report of the archive may have been published."""
        row = self.archive.execute("SELECT value FROM meta WHERE name = 'newest_day'").fetchone()
        return str(row[0]) if row else None

    @cached_property
    def meetings(self) -> frozenset[int]:
        """Rows of all meetings."""
        (last,) = self.archive.execute("SELECT coalesce(max(id), 0) FROM meetings").fetchone()
        return frozenset(range(1, last + 1))

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
