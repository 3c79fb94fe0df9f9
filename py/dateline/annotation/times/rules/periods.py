"""Parts of years, months and weeks; quarters, halves and seasons."""

from __future__ import annotations

import re
from dataclasses import replace

from dateline import edtf
from dateline.annotation.times.reckoning import (
    containing,
    in_century,
    in_decade,
    in_half,
    in_month,
    in_quarter,
    in_season,
    in_year,
    season_begins,
)
from dateline.annotation.times.rule import Answer, Context, Example, Reading, Rule
from dateline.annotation.times.rules.deictic import related
from dateline.annotation.times.rules.years import BEFORE_CHRIST, DECADE_WORDS, year_of
from dateline.annotation.times.stages import narrowed
from dateline.annotation.times.words import (
    SEASONS,
    SIGN_OF,
    STAGES,
    month_of,
    ordinal_of,
    unit_of,
)
from dateline.annotation.times.years_near import near_month

_SEASONAL_NAME = re.compile(r" (?i:olympics?|games|paralympics|solstice|equinox|palace)\b")
_IN_SEASON = re.compile(r"\b(?:in|during|by|since|until|through|throughout) $", re.IGNORECASE)


def _whole(m: re.Match[str], context: Context) -> Reading | None:
    """The reading of what the part `whole` matched."""
    groups = m.groupdict()
    if groups["month"]:
        month = month_of(groups["month"])
        year = int(groups["month_year"] or 0) or near_month(context, month)
        reading = in_month(year, month)
        return reading if groups["month_year"] else replace(reading, timeless=f"XXXX-{month:02}")
    if groups["year"]:
        return in_year(int(groups["year"]))
    if groups["century"]:
        return in_decade(int(groups["century"]) * 100 + int(groups["tens"]) * 10)
    if groups["late_tens"]:
        return in_decade(1900 + 10 * int(groups["late_tens"]))
    if groups["decade_word"]:
        return in_decade(1900 + 10 * DECADE_WORDS[groups["decade_word"].lower()])
    if groups["which"]:
        number = ordinal_of(groups["which"])
        # The first century begins with no year that a date can have, one before Christ with none.
        known = number is not None and number > 1 and not BEFORE_CHRIST.match(context.after(6))
        return in_century(100 * number - 50) if known and number else None
    return _relative_whole(groups, context)


def _relative_whole(groups: dict[str, str], context: Context) -> Reading | None:
    rel = " ".join(groups["rel"].lower().split()).removeprefix("the ")
    rel = "this" if rel == "the" else rel
    if groups["season"]:
        return _season_near(context, SEASONS[groups["season"].lower()], rel)
    unit = unit_of(groups["one_unit"])
    if unit in ("second", "minute", "hour", "day", "night"):
        return None
    if rel in ("that", "same"):
        return containing(context.base, unit)
    reading = related(context, rel, unit)
    fiscal = groups["fiscal"] and unit == "year"
    return replace(reading, value=f"FY{reading.value}") if fiscal else reading


def _season_near(context: Context, season: str, rel: str) -> Reading:
    """The season of that name: the running, latest or next one, by "last", "next" and tense."""
    here = context.day
    sign = SIGN_OF.get(rel, 0)
    begun = [
        year for year in (here.year - 2, here.year - 1, here.year)
        if season_begins(year, season) <= here
    ]  # fmt: skip
    running = (here - season_begins(begun[-1], season)).days < 92
    if sign < 0:
        return in_season(begun[-2] if running else begun[-1], season)
    if sign > 0:
        return in_season(begun[-1] + 1, season)
    if running or context.signs.direction == "past":
        return in_season(begun[-1], season)
    if rel == "this":
        year = here.year - (season == "WI" and here.month < 6)
        return in_season(year, season)
    return in_season(begun[-1] + (context.signs.direction == "future"), season)


def _stage(m: re.Match[str], context: Context) -> Answer:
    if m["season"] and m["season"].lower() == "fall" and not m["rel"]:
        return None
    whole = _whole(m, context)
    return whole and narrowed(whole, STAGES[m["stage"].lower()])


