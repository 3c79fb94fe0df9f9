"""Who is named elsewhere in a sentence that tells of talks by a noun: beside it, not around it."""

from __future__ import annotations

from dateline.annotation.events.actors import clause_subject, persons_between
from dateline.annotation.events.clauses import acts_on
from dateline.annotation.events.happening import Happening
from dateline.annotation.events.lexicon import ENCOUNTERS, HOLDING
from dateline.annotation.events.partners import partners
from dateline.annotation.quotations.words import Words, word_set
from dateline.annotation.times.words import ORDINALS

_TWO = 2
_HOLDER_REACH = 6
_LATE_LIST = 14
_OPENING = word_set("at during in after since before")
_DIARIES = word_set("diary diaries calendar schedule agenda logs")
_HELD_BY = tuple([verb, "by"] for verb in ("held", "led", "headed", "chaired"))
_TALKS = word_set("talks negotiations meetings")
_DURING = word_set("during at in")


def named_besides(
    words: Words, found: Happening, start: int, first: str, ids: set[str]
) -> set[str]:
    """Who else a sentence names, where the talks are one's own, theirs or told of by a relative.

    "A recalled her talks with B", "at their Rome meeting A had promised B", "A's diary shows a
    meeting with B", "talks that A held with B", "a round held in Rome by A and B", "the summit in
    Rome, the third between A and B", "A urged B to reopen it during talks in Rome".
    """
    low, high = found.unit
    before = persons_between(words, low, start)
    if first in ("her", "his") and len(ids) == 1:
        return before if len(before - ids) == 1 else set()
    if first == "their" and words.low[low] in _OPENING and not ids:
        persons = persons_between(words, found.high, high)
        return persons if len(persons) == _TWO else set()
    diary = ids and not _DIARIES.isdisjoint(words.low[low:start])
    if diary and len(before - ids) == 1:
        return before
    if words.low[found.high] in ("that", "which"):
        persons = persons_between(words, found.high, min(high, found.high + _LATE_LIST))
        held = not HOLDING.isdisjoint(words.low[found.high : found.high + _HOLDER_REACH])
        return persons if held and len(persons) == _TWO else set()
    if not ids and (numbered := _numbered(words, found) or _at_talks(words, found, start)):
        return numbered
    by = range(found.high, min(high - 1, found.high + _LATE_LIST))
    led = next((at for at in by if words.low[at : at + 2] in _HELD_BY), None)
    return set() if led is None or ids else set(partners(words, led + 2, high, False))


def _numbered(words: Words, found: Happening) -> set[str]:
    """A and B in "the summit in Rome, the third between A and B", "was the first for A and B"."""
    high = found.unit[1]
    if found.trigger.kind not in ENCOUNTERS:
        return set()
    for at in range(found.high, min(high - 1, found.high + _LATE_LIST)):
        if words.low[at] in ("between", "for") and words.low[at - 1] in ORDINALS:
            named = set(partners(words, at + 1, high, False))
            return named if len(named) == _TWO else set()
        if words.low[at] in (";", "that", "who"):
            break
    return set()


def _at_talks(words: Words, found: Happening, start: int) -> set[str]:
    """A and B in "A urged B to reopen it during talks in Rome"."""
    low = found.unit[0]
    bare = start == found.low and found.trigger.lemma in _TALKS
    if not bare or words.low[start - 1] not in _DURING:
        return set()
    source = clause_subject(words, low, start)
    return acts_on(words, source, start) if source is not None else set()
