"""The day a length of time leads to from the date told behind it: "two weeks before May 26"."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from dateline.annotation.times.reckoning import moved
from dateline.annotation.times.words import CLOCK_UNITS, number_of, unit_of
from dateline.model import Timex

RULE = "distance"
"""Name of the rule, on a length whose EDTF is the day it leads to."""

# "after the", "before last", "from"; what stands between is no noun of its own.
_BETWEEN = re.compile(
    r" (?P<way>before|after|from|prior to|following|ahead of)"
    r"(?: the| a| an| his| her| its| their)? ",
    re.IGNORECASE,
)
_LENGTH = re.compile(r"(?P<number>[\w-]+) (?P<unit>[a-z]+)", re.IGNORECASE)
_PLAIN = re.compile(r"(?P<date>\d{4}(?:-(?:0[1-9]|1[0-2])(?:-\d\d)?)?)(?:T[^/]*)?")
_DAY, _MONTH, _YEAR = len("2024-05-26"), len("2024-05"), len("2024")
_NEEDED = dict.fromkeys(("month", "quarter"), _MONTH) | dict.fromkeys(
    ("year", "decade", "century"), _YEAR
)
"""Digits of the date counted from that must be known; for units not listed, all of the day."""


def distance(text: str, length: Timex, there: Timex) -> Timex | None:
    """`length` with the day it leads to from `there`, when the words between say so.

    A length that is only about right ("nearly a week", "two and a half years") leads to no day;
    so do days counted from a month or a year, and months counted from a year. "A week from
    Monday" counts ahead.
    """
    between = _BETWEEN.fullmatch(text, length.span.end, there.span.start)
    told = _LENGTH.fullmatch(text, length.span.start, length.span.end)
    if between is None or told is None or length.type != "DURATION":
        return None
    plain = _PLAIN.fullmatch(there.edtf or "") if there.type in ("DATE", "TIME") else None
    count, unit = number_of(told["number"]), unit_of(told["unit"])
    if plain is None or count is None or unit in CLOCK_UNITS:
        return None
    known = len(plain["date"])
    if known < _NEEDED.get(unit, _DAY):
        return None
    sign = -1 if between["way"].lower() in ("before", "prior to", "ahead of") else 1
    shown = min(known, _MONTH) if unit in _NEEDED else _DAY
    try:
        day = date.fromisoformat(f"{plain['date']}-01-01"[:_DAY])
        reached = moved(day, sign * count, unit).isoformat()
    except (ValueError, OverflowError):
        return None
    return replace(length, edtf=reached[:shown], rule=RULE, anchor=there.edtf)
