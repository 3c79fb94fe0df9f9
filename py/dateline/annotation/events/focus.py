"""The encounter a report is about, and what it tells in passing.

Ten sentences may speak of one meeting: "their talks", "the summit", "after meeting with". Within
one article these become one in date, place and participants; earlier and later meetings told as
background stay apart.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dateline import edtf
from dateline.annotation.events.homes import countries, delegations, persons_first
from dateline.annotation.events.who import Cast
from dateline.model import Event, Timex

ENCOUNTERS = frozenset({"meeting", "visit", "call"})
# The encounter a report is about is told in its first sentences.
LEAD = 6
# A report follows its event by days; what lies further back is background.
_NEWS_DAYS = 10
_FIRST = 2


@dataclass(frozen=True, slots=True)
class Draft:
    """An event before it is known which encounter it belongs to."""

    event: Event
    cast: Cast
    unit: int
    """Number of the unit among the article's body."""
    back: bool
    """Marked as earlier: "last met", "the previous summit"."""
    timex: Timex | None
    past: bool = False
    """Told by a verb in the past."""
    told: bool = False
    """In the simple past, in a sentence without any date: part of the story as it is told."""


@dataclass(frozen=True, slots=True)
class Scene:
    """What holds for the whole article."""

    published: str | None
    dateline: str | None
    """Entity of the place the report was sent from."""
    homes: dict[str, str]
    """Person -> country it speaks for."""


def settle(drafts: Sequence[Draft], scene: Scene) -> list[Event]:
    """The events with the article's main encounter filled in and background marked."""
    main = _main(drafts, scene)
    day = _news_day(drafts, scene)
    drafts = [_told_on(draft, day, main) for draft in drafts]
    if main is None:
        return [_aside(draft, scene) for draft in drafts]
    own = {index for index, draft in enumerate(drafts) if _belongs(draft, main, scene)}
    told = [drafts[index] for index in sorted(own)]
    ids = frozenset().union(*(draft.cast.ids for draft in told))
    who = tuple(sorted(persons_first(ids, scene.homes)))
    when = _date(told, drafts, scene)
    where = _place(told) or scene.dateline
    return [
        replace(
            draft.event,
            participants=who,
            edtf=when,
            place=where,
            modality=main.event.modality,
        )
        if index in own
        else _aside(draft, scene)
        for index, draft in enumerate(drafts)
    ]


def _news_day(drafts: Sequence[Draft], scene: Scene) -> str | None:
    """The day of what the report's first sentences tell, if it is one day and that is news."""
    for draft in drafts:
        event = draft.event
        if draft.unit > _FIRST or not draft.past or event.edtf is None:
            continue
        if event.modality == "happened" and _width(event.edtf) == 0 and not _old(draft, scene):
            return event.edtf
    return None


def _told_on(draft: Draft, day: str | None, main: Draft | None) -> Draft:
    """What a report goes on to tell in the simple past happened on the day of its news.

    What was agreed at an encounter has the encounter's date and not that of its announcement.
    """
    event = draft.event
    plain = event.modality == "happened" and event.edtf is None and event.kind not in ENCOUNTERS
    agreed = main is not None and event.kind == "agreement"
    if day is None or not draft.told or not plain or draft.back or agreed:
        return draft
    return replace(draft, event=replace(event, edtf=day))


def _main(drafts: Sequence[Draft], scene: Scene) -> Draft | None:
    for draft in drafts:
        encounter = draft.event.kind in ENCOUNTERS and len(draft.cast.ids) > 1
        if encounter and draft.unit <= LEAD and not draft.back and not _old(draft, scene):
            return draft
    return None


def _old(draft: Draft, scene: Scene) -> bool:
    """Whether its date lies before the news, or it is told as impossible or denied."""
    if draft.event.modality in ("denied", "possible"):
        return True
    if draft.event.edtf is None or scene.published is None:
        return False
    latest, first = edtf.parse(draft.event.edtf).latest, edtf.parse(scene.published).earliest
    return latest is not None and first is not None and (first - latest).days > _NEWS_DAYS


def _belongs(draft: Draft, main: Draft, scene: Scene) -> bool:
    """Whether a draft speaks of the main encounter."""
    if draft is main:
        return True
    if draft.event.kind not in ENCOUNTERS or draft.back or _old(draft, scene):
        return False
    if draft.cast.wide != main.cast.wide and draft.cast.wide:
        return False
    if not _same_time(draft, main) or not same_place(draft.event.place, main.event.place):
        return False
    theirs, ours = (delegations(d.cast.ids, scene.homes) for d in (draft, main))
    if draft.cast.new or (draft.event.modality, main.event.modality) == ("planned", "happened"):
        return theirs == ours and not draft.event.edtf
    if not theirs:
        return draft.cast.definite or draft.cast.group
    return theirs <= ours or ours <= theirs


def _same_time(draft: Draft, main: Draft) -> bool:
    if draft.event.edtf is None or main.event.edtf is None:
        return True
    return edtf.overlap(draft.event.edtf, main.event.edtf)


def same_place(one: str | None, other: str | None) -> bool:
    """Whether two places may be one: a country may hold the city that the other names."""
    if one is None or other is None or one == other:
        return True
    return (one in countries()) != (other in countries())


def _place(told: Sequence[Draft]) -> str | None:
    """The first place told, a city before a country."""
    places = [draft.event.place for draft in told if draft.event.place]
    return min(places, key=lambda place: place in countries(), default=None)


def _date(told: Sequence[Draft], drafts: Sequence[Draft], scene: Scene) -> str | None:
    """The narrowest date its own sentences give; else of what its parties agreed in the lead."""
    dates = [draft.event.edtf for draft in told if draft.event.edtf]
    if not dates:
        parties = delegations(frozenset().union(*(d.cast.ids for d in told)), scene.homes)
        dates = [d.event.edtf for d in drafts if d.event.edtf and _agreed(d, parties, scene)]
    return min(dates, key=lambda date: (_width(date), date), default=None)


def _agreed(draft: Draft, parties: frozenset[str], scene: Scene) -> bool:
    """Whether the draft is an agreement or pledge of the parties, told in the lead as news."""
    fresh = draft.unit <= _FIRST and draft.event.modality == "happened" and not _old(draft, scene)
    known = delegations(draft.cast.ids, scene.homes)
    return fresh and draft.event.kind == "agreement" and bool(known) and known <= parties


def _width(date: str) -> int:
    span = edtf.parse(date)
    if span.earliest is None or span.latest is None:
        return 10**6
    return (span.latest - span.earliest).days


def _news_too(draft: Draft, scene: Scene) -> bool:
    """Whether a further encounter is news of its own: held these days, by named parties."""
    event, told = draft.event, scene.published
    if draft.back or event.modality != "happened" or event.edtf is None or told is None:
        return False
    held, first = edtf.parse(event.edtf), edtf.parse(told).latest
    if held.earliest is None or held.earliest != held.latest or first is None:
        return False
    return len(draft.cast.ids) > 1 and 0 <= (first - held.earliest).days <= _NEWS_DAYS


def _aside(draft: Draft, scene: Scene) -> Event:
    if draft.event.kind in ENCOUNTERS:
        return replace(draft.event, in_passing=not _news_too(draft, scene))
    return replace(draft.event, in_passing=draft.back or _old(draft, scene))
