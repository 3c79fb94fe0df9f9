"""Whether words for meetings, visits and calls mean one: "met B", but not "met the deadline"."""

from __future__ import annotations

from dateline.annotation.events.actors import subject
from dateline.annotation.events.conversations import (
    BY_PHONE,
    COMPANY_REACH,
    LENGTHS,
    TALK_REACH,
    in_person,
    two_persons,
)
from dateline.annotation.events.errands import gone_before
from dateline.annotation.events.face_to_face import together
from dateline.annotation.events.happening import Happening
from dateline.annotation.events.lexicon import BUILDINGS, sense_words
from dateline.annotation.events.objects import apposed, is_passive, named_by, object_sort
from dateline.annotation.quotations import closed, phrases, subjects
from dateline.annotation.quotations.words import Range, Words, word_set

_STATIONS = sense_words("stations")
_DUE = word_set("due expected scheduled set hoped hopes hoping")
_AFTER_SEEN = word_set("to as score play win lose fall rise leave go come die run")
_AMONG = word_set("on at in yesterday today here")
_DEALS = word_set("agreement deal accord pact understanding compromise truce settlement")
_DEAL_REACH = 5
_MET_REACH = 9
"""Words of "met at the airport in Rome on Friday by"."""
_HERE = word_set("the his her morning afternoon evening")
_MADE_REACH = 6
# "Meet each other halfway"
_HALFWAY = 3
_MADE = word_set("made paid")
_VISITS = word_set("visit trip tour")


def company(words: Words, found: Happening) -> int | None:
    """The "with" of "spent an hour with B", "discussed it with B"; `None` without a B."""
    for at in range(found.high, min(found.unit[1] - 1, found.high + COMPANY_REACH)):
        word = words.low[at]
        if word == "with":
            somebody = object_sort(words, at + 1, found.unit[1]) == "somebody"
            return at if somebody or apposed(words, at + 1, found.unit[1]) else None
        half = word == "and" and words.low[at + 1] == "a"  # "an hour and a half"
        if word in (",", ";", "and", "that", "who") and words.mention[at] is None and not half:
            return None
    return None


def spends(words: Words, found: Happening) -> bool:
    """A spent an hour with B, sat for an hour with B; they spent an hour together.

    Or A and B spent Tuesday at a hotel, or an hour.
    """
    at = company(words, found)
    end = min(found.unit[1], found.high + COMPANY_REACH) if at is None else at
    told = words.low[found.high : end]
    if LENGTHS.isdisjoint(told) and closed.WEEKDAYS.isdisjoint(told[:1]):
        return False
    indoors = found.trigger.lemma == "sit" or not BUILDINGS.isdisjoint(told)
    return at is not None or "together" in told or (indoors and two_persons(words, found))


def sits(words: Words, found: Happening) -> bool:
    """They sat down for talks, to dinner with B; "sat for two hours with B", no other sitting."""
    if words.low[found.high] == "to" and company(words, found) is not None:
        return True
    return meets(words, found) if found.trigger.rest else spends(words, found)


def discusses(words: Words, found: Happening) -> bool:
    """A discussed it with B by telephone, or face to face: else the two may be of one house."""
    rest = words.low[found.high : min(found.unit[1], found.high + COMPANY_REACH)]
    told = not BY_PHONE.isdisjoint(rest) or in_person(rest)
    return (told and company(words, found) is not None) or bool(together(words, found))


def chairs(words: Words, found: Happening) -> bool:
    """A and B co-chaired a meeting: at which both were."""
    source = subject(words, found.low, found.unit)
    named = {words.mention[at] for at in range(*source)} if source else set()
    persons = {m.entity for m in named if m is not None and m.type == "person"}
    return len(persons) > 1


def summoned(words: Words, found: Happening) -> str | None:
    """B in "summoned B", "summoned Norway's envoy in Rome, B"."""
    return named_by(words, found.high, found.unit[1])


def summons(words: Words, found: Happening) -> bool:
    """A ministry summons an envoy who is named; whoever it is, he comes."""
    return summoned(words, found) is not None


