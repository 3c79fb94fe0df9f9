"""What the prose of a report says of days, before it is known when it was written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import Literal

from dateline.annotation.times.signs import SignReader, Signs
from dateline.model import Article, Sentence, Span
from dateline.reading.dating.candidates import dateline_weekday
from dateline.reading.stamps import WEEKDAYS, stamps, weekday_number
from dateline.reading.words import as_plain

Unit = Literal["week", "month", "year"]

MOST_SENTENCES = 300
"""Sentences read for clues; a long report has a hundred."""

LONGEST = 1_500
"""Code points of the longest sentence read for clues; news has none of a third of that."""

EARLY = 60
"""Code points of a sentence before its first verb: of a subject, mostly."""

LEAD = 4
"""Sentences of the body in which a report says when its news happened."""

_DAY_NAMES = "|".join(name.title() for name in WEEKDAYS)
_WEEKDAY = re.compile(
    rf"\b(?P<which>(?:last|next|this|every|each|early|late) )?(?P<day>{_DAY_NAMES})"
    r"(?P<plural>s)?\b(?!,? (?:the )?(?:\d|[A-Z][a-z]{2,8}\.? \d))"
)
_RELATIVE = re.compile(
    r"(?P<later>\blater |\bearlier )?\b(?P<which>this|next|last) (?P<unit>week|month|year)\b(?!-)",
    re.IGNORECASE,
)
_DIGIT = re.compile(r"\d")
_UNITS: dict[str, Unit] = {"week": "week", "month": "month", "year": "year"}
_OFFSETS = {"last": -1, "this": 0, "next": 1}
_STILL_AHEAD = re.compile(
    r"\b(?:(?:is|are|was|were) (?:(?:expected|scheduled|set|due) )?to|will (?:later|then|also)) "
    r"(?:return|fly|leave|depart|travel|meet|hold|attend|have (?:a )?(?:dinner|lunch|talks)|dine"
    r"|visit|address|host|tour|urge|press|raise|seek|discuss)\b"
    r"|\b(?:summit|talks|meeting|session|ceremony|hearing)\b[^;:]{0,60}"
    r"\b(?:is|are) (?:expected|set|due|scheduled) to "
)
_DATED = re.compile(
    rf"\b(?:{_DAY_NAMES}|(?:this|next|last|coming) (?:week|month|year)|soon|tomorrow|\d{{4}})\b",
    re.IGNORECASE,
)
# "A judge on Monday forbade ...": right behind the day stands the verb it belongs to.
_VERB_NEXT = re.compile(
    r"(?: (?:morning|afternoon|evening|night))? (?!(?:and|or|but|to|in|at|on|for|with|when|as|after"
    r"|before|that|who|which|while|by|from|of|over|into|until|amid|during|because|following|since"
    r"|if|where|will|would|may|might|could|should|can|about|against|between|ahead|the|an?)\b)"
    r"[a-z]{3,14}(?<!s)(?<!ing)\b(?! ?-)"
)
_PLANNED = re.compile(r"\b(?:will|would|shall|may|to|set|due|expected|scheduled|plans?|is|are)\b")
NEWS_AGE = 2
"""Days between the news and its report; a third is rare, and by then the date is given."""


@dataclass(frozen=True, slots=True)
class WeekdayMention:
    """A weekday named in the prose, 0 for Monday, and the tense it is named in."""

    span: Span
    weekday: int
    direction: Literal["past", "future", ""]


@dataclass(frozen=True, slots=True)
class Relative:
    """This, next or last week, month or year."""

    span: Span
    unit: Unit
    offset: int
    """-1, 0 or 1."""
    later: bool
    """Whether it is said to lie ahead: "later this month"."""
    earlier: bool


class _Signs(SignReader):
    """A reader of signs that remembers what it has read: several clues ask of one expression."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self._read: dict[tuple[int, int], Signs] = {}

    def read(self, sentence: tuple[int, int], start: int, end: int) -> Signs:
        if (start, end) not in self._read:
            self._read[start, end] = super().read(sentence, start, end)
        return self._read[start, end]


@dataclass(frozen=True, slots=True)
class Prose:
    """The sentences of a report's own words, with quotes and blanks made plain."""

    flat: str
    sentences: tuple[Sentence, ...]
    """Headline, standfirst and body; captions tell of pictures."""
    signs: SignReader
    """Tells the tense around an expression."""
    written: WeekdayMention | None = None
    """The weekday of the dateline, on which the report was written: "SEOUL, Sunday"."""

    body: tuple[Sentence, ...] = ()
    """The sentences of the body alone."""
    numbered: tuple[Sentence, ...] = ()
    """Those of the body that hold a digit, and so may hold a date."""
    relating: tuple[tuple[Sentence, tuple[Relative, ...]], ...] = ()
    """The sentences that say "this month" and the like, with what they say."""

    @property
    def lead(self) -> tuple[Sentence, ...]:
        """The first sentences of the body."""
        return self.body[:LEAD]

    def of(self, span: Span) -> str:
        """The words of a span, quotes and blanks plain."""
        return self.flat[span.start : span.end]


