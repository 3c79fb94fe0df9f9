"""How much of an article's text may be published, as its `rights` say.

What may not be shown is blanked in the text itself, code point for code point, before anything is
made of the record: so no page, archive or export can hold it, and every offset still holds.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from dateline.model import Annotations, Document, Record, Sentence, Span

_EXCERPT_LEAD = 2
"""Sentences of the article's beginning that an excerpt may show."""

_WITHHELD = "…"
"""Stands at the place of each sentence that is not shown."""


def redact(record: Record) -> Record:
    """The record with the words blanked that may not be published; its facts all stay."""
    redacted = tuple(
        annotations
        if annotations.article.document.metadata.rights == "full"
        else _redact(annotations)
        for annotations in record.annotations
    )
    return replace(record, annotations=redacted)


def shown_sentences(annotations: Annotations) -> frozenset[int]:
    """Indexes of the sentences that may be shown.

    `full`: all. `excerpt`: the headline, the first two of the body, and those that prove a
    meeting, a promise or a quotation. `link`: the headline alone.
    """
    article = annotations.article
    rights = article.document.metadata.rights
    if rights == "full":
        return frozenset(sentence.index for sentence in article.sentences)
    headline = {s.index for s in article.sentences if s.role == "headline"}
    if rights == "link":
        return frozenset(headline)
    body = [sentence.index for sentence in article.sentences if sentence.role == "body"]
    proofs = {sentence.index for sentence in _proofs(annotations)}
    return frozenset(headline | set(body[:_EXCERPT_LEAD]) | proofs)


def _proofs(annotations: Annotations) -> list[Sentence]:
    offsets = [
        *(event.trigger.start for event in annotations.events),
        *(commitment.action.start for commitment in annotations.commitments),
        *(quotation.content.start for quotation in annotations.quotations),
    ]
    found = (annotations.article.sentence_at(offset) for offset in offsets)
    return [sentence for sentence in found if sentence is not None]


def _redact(annotations: Annotations) -> Annotations:
    article = annotations.article
    shown = shown_sentences(annotations)
    credits = (article.byline, article.agency, article.publisher, article.place)
    kept = [sentence.span for sentence in article.sentences if sentence.index in shown]
    kept += [span for span in credits if span is not None]
    withheld = [s.span.start for s in article.sentences if s.index not in shown]
    document = _blank(article.document, kept, withheld)
    evidence = tuple(
        found if found.span is None or _inside(found.span, kept) else replace(found, text=_WITHHELD)
        for found in article.published.evidence
    )
    published = replace(article.published, evidence=evidence)
    return replace(
        annotations,
        article=replace(article, document=document, published=published),
        mentions=tuple(m for m in annotations.mentions if _inside(m.span, kept)),
        timexes=tuple(t for t in annotations.timexes if _inside(t.span, kept)),
        quotations=tuple(q for q in annotations.quotations if _inside(q.content, kept)),
    )


def _inside(span: Span, kept: Iterable[Span]) -> bool:
    return any(outer.covers(span) for outer in kept)


def _blank(document: Document, kept: list[Span], withheld: list[int]) -> Document:
    text = [" "] * len(document.text)
    for span in kept:
        text[span.start : span.end] = span.of(document.text)
    for start in withheld:
        text[start] = _WITHHELD
    shown = "".join(text)
    if document.origin is None:
        return replace(document, text=shown, raw=shown)
    raw = [" "] * len(document.raw)
    for at, offset in enumerate(document.origin):
        raw[offset] = shown[at]
    return replace(document, text=shown, raw="".join(raw))
