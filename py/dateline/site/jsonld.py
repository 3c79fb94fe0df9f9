"""JSON-LD for search engines: NewsArticle, Person, Organization, Place, Event (schema.org).

Dates are given only where they are certain to the precision schema.org can carry.
"""

from __future__ import annotations

import re
from typing import Any

from dateline import paths
from dateline.model import Entity, EntityType, Meeting
from dateline.site.urls import to_root
from dateline.site.view import StoryView
from dateline.text import squeeze

Json = dict[str, Any]

_CONTEXT = "https://schema.org"
_TYPES: dict[EntityType, str] = {
    "person": "Person",
    "organization": "Organization",
    "place": "Place",
    "event": "Event",
    "agreement": "CreativeWork",
    "other": "Thing",
}
_CERTAIN = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")


def site(title: str, description: str) -> Json:
    """The home page."""
    found: Json = {"@context": _CONTEXT, "@type": "WebSite", "name": title, "url": to_root("")}
    return found | ({"description": description} if description else {})


def article(view: StoryView, document: str) -> Json:
    """A report."""
    report = view.article(document)
    found: Json = {
        "@context": _CONTEXT,
        "@type": "NewsArticle",
        "headline": view.headline(document),
        "inLanguage": report.language,
        "url": to_root(paths.article_path(document)),
    }
    published = report.published.edtf
    if published and _CERTAIN.fullmatch(published):
        found["datePublished"] = published
    if report.byline:
        found["author"] = {"@type": "Person", "name": squeeze(report.byline.of(report.text))}
    if view.source_name(document):
        found["publisher"] = {"@type": "Organization", "name": view.source_name(document)}
    if report.document.metadata.url:
        found["isBasedOn"] = report.document.metadata.url
    return found


def entity(known: Entity) -> Json:
    """A person, organization, place or other entity."""
    found: Json = {
        "@context": _CONTEXT,
        "@type": _TYPES[known.type],
        "name": known.name,
        "url": to_root(paths.entity_path(known.type, known.id)),
    }
    if known.aliases:
        found["alternateName"] = list(known.aliases)
    if known.wikidata:
        found["sameAs"] = f"https://www.wikidata.org/entity/{known.wikidata}"
    return found


def meeting(view: StoryView, held: Meeting, name: str) -> Json:
    """A meeting."""
    found: Json = {
        "@context": _CONTEXT,
        "@type": "Event",
        "name": name,
        "url": to_root(paths.meeting_path(held.id)),
        "attendee": [
            {"@type": _TYPES[view.entities[id_].type], "name": view.name(id_)}
            for id_ in held.participants
            if id_ in view.entities
        ],
    }
    if held.edtf and _CERTAIN.fullmatch(held.edtf):
        found["startDate"] = held.edtf
    if held.place:
        found["location"] = {"@type": "Place", "name": view.name(held.place)}
    return found
