"""The pages of a story, as a plain library: a record goes in, `SitePage`s come out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dateline.model import Record
from dateline.site.marked import Marker
from dateline.site.pages import (
    articles,
    entities,
    home,
    ledgers,
    meetings,
    threads,
    timeline,
    together,
)
from dateline.site.render import Renderer, SitePage
from dateline.site.view import StoryView


@dataclass(frozen=True, slots=True)
class DataFile:
    """A file offered for download: `path` below the root, bytes as `size`."""

    path: str
    about: str
    size: int

    @property
    def name(self) -> str:
        """The file's name alone."""
        return self.path.rpartition("/")[2]


def story_pages(
    record: Record, data_files: tuple[DataFile, ...], problems: tuple[str, ...]
) -> Iterator[SitePage]:
    """Every generated page of the site, home first. Each knows its path; links are unresolved."""
    view = StoryView(record)
    shelves = timeline.shelve(view)
    marker = Marker(view, timeline.links(shelves))
    renderer = Renderer(view, marker)
    yield home.page(view, renderer)
    yield from articles.pages(view, renderer)
    yield from entities.pages(view, renderer)
    yield from meetings.pages(view, renderer)
    yield together.page(view, renderer)
    yield from threads.pages(view, renderer)
    yield from ledgers.pages(view, renderer)
    yield from timeline.pages(view, renderer, shelves)
    search = renderer.html("search_page.html")
    yield SitePage("search/", "Search", search, "Search the story.", asks_python=True)
    yield SitePage("data/", "Data", renderer.html("data.html", files=data_files, problems=problems))
