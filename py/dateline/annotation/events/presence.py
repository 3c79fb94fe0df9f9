"""Who else was there: phrases that add one more to an encounter told of.

talks hosted by C · with C at the table · C was also present · at which C presided · C joined them
"""

from __future__ import annotations

from dateline.annotation.events.actors import actors, persons_between, subject
from dateline.annotation.events.happening import Happening
from dateline.annotation.events.lexicon import ENCOUNTERS, HOLDING, HOSTED, TRIGGERS
from dateline.annotation.events.objects import BE, object_sort
from dateline.annotation.events.partners import partners
from dateline.annotation.events.sittings import leads
from dateline.annotation.quotations import phrases
from dateline.annotation.quotations.words import Range, Words, word_set

# "With the envoy of the Union for the region, C, at the table"
_WITH_REACH = 22
_OBJECT_REACH = 6
_SUBJECT_REACH = 14
_BEFORE = {"table": "at", "room": "in", "chair": "in"}
_SET_OFF = word_set(", and")
_STOPS = word_set("; that who which while but")
UNDER = word_set("eye eyes gaze chairmanship auspices")
"""What talks are held under: "under the eye of C"."""
_THEM = word_set("them both")
_PAIR = word_set("two three leaders pair duo trio ministers men women sides delegations")
_DEFINITE = word_set("the both these this those their his her")
_SESSIONS = word_set("session sessions discussions ceremony gathering")
_CEREMONIES = word_set(
    "ceremony event rally dinner lunch breakfast reception opening launch parade service"
)
_CHAIRED = word_set("chaired led headed opened")
_CHAIR_REACH = 12
_SEATED = word_set("sat sitting seated stood standing")


def is_there(words: Words, found: Happening) -> bool:
    """Whether the words tell that somebody named was at what is told of."""
    if found.trigger.lemma == "presence":
        return words.low[found.low - 2 : found.low] in (["in", "the"], ["in", "his"], ["in", "her"])
    if found.trigger.lemma in UNDER:
        return words.low[found.low - 2 : found.low] == ["under", "the"]
    if found.trigger.lemma in ("guest", "guests"):
        return "as" in words.low[found.low - 2 : found.low]
    if found.trigger.noun:
        return who_is_there(words, found) is not None
    if found.trigger.lemma == "join":
        past = found.trigger.tense == "past"
        return past and (_joins(words, found) or bool(joined(words, found)))
    if found.trigger.lemma == "attend":
        return found.trigger.tense == "past" and _encounter(words, found.high, found.unit[1])
    return found.trigger.lemma != "look" or _with(words, found.low, found.unit[0]) is not None


def who_is_there(words: Words, found: Happening) -> Range | None:
    """The phrase that names them; `None` when the words only look like it."""
    low = found.unit[0]
    if not found.trigger.noun:
        beside = _with(words, found.low, low) if found.trigger.tense == "ing" else None
        return beside or subject(words, found.low, found.unit)
    start = _start(words, found)
    if start is None or start - 1 <= low:
        return None
    named = _with(words, start, low)
    if named is not None or found.trigger.lemma == "them":
        return named
    verb = start - 1 - (words.low[start - 1] == "also")
    if words.low[verb] not in BE and words.low[verb] not in _SEATED:
        return None
    return subject(words, verb, found.unit)


def hosted(words: Words, found: Happening) -> bool:
    """Talks chaired or attended by somebody; A and B, hosted by C."""
    if guests_of(words, found):
        return True
    if (
        found.trigger.lemma == "attended"
        and len(partners(words, found.high, found.unit[1], False)) > 1
    ):
        return _of_session(words, found)
    if found.trigger.lemma == "attended" and (chaired_by(words, found) or _held(words, found)):
        return _of_session(words, found)
    # "The session was chaired by C": a body's own, as often as not.
    return words.low[found.low - 2] not in _SESSIONS and leads(words, found)


