"""Whether an attribution denies what it reports."""

from __future__ import annotations

from dateline.annotation.quotations.closed import AUXILIARIES
from dateline.annotation.quotations.frame import Frame
from dateline.annotation.quotations.lexicon import CLAIMS, DENIERS
from dateline.annotation.quotations.verbs import BE
from dateline.annotation.quotations.words import QUOTE, Range, Words, word_set

_DENYING = frozenset({"deny", "dispute", "refute", "rebut", "disavow"})
_REJECTING = frozenset({"reject", "dismiss"})
# "Called the report pure fiction".
_NAMING = frozenset({"call", "describe", "label", "brand", "dub"})
_DENYING_VERBS = word_set("had has have did do does is are was were")
_POINTERS = frozenset({"that", "this", "it", "them", "these", "those", "which", "something"})
_NO_SUCH_REACH = 9
_NOT = frozenset({"not", "never", "n't"})
_FALSE_REACH = 5
FALSE = word_set(
    "false untrue wrong fiction nonsense baseless unfounded inaccurate incorrect fabricated "
    "invented fantasy lies lie fairy myth fabrication slander rubbish absurd"
)
_TRUE = word_set("true so right correct accurate")
# "This had not changed" tells of no change, and answers nobody.
_DATES = frozenset({"date", "dates", "day", "deadline", "timetable"})
_NO_ANSWER = frozenset({"this", "that", "nothing", "much"})


def denies(words: Words, frame: Frame) -> bool:
    """Whether the frame denies what it reports."""
    if frame.lemma in _DENYING:
        return True
    if frame.lemma in _REJECTING:
        said = words.low[frame.content[0] : frame.content[1]]
        return any(word in CLAIMS for word in said[:8]) or (len(said) == 1 and said[0] in _POINTERS)
    if frame.lemma in _NAMING:
        said = words.low[frame.content[0] : frame.content[1]]
        return not FALSE.isdisjoint(said) or "wide of the mark" in " ".join(said)
    return frame.lemma in DENIERS and _negated(words, frame.content)


def _negated(words: Words, content: Range) -> bool:
    """Whether a content opens by denying: "there had been no deal", "it did not know"."""
    low, high = content
    if low < high and words.low[low] in ("that", QUOTE) and words.low[low + 1] not in BE:
        low += 1
    if _no_such(words, low, high) or _called_false(words, low, high) or _no_date(words, low):
        return True
    if low < high and words.low[low] in _NO_ANSWER:
        return False
    direct = words.low[content[0]] == QUOTE
    for at in range(low + 1, min(high - 1, low + 5)):
        if words.low[at] in (",", ";", "that") or (words.inside[at] and not direct):
            return False
        if direct and words.low[at - 1] != "there":
            return False  # "There is no withdrawal": of other quotes the claim is not known
        if words.low[at] in _DENYING_VERBS:
            return _negation(words, at)
    return False


def _no_such(words: Words, low: int, high: int) -> bool:
    """Whether it opens with "no such deal", "he had given no such word", "knew of no such"."""
    end = min(high - 1, low + _NO_SUCH_REACH)
    return any(
        words.low[at] == "such" and words.low[at - 1] in ("no", "any") and _refuses(words, low, at)
        for at in range(low + 1, end)
    )


def _no_date(words: Words, low: int) -> bool:
    """Whether it opens with "no date had been fixed", "no dates were set"."""
    dated = words.low[low] == "no" and words.low[low + 1] in _DATES
    return dated and words.low[low + 2] in AUXILIARIES


def _refuses(words: Words, low: int, such: int) -> bool:
    return words.low[such - 1] == "no" or not _NOT.isdisjoint(words.low[low:such])


def _called_false(words: Words, low: int, high: int) -> bool:
    """Whether it calls what somebody told false: "the report was false", "that is not true"."""
    if words.low[low] in _POINTERS and words.low[low + 1] in BE:
        said = words.low[low + 2 : min(high, low + 5)]
        case = said == ["not", "the", "case"]
        negated = case or (said[:1] == ["not"] and not _TRUE.isdisjoint(said[1:2]))
        whole = high - low <= _FALSE_REACH + 1
        return whole and (negated or not FALSE.isdisjoint(said[:2]))
    for at in range(low + 1, min(high - 1, low + _FALSE_REACH)):
        if words.low[at] in BE and words.low[at - 1] in CLAIMS:
            return not FALSE.isdisjoint(words.low[at + 1 : at + 3])
    return False


def _negation(words: Words, auxiliary: int) -> bool:
    existential = words.low[auxiliary - 1] == "there"
    if words.low[auxiliary] in BE and not existential:
        return False
    if words.low[auxiliary + 1 : auxiliary + 3] == ["yet", "to"]:
        return True
    after = [word for word in words.low[auxiliary + 1 : auxiliary + 4] if word != "been"]
    if after[1:2] and after[0] == "no" and after[1] in ("more", "fewer", "less"):
        return False  # "there were no more than 18,000" gives a number
    if words.low[auxiliary] == "had" and after[1:2] in (["no"], ["none"], ["nobody"]):
        return words.low[auxiliary + 3 : auxiliary + 4] not in (["more"], ["fewer"], ["less"])
    return bool(after) and after[0] in ("no", "not", "never")
