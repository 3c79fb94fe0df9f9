"""From matches to timexes: every match is resolved for each day the report may be of.

Where the candidate days lead to different dates, the timex carries all of them: an EDTF set
`[a,b,c]`, or the range they span; its value keeps what they share and masks the rest with `X`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from dateline import edtf
from dateline.annotation.times.distances import distance
from dateline.annotation.times.opening import opened
from dateline.annotation.times.rule import Anchor, Answer, Context, Reading
from dateline.annotation.times.scan import Index, Match, Sentences, matches_at
from dateline.annotation.times.signs import SignReader, Signs
from dateline.model import Modality, Span, Timex
from dateline.text import lowered

MOST_DAYS = 31
"""Candidate days resolved one by one: a month. Wider references are sampled by month."""
MOST_MONTHS = 24
MOST_LISTED = 6
"""Dates listed in a set, the Sundays a month can touch; more are given as the range they span."""
_PROBES = (date(1871, 3, 8), date(1994, 7, 15), date(2036, 11, 30))
# Three days with no component in common: what comes out the same for all depends on no day.


@dataclass(frozen=True, slots=True)
class Reference:
    """The days a report may be of."""

    edtf: str | None
    days: tuple[date, ...]
    exact: bool
    """Whether `days` are all the days there are, not samples of a wide or unknown range."""


def reference(published: str | None) -> Reference:
    """The candidate days of a publication date.

    Raises:
        BadDate: `published` is not EDTF.
    """
    if published is None:
        return Reference(None, _PROBES, exact=False)
    if days := edtf.days(published, MOST_DAYS):
        return Reference(published, days, exact=True)
    span = edtf.parse(published)
    if span.earliest is None or span.latest is None:
        return Reference(None, _PROBES, exact=False)
    months = list(_months(span.earliest, span.latest))
    if len(months) > MOST_MONTHS:
        return Reference(None, _PROBES, exact=False)
    return Reference(published, tuple(months), exact=False)


def _months(first: date, last: date) -> Iterator[date]:
    day = first
    while day <= last:
        yield day
        day = (day.replace(day=1) + timedelta(31)).replace(day=1)


class Resolver:
    """Resolves the matches of one text, in order. Feed it segments; it gives timexes."""

    def __init__(self, text: str, index: Index, known: Reference) -> None:
        self._text = text
        self._small = lowered(text)
        self._index = index
        self._known = known
        self._sentences = Sentences(text)
        self._reader = SignReader(text)
        self._trails: list[list[Anchor]] = [[] for _ in known.days]

    def segment(self, start: int, end: int, keep_trail: bool = True) -> list[Timex]:
        """The timexes of `text[start:end]`.

        `keep_trail` tells whether later segments may count from the dates of this one.
        """
        found: list[Timex] = []
        resume = start
        for begin, rules in self._index.places(self._text, start, end):
            if begin < resume:
                continue
            for match in matches_at(rules, self._text, self._small, begin, end):
                answers = self._answers(match)
                if answers is not None:
                    timexes = list(self._timexes(match, *answers))
                    if (
                        timexes
                        and found
                        and (reached := distance(self._text, found[-1], timexes[0]))
                    ):
                        found[-1] = reached
                    found += timexes
                    resume = timexes[-1].span.end if timexes else match.found.end()
                    break
        if not keep_trail:
            self._trails = [[] for _ in self._known.days]
        return found

    def _answers(self, match: Match) -> tuple[list[Context], list[Answer]] | None:
        """What the rule answers for each candidate day; `None` when it declines."""
        extent = match.found.span()
        sentence = self._sentences.around(extent[0])
        first = Context(
            self._text, self._reader, sentence, extent, self._known.days[0], self._trails[0]
        )
        contexts: list[Context] = []
        answers: list[Answer] = []
        for day, trail in zip(self._known.days, self._trails, strict=True):
            context = first.on(day, trail)
            try:
                answer = match.rule.resolve(match.found, context)
            except (ValueError, OverflowError):
                return None  # the date does not exist, or lies outside the calendar
            if answer is None:
                return None
            first = context if not contexts else first
            contexts.append(context)
            answers.append(answer)
        return contexts, answers

    def _timexes(
        self, match: Match, contexts: list[Context], answers: list[Answer]
    ) -> Iterator[Timex]:
        slots = [answer if isinstance(answer, tuple) else (answer,) for answer in answers]
        for position in range(min(len(slot) for slot in slots)):
            readings = [slot[position] for slot in slots]
            if any(reading is None for reading in readings):
                continue
            yield self._timex(match, contexts, [reading for reading in readings if reading])

    def _timex(self, match: Match, contexts: list[Context], readings: list[Reading]) -> Timex:
        group = readings[0].group or 0
        start, end = match.found.span(group)
        final = []
        for context, reading, trail in zip(contexts, readings, self._trails, strict=True):
            context.start, context.end = start, end
            final.append(opened(reading, context))
            _follow(trail, reading, end)
        value, date_text = self._merged(final)
        return Timex(
            Span(start, end),
            readings[0].type,
            value,
            date_text,
            match.rule.name,
            contexts[0].counted_from if len(contexts) == 1 and contexts[0].counted_from
            else (self._known.edtf if contexts[0].used_day else None),
            self._modality(contexts[0].signs, date_text),
        )  # fmt: skip

    def _merged(self, readings: Sequence[Reading]) -> tuple[str, str | None]:
        """One value and one EDTF for what the candidate days lead to."""
        values = list(dict.fromkeys(reading.value for reading in readings))
        value = values[0] if len(values) == 1 else readings[0].timeless or _masked(values)
        dates = [reading.edtf for reading in readings]
        distinct = sorted({text for text in dates if text is not None})
        if None in dates or not distinct:
            return value, None
        if len(distinct) == 1:
            return values[0], distinct[0]
        if self._known.exact:
            return _masked(values), _one_of(distinct)
        coarse = all(len(text.strip("~?%")) <= len("2023-11") for text in distinct)
        if self._known.edtf and coarse and len(distinct) <= MOST_LISTED:
            return _masked(values), _one_of(distinct)
        return value, None

    def _modality(self, signs: Signs, date_text: str | None) -> Modality:
        """The mood of the clause, held against the calendar.

        What lies after the last candidate day has not happened, whatever the verb; what lies
        before the first has, unless it was only scheduled then.
        """
        if signs.modality not in ("happened", "planned") or date_text is None:
            return signs.modality
        if self._known.edtf is None:
            return signs.modality
        span = edtf.parse(date_text)
        if span.earliest and span.earliest > max(self._known.days):
            return "planned"
        over = span.latest and span.earliest and span.earliest < min(self._known.days)
        if over and span.latest and span.latest <= min(self._known.days) and not signs.scheduled:
            return "happened"
        return signs.modality


def _follow(trail: list[Anchor], reading: Reading, end: int) -> None:
    if reading.type not in ("DATE", "TIME") or reading.edtf is None:
        return
    first = edtf.parse(reading.edtf).earliest
    if first is not None:
        trail.append(Anchor(end, first, reading.edtf, reading.value))


def _one_of(dates: Sequence[str]) -> str:
    if all("/" not in text for text in dates) and len(dates) <= MOST_LISTED:
        return edtf.one_of(dates)
    spans = [edtf.parse(text) for text in dates]
    firsts = [span.earliest for span in spans]
    lasts = [span.latest for span in spans]
    first = "" if None in firsts else min(day for day in firsts if day).isoformat()
    last = "" if None in lasts else max(day for day in lasts if day).isoformat()
    if all("/" not in text for text in dates):
        return f"[{first}{edtf.OPEN}{last}]"
    return f"{first or edtf.OPEN}/{last or edtf.OPEN}"


def _masked(values: Sequence[str]) -> str:
    """The values' common components; the others as `X`: 2024-09-06, 2024-09-13: 2024-09-XX."""
    split = [value.replace("T", "-T").split("-") for value in values]
    kept = []
    for parts in zip(*split, strict=False):
        if len(set(parts)) == 1:
            kept.append(parts[0])
        else:
            kept.append("".join(c if not c.isdigit() else "X" for c in parts[0]))
    return "-".join(kept).replace("-T", "T")
