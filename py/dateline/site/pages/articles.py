"""A page for each report, and the list of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from dateline import paths
from dateline.model import PROSE_ROLES, Article, Entity
from dateline.record.rights import shown_sentences
from dateline.site import jsonld
from dateline.site.render import Renderer, SitePage
from dateline.site.view import StoryView, shorten
from dateline.text import squeeze

_MOST_NAMED = 16
"""Entities listed beside a report: as many as fit without scrolling past the text."""


def pages(view: StoryView, renderer: Renderer) -> Iterator[SitePage]:
    """The list, newest first, then every report."""
    newest_first = view.documents[::-1]
    content = renderer.html("articles.html", title="Reports", lead="", items=newest_first)
    yield SitePage("articles/", "Reports", content, "All reports of the story, newest first.")
    for at, document in enumerate(view.documents):
        earlier = view.documents[at - 1] if at else None
        later = view.documents[at + 1] if at + 1 < len(view.documents) else None
        yield _page(view, renderer, document, earlier, later)


def _page(
    view: StoryView, renderer: Renderer, document: str, earlier: str | None, later: str | None
) -> SitePage:
    annotations = view.annotations[document]
    article = annotations.article
    shown = shown_sentences(annotations)
    headline = view.headline(document)
    content = renderer.html(
        "article.html",
        headline=headline,
        headline_sentences=[s.index for s in article.sentences if s.role == "headline"],
        source_name=view.source_name(document),
        article=article,
        document=article.document,
        paragraphs=list(_paragraphs(article)),
        furniture=list(_furniture(article)),
        meetings=view.meetings_in.get(document, []),
        people=_most_named(view, document),
        promises=view.followups_in.get(document, []),
        said=[s for s in view.said_in(document) if s.quotation.speaker],
        dated=view.statements_in.get(document, []),
        siblings=_siblings(view, document),
        earlier=earlier,
        later=later,
    )
    first = next((s for s in article.sentences if s.role == "body" and s.index in shown), None)
    description = shorten(squeeze(first.span.of(article.text)), 155) if first else headline
    linked = jsonld.article(view, document)
    return SitePage(paths.article_path(document), headline, content, description, (linked,))


def _paragraphs(article: Article) -> Iterator[tuple[str, list[int]]]:
    """(role, sentence indexes) of each run of lines that hold sentences, headline left out.

    A sentence that runs over a line break belongs to the line it begins on.
    """
    sentences = [s for s in article.sentences if s.role != "headline"]
    at = 0
    for line in article.lines:
        indexes = []
        while at < len(sentences) and sentences[at].span.start < line.span.end:
            indexes.append(sentences[at].index)
            at += 1
        if indexes:
            yield line.role, indexes


def _furniture(article: Article) -> Iterator[tuple[str, str]]:
    for line in article.lines:
        if line.role not in PROSE_ROLES:
            yield line.role, shorten(squeeze(line.span.of(article.text)), 300)


def _most_named(view: StoryView, document: str) -> list[Entity]:
    counts = Counter(
        mention.entity
        for mention in view.annotations[document].mentions
        if mention.entity in view.entities
    )
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0] or ""))
    return [view.entities[id_] for id_, _ in ranked[:_MOST_NAMED] if id_ is not None]


def _siblings(view: StoryView, document: str) -> list[str]:
    """Other reports that tell of a meeting this one tells of."""
    found = {
        report.source.document
        for meeting in view.meetings_in.get(document, ())
        for report in meeting.reports
    }
    return [id_ for id_ in view.documents if id_ in found and id_ != document]
