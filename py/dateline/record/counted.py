"""Whose meetings or calls a counting claim counts, and up to which day."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from dateline.annotation.events.lexicon import ENCOUNTERS
from dateline.model import Annotations, Event, Sentence, Span
from dateline.record.claims import Claim
from dateline.record.days import When, when
from dateline.record.held import Held
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
# "The third time since May that A and B had met"
_THAT_THEY = re.compile(r"\s(?:[\w' -]{1,60}\s)?that\s(?P<who>[^;.]{3,90}?)\s(?:had|have|has)\b")
_THEY = re.compile(r"\b(?:[Tt]hey|(?:[Tt]he|[Tt]hese) (?:two|pair|leaders|ministers)|[Bb]oth)\b")
_BETWEEN = re.compile(r"\sbetween\s(?P<who>[^;.,]{3,90}?)(?= (?:this|since|in|so far|all)\b|[;.,])")
_WHO_LENGTH = 90
_NOT_WHO = "It is not told who met."


@dataclass(frozen=True, slots=True)
class Counted:
    """Whose meetings or calls a claim counts, and up to when."""

    parties: frozenset[str]
    day: When
    place: str | None = None
    calls: bool = False
    attested: bool = False
    """Whether the sentence itself tells that they met, on record or not."""


def encounters_of(one: Annotations) -> list[Event]:
    """The meetings, visits and calls of a report that a claim may mean."""
    return [
        event
        for event in one.events
        if event.kind in ENCOUNTERS and (event.edtf is not None or not event.participants)
    ]


def counted(
    held: Held, one: Annotations, encounters: Sequence[Event], sentence: Sentence, claim: Claim
) -> Counted | str:
    """What a claim counts, or why that is not told."""
    told = when(one.article.published.edtf)
    named = _named_up(one, sentence, claim) if claim.several else _said_to_have_met(one, claim)
    if len(named) == _PAIR and told is not None:
        return Counted(named, told, calls=claim.calls, attested=not claim.several)
    if named and claim.several:
        return _NOT_WHO
    event = _event_of(one, encounters, sentence, claim)
    if event is not None and not (event.participants and named <= {*event.participants}):
        return _NOT_WHO
    meeting = held.told(one.article.document.id, event) if event else None
    if event is None or meeting is None:
        return "The sentence names no meeting on record."
    day = when(meeting.edtf)
    if day is None:
        return "The meeting has no date on record."
    parties = _who_of(held, one, sentence, event)
    return Counted(parties, day, meeting.place, claim.calls or event.kind == "call")


def _named_up(one: Annotations, sentence: Sentence, claim: Claim) -> frozenset[str]:
    """A and B in "A has met B only once this year"; nobody where "they" have."""
    before = Span(sentence.span.start, claim.span.start)
    text = before.of(one.article.text)
    return frozenset() if _THEY.search(text) else _persons(one, before)


def _said_to_have_met(one: Annotations, claim: Claim) -> frozenset[str]:
    """A and B in "the third time since May that A and B had met", "the third between A and B"."""
    text = one.article.text
    they = _THAT_THEY.match(text, claim.span.end)
    if they is None:
        they = _BETWEEN.search(text, claim.span.start, claim.span.end + _WHO_LENGTH)
        if they is None or they.start() > claim.span.end:
            return frozenset()
    return _persons(one, Span(*they.span("who")))


def _persons(one: Annotations, span: Span) -> frozenset[str]:
    return frozenset(
        m.entity for m in one.mentions if m.type == "person" and m.entity and span.covers(m.span)
    )


def _who_of(held: Held, one: Annotations, sentence: Sentence, event: Event) -> frozenset[str]:
    """Those whose meetings are counted: "the heads of the two companies", else all who met.

    Where a third was there, a host or a mediator, they are the two that the sentence names, or who
    of them have met most often on record.
    """
    everyone = frozenset(event.participants)
    text = plain(sentence.span.of(one.article.text)).lower()
    if _HEADS_OF.search(text) is not None:
        heads = frozenset(id_ for id_ in everyone if id_ in held.homes)
        return heads if len(heads) > 1 else everyone
    if not _PAIR < len(everyone) <= _TABLE or not _OF_TWO.search(text):
        return everyone
    named = everyone & {
        m.entity for m in one.mentions if sentence.span.covers(m.span) and m.type == "person"
    }
    if len(named) == _PAIR:
        return named
    pairs = [frozenset(pair) for pair in combinations(sorted(everyone), _PAIR)]
    met = Counter({pair: len(held.held(pair, persons=True)) for pair in pairs})
    (most, times), (_, next_times), *_ = met.most_common()
    return most if times > next_times else everyone


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
        before = just_before(one, encounters[:first], sentence)
        return before or next(own, None) or (here[0] if here else None)
    return min(told or here, key=lambda e: (abs(e.trigger.start - claim.span.start), e.trigger))


def _points_back(one: Annotations, sentence: Sentence) -> bool:
    """Whether a sentence counts what was told before: "It was the third between the two"."""
    return _POINTS_BACK.match(plain(sentence.span.of(one.article.text))) is not None


def just_before(one: Annotations, encounters: Sequence[Event], sentence: Sentence) -> Event | None:
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
