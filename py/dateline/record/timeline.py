"""The timeline: every dated statement of the story, in order of the days spoken of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline import edtf
from dateline.errors import BadDate
from dateline.model import (
    Annotations,
    Entity,
    Event,
    Modality,
    Sentence,
    Span,
    Statement,
    Story,
    Timex,
)
from dateline.record.threads import ThreadFinder, entities_by_sentence


def statements(
    annotations: Sequence[Annotations], entities: Sequence[Entity], story: Story
) -> tuple[Statement, ...]:
    """Every dated expression and dated event of the articles' own lines.

    Sorted by earliest day, document and offset. Of a date open at one end both days are the end
    that is known.
    """
    finder = ThreadFinder(story, entities)
    rows = [row for one in annotations for row in _Rows(one, finder).all()]
    rows.sort(key=lambda row: (row.earliest, row.document, row.span, row.latest))
    return tuple(rows)


class _Rows:
    """The statements of one article."""

    def __init__(self, annotations: Annotations, finder: ThreadFinder) -> None:
        self._one = annotations
        self._finder = finder
        self._mentioned = entities_by_sentence(annotations)
        self._published = days_of(annotations.article.published.edtf)
        self._events: dict[Span, Event] = {}
        for event in annotations.events:
            if event.timex is not None:
                held = self._events.get(event.timex)
                if held is None or (held.in_passing and not event.in_passing):
                    self._events[event.timex] = event

    def all(self) -> Iterator[Statement]:
        """The expressions first, then the events dated from elsewhere in the article."""
        told: set[tuple[int, str]] = set()
        for row in self._of_timexes():
            told.add((row.sentence, row.edtf))
            yield row
        for event in self._one.events:
            late = self._of_event(event, told)
            if late is not None:
                told.add((late.sentence, late.edtf))
                yield late

    def _of_timexes(self) -> Iterator[Statement]:
        """One row for a sentence, a date and what happened then.

        Both ends of "from 2019 to 2021" are expressions of the same years: one statement.
        """
        rows: dict[tuple[int, str], dict[str | None, Statement]] = {}
        for timex in self._one.timexes:
            sentence = self._one.article.sentence_at(timex.span.start)
            if timex.edtf is None or sentence is None:
                continue
            row = self._of_timex(timex, timex.edtf, sentence)
            if row is not None:
                rows.setdefault((row.sentence, row.edtf), {}).setdefault(row.event, row)
        for found in rows.values():
            if len(found) > 1:
                found.pop(None, None)
            yield from found.values()

    def _of_timex(self, timex: Timex, date: str, sentence: Sentence) -> Statement | None:
        event = self._events.get(timex.span)
        real = event.modality if event is not None else timex.modality
        kind = event.kind if event is not None else None
        people = event.participants if event is not None else ()
        return self._row(date, timex.span, sentence, real, kind, people)

    def _of_event(self, event: Event, told: set[tuple[int, str]]) -> Statement | None:
        """An event whose date stands in another sentence; one row a sentence and date."""
        sentence = self._one.article.sentence_at(event.trigger.start)
        if event.edtf is None or sentence is None or (sentence.index, event.edtf) in told:
            return None
        if event.timex is not None and sentence.span.covers(event.timex):
            return None
        return self._row(
            event.edtf, event.trigger, sentence, event.modality, event.kind, event.participants
        )

    def _row(
        self,
        date: str,
        span: Span,
        sentence: Sentence,
        real: Modality,
        kind: str | None,
        people: tuple[str, ...],
    ) -> Statement | None:
        days = days_of(date)
        if days is None:
            return None
        here = self._mentioned.get(sentence.index, ())
        ids = tuple(sorted({*here, *people}))
        late = self._published is not None and days[0] > self._published[1]
        return Statement(
            edtf=date,
            earliest=days[0],
            latest=days[1],
            document=self._one.article.document.id,
            span=span,
            sentence=sentence.index,
            entities=ids,
            modality="planned" if late and real == "happened" else real,
            event=kind,
            threads=self._finder.threads(sentence.span.of(self._one.article.text), ids),
        )


def days_of(date: str | None) -> tuple[str, str] | None:
    """First and last ISO day of an EDTF date; the known end twice where the other is open."""
    if date is None:
        return None
    try:
        earliest, latest = edtf.bounds(date)
    except BadDate:
        return None
    first, last = earliest or latest, latest or earliest
    return (first, last) if first is not None and last is not None else None
