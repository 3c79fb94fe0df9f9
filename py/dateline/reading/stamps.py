"""Calendar dates as mastheads, bylines, footers, addresses and machines write them.

Prose is the business of `annotation.times`; here a date stands glued between other things
("by May 27, 2024Featured"), often with its weekday, which is a check on it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from dateline.model import Span
from dateline.reading.words import as_plain

MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?"
_DAY = r"(?P<day>0?[1-9]|[12][0-9]|3[01])(?:st|nd|rd|th)?\b"
_YEAR = r"(?P<year>(?:19|20)[0-9]{2})(?![0-9])"
_GAP = r"[ ]{0,3},?[ ]{0,3}"
_BEFORE = rf"(?<![a-z0-9])(?:(?P<weekday>{_WEEKDAY}){_GAP})?"
_AFTER = rf"(?:{_GAP}(?P<weekday_after>{_WEEKDAY}))?"
# "Politics27 May 2024": the blank between two parts of a page, lost in a copy.
_GLUED = r"(?:(?<=[a-z]{3})(?=[0-9]{1,2}[ ][a-z]{3,9}[ ][0-9]{4})|(?<![a-z0-9]))"
_FORMS = (
    rf"{_BEFORE}{_MONTH}[ ]{{1,3}}{_DAY}(?:{_GAP}{_YEAR})?{_AFTER}",
    rf"{_GLUED}(?:(?P<weekday>{_WEEKDAY}){_GAP})?{_DAY}[ ]{{0,3}}(?:of[ ])?[-/]?{_MONTH}"
    rf"(?:[-/,]?{_GAP}{_YEAR})?{_AFTER}",
    r"(?<![0-9])(?P<year>(?:19|20)[0-9]{2})(?P<mark>[-/.])(?P<month>0?[1-9]|1[0-2])(?P=mark)"
    rf"(?P<day>0?[1-9]|[12][0-9]|3[01])(?![0-9]){_AFTER}",
    rf"(?<![0-9/]){_BEFORE}(?P<one>[0-3]?[0-9])(?P<mark>[-/.])(?P<two>[0-3]?[0-9])(?P=mark){_YEAR}",
)
_PATTERNS = tuple(re.compile(form, re.IGNORECASE) for form in _FORMS)
_DIGIT = re.compile(r"[0-9]")
_COMPACT = re.compile(
    r"(?<![0-9])(?P<year>(?:19|20)[0-9]{2})(?P<month>0[1-9]|1[0-2])(?P<day>[0-2][0-9]|3[01])"
    r"(?![0-9])"
)


@dataclass(frozen=True, slots=True)
class Stamp:
    """A date as written. Day and month are always there; the year may not be."""

    span: Span
    month: int
    day: int
    year: int | None
    weekday: int | None = None
    """Monday is 0; `None` where no weekday stands beside the date."""
    other: date | None = None
    """The second reading of a date such as 03/04/2023."""

    @property
    def first(self) -> date | None:
        """The calendar day, of two readings the earlier; `None` without a year."""
        return date(self.year, self.month, self.day) if self.year else None

    @property
    def days(self) -> tuple[date, ...]:
        """Every day the stamp may mean, in order; none without a year."""
        return tuple(sorted({d for d in (self.first, self.other) if d}))

    @property
    def edtf(self) -> str:
        """The day in EDTF; the year `XXXX` where it is not given."""
        if not self.year:
            return f"XXXX-{self.month:02d}-{self.day:02d}"
        days = [d.isoformat() for d in self.days]
        return days[0] if len(days) == 1 else f"[{','.join(days)}]"


def stamps(text: str) -> tuple[Stamp, ...]:
    """The calendar dates in `text`, in order, none overlapping another."""
    if not _DIGIT.search(text):
        return ()
    flat = as_plain(text)
    found = sorted(
        (stamp for pattern in _PATTERNS for stamp in _matches(pattern, flat)),
        key=lambda stamp: (stamp.span.start, -stamp.span.end),
    )
    kept: list[Stamp] = []
    for stamp in found:
        if not kept or kept[-1].span.end <= stamp.span.start:
            kept.append(stamp)
    return tuple(kept)


def first_stamp(text: str) -> Stamp | None:
    """The first date with a year in a short string, machine formats included."""
    return next((stamp for stamp in stamps(text[:200]) if stamp.year), None)


def name_stamp(name: str) -> Stamp | None:
    """The date in a file name or an address: `2023/11/16/`, `20231116`, `2023-11-16-title`."""
    loose = re.sub(r"[_ ]", "-", name)
    stamp = next((s for s in stamps(loose) if s.year), None)
    if stamp:
        return stamp
    return next(iter(_matches(_COMPACT, loose)), None)


def month_number(word: str) -> int:
    """1 to 12 for a month's name or abbreviation.

    Raises:
        StopIteration: it is none.
    """
    start = word.lower()[:3]
    return next(number for number, month in enumerate(MONTHS, 1) if month.startswith(start))


def weekday_number(word: str) -> int:
    """0 to 6, Monday first, for a weekday's name or abbreviation.

    Raises:
        StopIteration: it is none.
    """
    start = word.lower()[:3]
    return next(number for number, name in enumerate(WEEKDAYS) if name.startswith(start))


def _matches(pattern: re.Pattern[str], text: str) -> Iterator[Stamp]:
    for match in pattern.finditer(text):
        stamp = _stamp(match)
        if stamp:
            yield stamp


def _stamp(match: re.Match[str]) -> Stamp | None:
    parts = match.groupdict()
    year = int(parts["year"]) if parts.get("year") else None
    spoken = parts.get("weekday") or parts.get("weekday_after")
    weekday = weekday_number(spoken) if spoken else None
    span = Span(match.start(), match.end())
    if parts.get("one"):
        return _slashed(span, int(parts["one"]), int(parts["two"]), year, weekday)
    word = parts["month"]
    if word == "may":
        return None
    month = int(word) if word.isdigit() else month_number(word)
    day = int(parts["day"])
    if not _exists(year or 2000, month, day):
        return None
    return Stamp(span, month, day, year, weekday)


def _slashed(span: Span, one: int, two: int, year: int | None, weekday: int | None) -> Stamp | None:
    """03/04/2023 is the 4th of March or the 3rd of April; a weekday or a number over 12 decides."""
    orders = ((one, two), (two, one))
    readings = {date(year, m, d) for m, d in orders if year and _exists(year, m, d)}
    if weekday is not None:
        readings = {day for day in readings if day.weekday() == weekday} or readings
    if not readings:
        return None
    first, *rest = sorted(readings)
    return Stamp(span, first.month, first.day, first.year, weekday, rest[0] if rest else None)


def _exists(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True
