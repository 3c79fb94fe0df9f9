"""Counting on the calendar: from a day and a unit to a reading, with TIMEX3 value and EDTF.

Functions raise `ValueError` or `OverflowError` where the count leaves the years 1 to 9999.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

from dateline import edtf
from dateline.annotation.times.rule import Reading
from dateline.annotation.times.words import CLOCK_UNITS, SEASON_CODES

_SEASON_MONTHS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_UNIT_LETTERS = {
    "second": ("T", "S"),
    "minute": ("T", "M"),
    "hour": ("T", "H"),
    "day": ("", "D"),
    "night": ("", "NI"),
    "weekend": ("", "WE"),
    "week": ("", "W"),
    "month": ("", "M"),
    "year": ("", "Y"),
}
_MULTIPLES = {
    "fortnight": (2, "week"),
    "quarter": (3, "month"),
    "decade": (10, "year"),
    "century": (100, "year"),
}
_OPEN_UNITS = {"decade": "PXDE", "century": "PXCE", "quarter": "PXQ", "fortnight": "PXW"}


def on_day(day: date) -> Reading:
    """A day."""
    return _dated(day.isoformat())


def on_days(first: date, last: date) -> Reading:
    """From one day to another."""
    return _dated(edtf.span_of([first, last]))


def _dated(text: str) -> Reading:
    return Reading("DATE", text, text)


def in_week(day: date) -> Reading:
    """The week, Monday to Sunday, that holds a day."""
    year, week, weekday = day.isocalendar()
    monday = day - timedelta(weekday - 1)
    return Reading("DATE", f"{year:04}-W{week:02}", edtf.span_of([monday, monday + timedelta(6)]))


def in_weekend(day: date) -> Reading:
    """Saturday and Sunday of the week that holds a day."""
    year, week, weekday = day.isocalendar()
    saturday = day + timedelta(6 - weekday)
    return Reading(
        "DATE", f"{year:04}-W{week:02}-WE", edtf.span_of([saturday, saturday + timedelta(1)])
    )


def in_month(year: int, month: int) -> Reading:
    """A month; months before January and after December belong to the years around."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    date(year, month, 1)
    return _dated(f"{year:04}-{month:02}")


def in_quarter(year: int, quarter: int) -> Reading:
    """A quarter; those below 1 and above 4 belong to the years around."""
    year, quarter = year + (quarter - 1) // 4, (quarter - 1) % 4 + 1
    months = f"{year:04}-{3 * quarter - 2:02}", f"{year:04}-{3 * quarter:02}"
    return Reading("DATE", f"{year:04}-Q{quarter}", edtf.interval(*months))


def in_half(year: int, half: int) -> Reading:
    """The first or second half of a year."""
    months = f"{year:04}-{6 * half - 5:02}", f"{year:04}-{6 * half:02}"
    return Reading("DATE", f"{year:04}-H{half}", edtf.interval(*months))


def in_season(year: int, season: str) -> Reading:
    """A season (`SP`, `SU`, `FA`, `WI`) of a year."""
    return Reading("DATE", f"{year:04}-{season}", f"{year:04}-{SEASON_CODES[season]}")


def season_begins(year: int, season: str) -> date:
    """First day of a season, by months of the northern hemisphere."""
    return date(year, _SEASON_MONTHS[season], 1)


def in_year(year: int) -> Reading:
    """A year."""
    date(year, 1, 1)
    return _dated(f"{year:04}")


def in_decade(year: int) -> Reading:
    """The decade that holds a year: 1994 is of the `199X`."""
    date(year, 1, 1)
    return Reading("DATE", f"{year // 10:03}", f"{year // 10:03}X")


def in_century(year: int) -> Reading:
    """The century that holds a year, as its first two digits: 1994 is of the `19XX`."""
    date(year, 1, 1)
    return Reading("DATE", f"{year // 100:02}", f"{year // 100:02}XX")


def at_part(day: date, part: str) -> Reading:
    """A part of a day (`MO`, `AF`, `EV`, `NI`, `MI`)."""
    return Reading("TIME", f"{day.isoformat()}T{part}", day.isoformat())


def add_months(day: date, count: int) -> date:
    """The same day that many months on, or the last one of a shorter month."""
    year, month = day.year + (day.month - 1 + count) // 12, (day.month - 1 + count) % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def moved(day: date, count: float, unit: str) -> date:
    """The day that lies `count` units after `day` (before it when negative)."""
    factor, unit = _MULTIPLES.get(unit, (1, unit))
    if unit in ("day", "night"):
        return day + timedelta(round(count * factor))
    if unit in ("week", "weekend"):
        return day + timedelta(round(7 * count * factor))
    if unit == "month":
        return add_months(day, round(count * factor))
    if unit == "year":
        return add_months(day, round(12 * count * factor))
    return day + timedelta(hours=0)


def containing(day: date, unit: str) -> Reading:
    """The unit that holds a day: its week, its month, its decade."""
    if unit in ("week", "fortnight"):
        return in_week(day)
    if unit == "weekend":
        return in_weekend(day)
    if unit == "month":
        return in_month(day.year, day.month)
    if unit == "quarter":
        return in_quarter(day.year, (day.month + 2) // 3)
    if unit == "night":
        return at_part(day, "NI")
    makers = {"year": in_year, "decade": in_decade, "century": in_century}
    return makers[unit](day.year) if unit in makers else on_day(day)


def counted(day: date, count: float, unit: str) -> Reading:
    """So many units before or after a day, as precise as the unit: two years ago is a year."""
    if unit in CLOCK_UNITS:
        return Reading("TIME", day.isoformat(), day.isoformat())
    there = moved(day, count, unit)
    if unit in ("decade", "century"):
        return in_year(there.year)
    return containing(there, "day" if unit == "night" else unit)


def duration(count: float | None, unit: str) -> str:
    """TIMEX3 value of a length of time; an open count is `X`."""
    if count is None:
        if unit in _OPEN_UNITS:
            return _OPEN_UNITS[unit]
        time, letter = _UNIT_LETTERS[unit]
        return f"P{time}X{letter}"
    factor, unit = _MULTIPLES.get(unit, (1, unit))
    if count == 0.5 and factor == 1:
        factor, unit = {
            "hour": (60, "minute"),
            "year": (12, "month"),
            "minute": (60, "second"),
            "day": (24, "hour"),
        }.get(unit, (1, unit))
    time, letter = _UNIT_LETTERS[unit]
    return f"P{time}{count * factor:g}{letter}" if count < 1e5 else f"P{time}{count:.0f}{letter}"