def _held(words: Words, found: Happening) -> bool:
    """Whether the sentence tells who held the session: "A chaired a meeting attended by B"."""
    return not HOLDING.isdisjoint(words.low[found.unit[0] : found.low])


def chaired_by(words: Words, found: Happening) -> set[str]:
    """The persons of "was chaired by C and attended by D", before "attended"."""
    low, at = found.unit[0], found.low - 1
    chaired = range(max(low, at - _CHAIR_REACH), at) if words.low[at] == "and" else range(0)
    by = next((i for i in chaired if words.low[i] in _CHAIRED and words.low[i + 1] == "by"), None)
    return persons_between(words, by, at) if by is not None else set()


def guests_of(words: Words, found: Happening) -> frozenset[str]:
    """A and B in "A and B, hosted by C, signed"."""
    low, comma = found.unit[0], found.low - 1
    if found.trigger.lemma not in HOSTED or words.low[comma] != ",":
        return frozenset()
    source = phrases.phrase_before(words, comma, low)
    ids = actors(words, source) if source and phrases.person_at(words, comma - 1) else []
    return frozenset(ids if len(ids) > 1 else ())


def _of_session(words: Words, found: Happening) -> bool:
    """Whether a session is what was attended: "The first session, on Monday, was attended by"."""
    for at in range(found.low - 1, max(found.unit[0] - 1, found.low - _SUBJECT_REACH), -1):
        word = words.low[at]
        if words.mention[at] is None and any(
            t.noun and t.kind == "meeting" for t in TRIGGERS.get(word, ())
        ):
            return True
        if word in _SESSIONS:
            return True
        if word in _STOPS:
            return False
    return False


def _start(words: Words, found: Happening) -> int | None:
    """Where "at the table", "in the room", "in attendance", "present", "between them" begins."""
    at, lemma = found.low, found.trigger.lemma
    if lemma == "present":
        return at
    if lemma == "attendance":
        return at - 1 if words.low[at - 1] == "in" else None
    if lemma == "them":
        return at - 1 if words.low[at - 1] == "between" else None
    there = words.low[at - 1] == "the" and words.low[at - 2] == _BEFORE[lemma]
    return at - 2 if there else None


def _with(words: Words, end: int, low: int) -> Range | None:
    """The phrase of "with C" that ends before `end`, when it names somebody right there."""
    comma = words.low[end - 1] == ","
    named = words.mention[end - 1 - comma]
    if named is None:
        return None
    for at in range(end - 1, max(low, end - _WITH_REACH), -1):
        if words.mention[at] is not None:
            continue
        if words.low[at] == "with":
            return (at + 1, end) if actors(words, (at + 1, end)) else None
        if words.low[at] in _STOPS:
            return None
    return None


def _joins(words: Words, found: Happening) -> bool:
    """Joined them, the two leaders, the talks: not a party, nor a bank."""
    at = found.high
    if words.low[at] in _THEM:
        return True
    if words.low[at] not in _DEFINITE:
        return False
    rest = words.low[at + 1 : at + 3]
    return not _PAIR.isdisjoint(rest) or _encounter(words, at, found.unit[1])


def joined(words: Words, found: Happening) -> list[str]:
    """B and C in "At a ceremony on Tuesday, A joined B and C to open it"."""
    front = words.low[found.unit[0] : found.low]
    if found.trigger.lemma != "join" or _CEREMONIES.isdisjoint(front):
        return []
    if object_sort(words, found.high, found.unit[1]) != "somebody":
        return []
    return partners(words, found.high, found.unit[1], False)


def _encounter(words: Words, at: int, high: int) -> bool:
    """Whether a meeting told of before is the object: "the meeting", "both sessions"."""
    if words.low[at] not in _DEFINITE:
        return False
    for index in range(at + 1, min(high, at + _OBJECT_REACH)):
        word = words.low[index]
        told = any(t.noun and t.kind in ENCOUNTERS for t in TRIGGERS.get(word, ()))
        if told or word in _SESSIONS:
            return True
        if words.mention[index] is not None or not word.isalpha():
            return False
    return False
