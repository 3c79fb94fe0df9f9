"""Stretches between two days or two months, and weeks named by a day."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import replace
from datetime import date, timedelta

from dateline import edtf
from dateline.annotation.times.reckoning import in_month, in_week, in_weekend, on_day, on_days
from dateline.annotation.times.rule import Answer, Context, Example, Reading, Rule
from dateline.annotation.times.rules.dates import day_of
from dateline.annotation.times.rules.years import year_of
from dateline.annotation.times.stages import narrowed
from dateline.annotation.times.words import STAGES, month_of, ordinal_of, weekday_of
from dateline.annotation.times.years_near import near_day, near_month

_LAST = -1


def _day_range(m: re.Match[str], context: Context) -> Answer:
    month, first, last = month_of(m["month"]), day_of(m["day"]), day_of(m["day2"])
    month2 = month_of(m["month2"]) if m.groupdict().get("month2") else month
    if (month2, last) <= (month, first) and not m["year"] and month2 == month:
        return None
    if m["year"]:
        year2 = year_of(m["year"])
        year = year2 - (month2 < month)
        return replace(on_days(date(year, month, first), date(year2, month2, last)), closed=True)
    begin = near_day(context, month, first)
    end = date(begin.year + (month2 < month), month2, last)
    return replace(on_days(begin, end), closed=True)


def _from_day_to_day(m: re.Match[str], context: Context) -> Answer:
    """Two dates, each of which tells of the whole time between them."""
    whole = _day_range(m, context)
    if not isinstance(whole, Reading) or whole.edtf is None:
        return None
    first, last = whole.edtf.split("/")
    return (
        Reading("DATE", first, whole.edtf, "begin", closed=True),
        Reading("DATE", last, whole.edtf, "finish", closed=True),
    )


def _month_range(m: re.Match[str], context: Context) -> Answer:
    first, last = month_of(m["month"]), month_of(m["month2"])
    year2 = year_of(m["year"]) if m["year"] else near_month(context, last)
    year = year_of(m["year1"]) if m["year1"] else year2 - (last < first)
    one, two = in_month(year, first), in_month(year2, last)
    whole = edtf.interval(one.value, two.value)
    return (
        Reading("DATE", one.value, whole, "begin", closed=True),
        Reading("DATE", two.value, whole, "finish", closed=True),
    )


def _stage_range(m: re.Match[str], context: Context) -> Answer:
    """From a part of one month to another month or a part of it."""
    first, last = month_of(m["month"]), month_of(m["month2"])
    year = near_month(context, first)
    year2 = int(m["year"]) if m["year"] else year + (last < first)
    year = year2 - (last < first)
    one, two = (
        narrowed(in_month(when, month), STAGES[stage.lower()]) if stage else in_month(when, month)
        for when, month, stage in ((year, first, m["stage"]), (year2, last, m["stage2"]))
    )
    begin, end = edtf.parse(one.edtf or "").earliest, edtf.parse(two.edtf or "").latest
    if begin is None or end is None:
        return None
    whole = edtf.span_of([begin, end])
    return (
        replace(one, edtf=whole, group="begin", closed=True),
        replace(two, edtf=whole, group="finish", closed=True),
    )


def _week_of(m: re.Match[str], context: Context) -> Answer:
    month, day = month_of(m["month"]), day_of(m["day"])
    return in_week(date(int(m["year"]), month, day) if m["year"] else near_day(context, month, day))


def _nth_of_month(m: re.Match[str], context: Context) -> Answer:
    """The nth weekday, week, weekend or day of a month."""
    month = month_of(m["month"])
    year = int(m["year"]) if m["year"] else near_month(context, month)
    number = _LAST if m["nth"].lower() in ("last", "final") else ordinal_of(m["nth"])
    first, last = date(year, month, 1), date(year, month, monthrange(year, month)[1])
    if number is None or (number != _LAST and number > 5):
        return None
    if m["weekday"] or m["what"].lower() == "weekend":
        weekday = weekday_of(m["weekday"]) if m["weekday"] else 5
        begin = first + timedelta((weekday - first.weekday()) % 7)
        day = begin + timedelta(7 * (number - 1))
        if number == _LAST:
            day = last - timedelta((last.weekday() - weekday) % 7)
        return on_day(day) if m["weekday"] else in_weekend(day)
    if m["what"].lower() == "day":
        return on_day(last if number == _LAST else first + timedelta(number - 1))
    begin = last - timedelta(6) if number == _LAST else first + timedelta(7 * (number - 1))
    end = min(begin + timedelta(6), last)
    return Reading("DATE", in_week(begin + timedelta(3)).value, edtf.span_of([begin, end]))


RULES = (
    Rule(
        "nth-of-month",
        "the",
        r"the (?P<nth>first|second|third|fourth|fifth|last|final|1st|2nd|3rd|4th)"
        r" (?:{weekday}|(?P<what>week|weekend|day))(?: of| in) {month}(?:(?:{,}| of ){year})?",
        _nth_of_month,
        (
            Example("It is on [the second Tuesday of November 2020].", *["2020-11-10"] * 2),
            Example("It fell in [the last week of May].", "2023-W21", "2023-05-25/2023-05-31"),
            Example("It fell on [the first day of March].", "2023-03-01", "2023-03-01"),
        ),
    ),
    Rule(
        "day-range",
        "MONTH",
        r"{month} {day} ?(?:-|–|—|and|&) ?(?:{month:month2} )?{day:day2}(?:{,}{year})?",
        _day_range,
        (
            Example(
                "The summit of [May 19-21, 2023] ended.",
                *["2023-05-19/2023-05-21"] * 2,
            ),
            Example("It will run [Dec. 30-Jan. 2].", *["2023-12-30/2024-01-02"] * 2),
        ),
    ),
    Rule(
        "day-range-british",
        "DIGITS2",
        r"{day} ?(?:-|–|—|and|&|to) ?{day:day2} {month}(?:{,}{year})?",
        _day_range,
        (Example("Held from [19-21 May 2023] there.", *["2023-05-19/2023-05-21"] * 2),),
    ),
    Rule(
        "from-day-to-day",
        "from between MONTH",
        r"(?:(?:from|between) )?(?P<begin>{month} {day}) (?:to|until|through|till|and) "
        r"(?P<finish>(?:{month:month2} )?{day:day2}(?:{,}{year})?)",
        _from_day_to_day,
        (
            Example(
                "The fair ran from [October 28] to November 2.",
                "2023-10-28",
                "2023-10-28/2023-11-02",
            ),
        ),
    ),
    Rule(
        "month-range",
        "from between MONTH",
        r"(?:(?:from|between) )?(?P<begin>{month}(?: {year:year1})?)"
        r" ?(?:to|until|through|and|-|–) ?"
        r"(?P<finish>{month:month2}(?: {year})?)",
        _month_range,
        (Example("Prices fell from [March] to May 2010.", "2010-03", "2010-03/2010-05"),),
    ),
    Rule(
        "stage-range",
        "from STAGE",
        r"(?:from )?(?P<begin>{stage}[ -]{month}) (?:to|until|through)"
        r" (?P<finish>(?:{stage:stage2}[ -])?{month:month2}(?: {year})?)",
        _stage_range,
        (
            Example(
                "It rained from [late September] to early October.",
                "2023-09",
                "2023-09-21/2023-10-10",
            ),
        ),
    ),
    Rule(
        "iso-week",
        "DIGITS4",
        r"{year}-W(?P<week>[0-5][0-9])",
        lambda m, context: in_week(date.fromisocalendar(int(m["year"]), int(m["week"]), 1)),
        (Example("It was [2015-W03] in the log.", "2015-W03", "2015-01-12/2015-01-18"),),
    ),
    Rule(
        "week-of",
        "the",
        r"the week (?:of|starting|beginning|ending)(?: on)? (?:{weekday}{,})?"
        r"{month} {day}(?:{,}{year})?",
        _week_of,
        (Example("In [the week of Nov. 6] it rained.", "2023-W45", "2023-11-06/2023-11-12"),),
    ),
)
