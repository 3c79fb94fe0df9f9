"""What another denies in the same breath: "A says it was hers, which B denies".

The clause behind the comma is no part of what A says.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dateline.annotation.quotations import subjects
from dateline.annotation.quotations.complements import names_somebody
from dateline.annotation.quotations.frame import Frame
from dateline.annotation.quotations.lexicon import CLAIMS, CUES, Cue
from dateline.annotation.quotations.words import Range, Words, word_set

_WHICH = word_set("which something")
_THAT = word_set("that which")
_SAID = CLAIMS | word_set("account version figure contention accusation number sum")
_ARTICLES = word_set("a an the")
_AFTER = word_set(", . ; and but")
_SOURCE_LENGTH = 12
"""Words of "the government of the eastern province" at most."""


def told_apart(words: Words, frame: Frame) -> Iterator[Frame]:
    """A frame, and the denial that its content ends in, each for itself."""
    low, high = frame.content
    for comma in range(low + 1, high - 2):
        if words.low[comma] != "," or words.inside[comma]:
            continue
        denial = _denial(words, comma + 1, high)
        if denial is not None:
            yield replace(frame, content=(low, comma))
            yield denial
            return
    yield frame


def _denial(words: Words, start: int, high: int) -> Frame | None:
    """The attribution in "which B denies", "a claim that B has rejected", at `start`."""
    pointer = _pointer(words, start)
    if pointer is None:
        return None
    low = pointer[1] + (words.low[pointer[1]] in _THAT and words.low[start] not in _THAT)
    for at in range(low + 1, min(high, low + _SOURCE_LENGTH)):
        cue = _denies(words, at)
        if cue is None:
            continue
        end = subjects.before_verb(words, at, low)
        over = at + 1 >= high or words.low[at + 1] in _AFTER
        if over and end > low and names_somebody(words, (low, end)):
            return Frame(pointer, (at, at + 1), (low, end), cue.lemma)
        return None
    return None


def _pointer(words: Words, start: int) -> Range | None:
    """The words that point back to what is denied: "which", "a claim"."""
    if words.low[start] in _WHICH:
        return start, start + 1
    told = words.low[start] in _ARTICLES and words.low[start + 1] in _SAID
    return (start, start + 2) if told else None


def _denies(words: Words, at: int) -> Cue | None:
    if words.mention[at] is not None or words.inside[at]:
        return None
    cues = (cue for cue in CUES.get(words.low[at], ()) if "deny" in cue.classes and not cue.rest)
    return next((cue for cue in cues if cue.tense in ("past", "s", "base")), None)
