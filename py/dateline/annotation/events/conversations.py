"""Whether words for talking mean a meeting or a call: "spoke with B for an hour", "rang B"."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from dateline.annotation.events.actors import subject
from dateline.annotation.events.errands import gone_before
from dateline.annotation.events.happening import Happening
from dateline.annotation.events.lexicon import PAYING
from dateline.annotation.events.objects import BE, is_passive, object_sort
from dateline.annotation.quotations import closed, phrases
from dateline.annotation.quotations.words import Words, word_set

TALK_REACH = 9
# "spent two days in Rome earlier this month with B", "discussed the matter by phone with B"
COMPANY_REACH = 14
_PHONE_REACH = 4
"""Words of "on Monday by telephone"."""
_PAID_REACH = 5
"""Words of "paid his last call on"."""
LENGTHS = word_set("minute minutes hour hours day days evening morning afternoon night weekend")
_UNTIL = word_set("until till past midnight dawn")
_SIDES = word_set("sidelines margins fringes")
_NEAR_DAYS = word_set("yesterday today")
BY_PHONE = word_set("phone telephone telephonic video videoconference")
_IN_PERSON = frozenset({("face", "to"), ("in", "person"), ("in", "private")})


def calls(words: Words, found: Happening) -> bool:
    """A call with or from somebody; "a call for help" is none."""
    at, high = found.high, found.unit[1]
    if found.trigger.rest == "on":  # "paid a call on B"
        return not PAYING.isdisjoint(
            words.low[max(found.unit[0], found.low - _PAID_REACH) : found.low]
        )
    if words.low[at : at + 1] not in (["with"], ["from"], ["between"]):
        return False
    named = words.mention[at + 1] if at + 1 < high else None
    return named is not None or object_sort(words, at + 1, high) == "somebody"


def talks(words: Words, found: Happening) -> bool:
    """With whom and how: for an hour, in person, by telephone."""
    start = found.high + closed.is_adverb(words.low[found.high])  # "spoke briefly with B"
    rest = words.low[start : min(found.unit[1], start + TALK_REACH)]
    if found.trigger.tense == "ing" and words.low[found.low - 1] not in BE:
        return False  # "A, speaking by phone from X, said": to whoever reports it
    if not rest or rest[0] in ("of", "about", "out", "up", "from", "as", "against"):
        return False
    if rest[0] == "at":
        return two_persons(words, found)  # "A and B talked at the conference"
    if rest[0] == "in":
        return words.low[found.low - 2 : found.low] == ["when", "they"]
    if rest[0] in ("with", "to") and object_sort(words, start + 1, found.unit[1]) != "somebody":
        return False
    if rest[0] in ("with", "to") and rest[1:2] == ["reporters"]:
        return False
    end = next((i for i, word in enumerate(rest) if word in (",", ";", "that", "as")), len(rest))
    told = _lasts(rest[:end]) or bool(BY_PHONE & set(rest[:end])) or in_person(rest[:end])
    return told or (rest[0] == "with" and _somewhere(words, start, found.unit[1]))


def two_persons(words: Words, found: Happening) -> bool:
    """Whether the subject names two persons."""
    source = subject(words, found.low, found.unit)
    over = (words.mention[at] for at in range(*source)) if source else ()
    return len({m.entity for m in over if m is not None and m.type == "person"}) > 1


def _somewhere(words: Words, start: int, high: int) -> bool:
    """Whether a town and a day are told: "spoke with B in Rome on Tuesday"."""
    reach = range(start + 1, min(high, start + COMPANY_REACH))
    towns = (m for at in reach if words.low[at - 1] in ("in", "at") and (m := words.mention[at]))
    dated = any(words.low[at] in closed.WEEKDAYS | _NEAR_DAYS for at in reach)
    return dated and any(town.type == "place" for town in towns)


def _lasts(rest: list[str]) -> bool:
    """Whether it is told how long: "for an hour", "until after eleven", "past midnight"."""
    if not _UNTIL.isdisjoint(rest) or rest[:2] in (["all", "night"], ["all", "day"]):
        return True
    return "for" in rest and bool(LENGTHS & set(rest[rest.index("for") :]))


def in_person(rest: list[str]) -> bool:
    """Whether words tell that they spoke face to face: "in private", "on the sidelines"."""
    pairs = set(pairwise(rest))
    on_the_side = ("on", "the") in pairs and not _SIDES.isdisjoint(rest)
    return on_the_side or not _IN_PERSON.isdisjoint(pairs)


def by_phone(words: Words, found: Happening) -> Happening:
    """The happening as a call, where a telephone is told of."""
    rest = words.low[found.high : min(found.unit[1], found.high + TALK_REACH)]
    told = words.low[found.low - 1 : found.low] if found.trigger.noun else rest
    if BY_PHONE.isdisjoint(told):
        return found
    return replace(found, trigger=replace(found.trigger, kind="call"))


def calls_for(words: Words, found: Happening) -> bool:
    """A went to Rome to reassure B: whom somebody travels for, he sees."""
    to = found.low - 1
    went = words.low[to] == "to" and gone_before(words, to, found.unit[0])
    return went and object_sort(words, found.high, found.unit[1]) == "somebody"


def rings(words: Words, found: Happening) -> bool:
    """A rang B, or was rung up by B; bells ring."""
    if is_passive(words, found):
        return words.low[found.high : found.high + 1] == ["by"]
    return object_sort(words, found.high, found.unit[1]) == "somebody"


def tells_by_phone(words: Words, found: Happening) -> bool:
    """A told B, a person, by telephone: not the paper that reports it."""
    low, at = found.unit[0], found.high
    named = phrases.phrase_after(words, at, found.unit[1])
    if named is None or not any(phrases.person_at(words, i) for i in range(*named)):
        return False
    behind = words.low[named[1] : named[1] + _PHONE_REACH]
    before = words.low[low : min(found.low, low + _PHONE_REACH)]
    by = not BY_PHONE.isdisjoint(behind) and not {"by", "on"}.isdisjoint(behind)
    return by or not BY_PHONE.isdisjoint(before)
