"""Meetings: one entry for each encounter, fed by all reports that tell of it.

1. Each article's encounters become tellings: its own, and those told in passing.
2. Tellings of the articles' own encounters join when day, parties and place may be the same.
3. A telling in passing joins the one meeting that it can mean; if several fit, or none, it is an
   entry of its own. One that names a single party ("he met them in July") can only join.
Meetings are filed by month and parties, so that the work grows with the number of reports alone.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from dateline.annotation.events.drafts import same_place
from dateline.annotation.events.homes import (
    countries,
    delegations,
    homes,
    of_one_side,
    persons_first,
)
from dateline.annotation.events.lexicon import ENCOUNTERS, SIGNING
from dateline.model import Annotations, Event, Meeting, Modality, Report, Source, Span
from dateline.record.days import narrowed, when
from dateline.text import short_hash

_MOST_NAMES = 3
# Parties of large meetings are told in part: this share of all named must be the same.
_SHARED_PARTIES = 0.75
# A meeting takes two.
_COMPANY = 2
_RANK: dict[Modality, int] = {"happened": 0, "planned": 1, "possible": 2, "denied": 3}


@dataclass(frozen=True, slots=True)
class _Telling:
    """What one article tells of one encounter."""

    document: str
    edtf: str | None
    place: str | None
    participants: frozenset[str]
    parties: frozenset[str]
    """The participants, persons replaced by the country they speak for."""
    modality: Modality
    report: Report
    persons: dict[str, frozenset[str]]
    """Party -> the persons named who speak for it."""
    call: bool
    """Whether they only spoke: a call is nobody's visit."""


@dataclass(slots=True)
class _Draft:
    """A meeting while reports are added to it."""

    edtf: str | None
    place: str | None
    participants: set[str]
    parties: frozenset[str]
    modality: Modality
    persons: dict[str, frozenset[str]]
    call: bool
    reports: list[Report] = field(default_factory=list)

    def add(self, telling: _Telling) -> None:
        """Take one more report's telling in."""
        self.edtf = narrowed(self.edtf, telling.edtf)
        if self.place is None or (self.place in countries() and telling.place):
            self.place = telling.place or self.place
        # Who was to come is not known to have come.
        if (self.modality, telling.modality) != ("happened", "planned"):
            self.participants |= telling.participants
        self.parties |= telling.parties
        for party, persons in telling.persons.items():
            self.persons[party] = self.persons.get(party, frozenset()) | persons
        self.modality = min(self.modality, telling.modality, key=lambda m: _RANK[m])
        if all(r.source.document != telling.document for r in self.reports):
            self.reports.append(telling.report)


def gather_meetings(
    annotations: Sequence[Annotations], speaks_for: dict[str, str]
) -> tuple[Meeting, ...]:
    """The story's meetings, by date, place and participants; undated ones last."""
    tellings = [telling for one in annotations for telling in _tellings(one, speaks_for)]
    tellings.sort(key=_order)
    files = _Files()
    for telling in (t for t in tellings if not t.report.in_passing):
        _file(files, telling)
    for telling in (t for t in tellings if t.report.in_passing and len(t.parties) > 1):
        _file(files, telling)
    for telling in (t for t in tellings if len(t.parties) < _COMPANY and t.report.in_passing):
        _join(files, telling)
    return _finished(files.drafts, speaks_for)


def story_homes(annotations: Sequence[Annotations]) -> dict[str, str]:
    """Person -> country it speaks for, as most articles have it."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for one in annotations:
        for person, country in homes(one.article.text, one.mentions).items():
            votes[person][country] += 1
    return {
        person: min(counted, key=lambda country: (-counted[country], country))
        for person, counted in votes.items()
    }


def _order(telling: _Telling) -> tuple[str, str, int]:
    day = when(telling.edtf)
    first = day.earliest.isoformat() if day else "9999"
    return first, telling.document, telling.report.source.sentence


def _tellings(one: Annotations, speaks_for: dict[str, str]) -> Iterable[_Telling]:
    groups: dict[tuple[object, ...], list[Event]] = defaultdict(list)
    persons = {entity.id for entity in one.entities if entity.type == "person"}
    held = {(e.edtf, e.place) for e in one.events if _tells(e, persons) and not e.in_passing}
    for event in one.events:
        # What is signed where they met, with witnesses, is no meeting besides.
        signed = (event.edtf, event.place) not in held and _signing(one, event, persons)
        if event.modality != "denied" and (_tells(event, persons) or signed):
            key = (event.in_passing, event.edtf, event.place, event.participants)
            groups[key].append(event)
    for events in groups.values():
        found = _telling(one, events, speaks_for)
        if found is not None:
            yield found


def _tells(event: Event, persons: AbstractSet[str]) -> bool:
    """Whether the event says enough to be somebody's meeting."""
    if event.kind not in ENCOUNTERS:
        return False
    if len(event.participants) > 1:
        return event.edtf is not None or event.place is not None or not event.in_passing
    day = when(event.edtf)  # "the third time they met this year" tells no day
    alone = len(event.participants) == 1 and event.participants[0] in persons
    return alone and day is not None and bool(day.days)


