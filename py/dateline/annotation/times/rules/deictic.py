"""Dates counted from the day of the report: today, last month, two years ago."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from dateline import edtf
from dateline.annotation.times.clock import clock_reading
from dateline.annotation.times.reckoning import at_part, containing, counted, moved, on_day
from dateline.annotation.times.rule import Answer, Context, Example, Reading, Rule
from dateline.annotation.times.words import (
    CLOCK_UNITS,
    PARTS_OF_DAY,
    SIGN_OF,
    number_of,
    unit_of,
)

_DAYS = {"today": 0, "yesterday": -1, "tomorrow": 1}


def related(context: Context, rel: str, unit: str) -> Reading:
    """This, last or next unit; "following" and "previous" count from the date told last."""
    rel = " ".join(rel.lower().split())
    anaphoric = rel in ("following", "previous", "preceding", "prior", "subsequent")
    here = context.base if anaphoric else context.day
    if unit == "weekend":
        return containing(_weekend(context, rel, here), "weekend")
    if unit == "decade" and SIGN_OF[rel]:
        return containing(moved(here, SIGN_OF[rel], unit), unit)
    return containing(moved(here, SIGN_OF[rel], unit), unit)


def _weekend(context: Context, rel: str, here: date) -> date:
    if SIGN_OF[rel] < 0:
        return here - timedelta(here.weekday() + 1 if here.weekday() < 5 else 7)
    if SIGN_OF[rel] > 0:
        return here + timedelta(7 if here.weekday() >= 5 or rel == "next" else 0)
    past = context.signs.direction == "past" and here.weekday() < 5
    return here - timedelta(here.weekday() + 1) if past else here


def _named_day(m: re.Match[str], context: Context) -> Answer:
    day = context.day + timedelta(_DAYS[m["word"].lower()])
    if m["word"].lower() == "today" and re.match(
        r"'s (?:[a-z]+ )?(?:world|youth|kids|young|society)", context.after(30)
    ):
        return Reading("DATE", "PRESENT_REF")
    if m["part_of_day"]:
        return _in_part(m, day, PARTS_OF_DAY[m["part_of_day"].lower()])
    return _at_clock(m, on_day(day)) or on_day(day)


def _in_part(m: re.Match[str], day: date, part: str) -> Reading:
    return _at_clock(m, on_day(day), part) or at_part(day, part)


def _at_clock(m: re.Match[str], day: Reading, part: str | None = None) -> Reading | None:
    """The clock time told before or behind the day, if one is."""
    clock = m["clock"] or m["clock2"]
    return clock_reading(day, clock, m["zone"] or m["zone2"], part) if clock else None


def _relative_unit(m: re.Match[str], context: Context) -> Answer:
    unit = unit_of(m["one_unit"])
    rel = m["rel"].lower()
    definite = "the" in (m.group()[:3].lower(), context.before(4).strip().lower())
    if rel == "last" and definite and context.after(4) == " of ":
        return None
    if unit in CLOCK_UNITS or (unit == "day" and rel in ("last", "past", "this", "current")):
        return None
    reading = related(context, rel, unit)
    if m.groupdict().get("kind") and unit == "year":
        reading = replace(reading, value=f"FY{reading.value}")
    return reading


def _for_the_unit(m: re.Match[str], context: Context) -> Answer:
    """The running unit, where a report sums it up: "for the year, it lost 4 percent"."""
    if not re.match(r"$|[.,;:!?)]", context.after(1)):
        return None
    return containing(context.day, m["one_unit"].lower()).over("what")


def _part_of_day(m: re.Match[str], context: Context) -> Answer:
    rel, part = (m["word"] or "this").lower(), PARTS_OF_DAY[(m["part_of_day"] or "night").lower()]
    return _in_part(m, context.day - timedelta(rel == "last"), part)


def _ago(m: re.Match[str], context: Context) -> Answer:
    groups = m.groupdict()
    count = number_of(groups["number"]) if groups.get("number") else None
    way = m["way"].lower()
    sign = -1 if way in ("ago", "back", "earlier", "before") else 1
    if count is None:
        return Reading("DATE", "PAST_REF" if sign < 0 else "FUTURE_REF")
    count += 0.5 * bool(groups.get("half"))
    base = context.day if way in ("ago", "back") or "now" in way else context.base
    if groups.get("same"):
        there = moved(base, sign * count, unit_of(groups.get("unit") or m["units"]))
        return containing(there, groups["within"] or "day")
    reading = counted(base, sign * count, unit_of(groups.get("unit") or m["units"]))
    about = bool(groups.get("about")) and reading.edtf is not None and len(reading.edtf) == 4
    return replace(reading, edtf=f"{reading.edtf}~") if about else reading


def _rest_of(m: re.Match[str], context: Context) -> Answer:
    """Earlier or later within the running unit: up to the report's month or day, or from it on."""
    unit = unit_of(m["one_unit"])
    here = context.day
    whole = containing(here, unit)
    if unit == "day" or whole.edtf is None:
        return whole
    span = edtf.parse(whole.edtf)
    first, last = span.earliest or here, span.latest or here
    if unit in ("year", "decade", "century"):
        ends = [day.isoformat()[:7] for day in (first, here, last)]
        before, after = edtf.interval(ends[0], ends[1]), edtf.interval(ends[1], ends[2])
    else:
        before = edtf.span_of([first, here])
        after = edtf.span_of([min(here + timedelta(1), last), last])
    return replace(whole, edtf=before if m["when"].lower() == "earlier" else after)


