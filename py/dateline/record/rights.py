"""How much of an article's text may be published, as its `rights` say."""

from __future__ import annotations

from dateline.model import Annotations, Sentence

_EXCERPT_LEAD = 2
"""Sentences of the article's beginning that an excerpt may show."""


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
