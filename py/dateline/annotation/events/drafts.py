"""Events before it is known which encounter they belong to, and whether two are of one."""

from __future__ import annotations

from dataclasses import dataclass, field

from dateline import edtf
from dateline.annotation.events.homes import countries, delegations, of_one_side, seats
from dateline.annotation.events.lexicon import ENCOUNTERS
from dateline.annotation.events.scene import LEAD_UNITS, NEWS_DAYS, Scene
from dateline.annotation.events.who import Cast
from dateline.model import Event, Timex

# The encounter a report is about is told in its first sentences.
LEAD = 6
# Talks "on March 8 and 9": an encounter of these days may last so many more.
DAYS_OF_TALKS = 3
FIRST = 2


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
    earlier: bool = False
    """In the past perfect: before what the report tells."""
    told: bool = False
    """In the simple past, in a sentence without any date: part of the story as it is told."""
    also: bool = False
    """Told as one more of the same news: "also met"."""
    ago: int = 0
    """Days before the news, when told so: "came two days after A met B"."""
    again: bool = False
    """One to come, besides the one told: "will meet again"."""
    signed: bool = False
    """A paper signed or initialled."""
    outcome: bool = False
    """Talks of which it is told what came after them: "agree on a study after Tallinn talks"."""
    counted: bool = False
    """Numbered as what the report is about: "It was the third meeting between A and B"."""


@dataclass(slots=True)
class Encounter:
    """One encounter, gathered from its drafts."""

    first: Draft
    members: list[int] = field(default_factory=list)
    ids: frozenset[str] = frozenset()
    edtf: str | None = None
    place: str | None = None
    unit: int = 0
    """The last unit that told of it."""

    def add(self, index: int, draft: Draft) -> None:
        """Take one more draft in."""
        self.members.append(index)
        self.ids |= draft.cast.ids
        self.edtf = narrower(self.edtf, draft.event.edtf)
        self.place = better_place(self.place, draft.event.place)
        self.unit = max(self.unit, draft.unit)


def tells(draft: Draft, scene: Scene) -> bool:
    """Whether the draft tells of an encounter of these days."""
    return draft.event.kind in ENCOUNTERS and not draft.back and not old(draft, scene)


def old(draft: Draft, scene: Scene) -> bool:
    """Whether its date lies before the news, or it is told as impossible or denied."""
    if draft.event.modality in ("denied", "possible"):
        return True
    if draft.event.edtf is None or scene.published is None:
        return False
    latest, first = edtf.parse(draft.event.edtf).latest, edtf.parse(scene.published).earliest
    return latest is not None and first is not None and (first - latest).days > NEWS_DAYS


def belongs(draft: Draft, main: Encounter, scene: Scene) -> bool:
    """Whether a draft speaks of an encounter."""
    first = main.first
    if draft.again or (draft.cast.wide and not first.cast.wide):
        return False
    if not same_time(draft.event.edtf, main.edtf):
        return False
    if not same_place(draft.event.place, main.place) or _gone_elsewhere(draft, main, scene):
        return False
    # "Agreed to open talks" tells of others than those held.
    if (draft.event.modality, first.event.modality) == ("happened", "planned"):
        return False
    theirs, ours = _sides(draft.cast.ids, main.ids, scene)
    planned = (draft.event.modality, first.event.modality) == ("planned", "happened")
    if draft.cast.new or planned:
        others = _persons(draft.cast.ids, scene) and not _persons(draft.cast.ids & main.ids, scene)
        return theirs == ours and not draft.event.edtf and not others
    if not theirs:
        return draft.cast.definite or draft.cast.group
    if _for_another(draft.cast.ids, main.ids, scene):
        return False
    return theirs <= ours or ours <= theirs or _capitals(draft, main, theirs, ours)


