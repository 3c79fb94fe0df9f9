"""The days that the clues leave where the page states none: a day, some, or a range."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from dateline import edtf
from dateline.model import Confidence, Evidence, Publication
from dateline.reading.dating import windows
from dateline.reading.dating.case import Case, day_name
from dateline.reading.dating.clue import CLOCKS, Clue
from dateline.reading.dating.prose import NEWS_AGE, age, lead_weekday, lead_weekdays, still_ahead
from dateline.reading.dating.windows import EVER, Windows

MOST_CANDIDATES = 8
"""Days listed one by one; where more are possible, their range is given."""

LONGEST = 366
"""Days of the longest range worth giving; a wider one says nothing of a report."""

CRAWL = timedelta(days=366)
"""A page's own clock is read when the page is saved, mostly within a year of the report."""


def nearest_before_clock(case: Case) -> None:
    """Of periods years apart, keep the one just before the page was saved."""
    clocks = [c for c in case.candidates if c.kind in CLOCKS or c.kind == "updated"]
    if len(case.allowed) < 2 or not clocks or windows.size(case.allowed) > LONGEST * 10:
        return
    clock = max(c.days[-1] for c in clocks)
    near = [w for w in case.allowed if w[0] <= clock <= w[1] + CRAWL]
    rest = [w for w in case.allowed if w not in near]
    if len(near) == 1 and all(abs(w[1] - clock) > 2 * CRAWL for w in rest):
        case.allowed = tuple(near)
        text = next(c.text for c in clocks if c.days[-1] == clock)
        why = f"of the years possible, {near[0][0].year} is the one before the page was saved"
        case.evidence.append(Evidence(None, text, "used", why))


def from_windows(case: Case) -> Publication:
    """The days that the clues leave, thinned by the weekday the lead names."""
    narrow = windows.size(case.allowed) <= LONGEST
    days, weekday = _on_weekday(case) if narrow else ((), [])
    if not days or (len(days) > MOST_CANDIDATES and (days[-1] - days[0]).days > LONGEST):
        firm = [clue for clue in case.kept if clue.firm]
        case.evidence.extend(clue.verdict("used") for clue in _telling(firm))
        return Publication(None, "unknown", tuple(case.evidence))
    used = [clue.verdict("used") for clue in _telling(case.kept)]
    if len(days) > MOST_CANDIDATES:
        when = _range(case.allowed[0][0], case.allowed[-1][1])
        return Publication(when, "inferred", (*used, *case.evidence))
    confidence: Confidence = "inferred" if len(days) == 1 else "candidates"
    when = edtf.one_of(day.isoformat() for day in days)
    return Publication(when, confidence, (*used, *weekday, *case.evidence))


def _telling(clues: Sequence[Clue]) -> list[Clue]:
    """The clues without which more days would be possible, each as few as can be."""
    needed = list(clues)
    for clue in reversed(clues):
        rest = [other for other in needed if other is not clue]
        if rest and _met(rest) == _met(needed):
            needed = rest
    return needed


def _met(clues: Sequence[Clue]) -> Windows:
    allowed = EVER
    for clue in clues:
        allowed = windows.meet(allowed, clue.windows)
    return allowed


def _on_weekday(case: Case) -> tuple[tuple[date, ...], list[Evidence]]:
    days, prose = windows.days(case.allowed), case.prose
    mention = prose.written or lead_weekday(prose)
    if mention is None:
        return days, []
    if len(days) == 1:
        told = (mention, *lead_weekdays(prose))
        return (days if any(age(m, days[0]) <= NEWS_AGE for m in told) else ()), []
    same_day = prose.written is not None or still_ahead(prose)
    kept = tuple(d for d in days if age(mention, d) <= (0 if same_day else 1))
    if not kept:
        return days, []
    why = f"the news is of a {day_name(mention.weekday)}"
    if prose.written:
        why = f"it was written on a {day_name(mention.weekday)}"
    elif same_day:
        why += ", and part of it was still to come that day"
    else:
        why += " or the day after"
    return kept, [Evidence(mention.span, prose.of(mention.span), "used", why)]


def _range(first: date, last: date) -> str:
    """A range of days, as a month or a year where it is exactly that."""
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31) and first.year == last.year:
        return str(first.year)
    if first.day == 1 and windows.month(first.year, first.month) == ((first, last),):
        return f"{first.year}-{first.month:02d}"
    return edtf.interval(first.isoformat(), last.isoformat())
