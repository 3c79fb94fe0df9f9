"""Dates as people type them: in a field, in `from` and `to`, or among the words of the box."""

from __future__ import annotations

import re
from datetime import date, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from dateline import edtf
from dateline.archive.asking import DateFinder
from dateline.archive.query import FIELDS
from dateline.errors import BadDate

if TYPE_CHECKING:
    from dateline.model import Timex

_PLAIN = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_RELATIVE = re.compile(r"(?:last|this|next|past|early|late|mid)\b", re.IGNORECASE)
# Two months are also ordinary words; without a number beside them they are not read as dates.
_MONTH = re.compile(
    r"(?:january|february|april|june|july|august|september|october|november|december)",
    re.IGNORECASE,
)
_NAMES = re.compile(
    r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec|january|february|march|april|june"
    r"|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday"
    r"|saturday|sunday)\b"
)
_BETWEEN = re.compile(r"\s*(?:to|till|until|through|and|-|–|—)\s*", re.IGNORECASE)
_FIELD = re.compile(rf'(?<!\S)-?(?:{"|".join(FIELDS)}):(?:"[^"]*"?|\S*)|"[^"]*"?', re.IGNORECASE)
_FROM_WORD = re.compile(r"\b(?:from|in|on|during|between|since|of)\s+$", re.IGNORECASE)


class Days(NamedTuple):
    """A range of ISO days; `None` where it is open."""

    first: str | None = None
    last: str | None = None


def plain_days(value: str) -> Days:
    """The days of `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.

    Raises:
        BadDate: it is none of these.
    """
    if not _PLAIN.fullmatch(value):
        raise BadDate(f"'{value[:40]}' is not a date such as 2023, 2023-05 or 2023-05-07")
    return Days(*edtf.bounds(value))


def field_days(name: str, value: str, find: DateFinder, today: str | None) -> Days | None:
    """What `before:`, `after:`, `on:` or `in:` asks for; `None` when the value is not a date."""
    days = _days_of_value(value, find, today)
    if days is None or name in ("on", "in"):
        return days
    if name == "before":
        return Days(None, _shift(days.first, -1)) if days.first else None
    return Days(_shift(days.last, 1), None) if days.last else None


def typed_days(text: str, find: DateFinder, today: str | None) -> tuple[str, Days | None, str]:
    """The box without the dates typed among its words, the days they mean, and the dates as typed.

    Dates inside quotation marks and fields are left alone, and so are words that are dates only
    perhaps: "may" alone, "second", "now".
    """
    masked = _FIELD.sub(lambda m: "\x00" * len(m[0]), text)
    if not _may_hold_a_date(masked):
        return text, None, ""
    found = [timex for timex in _found(masked, find, today) if _is_certain(timex, masked)]
    if not found:
        return text, None, ""
    spans = [_bounds(timex) for timex in found]
    start, end = found[0].span.start, found[-1].span.end
    if not all(_BETWEEN.fullmatch(masked[a.span.end : b.span.start]) for a, b in pairwise(found)):
        # Dates apart from each other are too much for one range: the first counts.
        spans, end = spans[:1], found[0].span.end
    firsts, lasts = [days.first for days in spans], [days.last for days in spans]
    first = None if None in firsts else min(day for day in firsts if day)
    last = None if None in lasts else max(day for day in lasts if day)
    before = _FROM_WORD.sub("", text[:start])
    return f"{before} {text[end:]}", Days(first, last), text[start:end]


def _days_of_value(value: str, find: DateFinder, today: str | None) -> Days | None:
    try:
        return plain_days(value)
    except BadDate:
        found = [timex for timex in _found(value, find, today) if timex.edtf]
        return _bounds(found[0]) if found else None


def _found(text: str, find: DateFinder, today: str | None) -> list[Timex]:
    # The tagger reads news, where months and days have a capital; in the box they seldom do.
    text = _NAMES.sub(lambda m: m[0].capitalize(), text)
    found = [timex for timex in find(text, today) if timex.type == "DATE" and timex.edtf]
    return sorted(found, key=lambda timex: timex.span)


def _may_hold_a_date(text: str) -> bool:
    """Whether any of what `_is_certain` asks for is there; loading the tagger costs 0.3 s."""
    digit = any(letter.isdigit() for letter in text)
    return digit or bool(_RELATIVE.search(text) or _MONTH.search(text))


def _is_certain(timex: Timex, text: str) -> bool:
    words = timex.span.of(text)
    if any(letter.isdigit() for letter in words):
        return not words.isdigit() or _YEAR.fullmatch(words) is not None
    return bool(_RELATIVE.match(words) or _MONTH.fullmatch(words))


def _bounds(timex: Timex) -> Days:
    return Days(*edtf.bounds(timex.edtf or ""))


def _shift(day: str | None, by: int) -> str | None:
    if day is None:
        return None
    try:
        return (date.fromisoformat(day) + timedelta(by)).isoformat()
    except OverflowError:
        return day
