"""EDTF as people write dates: `[2024-09-06,2024-09-13]` is "6 or 13 September 2024"."""

from __future__ import annotations

import re

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_SEASONS = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}
_PARTS = {
    **{32 + n: f"{word} quarter of" for n, word in enumerate(("first", "second", "third"), 1)},
    36: "fourth quarter of",
    40: "first half of",
    41: "second half of",
}
_DATE = re.compile(
    r"(?P<year>-?\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d)(?:T(?P<time>[\d:]+).*)?)?)?"
)
_MORE_THAN_FIT = 6
"""A set longer than this is told by its ends."""


def label(edtf: str | None) -> str:
    """The date in words; the notation itself where no words are known for it."""
    if not edtf:
        return "date unknown"
    if edtf[0] in "[{":
        return _choice(edtf)
    if "/" in edtf:
        return _interval(*edtf.split("/", 1))
    return _single(edtf)


def _choice(edtf: str) -> str:
    last_word = "or" if edtf[0] == "[" else "and"
    days = edtf.strip("[]{}").split(",")
    if len(days) > _MORE_THAN_FIT:
        return f"one of {len(days)} days from {_single(days[0])} to {_single(days[-1])}"
    shared = {day[:7] for day in days}
    if len(shared) == 1 and all(len(day) == 10 for day in days):
        numbers = [str(int(day[8:])) for day in days]
        return f"{_listed(numbers, last_word)} {_single(days[0][:7])}"
    return _listed([_single(day) if ".." not in day else day for day in days], last_word)


def _listed(words: list[str], last_word: str) -> str:
    if len(words) == 1:
        return words[0]
    return f"{', '.join(words[:-1])} {last_word} {words[-1]}"


def _interval(start: str, end: str) -> str:
    if start in ("", ".."):
        return f"by {_single(end)}"
    if end in ("", ".."):
        return f"from {_single(start)} on"
    if start[:7] == end[:7] and len(start) == len(end) == 10:
        return f"{int(start[8:])}–{_single(end)}"
    if start[:4] == end[:4] and len(start) == len(end) > 4:
        return f"{_single(start).removesuffix(start[:4]).strip()} – {_single(end)}"
    return f"{_single(start)} – {_single(end)}"


def _single(edtf: str) -> str:
    bare = edtf.rstrip("?~%")
    about = "about " if bare != edtf else ""
    decade = re.fullmatch(r"(\d{3})X", bare)
    if decade:
        return f"{about}the {decade[1]}0s"
    century = re.fullmatch(r"(\d{2})XX", bare)
    if century:
        return f"{about}the {century[1]}00s"
    match = _DATE.fullmatch(bare)
    if match is None:
        return edtf
    return about + _calendar(match)


def _calendar(match: re.Match[str]) -> str:
    year, month = match["year"], int(match["month"] or 0)
    if not month:
        return year
    if month in _SEASONS:
        return f"{_SEASONS[month]} {year}"
    if month in _PARTS:
        return f"{_PARTS[month]} {year}"
    if not 1 <= month <= 12:
        return match[0]
    if not match["day"]:
        return f"{MONTHS[month - 1]} {year}"
    time = f", {match['time'][:5]}" if match["time"] else ""
    return f"{int(match['day'])} {MONTHS[month - 1]} {year}{time}"
