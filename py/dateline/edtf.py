"""Dates with doubt and width: the part of EDTF (ISO 8601-2) that Dateline reads and writes.

Read: years, months, days, times of day, masked digits (`198X`, `2024-XX`, `2024-05-XX`), seasons,
quarters and halves (`2024-21` to `2024-41`), the qualifiers `~ ? %` after or before a component,
intervals (`a/b`, `../b`, `a/..`) and sets (`[a,b]`, `{a,b}`, `[a..b]`). Dates are of the
Gregorian calendar, years 1 to 9999. Anything else raises `BadDate`.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from dateline.errors import BadDate

OPEN = ".."
LONGEST = 400
"""Code points of the longest string read; a set of thirty-one days needs 343."""

_DATE = re.compile(
    r"(?P<year>[0-9X]{4})(?:-(?P<month>[0-9X]{2})(?:-(?P<day>[0-9X]{2}))?)?"
    r"(?P<time>T(?P<hour>\d\d):(?P<minute>\d\d)(?::(?P<second>\d\d))?(?:Z|[+-]\d\d(?::\d\d)?)?)?",
    re.ASCII,
)
_QUALIFIERS = re.compile(r"[~?%]")
_MISPLACED = re.compile(r"[~?%]{2}|\d[~?%]\d")
# ISO 8601-2, 4.8: codes of sub-year groupings, as (first month, number of months). Seasons are
# those of the northern hemisphere; a winter belongs to the year in which it begins.
_GROUPINGS = {
    **{21 + n: (3 + 3 * n, 3) for n in range(4)},
    **{25 + n: (3 + 3 * n, 3) for n in range(4)},
    **{29 + n: (9 + 3 * n, 3) for n in range(4)},
    **{33 + n: (1 + 3 * n, 3) for n in range(4)},
    **{37 + n: (1 + 4 * n, 4) for n in range(3)},
    **{40 + n: (1 + 6 * n, 6) for n in range(2)},
}


class Interval(NamedTuple):
    """The days an EDTF string may mean, first and last included; `None` where it is open."""

    earliest: date | None
    latest: date | None
    approximate: bool = False
    uncertain: bool = False


@lru_cache(maxsize=4096)
def parse(text: str) -> Interval:
    """The earliest and latest day of an EDTF string.

    Raises:
        BadDate: it is not a date in the part of EDTF described above.
    """
    if not text or len(text) > LONGEST:
        raise BadDate(f"not a date: {text[:40]!r}")
    if text[0] in "[{":
        return _parse_set(text)
    if "/" in text:
        return _parse_interval(text)
    return _parse_date(text)


def bounds(text: str) -> tuple[str | None, str | None]:
    """`parse` as two ISO days; `None` where the date is open."""
    found = parse(text)
    return (
        found.earliest.isoformat() if found.earliest else None,
        found.latest.isoformat() if found.latest else None,
    )


def members(text: str) -> tuple[str, ...]:
    """The dates a set lists; of anything else, the string itself."""
    parse(text)
    if text[0] in "[{" and ".." not in text:
        return tuple(part.strip() for part in text[1:-1].split(","))
    return (text,)


def days(text: str, most: int = 31) -> tuple[date, ...]:
    """Every calendar day the string allows, in order, or `()` when open or more than `most`."""
    found: set[date] = set()
    for member in members(text):
        span = parse(member)
        if span.earliest is None or span.latest is None:
            return ()
        if (span.latest - span.earliest).days >= most:
            return ()
        length = (span.latest - span.earliest).days + 1
        found.update(span.earliest + timedelta(n) for n in range(length))
    return tuple(sorted(found)) if len(found) <= most else ()


def one_of(dates: Iterable[str]) -> str:
    """One date out of several, each once, in order: `[a,b]`; a single one stands for itself."""
    distinct = sorted(set(dates))
    if not distinct:
        raise BadDate("no date to choose from")
    return distinct[0] if len(distinct) == 1 else f"[{','.join(distinct)}]"


def interval(first: str, last: str) -> str:
    """From `first` to `last`, both included; one date when they are equal."""
    return first if first == last else f"{first}/{last}"


def open_before(last: str) -> str:
    """At some time up to the end of `last`."""
    return f"{OPEN}/{last}"


def open_after(first: str) -> str:
    """From the beginning of `first` on."""
    return f"{first}/{OPEN}"


def span_of(dates: Sequence[date]) -> str:
    """The shortest interval that holds all of `dates`."""
    return interval(min(dates).isoformat(), max(dates).isoformat())


def overlap(one: str, other: str) -> bool:
    """Whether the two have a day in common."""
    a, b = parse(one), parse(other)
    return (
        (a.earliest or date.min) <= (b.latest or date.max)
        and (b.earliest or date.min) <= (a.latest or date.max)
    )  # fmt: skip


def _parse_set(text: str) -> Interval:
    if text[-1] != {"[": "]", "{": "}"}[text[0]]:
        raise BadDate(f"not a date: {text!r}: the bracket is not closed")
    parts = [_parse_listed(part.strip(), text) for part in text[1:-1].split(",")]
    firsts = [part.earliest for part in parts]
    lasts = [part.latest for part in parts]
    return Interval(
        None if None in firsts else min(day for day in firsts if day),
        None if None in lasts else max(day for day in lasts if day),
        any(part.approximate for part in parts),
        any(part.uncertain for part in parts),
    )


def _parse_listed(part: str, whole: str) -> Interval:
    if OPEN not in part:
        return parse(part) if part[:1] not in ("[", "{") else _refuse(whole)
    first, last = part.split(OPEN, 1)
    if not first and not last:
        return _refuse(whole)
    return _join(_parse_date(first) if first else None, _parse_date(last) if last else None, whole)


def _parse_interval(text: str) -> Interval:
    first, last = text.split("/", 1)
    ends = [None if part in ("", OPEN) else _parse_date(part) for part in (first, last)]
    if ends == [None, None]:
        return _refuse(text)
    return _join(ends[0], ends[1], text)


def _join(first: Interval | None, last: Interval | None, whole: str) -> Interval:
    earliest = first.earliest if first else None
    latest = last.latest if last else None
    if earliest and latest and earliest > latest:
        raise BadDate(f"not a date: {whole!r}: it ends before it begins")
    return Interval(
        earliest,
        latest,
        any(end is not None and end.approximate for end in (first, last)),
        any(end is not None and end.uncertain for end in (first, last)),
    )


def _parse_date(text: str) -> Interval:
    match = _DATE.fullmatch(_QUALIFIERS.sub("", text))
    if match is None or _MISPLACED.search(text):
        return _refuse(text)
    try:
        earliest, latest = _range_of(match)
    except ValueError:
        return _refuse(text)
    approximate = "~" in text or "%" in text
    return Interval(earliest, latest, approximate, "?" in text or "%" in text)


def _range_of(match: re.Match[str]) -> tuple[date, date]:
    """First and last day of a date; raises `ValueError` when there is no such day."""
    year, month, day = match["year"], match["month"], match["day"]
    if match["time"]:
        _check_time(match)
    low, high = int(year.replace("X", "0")) or 1, int(year.replace("X", "9"))
    if month is None or month == "XX":
        if day not in (None, "XX"):
            raise ValueError
        return date(low, 1, 1), date(high, 12, 31)
    if int(month) > 12:
        return _grouping(low, high, int(month), day)
    if day is None or day == "XX":
        return date(low, int(month), 1), date(high, int(month), monthrange(high, int(month))[1])
    return date(low, int(month), int(day)), date(high, int(month), int(day))


def _check_time(match: re.Match[str]) -> None:
    hour, minute, second = int(match["hour"]), int(match["minute"]), int(match["second"] or 0)
    late = hour == 24 and (minute or second)
    if match["day"] is None or hour > 24 or late or minute > 59 or second > 60:
        raise ValueError


def _grouping(low: int, high: int, code: int, day: str | None) -> tuple[date, date]:
    if day is not None or code not in _GROUPINGS:
        raise ValueError
    first, length = _GROUPINGS[code]
    last = first + length - 1
    end_year, end_month = high + (last - 1) // 12, (last - 1) % 12 + 1
    begin = date(low + (first - 1) // 12, (first - 1) % 12 + 1, 1)
    return begin, date(end_year, end_month, monthrange(end_year, end_month)[1])


def _refuse(text: str) -> Interval:
    raise BadDate(f"not a date: {text[:40]!r}")
