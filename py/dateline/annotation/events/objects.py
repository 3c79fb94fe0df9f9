"""What follows a verb, and who its subject is: somebody, a thing, or nothing."""

from __future__ import annotations

from typing import Literal

from dateline.annotation.events.actors import subject
from dateline.annotation.events.happening import Happening
from dateline.annotation.events.lexicon import sense_words
from dateline.annotation.knowledge import words as knowledge
from dateline.annotation.quotations import closed, phrases, subjects
from dateline.annotation.quotations.lexicon import DOCUMENTS, PEOPLE
from dateline.annotation.quotations.words import Words, word_set

Sort = Literal["somebody", "thing", "nothing"]
_PRONOUNS = word_set("him her them us me you each one himself herself everyone anyone someone both")
_REFLEXIVE = frozenset({("each", "other"), ("one", "another")})
_ACTORS = frozenset({"person", "organization", "place"})
_TIME_OPENERS = word_set(
    "last next this earlier later again twice once yesterday today tonight tomorrow recently late "
    "early three two four several many face separately privately briefly there here in-person"
)
_TIME_NOUNS = word_set(
    "times time week month year weekend morning afternoon evening night day days years months "
    "weeks hours minutes"
)
# "Met behind closed doors", "met aboard a ferry"
_WHERE = word_set(
    "behind across aboard around outside inside beside beneath alongside along beyond off within "
    "below above throughout amongst"
)
# Plural nouns for people that end like these but are none.
_AGENTS = ("ers", "ors", "ists", "ians", "men", "women")
_NOT_AGENTS = sense_words("not_people")
_SOMEBODY = (PEOPLE - DOCUMENTS - sense_words("papers")) | sense_words("people_too")
_MERELY = word_set("only just")
_FACE_TO_FACE = word_set("one-on-one face-to-face tete-a-tete alone online")
_ADDRESS = frozenset(map(str.lower, knowledge("titles", "honorifics")))
_SEVERAL = word_set("two three four both pair duo trio")


def object_sort(words: Words, at: int, high: int) -> Sort:
    """What follows a verb that ends before `at`: somebody, a thing, or no object at all."""
    while at < high and words.mention[at] is None and _is_manner(words.low[at]):
        at += 1
    if at >= high:
        return "nothing"
    word, named = words.low[at], words.mention[at]
    if named is None:
        if word in _PRONOUNS or tuple(words.low[at : at + 2]) in _REFLEXIVE:
            return "somebody"
        if word == "reporters" or (word == "the" and words.low[at + 1] in _SEVERAL):
            return "somebody"
        if word in closed.WEEKDAYS or word in _TIME_OPENERS or not word[0].isalnum():
            return "nothing"
        if word in _WHERE:
            return "nothing"
    phrase = phrases.phrase_after(words, at, high)
    if phrase is None:
        return "nothing"
    return _head_sort(words, at, _base_end(words, *phrase))


def _is_manner(word: str) -> bool:
    """How they met, which is nobody they met: "met privately", "met one-on-one", "met only"."""
    return closed.is_adverb(word) or word in _FACE_TO_FACE or word in _MERELY


def _base_end(words: Words, low: int, high: int) -> int:
    """Where the phrase's first part ends: before "of", "in", "last week", behind a name."""
    for at in range(low + 1, high):
        if words.mention[at] is None and (
            words.low[at] in closed.INNER_PREPOSITIONS
            or words.low[at] in _TIME_OPENERS
            or words.low[at] == "by"
        ):
            return at
        if words.mention[at - 1] is not None and words.low[at] in closed.DETERMINERS:
            return at  # "met President Lee the same day"
    return high


def _head_sort(words: Words, low: int, high: int) -> Sort:
    named = words.mention[high - 1]
    if named is not None:
        return "somebody" if named.type in _ACTORS else "thing"
    head = words.low[high - 1]
    if head in _TIME_NOUNS and high - low <= 2:
        return "nothing"
    return "somebody" if is_somebody(head) else "thing"


def is_somebody(noun: str) -> bool:
    """Whether a common noun names people or a body of people."""
    if noun in _SOMEBODY:
        return True
    return noun.endswith(_AGENTS) and noun not in _NOT_AGENTS and len(noun) > 5


def subject_head(words: Words, found: Happening) -> str:
    """The last word of the subject's first part; `""` when there is no subject."""
    source = subject(words, found.low, found.unit)
    if source is None:
        return ""
    return words.low[_base_end(words, *source) - 1]


def apposed(words: Words, at: int, high: int) -> bool:
    """Whether a phrase names a person at its end: "with the group's organiser, B"."""
    return named_by(words, at, high) is not None


def named_by(words: Words, start: int, high: int) -> str | None:
    """The person that the phrase at `start` names at its end, or right behind it."""
    phrase = phrases.phrase_after(words, start, high)
    if phrase is None:
        return None
    behind = phrase[1] + (words.low[phrase[1]] == ",")
    if words.low[behind] in _ADDRESS and words.mention[behind] is None:
        behind += 1 + (words.low[behind + 1] == ".")  # "its chief, Dr B"
    for at in (phrase[1] - 1, behind):
        named = words.mention[at]
        if named is not None and named.type == "person":
            return named.entity
    return None


def is_passive(words: Words, found: Happening) -> bool:
    """Whether a form of "be" stands before the participle."""
    if found.trigger.tense != "past":
        return False
    end = subjects.before_verb(words, found.low, found.unit[0])
    return any(words.low[at] in BE for at in range(end, found.low))


BE = word_set("is are was were be been being 's")
