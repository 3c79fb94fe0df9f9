"""Dates counted from the date told last: that day, the following month, two days later."""

from __future__ import annotations

import re
from dataclasses import replace

from dateline import edtf
from dateline.annotation.times.reckoning import at_part, containing, counted, moved, on_day
from dateline.annotation.times.rule import Anchor, Answer, Context, Example, Reading, Rule
from dateline.annotation.times.words import (
    CLOCK_UNITS,
    PARTS_OF_DAY,
    SIGN_OF,
    number_of,
    unit_of,
)

_FEW_DAYS = 4
_CLAUSE_ENDS = re.compile(r"$|[.,;:!?)\"'—–-]| (?:and|but|or|in|on|at|when|with|while)\b")


def _is_day(last: Anchor) -> bool:
    """Whether it is one day: "the same afternoon" is of no year told before."""
    span = edtf.parse(last.edtf)
    return span.earliest is not None and span.earliest == span.latest


def _is_about_a_day(last: Anchor) -> bool:
    """Whether it is a day or a few in a row: no day is counted from a week or a month."""
    span = edtf.parse(last.edtf)
    if span.earliest is None or span.latest is None:
        return False
    return (span.latest - span.earliest).days <= _FEW_DAYS


def _that_unit(m: re.Match[str], context: Context) -> Answer:
    last = context.last
    part = m.groupdict().get("part_of_day")
    if last is not None and not _is_day(last) and (part or m["one_unit"].lower() == "day"):
        return Reading("DATE", "XXXX-XX-XX")
    if last is None and m["rel"].lower().startswith("that"):
        unsure = "XXXX-XX-XX" if part or m["one_unit"].lower() == "day" else "PAST_REF"
        return Reading("DATE", unsure)
    if part:
        return at_part(context.base, PARTS_OF_DAY[part.lower()])
    unit = unit_of(m["one_unit"])
    return None if unit in CLOCK_UNITS else containing(context.base, unit)


def _next_unit(m: re.Match[str], context: Context) -> Answer:
    """In a tale of the past "the next day" counts on from the day told last."""
    rel = m["rel"].lower()
    forward = context.signs.direction == "future" and rel == "next"
    here = context.day if forward else context.base
    sign = SIGN_OF[rel]
    if part := m.groupdict().get("part_of_day"):
        return at_part(moved(here, sign, "day"), PARTS_OF_DAY[part.lower()])
    unit = unit_of(m["one_unit"])
    told = None if forward else context.last
    if unit == "day" and told is not None and not _is_about_a_day(told):
        return Reading("DATE", "XXXX-XX-XX")
    return containing(moved(here, sign, unit), unit)


def _later(m: re.Match[str], context: Context) -> Answer:
    """So many units earlier or later than the date told last."""
    way, unit = m["way"].lower(), unit_of(m["unit"])
    if way in ("before", "after", "prior") and not _CLAUSE_ENDS.match(context.after(12)):
        return None
    if way == "on" and (context.last is None or not context.after(1).startswith((",", "."))):
        return None
    if re.match(r" than\b", context.after(6)):
        return None
    words = (m["number"] or m["several"]).lower()
    count = 1.0 if words == "the" else number_of(words)
    sign = -1 if way in ("earlier", "before", "previously", "prior") else 1
    if count is None:
        return Reading("DATE", "PAST_REF" if sign < 0 else "FUTURE_REF")
    if unit in ("second", "quarter") and words in ("a", "an"):
        return None
    if unit == "day" and context.last is not None and not _is_about_a_day(context.last):
        return Reading("DATE", "XXXX-XX-XX")  # "last month ... the day before"
    if sign > 0 and context.last is None and context.signs.direction != "future":
        return replace(counted(context.day, count, unit), edtf=None)
    return counted(context.base, sign * count, unit)


def _later_that(m: re.Match[str], context: Context) -> Answer:
    part = m.groupdict().get("part_of_day")
    here = context.day if m["rel"].lower() == "the" else context.base
    last = context.last if m["rel"].lower() != "the" else None
    if last is not None and not _is_day(last) and (part or m["one_unit"].lower() == "day"):
        return Reading("DATE", "XXXX-XX-XX")
    if part:
        return at_part(here, PARTS_OF_DAY[part.lower()])
    unit = unit_of(m["one_unit"])
    if unit in CLOCK_UNITS:
        return None
    whole = containing(here, unit)
    if unit == "day" or whole.edtf is None:
        return on_day(here)
    span = edtf.parse(whole.edtf)
    ends = [span.earliest, here] if m["when"].lower() == "earlier" else [here, span.latest]
    return replace(whole, edtf=edtf.span_of([day for day in ends if day]))


def _then(m: re.Match[str], context: Context) -> Answer:
    last = context.last
    if last is None:
        return Reading("DATE", "PAST_REF", group="then")
    value = last.value if m["then"].lower() == "then" else "PAST_REF"
    return Reading("DATE", value, last.edtf, "then")


