"""Where a happening takes place."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from dateline.annotation.events.asides import aside_end
from dateline.annotation.events.errands import before_aside, is_there_for
from dateline.annotation.events.face_to_face import at_once
from dateline.annotation.events.happening import Happening, behind
from dateline.annotation.events.homes import countries, seats
from dateline.annotation.events.lexicon import BUILDINGS, HOSTING, HOUSES, WENT, WITHIN_TOWNS
from dateline.annotation.quotations.closed import WEEKDAYS
from dateline.annotation.quotations.lexicon import REPORTING
from dateline.annotation.quotations.phrases import MONTHS, past_mention
from dateline.annotation.quotations.words import Words, word_set

_TO = word_set("to in into at")
_AT = word_set("in at")
_TOWNS = word_set("capital city town village port resort suburb province region island district")
_KIND_LENGTH = 5
_OF_STATE = word_set("presidential royal government state imperial")
_BREAKS = word_set(', ; that who which when since after as " while')
# "In Rome on Tuesday 3 May, where": how far the place may stand from the clause.
_TIME_LENGTH = 7
_GONE_REACH = 13
_TO_REACH = 4
"""Words of "used a stopover in"."""
_WHERE_REACH = 16
_VISIT_REACH = 8
_FRONT_REACH = 8
# "In Rome on Friday Prime Minister A and B of Peru received"
_FRONT_VERB = 12
# A place named further behind its trigger belongs to something else.
_PLACE_REACH = 12
_LENGTHS = word_set("minute minutes hour hours")
_LENGTH_REACH = 5


def _there(words: Words, found: Happening) -> str | None:
    """The place of "in Rome, where he met"."""
    for at in range(found.low - 1, max(found.unit[0], found.low - _WHERE_REACH), -1):
        if words.low[at] in (",", ";") and found.low - at > _GONE_REACH:
            break
        if words.low[at] in ("where", "when"):
            return _named_before(words, at, found.unit[0])
        near = found.low - at < _VISIT_REACH and "and" not in words.low[at : found.low]
        if near and words.low[at] in ("visit", "trip") and words.low[at + 1] == "to":
            return _place_at(words, at + 2)
        if words.low[at] == "for" and at == found.low - 1:
            return _named_before(words, at, found.unit[0])
    return _gone_to(words, found)


def _gone_to(words: Words, found: Happening) -> str | None:
    """The place of "flew to Rome on Sunday and met" and "was in Rome on Tuesday to see"."""
    joined = words.low[found.low - 1] if found.low > found.unit[0] else ""
    if found.trigger.noun or joined not in ("and", "to"):
        return None
    to = found.low - 1
    for at in range(before_aside(words, to) - 1, max(found.unit[0], found.low - _GONE_REACH), -1):
        if words.low[at] in (",", ";", "that", "and") and words.mention[at] is None:
            return None
        if words.mention[at] is not None:
            continue
        if words.low[at] in WENT or is_there_for(words, at, to):
            near = range(at + 1, min(to, at + 1 + _TO_REACH))
            into = next((i for i in near if words.low[i] in _TO), None)
            return None if into is None else _place_at(words, into + 1)
    return None


def _named_before(words: Words, end: int, low: int) -> str | None:
    """The place of "in Rome on Tuesday," that ends before the word `end`."""
    for at in range(end - 1, max(low, end - _TIME_LENGTH) - 1, -1):
        mention = words.mention[at]
        if mention is not None:
            first = words.range(mention.span)[0]
            return _place_at(words, at) if words.low[first - 1] in ("in", "to", "at") else None
    return None


def _place_at(words: Words, at: int) -> str | None:
    mention = words.mention[at]
    return mention.entity if mention is not None and mention.type == "place" else None


def place(words: Words, found: Happening) -> str | None:
    """The place named right after the trigger: "in Rome", "to Paris"; or before: "the Rome talks".

    Nothing is taken from beyond the next comma.
    """
    there = _there(words, found) or _named_after(words, found)
    if there is not None:
        return there
    visit = found.trigger.kind == "visit"
    gone_to = words.mention[found.high] if visit and found.high < found.unit[1] else None
    goes = not found.trigger.noun and found.trigger.lemma not in HOSTING
    if goes and gone_to is not None and gone_to.type == "place" and gone_to.kind == "name":
        return gone_to.entity
    for at in _reach(words, found):
        if words.low[at] not in (_TO if visit else _AT):
            continue
        if (town := _same_town(words, at)) is not None:
            return town
        following = _past_kind(words, at + 1)
        mention = words.mention[following]
        if (seat := _capital(words, following)) is not None:
            return seat
        if mention is not None and mention.type == "place" and mention.kind == "name":
            if words.low[past_mention(words, following, len(words.mention))] == "'s":
                continue  # "at Norway's mission"
            town = _town_behind(words, following)
            if town is not None or not _is_building(words, following):
                return town or mention.entity
    return _in_front(words, found)


def _past_kind(words: Words, at: int) -> int:
    """The name in "the capital Rome", "the northern city of Rome", "a village near Rome"."""
    at += words.low[at] in ("the", "a", "an")
    for end in range(at, at + _KIND_LENGTH):
        named = words.mention[end]
        if named is not None and named.kind == "demonym":
            continue  # "in the Colombian town of X"
        if named is not None:
            told = words.low[end - 1 - (words.low[end - 1] == "of")]
            return end if told in _TOWNS else at
        if words.low[end] != "-" and not words.low[end].replace("-", "").isalpha():
            break  # "in the south-eastern city of X" goes on
    return at


def _reach(words: Words, found: Happening) -> Iterator[int]:
    """The words behind a trigger among which its place may stand, asides left out."""
    past, last = 0, found.high + _PLACE_REACH
    agrees = found.trigger.lemma == "agree"
    for at in range(_start(words, found), found.unit[1] - 1):
        word = words.low[at]
        last += words.mention[at] is not None
        if at >= last or (word == "and" and words.low[at + 1] in _AT | REPORTING):
            return
        if word == "to" and agrees and words.mention[at + 1] is None:
            return  # "agreed to meet in Rome": there they will
        if at < past:
            continue
        if word == "," and (_before_name(words, at) or _in_date(words, at)):
            continue
        set_off = found.trigger.noun or "time" in words.low[found.unit[0] : found.low]
        if at == found.high and set_off and word == "," and words.low[at + 1] == "in":
            continue  # "the last meeting, in Rome in May,"
        close = aside_end(words, at, found.unit[1]) if word == "," else None
        if close is not None and not _tells_where(words, at, close):
            past, last = close + 1, last + close - at
            continue
        if word == "," and _behind_name(words, at):
            continue
        long = not _LENGTHS.isdisjoint(words.low[at + 1 : at + _LENGTH_REACH])
        if word in _BREAKS and not (word == "after" and long):
            return
        yield at


def _start(words: Words, found: Happening) -> int:
    """Where the place may stand first: behind "brought A, the head of B, and C together"."""
    if found.trigger.noun:
        return behind(words, found)
    return found.high if found.trigger.rest == "together" else found.low + 1


def _named_after(words: Words, found: Happening) -> str | None:
    """Rome in "the Rome summit"; nothing in "the Rome-Oslo talks" and "Norway talks"."""
    at = found.low - 1
    named = words.mention[at] if found.trigger.noun and at > found.unit[0] else None
    if named is None or named.type != "place" or named.kind != "name":
        return None
    first = words.range(named.span)[0]
    alone = words.low[first - 1] in ("the", "this", "that") and named.entity not in countries()
    return named.entity if alone and not _is_building(words, first) else None


def _in_front(words: Words, found: Happening) -> str | None:
    """The place of "On Monday in Rome he received B", told before the subject."""
    low, high = found.unit
    if found.trigger.lemma == "attended":  # "The first session, in Rome, was attended by"
        return next(iter(_named_within(words, low, found.low)), None)
    if at_once(found):
        told = _named_within(words, low, found.low) or _named_within(words, found.high, high)
        return next(iter(told), None)
    if found.trigger.noun:
        return _told_before(words, found)
    if words.low[low : low + 3] == ["it", "was", "in"]:
        return _place_at(words, low + 3)
    if found.low - low > _FRONT_VERB:
        return None
    for at in range(low, found.low - 1):
        if words.low[at] in (",", ";") or words.low[at] in ("that", "who", "which"):
            return None
        if words.low[at] == "in":
            return _place_at(words, at + 1)
    return None


def _named_within(words: Words, low: int, high: int) -> list[str]:
    """The places between two words that "in" or "at" stands before."""
    places = (
        _same_town(words, at) or _place_at(words, at + 1)
        for at in range(low, high - 1)
        if words.low[at] in _AT
    )
    return [place for place in places if place is not None]


def _same_town(words: Words, at: int) -> str | None:
    """The town named last before "in the same town"."""
    if words.low[at + 1 : at + 3] != ["the", "same"]:
        return None
    if _TOWNS.isdisjoint(words.low[at + 3 : at + 4]):
        return None
    before = (m for m in reversed(words.mentions) if m.span.end <= words.start[at])
    named = (m.entity for m in before if m.type == "place" and m.kind == "name")
    return next((place for place in named if place and place not in countries()), None)


def _told_before(words: Words, found: Happening) -> str | None:
    """Rome in "agreed in Rome, in the first talks between": told again after a comma as talks."""
    for at in range(found.low - 1, max(found.unit[0] + 2, found.low - _FRONT_REACH), -1):
        if words.low[at] == "," and words.low[at + 1] in ("in", "at", "during"):
            named = words.mention[at - 1]
            start = words.range(named.span)[0] if named is not None else at
            held = words.low[start - 1] == "in"
            return _place_at(words, start) if held else None
        if words.low[at] in (",", ";") or words.mention[at] is not None:
            return None
    return None


def _is_building(words: Words, at: int) -> bool:
    """Whether it is a house or street of a town that the sentence leaves out: "at State House".

    "In a Lima hotel" does name the town: one house of many there.
    """
    after = past_mention(words, at, len(words.mention))
    kind = after + (words.low[after] in _OF_STATE)  # "the Casa Rosada presidential palace"
    its_name = words.low[at - 1] not in ("a", "an") and words.low[kind] in BUILDINGS
    # "The Great Hall of the People"
    told = words.low[at:after]
    of = ("of", "the") in pairwise(told) and not BUILDINGS.isdisjoint(told)
    named = words.low[after - 1] in WITHIN_TOWNS or words.low[at] in HOUSES
    return named or its_name or of


def _town_behind(words: Words, at: int) -> str | None:
    """The town of "at the Ducal Palace in Rome": who asks where means the town."""
    after = past_mention(words, at, len(words.mention))
    apart = words.low[after] == "," and _is_building(words, at)  # not "El Paso, Texas"
    if not (apart or words.low[after] == "in") or after + 1 >= len(words.mention):
        return None
    town = words.mention[after + 1]
    named = town is not None and town.type == "place" and town.kind == "name"
    return town.entity if named and town is not None and town.entity not in countries() else None


def _capital(words: Words, at: int) -> str | None:
    """The city of "in Lithuania's capital", "in the Greek capital", where the article names it."""
    nation = words.mention[at]
    end = past_mention(words, at, len(words.mention))
    after = words.low[end] if words.low[end] != "'s" else words.low[end + 1]
    if nation is None or after != "capital":
        return None
    cities = {city for city, land in seats().items() if land == nation.entity}
    named = {m.entity for m in words.mentions if m.type == "place" and m.entity in cities}
    return named.pop() if len(named) == 1 else None


def _in_date(words: Words, comma: int) -> bool:
    """Whether the comma belongs to a date: "on Tuesday, April 29, at the palace"."""
    before, after = words.low[comma - 1], words.low[comma + 1]
    dated = before in WEEKDAYS or before.isdigit()
    return dated and (after in MONTHS or after in _AT or after.isdigit())


def _before_name(words: Words, comma: int) -> bool:
    """Whether the comma opens a name in apposition: "the owner, A, in Rome"."""
    after = words.mention[comma + 1]
    return after is not None and after.type == "person"


def _tells_where(words: Words, comma: int, close: int) -> bool:
    """Whether a place stands between two commas: "met A, at the palace in Rome, on Friday"."""
    places = (_place_at(words, at) for at in range(comma + 2, close))
    return words.low[comma + 1] in _AT and any(places)


def _behind_name(words: Words, comma: int) -> bool:
    """Whether the comma closes a name before the place: "the owner, A, in Rome"."""
    before = words.mention[comma - 1]
    beside = words.low[comma + 3 : comma + 4] in (["margins"], ["sidelines"])
    placed = words.low[comma + 1] in _AT or beside
    return before is not None and before.type == "person" and placed
