"""Years, decades and centuries."""

from __future__ import annotations

import re

from dateline import edtf
from dateline.annotation.times.reckoning import in_century, in_decade, in_year
from dateline.annotation.times.rule import Answer, Context, Example, Reading, Rule
from dateline.annotation.times.words import ordinal_of

_COUNTED = re.compile(
    r" ?(?:%|[x×]|°)| (?:people|workers|employees|jobs|miles|kilomet\w{2,5}|km|feet|met\w{2,4}|tons"
    r"|tonnes|pounds|dollars|euros|yen|won|yuan|percent|per cent|troops|soldiers|points|shares"
    r"|units|members|students|votes|homes|houses|words|times|calories|hours|minutes|seconds|days|weeks"
    r"|months|years|degrees|acres|hectares|megawatts|mw|kg|barrels|planes|aircraft|cars|vehicles"
    r"|rooms|seats|passengers|deaths|cases|rpm|hp|horsepower|others|more|or so)\b|[,.][0-9]|-[0-9]",
    re.IGNORECASE,
)
_NUMBERED = re.compile(
    r"(?:[$€£¥#]|\b(?:no\.?|number|route|flight|room|page|highway|windows|model|suite|channel"
    r"|article|section|chapter|mw|than|nearly|only|least|exactly)) ?$",
    re.IGNORECASE,
)
_DATING = re.compile(
    r"\b(?:in|since|by|until|till|from|to|of|before|after|during|for|the|late|early|mid|through"
    r"|between|and|around|circa|back|fiscal|year|a|his|her|its|their|our|this|into)[ -]$",
    re.IGNORECASE,
)
_DECADE_BEFORE = re.compile(
    r"\b(1[5-9]|20)?[0-9]0'?s(?:,|,? and|,? or|,? to| through|-|–) ?(?:the )?"
    r"(?:(?:early|late|mid)[ -])?'?$"
)
BEFORE_CHRIST = re.compile(r" B\.?C\b")
_TENS = {"twenties": 2, "thirties": 3, "forties": 4, "fifties": 5, "sixties": 6, "seventies": 7}
DECADE_WORDS = _TENS | {"eighties": 8, "nineties": 9}


def year_of(text: str) -> int:
    """A year in four figures, or in two after an apostrophe: `'98` is 1998."""
    digits = text.lstrip("'")
    if len(digits) == 4:
        return int(digits)
    return int(digits) + (2000 if int(digits) < 50 else 1900)


def _year(m: re.Match[str], context: Context) -> Answer:
    after = context.after(20)
    if _COUNTED.match(after) or _NUMBERED.search(context.before(12)):
        return None
    year = int(m["year"])
    if year < 1500 and not re.search(r"\b(?:in|since|by|of|year) $", context.before(8)):
        return None
    if re.match(r" [a-z]+s\b", after) and not _DATING.search(context.before(12)):
        return None
    return in_year(year)


def _year_range(m: re.Match[str], context: Context) -> Answer:
    first = int(m["year"])
    last = int(m["end"]) if len(m["end"]) == 4 else first // 100 * 100 + int(m["end"])
    if not first < last or last - first > 400 or context.after(1) == "-":
        return None
    if "/" in m.group() and last - first != 1:
        return None
    whole = edtf.interval(f"{first:04}", f"{last:04}")
    return Reading("DATE", whole, whole, closed=True)


def _from_year_to_year(m: re.Match[str], context: Context) -> Answer:
    first, last = int(m["begin"]), int(m["finish"])
    if not first < last or last - first > 1500:
        return None
    whole = edtf.interval(f"{first:04}", f"{last:04}")
    return (
        Reading("DATE", m["begin"], whole, "begin", closed=True),
        Reading("DATE", m["finish"], whole, "finish", closed=True),
    )


def _fiscal(m: re.Match[str], context: Context) -> Answer:
    year = m["year"] if len(m["year"]) == 4 else f"20{m['year'][-2:]}"
    return Reading("DATE", f"FY{year}", year)


def _decade(m: re.Match[str], context: Context) -> Answer:
    if m.groupdict().get("century"):
        return in_decade(int(m["century"]) * 100 + int(m["tens"]) * 10)
    tens = int(m["tens"]) if m.groupdict().get("tens") else DECADE_WORDS[m["word"].lower()]
    return in_decade(1900 + 10 * tens if tens > 2 else 2000 + 10 * tens)


def _further_decade(m: re.Match[str], context: Context) -> Answer:
    """A decade of the century of the one before it: "the 1960s and 70s"."""
    told = _DECADE_BEFORE.search(context.before())
    return in_decade(int(told[1] or 19) * 100 + int(m["tens"]) * 10) if told else None


