"""Whether words for sittings mean a meeting: sessions, rounds, hours with B, those who gather."""

from __future__ import annotations

from dateline.annotation.events.actors import group_office, persons_between, subject, unit_subject
from dateline.annotation.events.delegations import heads_of_delegations
from dateline.annotation.events.happening import Happening
from dateline.annotation.events.lexicon import HOLDING
from dateline.annotation.events.objects import object_sort
from dateline.annotation.quotations import phrases, subjects
from dateline.annotation.quotations.words import Words, word_set

_SESSIONS = word_set(
    "session talks meeting summit round negotiations discussions conference delegations teams "
    "sides panels"
)
_AFTER = word_set("after following during")
_GRANTED = word_set("got squeezed snatched grabbed had spent managed given granted")
_AT_SESSIONS = word_set("after following during from in at")
_LENGTH_REACH = 5


def hours(words: Words, found: Happening) -> bool:
    """After four hours with B: what is told of next; A squeezed in an hour with B."""
    before = words.low[max(found.unit[0], found.low - _LENGTH_REACH) : found.low]
    if (_AFTER | _GRANTED).isdisjoint(before) or words.low[found.high : found.high + 1] != ["with"]:
        return False
    return object_sort(words, found.high + 1, found.unit[1]) == "somebody"


def rounds(words: Words, found: Happening) -> bool:
    """A round between A and B, of talks that the word leaves out; one that delegations began."""
    if words.low[found.high : found.high + 1] == ["between"]:
        return True
    before = words.low[max(found.unit[0], found.low - _LENGTH_REACH) : found.low]
    return not HOLDING.isdisjoint(before) and len(heads_of_delegations(words, found.unit)) > 1


def sessions(words: Words, found: Happening) -> bool:
    """A session between A and B, or one that they held: not one of parliament.

    Also one with B, that A comes from, and one in which A and B do something.
    """
    before = words.low[max(found.unit[0], found.low - _LENGTH_REACH) : found.low]
    if rounds(words, found) or not HOLDING.isdisjoint(before):
        return True
    if _AT_SESSIONS.isdisjoint(before):
        return False
    at, low = found.high, found.unit[0]
    if words.low[at : at + 1] == ["with"]:
        return object_sort(words, at + 1, found.unit[1]) == "somebody"
    source = unit_subject(words, low, low, found.low)
    return source is not None and len(persons_between(words, *source)) > 1


def gathers(words: Words, found: Happening) -> bool:
    """Persons gather, or "the leaders": not a crowd, nor what somebody gathers."""
    if found.trigger.rest:
        return True
    source = subject(words, found.low, found.unit)
    if source is not None and object_sort(words, found.high, found.unit[1]) == "somebody":
        called = phrases.phrase_after(words, found.high, found.unit[1])
        return called is not None and len(persons_between(words, *called)) > 1
    if source is None or object_sort(words, found.high, found.unit[1]) != "nothing":
        return False
    return len(persons_between(words, *source)) > 1 or group_office(words, source) != ""


def encounters(words: Words, found: Happening) -> bool:
    """An encounter of persons: not one "between jets and a helicopter", nor "with the law"."""
    at, high = found.high, found.unit[1]
    if words.low[at : at + 1] not in (["with"], ["between"]):
        return True
    return object_sort(words, at + 1, high) == "somebody"


def leads(words: Words, found: Happening) -> bool:
    """A session led by A and B, or delegations: they took part. Not "a party led by A"."""
    at = found.low - 2 if words.low[found.low - 1] == "," else -1
    if at < 0:
        source = subjects.subject(words, found.low, found.unit[0])
        at = source[1] - 1 if source is not None else 0
    return words.low[at] in _SESSIONS


def joint(words: Words, found: Happening) -> bool:
    """A stood beside B at a news conference, told of as one "with B"."""
    at = found.high
    with_ = words.low[at : at + 1] == ["with"]
    return with_ and object_sort(words, at + 1, found.unit[1]) == "somebody"