def calls_on(words: Words, found: Happening) -> bool:
    """A called on B, whom he met; "called on B to resign" asks."""
    after = _past_person(words, found.high, found.unit[1])
    if after is None:
        return False
    if words.low[after] == ",":
        after = phrases.past_mention(words, after + 1, found.unit[1])
        after += words.low[after] == ","
    return words.low[after] not in ("to", "and", "for", "not")


def _past_person(words: Words, at: int, high: int) -> int | None:
    """Behind the first person of the phrase at `at`: "Prime Minister B at the palace"."""
    phrase = phrases.phrase_after(words, at, high)
    for index in range(*phrase) if phrase else ():
        if phrases.person_at(words, index):
            return phrases.past_mention(words, index, high)
        if words.low[index] in closed.INNER_PREPOSITIONS and words.mention[index] is None:
            break
    return _apposed_end(words, at, high)


def _apposed_end(words: Words, at: int, high: int) -> int | None:
    """Behind the name of "the head of the union, B"."""
    phrase = phrases.phrase_after(words, at, high)
    if phrase is None or not apposed(words, at, high):
        return None
    return phrase[1]


def briefs(words: Words, found: Happening) -> bool:
    """A briefed B at a place or on a day: "briefed the president at the palace on Monday"."""
    after = _past_person(words, found.high, found.unit[1])
    if after is None:
        return False
    rest = range(after, min(found.unit[1] - 1, after + TALK_REACH))
    return any(words.low[at] == "at" or words.low[at + 1] in closed.WEEKDAYS for at in rest)


def stands_for(words: Words, found: Happening) -> bool:
    """Whether it is another visit: "her visit returns the one that he made to Rome"."""
    low, at, high = found.unit[0], found.low, min(found.unit[1], found.high + _MADE_REACH)
    made = any(words.low[i] in _MADE and words.mention[i] is None for i in range(at + 1, high))
    first = any(words.low[i] in _VISITS for i in range(low, at))
    return made and first and words.low[at - 1] == "the"


def meets(words: Words, found: Happening) -> bool:
    """A meets somebody, or A and B meet; conditions are met, and needs, and deadlines."""
    at, high = found.high, found.unit[1]
    passive = is_passive(words, found)
    if "halfway" in words.low[at : at + _HALFWAY]:
        return False
    if passive and words.low[at : at + 1] != ["by"]:
        return _met_by(words, found)
    if words.low[at : at + 1] == ["with"]:
        return not passive and object_sort(words, at + 1, high) == "somebody"
    if passive:
        by = words.low[at : at + 1] == ["by"]
        return by and object_sort(words, at + 1, high) == "somebody"
    return object_sort(words, at, high) != "thing"


def _met_by(words: Words, found: Happening) -> bool:
    """Whether a person "was met at the airport by B"; of a deadline it is no meeting."""
    source = subject(words, found.low, found.unit)
    somebody = source is not None and (
        words.low[source[0]] in closed.HE_OR_SHE or phrases.person_at(words, source[1] - 1)
    )
    if not somebody:
        return False
    for at in range(found.high, min(found.unit[1] - 1, found.high + _MET_REACH)):
        if words.low[at] == "by":
            return object_sort(words, at + 1, found.unit[1]) == "somebody"
        if words.low[at] in (",", ";", "and", "that", "who"):
            return False
    return False


def whom(words: Words, found: Happening) -> Range | None:
    """B in "B, whom A received in Rome"."""
    source = subject(words, found.low, found.unit)
    low = found.unit[0]
    if source is None or source[0] - 1 <= low or words.low[source[0] - 1] != "whom":
        return None
    at = source[0] - 1
    return subjects.antecedent(words, at - (words.low[at - 1] == "with"), low)


def receives(words: Words, found: Happening) -> bool:
    """Somebody is received; a letter is no guest."""
    if is_passive(words, found):
        source = subject(words, found.low, found.unit)
        she = source is not None and words.low[source[0]] in closed.HE_OR_SHE
        guest = she or (source is not None and phrases.person_at(words, source[1] - 1))
        return words.low[found.high : found.high + 1] == ["by"] or guest
    if whom(words, found) is not None:
        return True
    return object_sort(words, late_object(words, found), found.unit[1]) == "somebody"


