"""Threads: one question followed through the story, sentence by sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dateline.model import (
    Annotations,
    Article,
    Entity,
    Sentence,
    Source,
    Story,
    Thread,
    ThreadSpec,
)
from dateline.record.days import when
from dateline.text import fold

# A sentence without any date sorts after all that have one.
_NEVER = "9999-12-31"


@dataclass(frozen=True, slots=True)
class _Marks:
    """What marks a sentence as a thread's own."""

    spec: ThreadSpec
    words: re.Pattern[str] | None
    entities: frozenset[str]

    def match(self, folded: str, entities: Iterable[str]) -> bool:
        """Whether a sentence, given in folded text and its entities, belongs to the thread."""
        if self.words is not None and self.words.search(folded):
            return True
        return bool(self.entities) and not self.entities.isdisjoint(entities)


class ThreadFinder:
    """Tells of any sentence which threads it belongs to."""

    def __init__(self, story: Story, entities: Sequence[Entity]) -> None:
        """Threads name entities in words; their ids are looked up among `entities`."""
        names: dict[str, str] = {}
        for entity in entities:
            for name in (entity.name, *entity.aliases, entity.id):
                names.setdefault(fold(name), entity.id)
        self._marks = [_marks(spec, names) for spec in story.threads]

    def threads(self, text: str, entities: Iterable[str]) -> tuple[str, ...]:
        """Ids of the threads that a sentence belongs to, in the story's order."""
        if not self._marks:
            return ()
        folded, here = fold(text), frozenset(entities)
        return tuple(marks.spec.id for marks in self._marks if marks.match(folded, here))


def _marks(spec: ThreadSpec, names: dict[str, str]) -> _Marks:
    words = sorted((re.escape(fold(word)) for word in spec.words if word.strip()), key=len)
    pattern = re.compile(r"\b(?:" + "|".join(reversed(words)) + ")") if words else None
    known = (names.get(fold(name)) for name in spec.entities)
    return _Marks(spec, pattern, frozenset(id_ for id_ in known if id_))


def entities_by_sentence(annotations: Annotations) -> dict[int, tuple[str, ...]]:
    """Sentence index -> ids of the entities it mentions, in order, each once."""
    found: dict[int, dict[str, None]] = {}
    for mention in annotations.mentions:
        if mention.entity is None:
            continue
        sentence = annotations.article.sentence_at(mention.span.start)
        if sentence is not None:
            found.setdefault(sentence.index, {})[mention.entity] = None
    return {index: tuple(ids) for index, ids in found.items()}


def follow_threads(
    annotations: Sequence[Annotations], entities: Sequence[Entity], story: Story
) -> tuple[Thread, ...]:
    """The story's threads, each with its sentences in order of the day they speak of.

    A sentence without a date of its own stands at the day its report was published.
    """
    finder = ThreadFinder(story, entities)
    rows: dict[str, list[tuple[str, Source]]] = {spec.id: [] for spec in story.threads}
    for one in annotations if story.threads else ():
        dates = _dates(one)
        mentioned = entities_by_sentence(one)
        for sentence in one.article.sentences:
            text = sentence.span.of(one.article.text)
            for id_ in finder.threads(text, mentioned.get(sentence.index, ())):
                rows[id_].append((dates.get(sentence.index, dates[0]), source(one, sentence)))
    return tuple(
        Thread(spec.id, spec.label, spec.description, _ordered(rows[spec.id]))
        for spec in story.threads
    )


def _ordered(rows: list[tuple[str, Source]]) -> tuple[Source, ...]:
    rows.sort(key=lambda row: (row[0], row[1].document, row[1].sentence))
    return tuple(source_ for _, source_ in rows)


def _dates(annotations: Annotations) -> dict[int, str]:
    """Sentence index -> first day of the earliest date in it; 0 stands for the publication."""
    article: Article = annotations.article
    published = when(article.published.edtf)
    found = {0: published.earliest.isoformat() if published else _NEVER}
    for timex in annotations.timexes:
        day = when(timex.edtf)
        sentence = article.sentence_at(timex.span.start)
        if day is not None and sentence is not None:
            iso = day.earliest.isoformat()
            found[sentence.index] = min(found.get(sentence.index, iso), iso)
    return found


def source(annotations: Annotations, sentence: Sentence) -> Source:
    """The sentence as a proof."""
    return Source(annotations.article.document.id, sentence.span, sentence.index)
