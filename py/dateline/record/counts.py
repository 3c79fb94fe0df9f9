"""Claims that count meetings, checked against the meetings the folder holds.

"10th in-person summit", "for the seventh time this year", "first in 12 years", "third meeting since
July": the number is compared with the meetings of the same parties on record in that time.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from dateline import edtf
from dateline.annotation.events.homes import delegations
from dateline.annotation.events.lexicon import ENCOUNTERS
from dateline.errors import BadDate
from dateline.model import (
    Annotations,
    Count,
    CountVerdict,
    Event,
    Meeting,
    Sentence,
    Span,
)
from dateline.record.days import When, day_before, span_before, when
from dateline.record.meetings import story_homes
from dateline.record.numbers import CARDINALS, ORDINALS, cardinal, ordinal, word_list
from dateline.record.threads import source
from dateline.text import plain

_TENS = "|".join(word for word, value in CARDINALS.items() if value >= 20)
_NTH = "|".join(sorted(ORDINALS, key=len, reverse=True))
_NUMBER = rf"(?P<number>\d{{1,3}}(?:st|nd|rd|th)|(?:(?:{_TENS})-)?(?:{_NTH}))"
_HELD = (
    r"(?:set of |round of )?"
    r"(?P<noun>summits?|meetings?|talks|time|visits?|trips?|rounds?|encounters?|contacts?)"
)
_ORDINAL_CLAIM = re.compile(
    rf"\b{_NUMBER}(?:[ -](?!and\b|or\b|the\b|of\b)[\w'-]{{1,20}}){{0,3}}? {_HELD}\b"
)
# "the first by a premier in 12 years", "the third between the two in six months": no noun follows.
_FIRST_BY = re.compile(
    rf"\b(?P<number>(?P<noun>\d{{1,3}}(?:st|nd|rd|th)|{_NTH}))\b"
    r"(?= (?:by|of|in|since|for|to|between)\b)"
)
_OF_TWO = re.compile(
    r" between (?:the (?:two|pair|leaders|sides|governments|countries)|them|both"
    r"|[a-z'-]{2,20} and)\b"
)
# "the third serious accident on the crossing since 2001"
_OTHER_CLAIM = re.compile(
    rf"\b{_NUMBER}(?:[ -](?!and\b|or\b|the\b|of\b)[\w'-]{{1,20}}){{0,2}}? (?P<noun>[a-z]{{3,20}})"
    r"(?= (?:(?:on|at|by|of|for|to|from) (?:[\w'-]{1,20} ){1,4})?"
    r"(?:since\b|in (?:[\w'-]{1,12} ){0,2}?(?:years|months|weeks|days|decades)\b))"
)
_NOT_COUNTED = frozenset(
    word_list("half quarter day week month year minute place time term person world party floor")
)
_MET = re.compile(
    r"\b(?:met|meet|meets|meeting|seen each other|faced each other|held talks|sat down|summit)\b"
)
# "the first Chilean president in seven years", "the first leader of his country to visit since"
_FIRST_HOLDER = re.compile(
    r"\b(?P<number>first) (?:[\w'-]{1,20} ){0,3}?"
    r"(?P<noun>president|premier|minister|leader|chancellor|king|queen|pope|secretary of state)\b"
    r"(?= (?:of (?:[\w'-]{2,20} ){1,4}?)?(?:in|since|to (?:visit|set foot|pay|travel|come|go))\b)"
)
# The time told behind the next number is that one's: "the tenth time, and the first since May".
_NEXT_CLAIM = re.compile(rf"\b(?:and|but) (?:the|their|its) (?:{_NTH}|\d{{1,3}}(?:st|nd|rd|th))\b")
_HELD_CLAIM = re.compile(
    r"\b(?:held|had|met) (?P<number>[a-z]{3,9}|\d{1,3}) "
    r"(?:[\w'-]{1,20} ){0,2}?(?P<noun>summits|meetings|talks|times|rounds)\b"
)
_ALL_CLAIMS = (_ORDINAL_CLAIM, _HELD_CLAIM, _FIRST_BY, _FIRST_HOLDER, _OTHER_CLAIM)
# What every pattern but `_HELD_CLAIM` needs: told in a tenth of the time that three of them take.
_NTH_WORD = re.compile(r"[a-z]+|\d{1,3}(?:st|nd|rd|th)")
_IN_SPAN = re.compile(
    r"\bin (?:(?P<near>nearly|almost|about|around) "
    r"|(?:over|more than|less than|just|barely|under|only) )?"
    r"(?:(?:the (?:past|last) )?(?P<count>[a-z]{1,9}|\d{1,3}) |the (?:past|last) )"
    r"(?P<unit>year|month|week|decade)s?\b"
)
_HEADS_OF = re.compile(r"\b(?:heads|leaders|chiefs|bosses|chairmen|presidents) of (?:the|both) ")
_SINCE = re.compile(r"\bsince\b")
# How far behind its number a claim's time window may be told, in code points.
_SO_FAR = 140
_GOES = re.compile(r"(?<![\w-])(?:visit|trip|to)(?![\w-])")
_OCCASION = re.compile(r"\b(?:visit|trip|summit|meeting|talks)\b")


@dataclass(frozen=True, slots=True)
class _Claim:
    """A counting claim found in a sentence."""

    span: Span
    number: int
    first: bool
    """Of the kind "first in 12 years": nothing may lie in between."""
    place: bool
    """Counts only what took place in one town: "the first visit to Rome in"."""
    tail: Span
    """Where the time it counts over may be told."""
    meets: bool = True
    """Whether it counts meetings; nothing else is on record to be counted."""


@dataclass(frozen=True, slots=True)
class _Window:
    """The time a claim counts over; `None` begins at the beginning."""

    start: date | None
    label: str


class _Checker:
    """The story's meetings, by parties."""

    def __init__(self, annotations: Sequence[Annotations], meetings: Sequence[Meeting]) -> None:
        self.homes = story_homes(annotations)
        self._offices: dict[str, set[str]] = defaultdict(set)
        for one in annotations:
            for entity in one.entities:
                # "Foreign minister" and "minister" are one office, "president" is another.
                self._offices[entity.id].update(role.split()[-1] for role in entity.roles if role)
        self._by_party: dict[str, list[tuple[frozenset[str], Meeting]]] = defaultdict(list)
        self._of_report: dict[str, list[Meeting]] = defaultdict(list)
        told_by = {one.article.document.id: one for one in annotations}
        for meeting in meetings:
            parties = self.parties(meeting.participants)
            if meeting.modality == "happened" and not _by_phone(meeting, told_by):
                for party in sorted(parties):
                    self._by_party[party].append((parties, meeting))
            for report in meeting.reports:
                self._of_report[report.source.document].append(meeting)

    def parties(self, ids: Iterable[str]) -> frozenset[str]:
        return delegations(frozenset(ids), self.homes)

    def held(self, counted: frozenset[str], persons: bool) -> list[Meeting]:
        """The meetings that took place with all of those counted there.

        With `persons` those told of countries alone count, and those of other persons do not.
        """
        parties = self.parties(counted)
        if not parties:
            return []
        filed = min((self._by_party.get(party, []) for party in sorted(parties)), key=len)
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
        exact = [m for m in found if self.parties(m.participants) == parties] or found
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
    annotations: Sequence[Annotations], meetings: Sequence[Meeting]
) -> tuple[Count, ...]:
    """Every counting claim with its verdict, in the story's order."""
    checker = _Checker(annotations, meetings)
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
            for claim in _claims(one, sentence):
                event = _event_of(encounters, sentence, claim)
                found.append(_check(checker, one, sentence, claim, event))
    return tuple(found)


