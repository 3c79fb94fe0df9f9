"""Dates that follow from a count: the first in twelve years, a 60th anniversary next year."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from dateline import edtf
from dateline.annotation.times.reckoning import counted, duration, moved
from dateline.annotation.times.rule import Anchor, Answer, Context, Example, Reading, Rule
from dateline.annotation.times.words import CLOCK_UNITS, number_of, ordinal_of, unit_of

_HOURS = 24
ROUND = 5
"""Years counted in multiples of five are rounded: "in five years", "in 30 years"."""

_SCALE = {"quarter": 25, "half": 50, "three": 75}
_MARKING = re.compile(r"\b(?:mark|celebrat|commemorat|observ)\w{0,4}\b", re.IGNORECASE)
_YEAR_SAID = re.compile(
    r"\b(?:(?P<rel>this|next|last) year|in (?P<year>(?:1[5-9]|20)\d\d))\b", re.I
)
_NEAR = 120
"""Code points between an anniversary and the year it falls in, at most."""


def _first_in(m: re.Match[str], context: Context) -> Answer:
    """When the one before was: "the first visit in 12 years"."""
    unit = unit_of(m["unit"])
    count = number_of(m["number"]) if m["number"] else None
    length = Reading("DURATION", duration(count, unit), group="span", closed=True)
    if not context.signs.ranked or count is None or unit in CLOCK_UNITS:
        return None
    there = counted(context.day, -count, unit)
    rounded = m["about"] or unit in ("decade", "century") or (unit == "year" and not count % ROUND)
    return replace(length, edtf=f"{there.edtf}~" if rounded and _plain(there) else there.edtf)


def _plain(reading: Reading) -> bool:
    return reading.edtf is not None and "/" not in reading.edtf


def _since(m: re.Match[str], context: Context) -> Answer:
    """When X was, by "a quarter-century since X" and the day it was marked on."""
    # "Several weeks since" has its unit last.
    unit = "year" if m["fraction"] else unit_of(m["unit"] or m["span"].split()[-1])
    count = _fraction(m["fraction"]) if m["fraction"] else number_of(m["number"] or "several")
    length = Reading("DURATION", duration(count, unit), group="span", closed=True)
    if count is None or unit in CLOCK_UNITS:
        return length
    last = context.last
    if last and last.end > context.sentence[0] and _MARKING.search(context.before(60)):
        return replace(length, edtf=_shifted(last, count, unit))
    there = counted(context.day, -count, unit)
    return replace(length, edtf=f"{there.edtf}~" if _plain(there) else there.edtf)


def _fraction(words: str) -> float:
    lower = words.lower()
    return float(next(years for word, years in _SCALE.items() if word in lower))


def _shifted(anchor: Anchor, count: float, unit: str) -> str:
    """The anchor's date so long ago, as precise as the anchor."""
    there = moved(anchor.day, -count, unit).isoformat()
    return there[: len(anchor.edtf)] if len(anchor.edtf) in (4, 7, 10) else there[:4]


def _fraction_of_century(m: re.Match[str], context: Context) -> Answer:
    return Reading("DURATION", duration(_fraction(m["fraction"]), "year"))


def _anniversary(m: re.Match[str], context: Context) -> Answer:
    """The year an anniversary counts from, when the sentence says in which year it falls."""
    count = ordinal_of(m["ordinal"])
    if not count:
        return None
    if (year := _year_said(context)) is not None:
        text = f"{date(year - count, 1, 1).year:04}"
        return Reading("DATE", text, text, "what", closed=True)
    last = context.last
    if last and last.end > context.sentence[0] and _MARKING.search(context.before(_NEAR)):
        text = _shifted(last, float(count), "year")
        return Reading("DATE", text, text, "what", closed=True)
    return None


def _year_said(context: Context) -> int | None:
    """The year named nearest to the expression in its sentence."""
    first = max(context.sentence[0], context.start - _NEAR)
    last = min(context.sentence[1], context.end + _NEAR)
    said = min(
        _YEAR_SAID.finditer(context.text, first, last),
        key=lambda found: min(abs(found.start() - context.end), abs(context.start - found.end())),
        default=None,
    )
    if said is None:
        return None
    if said["year"]:
        return int(said["year"])
    return context.day.year + {"this": 0, "next": 1, "last": -1}[said["rel"].lower()]


_FROM_EVENT = re.compile(r" (?:of|after|from) (?!now\b|today\b|this\b)")


def _in_so_long(m: re.Match[str], context: Context) -> Answer:
    """How long from now: "will open in two weeks", "within six months"."""
    unit, count = unit_of(m["unit"]), number_of(m["number"])
    length = Reading("DURATION", duration(count, unit), group="span", closed=True)
    if unit == "hour" and count and not count % _HOURS:
        unit, count = "day", count / _HOURS
    if count is None or unit in CLOCK_UNITS or context.signs.direction != "future":
        return None
    if _FROM_EVENT.match(m.string, m.end()) is not None:
        return length  # "within 14 days of the vote": counted from what is to come
    if m["prep"].lower() == "in":
        return replace(length, edtf=counted(context.day, count, unit).edtf)
    return replace(length, edtf=edtf.span_of([context.day, moved(context.day, count, unit)]))


_SPAN = r"(?P<span>(?:{about} )?{number}(?: more)? {unit})"
_CENTURY = (
    r"(?P<fraction>an? quarter|a half|half(?: a)?|three[ -]quarters of a)[ -](?:of a )?century"
)

RULES = (
    Rule(
        "first-in",
        "in time",
        r"(?:in|time for) " + _SPAN,
        _first_in,
        (
            Example("It was the first visit in [12 years].", "P12Y", "2011"),
            Example("its first test in [five years].", "P5Y", "2018~"),
            Example("the first talks in [nearly three years]", "P3Y", "2020~"),
            Example("the worst month in [two decades]", "P20Y", "2003~"),
        ),
    ),
    Rule(
        "in-so-long",
        "in within",
        r"(?P<prep>in|within) " + _SPAN + r"(?:'s? time)?",
        _in_so_long,
        (
            Example("It will open in [two weeks].", "P2W", "2023-11-27/2023-12-03"),
            Example("They will report within [six months].", "P6M", "2023-11-16/2024-05-16"),
            Example("They will be home within [48 hours].", "PT48H", "2023-11-16/2023-11-18"),
            Example("They will vote within [14 days] of the report.", "P14D"),
        ),
    ),
    Rule(
        "since",
        "a half three ABOUT NUMBER DIGITS SEVERAL",
        r"(?P<span>(?:{about} )?(?:" + _CENTURY + r"|{number} {unit}|{several} {unit:})) since",
        lambda m, context: _since(m, context),
        (
            Example(
                "Last month, both marked [a quarter-century] since they wed.", "P25Y", "1998-10"
            ),
            Example("It is [two years] since they wed.", "P2Y", "2021~"),
            Example("It is [several weeks] since they met.", "PXW"),
        ),
    ),
    Rule(
        "fraction-of-century",
        "a half three nearly almost about more",
        r"(?:{about} )?" + _CENTURY,
        _fraction_of_century,
        (Example("It took [half a century].", "P50Y"),),
    ),
    Rule(
        "anniversary",
        "ORDINAL DIGITS2 <n>",
        r"(?P<what>{ordinal} anniversary)",
        _anniversary,
        (
            Example("next year marks the [60th anniversary] of ties", "1964", "1964"),
            Example("The 60th anniversary nears."),
        ),
    ),
)