def prose_of(article: Article) -> Prose:
    """The report's sentences, captions left out."""
    own = (s for s in article.sentences if s.role != "caption" and len(s.span) <= LONGEST)
    kept = tuple(islice(own, MOST_SENTENCES))
    flat = as_plain(article.text)
    found = dateline_weekday(article)
    body = tuple(s for s in kept if s.role == "body")
    return Prose(
        flat,
        kept,
        _Signs(flat),
        WeekdayMention(found[1], found[0], "") if found else None,
        body,
        tuple(s for s in body if _DIGIT.search(flat, s.span.start, s.span.end)),
        tuple((s, said) for s in kept if (said := tuple(_relatives(flat, s.span)))),
    )


def weekdays(prose: Prose, sentence: Sentence) -> Iterator[WeekdayMention]:
    """The weekdays a sentence names, without those of habit ("every Friday", "Fridays")."""
    bounds = (sentence.span.start, sentence.span.end)
    for match in _WEEKDAY.finditer(prose.flat, *bounds):
        which = (match["which"] or "").strip()
        if match["plural"] or which in {"every", "each", "last", "next"}:
            continue
        if prose.written and match.start("day") == prose.written.span.start:
            continue
        tense = prose.signs.read(bounds, match.start("day"), match.end()).direction
        subject = prose.flat[bounds[0] : match.start("day")]
        # A verb of unknown form: what follows it is to come, not what happened on the day.
        if tense == "future" and len(subject) < EARLY and not _PLANNED.search(subject):
            tense = "" if _VERB_NEXT.match(prose.flat, match.end()) else tense
        span = Span(match.start("day"), match.end())
        yield WeekdayMention(span, weekday_number(match["day"]), tense)


def lead_weekdays(prose: Prose) -> tuple[WeekdayMention, ...]:
    """The weekdays on which the news happened: those the lead names in the past.

    Where it names none so, those of which no verb that is known tells the tense.
    """
    named = [mention for sentence in prose.lead for mention in weekdays(prose, sentence)]
    past = tuple(mention for mention in named if mention.direction == "past")
    return past or tuple(mention for mention in named if not mention.direction)


def lead_weekday(prose: Prose) -> WeekdayMention | None:
    """The first weekday that the lead names in the past."""
    return next(iter(lead_weekdays(prose)), None)


def age(mention: WeekdayMention, day: date) -> int:
    """Days from the last such weekday to `day`: 0 where `day` is one itself."""
    return (day.weekday() - mention.weekday) % 7


def against(prose: Prose, day: date) -> WeekdayMention | None:
    """A weekday of the text that tells against `day` as the day of the report; `None` if none does.

    A report follows its news within two days, and its dateline within one; of several weekdays of
    the lead, one that fits is enough.
    """
    if prose.written and age(prose.written, day) > 1:
        return prose.written
    told = lead_weekdays(prose)
    return told[0] if told and all(age(mention, day) > NEWS_AGE for mention in told) else None


def coming_weekday(prose: Prose, after: int) -> WeekdayMention | None:
    """The first weekday, behind the offset `after`, that still lies ahead of the report."""
    for sentence in prose.body:
        for mention in weekdays(prose, sentence):
            if mention.direction == "future" and mention.span.start >= after:
                return mention
    return None


def _relatives(flat: str, span: Span) -> Iterator[Relative]:
    """The "next month" and the like within a span."""
    for match in _RELATIVE.finditer(flat, span.start, span.end):
        said = (match["later"] or "").strip().lower()
        yield Relative(
            Span(match.start(), match.end()),
            _UNITS[match["unit"].lower()],
            _OFFSETS[match["which"].lower()],
            said == "later",
            said == "earlier",
        )


def direction(prose: Prose, sentence: Sentence, span: Span) -> Literal["past", "future", ""]:
    """Whether what `span` dates is told as past or as to come."""
    bounds = (sentence.span.start, sentence.span.end)
    return prose.signs.read(bounds, span.start, span.end).direction


def still_ahead(prose: Prose) -> bool:
    """Whether the body tells a visitor's next act as to come, without a day: it was that day's."""
    for sentence in prose.body:
        words = prose.of(sentence.span)
        if _STILL_AHEAD.search(words) and not _DATED.search(words):
            return True
    return False


def past_days(prose: Prose, sentence: Sentence) -> Iterator[tuple[date, Span]]:
    """The days, given with their year, that a sentence tells as past."""
    offset = sentence.span.start
    for stamp in stamps(prose.of(sentence.span)):
        span = Span(offset + stamp.span.start, offset + stamp.span.end)
        if stamp.days and direction(prose, sentence, span) == "past":
            yield stamp.days[0], span


def news_day(prose: Prose) -> tuple[date, Span] | None:
    """The latest day, given with its year, that the lead tells as past."""
    return max((pair for s in prose.lead for pair in past_days(prose, s)), default=None)
