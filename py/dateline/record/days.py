"""Comparing dates that may be uncertain: candidate days, months, open intervals."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from dateline import edtf
from dateline.errors import BadDate

# Dates vaguer than this many days are not filed by month: they could be anything.
VAGUE_DAYS = 370
_DAYS = {"day": 1, "week": 7}
_MONTHS = {"month": 1, "year": 12, "decade": 120}


@dataclass(frozen=True, slots=True)
class When:
    """An EDTF date made ready for comparing."""

    edtf: str
    earliest: date
    latest: date
    days: frozenset[date]
    """Every day it may be; empty when there are more than a month of them."""

    @property
    def certain(self) -> bool:
        """Whether it is one day and no other."""
        return self.earliest == self.latest

    def meets(self, other: When) -> bool:
        """Whether the two may be one day."""
        if self.days and other.days:
            return bool(self.days & other.days)
        if self.latest < other.earliest or other.latest < self.earliest:
            return False
        few = self.days or other.days
        wide = other if self.days else self
        return not few or any(wide.earliest <= day <= wide.latest for day in few)

    def within(self, first: date, last: date) -> bool:
        """Whether it surely lies in the interval, both ends included."""
        return first <= self.earliest and self.latest <= last

    def months(self) -> Iterable[tuple[int, int]]:
        """The months it touches; none when it is vaguer than `VAGUE_DAYS`."""
        if (self.latest - self.earliest).days > VAGUE_DAYS:
            return
        year, month = self.earliest.year, self.earliest.month
        while (year, month) <= (self.latest.year, self.latest.month):
            yield year, month
            year, month = (year, month + 1) if month < 12 else (year + 1, 1)


@lru_cache(maxsize=4096)
def when(text: str | None) -> When | None:
    """An EDTF string ready for comparing; `None` when it is missing, open or unreadable."""
    if text is None:
        return None
    try:
        span = edtf.parse(text)
        if span.earliest is None or span.latest is None:
            return None
        return When(text, span.earliest, span.latest, frozenset(edtf.days(text)))
    except BadDate:
        return None


def narrowed(one: str | None, other: str | None) -> str | None:
    """What both dates allow, when both are right; the narrower of the two."""
    a, b = when(one), when(other)
    if a is None or b is None:
        return one if b is None else other
    common = a.days & b.days
    if common and len(common) < min(len(a.days), len(b.days)):
        return edtf.one_of(day.isoformat() for day in common)
    return one if a.latest - a.earliest <= b.latest - b.earliest else other


def span_before(day: date, count: int, unit: str) -> date:
    """The day that lies `count` units earlier; a month's last day where the month lacks that day.

    The unit is `day`, `week`, `month`, `year` or `decade`.
    """
    if unit in _DAYS:
        return day - timedelta(days=min(count * _DAYS[unit], (day - date.min).days))
    months = day.year * 12 + day.month - 1 - count * _MONTHS[unit]
    year, month = divmod(max(12, months), 12)
    last = monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last))


def day_before(day: date) -> date:
    """The day before."""
    return day - timedelta(days=1) if day > date.min else day
