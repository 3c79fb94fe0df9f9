"""What people do face to face: "embraced B", "walked with B", "shared a stage with B".

Such a verb tells of a meeting where it names two persons, the day and the place: a man may
confront another in a letter, or in thought.
"""

from __future__ import annotations

from itertools import pairwise

from dateline.annotation.events.actors import (
    actors,
    of_first_verb,
    persons_between,
    subject,
    unit_subject,
)
from dateline.annotation.events.happening import Happening
from dateline.annotation.events.lexicon import PRESENCE, TRIGGERS
from dateline.annotation.events.objects import is_passive, object_sort
from dateline.annotation.events.partners import partners
from dateline.annotation.quotations import closed, phrases
from dateline.annotation.quotations.words import Range, Words, word_set

_TOWARDS = word_set("embrace hug confront accompany escort take show hand walk")
"""Verbs whose object is there."""
_ROUND = word_set("take show walk")
"""Of these, those that need to tell where: "took B to the market"."""
_LEADS_TO = word_set("to on for around round through into aboard")
"""What follows whom one takes or shows somewhere: "took B to the market"."""
_PAPERS = word_set(
    "letter letters report keys key petition document documents note list draft copy proposal text "
    "medal cheque check award flag invitation file dossier map plan paper message envelope book"
)
"""What is handed from hand to hand."""
_NEXT_TO = word_set("alongside beside next company")
"""Who is named behind is there with the subject: "opened it alongside B", "in the company of B"."""
_BY_ONES_SIDE = word_set("at by")
"""Of "with B at her side"."""
AT_ONCE = word_set("together side same") | _NEXT_TO | _BY_ONES_SIDE
"""With two persons as the subject, "together", "side by side" and "in the same room" tell that
both were there."""
JOINTLY = word_set(
    "discuss thrash hammer iron settle seal clinch haggle bargain cross negotiate pose lunch "
    "stroll cut"
)
"""Verbs of what several do with each other: "A and B thrashed out the details"."""
_BESIDE = word_set("walk pose stand share raise broach plead reason stroll lunch") | (
    JOINTLY - {"discuss"}
)
"""Verbs of what is done with, beside or alongside somebody."""
_TO_OTHERS = word_set("join attend")
"""Verbs that tell of who was there, and of a meeting with the day and the place."""
_ALONG = (["along", "with"], ["together", "with"])
_PASSIVE = word_set("join summon usher")
"""Verbs whose participle tells with "by" who else was there."""
_WITH, _BY, _TO = word_set("with alongside beside"), frozenset({"by"}), frozenset({"to"})
_REACH = 16
_STOPS = word_set("; that who which but while when because after before")
FACING = _TOWARDS | _BESIDE | AT_ONCE | word_set("usher")
"""Verbs that need a day and a place to tell of a meeting."""


def together(words: Words, found: Happening) -> frozenset[str]:
    """The persons whom the verb tells to have been together; empty where it names but one."""
    if at_once(found):
        return _at_once(words, found)
    source = subject(words, found.low, found.unit)
    persons = persons_between(words, *found.unit)
    if found.trigger.lemma in JOINTLY:  # "A and B discussed it in Rome on Friday"
        both = persons & set(actors(words, source)) if source is not None else set()
        if len(both) > 1 or found.trigger.lemma == "discuss":
            return frozenset(both if len(both) > 1 else ())
    if source is not None and words.low[source[0]] in closed.HE_OR_SHE:
        before = persons_between(words, found.unit[0], source[0])
        others = set(_others(words, found)) & persons
        return frozenset(before | others) if len(before) == 1 and others - before else frozenset()
    subjects = persons & set(actors(words, source)) if source is not None else set()
    others = (persons & set(_others(words, found))) - subjects
    return frozenset(subjects | others) if subjects and others else frozenset()


def at_once(found: Happening) -> bool:
    """Whether the trigger is "together" or "alongside", and tells no time of its own."""
    return found.trigger.noun and found.trigger.lemma in AT_ONCE


def tells_at_once(words: Words, found: Happening) -> bool:
    """Whether "together" tells of two who met: not where the sentence names a meeting besides."""
    named = any(
        trigger.noun and trigger.kind == "meeting"
        for at in range(*found.unit)
        if words.mention[at] is None
        for trigger in TRIGGERS.get(words.low[at], ())
    )
    return not named and bool(_at_once(words, found))


def _at_once(words: Words, found: Happening) -> frozenset[str]:
    """A and B in "A and B opened the tunnel together"; empty for any other subject."""
    low = found.unit[0]
    first = unit_subject(words, low, low, found.low)
    if (at := _company(words, found)) is not None:
        if object_sort(words, at, found.unit[1]) != "somebody":
            return frozenset()  # "beside the grave of B"
        beside = set(partners(words, at, found.unit[1], False))
        source = _opened(words, found) or of_first_verb(words, low, found.low) or first
        ids = {*(actors(words, source) if source else ()), *beside}
        persons = persons_between(words, *found.unit)
        return frozenset(ids & persons) if beside and len(ids & persons) > 1 else frozenset()
    for source in (of_first_verb(words, low, found.low), first):
        ids = set(actors(words, source)) if source else set()
        if len(ids) > 1 and ids <= persons_between(words, low, found.low):
            return frozenset(ids)
    return frozenset()


