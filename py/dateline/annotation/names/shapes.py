"""Names that their form alone gives away: ships, kings by number, fraternities, constituencies.

They are looked for before titles and head nouns, which would take them apart: `Lady` in `the Lady
Rowena` is no title, and `Arctic` in `the tanker Arctic Heron` no place.
"""

from __future__ import annotations

import re

from dateline.annotation.knowledge import words
from dateline.annotation.names import lexicon
from dateline.annotation.names.gazetteer import Gazetteer
from dateline.annotation.names.runs import is_name_word
from dateline.annotation.names.tokens import Tokens
from dateline.model import EntityType

Shape = tuple[int, EntityType, str]
"""(end, type, why)"""

_ROMAN = re.compile(r"(?:X{0,2}(?:IX|IV|V?I{1,3})|X{0,2}V|X{1,2})\Z")
_SHIP_PREFIXES = words("heads", "ship_prefixes")
# Titles of nobility that ships bear; `the Rev John Hill` and `the Emperor Trajan` are men.
_NOBLE = words("heads", "noble")
_LONGEST_SHIP = 3
_LEAST_GREEK = 2


def shape_at(tokens: Tokens, gazetteer: Gazetteer, start: int, stop: int) -> Shape | None:
    """The name that begins at word `start` of a run that ends at `stop`, if its form tells it."""
    return (
        _ship(tokens, start, stop)
        or _noble_ship(tokens, start, stop)
        or _greek(tokens, start, stop)
        or _monarch(tokens, gazetteer, start, stop)
        or _district(tokens, gazetteer, start, stop)
        or _for_a_place(tokens, start, stop)
    )


def _ship(tokens: Tokens, start: int, stop: int) -> Shape | None:
    """`HMS Victory`, `the tanker Arctic Heron`."""
    if tokens.words[start] in _SHIP_PREFIXES and stop - start > 1:
        return stop, "other", "ship"
    if tokens.gap(start) != " " or tokens.word(start).lower() in lexicon.ROLE_LAST:
        return None
    if start and tokens.words[start - 1] in lexicon.SHIPS and stop - start <= _LONGEST_SHIP:
        return stop, "other", "ship"
    return None


def _noble_ship(tokens: Tokens, start: int, stop: int) -> Shape | None:
    """`the Lady Rowena`, and `Lady Rowena` alone once the article has named the ship so."""
    if (
        tokens.words[start] not in _NOBLE
        or stop - start != _FULL
        or _followed_by_name(tokens, stop)
    ):
        return None
    pair = (tokens.words[start], tokens.words[start + 1])
    if pair[1].lower() in lexicon.COMMON and pair[1] not in lexicon.GIVEN:
        return None
    if tokens.word(start - 1).lower() == "the" and tokens.gaps[start] == " ":
        tokens.ships.add(pair)
    return (stop, "other", "ship") if pair in tokens.ships else None


_FULL = 2


def _followed_by_name(tokens: Tokens, stop: int) -> bool:
    """`the Prince Albert of Saxony`, `the King James Bible`: not the ship's whole name."""
    return tokens.gap(stop) == " " and (
        tokens.word(stop) == "of" or is_name_word(tokens.word(stop) or "x")
    )


def _greek(tokens: Tokens, start: int, stop: int) -> Shape | None:
    """`Pi Kappa Phi`: fraternities and sororities."""
    end = start
    while end < stop and tokens.words[end] in lexicon.GREEK:
        end += 1
    return (end, "organization", "Greek letters") if end - start >= _LEAST_GREEK else None


def _monarch(tokens: Tokens, gazetteer: Gazetteer, start: int, stop: int) -> Shape | None:
    """`Charles XII of Sweden`, `John Paul II`."""
    end = next((i for i in range(start + 1, stop) if _ROMAN.match(tokens.words[i])), stop)
    if end == stop or any(word not in lexicon.GIVEN for word in tokens.words[start:end]):
        return None
    end += 1
    if tokens.word(end) == "of" and tokens.gap(end) == " " and tokens.gap(end + 1) == " ":
        limit = min(end + 4, len(tokens))
        land = (
            gazetteer.match(tokens.words, tokens.gaps, end + 1, limit) if end + 1 < limit else None
        )
        if land is not None and land[1].type == "place" and land[1].kind == "name":
            return land[0], "person", "monarch"
    return end, "person", "monarch"


def _for_a_place(tokens: Tokens, start: int, stop: int) -> Shape | None:
    """`Transport for London`, where the article goes on to call it `TfL`."""
    if stop - start != 1 or tokens.word(stop) != "for" or tokens.gap(stop + 1) != " ":
        return None
    place = tokens.word(stop + 1)
    if tokens.gap(stop) != " " or not place[:1].isupper():
        return None
    short = f"{tokens.words[start][0]}f{place[0]}"
    return (stop + 2, "organization", "called by its letters") if short in tokens.words else None


def _district(tokens: Tokens, gazetteer: Gazetteer, start: int, stop: int) -> Shape | None:
    """`Leeds North East`: a place and the part of it that sends a member."""
    if tokens.words[stop - 1].lower() not in lexicon.DIRECTIONS or stop - start < _FULL:
        return None
    if tokens.word(stop).isdigit():
        return None
    known = gazetteer.match(tokens.words, tokens.gaps, start, stop)
    if known is None or known[1].type != "place" or known[1].kind != "name":
        return None
    rest = tokens.words[known[0] : stop]
    if rest and all(word.lower() in lexicon.DIRECTIONS for word in rest):
        return stop, "place", "part of a place"
    return None
