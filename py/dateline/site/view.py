"""The record turned round for reading: what each page needs to look up, worked out once."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from dateline import edtf
from dateline.model import (
    Annotations,
    Article,
    Commitment,
    Disagreement,
    Entity,
    FollowUp,
    Meeting,
    Quotation,
    Record,
    Sentence,
    Source,
    Statement,
)
from dateline.text import squeeze

SentenceKey = tuple[str, int]
"""Document id and index of the sentence."""

Item = TypeVar("Item")

_UNDATED = "9999-12-31"
"""Sorts what has no day after everything that has one."""


@dataclass(frozen=True, slots=True)
class Said:
    """A quotation with the place of its proof."""

    document: str
    sentence: int
    quotation: Quotation


class StoryView:
    """Look-ups over a record. Everything is in order of day, then document, then offset."""

    def __init__(self, record: Record) -> None:
        self.record = record
        self.annotations: dict[str, Annotations] = {
            a.article.document.id: a for a in record.annotations
        }
        self.entities: dict[str, Entity] = {entity.id: entity for entity in record.entities}
        self.names = {entity.id: entity.name for entity in record.entities}
        self.documents = sorted(self.annotations, key=lambda id_: (self.day(id_), id_))

    def article(self, document: str) -> Article:
        """The article of a document id."""
        return self.annotations[document].article

    def day(self, document: str) -> str:
        """The first day on which the report may have been published, for sorting."""
        published = self.article(document).published.edtf
        return ends(published)[0] if published else _UNDATED

    def headline(self, document: str) -> str:
        """The headline, or the best there is in place of one."""
        article = self.article(document)
        if article.document.metadata.title:
            return squeeze(article.document.metadata.title)
        if article.headline is not None:
            return squeeze(article.headline.of(article.text))
        if article.sentences:
            return shorten(squeeze(article.sentences[0].span.of(article.text)))
        return article.document.name

    def source_name(self, document: str) -> str:
        """Who published the report, as its metadata, its page or its agency line says."""
        article = self.article(document)
        if article.document.metadata.publisher:
            return squeeze(article.document.metadata.publisher)
        credit = article.publisher or article.agency
        return squeeze(credit.of(article.text)) if credit else ""

    def role_line(self, entity: Entity) -> str:
        """What the entity is, in a few words: its last office, or the title it bears most."""
        if entity.offices:
            office = max(entity.offices, key=lambda office: ends(office.term or "0001")[0])
            of = f", {office.of}" if office.of else ""
            return f"{office.title}{of}"
        return entity.roles[0] if entity.roles else ""

    def sentence(self, key: SentenceKey) -> Sentence:
        """The sentence with this key; sentences are numbered from 1."""
        return self.article(key[0]).sentences[key[1] - 1]

    def sentence_text(self, key: SentenceKey) -> str:
        """The sentence's words on one line."""
        return squeeze(self.sentence(key).span.of(self.article(key[0]).text))

    def sentence_day(self, key: SentenceKey) -> str:
        """The first day a sentence speaks of; its report's day when it names none."""
        statements = self.statements_of.get(key)
        return statements[0].earliest if statements else self.day(key[0])

    def in_order(self, keys: Iterable[SentenceKey]) -> list[SentenceKey]:
        """Each key once, by the day of its report and then by place in it."""
        return sorted(set(keys), key=lambda key: (self.day(key[0]), *key))

    @cached_property
    def mentions_of(self) -> dict[str, list[SentenceKey]]:
        """Entity id to the sentences that mention it."""
        found: dict[str, set[SentenceKey]] = defaultdict(set)
        for document, annotations in self.annotations.items():
            for mention in annotations.mentions:
                sentence = annotations.article.sentence_at(mention.span.start)
                if mention.entity is not None and sentence is not None:
                    found[mention.entity].add((document, sentence.index))
        return {entity: self.in_order(keys) for entity, keys in found.items()}

    @cached_property
    def entities_in(self) -> dict[SentenceKey, tuple[str, ...]]:
        """Sentence to the ids of the entities it mentions."""
        found: dict[SentenceKey, set[str]] = defaultdict(set)
        for entity, keys in self.mentions_of.items():
            for key in keys:
                found[key].add(entity)
        return {key: tuple(sorted(ids)) for key, ids in found.items()}

    @cached_property
    def companions(self) -> dict[str, list[tuple[str, int]]]:
        """Entity id to (other entity id, shared sentences), most first."""
        found: dict[str, Counter[str]] = defaultdict(Counter)
        for ids in self.entities_in.values():
            for one in ids:
                found[one].update(other for other in ids if other != one)
        return {
            entity: sorted(counts.items(), key=lambda item: (-item[1], item[0]))
            for entity, counts in found.items()
        }

    @cached_property
    def said_by(self) -> dict[str, list[Said]]:
        """Entity id to what it is reported to have said."""
        found: dict[str, list[Said]] = defaultdict(list)
        for document in self.documents:
            for said in self.said_in(document):
                if said.quotation.speaker is not None:
                    for entity in said.quotation.speaker.entities:
                        found[entity].append(said)
        return dict(found)

    def said_in(self, document: str) -> Iterator[Said]:
        """The quotations of one article."""
        annotations = self.annotations[document]
        for quotation in annotations.quotations:
            sentence = annotations.article.sentence_at(quotation.content.start)
            if sentence is not None:
                yield Said(document, sentence.index, quotation)

    @cached_property
    def meetings_of(self) -> dict[str, list[Meeting]]:
        """Entity id (participant or place) to its meetings."""
        found: dict[str, list[Meeting]] = defaultdict(list)
        for meeting in self.meetings:
            for entity in {*meeting.participants, meeting.place}:
                if entity is not None:
                    found[entity].append(meeting)
        return dict(found)

    @cached_property
    def meetings(self) -> list[Meeting]:
        """All meetings by day; those without a day last."""
        return sorted(self.record.meetings, key=lambda meeting: (meeting_day(meeting), meeting.id))

    @cached_property
    def meetings_in(self) -> dict[str, list[Meeting]]:
        """Document id to the meetings it reports, those told in passing after the others."""
        found: dict[str, list[tuple[bool, Meeting]]] = defaultdict(list)
        for meeting in self.meetings:
            told: dict[str, bool] = {}
            for report in meeting.reports:
                document = report.source.document
                told[document] = told.get(document, True) and report.in_passing
            for document, in_passing in told.items():
                found[document].append((in_passing, meeting))
        return {
            document: [meeting for _, meeting in sorted(pairs, key=lambda pair: pair[0])]
            for document, pairs in found.items()
        }

    @cached_property
    def followups_of(self) -> dict[str, list[FollowUp]]:
        """Entity id to the promises it is a party to."""
        found: dict[str, list[FollowUp]] = defaultdict(list)
        for followup in self.followups:
            for party in followup.commitment.parties:
                found[party].append(followup)
        return dict(found)

    @cached_property
    def followups(self) -> list[FollowUp]:
        """All promises, by the day they were made."""
        return sorted(
            self.record.followups,
            key=lambda f: (
                commitment_day(f.commitment) or self.day(f.source.document),
                f.source.document,
                f.commitment.action,
            ),
        )

    @cached_property
    def statements_of(self) -> dict[SentenceKey, list[Statement]]:
        """Sentence to its dated statements."""
        found: dict[SentenceKey, list[Statement]] = defaultdict(list)
        for statement in self.record.timeline:
            found[statement.document, statement.sentence].append(statement)
        return dict(found)

    @cached_property
    def statements_in(self) -> dict[str, list[Statement]]:
        """Document id to its dated statements, by day."""
        return _grouped((s.document, s) for s in self.record.timeline)

    @cached_property
    def followups_in(self) -> dict[str, list[FollowUp]]:
        """Document id to the promises it reports."""
        return _grouped((f.source.document, f) for f in self.followups)

    @cached_property
    def ranked(self) -> dict[str, list[Entity]]:
        """Entity type to its entities, most mentioned first."""
        found: dict[str, list[Entity]] = defaultdict(list)
        for entity in self.record.entities:
            found[entity.type].append(entity)
        for entities in found.values():
            entities.sort(key=lambda e: (-len(self.mentions_of.get(e.id, ())), e.name, e.id))
        return dict(found)

    def name(self, entity: str | None) -> str:
        """The name of an entity id; the id itself when it is not known."""
        return self.names.get(entity or "", entity or "")

    def sides(self, disagreement: Disagreement) -> list[tuple[Source, str]]:
        """Each sentence that gives an account, once, and the names of those who give one in it."""
        speakers: dict[Source, list[str]] = {}
        for account in disagreement.accounts:
            told = speakers.setdefault(account.source, [])
            if account.speaker:
                told.append(self.name(account.speaker))
        return [(source, ", ".join(dict.fromkeys(names))) for source, names in speakers.items()]


def _grouped(pairs: Iterable[tuple[str, Item]]) -> dict[str, list[Item]]:
    found: dict[str, list[Item]] = defaultdict(list)
    for key, item in pairs:
        found[key].append(item)
    return dict(found)


def ends(date: str) -> tuple[str, str]:
    """First and last ISO day of an EDTF date; where it is open, the end that is known twice."""
    earliest, latest = edtf.bounds(date)
    known = earliest or latest or _UNDATED
    return earliest or known, latest or known


def meeting_day(meeting: Meeting) -> str:
    """The first day on which the meeting may have been, for sorting."""
    return ends(meeting.edtf)[0] if meeting.edtf else _UNDATED


def commitment_day(commitment: Commitment) -> str | None:
    """The first day on which the promise may have been made."""
    return ends(commitment.made)[0] if commitment.made else None


def key_of(source: Source) -> SentenceKey:
    """The key of the sentence a source points to."""
    return source.document, source.sentence


def shorten(text: str, length: int = 90) -> str:
    """`text` cut at a word before `length` characters, with an ellipsis when it was longer."""
    if len(text) <= length:
        return text
    return text[: text.rfind(" ", 0, length)].rstrip(" ,;:-–—") + "…"
