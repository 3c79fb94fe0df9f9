"""The encounters a report is about, and what it tells in passing.

Ten sentences may speak of one meeting: "their talks", "the summit", "after meeting with". Within
one article these become one in date, place and participants. The first encounter of the lead is
the report's own; others held these days, by named parties on a day of their own, are news beside
it; earlier and later ones told as background stay apart.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from dateline import edtf
from dateline.annotation.events.drafts import (
    DAYS_OF_TALKS,
    FIRST,
    LEAD,
    Draft,
    Encounter,
    belongs,
    better_place,
    narrower,
    news_too,
    old,
    same_place,
    same_time,
    tells,
    these_days,
    width,
)
from dateline.annotation.events.homes import countries, delegations, persons_first, seats
from dateline.annotation.events.lexicon import ENCOUNTERS
from dateline.annotation.events.narration import ToldDay, told_last
from dateline.annotation.events.scene import LEAD_UNITS, Scene
from dateline.model import Event

# "The talks" right after an encounter are that one, and not the lead's.
_NEAR = 2
_YEARLY = 300
"""Days beyond which a date is but a year."""


def settle(drafts: Sequence[Draft], scene: Scene, days: Mapping[int, ToldDay]) -> list[Event]:
    """The events with the article's own encounters filled in and background marked.

    `days` are what its sentences tell of time, by the sentences' numbers.
    """
    drafts = list(_agreed_at(list(_received(list(_by_name(drafts)))), scene))
    found = _encounters(drafts, scene, days)
    day = _news_day(drafts, scene)
    news = next((each.edtf for each in found if each.edtf), day) or _only(scene.opening)
    settled = [
        _aside(_days_before(_told_on(draft, day, bool(found)), news), scene) for draft in drafts
    ]
    for number, encounter in enumerate(found):
        who = tuple(sorted(_present(encounter.ids, scene)))
        first = encounter.first.event
        held = first.modality == "happened"
        when = encounter.edtf
        told_before = told_last(encounter.first, days)
        if when is None and told_before is not None:
            when = told_before.day
        elif when is None or width(when) > _YEARLY:
            # "This year" of "the third meeting this year" is no day of its own.
            lead = _lead_date(encounter, drafts, scene)
            news = (day or _only(scene.days)) if number else lead
            when = narrower(when, news) if same_time(when, news) else when
        near = encounter.first.unit not in scene.elsewhere and not _was_elsewhere(
            encounter.first.unit - 1, drafts, scene
        )
        here = held and (near or encounter.first.counted) and first.kind != "call"
        # A town that its own sentence names for something else is not where they met.
        here = here and encounter.first.unit not in scene.named
        there = told_before.place if told_before is not None else None
        where = encounter.place or there or (scene.place if here else None)
        if here and _is_within(scene.place, where):
            where = scene.place
        for index in encounter.members:
            told = drafts[index].event
            settled[index] = replace(
                told,
                participants=who,
                edtf=when,
                place=where,
                modality="planned" if told.modality == "planned" else first.modality,
            )
    for index, draft in enumerate(drafts):
        if _signed_at_talks(draft, drafts, scene):
            there = None if draft.unit in scene.elsewhere else scene.place
            settled[index] = replace(
                settled[index],
                edtf=settled[index].edtf or day or _only(scene.days),
                place=settled[index].place or there,
            )
    members = {index for encounter in found for index in encounter.members}
    return _with_followers(drafts, settled, members, scene)


def _is_within(city: str | None, place: str | None) -> bool:
    """Whether a city may lie in a country: it is not the capital of another."""
    return city is not None and place in countries() and seats().get(city, place) == place


def _signed_at_talks(draft: Draft, drafts: Sequence[Draft], scene: Scene) -> bool:
    """Whether several signed a paper in the lead of a report on talks: they were there.

    Also where the report tells of no other encounter, so that the signing is its own.
    """
    if not draft.signed or len(draft.cast.ids) < 2 or draft.unit > LEAD or draft.back:
        return False
    if draft.event.modality != "happened" or old(draft, scene):
        return False
    others = [each for each in drafts if each.event.kind in ENCOUNTERS]
    if not any(len(each.cast.ids) > 1 for each in others):
        return True
    return any(abs(each.unit - draft.unit) <= _NEAR for each in others)


def _with_followers(
    drafts: Sequence[Draft], settled: list[Event], members: set[int], scene: Scene
) -> list[Event]:
    """The events, "the meeting" right behind one told in passing taken for that one.

    What the second tells of its day and place holds for the first; of these days it is news.
    """
    for index, draft in enumerate(drafts):
        before = _just_before(drafts, index, members) if draft.cast.definite else None
        if before is None or not tells(draft, scene):
            continue
        one, other = settled[before], draft.event
        if not same_time(one.edtf, other.edtf) or not same_place(one.place, other.place):
            continue
        held = narrower(one.edtf, other.edtf)
        place = better_place(one.place, other.place)
        aside = not these_days(held, scene, DAYS_OF_TALKS)
        for each in (before, index):
            settled[each] = replace(
                settled[each],
                participants=one.participants,
                edtf=held,
                place=place,
                in_passing=aside,
                modality=one.modality,
            )
    return settled


def _just_before(drafts: Sequence[Draft], index: int, members: set[int]) -> int | None:
    """The encounter of named parties told last before a draft, when it is one told in passing."""
    for at in range(index - 1, -1, -1):
        if drafts[index].unit - drafts[at].unit > 1:
            return None
        held = drafts[at].event
        if held.kind in ENCOUNTERS and len(drafts[at].cast.ids) > 1:
            aside = at not in members and held.modality == "happened" and not drafts[at].back
            return at if aside else None
    return None


def _by_name(drafts: Sequence[Draft]) -> Iterator[Draft]:
    """The drafts, "the envoys of X and Y" being those named who agree or talk in the next sentence.

    One more may be there, who is their host or sits in the chair.
    """
    if not any(draft.cast.office for draft in drafts):
        yield from drafts
        return
    agreed = {
        draft.unit: draft.cast.ids
        for draft in drafts
        if len(draft.cast.ids) > 1
        and (
            draft.event.kind == "agreement"
            # Talks with a day of their own may be others'.
            or (draft.event.kind in ENCOUNTERS and draft.event.edtf is None)
        )
    }
    for draft in drafts:
        ids = draft.cast.ids
        sent = draft.event.kind in ENCOUNTERS and draft.cast.office and ids <= countries()
        named = agreed.get(draft.unit + 1, frozenset()) if sent and len(ids) > 1 else frozenset()
        host = len(named) - len(ids)
        if host in (0, 1) and named.isdisjoint(countries()):
            event = replace(draft.event, participants=tuple(sorted(named)))
            yield replace(draft, event=event, cast=replace(draft.cast, ids=named))
        else:
            yield draft


def _received(drafts: Sequence[Draft]) -> Iterator[Draft]:
    """The drafts, a lone visitor joined by those who sign with him in the same sentence."""
    signed = {
        draft.unit: draft.cast.ids
        for draft in drafts
        if draft.event.kind == "agreement" and len(draft.cast.ids) > 1
    }
    there: dict[int, frozenset[str]] = {}
    for draft in drafts:
        if draft.cast.joins:
            there[draft.unit] = there.get(draft.unit, frozenset()) | draft.cast.ids
    for draft in drafts:
        if draft.signed and draft.unit in there:  # "signed it in the presence of C"
            ids = draft.cast.ids | there[draft.unit]
            told = replace(draft.event, participants=tuple(sorted(ids)))
            yield replace(draft, event=told, cast=replace(draft.cast, ids=ids))
            continue
        hosts = signed.get(draft.unit, frozenset())
        alone = draft.event.kind == "visit" and len(draft.cast.ids) == 1
        if alone and draft.cast.ids < hosts and draft.event.modality == "happened":
            yield replace(draft, cast=replace(draft.cast, ids=hosts))
        else:
            yield draft


def _agreed_at(drafts: Sequence[Draft], scene: Scene) -> Iterator[Draft]:
    """The drafts, the talks of a headline held by those who in the lead agreed after them."""
    fresh = (draft.cast for draft in drafts if draft.unit > 0 and _is_news(draft, scene))
    agreed = next((cast for cast in fresh if len(cast.ids) > 1), None)
    for draft in drafts:
        headline = draft.unit == 0 and draft.outcome and draft.event.kind == "meeting"
        if agreed and headline and not draft.cast.ids and tells(draft, scene):
            yield replace(draft, cast=agreed)
        else:
            yield draft


def _was_elsewhere(unit: int, drafts: Sequence[Draft], scene: Scene) -> bool:
    """Whether a sentence tells of what happened at another place, where its tale goes on."""
    told = (draft.event.place for draft in drafts if draft.unit == unit)
    return unit in scene.elsewhere and any(place not in (None, scene.place) for place in told)


def _present(ids: frozenset[str], scene: Scene) -> frozenset[str]:
    """Those present: not the countries that persons among them speak for.

    As many persons as countries, none of them tied to a country, are those countries' leaders.
    """
    left = persons_first(ids, scene.homes)
    states = left & countries()
    persons = left - states
    stateless = persons - set(scene.homes)
    return persons if stateless and len(stateless) == len(states) else left


def _encounters(
    drafts: Sequence[Draft], scene: Scene, days: Mapping[int, ToldDay]
) -> list[Encounter]:
    """The report's encounters: first those with named parties, then all that points to them."""
    found: list[Encounter] = []
    for index, draft in enumerate(drafts):
        if not tells(draft, scene) or len(draft.cast.ids) < 2 or draft.cast.joins:
            continue
        if _counts_another(drafts, index, found):
            continue
        known = _nearest(draft, [each for each in found if belongs(draft, each, scene)])
        held = [each for each in found if each.first.event.modality == "happened"]
        news = draft.event.modality == "happened" and not held
        lead = (not found or news) and draft.unit <= LEAD
        beside = news_too(draft, scene) or told_last(draft, days) is not None
        if known is None and (lead or beside):
            known = Encounter(draft)
            found.append(known)
        if known is not None:
            known.add(index, draft)
    for index, draft in enumerate(drafts):
        if tells(draft, scene) and (len(draft.cast.ids) < 2 or draft.cast.joins):
            known = _pointed_to(draft, found, scene)
            if known is not None and not _joins_another(draft, index, drafts, found):
                known.add(index, draft)
    return found


