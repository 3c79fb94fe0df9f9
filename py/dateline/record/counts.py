"""Claims that count meetings (`claims`), checked against the meetings the folder holds.

The number is compared with the meetings of the same parties on record in the time it counts over.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from dateline import edtf
from dateline.annotation.events.homes import delegations
from dateline.annotation.events.lexicon import ENCOUNTERS
from dateline.annotation.names.offices import HEADS
from dateline.errors import BadDate
from dateline.model import (
    Annotations,
    Count,
    CountVerdict,
    Event,
    Meeting,
    Sentence,
)
from dateline.record.claims import IN_SPAN, SINCE, SO_FAR, Claim, claims
from dateline.record.days import When, day_before, span_before, when
from dateline.record.numbers import cardinal
from dateline.record.threads import source
from dateline.text import plain

_HEADS_OF = re.compile(r"\b(?:heads|leaders|chiefs|bosses|chairmen|presidents) of (?:the|both) ")
_OF_TWO = re.compile(
    r"\b(?:their|they|(?:the|these) (?:two|pair|leaders|ministers|men|women)|both|between)\b"
)
_POINTS_BACK = re.compile(
    r"(?:It (?:was|is)|This (?:was|is)|(?:That|Those|These|The) (?:meeting|talks|session|round"
    r"|conversation|summit|encounter|discussions)(?: (?:was|is|were|are)|,)|Their )"
)
_PAIR = 2
_TABLE = 8
"""Of more who met no two are looked for."""
_HALVES = {"year": 6, "decade": 60}
"""Months of half a unit."""


@dataclass(frozen=True, slots=True)
class _Window:
    """The time a claim counts over; `None` begins at the beginning."""

    start: date | None
    label: str
    vague: bool = False
    """Whether it is told since when, but not as a date."""


class _Checker:
    """The story's meetings, by parties."""

    def __init__(
        self,
        annotations: Sequence[Annotations],
        meetings: Sequence[Meeting],
        homes: Mapping[str, str],
    ) -> None:
        self.homes = homes
        self._offices: dict[str, set[str]] = defaultdict(set)
        for one in annotations:
            for entity in one.entities:
                # "Foreign minister" and "minister" are one office, "prime minister" is another.
                self._offices[entity.id].update(
                    role if role in HEADS else role.split()[-1] for role in entity.roles if role
                )
        self._by_party: dict[str, list[tuple[frozenset[str], Meeting]]] = defaultdict(list)
        self._calls: dict[str, list[tuple[frozenset[str], Meeting]]] = defaultdict(list)
        self._of_report: dict[str, list[Meeting]] = defaultdict(list)
        told_by = {one.article.document.id: one for one in annotations}
        for meeting in meetings:
            parties = self.parties(meeting.participants)
            if meeting.modality == "happened":
                filed = self._calls if _by_phone(meeting, told_by) else self._by_party
                for party in sorted(parties):
                    filed[party].append((parties, meeting))
            for report in meeting.reports:
                self._of_report[report.source.document].append(meeting)

    def parties(self, ids: Iterable[str]) -> frozenset[str]:
        return delegations(frozenset(ids), self.homes)

    def held(self, counted: frozenset[str], persons: bool, calls: bool = False) -> list[Meeting]:
        """The meetings, or the calls, that took place with all of those counted there.

        With `persons` those told of countries alone count, and those of other persons do not.
        """
        parties = self.parties(counted)
        if not parties:
            return []
        by_party = self._calls if calls else self._by_party
        filed = min((by_party.get(party, []) for party in sorted(parties)), key=len)
        return [
            meeting
            for present, meeting in filed
            if parties <= present
            and (not persons or counted <= set(meeting.participants) | self._silent(meeting))
            and self._of_one_rank(counted, meeting)
        ]

    def _of_one_rank(self, counted: frozenset[str], meeting: Meeting) -> bool:
        """Whether nobody else of another office met there for one of the parties.

        The talks of two presidents are none of those of their ministers; those of their
        predecessors are of the same rank.
        """
        for person in counted & self.homes.keys():
            home, offices = self.homes[person], self._offices[person]
            theirs = [each for each in meeting.participants if self.homes.get(each) == home]
            told = [self._offices[each] for each in theirs if self._offices[each]]
            others = person not in theirs and bool(offices) and bool(told)
            if others and all(offices.isdisjoint(each) for each in told):
                return False
        return True

    def _silent(self, meeting: Meeting) -> set[str]:
        """Persons whose country or body took part without being named by anyone."""
        named = set(meeting.participants)
        return {person for person, home in self.homes.items() if home in named}

    def told(self, document: str, event: Event) -> Meeting | None:
        """The meeting that an event of a report speaks of."""
        parties = self.parties(event.participants)
        found = [
            m for m in self._of_report.get(document, ()) if parties <= self.parties(m.participants)
        ]
        same = [m for m in found if set(m.participants) == set(event.participants)]
        exact = same or [m for m in found if self.parties(m.participants) == parties] or found
        dated = [m for m in exact if _may_be(m, event)] or exact
        return dated[0] if len(dated) == 1 else None


