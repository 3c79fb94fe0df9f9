"""Annotate: from one dated article to everything found in it. A pure function of its arguments."""

from __future__ import annotations

from dateline.annotation import commitments, events, names, quotations, times
from dateline.annotation.events.homes import homes
from dateline.model import Annotations, Article, Story


def annotate(article: Article, story: Story) -> Annotations:
    """Time expressions, names, quotations, events and commitments of one article."""
    timexes = times.tag(article, story.anchors)
    entities, mentions = names.tag(article, story)
    lands = homes(article.text, mentions)
    quoted = quotations.tag(article, entities, mentions, lands)
    happened = events.tag(article, entities, mentions, timexes, quoted, lands)
    promised = commitments.tag(article, entities, mentions, timexes, quoted, happened)
    return Annotations(article, entities, mentions, timexes, quoted, happened, promised)
