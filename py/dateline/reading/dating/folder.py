"""Clues that the other reports of the folder give: what one leaves open, another may fix."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from dateline.reading.dating import windows
from dateline.reading.dating.anniversaries import anniversaries
from dateline.reading.dating.clue import Clue, spoken
from dateline.reading.dating.prose import Prose, WeekdayMention, against, age, lead_weekday
from dateline.reading.dating.siblings import (
    MIN_NAMES,
    DatedReport,
    Siblings,
    lead_names,
    lead_words,
)
from dateline.reading.dating.text_clues import SLACK
from dateline.reading.dating.windows import ONE_DAY, Windows

SAME_STORY = 0.4
"""Share of the shorter lead's content words that two reports of one event have in common; reports
of different meetings of the same people stay under a third."""

MIN_SHARED = 8
NEAR, FAR = timedelta(days=2 * 366), timedelta(days=3 * 366)
"""A story's reports lie within two years of some other; a year that is three off is another's."""

CLOSE, APART = timedelta(days=31), timedelta(days=300)
"""A year-less day is that of the year in which the story was told of, days or weeks before."""

SHOWN = 3
NARROW = 62
"""Days, at most, that a report's own words must leave for a day told elsewhere to be its own."""

FEW = 200
"""Days one by one that are weighed against the folder's years: a day of every year."""


def folder_clues(prose: Prose, siblings: Siblings, name: str, allowed: Windows) -> tuple[Clue, ...]:
    """What the others say of the report `name`; `allowed` is what its own words leave."""
    related = siblings.related(lead_names(prose), name)
    found = list(_by_anniversary(prose, siblings, name))
    for clue in found:
        allowed = windows.meet(allowed, clue.windows) or allowed
    by_day = [*_by_event(prose, related, allowed), *_by_told_day(prose, related, allowed)][:1]
    found.extend(by_day)
    if not found:
        others = related or siblings.all_near(name)
        whose = "reports of the same people" if related else "other reports"
        found.extend(_by_years(prose, others, allowed, whose))
    return tuple(found)


def _by_anniversary(prose: Prose, siblings: Siblings, name: str) -> Iterator[Clue]:
    for mine in anniversaries(prose):
        for other in siblings.celebrating:
            if other.name == name or other.first.year != other.last.year:
                continue
            for theirs in other.anniversaries:
                if mine.same_thing(theirs):
                    origin = theirs.origin_year(other.first.year)
                    year = mine.report_year(origin)
                    why = (
                        f"{other.name}, which is of {other.first.year}, puts the thing itself in "
                        f"{origin}; {mine.number} years after that is “{prose.of(mine.relative)}”: "
                        f"the report is of {year}"
                    )
                    yield Clue(windows.year(year), mine.span, prose.of(mine.span), why)


def _by_event(prose: Prose, related: Sequence[DatedReport], allowed: Windows) -> Iterator[Clue]:
    """The same news told by a dated report: its weekday is then a calendar day.

    In a large folder many meetings look alike: only where all that do are of one day.
    """
    weekday = lead_weekday(prose)
    words = lead_words(prose)
    fitting: dict[date, DatedReport] = {}
    for other in related:
        day = other.event_day
        if weekday is None or day is None or day.weekday() != weekday.weekday:
            continue
        shared = len(words & other.words)
        shorter = min(len(words), len(other.words))
        if shared >= max(MIN_SHARED, SAME_STORY * shorter) and windows.holds(allowed, day):
            fitting.setdefault(day, other)
    if weekday and len(fitting) == 1:
        ((day, other),) = fitting.items()
        why = f"{other.name} tells of the same event, and there it is {spoken(day)}"
        span = weekday.span
        yield Clue(((day, day + ONE_DAY),), span, prose.of(span), why, firm=False)


