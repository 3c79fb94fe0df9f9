"""Times that come back: every week, annually, twice a month, on Mondays."""

from __future__ import annotations

import re

from dateline.annotation.times.reckoning import duration
from dateline.annotation.times.rule import Answer, Context, Example, Reading, Rule
from dateline.annotation.times.words import (
    CLOCK_UNITS,
    PARTS_OF_DAY,
    SEASONS,
    SMALL_NUMBERS,
    TENS,
    month_of,
    number_of,
    ordinal_of,
    unit_of,
    weekday_of,
)

_ADVERBS = {
    "hourly": "PT1H",
    "daily": "P1D",
    "nightly": "P1D",
    "weekly": "P1W",
    "biweekly": "P2W",
    "fortnightly": "P2W",
    "monthly": "P1M",
    "bimonthly": "P2M",
    "quarterly": "P3M",
    "semiannual": "P6M",
    "biannual": "P6M",
    "yearly": "P1Y",
    "annual": "P1Y",
    "annually": "P1Y",
    "biennial": "P2Y",
    "biennially": "P2Y",
}
_COUNT_WORDS = (
    r"(?:[0-9%]|\b(?:percent|per cent|hundred|thousand|million|billion|trillion|dozen|once|twice"
    rf"|thrice|several|many|few|more|some|{'|'.join([*SMALL_NUMBERS, *TENS])}))"
)
_AMOUNT = re.compile(rf"{_COUNT_WORDS}(?: [a-z-]{{2,15}}){{0,3}} $", re.IGNORECASE)
_GOVERNS = re.compile(
    r"\b(?:for|in|within|after|over|than|about|nearly|almost|only|just|is|was|were|are|took|takes"
    r"|take|taken|lasted|lasts|spent|spend|spends|last|by|of|during|until|every|half|once|and|or|to"
    r"|at|with|be|been|not|wait|waited) $",
    re.IGNORECASE,
)
_DEFINED = re.compile(r" (?:of|when|that)\b")
_SPEED = re.compile(r"\b(?:miles?|kilomet\w{2,3}|km|knots?|feet|met(?:er|re)s?) $", re.IGNORECASE)


def _every(m: re.Match[str], context: Context) -> Answer:
    groups = m.groupdict()
    if groups["weekday"]:
        return Reading("SET", f"XXXX-WXX-{weekday_of(groups['weekday']) + 1}")
    if groups["part_of_day"]:
        return Reading("SET", f"XXXX-XX-XXT{PARTS_OF_DAY[groups['part_of_day'].lower()]}")
    if groups["season"]:
        return Reading("SET", f"XXXX-{SEASONS[groups['season'].lower()]}")
    if groups["month"]:
        return Reading("SET", f"XXXX-{month_of(groups['month']):02}")
    count: float | None = 1.0
    if groups["number"]:
        count = number_of(groups["number"])
    elif groups["step"]:
        step = groups["step"].lower()
        count = {"other": 2.0, "few": None}.get(step, float(ordinal_of(step) or 1))
    return Reading("SET", duration(count, unit_of(groups["unit"])))


def _rate(m: re.Match[str], context: Context) -> Answer:
    """A rate where an amount stands before: "15 a year"; "took a year" is a duration instead."""
    unit = unit_of(m["one_unit"])
    before = context.before(48)
    if unit in CLOCK_UNITS and _SPEED.search(before):
        return ()
    if _DEFINED.match(context.after(6)):
        return None
    amount = _AMOUNT.search(before)
    if amount is None or unit in ("night", "weekend") or _GOVERNS.search(before):
        return None
    return Reading("SET", duration(1, unit))


def _times_a(m: re.Match[str], context: Context) -> Answer:
    return Reading("SET", duration(1, unit_of(m["one_unit"])))


def _adverb(m: re.Match[str], context: Context) -> Answer:
    word = m["word"]
    if context.capital(m.start("word")) and (
        re.match(r" [A-Z]", context.after(4)) or re.search(r"[A-Za-z] $", context.before(3))
    ):
        return ()
    return Reading("SET", _ADVERBS[word.lower()])


def _weekdays(m: re.Match[str], context: Context) -> Answer:
    word, of_day = m["weekday"] or m["one"], m["part_of_day"] or m["part"]
    if word:
        part = f"T{PARTS_OF_DAY[of_day.lower()]}" if of_day else ""
        return Reading("SET", f"XXXX-WXX-{weekday_of(word) + 1}{part}")
    return Reading("SET", "XXXX-WXX-WE" if m["word"].lower() == "weekends" else "XXXX-WXX-XX")


RULES = (
    Rule(
        "every",
        "every each",
        r"(?:every|each)(?: (?:single |(?P<step>other|few|second|third|fourth|fifth|sixth|tenth) "
        r"|{number} )| )(?:{unit}|{weekday}|{part_of_day}|{season}|{month})",
        _every,
        (
            Example("They meet [every two years].", "P2Y"),
            Example("They meet [every Monday].", "XXXX-WXX-1"),
            Example("They meet [every other week].", "P2W"),
            Example("[Each summer] it dries.", "XXXX-SU"),
        ),
    ),
    Rule(
        "times-a-unit",
        "once twice thrice NUMBER DIGITS SEVERAL",
        r"(?:once|twice|thrice|(?:{number}|{several}) times) (?:an?|per|each|every) {one_unit}",
        _times_a,
        (
            Example("They train [twice a week].", "P1W"),
            Example("It rings [three times a day].", "P1D"),
        ),
    ),
    Rule(
        "rate",
        "a an per",
        r"(?:an?|per) {one_unit}",
        _rate,
        (
            Example("at a rate of 15 [a year]", "P1Y"),
            Example("some 2,000 visitors [a day]", "P1D"),
            Example("It costs $3 million [a month].", "P1M"),
            Example("It saves $40 million in fuel [a year].", "P1Y"),
            Example("Output rose from two [a month] to ten.", "P1M"),
            Example("It moved at 60 miles an hour."),
            Example("He waited for a year."),
        ),
    ),
    Rule(
        "periodic",
        " ".join(_ADVERBS),
        rf"(?P<word>{'|'.join(_ADVERBS)})",
        _adverb,
        (
            Example("at the [annual] conference", "P1Y"),
            Example("It is printed [daily].", "P1D"),
            Example("The Daily Planet said so."),
        ),
    ),
    Rule(
        "per-annum",
        "per",
        r"per annum",
        lambda m, context: Reading("SET", "P1Y"),
        (Example("three percent [per annum]", "P1Y"),),
    ),
    Rule(
        "on-weekdays",
        "mondays tuesdays wednesdays thursdays fridays saturdays sundays weekends weekdays WEEKDAY",
        r"(?:{weekday}s(?: {part_of_day}s?)?|{weekday:one} {part_of_day:part}s"
        r"|(?P<word>weekends|weekdays))",
        _weekdays,
        (
            Example("It closes on [Sundays].", "XXXX-WXX-7"),
            Example("It rains on [weekends].", "XXXX-WXX-WE"),
            Example("He runs on [Monday mornings].", "XXXX-WXX-1TMO"),
        ),
    ),
)
