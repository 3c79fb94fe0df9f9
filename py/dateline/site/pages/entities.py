"""A page for each person, organization, place, event, agreement and other thing, and the lists."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from dateline import paths
from dateline.model import Entity, EntityType
from dateline.site import jsonld
from dateline.site.render import Renderer, SitePage, counted
from dateline.site.view import SentenceKey, StoryView

LISTS: dict[EntityType, tuple[str, str]] = {
    "person": ("People", "Person"),
    "organization": ("Organizations", "Organization"),
    "place": ("Places", "Place"),
    "event": ("Events", "Event"),
    "agreement": ("Agreements", "Agreement"),
    "other": ("Other names", "Name"),
}
"""Title of the list, and what one of them is called."""

_MOST_SENTENCES = 400
"""Sentences written out on one page; the search shows the rest. Keeps the page under 300 kB."""
_MOST_COMPANIONS = 24


def pages(view: StoryView, renderer: Renderer) -> Iterator[SitePage]:
    """The six lists, most mentioned first, then every entity."""
    for type_, (title, _) in LISTS.items():
        items = view.ranked.get(type_, [])
        content = renderer.html("entities.html", title=title, lead="", items=items)
        yield SitePage(f"{paths.ENTITY_FOLDERS[type_]}/", title, content, f"{title} of the story.")
    for entity in view.record.entities:
        yield _page(view, renderer, entity)


def _page(view: StoryView, renderer: Renderer, entity: Entity) -> SitePage:
    mentions = view.mentions_of.get(entity.id, [])
    said = view.in_order((s.document, s.sentence) for s in view.said_by.get(entity.id, ()))
    content = renderer.html(
        "entity.html",
        entity=entity,
        type_name=LISTS[entity.type][1],
        meetings=view.meetings_of.get(entity.id, []),
        said=said[:_MOST_SENTENCES],
        promises=view.followups_of.get(entity.id, [])[:_MOST_SENTENCES],
        companions=view.companions.get(entity.id, [])[:_MOST_COMPANIONS],
        mentions=_by_document(mentions[:_MOST_SENTENCES]),
        left_out=max(0, len(mentions) - _MOST_SENTENCES),
    )
    reports = counted(len(entity.documents), "report")
    description = f"{entity.name} in {reports}: every mention, with its sentence."
    path = paths.entity_path(entity.type, entity.id)
    return SitePage(path, entity.name, content, description, (jsonld.entity(entity),))


def _by_document(keys: list[SentenceKey]) -> list[tuple[str, list[SentenceKey]]]:
    return [(document, list(group)) for document, group in groupby(keys, key=lambda key: key[0])]