def _company(words: Words, found: Happening) -> int | None:
    """Where B begins in "together with B", "alongside B", "with B at her side"; else `None`."""
    if found.trigger.lemma in _NEXT_TO:
        return found.high
    if words.low[found.high] == "with":
        return found.high + 1
    if found.trigger.lemma in _BY_ONES_SIDE:
        before = range(found.low - 1, max(found.unit[0] - 1, found.low - _REACH), -1)
        return next((at + 1 for at in before if words.low[at] == "with"), None)
    return None


def _opened(words: Words, found: Happening) -> Range | None:
    """A in "Standing beside B in Rome on Tuesday, A announced"."""
    low, high = found.unit
    if not words.low[low].endswith("ing") or found.low - low > 1:
        return None
    comma = next((at for at in range(found.high, high) if words.low[at] == ","), high)
    named = comma + 1 < high and phrases.person_at(words, comma + 1)
    return (comma + 1, phrases.past_mention(words, comma + 1, high)) if named else None


def joins_others(words: Words, found: Happening) -> bool:
    """Whether "join" or "attend" tells of two persons who were there."""
    if found.trigger.lemma not in _TO_OTHERS or is_passive(words, found):
        return False
    rest = pairwise(words.low[found.high : found.unit[1]])
    calling = any(one == "in" and two.endswith("ing") for one, two in rest)  # "in calling for it"
    return not calling and bool(together(words, found))


def faces(found: Happening) -> bool:
    """Whether the verb tells of nothing else than of two face to face."""
    return found.trigger.kind in ("meeting", PRESENCE) and found.trigger.lemma in FACING


def are_together(words: Words, found: Happening) -> bool:
    """Whether two persons are told to have been face to face; true of "stood down" as well."""
    return not faces(found) or bool(together(words, found))


def in_passive(words: Words, found: Happening) -> bool:
    """Whether it is "was joined in Rome by B", "was summoned to the palace by B"."""
    return found.trigger.lemma in _PASSIVE and is_passive(words, found)


def is_told(words: Words, found: Happening) -> bool:
    """Whether a verb tells of two: "was joined in Rome by B", "joined B in Rome on Friday"."""
    return (in_passive(words, found) and bool(together(words, found))) or joins_others(words, found)


def _others(words: Words, found: Happening) -> list[str]:
    """Those behind the verb: its object, or who it was done with, or by whom."""
    lemma = found.trigger.lemma
    if is_passive(words, found):
        return _behind(words, found, _WITH if lemma in _BESIDE else _BY)
    if lemma == "attend":
        return _along_with(words, found)
    if lemma == "hand":
        return _handed(words, found)
    if lemma in _ROUND and _leads(words, found):
        return partners(words, found.high, found.unit[1], False)
    if lemma in (_TOWARDS - _ROUND) | {"join"}:
        direct = object_sort(words, found.high, found.unit[1]) == "somebody"
        return partners(words, found.high, found.unit[1], False) if direct else []
    return _behind(words, found, _WITH) if lemma in _BESIDE else []


def _behind(words: Words, found: Happening, wanted: frozenset[str]) -> list[str]:
    """Those named behind the first of the wanted words."""
    for at in range(found.high, min(found.unit[1], found.high + _REACH)):
        if words.mention[at] is None and words.low[at] in wanted:
            return partners(words, at + 1, found.unit[1], False)
        if words.low[at] in _STOPS and words.mention[at] is None:
            return []
    return []


def _handed(words: Words, found: Happening) -> list[str]:
    """B of "handed B the keys" and "handed the keys to B"; nobody in "handed B a defeat"."""
    if _PAPERS.isdisjoint(words.low[found.high : found.high + _REACH]):
        return []
    if object_sort(words, found.high, found.unit[1]) == "somebody":
        return partners(words, found.high, found.unit[1], False)
    return _behind(words, found, _TO)


def _along_with(words: Words, found: Happening) -> list[str]:
    """B of "attended the signing in Rome on Friday along with B"."""
    for at in range(found.high, min(found.unit[1] - 2, found.high + _REACH)):
        if words.low[at] == "alongside" or words.low[at : at + 2] in _ALONG:
            return partners(words, at + 1 + (words.low[at] != "alongside"), found.unit[1], False)
        if words.low[at] in _STOPS and words.mention[at] is None:
            return []
    return []


def _leads(words: Words, found: Happening) -> bool:
    """Whether somebody is taken or shown somewhere: "took B to the market", "showed B round"."""
    for at in range(found.high, min(found.unit[1], found.high + _REACH)):
        if phrases.person_at(words, at):
            return words.low[phrases.past_mention(words, at, found.unit[1])] in _LEADS_TO
        if words.low[at] in _STOPS or words.low[at] == ",":
            return False
    return False
