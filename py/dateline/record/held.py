"""The meetings and calls that a story's record holds, by who took part."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from dateline.annotation.events.homes import delegations
from dateline.annotation.events.lexicon import ENCOUNTERS
from dateline.annotation.names.offices import HEADS
from dateline.model import Annotations, Event, Meeting
from dateline.record.days import when


class Held:
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
        """Those who met, each as the country or body it speaks for."""
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
