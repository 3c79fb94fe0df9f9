"""Who acts in a happening that a verb tells of: its subject, wherever the sentence names it."""

from __future__ import annotations

from dateline.annotation.events.actors import (
    actors,
    clause_subject,
    of_first_verb,
    persons_between,
    subject,
)
from dateline.annotation.events.happening import Happening
from dateline.annotation.quotations import phrases
from dateline.annotation.quotations.lexicon import REPORTING
from dateline.annotation.quotations.words import Range, Words, word_set
from dateline.annotation.times.verbs import PAST_FORMS

_PAST = frozenset(PAST_FORMS)
_ALSO = word_set("later also then earlier")


def subject_of(words: Words, found: Happening) -> Range | None:
    """The subject of a happening's verb: of "among those who met A was B" it is B."""
    source = _subject_told(words, found)
    those = source is not None and words.low[source[0] : source[1]] == ["those"]
    return _among_those(words, found, source[0]) if those and source is not None else source


def _among_those(words: Words, found: Happening, those: int) -> Range | None:
    """B in "B was among those who met A" and in "Among those who met A was B"."""
    low, high = found.unit
    if words.low[those - 1] != "among":
        return None
    if those - 1 > low:
        return subject(words, those - 1, found.unit)
    was = next((at for at in range(found.high, high) if words.low[at] in ("was", "were")), high)
    return clause_subject(words, was + 1, high)


def _subject_told(words: Words, found: Happening) -> Range | None:
    low = found.unit[0]
    if words.low[found.low - 1] == "having":
        return _of_having(words, found)
    if found.trigger.tense != "ing" or after_be(words, found.low, low):
        return subject(words, found.low, found.unit)
    if words.low[found.low - 1] == "," and phrases.person_at(words, found.low - 2):
        apposed = phrases.phrase_before(words, found.low - 1, low)
        if apposed is not None and len(actors(words, apposed)) > 1:
            return apposed  # "A and B, meeting in Rome, agreed"
    seen = found.low - 2 >= low and after_be(words, found.low - 1, low)
    if words.low[found.low - 1] in ("after", "before") and words.low[found.low - 2] in REPORTING:
        return subject(words, found.low - 2, found.unit)  # "A said after hosting B"
    if seen:  # "A and B were photographed shaking hands"
        return subject(words, found.low - 1, found.unit)
    main = _main_subject(words, found)
    after = words.low[found.low - 1] == "after" and len(persons_between(words, low, found.low)) == 1
    # "A resigned on Friday, a day after meeting B"; "A flew home after meeting B"
    return main or (of_first_verb(words, low, found.low - 1) if after else None)


def _of_having(words: Words, found: Happening) -> Range | None:
    """A in "A, having met B in Rome, left" and in "Having met B in Rome, A left"."""
    low, at = found.unit[0], found.low - 2
    if at <= low or words.low[at] != ",":
        return _main_subject(words, found)
    before = phrases.phrase_before(words, at, low)
    alone = before is not None and not _PAST.intersection(words.low[slice(*before)])
    return before if alone and before is not None and before[0] == low else None


def after_be(words: Words, at: int, low: int) -> bool:
    """Whether a form of "be" makes the verb at `at` passive, over "later" and "also"."""
    at -= at > low and words.low[at - 1] in _ALSO  # "was later received"
    return at > low and words.low[at - 1] in ("is", "are", "was", "were", "been", "be")


def _main_subject(words: Words, found: Happening) -> Range | None:
    """The subject of the main clause after a participle: "After meeting B, A left"."""
    for at in range(found.high, min(found.unit[1], found.high + 25)):
        if words.low[at] == "," and not words.inside[at]:
            return clause_subject(words, at + 1, found.unit[1])
    return None
