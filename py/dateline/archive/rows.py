"""The rows of one article's tables: what it says, and what was found in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from dateline.archive.keys import Keys, days_of, place_in
from dateline.model import (
    PROSE_ROLES,
    Annotations,
    Article,
    Commitment,
    FollowUp,
    Sentence,
    Span,
)
from dateline.text import squeeze

Value = str | int | None
Row = tuple[Value, ...]
SentenceKey = tuple[str, int]
"""Document id and index of the sentence."""
Rows = Iterator[tuple[str, Row]]
"""Name of the table, and a row of it. A row that begins with `None` takes the next number."""


@dataclass(frozen=True, slots=True)
class Context:
    """What every row may need: numbers, the sentences shown, what became of commitments."""

    keys: Keys
    shown: frozenset[SentenceKey]
    followups: dict[tuple[str, Commitment], FollowUp]
    next_ids: Counter[str] = field(default_factory=Counter)
    """The last number given out in the tables that others point at while rows are being made."""

    def new_id(self, table: str) -> int:
        """The next row number of `table`."""
        self.next_ids[table] += 1
        return self.next_ids[table]


def article_rows(one: Annotations, context: Context) -> Rows:
    """Everything the archive keeps of one article."""
    yield "articles", _article(one.article, context.keys)
    yield from _evidence(one.article, context.keys)
    yield from _lines(one.article, context.keys)
    yield from _sentences(one.article, context)
    yield from _mentions(one, context.keys)
    yield from _timexes(one, context.keys)
    yield from _quotations(one, context)
    yield from _events(one, context)
    yield from _commitments(one, context)


def headline_of(article: Article) -> str:
    """The headline, else the title given beside the file, else the file's name."""
    found = article.headline.of(article.text) if article.headline else ""
    document = article.document
    return squeeze(found) or squeeze(document.metadata.title or "") or document.name


def _article(article: Article, keys: Keys) -> Row:
    document = article.document
    earliest, latest = days_of(article.published.edtf)
    return (
        keys.articles[document.id],
        document.id,
        document.name,
        document.sha256,
        headline_of(article),
        publisher_of(article),
        _words_of(article, article.agency),
        _words_of(article, article.byline),
        _words_of(article, article.place),
        article.language,
        article.published.edtf,
        earliest,
        latest,
        article.published.confidence,
        document.metadata.url,
        document.metadata.rights,
        keys.first_sentences[document.id],
        len(article.sentences),
    )


def publisher_of(article: Article) -> str | None:
    """Who published the report, as given beside the file or found in it."""
    return article.document.metadata.publisher or _words_of(article, article.publisher)


def _words_of(article: Article, span: Span | None) -> str | None:
    return squeeze(span.of(article.text)) if span else None


def _evidence(article: Article, keys: Keys) -> Rows:
    number = keys.articles[article.document.id]
    for piece in article.published.evidence:
        yield "evidence", (None, number, squeeze(piece.text), piece.verdict, piece.why)


def _lines(article: Article, keys: Keys) -> Rows:
    number = keys.articles[article.document.id]
    full = article.document.metadata.rights == "full"
    for n, line in enumerate(article.lines, start=1):
        here = full and line.role not in PROSE_ROLES
        text = squeeze(line.span.of(article.text)) if here else None
        yield "lines", (number, n, line.role, text)


def _sentences(article: Article, context: Context) -> Rows:
    document = article.document.id
    for sentence in article.sentences:
        key = (document, sentence.index)
        text = squeeze(sentence.span.of(article.text)) if key in context.shown else ""
        yield (
            "sentences",
            (
                context.keys.sentences[key],
                context.keys.articles[document],
                sentence.index,
                sentence.role,
                None,  # its date: known only when the timeline is written
                None,
                text,
            ),
        )


def _place(article: Article, keys: Keys, span: Span) -> tuple[int | None, int | None, int | None]:
    row, sentence = keys.sentence_of(article, span)
    if sentence is None:
        return None, None, None
    return (row, *place_in(article, sentence, span))


def _mentions(one: Annotations, keys: Keys) -> Rows:
    article = one.article
    number = keys.articles[article.document.id]
    for mention in one.mentions:
        sentence, start, end = _place(article, keys, mention.span)
        entity = keys.entities.get(mention.entity or "")
        text = squeeze(mention.span.of(article.text))
        yield "mentions", (None, number, sentence, entity, mention.kind, start, end, text)


def _timexes(one: Annotations, keys: Keys) -> Rows:
    article = one.article
    number = keys.articles[article.document.id]
    for timex in one.timexes:
        sentence, start, end = _place(article, keys, timex.span)
        text = squeeze(timex.span.of(article.text))
        known = (timex.type, timex.value, timex.edtf, timex.rule)
        yield "timexes", (None, number, sentence, start, end, text, *known)


def _shown_text(article: Article, sentence: Sentence | None, span: Span, context: Context) -> str:
    if sentence is None:
        may = article.document.metadata.rights == "full"
    else:
        may = (article.document.id, sentence.index) in context.shown
    return squeeze(span.of(article.text)) if may else ""


def _quotations(one: Annotations, context: Context) -> Rows:
    article, keys = one.article, context.keys
    for quotation in one.quotations:
        _, sentence = keys.sentence_of(article, quotation.content)
        row, start, end = _place(article, keys, quotation.content)
        within = sentence is not None and sentence.span.covers(quotation.content)
        text = _shown_text(article, sentence, quotation.content, context)
        speaker = quotation.speaker
        yield (
            "quotations",
            (
                None,
                keys.articles[article.document.id],
                row,
                quotation.kind,
                start,
                end,
                None if within else text,
                _words_of(article, quotation.cue),
                _words_of(article, speaker.span) if speaker else None,
                keys.entities.get(speaker.entity or "") if speaker else None,
                int(quotation.denied),
            ),
        )


def _events(one: Annotations, context: Context) -> Rows:
    article, keys = one.article, context.keys
    for event in one.events:
        number = context.new_id("events")
        row, _ = keys.sentence_of(article, event.trigger)
        yield (
            "events",
            (
                number,
                keys.articles[article.document.id],
                row,
                event.kind,
                event.edtf,
                *days_of(event.edtf),
                event.modality,
                squeeze(event.trigger.of(article.text)),
                keys.entities.get(event.place or ""),
                int(event.in_passing),
            ),
        )
        yield from linked("event_participants", number, event.participants, keys)


def _commitments(one: Annotations, context: Context) -> Rows:
    article, keys = one.article, context.keys
    for promise in one.commitments:
        number = context.new_id("commitments")
        row, sentence = keys.sentence_of(article, promise.sentence)
        followup = context.followups.get((article.document.id, promise))
        yield (
            "commitments",
            (
                number,
                keys.articles[article.document.id],
                row,
                _shown_text(article, sentence, promise.action, context),
                promise.status,
                promise.made,
                promise.due,
                keys.entities.get(promise.reported_by or ""),
                followup.status if followup else None,
            ),
        )
        yield from linked("commitment_parties", number, promise.parties, keys)
        for source in followup.evidence if followup else ():
            told = keys.sentences[source.document, source.sentence]
            yield "followups", (number, told)


def linked(table: str, number: int, entities: tuple[str, ...], keys: Keys) -> Rows:
    """Rows of a table that ties row `number` to entities, each once, in order of their numbers."""
    for entity in sorted({keys.entities[e] for e in entities if e in keys.entities}):
        yield table, (number, entity)