def _by_phone(meeting: Meeting, told_by: Mapping[str, Annotations]) -> bool:
    """Whether all that tell of it tell of a call: nobody counts it among the meetings."""
    kinds = {
        event.kind
        for report in meeting.reports
        for event in told_by[report.source.document].events
        if event.kind in ENCOUNTERS
        and event.edtf == meeting.edtf
        and set(event.participants) <= set(meeting.participants)
    }
    return kinds == {"call"} or ("call" in kinds and meeting.place is None)


def _may_be(meeting: Meeting, event: Event) -> bool:
    held, told = when(meeting.edtf), when(event.edtf)
    return held is not None and told is not None and held.meets(told)


def check_counts(
    annotations: Sequence[Annotations], meetings: Sequence[Meeting], speaks_for: Mapping[str, str]
) -> tuple[Count, ...]:
    """Every counting claim with its verdict, in the story's order."""
    checker = _Checker(annotations, meetings, speaks_for)
    found: list[Count] = []
    for one in annotations:
        encounters = [
            event
            for event in one.events
            if event.kind in ENCOUNTERS and (event.edtf is not None or not event.participants)
        ]
        for sentence in one.article.sentences:
            if sentence.role in ("headline", "standfirst"):
                continue
            for claim in claims(one, sentence):
                event = _event_of(one, encounters, sentence, claim)
                found.append(_check(checker, one, sentence, claim, event))
    return tuple(found)


def _counted(
    checker: _Checker, one: Annotations, sentence: Sentence, event: Event
) -> frozenset[str]:
    """Those whose meetings are counted: "the heads of the two companies", else all who met.

    Where a third was there, a host or a mediator, they are the two that the sentence names, or who
    of them have met most often on record.
    """
    everyone = frozenset(event.participants)
    text = plain(sentence.span.of(one.article.text)).lower()
    if _HEADS_OF.search(text) is not None:
        heads = frozenset(id_ for id_ in everyone if id_ in checker.homes)
        return heads if len(heads) > 1 else everyone
    if not _PAIR < len(everyone) <= _TABLE or not _OF_TWO.search(text):
        return everyone
    named = everyone & {
        m.entity for m in one.mentions if sentence.span.covers(m.span) and m.type == "person"
    }
    if len(named) == _PAIR:
        return named
    pairs = [frozenset(pair) for pair in combinations(sorted(everyone), _PAIR)]
    met = Counter({pair: len(checker.held(pair, persons=True)) for pair in pairs})
    (most, times), (_, next_times), *_ = met.most_common()
    return most if times > next_times else everyone


def _check(
    checker: _Checker, one: Annotations, sentence: Sentence, claim: Claim, event: Event | None
) -> Count:
    def verdict(word: CountVerdict, missing: int | None, why: str) -> Count:
        return Count(claim.span, source(one, sentence), word, missing, why)

    if not claim.meets:
        return verdict("not checkable", None, "It counts what is not on record.")
    if event is not None and not event.participants:
        return verdict("not checkable", None, "It is not told who met.")
    meeting = checker.told(one.article.document.id, event) if event else None
    if event is None or meeting is None:
        return verdict("not checkable", None, "The sentence names no meeting on record.")
    day = when(meeting.edtf)
    if day is None:
        return verdict("not checkable", None, "The meeting has no date on record.")
    window = _window(one, sentence, claim, day)
    if window is None:
        return verdict("not checkable", None, "The time it counts over is not clear.")
    counted = _counted(checker, one, sentence, event)
    # An ordinal counts the meetings of these persons, not those of their predecessors.
    calls = claim.calls or event.kind == "call"
    held = checker.held(counted, claim.own or not claim.first, calls)
    known = [m for m in held if _in(m, window, day)]
    if claim.place:
        known = [m for m in known if m.place == meeting.place]
    return verdict(*_compared(claim, window, len(known)))


