"""Every dated statement of the story, on one page or, when there are many, on a page a year."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from dateline import paths
from dateline.archive.keys import place_in
from dateline.model import Statement
from dateline.site.render import Renderer, SitePage, counted
from dateline.site.view import StoryView

ALL = "timeline/"

_MOST_ROWS = 1500
"""Rows of one static page: about 600 kB of HTML, which a phone still scrolls smoothly."""


@dataclass(frozen=True, slots=True)
class Row:
    """A statement as the page shows it; `id` is set on the first row of its day."""

    statement: Statement
    id: str | None
    key: str
    """The id the archive gives it, so that the browser can put this row where it wants it."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """One page of the timeline."""

    path: str
    title: str
    rows: tuple[Row, ...]

    @property
    def year(self) -> str:
        """The year it is about, when it is one of many."""
        return self.rows[0].statement.earliest[:4]


def shelve(view: StoryView) -> tuple[Shelf, ...]:
    """The pages of the timeline: one for all, or one a year of the statements' first days."""
    rows = _rows(view)
    if len(rows) <= _MOST_ROWS:
        return (Shelf(ALL, "Timeline", rows),)
    years: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        years[row.statement.earliest[:4]].append(row)
    return tuple(
        Shelf(f"timeline/{year}/", f"Timeline of {year}", tuple(found))
        for year, found in sorted(years.items())
    )


def links(shelves: Sequence[Shelf]) -> dict[str, str]:
    """From the first day of a statement to the place of that day on the timeline."""
    return {
        row.statement.earliest: f"{shelf.path}#{row.id}"
        for shelf in shelves
        for row in shelf.rows
        if row.id is not None
    }


def pages(view: StoryView, renderer: Renderer, shelves: Sequence[Shelf]) -> Iterator[SitePage]:
    """The timeline, and its years when it has more than one page."""
    for shelf in shelves:
        rows = Markup(renderer.html("rows.html", rows=shelf.rows))
        content = renderer.html("timeline_page.html", title=shelf.title, rows=rows, shelves=())
        description = f"{counted(len(shelf.rows), 'dated statement')}, each with its sentence."
        yield SitePage(shelf.path, shelf.title, content, description, asks_python=True)
    if not any(shelf.path == ALL for shelf in shelves):
        content = renderer.html("timeline_page.html", title="Timeline", rows="", shelves=shelves)
        description = "Every dated statement of the story."
        yield SitePage(ALL, "Timeline", content, description, asks_python=True)


def _rows(view: StoryView) -> tuple[Row, ...]:
    found = []
    seen: set[str] = set()
    for statement in view.record.timeline:
        first = statement.earliest not in seen
        seen.add(statement.earliest)
        id_ = f"d{statement.earliest}" if first else None
        found.append(Row(statement, id_, _key(view, statement)))
    return tuple(found)


def _key(view: StoryView, statement: Statement) -> str:
    article = view.article(statement.document)
    sentence = view.sentence((statement.document, statement.sentence))
    start, _ = place_in(article, sentence, statement.span)
    return f"{statement.document}#{paths.sentence_anchor(statement.sentence)}.{start}"
