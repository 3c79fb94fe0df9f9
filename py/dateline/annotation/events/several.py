"""Several encounters that one verb tells: drafts of each of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import product

from dateline.annotation.events.actors import persons_between
from dateline.annotation.events.drafts import Draft
from dateline.annotation.events.happening import Happening
from dateline.annotation.events.lexicon import ENCOUNTERS
from dateline.annotation.events.series import counted, further, next_partner
from dateline.annotation.events.when import Dates
from dateline.annotation.events.who import host_of_each
from dateline.annotation.quotations.words import Words
from dateline.model import Timex

_COMPANY = 2


def in_a_row(draft: Draft, words: Words, found: Happening, dates: Dates) -> Iterator[Draft]:
    """The draft, and one for each further place and time told behind its trigger."""
    met = draft.event.kind in ENCOUNTERS and draft.event.modality == "happened"
    each_told = list(counted(words, found, dates)) if met and not found.trigger.noun else []
    if not each_told:
        yield draft
    if not each_told and met and draft.timex is not None:
        each_told = list(further(words, found, dates, draft.timex))
    for low, high, place, timex in each_told:
        event = replace(
            draft.event,
            edtf=timex.edtf,
            trigger=words.span(low, high),
            place=place,
            timex=timex.span,
        )
        yield replace(draft, event=event, timex=timex, ago=0)
    # "In the morning" is no day of its own, but tells the two apart.
    if met and (first := draft.timex or dates.of(found)) is not None:
        yield from _with_another(draft, first, words, found, dates)


def _with_another(
    draft: Draft, first: Timex, words: Words, found: Happening, dates: Dates
) -> Iterator[Draft]:
    """The encounter with B in "spoke with A on Sunday and with B on Monday"."""
    told = next_partner(words, found, dates, first)
    if told is None:
        return
    between, timex = told
    dated = draft.timex is not None
    before = persons_between(words, found.high, between[0])
    ids = draft.cast.ids - before | persons_between(words, *between)
    if not before or len(ids) < _COMPANY:
        return
    event = replace(
        draft.event,
        edtf=timex.edtf if dated else None,
        participants=tuple(sorted(ids)),
        trigger=words.span(*between),
        timex=timex.span if dated else None,
    )
    told_on = timex if dated else None
    yield replace(draft, event=event, cast=replace(draft.cast, ids=ids), timex=told_on, ago=0)


def one_by_one(draft: Draft, words: Words, found: Happening) -> Iterator[Draft]:
    """One draft for each meeting of "received A and B separately", else the draft itself."""
    hosts = host_of_each(words, found) & draft.cast.ids
    guests = draft.cast.ids - hosts
    if not hosts or not guests or len(draft.cast.ids) <= _COMPANY:
        yield draft
        return
    for host, guest in product(sorted(hosts), sorted(guests)):
        pair = tuple(sorted((host, guest)))
        cast = replace(draft.cast, ids=frozenset(pair))
        yield replace(draft, cast=cast, event=replace(draft.event, participants=pair))
