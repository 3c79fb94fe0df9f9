"""Where each page lives under the site's root: the one place that knows.

Paths are relative to the root, begin with no slash, and depend only on ids, so that they do not
change when other articles join the story.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    # The records take a tenth of a second to load in the browser, which needs only their names.
    from dateline.model import EntityType

ENTITY_FOLDERS: dict[EntityType, str] = {
    "person": "people",
    "organization": "organizations",
    "place": "places",
    "event": "events",
    "agreement": "agreements",
    "other": "others",
}


def article_path(document: str, sentence: int | None = None) -> str:
    """The page of an article, or of one of its sentences: `articles/a/#s12`."""
    anchor = f"#{sentence_anchor(sentence)}" if sentence is not None else ""
    return f"articles/{document}/{anchor}"


def sentence_anchor(index: int) -> str:
    """The lasting anchor of a sentence on its article's page: `s12`."""
    return f"s{index}"


def entity_path(type_: EntityType, id_: str) -> str:
    """The page of an entity: `people/fumio-kishida/`."""
    return f"{ENTITY_FOLDERS[type_]}/{id_}/"


def meeting_path(id_: str) -> str:
    """The page of a meeting: `meetings/2023-11-16-san-francisco/`."""
    return f"meetings/{id_}/"


def thread_path(id_: str) -> str:
    """The page of a thread: `threads/trade/`."""
    return f"threads/{id_}/"
