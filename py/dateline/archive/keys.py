"""Numbers for rows: which row an article, a sentence, an entity or a thread becomes.

Articles are numbered by the day they were published and sentences follow their articles, so that
"newest first" is reading a table backwards. Entities are numbered by slug.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from dateline import edtf
from dateline.text import squeeze

if TYPE_CHECKING:
    from dateline.model import Annotations, Article, Meeting, Record, Sentence, Span

FIRST_DAY = "0001-01-01"
LAST_DAY = "9999-12-31"


class Keys(NamedTuple):
    """Row numbers, from 1, for everything that other rows point at."""

    annotations: tuple[Annotations, ...]
    """In the order of the articles' rows."""
    articles: dict[str, int]
    sentences: dict[tuple[str, int], int]
    first_sentences: dict[str, int]
    """Of each document, the row its sentences begin at."""
    entities: dict[str, int]
    threads: dict[str, int]

    def sentence_of(self, article: Article, span: Span) -> tuple[int | None, Sentence | None]:
        """Row and record of the sentence in which `span` begins."""
        sentence = article.sentence_at(span.start)
        if sentence is None:
            return None, None
        return self.sentences[article.document.id, sentence.index], sentence


def number_rows(record: Record) -> Keys:
    """Row numbers for the record's articles, sentences, entities and threads."""
    annotations = tuple(sorted(record.annotations, key=_by_day))
    articles = {a.article.document.id: n for n, a in enumerate(annotations, start=1)}
    sentences: dict[tuple[str, int], int] = {}
    first_sentences: dict[str, int] = {}
    for one in annotations:
        first_sentences[one.article.document.id] = len(sentences) + 1
        for sentence in one.article.sentences:
            key = (one.article.document.id, sentence.index)
            sentences[key] = len(sentences) + 1
    entities = {slug: n for n, slug in enumerate(sorted(e.id for e in record.entities), start=1)}
    threads = {thread.id: n for n, thread in enumerate(record.threads, start=1)}
    return Keys(annotations, articles, sentences, first_sentences, entities, threads)


def ordered_meetings(record: Record) -> list[Meeting]:
    """The meetings by day, those without a day first: the newest come last."""
    return sorted(record.meetings, key=lambda m: (days_of(m.edtf)[0] or "", m.id))


def days_of(date: str | None) -> tuple[str | None, str | None]:
    """Earliest and latest ISO day of an EDTF date; an open side reaches to the end of time."""
    if date is None:
        return None, None
    earliest, latest = edtf.bounds(date)
    return earliest or FIRST_DAY, latest or LAST_DAY


def place_in(article: Article, sentence: Sentence, span: Span) -> tuple[int, int]:
    """Where `span` stands in the squeezed text of the sentence that holds its beginning."""
    end = min(span.end, sentence.span.end)
    before = article.text[sentence.span.start : span.start]
    through = article.text[sentence.span.start : end]
    # The sentinel keeps white space that squeezing would cut off the end of `before`.
    start = len(squeeze(before + "|")) - 1
    return start, max(start, len(squeeze(through)))


def _by_day(annotations: Annotations) -> tuple[str, str, str]:
    earliest, latest = days_of(annotations.article.published.edtf)
    return earliest or FIRST_DAY, latest or FIRST_DAY, annotations.article.document.id
