"""Days of the week, with and without "last", "next" and a time of day."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from dateline import edtf
from dateline.annotation.times.clock import clock_reading
from dateline.annotation.times.reckoning import at_part, on_day
from dateline.annotation.times.rule import Answer, Context, Example, Reading, Rule
from dateline.annotation.times.words import PARTS_OF_DAY, weekday_of

_NEWSPAPER = re.compile(
    r" (?-i:Times|Telegraph|Mail|Mirror|Express|Herald|Star|Independent|Night Football|Night Live"
    r"|Sun|Post|People|Business|Sport|World)\b"
)


_ANY = re.compile(r"\b(?:a|any|one) $", re.IGNORECASE)
_JOINED = re.compile(r"\b(?:and|or|to|into|through|until)(?: early| late| on)? $", re.IGNORECASE)


def nearest(context: Context, weekday: int) -> date:
    """The day of that name the clause means: the latest one up to today, unless it is to come."""
    here = context.day
    if context.signs.direction == "future":
        last = context.last if _JOINED.search(context.before(40)) else None
        if last and last.end > context.sentence[0] and last.day > here:
            here = last.day
        context.counted_from = None
        return here + timedelta((weekday - here.weekday()) % 7)
    return here - timedelta((here.weekday() - weekday) % 7)


def _relative(context: Context, rel: str, weekday: int) -> date:
    if rel in ("following", "previous", "that"):
        base = context.base
        ahead = (weekday - base.weekday() - 1) % 7 + 1
        return base + timedelta(ahead if rel == "following" else (ahead % 7) - 7)
    here = context.day
    ago = (here.weekday() - weekday - 1) % 7 + 1
    if rel in ("last", "this past", "past"):
        return here - timedelta(ago)
    if rel in ("next", "this coming", "coming"):
        return here + timedelta((weekday - here.weekday() - 1) % 7 + 1)
    if context.signs.direction == "past":
        return here - timedelta(ago % 7)
    return here + timedelta((weekday - here.weekday()) % 7)


def _weekday(m: re.Match[str], context: Context) -> Answer:
    if _NEWSPAPER.match(context.after(16)):
        return ()
    weekday, groups = weekday_of(m["weekday"]), m.groupdict()
    rel = " ".join(groups["rel"].lower().replace("the ", "").split()) if groups["rel"] else ""
    day = _relative(context, rel, weekday) if rel else nearest(context, weekday)
    timeless = f"XXXX-WXX-{weekday + 1}"
    some = _ANY.search(context.before(6)) and not context.signs.modifies
    if some and not rel and not groups["part_of_day"]:
        return Reading("DATE", timeless)
    reading = replace(on_day(day), timeless=timeless)
    if clock := groups["clock"] or groups["clock2"]:
        return clock_reading(reading, clock, groups["zone"] or groups["zone2"]) or reading
    if groups["part_of_day"]:
        part = PARTS_OF_DAY[groups["part_of_day"].lower()]
        return replace(at_part(day, part), timeless=f"{timeless}T{part}")
    return reading


def _part_of_weekday(m: re.Match[str], context: Context) -> Answer:
    """A part of a day that names the day behind it: "the early hours of Saturday"."""
    weekday, rel = weekday_of(m["weekday"]), " ".join((m["rel"] or "").lower().split())
    day = _relative(context, rel, weekday) if rel else nearest(context, weekday)
    part = PARTS_OF_DAY[m["part_of_day"].lower()] if m["part_of_day"] else "MO"
    return replace(at_part(day, part), timeless=f"XXXX-WXX-{weekday + 1}T{part}")


def _from_to(m: re.Match[str], context: Context) -> Answer:
    """Two days, each of which tells of the whole time between them."""
    if " and " in m.group() and not m.group().lower().startswith("between"):
        return None
    first = nearest(context, weekday_of(m["begin"]))
    last = first + timedelta((weekday_of(m["finish"]) - first.weekday()) % 7)
    whole = edtf.span_of([first, last])
    return (
        Reading("DATE", first.isoformat(), whole, "begin", closed=True),
        Reading("DATE", last.isoformat(), whole, "finish", closed=True),
    )


RULES = (
    Rule(
        "from-weekday-to-weekday",
        "from between WEEKDAY",
        r"(?:(?:from|between) )?{weekday:begin}"
        r"(?: (?:to|until|till|through|and) | ?[-–] ?){weekday:finish}",
        _from_to,
        (
            Example(
                "He will visit from [Sunday] to Tuesday.", "2023-11-19", "2023-11-19/2023-11-21"
            ),
            Example(
                "It will be shut [Sunday] through Tuesday.", "2023-11-19", "2023-11-19/2023-11-21"
            ),
        ),
    ),
    Rule(
        "part-of-weekday",
        "the",
        r"the (?:(?:early |late )?{part_of_day}|(?:early|small|pre-?dawn) hours)"
        r" of (?:(?P<rel>this past|last|next|this) )?{weekday}(?: morning)?",
        _part_of_weekday,
        (
            Example("It sank in [the early hours of Sunday].", "2023-11-12TMO", "2023-11-12"),
            Example("He fell on [the evening of last Monday].", "2023-11-13TEV", "2023-11-13"),
        ),
    ),
    Rule(
        "weekday",
        "WEEKDAY REL early late earlier later the CLOCK",
        r"(?:{clock}(?: ?{zone})?,?(?: on)? )?"
        r"(?:(?:early|late|earlier|later)(?: on)? )?"
        r"(?:(?P<rel>this past|this coming|last|next|this|past|coming|the following"
        r"|the previous) )?"
        r"{weekday}(?: (?:early |late |mid-?)?{part_of_day})?"
        r"(?:(?:,| at|, at)? {clock:clock2}(?: ?{zone:zone2})?)?",
        _weekday,
        (
            Example("Both agreed [Monday] to talk.", "2023-11-13", "2023-11-13"),
            Example("They are scheduled to speak on [Monday].", "2023-11-20", "2023-11-20"),
            Example("Ahead of a summit on [Friday], they met.", "2023-11-17", "2023-11-17"),
            Example("He said [last Thursday] that it ended.", "2023-11-09", "2023-11-09"),
            Example("It starts [next Monday].", "2023-11-20", "2023-11-20"),
            Example("She flew out [Tuesday morning].", "2023-11-14TMO", "2023-11-14"),
            Example("It ended at [8 p.m. Wednesday].", "2023-11-15T20:00", "2023-11-15T20:00:00"),
            Example("It was on a [Tuesday].", "XXXX-WXX-2", None),
            Example("It was said at a [Tuesday] briefing.", "2023-11-14", "2023-11-14"),
            Example("It will hit Wednesday or [Thursday].", "2023-11-23", "2023-11-23"),
            Example(
                "It will rain Wednesday night into [Thursday morning].",
                "2023-11-23TMO",
                "2023-11-23",
            ),
            Example(
                "It hit at [11 p.m. on Tuesday night].", "2023-11-14T23:00", "2023-11-14T23:00:00"
            ),
            Example("They met on [Friday].", "XXXX-WXX-5", None, published=None),
            Example(
                "They met on [Friday].",
                "2024-09-XX",
                "[2024-09-06,2024-09-13,2024-09-20]",
                published="[2024-09-06,2024-09-13,2024-09-20]",
            ),
            Example("She told the Sunday Times so."),
        ),
    ),
)
