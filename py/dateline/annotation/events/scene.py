"""What holds for a whole report: the place it was sent from, the day of its news."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import takewhile

from dateline import edtf
from dateline.annotation.events.homes import countries
from dateline.annotation.events.lexicon import HOUSES, WITHIN_TOWNS
from dateline.annotation.quotations.closed import WEEKDAYS
from dateline.annotation.quotations.lexicon import REPORTING
from dateline.annotation.quotations.phrases import MONTHS
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
_SET_OFF = frozenset({"|", ",", "–", "—", "-", "•", "·", "(", ":"})
_THERE = frozenset({"in", "at"})
_FROM = frozenset({"in", "from", "at"})
_ENDS = frozenset({"and", *WEEKDAYS, *MONTHS})
_BORDERS = frozenset({"border", "frontier"})
_ON = frozenset({"at", "on"})
_BORDER_REACH = 4
_SIGNED = frozenset({"byline", "dateline", "agency"})
_BESIDES = frozenset({"furniture", "standfirst"})
_UN_SEAT = frozenset({"new-york", "new-york-city"})
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
    named: frozenset[int] = frozenset()
    """Where the place is only a town that the first sentences name: those that name it."""


def sent_from(article: Article, words: Words) -> str | None:
    """The entity of the place the report was sent from.

    The dateline's, else the byline's ("By A. Writer in Rome", "A. Writer | Rome", "Our
    correspondent, from Rome"), else the one place that headline and standfirst name with "in".
    """
    written = article.place and (_place_in(words, article.place) or _seat_in(words, article.place))
    if written:
        return written
    body = next((s.span for s in article.sentences if s.role == "body"), None)
    if body is not None and (alone := _only_place(words, body)) is not None:
        return alone  # "Arusha. The ministers agreed"
    credited = [place for span in _credits(article) for place in _signed_from(words, span)]
    if credited:
        return _told_above(article, words, credited) or credited[0]
    places = {place for span in _heads(article) for place in places_in(words, span)}
    return places.pop() if len(places) == 1 else None


def town_of_lead(article: Article, words: Words) -> str | None:
    """The one town that the first sentences name with "in", unless they name none or more.

    Nothing above the report may tell where it was sent from.
    """
    if any(places_in(words, span) for span in _heads(article)):
        return None
    places = _towns_of_lead(article, words)
    return places.pop() if len(places) == 1 else None


def _towns_of_lead(article: Article, words: Words) -> set[str]:
    """The towns that the first sentences name with "in"."""
    lead = [s.span for s in article.sentences if s.role == "body"][:LEAD_UNITS]
    places = {place for span in lead for place in places_in(words, span)} - countries()
    return {place for place in places if not is_building(place)}


def _credits(article: Article) -> list[Span]:
    """The lines above the report that may say where it was written, those with a writer first."""
    head = list(takewhile(lambda line: line.role != "body", article.lines))
    signed = [at for at, line in enumerate(head) if line.role in _SIGNED]
    near = {at + step for at in signed for step in (-2, -1, 1, 2)}
    besides = [at for at, line in enumerate(head) if at in near and line.role in _BESIDES]
    return [head[at].span for at in (*signed, *besides)]


def _signed_from(words: Words, span: Span) -> list[str]:
    """The towns that a credit sets off: "By A. Writer | Rome", "A in Rome and B in Oslo"."""
    low, high = words.range(span)
    found = []
    for mention in words.mentions_in(span):
        if mention.type != "place" or mention.kind != "name":
            continue
        first, last = words.range(mention.span)
        before = words.low[first - 1] if first > low else "|"
        after = words.low[last] if last < high else "|"
        told = before in _FROM or before in _SET_OFF
        ends = after in _ENDS or after in _SET_OFF or after[:1].isdigit()
        if told and ends and mention.entity and mention.entity not in countries():
            found.append(mention.entity)
    return found


def _told_above(article: Article, words: Words, places: Sequence[str]) -> str | None:
    """The one of several towns that headline, standfirst or the first sentence names."""
    body = next((s.span for s in article.sentences if s.role == "body"), None)
    spans = [*_heads(article), *([body] if body is not None else [])]
    spans = [span for span in spans if not _signed_from(words, span)]
    told = {mention.entity for span in spans for mention in words.mentions_in(span)}
    named = told & set(places)
    return named.pop() if len(named) == 1 else None


def _seat_in(words: Words, span: Span) -> str | None:
    """New York for a report sent from the United Nations, where it names the city."""
    inside = {m.entity for m in words.mentions if span.overlaps(m.span)}
    if "united-nations" not in inside:
        return None
    named = {m.entity for m in words.mentions if m.type == "place" and m.entity}
    return next(iter(sorted(named & _UN_SEAT)), None)


def _only_place(words: Words, span: Span) -> str | None:
    """The place that is all of a sentence."""
    inside = [m for m in words.mentions if span.covers(m.span) and m.type == "place"]
    rest = span.end - inside[0].span.end if inside else 2
    whole = rest <= 1 and inside[0].span.start == span.start
    return inside[0].entity if whole else None


def is_building(place: str) -> bool:
    """Whether a place's id is a house's or a street's: `state-house`, `palais-des-nations`."""
    first, last = place.partition("-")[0], place.rpartition("-")[2]
    return last in WITHIN_TOWNS or first in HOUSES


def _heads(article: Article) -> list[Span]:
    return [line.span for line in article.lines if line.role in _HEAD_ROLES]


def _place_in(words: Words, span: Span) -> str | None:
    inside = [m for m in words.mentions if span.covers(m.span) and m.type == "place"]
    return inside[0].entity if inside else None


def units_elsewhere(
    words: Words, units: Iterable[tuple[int, Span]], place: str | None
) -> frozenset[int]:
    """The numbers of those units that tell of another place, which is no country.

    They say "in" or "at" before its name, or that it is a border.
    """
    if place is None:
        return frozenset()
    ours = countries() | {place}
    return frozenset(
        number
        for number, span in units
        if not _here(words, span)
        and (
            _at_border(words, span)
            or any(
                not is_building(each)
                for each in {*places_in(words, span, ahead=False)}.difference(ours)
            )
        )
    )


def units_naming(
    words: Words, units: Iterable[tuple[int, Span]], place: str | None
) -> frozenset[int]:
    """The numbers of those units that say "in" or "at" before the name of a place."""
    return frozenset(number for number, span in units if place in places_in(words, span))


def _at_border(words: Words, span: Span) -> bool:
    """Whether something is at a border: "met at their common border"."""
    low, high = words.range(span)
    return any(
        words.low[at] in _BORDERS
        and not _ON.isdisjoint(words.low[max(low, at - _BORDER_REACH) : at])
        for at in range(low, high)
        if not words.inside[at]
    )


def _here(words: Words, span: Span) -> bool:
    low, high = words.range(span)
    return "here" in words.low[low:high]


def places_in(
    words: Words, span: Span, before: frozenset[str] = _THERE, *, ahead: bool = True
) -> list[str]:
    """The places that "in" or "at" stands before, or another word told.

    With `ahead`, also where something will be, and those that somebody is quoted with.
    """
    low, high = words.range(span)
    found = []
    for at in range(low + 1, high):
        mention = words.mention[at]
        named = mention is not None and mention.type == "place" and mention.kind == "name"
        if named and mention is not None and mention.entity and words.low[at - 1] in before:
            held = _WILL.isdisjoint(words.low[max(low, at - _WILL_REACH) : at])
            found += [mention.entity] if ahead or (held and not words.inside[at]) else []
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
        day = without_clock(timex.edtf)
        apart = article.sentence_at(timex.span.start) is None
        if apart or _DATELINE_END.match(article.text, timex.span.end):
            written.append(day)
        else:
            (announced if dates_speech(words, timex) else own).append(day)
    return tuple(dict.fromkeys((*own, *announced) or written))


def _lead(article: Article, units: int) -> Span | None:
    body = [s.span for s in article.sentences if s.role == "body"][:units]
    return Span(min(s.span.start for s in article.sentences), body[-1].end) if body else None


def without_clock(date: str) -> str:
    """An EDTF date without the hour in it."""
    return _CLOCK.sub("", date)


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


def dates_speech(words: Words, timex: Timex) -> bool:
    """Whether the expression belongs to a reporting verb: "officials said on Thursday"."""
    at, _ = words.range(timex.span)
    before = [words.low[i] for i in range(max(0, at - 2), at)]
    return any(word in REPORTING for word in before)
