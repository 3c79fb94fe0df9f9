"""For which country or body a person speaks, as the article itself says it.

"Norwegian Prime Minister Ann Lee", "Chile's Bo Ek", "Cal Roy, the chief executive of Acme", "Ann
Lee, who heads the council": what ties the two holds for the length of the article.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise

from dateline.annotation.events.lexicon import sense_words
from dateline.annotation.knowledge import load
from dateline.annotation.names.gazetteer import capital_nations
from dateline.annotation.quotations.lexicon import REPORTING
from dateline.annotation.quotations.words import word_set
from dateline.model import Mention
from dateline.text import plain, slugify

# Between a country and the person stand a title and a few attributes at most.
_TITLE_WORDS = 5
_TITLE_LENGTH = 60
_ATTRIBUTES = 2
_TWO = 2
_TITLE_MARKS = frozenset({"'s", "-", "."})
_JOINS = word_set(
    "and in of with to for from by as on at the a or told met that say tell think believe want "
    "fear hope expect accuse urge"
)
# "The President of the Republic of Chile, Bo Ek, said"
_OF_STATE = re.compile(
    r"\b(?:president|minister|premier|chancellor|king|queen|leader|ambassador|envoy|secretary)"
    r"(?: (?:of|for) [\w ]{3,40})? of (?:the )?(?:(?:republic|kingdom|state) of (?:the )?)?$",
    re.IGNORECASE,
)
_OF_BODY = re.compile(
    r"\b(?:spokes(?:man|woman|person) (?:for|of|at)"
    r"|(?:head|leader|chief|boss|director|chair|chairman|chairwoman|president|chief executive"
    r"|secretary-general|general secretary) of) (?:the )?$",
    re.IGNORECASE,
)
_OFFICES_OF = re.compile(
    r"\b(?:presidents|ministers|premiers|leaders|chancellors|envoys|ambassadors|negotiators)"
    r" of (?:the )?$"
)
_OFFICES = word_set("minister premier chancellor ambassador envoy negotiator king queen")
# A club and a union have these as well.
_ANYONES = word_set("president leader spokesman spokeswoman")
_MINISTRIES = word_set("ministry government embassy army military presidency")
_SPEAKS_FOR = re.compile(r"\b(?:spokes\w+|official) (?:for|of|at|from|in) the $")
# Those who speak for a body; a founder or a finance director may be one of several.
_HEADS = sense_words("heads")
_SPEAKERS = word_set("spokesman spokeswoman spokesperson")
_LEADING = word_set("heads leads chairs runs headed led chaired")
_FORMER = word_set("former ex-chairman outgoing deputy vice then-president acting")
_BODIES = frozenset({"organization", "place"})


@cache
def countries() -> frozenset[str]:
    """Entity ids of the world's countries and territories."""
    return frozenset(slugify(nation["name"]) for nation in load("nations"))


@cache
def seats() -> dict[str, str]:
    """Id of each capital -> id of its country."""
    return {slugify(city): slugify(land) for city, land in capital_nations().items()}


def homes(text: str, mentions: Iterable[Mention]) -> dict[str, str]:
    """Person id -> id of the country or body the text ties it to, where it does so first."""
    found: dict[str, str] = {}
    named = sorted((m for m in mentions if m.kind != "nominal"), key=lambda m: m.span)
    for left, right in pairwise(named):
        if left.entity is None or right.entity is None:
            continue
        between = _between(text, left.span.end, right.span.start)
        if between is None:
            continue
        if between[-2:] == ["counterpart", ","]:
            between = between[:-1]  # "her Chilean counterpart, Bo Ek"
        if right.type == "person" and _holds(text, left, between):
            found.setdefault(right.entity, left.entity)
        elif left.type == "person" and between == ["of"] and right.entity in countries():
            found.setdefault(left.entity, right.entity)
        elif left.type == "person" and right.type in _BODIES:
            rest = plain(text[right.span.end : right.span.end + _TITLE_LENGTH])
            if _in_apposition(between, rest, right.type):
                found.setdefault(left.entity, right.entity)
    for person, land in _in_order(text, named):
        found.setdefault(person, land)
    return found


def _in_order(text: str, named: Sequence[Mention]) -> Iterator[tuple[str, str]]:
    """Person and country of "the foreign ministers of Norway and Chile, Ann Lee and Bo Ek"."""
    for four in zip(named, named[1:], named[2:], named[3:], strict=False):
        between = [_between(text, a.span.end, b.span.start) for a, b in pairwise(four)]
        ids = [mention.entity or "" for mention in four]
        before = plain(text[max(0, four[0].span.start - _TITLE_LENGTH) : four[0].span.start])
        told = (
            all(ids)
            and between == [["and"], [","], ["and"]]
            and _OFFICES_OF.search(before) is not None
        )
        if told and {*ids[:2]} <= countries() and {m.type for m in four[2:]} == {"person"}:
            yield from zip(ids[2:], ids[:2], strict=True)


