"""Sets of days, as closed ranges in order: what the clues leave of all days."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable
from datetime import date, timedelta

Window = tuple[date, date]
Windows = tuple[Window, ...]

FIRST, LAST = date(1900, 1, 1), date(2100, 12, 31)
EVER: Windows = ((FIRST, LAST),)
YEARS = range(FIRST.year, LAST.year + 1)
ONE_DAY = timedelta(days=1)


def meet(one: Windows, other: Windows) -> Windows:
    """The days that both allow."""
    found: list[Window] = []
    i = j = 0
    while i < len(one) and j < len(other):
        start, end = max(one[i][0], other[j][0]), min(one[i][1], other[j][1])
        if start <= end:
            found.append((start, end))
        if one[i][1] < other[j][1]:
            i += 1
        else:
            j += 1
    return tuple(found)


def join(windows: Iterable[Window]) -> Windows:
    """The days that any of `windows` allows."""
    found: list[Window] = []
    for start, end in sorted(windows):
        if found and start <= found[-1][1] + ONE_DAY:
            found[-1] = (found[-1][0], max(found[-1][1], end))
        else:
            found.append((start, end))
    return tuple(found)


def holds(windows: Windows, day: date) -> bool:
    """Whether `day` is allowed."""
    return any(start <= day <= end for start, end in windows)


def size(windows: Windows) -> int:
    """How many days are allowed."""
    return sum((end - start).days + 1 for start, end in windows)


def days(windows: Windows) -> tuple[date, ...]:
    """Every allowed day, in order."""
    return tuple(
        start + timedelta(n) for start, end in windows for n in range((end - start).days + 1)
    )


def year(number: int) -> Windows:
    """The days of a year."""
    return ((date(number, 1, 1), date(number, 12, 31)),)


def month(year: int, month: int, offset: int = 0) -> Windows:
    """The days of the month that lies `offset` months after the one given."""
    count = year * 12 + month - 1 + offset
    return (_month(count // 12, count % 12 + 1),)


def month_of_any_year(number: int, first: int = 1, last: int = 31) -> Windows:
    """Days `first` to `last` of a month, in every year."""
    found: list[Window] = []
    for year in YEARS:
        length = monthrange(year, number)[1]
        if first <= length and first <= last:
            found.append((date(year, number, first), date(year, number, min(last, length))))
    return tuple(found)


def _month(year: int, month: int) -> Window:
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])