def _edge(m: re.Match[str], context: Context) -> Answer:
    whole, stage = _whole(m, context), STAGES[m["edge"].lower()]
    if whole is None:
        return None
    part = narrowed(whole, stage)
    if stage == "end" and context.signs.preposition == "before" and part.edtf:
        return replace(part, edtf=edtf.open_before(part.edtf.split("/")[-1]), closed=True)
    return part


def _turn(m: re.Match[str], context: Context) -> Answer:
    year = context.day.year
    if m["what"].lower() == "year":
        year += context.day.month > 6
        return Reading("DATE", f"{year}", f"{year - 1}-12/{year}-01")
    turn = 1900 if year < 2000 else 2000
    return Reading("DATE", f"{turn // 100}", f"{turn}~")


def _year_end(m: re.Match[str], context: Context) -> Answer:
    return narrowed(in_year(int(m["year"]) if m["year"] else context.day.year), "end")


def _quarter(m: re.Match[str], context: Context) -> Answer:
    groups = m.groupdict()
    word = groups["count"].lower()
    number = 4 if word == "final" else ordinal_of(word) or int(word.strip("q"))
    half = (groups.get("what") or "quarter").lower() == "half"
    if number > (2 if half else 4):
        return None
    if groups["year"]:
        year = int(groups["year"])
    elif groups.get("rel"):
        rel = groups["rel"].lower()
        year = context.day.year + SIGN_OF.get(rel, 0)
    elif half:
        return None
    else:
        year = _year_of_quarter(number, context)
    return in_half(year, number) if half else in_quarter(year, number)


def _year_of_quarter(number: int, context: Context) -> int:
    running = (context.day.month + 2) // 3
    if context.signs.direction == "future":
        return context.day.year + (number < running)
    return context.day.year - (number > running)


def _season(m: re.Match[str], context: Context) -> Answer:
    season = SEASONS[m["season"].lower()]
    if year := m["year"] or m["short_year"]:
        return in_season(year_of(year), season)
    if not m["rel"] and not _bare_season(m, context):
        return None
    reading = _season_near(context, season, (m["rel"] or "").lower().replace("the ", ""))
    return replace(reading, timeless=f"XXXX-{season}")


def _bare_season(m: re.Match[str], context: Context) -> bool:
    """Whether a season without year is meant as a time: "in (the) spring", "the summer"."""
    if _SEASONAL_NAME.match(context.after(16)) or context.capital(m.start("season")):
        return False
    if m["season"].lower() == "fall" or not m["the"]:
        return bool(_IN_SEASON.search(context.before(14))) and not context.after(4).startswith(
            " of "
        )
    return not context.after(4).startswith((" of ", "s"))