def _counts_another(drafts: Sequence[Draft], index: int, found: Sequence[Encounter]) -> bool:
    """Whether "It was their second meeting" numbers one told right before in passing."""
    draft = drafts[index]
    if not draft.counted:
        return False
    members = {each for encounter in found for each in encounter.members}
    for at in range(index - 1, -1, -1):
        before = drafts[at]
        if draft.unit - before.unit > 1 or at in members:
            return False
        same = draft.cast.group or draft.cast.ids == before.cast.ids
        if before.event.kind in ENCOUNTERS and before.event.edtf is not None and same:
            return len(before.cast.ids) > 1 and before.event.modality == "happened"
    return False


def _nearest(draft: Draft, fits: list[Encounter]) -> Encounter | None:
    """The encounter of the same parties, else the one told of last."""
    same = [each for each in fits if each.first.cast.ids == draft.cast.ids]
    return max(same or fits, key=lambda each: each.unit, default=None)


def _pointed_to(draft: Draft, found: list[Encounter], scene: Scene) -> Encounter | None:
    """The encounter that "the talks" mean: the one told just before, else the report's own."""
    fits = [
        each
        for each in found
        if (draft.cast.joins and same_time(draft.event.edtf, each.edtf))
        or belongs(draft, each, scene)
    ]
    dated = draft.cast.joins and draft.event.edtf is not None
    near = [
        each
        for each in fits
        if each.first.unit <= draft.unit <= each.unit + _NEAR or (dated and each.edtf is not None)
    ]
    if near:
        return max(near, key=lambda each: each.first.unit)
    return fits[0] if fits and (draft.cast.definite or not draft.cast.joins) else None


