"""The record as files to take away: CSV for spreadsheets, JSON for programs."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from dateline.contract import record_json
from dateline.model import Record
from dateline.site.view import StoryView, key_of
from dateline.tables import csv_text


@dataclass(frozen=True, slots=True)
class Export:
    """A file for download: its path below the root, what it holds, its bytes."""

    path: str
    about: str
    content: bytes


def all_exports(record: Record) -> Iterator[Export]:
    """Every export, tables first."""
    view = StoryView(record)
    tables: tuple[tuple[str, str, Sequence[str], Iterable[Sequence[str]]], ...] = (
        ("timeline", "Every dated statement with its sentence", _TIMELINE, _timeline(view)),
        ("entities", "People, organizations, places and other names", _ENTITIES, _entities(view)),
        ("meetings", "Meetings, a row for each report of one", _MEETINGS, _meetings(view)),
        ("promises", "Promises and what became of them", _PROMISES, _promises(view)),
        ("quotations", "Who is reported to have said what", _QUOTATIONS, _quotations(view)),
    )
    for name, about, header, rows in tables:
        yield Export(
            f"data/{name}.csv", about, csv_text(header, rows).encode("utf-8", "backslashreplace")
        )
    whole = json.dumps(record_json(record), ensure_ascii=False, indent=1, sort_keys=True)
    content = whole.encode("utf-8", "backslashreplace")
    yield Export(
        "data/record.json", "The record of the story, as `dateline record` prints it", content
    )


_TIMELINE = (
    "edtf",
    "earliest",
    "latest",
    "modality",
    "event",
    "entities",
    "document",
    "sentence",
    "text",
)
_ENTITIES = ("id", "type", "name", "aliases", "wikidata", "mentions", "documents")
_MEETINGS = ("id", "edtf", "place", "participants", "modality", "document", "in_passing", "text")
_PROMISES = ("parties", "status_word", "action", "made", "due", "status", "document", "text")
_QUOTATIONS = ("speaker", "kind", "denied", "content", "document", "sentence")


def _timeline(view: StoryView) -> Iterator[Sequence[str]]:
    for s in view.record.timeline:
        text = _sentence(view, s.document, s.sentence)
        entities = "; ".join(view.name(id_) for id_ in s.entities)
        event = s.event or ""
        where = (s.document, str(s.sentence), text)
        yield (s.edtf, s.earliest, s.latest, s.modality, event, entities, *where)


def _entities(view: StoryView) -> Iterator[Sequence[str]]:
    for e in view.record.entities:
        mentions = str(len(view.mentions_of.get(e.id, ())))
        aliases = "; ".join(e.aliases)
        yield e.id, e.type, e.name, aliases, e.wikidata or "", mentions, "; ".join(e.documents)


def _meetings(view: StoryView) -> Iterator[Sequence[str]]:
    for meeting in view.meetings:
        who = "; ".join(view.name(id_) for id_ in meeting.participants)
        place = view.name(meeting.place) if meeting.place else ""
        for report in meeting.reports:
            text = _sentence(view, *key_of(report.source))
            passing = "yes" if report.in_passing else "no"
            head = (meeting.id, meeting.edtf or "", place, who, meeting.modality)
            yield (*head, report.source.document, passing, text)


def _promises(view: StoryView) -> Iterator[Sequence[str]]:
    for followup in view.followups:
        commitment, source = followup.commitment, followup.source
        action = commitment.action.of(view.article(source.document).text)
        parties = "; ".join(view.name(id_) for id_ in commitment.parties)
        dates = (commitment.made or "", commitment.due or "")
        where = (source.document, _sentence(view, *key_of(source)))
        yield (parties, commitment.status, action, *dates, followup.status, *where)


def _quotations(view: StoryView) -> Iterator[Sequence[str]]:
    for document in view.documents:
        article = view.article(document)
        for said in view.said_in(document):
            quotation = said.quotation
            speaker = quotation.speaker.span.of(article.text) if quotation.speaker else ""
            if quotation.speaker and quotation.speaker.entities:
                speaker = "; ".join(view.name(id_) for id_ in quotation.speaker.entities)
            content = quotation.content.of(article.text)
            denied = "yes" if quotation.denied else "no"
            yield speaker, quotation.kind, denied, content, document, str(said.sentence)


def _sentence(view: StoryView, document: str, index: int) -> str:
    return view.sentence_text((document, index))