def _era(m: re.Match[str], context: Context) -> Answer:
    """A year counted before or after Christ; years before are outside this calendar."""
    year = int(m["year_of_era"] or m["after_ad"])
    if m["era"] and m["era"].upper().startswith("B"):
        return Reading("DATE", f"BC{year:04}")
    return in_year(year)


def _century(m: re.Match[str], context: Context) -> Answer:
    number = ordinal_of(m["ordinal"])
    if number and BEFORE_CHRIST.match(context.after(6)):
        return Reading("DATE", f"BC{number - 1:02}")
    return in_century(number * 100 - 50) if number and number <= 21 else None


RULES = (
    Rule(
        "from-year-to-year",
        "from between DIGITS4",
        r"(?:(?:from|between) )?(?P<begin>{year:})"
        r" (?:to|until|through|till|and) (?P<finish>{year:})",
        lambda m, context: (
            None
            if " and " in m.group() and not m.group().lower().startswith("b")
            else _from_year_to_year(m, context)
        ),
        (
            Example("He ruled from [1910] to 1945.", "1910", "1910/1945"),
            Example("Sales fell between [2014] and 2016.", "2014", "2014/2016"),
        ),
    ),
    Rule(
        "year-range",
        "DIGITS4",
        r"{year}(?: ?[-–—] ?|/)(?P<end>(?:{year:}|[0-9]{2}))",
        _year_range,
        (
            Example("the [1910-45] rule of the kings", *["1910/1945"] * 2),
            Example("the [1939–1945] war", *["1939/1945"] * 2),
            Example("champions of the [2009/10] season", *["2009/2010"] * 2),
        ),
    ),
    Rule(
        "fiscal-year",
        "fiscal fy financial the",
        r"(?:(?:the )?(?:fiscal|financial)(?: year)? |FY ?-?)"
        r"(?P<year>{year:}|'?[0-9]{2})(?:[-/][0-9]{2})?",
        _fiscal,
        (
            Example("Profit for [fiscal 2022] rose.", "FY2022", "2022"),
            Example("Profit for [fiscal year 2022] rose.", "FY2022", "2022"),
        ),
    ),
    Rule(
        "decade",
        "the DIGITS",
        r"(?:the )?(?:(?P<century>1[5-9]|20)(?P<tens>[0-9])0'?s)",
        _decade,
        (
            Example("It was built in [the 1990s].", "199", "199X"),
            Example("Jazz of [the 1920's] lives.", "192", "192X"),
        ),
    ),
    Rule(
        "decade-short",
        "the",
        r"the (?:'?(?P<tens>[2-9])0'?s|(?P<word>{word}))".replace("{word}", "|".join(DECADE_WORDS)),
        _decade,
        (
            Example("Songs of [the '80s] return.", "198", "198X"),
            Example("Songs of [the sixties] return.", "196", "196X"),
        ),
    ),
    Rule(
        "further-decade",
        "DIGITS2",
        r"(?P<tens>[2-9])0'?s",
        _further_decade,
        (
            Example("Songs of the 1960s and [70s] return.", "197", "197X"),
            Example("He is in his 70s."),
        ),
    ),
    Rule(
        "era",
        "DIGITS ad a",
        r"(?-i:(?P<year_of_era>[1-9][0-9]{0,3}) (?P<era>BCE?|B\.C\.(?:E\.)?|CE|C\.E\.|AD|A\.D\.)"
        r"|(?:AD|A\.D\.) (?P<after_ad>[1-9][0-9]{0,3}))",
        _era,
        (
            Example("It fell in [480 BC], they say.", "BC0480"),
            Example("It was rebuilt in [AD 72].", "0072", "0072"),
        ),
    ),
    Rule(
        "century",
        "the ORDINAL DIGITS2",
        r"(?:the )?{ordinal}[ -]century",
        _century,
        (
            Example("a [19th-century] palace", "18", "18XX"),
            Example("Trams ran in [the twentieth century].", "19", "19XX"),
            Example("It stood in [the fifth century] BC.", "BC04"),
        ),
    ),
    Rule(
        "short-year",
        "in since by until of from",
        r"(?:in|since|by|until|of|from|(?:in|since) (?:early|late)) (?P<what>{short_year})",
        lambda m, context: in_year(year_of(m["short_year"])).over("what"),
        (Example("He joined in ['98] and left.", "1998", "1998"),),
    ),
    Rule(
        "year",
        "DIGITS4 the year",
        r"(?:(?:the )?year )?{year}",
        _year,
        (
            Example("In [2018], the court ruled.", "2018", "2018"),
            Example("debts settled by a [1965] treaty", "1965", "1965"),
            Example("It must close by [2030].", "2030", "../2030"),
            Example("It must close by [the year 2030].", "2030", "../2030"),
            Example("About 2000 people came."),
            Example("It cost $1999 then."),
        ),
    ),
)
