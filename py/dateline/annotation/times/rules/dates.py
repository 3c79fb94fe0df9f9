"""Days and months on the calendar: in full, by parts, in figures, as ranges."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from functools import lru_cache

from dateline import edtf
from dateline.annotation.times.clock import clock_reading
from dateline.annotation.times.reckoning import in_month, on_day
from dateline.annotation.times.rule import Answer, Context, Example, Reading, Rule
from dateline.annotation.times.rules.years import year_of
from dateline.annotation.times.words import PARTS_OF_DAY, month_of, ordinal_of
from dateline.annotation.times.years_near import SOON, near_day, near_month

_CLEAR_MONTH = re.compile(
    r"\b(?:in|since|until|till|by|from|through|before|after|during|early|late|mid|between|around"
    r"|of last|as of|into|throughout|for|till|this|next|last|that|of|to|and|or|the|each|every|its"
    r"|starting|beginning|effective|previous|following|a|an|per|or)[ -]$",
    re.IGNORECASE,
)
_FIRM_MONTH = re.compile(
    r"\b(?:in|since|until|till|by|during|early|late|mid|through|as of|into|this|next|last)[ -]$",
    re.IGNORECASE,
)
_NAME_LIKE = frozenset({"may", "march", "april", "june", "august"})
_SHORT = re.compile(r"(?-i:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?", re.IGNORECASE)
_NAMED_MAY = re.compile(
    r"\b(?:Theresa|Mrs\.?|Ms\.?|Mr\.?|Prime Minister|PM|Minister|Secretary|Brian|James) May\b"
)
_QUANTITY = re.compile(
    r" ?(?:%|percent|per cent|million|billion|trillion|points|people|degrees)|[:.,][0-9]"
)


def day_of(text: str) -> int:
    """A day of the month: `3rd` is 3."""
    return int(text.lower().rstrip("stndrh"))


def _with_clock(m: re.Match[str], day: Reading) -> Reading:
    groups = m.groupdict()
    clock = groups.get("clock") or groups.get("lead_clock")
    zone = groups.get("zone") or groups.get("lead_zone")
    part = PARTS_OF_DAY.get((groups.get("part_of_day") or "").lower())
    return (clock_reading(day, clock, zone, part) or day) if clock else day


def _full(m: re.Match[str], context: Context) -> Answer:
    if re.match(r",[0-9]{3}|-[0-9]", context.after(5)):
        return None
    day = date(year_of(m["year"]), month_of(m["month"]), day_of(m["day"]))
    return _with_clock(m, on_day(day))


def _iso(m: re.Match[str], context: Context) -> Answer:
    return _with_clock(m, on_day(date(int(m["year"]), int(m["mm"]), int(m["dd"]))))


def _figures(m: re.Match[str], context: Context) -> Answer:
    """Day and month in figures: which is which is settled by size, else by nearness, else open."""
    one, two = int(m["one"]), int(m["two"])
    year = year_of(m["yy"] if len(m["yy"]) == 4 else f"'{m['yy']}")
    if m["sep"] != "/" and (len(m["yy"]) == 2 or m["sep"] != m["sep2"]):
        return None
    choices = [date(year, *pair) for pair in {(one, two), (two, one)} if pair[0] <= 12]
    if not choices:
        return None
    near = [day for day in choices if abs((day - context.day).days) <= SOON] or choices
    if context.signs.direction != "future":
        near = [day for day in near if day <= context.day] or near
    if len(near) == 1:
        return _with_clock(m, on_day(near[0]))
    value = f"{year:04}-XX-XX" if one != two else near[0].isoformat()
    return Reading("DATE", value, edtf.one_of(day.isoformat() for day in near))


def _month_day(m: re.Match[str], context: Context) -> Answer:
    if _QUANTITY.match(context.after(12)) and not m.groupdict().get("clock"):
        return None
    month, day = month_of(m["month"]), day_of(m["day"])
    reading = on_day(near_day(context, month, day))
    return _with_clock(m, replace(reading, timeless=f"XXXX-{month:02}-{day:02}"))


def _ordinal_of_month(m: re.Match[str], context: Context) -> Answer:
    """`the second of March`."""
    month, day = month_of(m["month"]), ordinal_of(m["ordinal"])
    if day is None:
        return None
    if m["year"]:
        return on_day(date(year_of(m["year"]), month, day))
    return on_day(near_day(context, month, day))


def _month(m: re.Match[str], context: Context) -> Answer:
    word = m["month"].rstrip(". ").lower()
    before, after = context.before(20), context.after(30)
    if not _is_month(word, m["month"], before, after, context):
        return None
    month = month_of(word)
    year = _year_just_told(context, month) or near_month(context, month)
    return replace(in_month(year, month), timeless=f"XXXX-{month:02}")


def _year_just_told(context: Context, month: int) -> int | None:
    """The year of the same month told just before: "will meet in November ... about November"."""
    told = context.last
    same = re.match(rf"([0-9]{{4}})-{month:02}(?!\.)", told.edtf) if told else None
    if same is None:
        context.counted_from = None  # looked at, and not counted from
        return None
    return int(same[1])


@lru_cache(maxsize=1)
def _names_may(text: str) -> bool:
    """Whether somebody of the name of May is in the text; asked again for each "May"."""
    return _NAMED_MAY.search(text) is not None


def _is_month(word: str, written: str, before: str, after: str, context: Context) -> bool:
    """Whether a bare month name is the month, not a person, a verb or a march."""
    if re.match(r"'s? ?[0-9]|-[a-z]", after):
        return False
    if _SHORT.fullmatch(written) and not _FIRM_MONTH.search(before):
        return False
    if word not in _NAME_LIKE:
        return not re.search(r"(?<=[a-z] )[A-Z][a-z]+ $", before) or word in ("october",)
    if word == "may" and _names_may(context.text):
        return bool(_FIRM_MONTH.search(before)) and not after.startswith("'s")
    if word == "march" and re.match(r" (?:on|for|against|of|to|through) [A-Z]", after):
        return bool(_FIRM_MONTH.search(before))
    if re.match(r" [A-Z][a-z]", after) and not _FIRM_MONTH.search(before):
        return bool(re.search(r"\b(?:the|a|its|their|his|her) $", before, re.IGNORECASE))
    return bool(_CLEAR_MONTH.search(before))


def _relative_month(m: re.Match[str], context: Context) -> Answer:
    month, here = month_of(m["month"]), context.day
    rel = " ".join(m["deictic"].lower().split())
    if rel in ("last", "this past"):
        year = here.year - (month >= here.month)
    elif rel in ("next", "this coming"):
        year = here.year + (month <= here.month)
    else:
        year = here.year
    if m["day"]:
        return on_day(date(year, month, day_of(m["day"])))
    return replace(in_month(year, month), timeless=f"XXXX-{month:02}")


def _month_of_year(m: re.Match[str], context: Context) -> Answer:
    """A month or day whose year is told after it: "January of this year"."""
    rel = m["rel"].lower()
    here = context.base if rel in ("that", "the same", "the following") else context.day
    year = here.year + {"last": -1, "next": 1, "the following": 1}.get(rel, 0)
    month = month_of(m["month"])
    return on_day(date(year, month, day_of(m["day"]))) if m["day"] else in_month(year, month)


def _day_of_month(m: re.Match[str], context: Context) -> Answer:
    """A day without its month: of the month told last, else the nearest one."""
    if not re.match(r"$|[.,;:!?)]| (?:and|or|but|when|in|at|with|as)\b", context.after(8)):
        return None
    base, day = context.base, day_of(m["day"])
    if context.counted_from is None and day > base.day and context.signs.direction != "future":
        base = base.replace(day=1) - timedelta(1)
    return on_day(base.replace(day=day)).over("what")


_LEAD = r"(?:{clock:lead_clock}(?: ?{zone:lead_zone})?(?:,? on|,)? )?(?:{short_weekday}{,})?"
_WEEKDAY = r"(?:{short_weekday}{,})?"
_CLOCK = r"(?:(?: ?[,|] ?| )(?:at )?{clock}(?: ?{zone})?(?: in the {part_of_day})?)?"

RULES = (
    Rule(
        "iso-date",
        "DIGITS4",
        r"{year}-(?P<mm>[01][0-9])-(?P<dd>[0-3][0-9])"
        r"(?:[T ](?P<clock>[0-2][0-9]:[0-5][0-9])(?::[0-5][0-9](?:\.[0-9]{1,6})?)?"
        r"(?: ?(?P<zone>Z|[+-][0-9]{2}:[0-9]{2}|GMT|UTC))?)?",
        _iso,
        (
            Example("Posted [2023-11-02] by the desk", "2023-11-02", "2023-11-02"),
            Example("Posted [2023-11-02T08:15] here", "2023-11-02T08:15", "2023-11-02T08:15:00"),
            Example(
                "Posted [2023-11-02T08:15:30+09:00]",
                "2023-11-02T08:15",
                "2023-11-02T08:15:00+09:00",
            ),
            Example("Part 2023-19-02 is out of stock."),
        ),
        glued=True,
    ),
    Rule(
        "month-day-year",
        "MONTH WEEKDAY CLOCK",
        _LEAD + r"{month} ?{day}(?:{,}|(?<=[0-9]{3}))(?:of )?{year}" + _CLOCK,
        _full,
        (
            Example("The treaty of [June 22, 1965] stands.", "1965-06-22", "1965-06-22"),
            Example("It closed [Friday, Nov. 3, 2023].", "2023-11-03", "2023-11-03"),
            Example("by [May 5, 2022]Sports, News", "2022-05-05", "2022-05-05"),
            Example("Scanned: [Oct . 4 ,1999].", "1999-10-04", "1999-10-04"),
            Example(
                "Updated: [Feb 28 2023 | 9:05 PM IST]",
                "2023-02-28T21:05",
                "2023-02-28T21:05:00+05:30",
            ),
        ),
        glued=True,
    ),
    Rule(
        "day-month-year",
        "DIGITS2 WEEKDAY the CLOCK",
        _LEAD
        + r"(?:the )?{day}(?: of)? ?{month}{,}{year}(?:,? ?{short_weekday:late_weekday})?"
        + _CLOCK,
        _full,
        (
            Example("It fell on [9 November 1989] in Berlin.", "1989-11-09", "1989-11-09"),
            Example("Signed [the 4th of July, 1776], it held.", "1776-07-04", "1776-07-04"),
            Example("| [2 January 2023, Monday] |", "2023-01-02", "2023-01-02"),
            Example(
                "It rang at [6:15 a.m. on 15 May 2012].", "2012-05-15T06:15", "2012-05-15T06:15:00"
            ),
            Example(
                "Born [12 May 1809 at 6:15 in the evening].",
                "1809-05-12T18:15",
                "1809-05-12T18:15:00",
            ),
        ),
        glued=True,
    ),
    Rule(
        "figures",
        "DIGITS2",
        r"(?P<one>[0-9]{1,2})(?P<sep>[/.-])(?P<two>[0-9]{1,2})(?P<sep2>[/.-])"
        r"(?P<yy>(?:19|20)?[0-9]{2})" + _CLOCK,
        _figures,
        (
            Example("Filed [11/13/2023] in court.", "2023-11-13", "2023-11-13"),
            Example("Filed [24.12.2019] in Bonn.", "2019-12-24", "2019-12-24"),
            Example("Filed [3/4/1998] somewhere.", "1998-XX-XX", "[1998-03-04,1998-04-03]"),
            Example("It was filed on [11/12/23].", "2023-11-12", "2023-11-12"),
            Example("[13/11/2023, 09:30] - news", "2023-11-13T09:30", "2023-11-13T09:30:00"),
        ),
    ),
    Rule(
        "month-year",
        "MONTH",
        r"{month}(?:{,}| of )(?:{year}|{short_year:year_short})",
        lambda m, context: in_month(year_of(m["year"] or m["year_short"]), month_of(m["month"])),
        (
            Example("Tests since [December 2019] failed.", "2019-12", "2019-12/.."),
            Example("Her first win since [December 2019] came.", "2019-12", "2019-12"),
            Example("They wed in [August, 2004].", "2004-08", "2004-08"),
        ),
        glued=True,
    ),
    Rule(
        "month-day",
        "MONTH WEEKDAY CLOCK",
        _LEAD + r"{month} {day}(?!(?:st|nd|rd|th)?[:/][0-9]|,[0-9])" + _CLOCK,
        _month_day,
        (
            Example("Voters will choose on [December 3].", "2023-12-03", "2023-12-03"),
            Example("The strike began on [Jan. 3].", "2023-01-03", "2023-01-03"),
            Example(
                "They signed on [December 30].", "2022-12-30", "2022-12-30", published="2023-01-02"
            ),
            Example(
                "They will sign on [January 5].", "2024-01-05", "2024-01-05", published="2023-12-28"
            ),
            Example(
                "It ends at [5 p.m. on December 1st].", "2023-12-01T17:00", "2023-12-01T17:00:00"
            ),
            Example("They met on [April 2].", "XXXX-04-02", None, published=None),
            Example("Shares in May 45,000 units"),
        ),
    ),
    Rule(
        "day-month",
        "DIGITS WEEKDAY the noon midnight",
        _LEAD + r"(?:the )?{day}(?: of)? {month}" + _CLOCK,
        _month_day,
        (
            Example("It was on [11 August] that she won.", "2023-08-11", "2023-08-11"),
            Example("He resigned on [the 3rd of November].", "2023-11-03", "2023-11-03"),
        ),
    ),
    Rule(
        "ordinal-of-month",
        "the",
        r"the {ordinal} of {month}(?:{,}{year})?",
        _ordinal_of_month,
        (
            Example("He resigned on [the third of November].", "2023-11-03", "2023-11-03"),
            Example("It fell on [the second of May 1998].", "1998-05-02", "1998-05-02"),
        ),
    ),
    Rule(
        "month-of-year",
        "MONTH WEEKDAY",
        _WEEKDAY
        + r"{month}(?: {day})?(?:,? of|,)? (?P<rel>this|last|next|that|the same|the following)"
        r" year",
        _month_of_year,
        (
            Example("He has been ill since [January of this year].", "2023-01", "2023-01/.."),
            Example("It will open in [March next year].", "2024-03", "2024-03"),
            Example("He left on [May 3 last year].", "2022-05-03", "2022-05-03"),
        ),
    ),
    Rule(
        "day-of-month",
        "on until by since before",
        r"(?:on|until|by|since|before) (?P<what>the (?P<day>(?:3[01]|[12]?[0-9])(?:st|nd|rd|th)))",
        _day_of_month,
        (
            Example("It fired one on Sept 3 and one on [the 15th].", "2023-09-15", "2023-09-15"),
            Example("It stood on the 15th floor."),
        ),
    ),
    Rule(
        "relative-month",
        "last this next",
        r"{deictic} {month}(?: {day})?",
        _relative_month,
        (
            Example("He unveiled it [this March] in Oslo.", "2023-03", "2023-03"),
            Example("She won [last November].", "2022-11", "2022-11"),
            Example("It opens [next January].", "2024-01", "2024-01"),
        ),
    ),
    Rule(
        "month",
        "MONTH",
        r"{month}",
        _month,
        (
            Example("The leaders last met in [February] in Rome.", "2023-02", "2023-02"),
            Example("Sales will begin in [March].", "2024-03", "2024-03"),
            Example("Ties warmed since the [May] vote.", "2023-05", "2023-05"),
            Example("Mrs May said the deal was dead."),
            Example("The March on Washington was long."),
            Example("They may leave.", published=None),
        ),
    ),
)
