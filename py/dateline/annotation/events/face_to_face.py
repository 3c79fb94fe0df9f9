"""What people do face to face: "embraced B", "walked with B", "shared a stage with B".

Such a verb tells of a meeting where it names two persons, the day and the place: a man may
confront another in a letter, or in thought.
"""

from __future__ import annotations

from dateline.annotation.events.actors import actors, persons_between, subject
from dateline.annotation.events.happening import Happening
from dateline.annotation.events.objects import is_passive, object_sort
from dateline.annotation.events.partners import partners
from dateline.annotation.quotations.words import Words, word_set

_TOWARDS = word_set("embrace hug confront accompany escort")
"""Verbs whose object is there."""
_BESIDE = word_set("walk stroll negotiate lunch pose stand share")
"""Verbs of what is done with, beside or alongside somebody."""
_PASSIVE = word_set("join summon usher")
"""Verbs whose participle tells with "by" who else was there."""
_WITH, _BY = word_set("with alongside beside"), frozenset({"by"})
_REACH = 16
_STOPS = word_set("; that who which but while when because after before")
FACING = _TOWARDS | _BESIDE | word_set("usher")


def together(words: Words, found: Happening) -> frozenset[str]:
    """The persons whom the verb tells to have been together; empty where it names but one."""
    source = subject(words, found.low, found.unit)
    persons = persons_between(words, *found.unit)
    subjects = persons & set(actors(words, source)) if source is not None else set()
    others = (persons & set(_others(words, found))) - subjects
    return frozenset(subjects | others) if subjects and others else frozenset()


def faces(found: Happening) -> bool:
    """Whether the verb tells of nothing else than of two face to face."""
    return found.trigger.kind == "meeting" and found.trigger.lemma in FACING


def are_together(words: Words, found: Happening) -> bool:
    """Whether two persons are told to have been face to face; true of "stood down" as well."""
    return not faces(found) or bool(together(words, found))


def in_passive(words: Words, found: Happening) -> bool:
    """Whether it is "was joined in Rome by B", "was summoned to the palace by B"."""
    return found.trigger.lemma in _PASSIVE and is_passive(words, found)


def is_told(words: Words, found: Happening) -> bool:
    """Whether a verb in the passive tells of two: "was joined in Rome by B"."""
    return in_passive(words, found) and bool(together(words, found))


def _others(words: Words, found: Happening) -> list[str]:
    """Those behind the verb: its object, or who it was done with, or by whom."""
    high, lemma = found.unit[1], found.trigger.lemma
    passive = is_passive(words, found)
    if lemma in _TOWARDS and not passive:
        direct = object_sort(words, found.high, high) == "somebody"
        return partners(words, found.high, high, False) if direct else []
    if lemma not in _BESIDE and not passive:
        return []
    wanted = _WITH if lemma in _BESIDE else _BY
    for at in range(found.high, min(high, found.high + _REACH)):
        if words.mention[at] is None and words.low[at] in wanted:
            return partners(words, at + 1, high, False)
        if words.low[at] in _STOPS and words.mention[at] is None:
            return []
    return []
