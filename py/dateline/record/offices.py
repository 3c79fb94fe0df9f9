"""Whom a report means by an office alone: "the presidents of A and B", "Norway's premier".

One report gives the names that another leaves out. An event told of countries by an office has the
persons whom the story's reports call so, where each country has just one of them.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from dateline.annotation.events.homes import countries
from dateline.annotation.names.offices import HEADS
from dateline.model import Annotations, Event
from dateline.text import plain

_ONE = r"(?:prime |foreign |finance |trade |defen[cs]e )?(?:minister|president|premier|chancellor)"
_AFTER = re.compile(rf"(?:'s)? (?P<office>{_ONE}|(?:foreign )?secretary|leader)\b(?! [A-Z])")
_BEFORE = re.compile(
    rf"(?P<office>{_ONE}|secretary of state|leader) of (?:the )?(?:republic of )?$", re.IGNORECASE
)
_SEVERAL = re.compile(
    r"\b(?P<office>(?:(?:prime|foreign|finance|trade|defen[cs]e) )?"
    r"(?:ministers|presidents|premiers|chancellors|leaders))\b"
)
_REACH = 40
"""Characters before a country in which its office stands."""


def name_offices(
    annotations: Sequence[Annotations], speaks_for: Mapping[str, str]
) -> tuple[Annotations, ...]:
    """The annotations with the countries of their events replaced by those who spoke for them."""
    holders = _Holders(annotations, speaks_for)
    return tuple(
        replace(one, events=tuple(_named(one, event, holders) for event in one.events))
        for one in annotations
    )


class _Holders:
    """The persons of a story by the country they speak for and their office."""

    def __init__(self, annotations: Sequence[Annotations], homes: Mapping[str, str]) -> None:
        self.homes = homes
        self._roles: dict[str, set[str]] = defaultdict(set)
        for one in annotations:
            for entity in one.entities:
                if entity.type == "person" and self.homes.get(entity.id) in countries():
                    self._roles[entity.id].update(entity.roles)

    def of(self, office: str, land: str) -> str | None:
        """The one person who holds an office of a country."""
        found = [
            each
            for each, roles in self._roles.items()
            if self.homes[each] == land and any(_is(role, office) for role in roles)
        ]
        return found[0] if len(found) == 1 else None


def _is(role: str, office: str) -> bool:
    """Whether a role is the office told; a leader is a head of state or government."""
    if office == "leader":
        return role in HEADS
    told = office.replace("defence", "defense")
    held = role.replace("defence", "defense")
    if told == "minister":
        return held.endswith("minister") and held != "prime minister"
    return held == told or (told == "premier" and held == "prime minister")


def _named(one: Annotations, event: Event, holders: _Holders) -> Event:
    lands = [id_ for id_ in event.participants if id_ in countries()]
    if not lands:
        return event
    persons = _by_country(one, event, lands, holders)
    if not persons:
        return event
    ids = {persons.get(id_, id_) for id_ in event.participants}
    return replace(event, participants=tuple(sorted(ids)))


def _by_country(
    one: Annotations, event: Event, lands: Sequence[str], holders: _Holders
) -> Mapping[str, str]:
    """Country -> who spoke for it at an event, for those that the sentence gives an office."""
    text = plain(event.sentence.of(one.article.text))
    several = _SEVERAL.search(text)
    if several is not None and len(lands) > 1:
        office = several["office"].removesuffix("s")
        found = {land: holders.of(office, land) for land in lands}
        named = {land: who for land, who in found.items() if who is not None}
        return named if len(named) == len(lands) else {}
    named = {}
    for mention in one.mentions:
        if mention.entity is None or mention.entity not in lands:
            continue
        if not event.sentence.covers(mention.span):
            continue
        start = mention.span.start - event.sentence.start
        after = _AFTER.match(text, mention.span.end - event.sentence.start)
        told = after or _BEFORE.search(text, max(0, start - _REACH), start)
        who = holders.of(told["office"].lower(), mention.entity) if told else None
        if who is not None:
            named[mention.entity] = who
    return named