def _sides(
    theirs: frozenset[str], ours: frozenset[str], scene: Scene
) -> tuple[frozenset[str], frozenset[str]]:
    """Those two encounters are told of, as countries; as persons where one is among a country's."""
    if of_one_side(theirs, scene.homes) or of_one_side(ours, scene.homes):
        return theirs, ours
    return delegations(theirs, scene.homes), delegations(ours, scene.homes)


def _gone_elsewhere(draft: Draft, main: Encounter, scene: Scene) -> bool:
    """Whether a visit went to another place than the report's, where its encounter was."""
    here = main.place is None and main.first.unit not in scene.elsewhere and scene.place is not None
    visit = draft.event.kind == "visit" and draft.event.edtf is None
    return here and visit and not same_place(draft.event.place, scene.place)


def _for_another(theirs: frozenset[str], ours: frozenset[str], scene: Scene) -> bool:
    """Whether a country was spoken for by others: by its foreign minister, not its president."""
    shared = {scene.homes[id_] for id_ in theirs & ours if id_ in scene.homes}
    mine = {scene.homes[id_] for id_ in ours if id_ in scene.homes}
    return any(scene.homes.get(id_) in mine - shared for id_ in theirs - ours)


def _persons(ids: frozenset[str], scene: Scene) -> frozenset[str]:
    """Those of `ids` who speak for a country."""
    return ids & frozenset(scene.homes)


def _capitals(draft: Draft, main: Encounter, theirs: frozenset[str], ours: frozenset[str]) -> bool:
    """Whether one tells in the lead of as many countries as the other of persons of no country."""
    states, persons = (theirs, ours) if theirs <= countries() else (ours, theirs)
    alone = states <= countries() and not persons & countries() and len(states) == len(persons)
    return alone and draft.unit <= FIRST and main.first.unit <= FIRST


def same_time(one: str | None, other: str | None) -> bool:
    """Whether two EDTF dates may be one; a missing one may be any."""
    return one is None or other is None or edtf.overlap(one, other)


def same_place(one: str | None, other: str | None) -> bool:
    """Whether two places may be one: a country may hold a city, though no other's capital."""
    if one is None or other is None or one == other:
        return True
    land, town = (one, other) if one in countries() else (other, one)
    return land in countries() and seats().get(town, land) == land and town not in countries()


def better_place(held: str | None, told: str | None) -> str | None:
    """The first place told, a city before a country."""
    if held is None or told is None:
        return held or told
    return told if held in countries() and told not in countries() else held


def narrower(held: str | None, told: str | None) -> str | None:
    """The EDTF date that leaves fewer days open."""
    if held is None or told is None:
        return held or told
    return min((held, told), key=lambda date: (width(date), date))


def width(date: str) -> int:
    """Days between the first and the last day an EDTF date may mean."""
    span = edtf.parse(date)
    if span.earliest is None or span.latest is None:
        return 10**6
    return (span.latest - span.earliest).days


def news_too(draft: Draft, scene: Scene) -> bool:
    """Whether a further encounter is news of its own: held these days, by named parties.

    In the first sentences it needs no day: what they tell in the simple past is of the news' day.
    """
    event, told = draft.event, scene.published
    if draft.back or event.modality != "happened" or told is None:
        return False
    if event.edtf is None:
        lead = draft.unit <= LEAD_UNITS or draft.also
        return ((draft.told and lead) or draft.counted) and len(draft.cast.ids) > 1
    return len(draft.cast.ids) > 1 and these_days(event.edtf, scene, 0)


def these_days(date: str | None, scene: Scene, width: int) -> bool:
    """Whether the date is no wider than so many days, all of them in the days before the news."""
    if date is None or scene.published is None:
        return False
    held, first = edtf.parse(date), edtf.parse(scene.published).latest
    if held.earliest is None or held.latest is None or first is None:
        return False
    near = (first - held.latest).days >= 0 and (first - held.earliest).days <= NEWS_DAYS
    return near and (held.latest - held.earliest).days <= width
