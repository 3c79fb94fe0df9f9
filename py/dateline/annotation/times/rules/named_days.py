"""Holidays and other days that have a name."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from dateline.annotation.times.clock import clock_reading
from dateline.annotation.times.reckoning import on_day
from dateline.annotation.times.rule import Answer, Context, Example, Reading, Rule
from dateline.annotation.times.years_near import SOON


def _fixed(month: int, day: int) -> Callable[[int], date]:
    return lambda year: date(year, month, day)


def _nth(month: int, weekday: int, number: int, after: int = 0) -> Callable[[int], date]:
    """The nth such weekday of a month (-1: the last one), and so many days after it."""

    def day(year: int) -> date:
        if number > 0:
            first = date(year, month, 1)
            ahead = (weekday - first.weekday()) % 7 + 7 * (number - 1)
            return first + timedelta(ahead + after)
        last = date(year, month + 1, 1) - timedelta(1)
        return last - timedelta((last.weekday() - weekday) % 7 - after)

    return day


def _easter(offset: int) -> Callable[[int], date]:
    """Days after Easter Sunday, by the anonymous Gregorian computus (Meeus, ch. 8)."""

    def day(year: int) -> date:
        a, (b, c) = year % 19, divmod(year, 100)
        d, e = divmod(b, 4)
        g = (8 * b + 13) // 25
        h = (19 * a + b - d - g + 15) % 30
        i, k = divmod(c, 4)
        m = (32 + 2 * e + 2 * i - h - k) % 7
        n = (a + 11 * h + 19 * m) // 433
        month = (h + m - 7 * n + 90) // 25
        return date(year, month, (h + m - 7 * n + 33 * month + 19) % 32) + timedelta(offset)

    return day


MONDAY, TUESDAY, THURSDAY, SUNDAY = 0, 1, 3, 6
NAMED_DAYS: dict[str, Callable[[int], date]] = {
    "new year's day": _fixed(1, 1),
    "martin luther king day": _nth(1, MONDAY, 3),
    "martin luther king jr. day": _nth(1, MONDAY, 3),
    "groundhog day": _fixed(2, 2),
    "valentine's day": _fixed(2, 14),
    "presidents day": _nth(2, MONDAY, 3),
    "presidents' day": _nth(2, MONDAY, 3),
    "ash wednesday": _easter(-46),
    "international women's day": _fixed(3, 8),
    "st. patrick's day": _fixed(3, 17),
    "st patrick's day": _fixed(3, 17),
    "april fools' day": _fixed(4, 1),
    "april fool's day": _fixed(4, 1),
    "palm sunday": _easter(-7),
    "maundy thursday": _easter(-3),
    "good friday": _easter(-2),
    "holy saturday": _easter(-1),
    "easter": _easter(0),
    "easter sunday": _easter(0),
    "easter monday": _easter(1),
    "earth day": _fixed(4, 22),
    "anzac day": _fixed(4, 25),
    "may day": _fixed(5, 1),
    "ascension day": _easter(39),
    "pentecost": _easter(49),
    "memorial day": _nth(5, MONDAY, -1),
    "juneteenth": _fixed(6, 19),
    "fourth of july": _fixed(7, 4),
    "bastille day": _fixed(7, 14),
    "labor day": _nth(9, MONDAY, 1),
    "columbus day": _nth(10, MONDAY, 2),
    "halloween": _fixed(10, 31),
    "all saints' day": _fixed(11, 1),
    "election day": _nth(11, MONDAY, 1, after=1),
    "armistice day": _fixed(11, 11),
    "veterans day": _fixed(11, 11),
    "thanksgiving": _nth(11, THURSDAY, 4),
    "thanksgiving day": _nth(11, THURSDAY, 4),
    "black friday": _nth(11, THURSDAY, 4, after=1),
    "cyber monday": _nth(11, THURSDAY, 4, after=4),
    "christmas eve": _fixed(12, 24),
    "christmas": _fixed(12, 25),
    "christmas day": _fixed(12, 25),
    "boxing day": _fixed(12, 26),
    "new year's eve": _fixed(12, 31),
}
"""Day of a year by name. Days that several countries keep on different dates are left out."""

_NAMES = "|".join(
    re.escape(name).replace(r"\ ", " ")
    for name in sorted(NAMED_DAYS, key=lambda name: (-len(name), name))
)


_NAMESAKE = re.compile(r" (?:Island|Carol|Card|Rising)\b", re.IGNORECASE)
_LIMIT = re.compile(r"\b(?:by|before|until|till) $", re.IGNORECASE)
_AROUND = re.compile(
    r" (?:seasons?|periods?|sales|shopping|shoppers|holidays?|break|rush|trading|spending"
    r"|time|week)\b"
)
"""What makes a named day stand for the days around it: "Christmas sales"."""


def _named(m: re.Match[str], context: Context) -> Answer:
    if not context.capital(m.start("name")) or _NAMESAKE.match(context.after(10)):
        return None
    if _AROUND.match(context.after(12)) and not m["year"]:
        return Reading("DURATION", "PXD")
    day = on_day(_day_of(m, context))
    return (clock_reading(day, m["clock"], m["zone"]) or day) if m["clock"] else day


def _new_year(m: re.Match[str], context: Context) -> Answer:
    """The first of January, where a limit stands before it: "by New Year"."""
    if not context.capital(m.start("name")) or not _LIMIT.search(context.before(12)):
        return None
    return on_day(date(context.day.year + 1, 1, 1))


def _day_of(m: re.Match[str], context: Context) -> date:
    day = NAMED_DAYS[" ".join(m["name"].lower().split())]
    if m["year"]:
        return day(int(m["year"]))
    here = context.day
    rel = (m["rel"] or "").lower()
    around = [day(here.year + n) for n in (-1, 0, 1)]
    if rel in ("last", "this past"):
        return max(choice for choice in around if choice < here)
    if rel in ("next", "this coming"):
        return min(choice for choice in around if choice > here)
    if rel == "this":
        return around[1]
    return _meant(context, around)


def _meant(context: Context, around: list[date]) -> date:
    past = max(choice for choice in around if choice <= context.day)
    future = min(choice for choice in around if choice >= context.day)
    if context.signs.direction == "future":
        return future
    ahead = (future - context.day).days
    return future if ahead <= SOON and context.signs.direction != "past" else past


RULES = (
    Rule(
        "nine-eleven",
        "DIGITS2 MONTH",
        r"(?:9/11(?! of )|Sept(?:ember|\.)? 11(?:th)?(?= (?:terror|attack|hijack|al-qaeda)))",
        lambda m, context: on_day(date(2001, 9, 11)),
        (
            Example("Security grew after [9/11].", "2001-09-11", "2001-09-12/.."),
            Example("It failed before the [Sept. 11] attacks.", "2001-09-11", "2001-09-11"),
        ),
    ),
    Rule(
        "new-year",
        "new the",
        r"(?:the )?(?P<name>new year)(?!(?:'s| (?:eve|day|honours?|resolution))\b)",
        _new_year,
        (
            Example("It will open by [New Year].", "2024-01-01", "../2024-01-01"),
            Example("It will open before [the New Year].", "2024-01-01", "../2023-12-31"),
            Example("They wished him a happy New Year."),
        ),
    ),
    Rule(
        "named-day",
        " ".join(sorted({re.split(r"[ ']", name)[0].strip(".") for name in NAMED_DAYS}))
        + " last this next CLOCK",
        r"(?:{clock}(?: ?{zone})?,?(?: on)? )?"
        rf"(?:(?P<rel>this past|this coming|last|this|next) )?(?P<name>{_NAMES})(?:(?:{{,}}| of )"
        r"{year})?",
        _named,
        (
            Example("They met on [Christmas Eve].", "2022-12-24", "2022-12-24"),
            Example("Talks will end by [Easter].", "2024-03-31", "../2024-03-31"),
            Example("It closed at [noon on Labor Day].", "2023-09-04T12:00", "2023-09-04T12:00:00"),
            Example("It fell on [Good Friday 1998].", "1998-04-10", "1998-04-10"),
            Example("They grew on strong [Christmas] sales.", "PXD"),
            Example("It closed on [Labor Day].", "2023-09-04", "2023-09-04"),
            Example("It closed on [Memorial Day].", "2023-05-29", "2023-05-29"),
        ),
    ),
)
