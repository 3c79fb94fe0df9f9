"""The rows that belong to the story as a whole: entities, meetings, timeline, pages."""

from __future__ import annotations

from collections import Counter, defaultdict

from dateline.archive.keys import Keys, days_of, ordered_meetings, place_in
from dateline.archive.open import FORMAT
from dateline.archive.rows import Context, Row, Rows, headline_of, linked, publisher_of
from dateline.model import Article, Entity, Meeting, Record, Source, Statement
from dateline.record.titles import meeting_title
from dateline.text import squeeze


def story_rows(record: Record, context: Context, build: str) -> Rows:
    """Everything that is not one article's own, in an order in which references hold."""
    yield from _meta(record, context.keys, build)
    yield from _entities(record, context.keys)
    yield from _threads(record, context.keys)


def linking_rows(record: Record, context: Context) -> Rows:
    """What points at sentences: timeline, meetings, disagreements, counts, thread sentences."""
    keys = context.keys
    articles = {one.article.document.id: one.article for one in keys.annotations}
    for number, statement in enumerate(record.timeline, start=1):
        yield "statements", _statement(number, statement, articles, keys)
        yield from linked("statement_entities", number, statement.entities, keys)
    names = {entity.id: entity.name for entity in record.entities}
    for number, meeting in enumerate(ordered_meetings(record), start=1):
        yield from _meeting(number, meeting, names, keys)
    yield from _disagreements(record, keys)
    for count in record.counts:
        claim = squeeze(count.claim.of(articles[count.source.document].text))
        checked = (claim, count.verdict, count.missing, count.why)
        yield "counts", (None, _row_of(count.source, keys), *checked)
    for thread in record.threads:
        for position, source in enumerate(thread.sentences, start=1):
            place = (keys.threads[thread.id], position, _row_of(source, keys))
            yield "thread_sentences", place


def page_rows(record: Record, context: Context) -> Rows:
    """What can be found by its name: entities, meetings and articles, numbered through."""
    keys = context.keys
    entities = {entity.id: entity for entity in record.entities}
    counts = _sentence_counts(record)
    number = 0
    for entity in sorted(record.entities, key=lambda e: e.id):
        number += 1
        yield "pages", _entity_page(number, entity, counts[entity.id], keys)
    for at, meeting in enumerate(ordered_meetings(record), start=1):
        number += 1
        yield "pages", _meeting_page(number, at, meeting, entities)
    for one in keys.annotations:
        number += 1
        yield "pages", _article_page(number, one.article, keys)


def _meta(record: Record, keys: Keys, build: str) -> Rows:
    story = record.story
    last_days = (days_of(one.article.published.edtf)[1] for one in keys.annotations)
    values = {
        "title": story.title,
        "description": story.description,
        "language": story.language,
        "build": build,
        "format": str(FORMAT),
        "newest_day": max((day for day in last_days if day), default=None),
    }
    for name, value in sorted(values.items()):
        if value is not None:
            yield "meta", (name, value)


def _entities(record: Record, keys: Keys) -> Rows:
    counts = _sentence_counts(record)
    for entity in sorted(record.entities, key=lambda e: e.id):
        number = keys.entities[entity.id]
        named = (number, entity.id, entity.type, entity.name, entity.wikidata)
        yield "entities", (*named, len(set(entity.documents)), counts[entity.id])
        for alias in sorted(set(entity.aliases) - {entity.name}):
            yield "aliases", (number, alias)
        for position, title in enumerate(entity.roles, start=1):
            yield "roles", (number, position, title)
        for office in entity.offices:
            yield "offices", (None, number, office.title, office.of, office.term)


def _sentence_counts(record: Record) -> Counter[str]:
    """In how many sentences each entity is mentioned."""
    seen: dict[str, set[tuple[str, int]]] = defaultdict(set)
    for one in record.annotations:
        for mention in one.mentions:
            sentence = one.article.sentence_at(mention.span.start)
            if mention.entity is not None and sentence is not None:
                seen[mention.entity].add((one.article.document.id, sentence.index))
    return Counter({entity: len(places) for entity, places in seen.items()})


def _threads(record: Record, keys: Keys) -> Rows:
    for thread in record.threads:
        yield "threads", (keys.threads[thread.id], thread.id, thread.label, thread.description)


def _statement(number: int, statement: Statement, articles: dict[str, Article], keys: Keys) -> Row:
    article = articles[statement.document]
    sentence = next(s for s in article.sentences if s.index == statement.sentence)
    return (
        number,
        keys.articles[statement.document],
        keys.sentences[statement.document, statement.sentence],
        statement.edtf,
        statement.earliest,
        statement.latest,
        *place_in(article, sentence, statement.span),
        statement.modality,
        statement.event,
    )


def _row_of(source: Source, keys: Keys) -> int:
    return keys.sentences[source.document, source.sentence]


def _meeting(number: int, meeting: Meeting, names: dict[str, str], keys: Keys) -> Rows:
    place = keys.entities.get(meeting.place or "")
    when = (meeting.edtf, *days_of(meeting.edtf))
    title = meeting_title(meeting, names)
    yield "meetings", (number, meeting.id, title, *when, place, meeting.modality)
    yield from linked("meeting_participants", number, meeting.participants, keys)
    for report in meeting.reports:
        account = keys.entities.get(report.account or "")
        told = (_row_of(report.source, keys), int(report.in_passing), account)
        yield "reports", (None, number, *told)


def _disagreements(record: Record, keys: Keys) -> Rows:
    for number, disagreement in enumerate(record.disagreements, start=1):
        yield "disagreements", (number, disagreement.about)
        for account in disagreement.accounts:
            speaker = keys.entities.get(account.speaker or "")
            yield "accounts", (None, number, _row_of(account.source, keys), speaker)


def _entity_page(number: int, entity: Entity, sentences: int, keys: Keys) -> Row:
    others = "\n".join(sorted(set(entity.aliases) - {entity.name}))
    about = ", ".join(entity.roles[:3])
    found = (number, entity.type, entity.id, entity.name, others, about)
    return (*found, None, None, None, sentences, keys.entities[entity.id])


def _meeting_page(number: int, at: int, meeting: Meeting, entities: dict[str, Entity]) -> Row:
    named = [entities[id_] for id_ in (*meeting.participants, meeting.place) if id_ in entities]
    title = meeting_title(meeting, {entity.id: entity.name for entity in named})
    others = "\n".join(sorted({alias for entity in named for alias in entity.aliases}))
    found = (number, "meeting", meeting.id, title, others, "meeting talks summit met")
    return (*found, meeting.edtf, *days_of(meeting.edtf), len(meeting.reports), at)


def _article_page(number: int, article: Article, keys: Keys) -> Row:
    document = article.document.id
    credit = [publisher_of(article)]
    credit += [squeeze(s.of(article.text)) for s in (article.byline, article.agency) if s]
    about = ", ".join(dict.fromkeys(part for part in credit if part))
    found = (number, "article", document, headline_of(article), "", about)
    when = (article.published.edtf, *days_of(article.published.edtf))
    return (*found, *when, len(article.sentences), keys.articles[document])