def _joins_another(
    draft: Draft, index: int, drafts: Sequence[Draft], found: Sequence[Encounter]
) -> bool:
    """Whether who "was also at the table" joined what was told right before in passing."""
    before = next((each for each in drafts[index - 1 :: -1] if len(each.cast.ids) > 1), None)
    if index == 0 or not draft.cast.joins or before is None or before.unit < draft.unit - 1:
        return False
    if any(each.unit == draft.unit and each.cast.definite for each in drafts):
        return False  # "also took part in the talks"
    told = any(drafts[each] is before for encounter in found for each in encounter.members)
    return before.event.kind in ENCOUNTERS and not told


def _news_day(drafts: Sequence[Draft], scene: Scene) -> str | None:
    """The day of what the report's first sentences tell, if it is one day and that is news."""
    for draft in drafts:
        event = draft.event
        if draft.unit > FIRST or not draft.past or event.edtf is None:
            continue
        if event.modality == "happened" and width(event.edtf) == 0 and not old(draft, scene):
            return event.edtf
    return None


def _told_on(draft: Draft, day: str | None, met: bool) -> Draft:
    """What a report goes on to tell in the simple past happened on the day of its news.

    What was agreed at an encounter has the encounter's date and not that of its announcement.
    """
    event = draft.event
    plain = event.modality == "happened" and event.edtf is None and event.kind not in ENCOUNTERS
    agreed = met and event.kind == "agreement"
    if day is None or not draft.told or not plain or draft.back or agreed:
        return draft
    return replace(draft, event=replace(event, edtf=day))