def _by_told_day(prose: Prose, related: Sequence[DatedReport], allowed: Windows) -> Iterator[Clue]:
    """A meeting or visit of the same people, of which another report tells the day.

    Only where the report's own words leave few weeks, and one such day alone is of its weekday.
    """
    weekday = prose.written or lead_weekday(prose)
    if weekday is None or windows.size(allowed) > NARROW:
        return
    names = lead_names(prose)
    fitting = {
        told.day: (other, told)
        for other in related
        for told in other.told
        if windows.holds(allowed, told.day)
        and told.day.weekday() == weekday.weekday
        and len(told.names & names) >= MIN_NAMES - 1
    }
    if len(fitting) == 1:
        ((day, (other, told)),) = fitting.items()
        why = f"{other.name} tells of this as “{told.text}”, {spoken(day)}"
        last = day if prose.written else day + ONE_DAY
        yield Clue(((day, last),), weekday.span, prose.of(weekday.span), why, firm=False)


def _by_years(
    prose: Prose, related: Sequence[DatedReport], allowed: Windows, whose: str
) -> Iterator[Clue]:
    """Of periods years apart, the one in which the folder's reports of the same names lie.

    `whose` says which reports `related` are, for the reader.
    """
    allowed = _on_weekdays(prose, allowed)
    if len(allowed) < 2 or not related:
        return
    named = ", ".join(o.name for o in related[:SHOWN])
    near = _inside(allowed, related) or _close(allowed, related)
    weekday = lead_weekday(prose)
    if not near and weekday is not None:
        near = _near_on_weekday(weekday, allowed, related)
        if near:
            why = (
                f"of the years around {whose} in this folder ({named}) only in one is that "
                f"day the weekday of “{prose.of(weekday.span)}”"
            )
            yield Clue(near, weekday.span, prose.of(weekday.span), why, firm=False)
            return
    near = near or _near(allowed, related)
    if near:
        why = f"{whose} in this folder are of those years ({named})"
        yield Clue(near, None, named, why, firm=False)


def _on_weekdays(prose: Prose, allowed: Windows) -> Windows:
    """Where each period is a day or a dateline's, those on which the weekdays of the text fall."""
    if len(allowed) > FEW + 1 or any(end - start > timedelta(days=SLACK) for start, end in allowed):
        return allowed
    return tuple(w for w in allowed if not against(prose, w[0]))


def _inside(allowed: Windows, related: Sequence[DatedReport]) -> Windows:
    """The one period that lies between the first and the last of the other reports."""
    if len(related) < 2:
        return ()
    first, last = min(o.first for o in related), max(o.last for o in related)
    inside = [w for w in allowed if first <= w[0] and w[1] <= last]
    return tuple(inside) if len(inside) == 1 else ()


def _close(allowed: Windows, related: Sequence[DatedReport]) -> Windows:
    """The one period within weeks of another report, where all the rest are most of a year off."""
    apart = [min(_distance(w, o) for o in related) for w in allowed]
    close = [w for w, distance in zip(allowed, apart, strict=True) if distance <= CLOSE]
    rest = [distance for distance in apart if distance > CLOSE]
    return tuple(close) if len(close) == 1 and all(d > APART for d in rest) else ()


def _near(allowed: Windows, related: Sequence[DatedReport]) -> Windows:
    """The years close to the other reports, where all the rest are far from them."""
    near = [w for w in allowed if min(_distance(w, o) for o in related) <= NEAR]
    rest = [w for w in allowed if w not in near]
    if not near or not all(min(_distance(w, o) for o in related) > FAR for w in rest):
        return ()
    first, last = date(near[0][0].year, 1, 1), date(near[-1][1].year, 12, 31)
    return ((first, last),) if last - first <= FAR else ()


def _near_on_weekday(
    weekday: WeekdayMention, allowed: Windows, related: Sequence[DatedReport]
) -> Windows:
    """Of the years close to the others the one whose day is of the lead's weekday.

    "MADRID, June 3 - A fund will buy the club, it said on Monday": datelines give the day of the
    news.
    """
    near = [w for w in allowed if min(_distance(w, o) for o in related) <= NEAR]
    short = all(w[1] - w[0] <= timedelta(days=SLACK) for w in near)
    ages = [age(weekday, w[0]) for w in near]
    # The day before the dateline's is its news where no year makes it that very day.
    fitting = [w for w, days in zip(near, ages, strict=True) if days == min(ages)]
    return tuple(fitting) if short and len(fitting) == 1 and min(ages) <= 1 else ()


def _distance(window: windows.Window, report: DatedReport) -> timedelta:
    if window[1] < report.first:
        return report.first - window[1]
    return max(window[0] - report.last, timedelta(0))
