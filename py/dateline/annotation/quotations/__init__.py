"""Quotations: who is made to say what, from the marks and the reporting verbs around it.

`tag` walks the article's units (a sentence, or several that one quote ties together) from top to
bottom: the frames of each give cue, source and content; quotes that no frame covers are taken up
from their neighbours; the cast gives each source its entity.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dateline.annotation.quotations.build import Reader
from dateline.annotation.quotations.roles import Roles
from dateline.annotation.quotations.speakers import Cast
from dateline.annotation.quotations.units import find_units
from dateline.annotation.quotations.words import lay_out
from dateline.model import Article, LocalEntity, Mention, Quotation

__all__ = ["tag"]


def tag(
    article: Article,
    entities: Sequence[LocalEntity],
    mentions: Sequence[Mention],
    lands: Mapping[str, str] | None = None,
) -> tuple[Quotation, ...]:
    """The quotations of the article's own lines, by the place of their content.

    `lands` are the countries and bodies that persons speak for, by their ids: whom "the Chilean
    minister" means.

    Spans are over `article.text`. What is yet to be said ("is expected to say") and what was not
    said ("declined to say") is no quotation.
    """
    words = lay_out(article.text, tuple(mentions))
    people = {entity.id: entity.name for entity in entities if entity.type == "person"}
    bodies = frozenset(entity.id for entity in entities if entity.type != "person")
    places = frozenset(entity.id for entity in entities if entity.type == "place")
    roles = Roles({entity.id: entity.roles for entity in entities if entity.type == "person"})
    cast = Cast(words, people=people, roles=roles, bodies=bodies, places=places, lands=lands or {})
    reader = Reader(words, cast)
    for unit in find_units(article, words):
        reader.read(unit)
    return reader.quotations()
