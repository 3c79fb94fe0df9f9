"""Commitments: who promises what, made when, due when, in which words.

`tag` finds the promises of each sentence of the body; parties and dates come from the events and
quotations already found around them. Headlines and standfirsts say again what the body says and
are left out.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from dateline.annotation.commitments.due import DueDates
from dateline.annotation.commitments.find import Promise, find_promises
from dateline.annotation.events.actors import actors
from dateline.annotation.events.homes import delegations, homes
from dateline.annotation.quotations.speakers import subject_mention
from dateline.annotation.quotations.units import Unit, find_units
from dateline.annotation.quotations.words import Words, lay_out
from dateline.model import (
    Article,
    Commitment,
    Event,
    LocalEntity,
    Mention,
    Quotation,
    Span,
    Timex,
)

__all__ = ["tag"]

_PRONOUN_TYPES = {"he": "person", "she": "person", "it": "organization"}
_MADE_AT_MEETING = frozenset({"agreed", "pledged", "committed", "signed", "reaffirmed"})


def tag(
    article: Article,
    entities: Sequence[LocalEntity],
    mentions: Sequence[Mention],
    timexes: Sequence[Timex],
    quotations: Sequence[Quotation],
    events: Sequence[Event],
) -> tuple[Commitment, ...]:
    """The commitments of the article's body, in order of their triggers.

    `made` is the date of the event the promise is part of, `None` when the text gives none; `due`
    comes from the words of the promise alone.
    """
    words = lay_out(article.text, tuple(mentions))
    around = _Around(words, events, quotations, homes(article.text, mentions))
    due = DueDates(words, timexes, article.published.edtf)
    found: list[Commitment] = []
    for unit in find_units(article, words):
        if unit.role == "body":
            found.extend(_commitments(article, around, due, unit))
        around.leave(unit)
    return tuple(found)


@dataclass(slots=True)
class _Around:
    """What the other annotations say about the place where a promise stands."""

    words: Words
    events: Sequence[Event]
    quotations: Sequence[Quotation]
    homes: dict[str, str]
    subject: Mention | None = None
    """Subject of the sentence before, for "he"."""
    _by_trigger: dict[int, Event] = field(default_factory=dict)
    _starts: list[int] = field(default_factory=list)
    _main: Event | None = None

    def __post_init__(self) -> None:
        self._by_trigger = {event.trigger.start: event for event in self.events}
        self._starts = [quotation.content.start for quotation in self.quotations]
        encounters = (e for e in self.events if e.kind in ("meeting", "visit", "call"))
        self._main = next((e for e in encounters if not e.in_passing), None)

    def leave(self, unit: Unit) -> None:
        """Remember the unit's subject for the next."""
        self.subject = subject_mention(self.words, unit.range) or self.subject

    def event(self, trigger: Span) -> Event | None:
        """The event whose trigger begins where the promise's does."""
        return self._by_trigger.get(trigger.start)

    def account(self, trigger: Span) -> Quotation | None:
        """The quotation in whose content the trigger stands; the innermost one."""
        for index in range(bisect_right(self._starts, trigger.start) - 1, -1, -1):
            quotation = self.quotations[index]
            if quotation.content.covers(trigger):
                return quotation
            if trigger.start - quotation.content.start > _LONGEST_CONTENT:
                return None
        return None

    def persons(self, parties: tuple[str, ...]) -> tuple[str, ...]:
        """Countries replaced by the persons who meet for them, when the two sets match."""
        if self._main is None or len(parties) < 2:
            return parties
        present = frozenset(self._main.participants)
        same = delegations(present, self.homes) == delegations(frozenset(parties), self.homes)
        return tuple(sorted(present)) if same else parties

    def meeting_date(self, parties: tuple[str, ...]) -> str | None:
        """The date of the report's main encounter, when the parties took part in it."""
        if self._main is None or not parties:
            return None
        present = delegations(frozenset(self._main.participants), self.homes)
        inside = delegations(frozenset(parties), self.homes) <= present
        return self._main.edtf if inside else None


# Contents longer than this are not searched for a promise's account.
_LONGEST_CONTENT = 3000


def _commitments(
    article: Article, around: _Around, due: DueDates, unit: Unit
) -> Iterator[Commitment]:
    words = around.words
    for promise in find_promises(words, unit.range):
        trigger = words.span(*promise.trigger)
        sentence = article.sentence_at(trigger.start)
        if sentence is None:
            continue
        account = around.account(trigger)
        event = around.event(trigger)
        parties = around.persons(_parties(around, promise, event, account, unit))
        day = due.of(promise.action, unit.range)
        if promise.by_speaker:
            speaker = account.speaker.entity if account and account.speaker else None
            if day is None or not day.startswith("../") or account is None:
                continue
            parties = (speaker,) if speaker else ()
        status = "disputed" if account is not None and account.denied else promise.status
        yield Commitment(
            action=words.span(*promise.action),
            trigger=trigger,
            parties=parties,
            status=status,
            made=_made(around, status, event, account, parties),
            due=day,
            sentence=sentence.span,
            reported_by=account.speaker.entity if account and account.speaker else None,
        )


def _parties(
    around: _Around,
    promise: Promise,
    event: Event | None,
    account: Quotation | None,
    unit: Unit,
) -> tuple[str, ...]:
    if event is not None and event.participants and event.kind in ("agreement", "statement"):
        return event.participants
    if promise.subject is None:
        return ()
    ids = set(actors(around.words, promise.subject))
    first = around.words.low[promise.subject[0]]
    last = around.words.low[promise.subject[1] - 1]
    speaker = account.speaker.entity if account and account.speaker else None
    if last in ("i", "we") and speaker is not None:
        ids.add(speaker)
    elif not ids and first in _PRONOUN_TYPES:
        before = subject_mention(around.words, (unit.range[0], promise.subject[0]))
        named = before or around.subject
        if named is not None and named.type == _PRONOUN_TYPES[first] and named.entity:
            ids.add(named.entity)
    return tuple(sorted(ids))


def _made(
    around: _Around,
    status: str,
    event: Event | None,
    account: Quotation | None,
    parties: tuple[str, ...],
) -> str | None:
    if event is not None and event.edtf is not None and status not in ("planned", "scheduled"):
        return event.edtf
    date = around.meeting_date(parties) if status in _MADE_AT_MEETING else None
    if date is None and status in _MADE_AT_MEETING | {"stated-intent"}:
        speaker = account.speaker.entity if account and account.speaker else None
        date = around.meeting_date((speaker,)) if speaker else None
    return date
