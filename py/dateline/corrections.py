"""The maintainer's decisions, applied at the stage they belong to; they have the last word.

Every correction names its article by hash and, but for the publication date, a span of the file.
One that no longer matches is an error, for it was made of a text that has since changed.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from dateline import edtf
from dateline.errors import StaleCorrection
from dateline.model import (
    Annotations,
    Article,
    Correction,
    Document,
    Evidence,
    LineRole,
    LocalEntity,
    Mention,
    Publication,
    Span,
    Story,
    Timex,
)
from dateline.text import slugify


def check(documents: Sequence[Document], story: Story) -> None:
    """Raise `StaleCorrection` for the first correction that matches no document or no text."""
    for correction in story.corrections:
        matching = [d for d in documents if d.sha256.startswith(correction.sha256)]
        if len(matching) != 1:
            reason = _no_article(correction, len(matching))
            raise StaleCorrection(correction.place, "", reason)
        _check_span(matching[0], correction)


def line_roles(document: Document, story: Story) -> dict[int, LineRole]:
    """The corrected role of each line, by the offset in the text at which the span begins."""
    return {
        _text_span(document, c.span).start: c.value  # type: ignore[misc]
        for c in _of(document, story)
        if c.kind == "line" and c.span is not None and c.value is not None
    }


def correct_published(article: Article, story: Story) -> Article:
    """The article with the publication date the maintainer gave, if one was given."""
    for correction in _of(article.document, story):
        if correction.kind == "published":
            rejected = (
                replace(evidence, verdict="rejected") for evidence in article.published.evidence
            )
            given = Evidence(None, correction.value or "", "used", f"given in {correction.place}")
            confidence = "given" if correction.value else "unknown"
            published = Publication(correction.value, confidence, (given, *rejected))  # type: ignore[arg-type]
            return replace(article, published=published)
    return article


def correct_annotations(annotations: Annotations, story: Story) -> Annotations:
    """The annotations with the corrected dates and mentions in place of those found."""
    document = annotations.article.document
    for correction in _of(document, story):
        if correction.span is None:
            continue
        span = _text_span(document, correction.span)
        if correction.kind == "date":
            annotations = _correct_date(annotations, span, correction)
        elif correction.kind == "mention":
            annotations = _correct_mention(annotations, span, correction)
    return annotations


def _correct_date(annotations: Annotations, span: Span, correction: Correction) -> Annotations:
    kept = [timex for timex in annotations.timexes if not timex.span.overlaps(span)]
    old = next((timex for timex in annotations.timexes if timex.span.overlaps(span)), None)
    if correction.value is not None:
        earliest, latest = edtf.bounds(correction.value)
        value = earliest or latest or correction.value
        corrected = Timex(span, "DATE", value, correction.value, "correction")
        kept.append(replace(corrected, modality=old.modality) if old else corrected)
    events = tuple(
        replace(event, edtf=correction.value)
        if event.timex is not None and event.timex.overlaps(span)
        else event
        for event in annotations.events
    )
    timexes = tuple(sorted(kept, key=lambda timex: timex.span))
    return replace(annotations, timexes=timexes, events=events)


def _correct_mention(annotations: Annotations, span: Span, correction: Correction) -> Annotations:
    kept = [mention for mention in annotations.mentions if not mention.span.overlaps(span)]
    entities = annotations.entities
    if correction.value is not None:
        entity = next((e for e in entities if e.name == correction.value), None)
        if entity is None:
            type_ = correction.type or "person"
            entity = LocalEntity(slugify(correction.value), type_, correction.value)
            entities = (*entities, entity)
        kept.append(Mention(span, "name", entity.type, entity.id, "correction"))
    mentions = tuple(sorted(kept, key=lambda mention: mention.span))
    return replace(annotations, mentions=mentions, entities=entities)


def _of(document: Document, story: Story) -> Iterable[Correction]:
    return (c for c in story.corrections if document.sha256.startswith(c.sha256))


def _text_span(document: Document, raw: Span) -> Span:
    """`raw`, a span of the decoded file, as a span of the text."""
    if document.origin is None:
        return raw
    inside = [i for i, offset in enumerate(document.origin) if raw.start <= offset < raw.end]
    return Span(inside[0], inside[-1] + 1) if inside else Span(0, 0)


def _check_span(document: Document, correction: Correction) -> None:
    if correction.span is None:
        return
    found = correction.span.of(document.raw)
    expected = correction.text
    if not found or (expected is not None and found != expected):
        was = f"it used to be “{expected}”" if expected else "nothing is there any more"
        place = f"{correction.span.start}-{correction.span.end}"
        reason = f"{document.name} {place} is now “{found}”; {was}"
        raise StaleCorrection(correction.place, "", reason)


def _no_article(correction: Correction, matches: int) -> str:
    used = f"; it used to match “{correction.text}”" if correction.text else ""
    if matches:
        return f"{correction.sha256} matches {matches} articles; give more digits"
    return f"no article has the hash {correction.sha256} any more{used}"
