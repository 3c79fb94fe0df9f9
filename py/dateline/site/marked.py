"""A sentence of an article as HTML: its names and dates as links, everything else escaped."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from markupsafe import Markup, escape

from dateline import paths
from dateline.model import Annotations, Span
from dateline.site.dates import label
from dateline.site.urls import to_root
from dateline.site.view import StoryView
from dateline.text import visible


@dataclass(frozen=True, slots=True, order=True)
class _Mark:
    start: int
    negative_end: int
    opening: str
    closing: str

    @property
    def end(self) -> int:
        return -self.negative_end


class Marker:
    """Renders spans of articles; every link begins at the site's root (see `urls`)."""

    def __init__(self, view: StoryView, timeline_link: dict[str, str]) -> None:
        """`timeline_link` leads from a first day to where the timeline shows it."""
        self._view = view
        self._timeline = timeline_link
        self._marks: dict[str, list[_Mark]] = {}
        self._sentences: dict[tuple[str, int], Markup] = {}

    def sentence(self, document: str, index: int) -> Markup:
        """The sentence with its names and dates linked."""
        key = (document, index)
        if key not in self._sentences:
            self._sentences[key] = self.span(document, self._view.sentence(key).span)
        return self._sentences[key]

    def span(self, document: str, span: Span) -> Markup:
        """Any span of the article, with the links that lie wholly inside it."""
        if document not in self._marks:
            self._marks[document] = self._collect(self._view.annotations[document])
        marks = self._marks[document]
        text = self._view.article(document).text
        first = bisect_left(marks, span.start, key=lambda mark: mark.start)
        pieces: list[str] = []
        at = span.start
        for mark in marks[first:]:
            if mark.start >= span.end:
                break
            if mark.end > span.end:
                continue
            inner = Span(mark.start, mark.end).of(text)
            pieces += (_shown(text[at : mark.start]), mark.opening, _shown(inner), mark.closing)
            at = mark.end
        pieces.append(_shown(text[at : span.end]))
        return Markup("".join(pieces))

    def _collect(self, annotations: Annotations) -> list[_Mark]:
        """Marks in order; of two that overlap, the one that begins first and is longer stays."""
        candidates = sorted([*self._names(annotations), *self._dates(annotations)])
        kept: list[_Mark] = []
        for mark in candidates:
            if not kept or mark.start >= kept[-1].end:
                kept.append(mark)
        return kept

    def _names(self, annotations: Annotations) -> list[_Mark]:
        marks = []
        for mention in annotations.mentions:
            entity = self._view.entities.get(mention.entity or "")
            if entity is None:
                continue
            link = to_root(paths.entity_path(entity.type, entity.id))
            shown = visible(mention.span.of(annotations.article.text)).strip()
            title = "" if shown == entity.name else f' title="{escape(entity.name)}"'
            opening = f'<a class="dl-name dl-{entity.type}" href="{link}"{title}>'
            marks.append(_Mark(mention.span.start, -mention.span.end, opening, "</a>"))
        return marks

    def _dates(self, annotations: Annotations) -> list[_Mark]:
        marks = []
        for timex in annotations.timexes:
            if timex.edtf is None:
                continue
            sentence = annotations.article.sentence_at(timex.span.start)
            key = (annotations.article.document.id, sentence.index if sentence else 0)
            day = next(
                (s.earliest for s in self._view.statements_of.get(key, ()) if s.edtf == timex.edtf),
                None,
            )
            link = self._timeline.get(day or "")
            told = escape(label(timex.edtf))
            if link is None:
                opening = f'<span class="dl-date" tabindex="0" data-date="{told}">'
                marks.append(_Mark(timex.span.start, -timex.span.end, opening, "</span>"))
            else:
                opening = f'<a class="dl-date" data-date="{told}" href="{to_root(link)}">'
                marks.append(_Mark(timex.span.start, -timex.span.end, opening, "</a>"))
        return marks


def _shown(text: str) -> str:
    return str(escape(visible(text)))