RULES = (
    Rule(
        "today",
        "today yesterday tomorrow early late earlier later CLOCK",
        r"(?:{clock}(?: ?{zone})?,? )?"
        r"(?:(?:early|late|earlier|later) )?(?P<word>today|yesterday|tomorrow)"
        r"(?: {part_of_day})?(?:(?:,| at|, at)? {clock:clock2}(?: ?{zone:zone2})?)?",
        _named_day,
        (
            Example("It shut [yesterday].", "2023-11-15", "2023-11-15"),
            Example("It opens [tomorrow morning].", "2023-11-17TMO", "2023-11-17"),
            Example(
                "It shut [yesterday evening at 8 o'clock].",
                "2023-11-15T20:00",
                "2023-11-15T20:00:00",
            ),
            Example("It shut at [3 p.m. yesterday].", "2023-11-15T15:00", "2023-11-15T15:00:00"),
        ),
    ),
    Rule(
        "day-but-one",
        "the day",
        r"(?:the )?day (?P<way>after tomorrow|before yesterday)",
        lambda m, context: on_day(
            context.day + timedelta(2 if m["way"].lower().startswith("after") else -2)
        ),
        (
            Example("It opens [the day after tomorrow].", "2023-11-18", "2023-11-18"),
            Example("It shut [the day before yesterday].", "2023-11-14", "2023-11-14"),
        ),
    ),
    Rule(
        "part-of-this-day",
        "this last tonight early late earlier later CLOCK",
        r"(?:{clock}(?: ?{zone})?,? )?(?:(?:early|late|earlier|later) )?"
        r"(?:(?P<word>this|last) (?:early |late )?{part_of_day}|tonight)"
        r"(?:(?:,| at|, at)? {clock:clock2}(?: ?{zone:zone2})?)?",
        _part_of_day,
        (
            Example("It burned [last night].", "2023-11-15TNI", "2023-11-15"),
            Example("He spoke [this morning].", "2023-11-16TMO", "2023-11-16"),
            Example("Polls close [tonight].", "2023-11-16TNI", "2023-11-16"),
            Example(
                "He left at [7 o'clock this morning].", "2023-11-16T07:00", "2023-11-16T07:00:00"
            ),
            Example(
                "Polls close at [8 o'clock tonight].", "2023-11-16T20:00", "2023-11-16T20:00:00"
            ),
        ),
    ),
    Rule(
        "relative-unit",
        "the REL",
        r"(?:the )?{rel}(?P<kind> (?:fiscal|financial))?(?: (?:calendar|academic|school))?"
        r" {one_unit}",
        _relative_unit,
        (
            Example("Talks stalled [last month].", "2023-10", "2023-10"),
            Example("It was announced [last week].", "2023-W45", "2023-11-06/2023-11-12"),
            Example("It returns [next year].", "2024", "2024"),
            Example("Rain fell [this weekend].", "2023-W45-WE", "2023-11-11/2023-11-12"),
            Example("Rain will fall [this weekend].", "2023-W46-WE", "2023-11-18/2023-11-19"),
            Example("He quit in the last week of the race."),
            Example("He quit in [the current quarter].", "2023-Q4", "2023-10/2023-12"),
            Example("He quit [last year].", "XXXX", None, published=None),
        ),
    ),
    Rule(
        "latest-unit",
        "the",
        r"the (?:latest|most recent) (?P<one_unit>week|month|quarter|year)",
        lambda m, context: related(context, "last", m["one_unit"].lower()),
        (Example("It earned more in [the latest quarter].", "2023-Q3", "2023-07/2023-09"),),
    ),
    Rule(
        "for-the-unit",
        "for",
        r"for (?P<what>the (?P<one_unit>week|month|quarter|year))",
        _for_the_unit,
        (
            Example("For [the week], the index rose.", "2023-W46", "2023-11-13/2023-11-19"),
            Example("She paid the rent for the month before."),
        ),
    ),
    Rule(
        "unit-but-one",
        "the",
        r"the (?P<one_unit>week|weekend|month|year) (?P<way>before last|after next)",
        lambda m, context: containing(
            moved(
                context.day, 2 if m["way"].lower() == "after next" else -2, m["one_unit"].lower()
            ),
            m["one_unit"].lower(),
        ),
        (Example("[The week before last] it rained.", "2023-W44", "2023-10-30/2023-11-05"),),
    ),
    Rule(
        "the-weekend",
        "the",
        r"the weekend",
        lambda m, context: related(context, "this", "weekend"),
        (
            Example("Rain is forecast for [the weekend].", "2023-W46-WE", "2023-11-18/2023-11-19"),
            Example(
                "Rain fell over [the weekend].",
                "2023-W46-WE",
                "2023-11-18/2023-11-19",
                published="2023-11-20",
            ),
        ),
    ),
    Rule(
        "units-ago",
        "ABOUT NUMBER DIGITS SEVERAL",
        r"(?:{about} )?(?:{number}|{several})[ -]{unit}(?P<half> and a half)? "
        r"(?P<way>ago|back|from now|hence)(?: (?P<same>today|this (?P<within>week|month)))?",
        _ago,
        (
            Example("[Ten years ago today], it fell.", "2013-11-16", "2013-11-16"),
            Example("It opened [40 years ago this month].", "1983-11", "1983-11"),
            Example("They split [two years ago].", "2021", "2021"),
            Example("They split [three weeks ago].", "2023-W43", "2023-10-23/2023-10-29"),
            Example("They split [several years ago].", "PAST_REF", None),
            Example("They split [about 20 years ago].", "2003", "2003~"),
        ),
    ),
    Rule(
        "years-ago",
        "UNIT",
        r"{units} (?P<way>ago|earlier|later)",
        _ago,
        (Example("It closed [years ago].", "PAST_REF", None),),
    ),
    Rule(
        "earlier-this-unit",
        "earlier later",
        r"(?P<when>earlier|later) (?:this|in the|in the current|in this)"
        r" (?P<one_unit>week|month|quarter|year|decade|century)",
        _rest_of,
        (
            Example("[Earlier this year], the ministry fined it.", "2023", "2023-01/2023-11"),
            Example("It will close [later this month].", "2023-11", "2023-11-17/2023-11-30"),
            Example("It sank [earlier this week].", "2023-W46", "2023-11-13/2023-11-16"),
        ),
    ),
)
