"""What the other annotations say about the place where a promise stands."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cached_property

from dateline import edtf
from dateline.annotation.commitments.promise import Promise
from dateline.annotation.events.happening import Happening
from dateline.annotation.events.homes import delegations, homes
from dateline.annotation.events.lexicon import ENCOUNTERS, Trigger
from dateline.annotation.events.memory import Memory
from dateline.annotation.events.scene import lead_days
from dateline.annotation.events.when import Dates
from dateline.annotation.quotations.speakers import subject_mention
from dateline.annotation.quotations.units import Unit
from dateline.annotation.quotations.words import Words, word_set
from dateline.model import Article, Event, Mention, Quotation, Span, Timex

_MADE_AT_MEETING = frozenset({"agreed", "pledged", "committed", "signed", "reaffirmed"})
# Contents longer than this are not searched for a promise's account.
_LONGEST_CONTENT = 3000
# "The company" is the one named in the last few sentences, if only one is.
_BODY_REACH = 600
# "A said so. She undertook to": how far behind the quotation, in code points.
_SPEECH_REACH = 200
# "that he": how far behind the beginning of what is said, in code points.
_OPENING = 8
# "..., she said on Wednesday": how far behind the verb its day may end, in words.
_DAY_REACH = 3
_NO_COMPANIES = word_set(
    "union party ministry council court commission committee association authority parliament "
    "department agency federation chamber army police assembly commons lords senate congress house"
)
_PERFECT = frozenset({"has", "have", "had", "having"})


class Around:
    """Events, quotations and dates of an article, by their place in it."""

    def __init__(
        self,
        article: Article,
        words: Words,
        events: Sequence[Event],
        quotations: Sequence[Quotation],
        timexes: Sequence[Timex],
    ) -> None:
        self.words = words
        self.memory = Memory(words)
        self._quotations = quotations
        self._article = article
        self._timexes = timexes
        self._subject: Mention | None = None
        self._by_trigger = {event.trigger.start: event for event in events}
        self._starts = [quotation.content.start for quotation in quotations]
        encounters = (e for e in events if e.kind in ENCOUNTERS)
        self._main = next((e for e in encounters if not e.in_passing), None)

    @cached_property
    def _homes(self) -> dict[str, str]:
        return homes(self._article.text, self.words.mentions)

    @cached_property
    def _dates(self) -> Dates:
        return Dates(self.words, self._timexes)

    @cached_property
    def _told_on(self) -> str | None:
        days = lead_days(self._article, self.words, self._timexes)
        return _told_on(days, self._article.published.edtf)

    def enter(self, unit: Unit) -> None:
        """Begin a unit: those it opens with may be meant by "they" in it."""
        self.memory.enter(unit.range)

    def leave(self, unit: Unit) -> None:
        """Remember the unit's subject for the next."""
        self.memory.leave(unit.range)
        self._subject = subject_mention(self.words, unit.range) or self._subject

    def antecedent(self, pronoun: int, unit: Unit, type_: str) -> list[str]:
        """Who "he" or "it" is: the subject before it, in its sentence or the one before.

        In "His lawyer, A, said he would" it is not A, or not surely.
        """
        if type_ == "organization" and (body := self._body_saying(pronoun)) is not None:
            return [body]
        here = subject_mention(self.words, (unit.range[0], pronoun))
        named = here or self._subject
        if here is not None and self._serves(here, unit):
            return []
        if here is None and self._said_by_nobody_named(pronoun):
            return []
        if named is not None and named.type == type_ and named.entity:
            return [named.entity]
        return self._last_speaker(pronoun) if here is None and type_ == "person" else []

    def _said_by_nobody_named(self, pronoun: int) -> bool:
        """Whether the pronoun opens the words of one who is only described: "the mayor said he"."""
        start = self.words.start[pronoun]
        near = bisect_left(self._starts, start - _OPENING), bisect_right(self._starts, start)
        return any(
            quotation.speaker is not None
            and quotation.speaker.entity is None
            and quotation.speaker.span.end <= quotation.content.start
            for quotation in self._quotations[slice(*near)]
        )

    def _body_saying(self, pronoun: int) -> str | None:
        """The ministry in "the ministry said it would": who says so, if that is no person."""
        start = self.words.start[pronoun]
        near = bisect_left(self._starts, start - _OPENING), bisect_right(self._starts, start)
        for quotation in self._quotations[slice(*near)]:
            told = quotation.speaker
            if told is not None and told.entity and told.span.end <= quotation.content.start:
                mentions = self.words.mentions_in(told.span)
                if any(m.entity == told.entity and m.type == "organization" for m in mentions):
                    return told.entity
        return None

    def _serves(self, named: Mention, unit: Unit) -> bool:
        """Whether a person is brought in as somebody's: "his lawyer, A"."""
        low, _ = self.words.range(named.span)
        before = self.words.low[max(unit.range[0], low - 4) : low]
        return any(word in ("his", "her", "'s") for word in before)

    def _last_speaker(self, at: int) -> list[str]:
        """The speaker of the quotation that ends just before."""
        start = self.words.start[at]
        near = [
            q.speaker.entity
            for q in self._quotations
            if q.speaker and q.speaker.entity and 0 <= start - q.content.end <= _SPEECH_REACH
        ]
        return near[-1:]

    def body_before(self, at: int) -> list[str]:
        """The one organization named in the last few sentences that may be a company."""
        end = self.words.start[at]
        near = self.words.mentions_in(Span(max(0, end - _BODY_REACH), end))
        credits = [span for span in (self._article.agency, self._article.publisher) if span]
        found = {
            m.entity
            for m in near
            if m.type == "organization"
            and m.entity
            and not any(credit.covers(m.span) for credit in credits)
            and not _NO_COMPANIES.intersection(m.span.of(self._article.text).lower().split())
        }
        return sorted(found) if len(found) == 1 else []

    def event(self, trigger: Span) -> Event | None:
        """The event whose trigger begins where the promise's does."""
        return self._by_trigger.get(trigger.start)

    def account(self, trigger: Span) -> Quotation | None:
        """The quotation in whose content the trigger stands; the innermost one."""
        for index in range(bisect_right(self._starts, trigger.start) - 1, -1, -1):
            quotation = self._quotations[index]
            if quotation.content.covers(trigger):
                return quotation
            if trigger.start - quotation.content.start > _LONGEST_CONTENT:
                return None
        return None

    def speaks_for(self, speaker: str | None, parties: tuple[str, ...]) -> bool:
        """Whether it is one of the parties who says so, or a person of one of them."""
        return speaker in parties or self._homes.get(speaker or "") in parties

    def persons(self, parties: tuple[str, ...]) -> tuple[str, ...]:
        """Countries replaced by the persons who meet for them, when the two sets match."""
        if self._main is None or len(parties) < 2:
            return parties
        present = frozenset(self._main.participants)
        same = delegations(present, self._homes) == delegations(frozenset(parties), self._homes)
        return tuple(sorted(present)) if same else parties

    def made(
        self,
        promise: Promise,
        status: str,
        event: Event | None,
        account: Quotation | None,
        parties: tuple[str, ...],
    ) -> str | None:
        """When it was promised: the day told with it, the meeting's, or the day of the news."""
        if event is not None and event.edtf is not None and status not in ("planned", "scheduled"):
            return event.edtf
        own = self._own_day(promise)
        if own is not None and status in _MADE_AT_MEETING:
            return own
        said = self._said_on(account) if account else None
        if said is not None and status == "stated-intent":
            return said
        speaker = account.speaker.entity if account and account.speaker else None
        if status in _MADE_AT_MEETING | {"stated-intent"}:
            date = self._meeting_date(parties) if status in _MADE_AT_MEETING else None
            date = date or (self._meeting_date((speaker,)) if speaker else None)
            if date is not None:
                return date
        if status == "planned" or (status == "scheduled" and not promise.by_will):
            return None
        past = self.words.low[promise.trigger[0] - 1] in _PERFECT
        return None if past else self._told_on

    def _own_day(self, promise: Promise) -> str | None:
        """The day of the verb that promises: "promised on Monday"."""
        low, high = promise.trigger
        return self._day_of(low, max(high, promise.action[0]))

    def _said_on(self, account: Quotation) -> str | None:
        """The day of the verb that reports it: "said on Wednesday that"."""
        if account.cue is None:
            return None
        low, high = self.words.range(account.cue)
        content = self.words.range(account.content)[0]
        return self._day_of(low, content if content > low else high + _DAY_REACH)

    def _day_of(self, verb: int, end: int) -> str | None:
        """The day told of the verb at word `verb`, before word `end`."""
        unit = (verb, min(len(self.words.low), end))
        found = Happening(Trigger("statement", "", noun=False), verb, verb + 1, unit)
        timex = self._dates.of(found)
        return timex.edtf if timex is not None else None

    def _meeting_date(self, parties: tuple[str, ...]) -> str | None:
        """The date of the report's main encounter, when the parties took part in it."""
        if self._main is None or not parties:
            return None
        present = delegations(frozenset(self._main.participants), self._homes)
        inside = delegations(frozenset(parties), self._homes) <= present
        return self._main.edtf if inside else None


def _told_on(days: tuple[str, ...], published: str | None) -> str | None:
    """The day of the report's news; from the first to the last when the lead has several."""
    if not days:
        return published
    known = [edtf.parse(day) for day in days]
    dates = [d for each in known for d in (each.earliest, each.latest) if d is not None]
    return days[0] if len(days) == 1 else edtf.span_of(dates)
