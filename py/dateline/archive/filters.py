"""Filters: what the request and the fields of the box ask for, as sets of sentences."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from dateline.archive import matching
from dateline.archive.asking import Asking, Request
from dateline.archive.dates import Days, field_days
from dateline.archive.keys import FIRST_DAY, LAST_DAY
from dateline.archive.names import named_entities
from dateline.archive.query import Field, Query, Term
from dateline.archive.vocabulary import Wanted, want
from dateline.archive.words import folded, words

_TYPES = {
    "who": ("person",),
    "where": ("place",),
    "org": ("organization",),
    "with": (),
    "says": (),
}
_DATE_FIELDS = ("before", "after", "on", "in")


class Filter(NamedTuple):
    """One condition: the sentences and the meetings it lets through."""

    label: str
    """What a reader drops to be rid of it: the parameter's name, or the piece of the box."""
    sentences: int
    meetings: frozenset[int]
    days: Days | None = None
    """The days asked for, when it is a filter of days."""


def request_filters(asking: Asking, request: Request) -> list[Filter]:
    """The filters given beside the box."""
    found = []
    if request.first:
        found.append(day_filter(asking, "from", Days(request.first, None)))
    if request.last:
        found.append(day_filter(asking, "to", Days(None, request.last)))
    if request.who:
        ids = [asking.entity_ids.get(slug, 0) for slug in request.who]
        each = [_about(asking, "who", [id_]) for id_ in ids]
        found.append(combined(asking, each)._replace(label="who"))
    return found


def box_filters(asking: Asking, query: Query, today: str | None) -> list[Filter]:
    """The filters typed into the box. A field that is not understood (yet) filters nothing."""
    found = [_of_field(asking, field, today) for field in query.fields]
    return [one for one in found if one is not None]


def kinds_of(query: Query) -> tuple[str, ...]:
    """The kinds of result the box asks for."""
    named = [field for field in query.fields if field.name == "kind" and not field.excluded]
    return tuple(field.value.lower() for field in named)


def day_filter(asking: Asking, label: str, days: Days) -> Filter:
    """A range of days, which lets everything through until it is `combined` with the others."""
    return Filter(label, asking.sets.everything, asking.meetings, days)


def combined(asking: Asking, filters: Sequence[Filter]) -> Filter:
    """All filters as one, its label of no use.

    Ranges of days are first made one: a sentence on 1965 and 2025 is not about 2018 to 2020,
    although it is about a day after 2018 and about one before 2020.
    """
    spans = [one.days for one in filters if one.days]
    sentences, meetings = asking.sets.everything, asking.meetings
    kept = [one for one in filters if not one.days]
    if spans:
        firsts, lasts = [d.first for d in spans if d.first], [d.last for d in spans if d.last]
        days = Days(max(firsts, default=None), min(lasts, default=None))
        kept.append(_told_of(asking, "", days))
    for one in kept:
        sentences &= one.sentences
        meetings &= one.meetings
    return Filter("", sentences, meetings, kept[-1].days if spans else None)


def _told_of(asking: Asking, label: str, days: Days) -> Filter:
    """What tells of the days, or was reported on them when it tells of no day."""
    meetings = asking.archive.execute(
        "SELECT id FROM meetings WHERE latest >= ? AND earliest <= ?",
        (days.first or FIRST_DAY, days.last or LAST_DAY),
    )
    sentences = asking.sets.between(days.first, days.last)
    return Filter(label, sentences, frozenset(id_ for (id_,) in meetings), days)


def exclusion(asking: Asking, excluded: tuple[Term, ...]) -> Filter | None:
    """What is left when the sentences and meetings that hold one of the terms are taken out."""
    expression = matching.excluded_terms(excluded)
    if expression is None:
        return None
    out = asking.sets.matching(expression)
    found = asking.archive.execute(
        "SELECT source_id FROM pages WHERE kind = 'meeting'"
        " AND id NOT IN (SELECT rowid FROM page_words WHERE page_words MATCH ?)",
        (expression,),
    )
    label = " ".join(f"-{term.typed}" for term in excluded)
    sentences = asking.sets.everything & ~out
    return Filter(label, sentences, frozenset(id_ for (id_,) in found))


def _of_field(asking: Asking, field: Field, today: str | None) -> Filter | None:
    label = f"{field.name}:{field.value}"
    if field.name in _DATE_FIELDS:
        days = field_days(field.name, field.value, asking.find_dates, today)
        make = _told_of if field.excluded else day_filter
        found = make(asking, label, days) if days else None
    elif field.name == "thread":
        found = _in_threads(asking, label, field.value)
    elif field.name in _TYPES:
        found = _of_name(asking, label, field)
    else:
        return None
    if found is not None and field.excluded:
        return _opposite(asking, found)
    return found


def _of_name(asking: Asking, label: str, field: Field) -> Filter | None:
    wanted = _want_value(asking, field.value)
    if not wanted:
        return None
    ids = named_entities(asking.archive, wanted, _TYPES[field.name])
    if field.name == "says":
        return _union(asking, label, map(asking.sets.quoting, ids))
    return _about(asking, label, ids)


def _want_value(asking: Asking, value: str) -> tuple[Wanted, ...]:
    terms = tuple(Term((word.text,)) for word in words(value))
    return want(asking.archive, Query(terms))


def _about(asking: Asking, label: str, entities: list[int]) -> Filter:
    sentences = 0
    for entity in entities:
        sentences |= asking.sets.mentioning(entity)
    meetings: set[int] = set()
    for entity in entities:
        met = asking.archive.execute(
            "SELECT meeting_id FROM meeting_participants WHERE entity_id = ?"
            " UNION SELECT id FROM meetings WHERE place_id = ?",
            (entity, entity),
        )
        meetings.update(id_ for (id_,) in met)
    return Filter(label, sentences, frozenset(meetings))


def _in_threads(asking: Asking, label: str, value: str) -> Filter | None:
    name = folded(value)
    if not name:
        return None
    rows = asking.archive.execute("SELECT id, slug, label FROM threads ORDER BY id").fetchall()
    same = [id_ for id_, slug, title in rows if name in (folded(slug), folded(title))]
    near = [id_ for id_, slug, title in rows if name in folded(f"{slug} {title}")]
    return _union(asking, label, map(asking.sets.in_thread, same or near))


def _union(asking: Asking, label: str, sets: Iterable[int]) -> Filter:
    sentences = 0
    for one in sets:
        sentences |= one
    return Filter(label, sentences, meetings_told_in(asking, sentences))


def meetings_told_in(asking: Asking, sentences: int) -> frozenset[int]:
    """The meetings that one of the sentences reports."""
    told = asking.archive.execute("SELECT meeting_id, sentence_id FROM reports")
    return frozenset(meeting for meeting, sentence in told if sentences >> sentence & 1)


def _opposite(asking: Asking, one: Filter) -> Filter:
    sentences = asking.sets.everything & ~one.sentences
    return Filter(f"-{one.label}", sentences, asking.meetings - one.meetings)
