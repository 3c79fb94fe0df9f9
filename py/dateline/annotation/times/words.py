"""The words time is told with, and what each of them counts for."""

from __future__ import annotations

import re


def listed(words: str) -> list[str]:
    """The words of a string, for vocabularies that read better as one line than as a list."""
    return words.split()


MONTHS = {
    name: number
    for number, name in enumerate(
        listed(
            "january february march april may june july august september october november december"
        ),
        1,
    )
}
MONTH_NUMBERS = MONTHS | {
    **{name[:3]: number for name, number in MONTHS.items()},
    "sept": 9,
}
"""Full and shortened names, lower case."""

WEEKDAYS = {
    name: number
    for number, name in enumerate(
        listed("monday tuesday wednesday thursday friday saturday sunday")
    )
}
WEEKDAY_NUMBERS = WEEKDAYS | {
    **{name[:3]: number for name, number in WEEKDAYS.items()},
    "tues": 1,
    "weds": 2,
    "thur": 3,
    "thurs": 3,
}
"""Full and shortened names, lower case; Monday is 0."""

SMALL_NUMBERS = {
    name: number
    for number, name in enumerate(
        listed(
            "one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
            "fifteen sixteen seventeen eighteen nineteen"
        ),
        1,
    )
}
TENS = {
    name: 10 * number
    for number, name in enumerate(
        listed("twenty thirty forty fifty sixty seventy eighty ninety"), 2
    )
}
SCALES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
ORDINALS = {
    name: number
    for number, name in enumerate(
        listed(
            "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth "
            "thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth "
            "twentieth"
        ),
        1,
    )
} | {"twenty-first": 21, "thirtieth": 30, "fortieth": 40, "fiftieth": 50, "hundredth": 100}

UNITS = {
    "second": "second",
    "minute": "minute",
    "hour": "hour",
    "day": "day",
    "night": "night",
    "week": "week",
    "weekend": "weekend",
    "fortnight": "fortnight",
    "month": "month",
    "quarter": "quarter",
    "year": "year",
    "decade": "decade",
    "century": "century",
    "centurie": "century",
}
CLOCK_UNITS = frozenset({"second", "minute", "hour"})

SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
SEASON_CODES = {"SP": 21, "SU": 22, "FA": 23, "WI": 24}

PARTS_OF_DAY = {
    "morning": "MO",
    "dawn": "MO",
    "sunrise": "MO",
    "midday": "MI",
    "lunchtime": "MI",
    "afternoon": "AF",
    "evening": "EV",
    "dusk": "EV",
    "sunset": "EV",
    "night": "NI",
}

STAGES = {
    "early": "early",
    "beginning": "start",
    "start": "start",
    "dawn": "start",
    "outset": "start",
    "mid": "mid",
    "middle": "mid",
    "late": "late",
    "end": "end",
    "close": "end",
    "latter": "late",
}

ZONES = {
    "GMT": "Z", "UTC": "Z",
    "EST": "-05:00", "EDT": "-04:00", "CDT": "-05:00", "MST": "-07:00", "MDT": "-06:00",
    "PST": "-08:00", "PDT": "-07:00",
    "CET": "+01:00", "CEST": "+02:00", "EET": "+02:00", "EEST": "+03:00", "MSK": "+03:00",
    "WAT": "+01:00", "CAT": "+02:00", "SAST": "+02:00", "EAT": "+03:00", "PKT": "+05:00",
    "IST": "+05:30", "ICT": "+07:00", "HKT": "+08:00", "SGT": "+08:00",
    "JST": "+09:00", "KST": "+09:00", "AEST": "+10:00", "AEDT": "+11:00",
    "NZST": "+12:00", "NZDT": "+13:00",
}  # fmt: skip
"""Abbreviations that newsrooms use for one zone only. CST (Chicago, Beijing) and BST (London,
Dhaka) are left out; IST is also Israel's, but datelines that print it are India's."""

SIGN_OF = {
    "last": -1, "past": -1, "previous": -1, "prior": -1, "preceding": -1,
    "this": 0, "current": 0, "same": 0, "that": 0, "present": 0,
    "next": 1, "coming": 1, "upcoming": 1, "following": 1, "subsequent": 1,
    "this past": -1, "this coming": 1, "this current": 0,
}  # fmt: skip

FRACTIONS = {"½": 0.5, "1/2": 0.5, "¼": 0.25, "1/4": 0.25, "¾": 0.75, "3/4": 0.75}
_MIXED = re.compile(r"([0-9]+)( [0-9]/[0-9]|[½¼¾])")
_SCALED = re.compile(r"([\d,.]+|[a-z-]+) (hundred|thousand|million|billion)")


def unit_of(word: str) -> str:
    """The unit a word names, in the singular: `weeks` is `week`."""
    lower = word.lower()
    return UNITS.get(lower) or UNITS[lower[:-1]]


def month_of(word: str) -> int:
    """Number of a month by its full or shortened name."""
    return MONTH_NUMBERS[word.lower().rstrip(". ")]


def weekday_of(word: str) -> int:
    """Number of a weekday by its full or shortened name; Monday is 0."""
    return WEEKDAY_NUMBERS[word.lower().rstrip(". ")]


def ordinal_of(word: str) -> int | None:
    """What an ordinal counts: `third` and `3rd` are 3."""
    lower = word.lower()
    digits = lower.rstrip("stndrh")
    return int(digits) if digits.isdecimal() else ORDINALS.get(lower)


def number_of(words: str) -> float | None:
    """What a number counts; `None` when it leaves it open (`several`, `dozens of`)."""
    lower = " ".join(words.lower().split())
    if match := _SCALED.fullmatch(lower):
        count = 1.0 if match[1] == "a" else _plain_number(match[1])
        return None if count is None else count * SCALES[match[2]]
    return _plain_number(lower)


def _plain_number(lower: str) -> float | None:
    if mixed := _MIXED.fullmatch(lower):
        return int(mixed[1]) + FRACTIONS[mixed[2].strip()]
    if lower[0].isdecimal():
        return float(lower.replace(",", ""))
    if lower in ("a", "an"):
        return 1.0
    if "couple" in lower:
        return 2.0
    if lower.endswith("dozen"):
        return 12.0 * (SMALL_NUMBERS.get(lower.split()[0], 1))
    if "half" in lower:
        return 0.5
    tens, _, rest = lower.replace("-", " ").partition(" ")
    if tens in TENS:
        return float(TENS[tens] + SMALL_NUMBERS.get(rest, 0))
    return float(SMALL_NUMBERS[lower]) if lower in SMALL_NUMBERS else None
