"""Clock times and parts of the day on their own."""

from __future__ import annotations

import re
from datetime import date, timedelta

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

_GOES_ON = re.compile(r",? (?:in|on|at|near|into|across|after|between|as|from|when|while)\b")
_OF_LATE = 3
"""Days before the report."""
_NO_NIGHT = re.compile(r"\b(?:an|the) $", re.IGNORECASE)


def _day_of_clock(context: Context) -> Reading:
    """The day told in the same sentence, or of late in the one the tale goes on from; else today.

    "It sank on Tuesday. At 18:00 it had left port."
    """
    last = context.last
    if last and len(last.edtf) >= len("2023-11-16"):
        ago = (context.day - last.day).days
        one_day = "/" not in last.edtf and 0 <= ago <= _OF_LATE
        goes_on = one_day and context.signs.direction != "future"
        if last.end > context.sentence[0] or goes_on:
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
    part = PARTS_OF_DAY[m["part_of_day"].lower()]
    last = context.last
    after_night = part == "MO" and last is not None and last.value.endswith("TNI")
    return at_part(_day(context) + timedelta(after_night), part)


def _day(context: Context) -> date:
    last = context.last
    if last and last.end > context.sentence[0] and len(last.edtf) == 10:
        return last.day
    return context.day


def _part_of_date(m: re.Match[str], context: Context) -> Answer:
    part = PARTS_OF_DAY[m["part_of_day"].lower()]
    month = month_of(m["month"] or m["month_after"])
    number = day_of(m["day"] or m["day_first"])
    day = date(int(m["year"]), month, number) if m["year"] else near_day(context, month, number)
    return at_part(day, part)


def _overnight(m: re.Match[str], context: Context) -> Answer:
    """The night that ends with the report's day; "rich overnight" and "an overnight train" none."""
    begins = m.start() == context.sentence[0]
    if not (begins or _GOES_ON.match(context.after(12))) or _NO_NIGHT.search(context.before(4)):
        return None
    ahead = 0 if context.signs.direction == "future" else 1
    return at_part(_day(context) - timedelta(ahead), "NI")


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
            Example(
                "It sank on Tuesday. It had left port at [18:00].",
                "2023-11-14T18:00",
                "2023-11-14T18:00:00",
            ),
            Example(
                "It sank on Tuesday. A mass will be held at [18:00].",
                "2023-11-16T18:00",
                "2023-11-16T18:00:00",
            ),
            Example("They won 3:15 of them."),
        ),
    ),
    Rule(
        "part-of-day",
        "the",
        r"the (?:early |late )?(?P<part_of_day>morning|afternoon|evening)(?: hours)?",
        _the_part,
        (
            Example("It sank in [the evening].", "2023-11-16TEV", "2023-11-16"),
            Example(
                "He slept Tuesday night and left in [the morning].", "2023-11-15TMO", "2023-11-15"
            ),
        ),
    ),
    Rule(
        "overnight",
        "overnight",
        r"overnight",
        _overnight,
        (
            Example("[Overnight], the river rose.", "2023-11-15TNI", "2023-11-15"),
            Example("It shelled the port [overnight] in two waves.", "2023-11-15TNI", "2023-11-15"),
            Example("She will stay [overnight] in Rome.", "2023-11-16TNI", "2023-11-16"),
            Example("He became famous overnight."),
            Example("It was an overnight success."),
        ),
    ),
    Rule(
        "part-of-date",
        "the early late",
        r"(?:(?:early|late) (?:in|on) )?the (?:early |late )?{part_of_day} of"
        r" (?:{month} {day}(?: ?[-–] ?{day:until})?|{day:day_first}(?: of)? {month:month_after})"
        r"(?:{,}{year})?",
        _part_of_date,
        (
            Example("It sank on [the night of April 14, 1912].", "1912-04-14TNI", "1912-04-14"),
            Example("It sank on [the morning of 3 May 1912].", "1912-05-03TMO", "1912-05-03"),
        ),
    ),
)
