"""Open intervals: what "by", "until", "before", "since" and "after" make of a date."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta

from dateline import edtf
from dateline.annotation.times.rule import Context, Reading

_UP_TO = frozenset({"by", "until", "till", "up to", "up until", "through", "no later than"})
_UP_TO_ALL = _UP_TO | {"not later than", "before", "prior to"}
_ON_FROM = frozenset({"since", "starting", "beginning", "effective", "starting in", "starting on"})
_ON_FROM_ALL = _ON_FROM | {"starting from", "beginning in", "beginning on", "after", "from"}
_MEASURED = re.compile(
    r"\b(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|decades?|shortly|soon|just|long"
    r"|right|immediately) (?:after|before|prior to|since|from) (?:the )?$",
    re.IGNORECASE,
)
_CREDIT_WORDS = 12
"""Words of the longest line that can be a credit ("by May 27, 2024 Featured, News")."""


def opened(reading: Reading, context: Context) -> Reading:
    """The reading with its EDTF opened to one side, where the preposition before it asks for it.

    A genitive or a modifier stays as it is: "before Friday's vote" dates the vote. So does what
    an event is compared with ("the first since 2019") or measured from ("two days before Friday").
    """
    preposition = context.signs.preposition
    if reading.edtf is None or reading.type != "DATE" or reading.closed:
        return reading
    if reading.edtf.startswith("["):
        return reading  # of "until 5/7/2031" no end can be told: it may be one of two days
    if preposition not in _UP_TO_ALL and preposition not in _ON_FROM_ALL:
        return reading
    if context.signs.owns or context.signs.modifies or _MEASURED.search(context.before()):
        return reading
    if preposition == "since" and context.signs.ranked:
        return reading
    if preposition == "by" and _in_credit(context):
        return reading
    if preposition in ("from", "through") and not _opens_late(preposition, context):
        return reading
    return replace(reading, edtf=_open(reading.edtf, preposition))


def _opens_late(preposition: str, context: Context) -> bool:
    """Whether "from" names no origin ("a law from 2009") and "through" ends no verb."""
    if preposition == "from":
        ends = re.match(r" ?(?:to|until|till|through|and|-|–)\b", context.after(10))
        return context.signs.direction == "future" and not ends
    return context.capital(context.start) or context.text[context.start].isdigit()


def _open(date: str, preposition: str) -> str:
    first, last = date.split("/") if "/" in date else (date, date)
    if edtf.OPEN in (first, last):
        return date
    if preposition in _UP_TO:
        return edtf.open_before(last)
    if preposition in ("before", "prior to", "not later than"):
        return edtf.open_before(_neighbour(first, -1))
    return edtf.open_after(_neighbour(last, 1) if preposition == "after" else first)


def _neighbour(date: str, step: int) -> str:
    """The year, month or day before or after one; of other dates, the date itself."""
    span = edtf.parse(date)
    outside = span.earliest if step < 0 else span.latest
    if outside is None or not re.fullmatch(r"\d{4}(?:-\d\d){0,2}", date) or date[5:7] > "12":
        return date
    return (outside + timedelta(step)).isoformat()[: len(date)]


def _in_credit(context: Context) -> bool:
    """Whether the line is a credit, not a sentence: it begins with "by" and is short."""
    start = context.text.rfind("\n", 0, context.start) + 1
    if context.start - start > 6:
        return False
    end = context.text.find("\n", context.start)
    line = context.text[start : end if end >= 0 else len(context.text)][:200]
    return len(line.split()) <= _CREDIT_WORDS and not line.rstrip().endswith((".", "!", "?", '"'))
