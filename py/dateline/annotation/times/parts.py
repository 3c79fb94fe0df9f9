"""The named parts that patterns are put together from.

A pattern is written as it reads: `"{month} {day}, {year}"`. Each `{part}` becomes a named group
over the part's own expression; `{part:name}` gives the group another name, `{part:}` none. A blank
stands for one to three blanks, a blank with a question mark for up to three, `{,}` for a comma or
a blank with whatever space a scanner left around it. All repetitions are bounded, so no match
looks at more than some two hundred characters.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from dateline.annotation.times.words import (
    MONTHS,
    ORDINALS,
    PARTS_OF_DAY,
    SMALL_NUMBERS,
    TENS,
    WEEKDAYS,
    ZONES,
)

_SEPARATOR = "(?: {0,2}, {0,2}| {1,3})"
_BLANK = re.compile(r" (\?)?")


def _either(words: Iterable[str]) -> str:
    return "|".join(sorted(words, key=lambda word: (-len(word), word)))


def _cased(names: dict[str, int]) -> str:
    return _either([*(name.title() for name in names), *(name.upper() for name in names)])


_SMALL = _either(SMALL_NUMBERS)
_TENS = _either(TENS)

PARTS = {
    "month": rf"(?-i:(?:{_cased(MONTHS)}|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec"
    r"|JAN|FEB|MAR|APR|JUN|JUL|AUG|SEPT|SEP|OCT|NOV|DEC)(?: ?\.)?)(?![a-z]))",
    "weekday": rf"(?-i:{_cased(WEEKDAYS)}|(?:Mon|Tues?|Weds?|Thurs?|Thu|Fri|Sat|Sun)\.)",
    "short_weekday": rf"(?-i:{_cased(WEEKDAYS)}"
    r"|(?:Mon|Tues?|Weds?|Thurs?|Thu|Fri|Sat|Sun|MON|TUE|WED|THU|FRI|SAT|SUN)(?:\.|(?![a-z])))",
    "day": r"(?:3[01]|[12][0-9]|0?[1-9])(?:st|nd|rd|th)?(?![0-9])",
    "year": r"(?:1[0-9]|20)[0-9][0-9](?![0-9])",
    "short_year": r"'[0-9][0-9](?![0-9])",
    "number": rf"(?:(?:{_TENS})[- ](?:one|two|three|four|five|six|seven|eight|nine)"
    rf"|(?:(?:{_SMALL}|{_TENS})|a)(?: hundred| thousand| million| billion)"
    rf"|(?:a |two |three )dozen|{_SMALL}|{_TENS}"
    r"|[0-9]{1,3}(?:,[0-9]{3}){1,3}|[0-9]{1,3}(?: (?:1/2|[13]/4)|[½¼¾])"
    r"|[0-9]{1,6}(?:\.[0-9]{1,3})?(?: (?:million|billion))?"
    r"|(?:a )?half(?: an?)?|an?)",
    "several": r"(?:a few|a couple(?: of)?|a number of|a handful of|few|several|many|dozens of"
    r"|hundreds of|thousands of|millions of|tens of thousands of|countless|numerous)",
    "about": r"(?:about|around|nearly|almost|roughly|approximately|some|more than|less than"
    r"|fewer than|at least|at most|up to|as (?:many|much|long|little|few) as|just over|just under"
    r"|well over|close to|an estimated|no more than|no less than"
    r"|(?:(?<=for\s)|(?<=in\s)|(?<=after\s)|(?<=of\s)|(?<=took\s)|(?<=spent\s)|(?<=was\s))over)",
    "unit": r"(?:seconds?|minutes?|hours?|days?|nights?|weekends?|weeks?|fortnights?|months?"
    r"|quarters?|years?|decades?|century|centuries)",
    "units": r"(?:seconds|minutes|hours|days|nights|weekends|weeks|fortnights|months|quarters"
    r"|years|decades|centuries)",
    "one_unit": r"(?:second|minute|hour|day|night|weekend|week|fortnight|month|quarter|year"
    r"|decade|century)",
    "season": r"(?:spring|summer|autumn|fall|winter)",
    "part_of_day": rf"(?:{_either(PARTS_OF_DAY)})",
    "rel": r"(?:this past|this coming|last|past|previous|prior|preceding|this|current|next|coming"
    r"|upcoming|following)",
    "deictic": r"(?:this past|this coming|last|this|next)",
    "stage": r"(?:early|mid|late)",
    "edge": r"(?:beginning|start|outset|middle|end|close)",
    "decade": r"(?:the )?(?:(?P<century>1[5-9]|20)(?P<tens>[0-9])0'?s|'?(?P<late_tens>[2-9])0'?s"
    r"|(?P<decade_word>twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties))",
    "relative": r"(?P<rel>this past|this coming|the (?:current|same|following|previous|next|last"
    r"|past)|last|this|next|that|the)"
    r"(?: (?:(?P<fiscal>fiscal|financial)|calendar|academic|school))? (?:{one_unit}|{season})",
    "whole": r"(?:{month}(?:(?:{,}| of ){year:month_year})?|{decade:}|{year}"
    r"|(?:the )?(?P<which>{ordinal:})[ -]century|{relative:})",
    "ordinal": rf"(?:{_either(ORDINALS)}|[0-9]{{1,3}}(?:st|nd|rd|th))",
    "clock": r"(?:(?:[01]?[0-9]|2[0-4])[:.][0-5][0-9](?::[0-5][0-9])?(?: ?[ap]\.? ?m\b\.?)?"
    r"|(?:1[0-2]|0?[1-9]) ?[ap]\.? ?m\b\.?"
    r"|(?:[01][0-9]|2[0-4])[0-5][0-9](?= GMT| UTC| hours| local time)"
    rf"|noon|midnight|(?:1[0-2]|[1-9]|{_SMALL}) o'clock)",
    "zone": rf"(?-i:(?:{_either([*ZONES, 'CST', 'BST', 'ET', 'PT', 'CT', 'WIB'])})\b"
    r"|\(?(?:GMT|UTC) ?[+-] ?[0-9]{1,2}(?::[0-9]{2})?\)?"
    r"|local time|(?:Eastern|Pacific|Central|Mountain)(?: (?:Standard |Daylight )?[Tt]ime)?)",
}
"""Expressions by name, which may hold parts themselves; `(?-i:...)` marks what must be
capitalised. `whole` is a year, month, decade or such of which "early" or "the end" is a part."""

_HOLE = re.compile(r"\{(?:(,)|([a-z_]+)(:[a-z_0-9]*)?)\}")


def expand(pattern: str) -> str:
    """The regular expression a pattern stands for."""
    return _HOLE.sub(_fill, _loosen(pattern))


def _loosen(pattern: str) -> str:
    return _BLANK.sub(lambda match: " {0,3}" if match[1] else " {1,3}", pattern)


def _fill(match: re.Match[str]) -> str:
    if match[1]:
        return _SEPARATOR
    part = expand(PARTS[match[2]])
    name = match[2] if match[3] is None else match[3][1:]
    return f"(?P<{name}>{part})" if name else f"(?:{part})"
