"""The JSON that `dateline annotate` and `dateline record` print: names and shapes others rely on.

Every span is given over the file as decoded, so that anybody can check it with a text editor.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from dateline.model import (
    Annotations,
    Commitment,
    Count,
    Disagreement,
    Document,
    Entity,
    Event,
    Evidence,
    FollowUp,
    Meeting,
    Quotation,
    Record,
    Source,
    Span,
    Statement,
)

Json = dict[str, Any]


def annotations_json(annotations: Annotations) -> Json:
    """One line of `dateline annotate`."""
    article = annotations.article
    document = article.document
    known = {entity.id for entity in annotations.entities}

    def entity(id_: str | None) -> str | None:
        return id_ if id_ in known else None

    return {
        "document": document.name,
        "sha256": document.sha256,
        "language": article.language,
        "article": {
            **{
                name: _span(document, getattr(article, name))
                for name in ("headline", "byline", "agency", "publisher", "place")
            },
            "published": {
                "edtf": article.published.edtf,
                "confidence": article.published.confidence,
                "evidence": [_evidence(document, e) for e in article.published.evidence],
            },
        },
        "lines": [_place(document, line.span) | {"role": line.role} for line in article.lines],
        "mentions": [
            _at(document, m.span) | {"kind": m.kind, "type": m.type, "entity": entity(m.entity)}
            for m in annotations.mentions
        ],
        "timexes": [
            _at(document, timex.span)
            | {"type": timex.type, "value": timex.value, "edtf": timex.edtf, "rule": timex.rule}
            | {"anchor": timex.anchor, "modality": timex.modality}
            for timex in annotations.timexes
        ],
        "quotations": [_quotation(document, quotation) for quotation in annotations.quotations],
        "events": [_event(document, event) for event in annotations.events],
        "commitments": [_commitment(document, c) for c in annotations.commitments],
    }


def record_json(record: Record) -> Json:
    """The one object of `dateline record`."""
    documents = {a.article.document.id: a.article.document for a in record.annotations}
    return {
        "entities": [_entity(entity) for entity in record.entities],
        "timeline": [_statement(documents[s.document], s) for s in record.timeline],
        "meetings": [_meeting(documents, meeting) for meeting in record.meetings],
        "followups": [_followup(documents, followup) for followup in record.followups],
        "disagreements": [_disagreement(documents, d) for d in record.disagreements],
        "counts": [_count(documents, count) for count in record.counts],
        "threads": [
            {
                "id": thread.id,
                "label": thread.label,
                "sentences": [_source(documents, source) for source in thread.sentences],
            }
            for thread in record.threads
        ],
    }


def _place(document: Document, span: Span) -> Json:
    raw = document.raw_span(span)
    return {"start": raw.start, "end": raw.end}


def _at(document: Document, span: Span) -> Json:
    raw = document.raw_span(span)
    return {"start": raw.start, "end": raw.end, "text": raw.of(document.raw)}


def _span(document: Document, span: Span | None) -> Json | None:
    return None if span is None else _at(document, span)


def _evidence(document: Document, evidence: Evidence) -> Json:
    where = _at(document, evidence.span) if evidence.span else {"start": None, "end": None}
    return {"text": evidence.text} | where | {"verdict": evidence.verdict, "why": evidence.why}


def _quotation(document: Document, quotation: Quotation) -> Json:
    speaker = quotation.speaker
    return {
        "kind": quotation.kind,
        "content": _at(document, quotation.content),
        "cue": _span(document, quotation.cue),
        "speaker": None
        if speaker is None
        else _at(document, speaker.span) | {"entity": speaker.entity, "also": list(speaker.also)},
        "denied": quotation.denied,
    }


def _event(document: Document, event: Event) -> Json:
    return {
        "kind": event.kind,
        "edtf": event.edtf,
        "modality": event.modality,
        "trigger": _at(document, event.trigger),
        "participants": list(event.participants),
        "place": event.place,
        "sentence": _at(document, event.sentence),
        "in_passing": event.in_passing,
    }


def _commitment(document: Document, commitment: Commitment) -> Json:
    return {
        "action": _at(document, commitment.action),
        "trigger": _at(document, commitment.trigger),
        "parties": list(commitment.parties),
        "status": commitment.status,
        "made": commitment.made,
        "due": commitment.due,
        "reported_by": commitment.reported_by,
        "sentence": _at(document, commitment.sentence),
    }


def _entity(entity: Entity) -> Json:
    return {
        "id": entity.id,
        "type": entity.type,
        "name": entity.name,
        "aliases": list(entity.aliases),
        "wikidata": entity.wikidata,
        "roles": list(entity.roles),
        "documents": list(entity.documents),
    }


def _statement(document: Document, statement: Statement) -> Json:
    return {
        "edtf": statement.edtf,
        "earliest": statement.earliest,
        "latest": statement.latest,
        "document": document.name,
        **_at(document, statement.span),
        "sentence": statement.sentence,
        "entities": list(statement.entities),
        "modality": statement.modality,
        "event": statement.event,
        "threads": list(statement.threads),
    }


def _source(documents: Mapping[str, Document], source: Source) -> Json:
    document = documents[source.document]
    return {
        "document": document.name,
        "sentence": _at(document, source.span),
        "anchor": source.sentence,
    }


def _sources(documents: Mapping[str, Document], sources: Sequence[Source]) -> list[Json]:
    return [_source(documents, source) for source in sources]


def _meeting(documents: Mapping[str, Document], meeting: Meeting) -> Json:
    return {
        "id": meeting.id,
        "edtf": meeting.edtf,
        "place": meeting.place,
        "participants": list(meeting.participants),
        "modality": meeting.modality,
        "reports": [
            _source(documents, report.source)
            | {"in_passing": report.in_passing, "account": report.account}
            for report in meeting.reports
        ],
    }


def _followup(documents: Mapping[str, Document], followup: FollowUp) -> Json:
    document = documents[followup.source.document]
    return {
        "commitment": {"document": document.name} | _commitment(document, followup.commitment),
        "status": followup.status,
        "evidence": _sources(documents, followup.evidence),
    }


def _disagreement(documents: Mapping[str, Document], disagreement: Disagreement) -> Json:
    return {
        "about": disagreement.about,
        "accounts": [
            _source(documents, account.source) | {"speaker": account.speaker}
            for account in disagreement.accounts
        ],
    }


def _count(documents: Mapping[str, Document], count: Count) -> Json:
    document = documents[count.source.document]
    return {
        "claim": _at(document, count.claim),
        "document": document.name,
        "sentence": _at(document, count.source.span),
        "verdict": count.verdict,
        "missing": count.missing,
        "why": count.why,
    }