def _signing(one: Annotations, event: Event, persons: AbstractSet[str]) -> bool:
    """Whether persons signed something together, at a place and on a day: they met."""
    if event.kind != "agreement" or event.edtf is None or event.place is None:
        return False
    signed = event.trigger.of(one.article.text).lower().startswith(tuple(SIGNING))
    return signed and len(event.participants) > 1 and persons >= set(event.participants)


def _telling(one: Annotations, events: list[Event], speaks_for: dict[str, str]) -> _Telling | None:
    event = min(events, key=lambda e: _as_proof(one, e))
    sentence = one.article.sentence_at(event.trigger.start)
    if sentence is None:
        return None
    document = one.article.document.id
    source = Source(document, sentence.span, sentence.index)
    ids = frozenset(event.participants)
    return _Telling(
        document=document,
        edtf=event.edtf,
        place=event.place,
        participants=ids,
        parties=_parties(ids, speaks_for),
        modality=min((e.modality for e in events), key=lambda m: _RANK[m]),
        report=Report(source, event.in_passing, account_of(one, event)),
        persons=_persons(ids, speaks_for),
        call=any(e.kind == "call" for e in events),
    )


def _parties(ids: frozenset[str], speaks_for: dict[str, str]) -> frozenset[str]:
    """Persons replaced by the countries they speak for; not persons who all speak for one."""
    one_side = of_one_side(ids, speaks_for)
    return persons_first(ids, speaks_for) if one_side else delegations(ids, speaks_for)


def _persons(ids: frozenset[str], speaks_for: dict[str, str]) -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for id_ in sorted(ids):
        if id_ in speaks_for:
            party = speaks_for[id_]
            found[party] = found.get(party, frozenset()) | {id_}
    return found


def _as_proof(one: Annotations, event: Event) -> tuple[bool, int, bool, Span]:
    """How well an event's sentence proves the meeting; the lowest is the best.

    A sentence of the body before a headline, one that names those who met, one with its day.
    """
    sentence = one.article.sentence_at(event.trigger.start)
    if sentence is None:
        return True, 0, True, event.trigger
    first = bisect_left(one.mentions, sentence.span.start, key=lambda m: m.span.start)
    last = bisect_left(one.mentions, sentence.span.end, key=lambda m: m.span.start)
    named = {mention.entity for mention in one.mentions[first:last]} & set(event.participants)
    told = min(len(named), _COMPANY)
    return sentence.role != "body", -told, told > 0 and event.timex is None, event.trigger


def account_of(one: Annotations, event: Event) -> str | None:
    """Whose account the event's sentence is: the speaker in whose words its trigger stands."""
    for quotation in one.quotations:
        if quotation.content.start > event.trigger.start:
            break
        if quotation.content.covers(event.trigger) and quotation.speaker is not None:
            return quotation.speaker.entity
    return None


class _Files:
    """The meetings so far, filed by month and by one party each."""

    def __init__(self) -> None:
        self.drafts: list[_Draft] = []
        self._by_month: dict[tuple[int, int, str], list[_Draft]] = defaultdict(list)

    def add(self, draft: _Draft) -> None:
        """File a meeting under each month it may lie in and each of its parties."""
        self.drafts.append(draft)
        day = when(draft.edtf)
        for month in day.months() if day else ():
            for party in draft.parties or ("",):
                self._by_month[*month, party].append(draft)

    def near(self, telling: _Telling) -> list[_Draft]:
        """The meetings that share a month and a party with the telling, each once."""
        day = when(telling.edtf)
        found: dict[int, _Draft] = {}
        for month in day.months() if day else ():
            for party in telling.parties or ("",):
                for draft in self._by_month.get((*month, party), ()):
                    found[id(draft)] = draft
        return list(found.values())