def _between(text: str, start: int, end: int) -> list[str] | None:
    """The words between two names, when they are few."""
    if not 0 <= end - start <= _TITLE_LENGTH or "\n" in text[start:end]:
        return None
    if text[start : start + 2] == ". ":  # the next sentence
        return None
    words = plain(text[start:end]).replace(",", " , ").split()
    return words if len(words) <= _TITLE_WORDS + 3 else None


def _holds(text: str, body: Mention, between: list[str]) -> bool:
    """Whether what stands between a country or body and a person gives its office."""
    if between == [","]:
        # "The President of the Republic of Chile, Bo Ek", "a spokesman for Acme, Bo Ek"
        before = plain(text[max(0, body.span.start - _TITLE_LENGTH) : body.span.start])
        told = _OF_BODY.search(before) if body.type == "organization" else None
        of_body = told is not None and _FORMER.isdisjoint(
            before[: told.start()].lower().split()[-2:]
        )
        return of_body or (body.entity in countries() and _OF_STATE.search(before) is not None)
    if body.type == "place":
        aside = between[-1:] == [","] and body.entity in countries()
        return _title(between) or (aside and _office_told(text, body, between[:-1]))
    return body.type == "organization" and _head(between)


def _office_told(text: str, land: Mention, title: Sequence[str]) -> bool:
    """Whether it is an office of state: "Chile's chief negotiator, Bo Ek", "the Chilean minister,".

    "Norway's president, Ann Lee", but not "the Norwegian union president".
    """
    words = [word.lower() for word in title[title[:1] == ["'s"] :]]
    if not words or "'s" in words or not _title(words) or not _FORMER.isdisjoint(words):
        return False
    if words[-1] in _MINISTRIES:
        before = text[max(0, land.span.start - _TITLE_LENGTH) : land.span.start]
        return _SPEAKS_FOR.search(plain(before)) is not None
    of_state = len(words) == 1 or words[-2] in _MINISTRIES
    return words[-1] in _OFFICES or (of_state and words[-1] in _ANYONES)


def _title(between: list[str]) -> bool:
    """Whether only a possessive, a title and attributes stand between two names."""
    return len(between) <= _TITLE_WORDS and not any(
        word in _JOINS or word in REPORTING or not (word in _TITLE_MARKS or word[0].isalpha())
        for word in between
    )


def _head(between: list[str]) -> bool:
    """Whether it is a title of one who speaks for the body: "Acme's chief executive, Ann Lee"."""
    plain_title = [word for word in between if word != ","]
    return _title(plain_title) and _heads(plain_title)


def _in_apposition(between: list[str], rest: str, type_: str) -> bool:
    """Whether it is "Ann Lee, the head of Acme" or "Ann Lee, Acme's chairman"."""
    if between[:1] != [","]:
        return False
    inner = between[1:]
    if inner[:1] == ["and"]:
        return False  # "Ann Lee, and the president of Chile, Bo Ek"
    if inner[:1] == ["the"] and type_ == "place" and len(inner) <= _ATTRIBUTES:
        # "Ann Lee, the first Norwegian minister to": a demonym, and no place of hers.
        return _heads(rest.split(",", 1)[0].split()[:_TITLE_WORDS])
    if not inner or inner == ["the"]:
        title = rest.removeprefix("'s").split(",", 1)[0].split()[:_TITLE_WORDS]
        return rest.startswith("'s ") and type_ == "organization" and _heads(title)
    if inner[:1] == ["who"]:
        return inner[1] in _LEADING if len(inner) > 1 and len(inner) <= 3 else False
    joint = inner[-2] if inner[-1] == "the" and len(inner) > 1 else inner[-1]
    speaks = joint == "for" and any(word.lower().startswith("spokes") for word in inner)
    of = joint == "of" or inner[-1] == "at" or speaks
    return of and (speaks or _heads(inner)) and not any(word == "," for word in inner)


def _heads(title: list[str]) -> bool:
    low = [word.lower() for word in title]
    return any(word in _HEADS or word in _SPEAKERS for word in low) and _FORMER.isdisjoint(low)


def side_of(entity: str, homes_: Mapping[str, str]) -> str:
    """Whom a person, a capital or a body of a country stands for; itself where it is not known.

    A body is named by its country: `foreign-ministry-of-norway`.
    """
    land = entity.rpartition("-of-")[2]
    of_land = land if land != entity and land in countries() else entity
    return homes_.get(entity) or seats().get(entity) or of_land


def delegations(ids: frozenset[str], homes_: Mapping[str, str]) -> frozenset[str]:
    """Each person replaced by the country or body it speaks for, where that is known."""
    return frozenset(homes_.get(id_, id_) for id_ in ids)


def of_one_side(ids: frozenset[str], homes_: Mapping[str, str]) -> bool:
    """Whether two persons or more all speak for one country: a president and her ministers."""
    return len(delegations(ids, homes_)) < _TWO <= len(persons_first(ids, homes_))


def persons_first(ids: frozenset[str], homes_: Mapping[str, str]) -> frozenset[str]:
    """Without the countries and bodies that a person among `ids` speaks for."""
    spoken_for = {homes_[id_] for id_ in ids if id_ in homes_}
    return ids - spoken_for
