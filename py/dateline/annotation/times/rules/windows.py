"""Stretches of time that end or begin with the report: the past two years, the coming weeks."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from dateline import edtf
from dateline.annotation.times.reckoning import duration, moved
from dateline.annotation.times.rule import Answer, Context, Example, Reading, Rule
from dateline.annotation.times.words import CLOCK_UNITS, SIGN_OF, number_of, ordinal_of, unit_of

_COARSE = {"year": 7, "decade": 4, "century": 4, "quarter": 7, "month": 10}
"""Digits of a date, by the unit the stretch is counted in: years ago are known by the month."""


_LASTING = re.compile(
    r"(?:\b(?:will|would|may|might|can|could|should|must|to|not|usually|typically|likely)|'ll) $"
)


def _window(here: date, sign: int, count: float, unit: str) -> str | None:
    if unit in CLOCK_UNITS:
        return None
    ends = sorted([here, moved(here, sign * count, unit)])
    digits = _COARSE.get(unit, 10)
    return edtf.interval(*(day.isoformat()[:digits] for day in ends))


def _last_units(m: re.Match[str], context: Context) -> Answer:
    unit, rel = unit_of(m["unit"]), m["rel"].lower()
    count = number_of(m["number"]) if m["number"] else None
    if rel == "first" and unit in ("second", "quarter"):
        return None
    if rel == "last" and _LASTING.search(context.before(12)):
        return None
    length = Reading("DURATION", duration(count, unit), closed=True)
    sign = SIGN_OF.get(rel, 0)
    if count is None or sign == 0 or rel in ("previous", "following", "preceding", "prior"):
        return length
    return replace(length, edtf=_window(context.day, sign, count, unit))


def _past_unit(m: re.Match[str], context: Context) -> Answer:
    """The twelve months up to now for "the past year", not the calendar year before."""
    unit = unit_of(m["one_unit"])
    if unit in ("second", "quarter", "weekend", "night", "day"):
        return None
    if m["rel"].lower() != "past" and (unit not in ("decade", "century") or not m["the"]):
        return None
    sign = SIGN_OF[m["rel"].lower()]
    window = _window(context.day, sign, 1, unit)
    return Reading("DURATION", duration(1, unit), window, closed=True)


def _units(m: re.Match[str], context: Context) -> Answer:
    """An open number of units; in "may last months" there is a verb."""
    if m["rel"].lower() == "last" and not m["the"]:
        return None
    return Reading("DURATION", duration(None, unit_of(m["units"])))


def _whole_unit(m: re.Match[str], context: Context) -> Answer:
    return Reading("DURATION", duration(1, unit_of(m["one_unit"])))


def _straight(m: re.Match[str], context: Context) -> Answer:
    count = float(ordinal_of(m["ordinal"]) or 0)
    return Reading("DURATION", duration(count, unit_of(m["one_unit"])))


RULES = (
    Rule(
        "last-units",
        "the these this last past previous preceding prior next coming first final following",
        r"(?:the |these |this )?(?P<rel>last|past|previous|preceding|prior|next|coming|first|final"
        r"|following)(?: {about})? (?:{number}|{several}|couple of)(?: and a half)?"
        r"[ -](?:consecutive |full |straight |or so )?{unit}",
        _last_units,
        (
            Example("Sales doubled in [the past two years].", "P2Y", "2021-11/2023-11"),
            Example("It cuts jobs over [the next four years].", "P4Y", "2023-11/2027-11"),
            Example("It grew in [the last few months].", "PXM"),
            Example("It will open within [the next couple of weeks].", "PXW"),
            Example("The debate will last 90 minutes."),
            Example("It grew in [the first six months] of 2009.", "P6M"),
        ),
    ),
    Rule(
        "past-unit",
        "the past last",
        r"(?P<the>the )?(?P<rel>past|last) {one_unit}",
        _past_unit,
        (
            Example("the largest in [the past decade]", "P10Y", "2013/2023"),
            Example("He was ill for [the past week].", "P1W", "2023-11-09/2023-11-16"),
        ),
    ),
    Rule(
        "coming-units",
        "the these last past next coming previous",
        r"(?P<the>(?:the|these) )?"
        r"(?P<rel>last|past|next|coming|previous|preceding|upcoming|following) {units}",
        _units,
        (Example("in [the coming weeks] and after", "PXW"),),
    ),
    Rule(
        "whole-unit",
        "the a an all entire whole full",
        r"(?:(?:the|an?) (?:entire|whole|full)|all)"
        r" (?P<one_unit>day|night|week|weekend|month|year|decade|hour)(?: long)?",
        _whole_unit,
        (Example("It rained [all day].", "P1D"), Example("It took [an entire month].", "P1M")),
    ),
    Rule(
        "straight-units",
        "the a ORDINAL DIGITS2 <n>",
        r"(?:the |a )?{ordinal} (?:straight|consecutive|successive)"
        r" (?P<one_unit>day|night|week|weekend|month|quarter|year)",
        _straight,
        (Example("Rates rose for [the third straight month].", "P3M"),),
    ),
)
