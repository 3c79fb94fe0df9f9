"""The dated reports of a folder, as far as they help to date another."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from dateline import edtf
from dateline.model import Article, Sentence, Span
from dateline.reading.dating import windows
from dateline.reading.dating.anniversaries import Anniversary, anniversaries
from dateline.reading.dating.prose import (
    Prose,
    WeekdayMention,
    age,
    direction,
    lead_weekday,
    prose_of,
)
from dateline.reading.stamps import Stamp, stamps
from dateline.reading.units import content_words

MIN_NAMES = 3
"""Capitalised words that two leads share when they are of the same people."""

MOST_RELATED = 200
"""Reports looked at for one; the ones that share most names."""

COMMON_NAME = 1_000
"""Reports that name a name; one that more of them name is the whole folder's and tells nothing."""

ONE_STORY = timedelta(days=2 * 366)
"""From the first to the last report of a folder whose reports all tell of one story."""

WIDEST = timedelta(days=31)
"""A report whose date is less certain lends none to the others."""

_NAME = re.compile(r"\b[A-Z][a-z]{2,}\b")
_MEETING = re.compile(r"\b(?:visit|trip|met|meet|meeting|summit|talks|sat down|received|hosted)")
CLAUSE = 90
"""Characters before and after a day within which its meeting and its people are named."""


@dataclass(frozen=True, slots=True)
class ToldDay:
    """A calendar day on which a report says that some people met."""

    day: date
    text: str
    names: frozenset[str]


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
    told: tuple[ToldDay, ...]

    @property
    def event_day(self) -> date | None:
        """The day of the weekday its lead names."""
        if self.weekday is None or self.first != self.last:
            return None
        return self.first - timedelta(days=age(self.weekday, self.first))


class Siblings:
    """The dated reports of a folder, found by the names of their leads."""

    def __init__(self, articles: Sequence[Article]) -> None:
        self._reports = [report for article in articles for report in _dated(article)]
        self._by_name: defaultdict[str, list[int]] = defaultdict(list)
        for index, report in enumerate(self._reports):
            for name in report.names:
                self._by_name[name].append(index)
        self.celebrating = [report for report in self._reports if report.anniversaries]
        """Those that tell of an anniversary."""

    def related(self, names: frozenset[str], but: str) -> list[DatedReport]:
        """The reports that share most of `names`, three at least, the one called `but` left out."""
        shared: Counter[int] = Counter()
        for name in names:
            shared.update(self._by_name.get(name, ())[:COMMON_NAME])
        best = sorted(shared.items(), key=lambda pair: (-pair[1], pair[0]))
        chosen = (self._reports[i] for i, count in best if count >= MIN_NAMES)
        return [report for report in chosen if report.name != but][:MOST_RELATED]

    def all_near(self, but: str) -> list[DatedReport]:
        """Every dated report but one, where all are of a few years: those of one running story."""
        found = [report for report in self._reports[: MOST_RELATED + 1] if report.name != but]
        if not found or len(self._reports) > MOST_RELATED:
            return []
        first, last = min(r.first for r in found), max(r.last for r in found)
        return found if last - first <= ONE_STORY else []


def lead_words(prose: Prose) -> frozenset[str]:
    """Content words of the headline and the first sentences."""
    return content_words(_lead_text(prose))


def lead_names(prose: Prose) -> frozenset[str]:
    """Capitalised words of the headline and the first sentences."""
    return frozenset(_NAME.findall(_lead_text(prose)))


def _lead_text(prose: Prose) -> str:
    head = [s for s in prose.sentences if s.role == "headline"][:1]
    return " ".join(prose.of(s.span) for s in (*head, *prose.lead))


def _dated(article: Article) -> Iterator[DatedReport]:
    when = article.published.edtf
    span = edtf.parse(when) if when else None
    if not span or not span.earliest or not span.latest or span.latest - span.earliest > WIDEST:
        return
    prose = prose_of(article)
    yield DatedReport(
        article.document.name,
        span.earliest,
        span.latest,
        anniversaries(prose),
        lead_weekday(prose),
        lead_words(prose),
        lead_names(prose),
        tuple(_told_days(prose, span.latest)),
    )


def _told_days(prose: Prose, published: date) -> Iterator[ToldDay]:
    """The days in the past of a report on which it says that people met."""
    for sentence in prose.numbered:
        offset = sentence.span.start
        for stamp in stamps(prose.of(sentence.span)):
            span = Span(offset + stamp.span.start, offset + stamp.span.end)
            start = max(offset, span.start - CLAUSE)
            around = prose.flat[start : min(sentence.span.end, span.end + CLAUSE)]
            day = _last(stamp, published) if _is_meeting(prose, sentence, span, around) else None
            if day:
                text = prose.flat[start : span.end].strip()
                yield ToldDay(day, text, frozenset(_NAME.findall(around)))


def _is_meeting(prose: Prose, sentence: Sentence, span: Span, around: str) -> bool:
    return _MEETING.search(around) is not None and direction(prose, sentence, span) != "future"


def _last(stamp: Stamp, published: date) -> date | None:
    """The day of a stamp, without a year the last one before the report."""
    if stamp.year:
        return stamp.days[0] if len(stamp.days) == 1 and stamp.days[0] <= published else None
    found = windows.month_of_any_year(stamp.month, stamp.day, stamp.day)
    past = [day for day, _ in found if day <= published]
    return past[-1] if past else None
