"""The instant index: what a reader most often looks for, found without Python.

A small lunr index over the names, aliases and headlines of a story, made here by lunr.py and loaded
in the page by lunr.js. Words are folded (no case, no diacritics) before they go in, and the page
folds what is typed the same way, so lunr's own stemmer and stop words are left out: they are made
for prose, and would turn "Lee" and "Moon" and "The Hague" into something else.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from lunr.builder import Builder  # type: ignore[import-untyped]

from dateline import edtf, paths
from dateline.model import Entity, Meeting, Record
from dateline.paths import ENTITY_FOLDERS
from dateline.site.dates import label
from dateline.site.view import StoryView
from dateline.text import fold, squeeze

# A hit in the name itself counts for more than one in another name of the same thing.
TITLE_BOOST = 3
MOST_ENTRIES = 1_000
"""Of a large story the names told of most, then the newest meetings and reports, so that the index
does not grow with the story. Python, which finds all, starts at the same time."""
_NOT_WORD = re.compile(r"[^\w]+")


@dataclass(frozen=True, slots=True)
class Entry:
    """Something with a page of its own that the instant index finds."""

    kind: str
    """Type of the entity, `meeting` or `article`."""
    id: str
    url: str
    """Relative to the site's root."""
    title: str
    also: tuple[str, ...] = ()
    """Other names, searched too."""
    date: str | None = None
    """First day, ISO."""
    context: str | None = None
    """One line shown below the title."""
    weight: int = 0
    """In how many documents it is told of; orders what the index finds equally good."""


def build(record: Record) -> bytes:
    """JSON for `instant.json`: `{"entries": [[kind, id, url, title, also, date, context, weight],
    ...], "values": {field of the box: [value, ...]}, "index": serialized lunr index}`. References
    in the index are positions in `entries`.
    """
    entries = most_sought(entries_of(record))
    columns = [[e.kind, e.id, e.url, e.title, e.also, e.date, e.context, e.weight] for e in entries]
    content = {"entries": columns, "values": values_of(record), "index": _index(entries)}
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()


def most_sought(entries: Iterable[Entry]) -> list[Entry]:
    """`MOST_ENTRIES` of the entries at most, in the order given."""
    every = list(entries)
    order = sorted(every, key=_by_need, reverse=True)[:MOST_ENTRIES]
    kept = {(entry.kind, entry.id) for entry in order}
    return [entry for entry in every if (entry.kind, entry.id) in kept]


def _by_need(entry: Entry) -> tuple[bool, int, str, str]:
    is_name = entry.kind in ENTITY_FOLDERS
    return is_name, entry.weight if is_name else 0, entry.date or "", entry.id


def entries_of(record: Record) -> Iterator[Entry]:
    """Every entity, meeting and article of the story, in that order."""
    view = StoryView(record)
    for entity in record.entities:
        yield _entity(entity)
    for meeting in view.meetings:
        yield _meeting(meeting, view)
    for document in view.documents:
        yield _article(document, view)


def values_of(record: Record) -> dict[str, list[str]]:
    """What the fields of the box may be given, where a story has few such values."""
    dates = [told.article.published.edtf for told in record.annotations]
    dates += [meeting.edtf for meeting in record.meetings]
    firsts = [edtf.bounds(date)[0] for date in dates if date]
    years = sorted({first[:4] for first in firsts if first}, reverse=True)
    threads = [squeeze(thread.label) for thread in record.threads]
    return {"thread": threads} | dict.fromkeys(("in", "before", "after", "on"), years)


def words(text: str) -> str:
    """`text` as the index holds it: folded words, one space between."""
    return " ".join(_NOT_WORD.sub(" ", fold(squeeze(text))).split())


def _entity(entity: Entity) -> Entry:
    return Entry(
        kind=entity.type,
        id=entity.id,
        url=paths.entity_path(entity.type, entity.id),
        title=squeeze(entity.name),
        also=tuple(squeeze(alias) for alias in entity.aliases),
        context=entity.roles[0] if entity.roles else None,
        weight=len(entity.documents),
    )


def _meeting(meeting: Meeting, view: StoryView) -> Entry:
    who = ", ".join(view.name(entity) for entity in meeting.participants)
    where = view.name(meeting.place)
    return Entry(
        kind="meeting",
        id=meeting.id,
        url=paths.meeting_path(meeting.id),
        title=who or where or meeting.id,
        also=(where,) if where else (),
        date=edtf.bounds(meeting.edtf)[0] if meeting.edtf else None,
        context=" · ".join(part for part in (where, label(meeting.edtf)) if part),
        weight=len({report.source.document for report in meeting.reports}),
    )


def _article(document: str, view: StoryView) -> Entry:
    published = view.article(document).published.edtf
    return Entry(
        kind="article",
        id=document,
        url=paths.article_path(document),
        title=view.headline(document),
        date=edtf.bounds(published)[0] if published else None,
        context=label(published),
        weight=1,
    )


def _index(entries: list[Entry]) -> dict[str, Any]:
    builder = Builder()
    builder.ref("ref")
    builder.field("title", boost=TITLE_BOOST)
    builder.field("also")
    builder.metadata_whitelist = []
    for position, entry in enumerate(entries):
        also = " ".join(words(name) for name in entry.also)
        builder.add({"ref": str(position), "title": words(entry.title), "also": also})
    serialized: dict[str, Any] = builder.build().serialize()
    return serialized