def _only(days: Sequence[str]) -> str | None:
    return days[0] if len(days) == 1 else None


def _days_before(draft: Draft, news: str | None) -> Draft:
    """What came so many days before the news has a day when the news has one."""
    held = edtf.parse(news).earliest if news and draft.ago and width(news) == 0 else None
    if held is None or draft.event.edtf is not None or (held - date.min).days < draft.ago:
        return draft
    told = (held - timedelta(days=draft.ago)).isoformat()
    return replace(draft, event=replace(draft.event, edtf=told))


def _lead_date(encounter: Encounter, drafts: Sequence[Draft], scene: Scene) -> str | None:
    """The day of an encounter whose own sentences give none.

    It is the day of what its parties agreed in the lead; else the one day the lead dates its news
    with, or its first sentence, when it is held and told there.
    """
    parties = delegations(encounter.ids, scene.homes)
    dates = [d.event.edtf for d in drafts if d.event.edtf and _agreed(d, parties, scene)]
    if dates:
        return min(dates, key=lambda date: (width(date), date))
    held = encounter.first.event.modality == "happened"
    if all(drafts[index].earlier for index in encounter.members):
        return None
    days = scene.days
    if len(days) > 1 and (encounter.first.counted or encounter.first.unit <= LEAD_UNITS):
        days = scene.opening
    return days[0] if held and len(days) == 1 else None


def _agreed(draft: Draft, parties: frozenset[str], scene: Scene) -> bool:
    """Whether the draft is an agreement or pledge of the parties, told in the lead as news."""
    known = delegations(draft.cast.ids, scene.homes)
    return _is_news(draft, scene) and bool(known) and known <= parties


def _is_news(draft: Draft, scene: Scene) -> bool:
    """Whether it is an agreement or pledge that the first sentences tell as made these days."""
    fresh = draft.unit <= FIRST and draft.event.modality == "happened" and not old(draft, scene)
    return fresh and draft.event.kind == "agreement"


def _aside(draft: Draft, scene: Scene) -> Event:
    """An event beside what the report is about: a meeting of these days is news as well."""
    told = draft.event
    if told.kind in ENCOUNTERS:
        marked = draft.back and not draft.ago  # "last met"; not "the day before, he met"
        held = told.modality == "happened" and len(told.participants) > 1 and not marked
        return replace(told, in_passing=not (held and these_days(told.edtf, scene, 0)))
    return replace(told, in_passing=draft.back or old(draft, scene))