def late_object(words: Words, found: Happening) -> int:
    """Where B begins in "received yesterday at the palace B", "met on Tuesday Prime Minister B".

    The word behind the trigger where neither time nor place stands between.
    """
    at, high = found.high, found.unit[1]
    while at < high and words.low[at] in _AMONG and words.low[at] != "with":
        at += 1
        while at < high and _where_or_when(words, at):
            at = phrases.past_mention(words, at, high)
    return at if at < high and apposed(words, at, high) else found.high


def _where_or_when(words: Words, at: int) -> bool:
    named, word = words.mention[at], words.low[at]
    if named is not None:
        return named.type == "place" and words.low[at + 1] != "'s"
    dated = word in closed.WEEKDAYS or word in phrases.MONTHS or word.isdigit()
    return dated or word in _HERE or word in BUILDINGS


def visits(words: Words, found: Happening) -> bool:
    """Somebody, a place or a station of a tour is visited."""
    return object_sort(words, found.high, found.unit[1]) != "thing" or _place_after(words, found)


def comes(words: Words, found: Happening) -> bool:
    """Somebody comes to a place: not to power, nor to an end; two go back to the table."""
    if found.trigger.rest.endswith("table"):
        return two_persons(words, found)
    if not found.trigger.rest.endswith("to"):
        return found.trigger.lemma != "return" or moves(words, found)
    there = words.mention[found.high] if found.high < found.unit[1] else None
    return there is not None and there.type == "place"


def _place_after(words: Words, found: Happening) -> bool:
    near = range(found.high, min(found.unit[1], found.high + 6))
    return any(words.mention[at] is not None or words.low[at] in _STATIONS for at in near)


def sees(words: Words, found: Happening) -> bool:
    """He came to see him, or saw President B on Monday: a person seen need not have been met."""
    if found.trigger.rest or _audience(words, found):
        return True
    return (
        found.low - 2 > found.unit[0]
        and words.low[found.low - 1] == "to"
        and gone_before(words, found.low - 1, found.unit[0])
        and object_sort(words, found.high, found.unit[1]) == "somebody"
    )


def _audience(words: Words, found: Happening) -> bool:
    """A named person saw another, of whom nothing more is told: not "saw B as a threat"."""
    end = _past_person(words, found.high, found.unit[1])
    if end is None:
        return False
    after = words.low[end]
    if after in _AFTER_SEEN or after.endswith(("ing", "ed")) or words.mention[end]:
        return False
    if words.low[found.low - 1] == "to":
        return words.low[found.low - 2] in _DUE
    if found.trigger.tense == "ing":
        return words.low[found.low - 1] == "after"
    source = subject(words, found.low, found.unit)
    return (
        found.trigger.tense == "past"
        and source is not None
        and (
            words.low[source[0]] in closed.HE_OR_SHE
            or any(phrases.person_at(words, at) for at in range(*source))
        )
    )


def strikes(words: Words, found: Happening) -> bool:
    """An agreement that A reached with B in a place, or that was reached there by A and B."""
    low, high = found.unit
    near = words.low[found.high : min(high, found.high + _DEAL_REACH)]
    before = words.low[max(low, found.low - _DEAL_REACH) : found.low]
    placed = any(m is not None and m.type == "place" for m in words.mention[found.high : high])
    return placed and not _DEALS.isdisjoint([*near, *before])


def moves(words: Words, found: Happening) -> bool:
    """Somebody leaves or joins a place, a post, a body; "left them speechless" is another verb."""
    source = subject(words, found.low, found.unit)
    acts = source is not None and (
        words.mention[source[1] - 1] is not None or words.low[source[1] - 1] in closed.PRONOUNS
    )
    if not acts:
        return False
    at = (
        found.high + 1
        if words.low[found.high : found.high + 1] in (["to"], ["into"], ["from"])
        else (found.high)
    )
    near = range(at, min(found.unit[1], at + 4))
    return any(
        words.low[i] in _STATIONS or ((m := words.mention[i]) is not None and m.type != "person")
        for i in near
    )