def _counted(
    checker: _Checker, one: Annotations, sentence: Sentence, event: Event
) -> frozenset[str]:
    """Those whose meetings are counted: "the heads of the two companies", else all who met."""
    everyone = frozenset(event.participants)
    if _HEADS_OF.search(plain(sentence.span.of(one.article.text)).lower()) is None:
        return everyone
    heads = frozenset(id_ for id_ in everyone if id_ in checker.homes)
    return heads if len(heads) > 1 else everyone


def _claims(one: Annotations, sentence: Sentence) -> Iterator[_Claim]:
    text = plain(sentence.span.of(one.article.text)).lower()
    taken: list[Span] = []
    for pattern in _ALL_CLAIMS if _has_ordinal(text) else (_HELD_CLAIM,):
        for match in pattern.finditer(text):
            word = match["number"]
            number = cardinal(word) if pattern is _HELD_CLAIM else ordinal(word)
            span = Span(match.start("number"), match.end("noun"))
            if not number or any(span.overlaps(other) for other in taken):
                continue
            if not _counts_meetings(pattern, text, match):
                continue
            taken.append(span)
            if (pair := _OF_TWO.match(text, span.end)) is not None:
                span = Span(span.start, pair.end())  # "third" alone would not say of what
            claim = _claim(text, span, number, sentence.span.start, pattern is not _OTHER_CLAIM)
            visit = pattern is _FIRST_BY and _GOES.search(text, max(0, match.start() - 40))
            there = pattern is _FIRST_HOLDER or (visit and visit.start() < match.start())
            yield replace(claim, place=True) if there else claim


def _has_ordinal(text: str) -> bool:
    return any(word in ORDINALS or word[0].isdigit() for word in _NTH_WORD.findall(text))


