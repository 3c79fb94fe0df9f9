"""Anniversaries: "the 60th anniversary of X next year" ties the report's year to that of X."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from dateline import edtf
from dateline.errors import BadDate
from dateline.model import AnchoredEvent, Sentence, Span
from dateline.reading.dating.prose import Prose, weekdays
from dateline.reading.units import content_words

_ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fifth": 5, "tenth": 10, "20th": 20, "twentieth": 20,
    "thirtieth": 30, "fortieth": 40, "fiftieth": 50, "sixtieth": 60, "seventieth": 70,
    "hundredth": 100,
}  # fmt: skip
_ANNIVERSARY = re.compile(
    rf"\b(?:(?P<digits>\d{{1,3}})(?:st|nd|rd|th)|(?P<word>{'|'.join(_ORDINALS)}))[ -]"
    r"anniversary(?: of (?P<topic>[^.;:\n]{1,120}))?"
    r"|\bwill have had (?P<had>[^.,;:\n]{1,60}?) for (?P<kept>\d{1,3}) years"
    r"|\bmark(?:s|ed|ing)? (?P<years>\d{1,3}) years (?P<since>since [^.;:\n]{1,80})",
    re.IGNORECASE,
)
_ORIGIN = re.compile(r"\b(?:in |of |since |the )(?P<year>1[5-9]\d\d|20\d\d)\b")
# What comes after the thing itself: "... of the treaty next year during his talks".
_TOPIC_END = re.compile(
    r",| (?:next|this|last|during|which|that|as|when|while|after|before|amid|and|but|in|on|at|with"
    r"|by|could|will|would|is|was|has)\b"
)
_SAME = {"ties": "relations", "bonds": "relations", "normalisation": "normalization"}
_EMPTY = frozenset({"anniversary", "marks", "their", "two", "countries"})
MOST = 10
"""Anniversaries of one report that are looked at."""

MIN_TOPIC = 2
"""Content words that two anniversaries must share to be of one thing, unless one has fewer."""


@dataclass(frozen=True, slots=True)
class Anniversary:
    """An anniversary that a report places in this, last or next year."""

    span: Span
    relative: Span
    number: int
    offset: int
    """Years from the report's to the anniversary's: 1 for "next year"."""
    topic: frozenset[str]
    origin: int | None
    """Year of the thing itself, where the sentence gives it."""

    def report_year(self, origin: int) -> int:
        """The report's year, when the thing itself was in `origin`."""
        return origin + self.number - self.offset

    def origin_year(self, report: int) -> int:
        """The year of the thing itself, when the report is of the year `report`."""
        return report + self.offset - self.number

    def same_thing(self, other: Anniversary) -> bool:
        """Whether the two are of one thing, to judge by their words."""
        shared = self.topic & other.topic
        fewer = min(len(self.topic), len(other.topic))
        return bool(fewer >= MIN_TOPIC and len(shared) >= max(MIN_TOPIC, fewer - 1))


def anniversaries(prose: Prose) -> tuple[Anniversary, ...]:
    """The anniversaries of a report whose year is told relative to the report's."""
    if "anniversary" not in prose.flat and " years" not in prose.flat:
        return ()
    found = (each for sentence in prose.sentences for each in _in(prose, sentence))
    return tuple(islice(found, MOST))


def _in(prose: Prose, sentence: Sentence) -> Iterator[Anniversary]:
    for match in _ANNIVERSARY.finditer(prose.flat, sentence.span.start, sentence.span.end):
        origin = _ORIGIN.search(match["topic"] or match["since"] or "")
        placed = _placed(prose, sentence, match.start(), exact=origin is not None)
        if placed is None:
            continue
        when, offset = placed
        yield Anniversary(
            Span(match.start(), match.start("topic") - 4 if match["topic"] else match.end()),
            when,
            _number(match),
            offset,
            _topic(match["topic"] or match["had"] or ""),
            int(origin["year"]) if origin else None,
        )


def _number(match: re.Match[str]) -> int:
    word = match["word"]
    return (
        _ORDINALS[word.lower()] if word else int(match["digits"] or match["years"] or match["kept"])
    )


def anchored_origin(found: Anniversary, anchors: Sequence[AnchoredEvent]) -> int | None:
    """The year of the maintainer's event that an anniversary is of; `None` where none is, or two.

    The event's name must hold every word of what is celebrated, two at least.
    """
    if len(found.topic) < MIN_TOPIC:
        return None
    years = {
        year
        for anchor in anchors
        if any(found.topic <= _topic_words(name) for name in (anchor.name, *anchor.aliases))
        for year in _year_of(anchor, found.number)
    }
    return years.pop() if len(years) == 1 else None


def _year_of(anchor: AnchoredEvent, number: int) -> Iterator[int]:
    """The year of an event, or of what it is the anniversary of."""
    try:
        span = edtf.parse(anchor.date)
    except BadDate:
        return
    if span.earliest and span.latest and span.earliest.year == span.latest.year:
        itself = "anniversary" in anchor.name.lower()
        yield span.earliest.year - (number if itself else 0)


def _placed(prose: Prose, sentence: Sentence, at: int, exact: bool) -> tuple[Span, int] | None:
    """The words that place an anniversary in time, and the years from the report's to its own.

    "Next year" and its like do; where the year of the thing itself is given, so does the weekday
    on which it is marked, for that is of the report's own year.
    """
    said = next((said for each, said in prose.relating if each is sentence), ())
    years = [r for r in said if r.unit == "year"]
    if years:
        nearest = min(years, key=lambda r: abs(r.span.start - at))
        return nearest.span, nearest.offset
    day = next(weekdays(prose, sentence), None) if exact else None
    return (day.span, 0) if day else None


def _topic(words: str) -> frozenset[str]:
    ending = _TOPIC_END.search(words)
    return _topic_words(words[: ending.start()] if ending else words)


def _topic_words(words: str) -> frozenset[str]:
    kept = content_words(words)
    return frozenset(_SAME.get(word, word) for word in kept) - _EMPTY
