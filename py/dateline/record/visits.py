"""Who stayed where and when, as far as the folder tells: what a claim that counts visits counts.

A stay is a dated visit told of, or a meeting at a place that is not the person's own country.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from dateline.annotation.events.homes import countries, seats
from dateline.annotation.names.offices import HEADS
from dateline.model import Annotations, Event, Meeting, Span
from dateline.record.claims import Claim
from dateline.record.days import When, when

ONE_STAY = timedelta(days=4)
"""Days told of that lie no further apart are of one stay."""
_BY_ONE_OF = re.compile(r"\s(?:to [\w' -]{2,40}? )?by an?\s")
_TO = re.compile(r"\s(?:to\s)?(?:the\s)?")
_OFFICE = re.compile(
    r"[\w' -]{2,40}? (?P<office>(?:[Pp]rime |[Ff]oreign )?(?:[Mm]inister|[Pp]resident|[Ll]eader"
    r"|[Pp]remier|[Cc]hancellor|[Kk]ing|[Qq]ueen))\b"
)
_VERB = 12
"""Code points from "the first pope" to the end of "to visit"."""


class Stays:
    """The stays of the story's persons."""

    def __init__(
        self,
        annotations: Iterable[Annotations],
        meetings: Iterable[Meeting],
        homes: Mapping[str, str],
    ) -> None:
        self._homes = homes
        self._roles: dict[str, set[str]] = defaultdict(set)
        self._of: dict[str, list[tuple[str, When]]] = defaultdict(list)
        for meeting in meetings:
            if meeting.modality == "happened":
                self._note(meeting.participants, meeting.place, meeting.edtf)
        for one in annotations:
            for entity in one.entities:
                self._roles[entity.id].update(entity.roles)
            for event in one.events:
                if event.kind == "visit" and event.modality == "happened":
                    self._note(event.participants, event.place, event.edtf)

    def _note(self, persons: Iterable[str], place: str | None, edtf: str | None) -> None:
        day = when(edtf)
        if place is None or day is None or day.latest - day.earliest > ONE_STAY:
            return
        for person in persons:
            if self._homes.get(person, "") not in (place, land_of(place)):
                self._of[person].append((place, day))

    def before(
        self, persons: Iterable[str], place: str, first: date | None, day: date
    ) -> list[date]:
        """The first days of their stays at a place that began in the time before `day`'s own."""
        told = sorted(
            stay.earliest
            for person in persons
            for where, stay in self._of.get(person, ())
            if place in (where, land_of(where))
            and stay.latest < day - ONE_STAY
            and (first is None or stay.earliest >= first)
        )
        return [at for index, at in enumerate(told) if not index or at - told[index - 1] > ONE_STAY]

    def visitors(self, event: Event, place: str) -> frozenset[str]:
        """Who of those told of came to a place from elsewhere."""
        here = (place, land_of(place))
        return frozenset(
            each for each in event.participants if self._homes.get(each, "") not in here
        )

    def such(self, land: str, office: str) -> frozenset[str]:
        """All whom the reports tell to hold an office of a country; a "leader" heads it."""
        return frozenset(
            person
            for person, home in self._homes.items()
            if home == land and any(_holds(role, office) for role in self._roles.get(person, ()))
        )


def _holds(role: str, office: str) -> bool:
    if office == "leader":
        return role in HEADS
    return role == office or (office == "minister" and role.endswith(" minister"))


def land_of(place: str) -> str:
    """The country that a capital is the seat of; of any other place the place itself."""
    return seats().get(place, place)


def of_the_claim(one: Annotations, claim: Claim) -> Event | None:
    """The visit that a claim counts: its own noun, or the verb of "the first pope to visit"."""
    reach = Span(claim.span.start, claim.span.end + _VERB)
    return next(
        (
            event
            for event in one.events
            if event.kind == "visit"
            and event.modality != "denied"
            and event.trigger.overlaps(reach)
        ),
        None,
    )


def destination(one: Annotations, event: Event) -> str | None:
    """The place told right behind the visit ("to Chile"), else where it was."""
    to = _TO.match(one.article.text, event.trigger.end)
    named = _place_at(one, to.end()) if to is not None else None
    return named or event.place


def office_told(one: Annotations, event: Event) -> tuple[str, str] | None:
    """Norway and "leader" in "the first visit (to Chile) by a Norwegian leader"."""
    by = _BY_ONE_OF.match(one.article.text, event.trigger.end)
    land = _place_at(one, by.end()) if by is not None else None
    office = _OFFICE.match(one.article.text, by.end()) if by is not None else None
    if land is None or land not in countries() or office is None:
        return None
    return land, office["office"].lower()


def _place_at(one: Annotations, offset: int) -> str | None:
    at = bisect_left(one.mentions, offset, key=lambda mention: mention.span.start)
    named = one.mentions[at] if at < len(one.mentions) else None
    here = named is not None and named.span.start == offset and named.type == "place"
    return named.entity if here and named is not None else None
