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
_LENGTH = re.compile(r"(?P<number>[\w-]+(?: and a half)?) (?P<unit>[a-z]+)", re.IGNORECASE)
_PLAIN = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-\d\d)?)?")
_DAY, _MONTH, _YEAR = len("2024-05-26"), len("2024-05"), len("2024")
_FINEST = {"month": _MONTH, "quarter": _MONTH} | dict.fromkeys(
    ("year", "decade", "century"), _MONTH
)
"""Digits of the day reached that are known at most; for shorter units all are."""


def distance(text: str, length: Timex, there: Timex) -> Timex | None:
    """`length` with the day it leads to from `there`, when the words between say so.

    A length that is only about right ("nearly a week") leads to no day, and days counted from a
    month or a year to none either. "A week from Monday" counts ahead.
    """
    between = _BETWEEN.fullmatch(text, length.span.end, there.span.start)
    told = _LENGTH.fullmatch(text, length.span.start, length.span.end)
    if between is None or told is None or length.type != "DURATION":
        return None
    plain = _PLAIN.match(there.edtf or "") if there.type in ("DATE", "TIME") else None
    count, unit = number_of(told["number"]), unit_of(told["unit"])
    if plain is None or count is None or unit in CLOCK_UNITS:
        return None
    finest = _FINEST.get(unit, _DAY)
    known = len(plain[0])
    if "/" in (there.edtf or "") or known < (_DAY if finest == _DAY else _YEAR):
        return None
    sign = -1 if between["way"].lower() in ("before", "prior to", "ahead of") else 1
    day = date.fromisoformat(f"{plain[0]}-01-01"[:_DAY])
    try:
        reached = moved(day, sign * count, unit).isoformat()
    except (ValueError, OverflowError):
        return None
    return replace(length, edtf=reached[: min(known, finest)], rule=RULE, anchor=there.edtf)
