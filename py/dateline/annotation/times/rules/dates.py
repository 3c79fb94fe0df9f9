"""Days and months on the calendar: in full, by parts, in figures, as ranges."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from dateline import edtf
from dateline.annotation.times.clock import clock_reading
from dateline.annotation.times.reckoning import in_month, on_day, on_days
from dateline.annotation.times.rule import Answer, Context, Example, Reading, Rule
from dateline.annotation.times.words import month_of
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


def year_of(text: str) -> int:
    """A year in four figures, or in two after an apostrophe: `'98` is 1998."""
    digits = text.lstrip("'")
    if len(digits) == 4:
        return int(digits)
    return int(digits) + (2000 if int(digits) < 50 else 1900)


def day_of(text: str) -> int:
    """A day of the month: `3rd` is 3."""
    return int(text.lower().rstrip("stndrh"))


def _with_clock(m: re.Match[str], day: Reading) -> Reading:
    clock = m.groupdict().get("clock")
    return (clock_reading(day, clock, m.groupdict().get("zone")) or day) if clock else day


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
        return on_day(near[0])
    value = f"{year:04}-XX-XX" if one != two else near[0].isoformat()
    return Reading("DATE", value, edtf.one_of(day.isoformat() for day in near))


def _month_day(m: re.Match[str], context: Context) -> Answer:
    if _QUANTITY.match(context.after(12)) and not m.groupdict().get("clock"):
        return None
    month, day = month_of(m["month"]), day_of(m["day"])
    reading = on_day(near_day(context, month, day))
    return _with_clock(m, replace(reading, timeless=f"XXXX-{month:02}-{day:02}"))


def _month_year(m: re.Match[str], context: Context) -> Answer:
    return in_month(year_of(m["year"]), month_of(m["month"]))


def _month(m: re.Match[str], context: Context) -> Answer:
    word = m["month"].rstrip(". ").lower()
    before, after = context.before(20), context.after(30)
    if not _is_month(word, m["month"], before, after, context):
        return None
    month = month_of(word)
    return replace(in_month(near_month(context, month), month), timeless=f"XXXX-{month:02}")


def _is_month(word: str, written: str, before: str, after: str, context: Context) -> bool:
    """Whether a bare month name is the month, not a person, a verb or a march."""
    if re.match(r"'s? ?[0-9]|-[a-z]", after):
        return False
    if _SHORT.fullmatch(written) and not _FIRM_MONTH.search(before):
        return False
    if word not in _NAME_LIKE:
        return not re.search(r"(?<=[a-z] )[A-Z][a-z]+ $", before) or word in ("october",)
    if word == "may" and _NAMED_MAY.search(context.text[:20_000]):
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


_WEEKDAY = r"(?:{short_weekday}{,})?"
_CLOCK = r"(?:(?: ?[,|] ?| )(?:at )?{clock}(?: ?{zone})?)?"

RULES = (
    Rule(
        "iso-date",
        "DIGITS4",
        r"{year}-(?P<mm>[01][0-9])-(?P<dd>[0-3][0-9])(?:[T ]{clock}(?::[0-9]{2})?(?: ?{zone})?)?",
        _iso,
        (
            Example("Posted [2023-11-02] by the desk", "2023-11-02", "2023-11-02"),
            Example("Posted [2023-11-02T08:15] here", "2023-11-02T08:15", "2023-11-02T08:15:00"),
            Example("Part 2023-19-02 is out of stock."),
        ),
        glued=True,
    ),
    Rule(
        "month-day-year",
        "MONTH WEEKDAY",
        _WEEKDAY + r"{month} ?{day}(?:{,}|(?<=[0-9]{3}))(?:of )?{year}" + _CLOCK,
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
        "DIGITS2 WEEKDAY the",
        _WEEKDAY
        + r"(?:the )?{day}(?: of)? ?{month}{,}{year}(?:,? ?{short_weekday:late_weekday})?"
        + _CLOCK,
        _full,
        (
            Example("It fell on [9 November 1989] in Berlin.", "1989-11-09", "1989-11-09"),
            Example("Signed [the 4th of July, 1776], it held.", "1776-07-04", "1776-07-04"),
            Example("| [2 January 2023, Monday] |", "2023-01-02", "2023-01-02"),
        ),
        glued=True,
    ),
    Rule(
        "figures",
        "DIGITS2",
        r"(?P<one>[0-9]{1,2})(?P<sep>[/.-])(?P<two>[0-9]{1,2})(?P<sep2>[/.-])(?P<yy>(?:19|20)?[0-9]{2})",
        _figures,
        (
            Example("Filed [11/13/2023] in court.", "2023-11-13", "2023-11-13"),
            Example("Filed [24.12.2019] in Bonn.", "2019-12-24", "2019-12-24"),
            Example("Filed [3/4/1998] somewhere.", "1998-XX-XX", "[1998-03-04,1998-04-03]"),
            Example("It was filed on [11/12/23].", "2023-11-12", "2023-11-12"),
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
        "MONTH WEEKDAY",
        _WEEKDAY + r"{month} {day}(?!(?:st|nd|rd|th)?[:/][0-9]|,[0-9])" + _CLOCK,
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
            Example("They met on [April 2].", "XXXX-04-02", None, published=None),
            Example("Shares in May 45,000 units"),
        ),
    ),
    Rule(
        "day-month",
        "DIGITS2 WEEKDAY the",
        _WEEKDAY + r"(?:the )?{day}(?: of)? {month}" + _CLOCK,
        _month_day,
        (
            Example("It was on [11 August] that she won.", "2023-08-11", "2023-08-11"),
            Example("He resigned on [the 3rd of November].", "2023-11-03", "2023-11-03"),
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
