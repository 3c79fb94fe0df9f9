"""Whether an attribution denies what it reports."""

from __future__ import annotations

from dateline.annotation.quotations.frame import Frame
from dateline.annotation.quotations.lexicon import CLAIMS, DENIERS
from dateline.annotation.quotations.verbs import BE
from dateline.annotation.quotations.words import QUOTE, Range, Words, word_set

_DENYING = frozenset({"deny", "dispute", "refute", "rebut", "disavow"})
_REJECTING = frozenset({"reject", "dismiss"})
_DENYING_VERBS = word_set("had has have did do does is are was were")
_POINTERS = frozenset({"that", "this", "it", "them", "these", "those"})
# "This had not changed" tells of no change, and answers nobody.
_NO_ANSWER = frozenset({"this", "that", "nothing", "much"})


def denies(words: Words, frame: Frame) -> bool:
    """Whether the frame denies what it reports."""
    if frame.lemma in _DENYING:
        return True
    if frame.lemma in _REJECTING:
        said = words.low[frame.content[0] : frame.content[1]]
        return any(word in CLAIMS for word in said[:8]) or (len(said) == 1 and said[0] in _POINTERS)
    return frame.lemma in DENIERS and _negated(words, frame.content)


def _negated(words: Words, content: Range) -> bool:
    """Whether a content opens by denying: "there had been no deal", "it did not know"."""
    low, high = content
    if low < high and words.low[low] in ("that", QUOTE):
        low += 1
    if words.low[low : low + 2] == ["no", "such"]:
        return True
    if low < high and words.low[low] in _NO_ANSWER:
        return False
    for at in range(low + 1, min(high - 1, low + 5)):
        if words.low[at] in (",", ";", "that") or words.inside[at]:
            return False
        if words.low[at] in _DENYING_VERBS:
            return _negation(words, at)
    return False


def _negation(words: Words, auxiliary: int) -> bool:
    existential = words.low[auxiliary - 1] == "there"
    if words.low[auxiliary] in BE and not existential:
        return False
    after = [word for word in words.low[auxiliary + 1 : auxiliary + 3] if word != "been"]
    return bool(after) and after[0] in ("no", "not", "never")
