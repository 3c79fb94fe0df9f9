"""Early, mid, late, the beginning, the end: a part of a year, month, week or decade."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import replace
from datetime import date, timedelta

from dateline import edtf
from dateline.annotation.times.rule import Reading

_YEAR_MONTHS = {"early": (1, 4), "mid": (5, 8), "late": (9, 12)}
_YEAR_EDGES = {"start": (1, 1), "end": (12, 12)}
_DECADE_YEARS = {"early": (0, 3), "mid": (4, 6), "late": (7, 9), "start": (0, 1), "end": (8, 9)}
_CENTURY_YEARS = {
    "early": (0, 33), "mid": (34, 66), "late": (67, 99), "start": (0, 9), "end": (90, 99),
}  # fmt: skip
_EDGE_DAYS = 7
"""Days of "the beginning" and "the end" of a month or a quarter."""


def narrowed(whole: Reading, stage: str) -> Reading:
    """The part of `whole` that a stage names; the TIMEX3 value stays that of the whole.

    `stage` is `early`, `mid`, `late`, `start` or `end`. Ends of years and months come as days, so
    that "by the end of the year" has its last day.
    """
    if whole.edtf is None:
        return whole
    if re.fullmatch(r"\d{4}", whole.edtf):
        return replace(whole, edtf=_of_year(int(whole.edtf), stage))
    if re.fullmatch(r"\d{3}X", whole.edtf):
        return replace(whole, edtf=_of_years(int(whole.edtf[:3]) * 10, _DECADE_YEARS[stage]))
    if re.fullmatch(r"\d\dXX", whole.edtf):
        return replace(whole, edtf=_of_years(int(whole.edtf[:2]) * 100, _CENTURY_YEARS[stage]))
    span = edtf.parse(whole.edtf)
    if span.earliest is None or span.latest is None:
        return whole
    return replace(whole, edtf=_of_days(span.earliest, span.latest, stage))


def _of_year(year: int, stage: str) -> str:
    if stage in _YEAR_MONTHS:
        first, last = _YEAR_MONTHS[stage]
        return edtf.interval(f"{year:04}-{first:02}", f"{year:04}-{last:02}")
    first, last = _YEAR_EDGES[stage]
    return edtf.span_of([date(year, first, 1), date(year, last, monthrange(year, last)[1])])


def _of_years(begin: int, part: tuple[int, int]) -> str:
    return edtf.interval(f"{begin + part[0]:04}", f"{begin + part[1]:04}")


def _of_days(first: date, last: date, stage: str) -> str:
    length = (last - first).days + 1
    edge = min(_EDGE_DAYS, max(1, length // 3)) - 1
    third = length // 3
    begin, end = {
        "early": (0, third - 1),
        "mid": (third, 2 * third - 1),
        "late": (2 * third, length - 1),
        "start": (0, edge),
        "end": (length - 1 - edge, length - 1),
    }[stage]
    end = max(begin, end)
    return edtf.span_of([first + timedelta(begin), first + timedelta(end)])
