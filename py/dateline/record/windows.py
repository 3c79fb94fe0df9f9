"""The time that a counting claim counts over: "this year", "since March", "in six months"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from dateline import edtf
from dateline.errors import BadDate
from dateline.model import Annotations
from dateline.record.claims import IN_SPAN, SINCE, THIS, Claim
from dateline.record.days import When, span_before, when
from dateline.record.numbers import cardinal
from dateline.text import plain

_HALVES = {"year": 6, "decade": 60}
"""Months of half a unit."""
_STRETCHED = {"year": 3, "decade": 24}
"""Months by which "just over" so many may be more."""
# "Since their talks in Oslo in March" does not count those talks.
_SINCE_TALKS = re.compile(
    r"since (?:[\w' -]{1,40} )?(?:talks|meeting|summit|encounter|round|session|conversation)\b"
)


@dataclass(frozen=True, slots=True)
class Window:
    """The time a claim counts over; `None` begins at the beginning."""

    start: date | None
    label: str
    vague: bool = False
    """Whether it is told since when, but not as a date."""


def window(one: Annotations, claim: Claim, day: When) -> Window | None:
    """The time that `claim` counts over, up to `day`; `None` where it is not clear."""
    text = plain(one.article.text[claim.tail.start : claim.tail.end]).lower()
    spanned = IN_SPAN.search(text)
    since = SINCE.search(text)
    if since is not None:
        start = when(_time_after(one, claim, since.end()))
        if start is None:
            return Window(None, "in all; since when is not told as a date", vague=True)
        # The first since March comes after March's; the third since March counts March's.
        later = claim.first or _SINCE_TALKS.match(text, since.start()) is not None
        first = start.latest + timedelta(days=1) if later else start.earliest
        return Window(first, f"since {start.edtf}")
    if spanned is not None:
        begin = _begin(claim, spanned, day.earliest)
        return Window(begin, " ".join(spanned[0].split())) if begin is not None else None
    this = THIS.search(text)
    if this is not None and this[0] == "this year":
        return Window(date(day.earliest.year, 1, 1), f"in {day.earliest.year}")
    if this is not None:
        start = when(_time_after(one, claim, this.start()))
        return Window(start.earliest, f"in {start.edtf}") if start is not None else None
    return Window(None, "ever")


def _begin(claim: Claim, spanned: re.Match[str], day: date) -> date | None:
    """When the span "in two and a half years" before `day` began."""
    told = spanned["count"]
    number = 1 if told in (None, "a", "the") else cardinal(told)
    number = claim.number if told == "as many" else number
    if number is None:
        return None
    # "The first in nearly three years": the last one was more than two years ago.
    full = number - 1 if spanned["near"] and claim.first else number
    unit = spanned["unit"]
    if (spanned["more"] or spanned["half"]) and unit in _HALVES:
        full, unit = full * 2 * _HALVES[unit] + _HALVES[unit], "month"
    elif spanned["over"] and not claim.first and unit in _STRETCHED:
        full, unit = full * 2 * _HALVES[unit] + _STRETCHED[unit], "month"
    elif spanned["over"] and not claim.first:
        full += 1
    return span_before(day, full, unit)


def _time_after(one: Annotations, claim: Claim, at: int) -> str | None:
    """The time told next in the claim's tail; of "since March", which goes on, when it began."""
    offset = claim.tail.start + at
    for timex in one.timexes:
        if timex.span.start >= offset:
            near = timex.span.start < claim.tail.end
            told = timex.edtf.removesuffix("/..") if timex.edtf else None
            return told if near and told is not None and _closed(told) else None
    return None


def _closed(text: str) -> bool:
    try:
        return None not in edtf.bounds(text)
    except BadDate:
        return False