def _file(files: _Files, telling: _Telling) -> None:
    near = files.near(telling)
    fits = [draft for draft in near if _same(draft, telling)]
    if len(fits) > 1 and telling.place is not None:
        fits = [draft for draft in fits if draft.place == telling.place]
    if not fits and telling.report.in_passing:
        fits = [draft for draft in near if _recalled(draft, telling)]
    if len(fits) == 1:
        fits[0].add(telling)
        return
    draft = _Draft(
        telling.edtf,
        telling.place,
        set(telling.participants),
        telling.parties,
        telling.modality,
        dict(telling.persons),
        telling.call,
        [telling.report],
    )
    files.add(draft)


def _join(files: _Files, telling: _Telling) -> None:
    """Add a telling with one party to the one meeting it can mean, if there is one."""
    fits = [draft for draft in files.near(telling) if _same(draft, telling)]
    held = [draft for draft in fits if draft.modality == telling.modality] or fits
    if len(held) == 1:
        held[0].add(telling)


def _same(draft: _Draft, telling: _Telling) -> bool:
    mine, theirs = when(draft.edtf), when(telling.edtf)
    if mine is None or theirs is None or not mine.meets(theirs):
        return False
    if draft.call != telling.call and (draft.place or telling.place):
        return False
    if not same_place(draft.place, telling.place) or _others(draft, telling):
        return False
    both = draft.parties & telling.parties
    if len(telling.parties) < _COMPANY:
        return bool(both)
    share = len(both) / max(1, len(draft.parties | telling.parties))
    return len(both) > 1 and share >= _SHARED_PARTIES


def _recalled(draft: _Draft, telling: _Telling) -> bool:
    """Whether some of those who met are told of in passing: a host or a mediator left out."""
    mine, theirs = when(draft.edtf), when(telling.edtf)
    if mine is None or theirs is None or not mine.meets(theirs) or draft.call != telling.call:
        return False
    there = telling.place is not None and telling.place == draft.place
    some = len(telling.parties) > 1 and telling.parties < draft.parties
    return there and some and not _others(draft, telling)


def _others(draft: _Draft, telling: _Telling) -> bool:
    """Whether another person spoke for one of the parties: a minister, and not the president."""
    return any(
        not telling.persons[party] & draft.persons[party]
        for party in telling.persons.keys() & draft.persons.keys()
    )


def _finished(drafts: list[_Draft], speaks_for: dict[str, str]) -> tuple[Meeting, ...]:
    found: list[Meeting] = []
    taken: set[str] = set()
    for draft in sorted(drafts, key=_place_in_time):
        ids = tuple(sorted(persons_first(frozenset(draft.participants), speaks_for)))
        name = meeting_id(draft.edtf, draft.place, ids)
        if name in taken:
            name = f"{name}-{short_hash(draft.reports[0].source.document)}"
        taken.add(name)
        reports = sorted(draft.reports, key=_report_order)
        found.append(Meeting(name, draft.edtf, draft.place, ids, tuple(reports), draft.modality))
    return tuple(found)


def _report_order(report: Report) -> tuple[bool, str, int]:
    return report.in_passing, report.source.document, report.source.sentence


def _place_in_time(draft: _Draft) -> tuple[str, str, str, tuple[str, ...]]:
    day = when(draft.edtf)
    first, last = (day.earliest, day.latest) if day else ("9999", "9999")
    return str(first), str(last), draft.place or "", tuple(sorted(draft.participants))


def meeting_id(edtf: str | None, place: str | None, participants: Sequence[str]) -> str:
    """`2023-11-16-paris-ann-lee-bo-ek`: the day if it is one, else month or year; place; names."""
    day = when(edtf)
    if day is None:
        stem = "undated"
    elif day.certain:
        stem = day.earliest.isoformat()
    elif (day.earliest.year, day.earliest.month) == (day.latest.year, day.latest.month):
        stem = day.earliest.isoformat()[:7]
    else:
        stem = day.earliest.isoformat()[:4]
    return "-".join(filter(None, (stem, place, *participants[:_MOST_NAMES])))
