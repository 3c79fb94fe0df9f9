"""Events whose days are known: the world's recurring ones, and those the maintainer anchors.

The recurring ones are general knowledge, `annotation/knowledge/recurring_events.json`. A name in it
must be that of the summit itself, for ministers of the same group meet often.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from dateline import edtf
from dateline.annotation.knowledge import load
from dateline.errors import BadDate
from dateline.model import AnchoredEvent, Span
from dateline.reading.dating.windows import EVER, Windows, join, year


@dataclass(frozen=True, slots=True)
class Edition:
    """One holding of an event."""

    first: date
    last: date
    hosts: tuple[str, ...]
    """Country and city; empty where the name alone tells the edition."""


@dataclass(frozen=True, slots=True)
class KnownEvent:
    """An event by its names, with the days of every edition known."""

    name: str
    pattern: re.Pattern[str]
    editions: tuple[Edition, ...]
    complete: bool = False
    """Whether a year that has an edition has no other."""

    @property
    def covered(self) -> Windows:
        """The years of which the event's days are known: an edition may have been called off."""
        if not self.complete:
            return EVER
        return join(w for edition in self.editions for w in year(edition.first.year))


@dataclass(frozen=True, slots=True)
class Naming:
    """A place in the text that names an event."""

    span: Span
    event: KnownEvent


def known_events(anchors: Sequence[AnchoredEvent]) -> tuple[KnownEvent, ...]:
    """The maintainer's events first: they outrank general knowledge."""
    return (*(event for anchor in anchors for event in _anchored(anchor)), *_recurring())


def namings(flat: str, span: Span, events: Sequence[KnownEvent]) -> Iterator[Naming]:
    """Every place in `span` that names an event, the longest name where several fit."""
    for event in events:
        for match in event.pattern.finditer(flat, span.start, span.end):
            yield Naming(Span(match.start(), match.end()), event)


def editions_meant(event: KnownEvent, around: str) -> tuple[Edition, ...]:
    """The editions whose host is named in the words around; all of them where none is."""
    hosted = tuple(e for e in event.editions if any(_named(h, around) for h in e.hosts))
    return hosted or event.editions


def _named(place: str, words: str) -> bool:
    return re.search(rf"\b{re.escape(place)}\b", words) is not None


def _anchored(anchor: AnchoredEvent) -> Iterator[KnownEvent]:
    try:
        span = edtf.parse(anchor.date)
    except BadDate:
        return
    if span.earliest and span.latest:
        names = (anchor.name, *anchor.aliases)
        edition = Edition(span.earliest, span.latest, ())
        yield KnownEvent(anchor.name, _pattern(names), (edition,))


@cache
def _recurring() -> tuple[KnownEvent, ...]:
    return tuple(_event(entry) for entry in load("recurring_events")["events"])


def _event(entry: dict[str, object]) -> KnownEvent:
    names, editions = entry["names"], entry["editions"]
    assert isinstance(names, list)
    assert isinstance(editions, list)
    return KnownEvent(
        str(names[0]),
        _pattern(tuple(str(name) for name in names)),
        tuple(_edition(edition) for edition in editions),
        complete=True,
    )


def _edition(entry: dict[str, object]) -> Edition:
    span = edtf.parse(str(entry["date"]))
    hosts = entry.get("places", [])
    assert isinstance(hosts, list)
    return Edition(
        span.earliest or date.min, span.latest or date.max, tuple(str(host) for host in hosts)
    )


def _pattern(names: Sequence[str]) -> re.Pattern[str]:
    """Any of the names, blanks and hyphens alike, longest first."""
    parts = sorted({re.escape(name).replace(r"\ ", "[ -]") for name in names}, key=len)
    return re.compile(rf"\b(?:{'|'.join(reversed(parts))})\b", re.IGNORECASE)
