"""Events: what happened, by whom, where and when, as far as one article tells.

`tag` finds the trigger words, then for each its participants, place, date and how real it is told
to be; last, what the article says in many sentences of one encounter is made to agree (`focus`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from dateline import edtf
from dateline.annotation.events import where, who
from dateline.annotation.events.find import Happening, find_happenings, modality
from dateline.annotation.events.focus import ENCOUNTERS, Draft, Scene, settle
from dateline.annotation.events.homes import homes
from dateline.annotation.events.lexicon import PAST_MARKS
from dateline.annotation.events.when import Dates
from dateline.annotation.quotations.speakers import subject_mention
from dateline.annotation.quotations.units import Unit, find_units
from dateline.annotation.quotations.words import Words, lay_out
from dateline.model import (
    Article,
    Event,
    LocalEntity,
    Mention,
    Quotation,
    Sentence,
    Timex,
)

__all__ = ["tag"]

# "the leaders last met in", "their previous summit": the mark stands this near.
_BACK_REACH = 3
_BE = frozenset({"be", "is", "are", "being"})
_PERFECT = frozenset({"had", "has", "have", "been", "having"})


def tag(
    article: Article,
    entities: Sequence[LocalEntity],
    mentions: Sequence[Mention],
    timexes: Sequence[Timex],
    quotations: Sequence[Quotation],
) -> tuple[Event, ...]:
    """The events of the article's own lines, in order of their triggers.

    Participants and places are entity ids as the mentions give them. An event without a date of
    its own keeps `edtf` at `None`, unless it is the encounter the report is about.
    """
    words = lay_out(article.text, tuple(mentions))
    published = article.published.edtf
    dates = Dates(words, timexes)
    drafts = list(_drafts(article, words, dates, published))
    scene = Scene(published, _dateline(article, mentions), homes(article.text, mentions))
    return tuple(settle(drafts, scene))


def _dateline(article: Article, mentions: Sequence[Mention]) -> str | None:
    """The entity of the place the report was sent from."""
    if article.place is None:
        return None
    inside = [m for m in mentions if article.place.covers(m.span) and m.type == "place"]
    return inside[0].entity if inside else None


@dataclass(slots=True)
class _Group:
    """Those last named together, whom "they" and "the two leaders" mean."""

    ids: frozenset[str] = frozenset()
    person: str | None = None
    """The last sentence's subject, whom "he" or "she" means."""


def _drafts(article: Article, words: Words, dates: Dates, published: str | None) -> Iterator[Draft]:
    group, body = _Group(), 0
    for unit in find_units(article, words):
        body += unit.role == "body"
        _remember(words, unit, group)
        for found in find_happenings(words, unit.range):
            draft = _draft(article, words, dates, found, group, body)
            if draft is not None:
                yield _checked(draft, published)
        _leave(words, unit, group)


def _remember(words: Words, unit: Unit, group: _Group) -> None:
    """Note a subject of several actors; a lone new subject does not end the group."""
    source = who.clause_subject(words, *unit.range)
    together = who.actors(words, source) if source else []
    if len(together) > 1:
        group.ids = frozenset(together)


def _leave(words: Words, unit: Unit, group: _Group) -> None:
    """Note the unit's subject for the pronouns of the next."""
    subject = subject_mention(words, unit.range)
    if subject is not None and subject.type == "person":
        group.person = subject.entity


def _draft(
    article: Article, words: Words, dates: Dates, found: Happening, group: _Group, body: int
) -> Draft | None:
    sentence = article.sentence_at(words.start[found.low])
    if sentence is None:
        return None
    cast = who.participants(words, found)
    if (cast.group or _whereabouts(words, found)) and group.ids:
        cast = replace(cast, ids=cast.ids | group.ids, group=True)
    if cast.pronoun and group.person is not None:
        cast = replace(cast, ids=cast.ids | {group.person})
    if found.trigger.kind in ENCOUNTERS and len(cast.ids) > 1 and not (cast.wide and group.ids):
        group.ids = cast.ids
    timex = dates.of(found)
    event = _event(words, found, cast, timex, sentence)
    past = found.trigger.tense == "past" and words.low[found.low - 1] not in _BE
    told = past and not dates.any(found.unit) and words.low[found.low - 1] not in _PERFECT
    return Draft(event, cast, body, _back(words, found), timex, past, told)


def _whereabouts(words: Words, found: Happening) -> bool:
    """Whether "where they" after a visit tells that the others were there too."""
    rest = words.low[found.high : min(found.unit[1], found.high + 12)]
    return found.trigger.kind == "visit" and ("where", "they") in pairwise(rest)


def _event(
    words: Words, found: Happening, cast: who.Cast, timex: Timex | None, sentence: Sentence
) -> Event:
    return Event(
        kind=found.trigger.kind,
        edtf=timex.edtf if timex else None,
        modality="happened" if cast.definite else modality(words, found),
        trigger=words.span(found.low, found.high),
        participants=tuple(sorted(cast.ids)),
        place=where.place(words, found),
        sentence=sentence.span,
        timex=timex.span if timex else None,
    )


def _back(words: Words, found: Happening) -> bool:
    low = max(found.unit[0], found.low - _BACK_REACH)
    return any(words.low[at] in PAST_MARKS for at in range(low, found.low))


def _checked(draft: Draft, published: str | None) -> Draft:
    """A happening dated after the report is planned; told in the past, the date is not its own."""
    event = draft.event
    if event.modality != "happened" or event.edtf is None or published is None:
        return draft
    earliest, last = edtf.parse(event.edtf).earliest, edtf.parse(published).latest
    if earliest is None or last is None or earliest <= last:
        return draft
    if draft.past:
        return replace(draft, event=replace(event, edtf=None, timex=None), timex=None)
    return replace(draft, event=replace(event, modality="planned"))