def _at_the_time(m: re.Match[str], context: Context) -> Answer:
    if not re.match(r"$|[.,;:!?)\"']", context.after(1)):
        return None
    return Reading("DATE", "PAST_REF", group="then")


def _same_period(m: re.Match[str], context: Context) -> Answer:
    """The same period a year before: as precise as the date told last."""
    last = context.last
    unit = m["unit_word"].lower()
    if m["year"]:
        return Reading("DATE", m["year"], m["year"])
    here = last.day if last else context.day
    before = moved(here, -1, "year")
    if unit == "period" and last and re.fullmatch(r"\d{4}-Q\d", last.value):
        return containing(before, "quarter")
    unit = {"period": "year", "time": "year", "point": "year"}.get(unit, unit)
    return containing(before, unit)


RULES = (
    Rule(
        "that-unit",
        "that the",
        r"(?P<rel>that(?: very| same)?|the (?:very )?same) (?:{one_unit}|{part_of_day})",
        _that_unit,
        (
            Example("He fell on May 3, 2020. [That day] he died.", "2020-05-03", "2020-05-03"),
            Example("It broke in 1998. [That year] he left.", "1998", "1998"),
            Example("She won on May 3, 2020 and [the same month] quit.", "2020-05", "2020-05"),
            Example("The plan is for 2030. They met [the same day].", "XXXX-XX-XX"),
        ),
    ),
    Rule(
        "next-unit-told",
        "the",
        r"the (?P<rel>next|following|previous|preceding|prior) (?:{part_of_day}|(?P<one_unit>day"
        r"|week|weekend|month|year))",
        _next_unit,
        (
            Example("It fell on May 3, 2020. [The next day] he left.", "2020-05-04", "2020-05-04"),
            Example("It fell in May 2020. [The following month] rose.", "2020-06", "2020-06"),
            Example("It fell in May 2020. [The next day] he left.", "XXXX-XX-XX"),
        ),
    ),
    Rule(
        "units-later",
        "ABOUT NUMBER DIGITS SEVERAL the",
        r"(?:{about} )?(?:(?P<number>the|{number:})|{several})[ -]{unit}"
        r" (?P<way>earlier|later|before|after|afterwards?|previously|prior|on)",
        _later,
        (
            Example("He fell on May 3, 2020. [Two days later] he died.", *["2020-05-05"] * 2),
            Example("In 2012 it lost. [A year earlier] it won.", "2011", "2011"),
            Example("[A year later] it closed.", "2024", None),
            Example("It struck in 2011. [Two years on], it hurts.", "2013", "2013"),
            Example("He left in May 2020. [The month before], he won.", "2020-04", "2020-04"),
            Example("He left in May 2020. [The day before], he won.", "XXXX-XX-XX"),
        ),
    ),
    Rule(
        "later-that-unit",
        "earlier later early late",
        r"(?P<when>earlier|later|early|late) (?:on |in |during )?(?P<rel>that|the same|the)"
        r" (?:same )?(?:{one_unit}|{part_of_day})",
        _later_that,
        (
            Example("He fell on May 3, 2020. [Later that day] he died.", *["2020-05-03"] * 2),
            Example(
                "He fell in May 2020 and died [later that year].", "2020", "2020-05-01/2020-12-31"
            ),
            Example("It rose [earlier in the day].", "2023-11-16", "2023-11-16"),
        ),
    ),
    Rule(
        "then",
        "since until till by back before from at around during",
        r"(?:since|until|till|by|back|before|from|at|around|during) (?P<then>then|that time)",
        _then,
        (
            Example("He won in 2019. At [that time] he was rich.", "PAST_REF", "2019"),
            Example("He won in 2019. Since [then] he has lost.", "2019", "2019/.."),
        ),
    ),
    Rule(
        "at-the-time",
        "at",
        r"at (?P<then>the time)",
        _at_the_time,
        (
            Example("It was a ruin at [the time].", "PAST_REF"),
            Example("It was a ruin at the time of the sale."),
        ),
    ),
    Rule(
        "same-period",
        "the",
        r"the same (?P<unit_word>period|quarter|month|week|day|time|point)(?: of| in)?"
        r" (?:(?:the )?(?:last|previous|prior) year|a year (?:earlier|ago|before)|{year})",
        _same_period,
        (
            Example("In May 2020 it rose from [the same month a year earlier].", *["2019-05"] * 2),
            Example("up from [the same period last year]", "2022", "2022"),
        ),
    ),
    Rule(
        "year-earlier",
        "the year",
        r"(?:the )?year-(?:earlier|ago)(?: (?P<unit_word>period|quarter|month))?(?P<year>(?!))?",
        lambda m, context: (
            _same_period(m, context)
            if m["unit_word"]
            else containing(moved(context.base, -1, "year"), "year")
        ),
        (Example("against [the year-earlier quarter]", "2022-Q4", "2022-10/2022-12"),),
    ),
)