RULES = (
    Rule(
        "stage",
        "STAGE the",
        r"(?:the )?(?:very )?{stage}(?: |-| in ){whole:}",
        _stage,
        (
            Example("She stepped down in [early 2009].", "2009", "2009-01/2009-04"),
            Example("It ships in [mid-2011].", "2011", "2011-05/2011-08"),
            Example("It fell in [late September 2021].", "2021-09", "2021-09-21/2021-09-30"),
            Example("Since [the early 1990s] it rains.", "199", "1990/.."),
            Example("He came [early next year].", "2024", "2024-01/2024-04"),
            Example("It broke [late last week].", "2023-W45", "2023-11-10/2023-11-12"),
        ),
    ),
    Rule(
        "edge",
        "EDGE the",
        r"(?:the )?(?:very )?{edge} (?:of|to) {whole:}",
        _edge,
        (
            Example("It must be ready by [the end of the year].", "2023", "../2023-12-31"),
            Example("It fell at [the beginning of 2005].", "2005", "2005-01-01/2005-01-31"),
            Example("It ends [the end of next month].", "2023-12", "2023-12-25/2023-12-31"),
            Example("It opens before [the end of 2025].", "2025", "../2025-12-31"),
            Example("It was [the start of the fiscal year].", "FY2023", "2023-01-01/2023-01-31"),
        ),
    ),
    Rule(
        "turn",
        "the turn",
        r"(?:the )?turn of (?:the|this|last) (?P<what>year|century|millennium)",
        _turn,
        (
            Example("They met around [the turn of the year].", "2024", "2023-12/2024-01"),
            Example("Built at [the turn of the century].", "20", "2000~"),
        ),
    ),
    Rule(
        "year-end",
        "year",
        r"year(?:-|'s )?-?end(?:(?:{,}| of ){year})?",
        _year_end,
        (Example("It must be done by [year-end].", "2023", "../2023-12-31"),),
    ),
    Rule(
        "quarter-or-half",
        "the ORDINAL final DIGITS2",
        r"(?:the )?(?:fiscal )?(?P<count>first|second|third|fourth|final|1st|2nd|3rd|4th)[ -]"
        r"(?:fiscal[ -])?(?P<what>quarter|half)"
        r"(?:(?:,| of| in| of fiscal| of the)? {year}"
        r"|(?:,| of| in)? (?P<rel>this|last|next|the) year)?",
        _quarter,
        (
            Example("Sales in [the third quarter] fell.", "2023-Q3", "2023-07/2023-09"),
            Example("[First-quarter] profit rose.", "2023-Q1", "2023-01/2023-03"),
            Example("Sales in [the first half of 2005] fell.", "2005-H1", "2005-01/2005-06"),
            Example("[The fourth quarter of last year] hurt.", "2022-Q4", "2022-10/2022-12"),
            Example("He scored in the first half."),
        ),
    ),
    Rule(
        "quarter-short",
        "q DIGITS",
        r"(?P<count>Q[1-4]|[1-4]Q)(?:(?: of)? {year})?",
        _quarter,
        (Example("Sales in [Q3 2009] fell.", "2009-Q3", "2009-07/2009-09"),),
    ),
    Rule(
        "half-short",
        "h DIGITS",
        r"(?-i:(?P<count>H[12]|[12]H)) ?(?:of )?{year}",
        lambda m, context: in_half(int(m["year"]), int(m["count"].strip("H"))),
        (Example("Sales in [H1 2009] fell.", "2009-H1", "2009-01/2009-06"),),
    ),
    Rule(
        "season",
        "SEASON this last next the",
        r"(?P<the>the )?(?:(?P<rel>this past|this coming|last|this|next|that|following|previous) )?"
        r"{season}(?:(?: of|,)? (?:{year}(?:[-–/](?:[0-9]{4}|[0-9]{2})(?![0-9]))?"
        r"|{short_year}))?",
        _season,
        (
            Example("They met in [the summer of 2010].", "2010-SU", "2010-22"),
            Example("They met in [the summer of '69].", "1969-SU", "1969-22"),
            Example("It froze in [the winter of 1978-79].", "1978-WI", "1978-24"),
            Example("They met [last spring].", "2023-SP", "2023-21"),
            Example("The talks resumed [this summer].", "2023-SU", "2023-22"),
            Example("Talks will begin in [the spring].", "2024-SP", "2024-21"),
            Example("It followed the fall of the wall."),
        ),
    ),
    Rule(
        "part-of-unit",
        "the rest remainder most much half",
        r"(?:the )?(?P<what>rest|remainder) of (?:the|this|that) {one_unit}",
        lambda m, context: _rest(m, context),
        (Example("He will miss [the rest of the year].", "2023", "2023-11-16/2023-12-31"),),
    ),
)


def _rest(m: re.Match[str], context: Context) -> Answer:
    unit = unit_of(m["one_unit"])
    if unit in ("second", "minute", "hour", "night"):
        return None
    whole = containing(context.day, unit)
    last = edtf.parse(whole.edtf or "").latest
    return replace(whole, edtf=edtf.span_of([context.day, last or context.day]), closed=True)
