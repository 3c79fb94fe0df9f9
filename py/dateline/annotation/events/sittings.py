"""Whether words for sittings mean a meeting: sessions, rounds, hours with B, those who gather."""

from __future__ import annotations

from itertools import pairwise

from dateline.annotation.events.actors import group_office, persons_between, subject, unit_subject
from dateline.annotation.events.delegations import heads_of_delegations
from dateline.annotation.events.happening import Happening
from dateline.annotation.events.lexicon import HOLDING
from dateline.annotation.events.objects import apposed, object_sort
from dateline.annotation.quotations import phrases, subjects
from dateline.annotation.quotations.words import Words, word_set

_SESSIONS = word_set(
    "session talks meeting summit round negotiations discussions conference delegations teams "
    "sides panels"
)
_AFTER = word_set("after following during")
_GRANTED = word_set("got squeezed snatched grabbed had spent managed given granted")
_ROUNDS_HELD = {("held", "by"), ("led", "by")}
_ROUND_REACH = 4
_ALONE = word_set("behind together alone")
_GIVES = word_set("gave gives given granted grants spared allowed")
_GIVEN = word_set("hour hours minutes audience")
_NEEDS_HOLDER = word_set("talk exchange one-on-one bilateral")
_GIVEN_REACH = 9
_AT_SESSIONS = word_set("after following during from in at")
_LENGTH_REACH = 5


def hours(words: Words, found: Happening) -> bool:
    """After four hours with B: what is told of next; A squeezed in an hour with B."""
    before = words.low[max(found.unit[0], found.low - _LENGTH_REACH) : found.low]
    if words.low[found.high] in _ALONE and not (HOLDING | _AFTER).isdisjoint(before):
        return True
    if given_to(words, found) is not None:
        return True
    owned = "'s" in before
    if not owned and (_AFTER | _GRANTED).isdisjoint(before):
        return False
    with_ = words.low[found.high : found.high + 1] == ["with"]
    return with_ and object_sort(words, found.high + 1, found.unit[1]) == "somebody"


def given_to(words: Words, found: Happening) -> int | None:
    """The verb of "A gave B half an hour", "granted B an audience"; B is named right before it."""
    low = max(found.unit[0], found.low - _GIVEN_REACH)
    verb = next((at for at in range(found.low - 1, low, -1) if words.low[at] in _GIVES), None)
    if found.trigger.lemma not in _GIVEN or verb is None:
        return None
    length = range(verb + 1, found.low)
    return verb if any(phrases.person_at(words, at) for at in length) else None


def meals(words: Words, found: Happening) -> bool:
    """Tea that A had with B, or had B over for; a talk or an exchange that A had with B."""
    before = words.low[max(found.unit[0], found.low - _LENGTH_REACH) : found.low]
    with_ = words.low[found.high : found.high + 1] == ["with"]
    if found.trigger.lemma in _NEEDS_HOLDER:
        return with_ and not HOLDING.isdisjoint(before)
    over = words.low[found.low - 1] in ("for", "over", "to")
    return (with_ and (over or not HOLDING.isdisjoint(before))) or (over and "had" in before)


def audiences(words: Words, found: Happening) -> bool:
    """An audience that A had with B or granted B; not the audience of a play."""
    if words.low[found.high] == "with":
        return object_sort(words, found.high + 1, found.unit[1]) == "somebody"
    return given_to(words, found) is not None


def closeted(words: Words, found: Happening) -> bool:
    """A and B were closeted; A was closeted with B, caught up with B, called in B."""
    at, high = found.high, found.unit[1]
    if found.trigger.rest == "in":
        named = phrases.phrase_after(words, at, high)
        return named is not None and (
            any(phrases.person_at(words, i) for i in range(*named)) or apposed(words, at, high)
        )
    if words.low[at : at + 1] == ["with"]:
        return object_sort(words, at + 1, high) == "somebody"
    source = subject(words, found.low, found.unit)
    return (
        found.trigger.lemma == "closet"
        and source is not None
        and len(persons_between(words, *source)) > 1
    )


def rounds(words: Words, found: Happening) -> bool:
    """A round between A and B, of talks that the word leaves out; one that delegations began."""
    if words.low[found.high : found.high + 1] == ["between"]:
        return True
    behind = set(pairwise(words.low[found.high : found.high + _ROUND_REACH]))
    if behind & _ROUNDS_HELD:
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
    """A stood beside B at a news conference, told of as one "with B", or both held it."""
    at = found.high
    with_ = words.low[at : at + 1] == ["with"]
    before = words.low[max(found.unit[0], found.low - _LENGTH_REACH) : found.low]
    if not with_ and not HOLDING.isdisjoint(before):
        source = unit_subject(words, found.low, found.unit[0], found.unit[1])
        return source is not None and len(persons_between(words, *source)) > 1
    return with_ and object_sort(words, at + 1, found.unit[1]) == "somebody"