def _event_of(
    one: Annotations, encounters: Sequence[Event], sentence: Sentence, claim: Claim
) -> Event | None:
    """The encounter a claim counts: the nearest in its sentence, else the one told before.

    Where neither the sentence nor the one before it tells of any, it is the report's main one.
    """
    first = bisect_left(encounters, sentence.span.start, key=lambda e: e.trigger.start)
    last = bisect_left(encounters, sentence.span.end, key=lambda e: e.trigger.start)
    here = encounters[first:last]
    told = [event for event in here if len(event.participants) > 1]
    if not told and (not here or _points_back(one, sentence)):
        own = (event for event in encounters if event.participants and not event.in_passing)
        before = _just_before(one, encounters[:first], sentence)
        return before or next(own, None) or (here[0] if here else None)
    nearest = min(told or here, key=lambda e: (abs(e.trigger.start - claim.span.start), e.trigger))
    if not claim.several:
        return nearest
    same = (event for event in here if event.participants == nearest.participants)
    return max(same, key=lambda event: event.edtf or "")


def _points_back(one: Annotations, sentence: Sentence) -> bool:
    """Whether a sentence counts what was told before: "It was the third between the two"."""
    return _POINTS_BACK.match(plain(sentence.span.of(one.article.text))) is not None


def _just_before(one: Annotations, encounters: Sequence[Event], sentence: Sentence) -> Event | None:
    """The meeting that the sentence before tells of, when it tells of one alone."""
    near = [
        event
        for event in encounters
        if len(event.participants) > 1
        and (told := one.article.sentence_at(event.trigger.start)) is not None
        and told.index == sentence.index - 1
    ]
    parties = {event.participants for event in near}
    return near[-1] if len(parties) == 1 else None


def _window(one: Annotations, sentence: Sentence, claim: Claim, day: When) -> _Window | None:
    text = plain(one.article.text[claim.tail.start : claim.tail.end]).lower()
    spanned = IN_SPAN.search(text)
    since = SINCE.search(text)
    if since is not None:
        start = when(_time_after(one, claim.tail.start + since.end()))
        if start is None:
            return _Window(None, "in all; since when is not told as a date", vague=True)
        # The first since March comes after March's; the third since March counts March's.
        first = start.latest if claim.first else start.earliest
        return _Window(first, f"since {start.edtf}")
    if spanned is not None:
        told = spanned["count"]
        number = 1 if told in (None, "a", "the") else cardinal(told)
        if number is None:
            return None
        # "The first in nearly three years": the last one was more than two years ago.
        full = number - 1 if spanned["near"] and claim.first else number
        unit = spanned["unit"]
        if (spanned["more"] or spanned["half"]) and unit in _HALVES:
            full, unit = full * 2 * _HALVES[unit] + _HALVES[unit], "month"
        begin = span_before(day.earliest, full, unit)
        return _Window(begin, " ".join(spanned[0].split()))
    if re.search(r"\bthis year\b", text):
        return _Window(date(day.earliest.year, 1, 1), f"in {day.earliest.year}")
    return _Window(None, "ever")


def _time_after(one: Annotations, offset: int) -> str | None:
    """The time told next; of "since March", which goes on, when it began."""
    for timex in one.timexes:
        if timex.span.start >= offset:
            near = timex.span.start - offset <= SO_FAR
            told = timex.edtf.removesuffix("/..") if timex.edtf else None
            return told if near and told is not None and _closed(told) else None
    return None


def _closed(text: str) -> bool:
    try:
        return None not in edtf.bounds(text)
    except BadDate:
        return False


def _in(meeting: Meeting, window: _Window, day: When) -> bool:
    """Whether a meeting surely lies in the window, up to and with the day counted."""
    held = when(meeting.edtf)
    if held is None or held.earliest > day.latest:
        return False
    return window.start is None or held.earliest > day_before(window.start)


def _compared(claim: Claim, window: _Window, known: int) -> tuple[CountVerdict, int | None, str]:
    """The verdict on a claim when the record holds `known` meetings, the one counted included."""
    if window.vague and known > claim.number:
        return "not checkable", None, "The time it counts over is not clear."
    if claim.first:
        if known <= 1:
            return "consistent", 0, f"The folder holds no other of these parties {window.label}."
        return "inconsistent", None, f"The folder holds {known - 1} more {window.label}."
    if known > claim.number:
        return "inconsistent", None, f"The folder holds {known} {window.label}, more than claimed."
    missing = claim.number - known
    why = f"The folder holds {known} of {claim.number} {window.label}."
    return "consistent", missing, why
