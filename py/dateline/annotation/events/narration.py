"""Of which day and place a report goes on to tell.

"A drove to Rome on Wednesday. It was raining. B sat opposite her for an hour": what the last
sentence tells in the past happened on the day told last, as long as the same people are spoken of.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from dateline.annotation.events.drafts import Draft
from dateline.annotation.events.homes import countries
from dateline.annotation.events.scene import (
    dates_speech,
    fresh,
    is_building,
    is_day,
    places_in,
    without_clock,
)
from dateline.annotation.quotations.words import Words
from dateline.model import Span, Timex

# How many sentences back the day may have been told.
_REACH = 3
_WHERE = frozenset({"in", "to"})


@dataclass(frozen=True, slots=True)
class ToldDay:
    """What one sentence tells of time, and whom it names."""

    day: str | None
    """The last of the fresh days in it; `None` where it tells of another time."""
    place: str | None
    """The last town that somebody is told to be in or to go to."""
    who: frozenset[str]


def told_days(
    words: Words,
    units: Iterable[tuple[int, Span]],
    timexes: Sequence[Timex],
    published: str | None,
) -> dict[int, ToldDay]:
    """Number of a sentence -> what it tells of time, where it does outside quotation marks."""
    found = {}
    told = deque(t for t in timexes if _tells(words, t))
    for number, span in units:
        dates = []
        while told and told[0].span.start < span.end:
            timex = told.popleft()
            if timex.edtf and span.covers(timex.span):
                dates.append(timex.edtf)
        if dates:
            days = [without_clock(d) for d in dates if is_day(d) and fresh(d, published)]
            named = frozenset(m.entity for m in words.mentions_in(span) if m.entity)
            found[number] = ToldDay(days[-1] if days else None, _town(words, span), named)
    return found


def _tells(words: Words, timex: Timex) -> bool:
    """Whether the expression tells when something was, and not when somebody spoke of it."""
    told = timex.type in ("DATE", "TIME") and timex.modality == "happened"
    quoted = words.inside[words.range(timex.span)[0]]
    return told and not quoted and not dates_speech(words, timex)


def _town(words: Words, span: Span) -> str | None:
    places = places_in(words, span, _WHERE, ahead=False)
    return next((p for p in reversed(places) if p not in countries() and not is_building(p)), None)


def told_last(draft: Draft, told: Mapping[int, ToldDay]) -> ToldDay | None:
    """When and where an encounter without a day happened, as the sentences before it tell."""
    if draft.event.edtf is not None or not draft.told or draft.back or draft.unit in told:
        return None
    for unit in range(draft.unit - 1, max(0, draft.unit - 1 - _REACH), -1):
        before = told.get(unit)
        if before is not None:
            return before if before.day and draft.cast.ids & before.who else None
    return None
