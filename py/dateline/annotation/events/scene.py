"""What holds for a whole report: the place it was sent from, the day of its news."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dateline import edtf
from dateline.annotation.events.homes import countries
from dateline.annotation.events.lexicon import BUILDINGS, HOUSES
from dateline.annotation.quotations.lexicon import REPORTING
from dateline.annotation.quotations.words import Words
from dateline.model import Article, Span, Timex

# A report follows its event by days; what lies further back is background.
NEWS_DAYS = 10
# The news is dated in the first sentences, or in the caption and headline above them.
LEAD_UNITS = 3
# "OSLO, May 14 (Agency) -", "13 November 2025 —".
_DATELINE_END = re.compile(r" ?(?:\([^)\n]{1,30}\))? ?(?:--|—|–| - |- |:)")
_CLOCK = re.compile(r"T[0-9:]+(?:Z|[+-][0-9:]+)?")
"""The hour in an EDTF date, in each of a set's, too."""
_WILL = frozenset({"will", "would"})
_SET_OFF = frozenset({"|", ",", "/", "–", "—", "-", "•", "·"})
_WILL_REACH = 6
_HEAD_ROLES = frozenset({"headline", "standfirst"})


@dataclass(frozen=True, slots=True)
class Scene:
    """What holds for the whole article."""

    published: str | None
    place: str | None
    """Entity of the place the report was sent from."""
    homes: dict[str, str]
    """Person -> country or body it speaks for."""
    days: tuple[str, ...] = ()
    """The days that the lead dates its news with, announcements last."""
    opening: tuple[str, ...] = ()
    """Those of its first sentence alone."""
    elsewhere: frozenset[int] = frozenset()
    """Numbers of the sentences that tell of another place than the report was sent from."""


def sent_from(article: Article, words: Words) -> str | None:
    """The entity of the place the report was sent from.

    The dateline's, else the byline's ("By A. Writer in Rome", "A. Writer | Rome"), else the one
    place that headline and standfirst name with "in".
    """
    if article.place is not None:
        return _place_in(words, article.place)
    body = next((s.span for s in article.sentences if s.role == "body"), None)
    if body is not None and (alone := _only_place(words, body)) is not None:
        return alone  # "Arusha. The ministers agreed"
    credits = [line.span for line in article.lines if line.role == "byline"]
    written = [place for span in credits for place in _places_in(words, span)]
    if written:
        return written[0]  # "By A in Rome and B in Oslo"
    for span in credits:
        if (place := _signed_from(words, span)) is not None:
            return place
    places = {place for span in _heads(article) for place in _places_in(words, span)}
    return places.pop() if len(places) == 1 else None


def _signed_from(words: Words, span: Span) -> str | None:
    """The place that ends a byline, set off by a mark: "By A. Writer | Rome"."""
    low, high = words.range(span)
    last = words.mention[high - 1] if high > low + 1 else None
    if last is None or last.type != "place" or last.kind != "name":
        return None
    first = words.range(last.span)[0]
    return last.entity if first > low and words.low[first - 1] in _SET_OFF else None


def _only_place(words: Words, span: Span) -> str | None:
    """The place that is all of a sentence."""
    inside = [m for m in words.mentions if span.covers(m.span) and m.type == "place"]
    rest = span.end - inside[0].span.end if inside else 2
    whole = rest <= 1 and inside[0].span.start == span.start
    return inside[0].entity if whole else None


def is_building(place: str) -> bool:
    """Whether a place's id is a house's: `state-house`, `palais-des-nations`."""
    first, last = place.partition("-")[0], place.rpartition("-")[2]
    return last in BUILDINGS or first in HOUSES


def _heads(article: Article) -> list[Span]:
    return [line.span for line in article.lines if line.role in _HEAD_ROLES]


def _place_in(words: Words, span: Span) -> str | None:
    inside = [m for m in words.mentions if span.covers(m.span) and m.type == "place"]
    return inside[0].entity if inside else None


def units_elsewhere(
    words: Words, units: Iterable[tuple[int, Span]], place: str | None
) -> frozenset[int]:
    """The numbers of those units that say "in" or "at" another place, which is no country."""
    return frozenset(
        number
        for number, span in units
        if place is not None
        and not _here(words, span)
        and any(
            not is_building(each)
            for each in {*_places_in(words, span, ahead=False)} - countries() - {place}
        )
    )


def _here(words: Words, span: Span) -> bool:
    low, high = words.range(span)
    return "here" in words.low[low:high]


def _places_in(words: Words, span: Span, *, ahead: bool = True) -> list[str]:
    """The places that "in" or "at" stands before; with `ahead`, also where something will be."""
    low, high = words.range(span)
    found = []
    for at in range(low + 1, high):
        mention = words.mention[at]
        named = mention is not None and mention.type == "place" and mention.kind == "name"
        if named and mention is not None and mention.entity and words.low[at - 1] in ("in", "at"):
            held = _WILL.isdisjoint(words.low[max(low, at - _WILL_REACH) : at])
            found += [mention.entity] if ahead or held else []
    return found


def lead_days(
    article: Article, words: Words, timexes: Sequence[Timex], units: int = LEAD_UNITS
) -> tuple[str, ...]:
    """The fresh days of the first `units` sentences, and of what stands above them.

    Those that only date an announcement come last; the day of a dateline counts when there is no
    other.
    """
    lead = _lead(article, units)
    if lead is None:
        return ()
    own: list[str] = []
    announced: list[str] = []
    written: list[str] = []
    for timex in timexes:
        if timex.edtf is None or not lead.covers(timex.span) or timex.modality == "planned":
            continue
        if not (is_day(timex.edtf) and fresh(timex.edtf, article.published.edtf)):
            continue
        day = _CLOCK.sub("", timex.edtf)
        apart = article.sentence_at(timex.span.start) is None
        if apart or _DATELINE_END.match(article.text, timex.span.end):
            written.append(day)
        else:
            (announced if _dates_speech(words, timex) else own).append(day)
    return tuple(dict.fromkeys((*own, *announced) or written))


def _lead(article: Article, units: int) -> Span | None:
    body = [s.span for s in article.sentences if s.role == "body"][:units]
    return Span(min(s.span.start for s in article.sentences), body[-1].end) if body else None


def is_day(date: str) -> bool:
    """Whether the date is one day, or a choice of days."""
    found = edtf.parse(date)
    return found.earliest == found.latest or date.startswith("[")


def fresh(date: str, published: str | None) -> bool:
    """Whether a date lies in the days before publication."""
    if published is None:
        return True
    day, told = edtf.parse(date), edtf.parse(published)
    if day.earliest is None or day.latest is None or told.earliest is None or told.latest is None:
        return False
    return (told.earliest - day.latest).days <= NEWS_DAYS and day.earliest <= told.latest


def _dates_speech(words: Words, timex: Timex) -> bool:
    """Whether the expression belongs to a reporting verb: "officials said on Thursday"."""
    at, _ = words.range(timex.span)
    before = [words.low[i] for i in range(max(0, at - 2), at)]
    return any(word in REPORTING for word in before)
