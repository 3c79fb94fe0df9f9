"""Clues that the other reports of the folder give: what one leaves open, another may fix."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from dateline import edtf
from dateline.model import Article
from dateline.reading.dating import windows
from dateline.reading.dating.anniversaries import Anniversary, anniversaries
from dateline.reading.dating.clue import Clue, spoken
from dateline.reading.dating.prose import Prose, WeekdayMention, lead_weekday, prose_of
from dateline.reading.dating.windows import Windows
from dateline.reading.units import content_words

SAME_STORY = 0.4
"""Share of the shorter lead's content words that two reports of one event have in common; reports
of different meetings of the same people stay under a third."""

MIN_SHARED = 8
MIN_NAMES = 3
NEAR, FAR = timedelta(days=2 * 366), timedelta(days=3 * 366)
"""A story's reports lie within two years of some other; a year that is three off is another's."""
_NAME = re.compile(r"\b[A-Z][a-z]{2,}\b")


@dataclass(frozen=True, slots=True)
class DatedReport:
    """What another report, whose date is known, lends to dating."""

    name: str
    """File name, for the reader."""
    first: date
    last: date
    anniversaries: tuple[Anniversary, ...]
    weekday: WeekdayMention | None
    words: frozenset[str]
    """Content words of headline and lead."""
    names: frozenset[str]

    @property
    def event_day(self) -> date | None:
        """The day of the weekday its lead names."""
        if self.weekday is None or self.first != self.last:
            return None
        return self.first - timedelta(days=(self.first.weekday() - self.weekday.weekday) % 7)


def dated_reports(articles: Sequence[Article]) -> tuple[DatedReport, ...]:
    """What the reports with a settled date lend to the others."""
    return tuple(
        _dated(article, article.published.edtf)
        for article in articles
        if article.published.edtf and article.published.confidence in {"stated", "given"}
    )


def _dated(article: Article, when: str) -> DatedReport:
    span = edtf.parse(when)
    prose = prose_of(article)
    return DatedReport(
        article.document.name,
        span.earliest or windows.FIRST,
        span.latest or windows.LAST,
        anniversaries(prose),
        lead_weekday(prose),
        lead_words(prose),
        lead_names(prose),
    )


def lead_words(prose: Prose) -> frozenset[str]:
    """Content words of the headline and the first sentences."""
    return content_words(_lead_text(prose))


def lead_names(prose: Prose) -> frozenset[str]:
    """Capitalised words of the headline and the first sentences."""
    return frozenset(_NAME.findall(_lead_text(prose)))


def _lead_text(prose: Prose) -> str:
    head = [s for s in prose.sentences if s.role == "headline"][:1]
    return " ".join(prose.of(s.span) for s in (*head, *prose.lead))


def folder_clues(prose: Prose, others: Sequence[DatedReport], allowed: Windows) -> tuple[Clue, ...]:
    """What the others say of this report's date; `allowed` is what its own words leave."""
    found = list(_by_anniversary(prose, others))
    for clue in found:
        allowed = windows.meet(allowed, clue.windows) or allowed
    found.extend(_by_event(prose, others, allowed))
    if not found:
        found.extend(_by_years(prose, others, allowed))
    return tuple(found)


def _by_anniversary(prose: Prose, others: Sequence[DatedReport]) -> Iterator[Clue]:
    for mine in anniversaries(prose):
        for other in others:
            for theirs in other.anniversaries:
                if other.first.year == other.last.year and mine.same_thing(theirs):
                    origin = theirs.origin_year(other.first.year)
                    yield _anniversary_clue(prose, mine, other, origin)


def _anniversary_clue(prose: Prose, mine: Anniversary, other: DatedReport, origin: int) -> Clue:
    year = mine.report_year(origin)
    why = (
        f"{other.name}, which is of {other.first.year}, puts the thing itself in {origin}; "
        f"{mine.number} years after that is “{prose.of(mine.relative)}”: the report is of {year}"
    )
    return Clue(windows.year(year), mine.span, prose.of(mine.span), why)


def _by_event(prose: Prose, others: Sequence[DatedReport], allowed: Windows) -> Iterator[Clue]:
    """The same news told by a dated report: its weekday is then a calendar day."""
    weekday = lead_weekday(prose)
    words = lead_words(prose)
    for other in others:
        day = other.event_day
        if weekday is None or day is None or day.weekday() != weekday.weekday:
            continue
        shared = len(words & other.words)
        shorter = min(len(words), len(other.words))
        if shared < max(MIN_SHARED, SAME_STORY * shorter) or not windows.holds(allowed, day):
            continue
        why = f"{other.name} tells of the same event, and there it is {spoken(day)}"
        span = weekday.span
        yield Clue(((day, day + timedelta(days=1)),), span, prose.of(span), why, firm=False)
        return


def _by_years(prose: Prose, others: Sequence[DatedReport], allowed: Windows) -> Iterator[Clue]:
    """Of periods years apart, the one in which the folder's reports of the same names lie."""
    if len(allowed) < 2:
        return
    names = lead_names(prose)
    related = [o for o in others if len(names & o.names) >= MIN_NAMES]
    if not related:
        return
    near = [w for w in allowed if min(_distance(w, o) for o in related) <= NEAR]
    rest = [w for w in allowed if w not in near]
    if near and all(min(_distance(w, o) for o in related) > FAR for w in rest):
        if max(end for _, end in near) - min(start for start, _ in near) > FAR:
            return
        names_text = ", ".join(o.name for o in related[:3])
        why = f"reports of the same people in this folder are of those years ({names_text})"
        years = (*windows.year(near[0][0].year), *windows.year(near[-1][1].year))
        yield Clue(((years[0][0], years[-1][1]),), None, names_text, why, firm=False)


def _distance(window: windows.Window, report: DatedReport) -> timedelta:
    if window[1] < report.first:
        return report.first - window[1]
    return max(window[0] - report.last, timedelta(0))
