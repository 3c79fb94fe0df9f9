"""Which country a person speaks for, as the article itself says it.

"Norwegian Prime Minister Ann Lee", "Chile's Bo Ek": the name of a country just
before a person's title ties the two for the length of the article.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from itertools import pairwise

from dateline.annotation.knowledge import load
from dateline.annotation.quotations.words import word_set
from dateline.model import Mention
from dateline.text import plain, slugify

# Between a country and the person stand a title and a few attributes at most.
_TITLE_WORDS = 5
_TITLE_LENGTH = 60
_TITLE_MARKS = frozenset({"'s", "-", "."})
_JOINS = word_set("and in of with to for from by as on at the a or told met")


@cache
def countries() -> frozenset[str]:
    """Entity ids of the world's countries and territories."""
    return frozenset(slugify(nation["name"]) for nation in load("nations"))


def homes(text: str, mentions: Iterable[Mention]) -> dict[str, str]:
    """Person id -> id of the country named right before the person's title."""
    found: dict[str, str] = {}
    named = sorted((m for m in mentions if m.kind != "nominal"), key=lambda m: m.span)
    for left, right in pairwise(named):
        country = left.type == "place" and left.entity
        person = right.type == "person" and right.entity
        if (
            country
            and person
            and person not in found
            and _one_phrase(text, left.span.end, right.span.start)
        ):
            found[person] = country
    return found


def _one_phrase(text: str, start: int, end: int) -> bool:
    """Whether only a possessive, a title and attributes stand between two names."""
    if end - start > _TITLE_LENGTH:
        return False
    between = plain(text[start:end]).split()
    return len(between) <= _TITLE_WORDS and not any(
        word in _JOINS or not (word in _TITLE_MARKS or word[0].isalpha()) for word in between
    )


def delegations(ids: frozenset[str], homes_: dict[str, str]) -> frozenset[str]:
    """Each person replaced by the country it speaks for, where that is known."""
    return frozenset(homes_.get(id_, id_) for id_ in ids)


def persons_first(ids: frozenset[str], homes_: dict[str, str]) -> frozenset[str]:
    """Without the countries that a person among `ids` speaks for."""
    spoken_for = {homes_[id_] for id_ in ids if id_ in homes_}
    return ids - spoken_for
