"""Clock times and parts of the day on their own."""

from __future__ import annotations

import re
from datetime import date

from dateline.annotation.times.clock import clock_reading
from dateline.annotation.times.reckoning import at_part, on_day
from dateline.annotation.times.rule import Answer, Context, Example, Reading, Rule
from dateline.annotation.times.rules.dates import day_of
from dateline.annotation.times.words import PARTS_OF_DAY, month_of
from dateline.annotation.times.years_near import near_day

_AT = re.compile(
    r"\b(?:at|by|until|till|from|around|about|before|after|to|between|since|and|approximately) $",
    re.IGNORECASE,
)


def _day_of_clock(context: Context) -> Reading:
    """The day told in the same sentence, else that of the report."""
    last = context.last
    if last and last.end > context.sentence[0] and len(last.edtf) >= 10:
        return on_day(last.day)
    context.counted_from = None
    return on_day(context.day)


def _clock(m: re.Match[str], context: Context) -> Answer:
    bare = not re.search(r"[a-z]", m["clock"], re.IGNORECASE) and not m["zone"]
    if bare and ("." in m["clock"] or not _AT.search(context.before(16))):
        return None
    if bare and re.match(r"[,.]?[0-9]| (?:loss|win|victory|defeat|lead|a\.)", context.after(10)):
        return None
    return clock_reading(_day_of_clock(context), m["clock"], m["zone"])


def _the_part(m: re.Match[str], context: Context) -> Answer:
    if not re.search(r"\b(?:in|during|throughout|late|early|by|until) $", context.before(12), re.I):
        return None
    return at_part(_day(context), PARTS_OF_DAY[m["part_of_day"].lower()])


def _day(context: Context) -> date:
    last = context.last
    if last and last.end > context.sentence[0] and len(last.edtf) == 10:
        return last.day
    return context.day


def _part_of_date(m: re.Match[str], context: Context) -> Answer:
    part = PARTS_OF_DAY[m["part_of_day"].lower()]
    if m["year"]:
        day = date(int(m["year"]), month_of(m["month"]), day_of(m["day"]))
    else:
        day = near_day(context, month_of(m["month"]), day_of(m["day"]))
    return at_part(day, part)


RULES = (
    Rule(
        "clock",
        "CLOCK",
        r"{clock}(?: ?{zone})?(?: in the {part_of_day})?",
        _clock,
        (
            Example(
                "It left at [6:40 p.m. (GMT +8)] for home.",
                "2023-11-16T18:40",
                "2023-11-16T18:40:00+08:00",
            ),
            Example(
                "On Tuesday it took off at [18:00 UTC].",
                "2023-11-14T18:00Z",
                "2023-11-14T18:00:00Z",
            ),
            Example("They won 3:15 of them."),
        ),
    ),
    Rule(
        "part-of-day",
        "the",
        r"the (?:early |late )?(?P<part_of_day>morning|afternoon|evening)(?: hours)?",
        _the_part,
        (Example("It sank in [the evening].", "2023-11-16TEV", "2023-11-16"),),
    ),
    Rule(
        "part-of-date",
        "the early late",
        r"(?:(?:early|late) (?:in|on) )?the (?:early |late )?{part_of_day} of {month} {day}"
        r"(?: ?[-–] ?{day:until})?(?:{,}{year})?",
        _part_of_date,
        (Example("It sank on [the night of April 14, 1912].", "1912-04-14TNI", "1912-04-14"),),
    ),
)