def _counts_meetings(pattern: re.Pattern[str], text: str, match: re.Match[str]) -> bool:
    """Whether the number counts meetings: "the third time they met", not "she had said so"."""
    if pattern is _FIRST_BY:
        return _about_meeting(text, match)
    if pattern is _FIRST_HOLDER:
        tail = text[match.end() : match.end() + _SO_FAR]
        return _IN_SPAN.search(tail) is not None or _SINCE.search(tail) is not None
    if pattern is _ORDINAL_CLAIM and match["noun"] == "time":
        return _MET.search(text) is not None
    if pattern is _OTHER_CLAIM:
        # "The first test since 2017" says that it is rare, and counts nothing.
        return match["noun"] not in _NOT_COUNTED and ordinal(match["number"]) != 1
    return True


def _about_meeting(text: str, match: re.Match[str]) -> bool:
    """Whether a bare "the first" stands in apposition to a visit or meeting."""
    before = text[max(0, match.start() - 40) : match.start()]
    timed = _IN_SPAN.search(text, match.end()) or _SINCE.search(text, match.end())
    told = _OCCASION.search(before) or _OF_TWO.match(text, match.end())
    return timed is not None and told is not None


def _claim(text: str, span: Span, number: int, offset: int, meets: bool) -> _Claim:
    tail = Span(span.end, min(len(text), span.end + _SO_FAR))
    again = _NEXT_CLAIM.search(text, tail.start, tail.end)
    tail = Span(tail.start, again.start()) if again else tail
    told = text[tail.start : tail.end]
    ends = [m.end() for m in (_IN_SPAN.search(told),) if m and number == 1]
    end = span.end + ends[0] if ends else span.end
    bounded = bool(ends) or _SINCE.search(told) is not None
    return _Claim(
        Span(offset + span.start, offset + end),
        number,
        number == 1 and bounded,
        _in_one_town(text, span.start, span.end, end),
        Span(offset + tail.start, offset + tail.end),
        meets,
    )


def _in_one_town(text: str, start: int, bare: int, end: int) -> bool:
    """Whether a claim counts what was in one town: "the first visit", "his first to Rome"."""
    lone = " " not in text[start:bare] and text.startswith(" to ", bare)
    return lone or _GOES.search(text[start:end]) is not None


def _check(
    checker: _Checker, one: Annotations, sentence: Sentence, claim: _Claim, event: Event | None
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
    held = checker.held(counted, persons=not claim.first)
    known = [m for m in held if _in(m, window, day)]
    if claim.place:
        known = [m for m in known if m.place == meeting.place]
    return verdict(*_compared(claim, window, len(known)))


def _event_of(encounters: Sequence[Event], sentence: Sentence, claim: _Claim) -> Event | None:
    """The encounter a claim counts: the nearest in its sentence, else the report's main one."""
    first = bisect_left(encounters, sentence.span.start, key=lambda e: e.trigger.start)
    last = bisect_left(encounters, sentence.span.end, key=lambda e: e.trigger.start)
    here = encounters[first:last]
    if here:
        return min(here, key=lambda e: (abs(e.trigger.start - claim.span.start), e.trigger))
    own = (event for event in encounters if event.participants and not event.in_passing)
    return next(own, None)


def _window(one: Annotations, sentence: Sentence, claim: _Claim, day: When) -> _Window | None:
    text = plain(one.article.text[claim.tail.start : claim.tail.end]).lower()
    spanned = _IN_SPAN.search(text)
    since = _SINCE.search(text)
    if since is not None:
        start = when(_time_after(one, claim.tail.start + since.end()))
        if start is None:
            return None
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
        begin = span_before(day.earliest, full, spanned["unit"])
        return _Window(begin, " ".join(spanned[0].split()))
    if re.search(r"\bthis year\b", text):
        return _Window(date(day.earliest.year, 1, 1), f"in {day.earliest.year}")
    return _Window(None, "ever")


def _time_after(one: Annotations, offset: int) -> str | None:
    """The time told next; of "since March", which goes on, when it began."""
    for timex in one.timexes:
        if timex.span.start >= offset:
            near = timex.span.start - offset <= _SO_FAR
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


def _compared(claim: _Claim, window: _Window, known: int) -> tuple[CountVerdict, int | None, str]:
    """The verdict on a claim when the record holds `known` meetings, the one counted included."""
    if claim.first:
        if known <= 1:
            return "consistent", 0, f"The folder holds no other of these parties {window.label}."
        return "inconsistent", None, f"The folder holds {known - 1} more {window.label}."
    if known > claim.number:
        return "inconsistent", None, f"The folder holds {known} {window.label}, more than claimed."
    missing = claim.number - known
    why = f"The folder holds {known} of {claim.number} {window.label}."
    return "consistent", missing, why
