"""Where somebody is for what an infinitive tells: "was back in Rome, this time to see B"."""

from __future__ import annotations

from dateline.annotation.events.lexicon import WENT
from dateline.annotation.quotations.words import Words, word_set

_IS = word_set("was were due be")
_USED = word_set("used interrupted extended broke made")
_STOPOVERS = word_set("stopover layover stop detour visit trip break journey")
_AT = word_set("in at")
_MOTION_REACH = 12
_ASIDES = (["this", "time"], ["again"])


def is_there_for(words: Words, at: int, to: int) -> bool:
    """Whether "was (back) in", "is due in" or "used a stopover" goes before the "to" of an errand.

    `at` is the index of the verb, `to` that of the "to".
    """
    if words.low[at] in _USED:
        return not _STOPOVERS.isdisjoint(words.low[at + 1 : to])
    where = at + 1 + (words.low[at + 1] == "back")
    return words.low[at] in _IS and words.low[where] in _AT


def once_more(words: Words, comma: int, to: int) -> bool:
    """Whether only an aside parts the infinitive from its verb: "was in Rome, this time to"."""
    return words.low[comma] == "," and words.low[comma + 1 : to] in _ASIDES


def before_aside(words: Words, to: int) -> int:
    """The comma before "this time to", else `to` itself."""
    for aside in _ASIDES:
        comma = to - len(aside) - 1
        if comma > 0 and words.low[comma] == "," and words.low[comma + 1 : to] == aside:
            return comma
    return to


def gone_before(words: Words, to: int, low: int) -> bool:
    """Whether somebody went to do what the infinitive tells whose "to" stands at `to`."""
    for at in range(to - 1, max(low, to - _MOTION_REACH) - 1, -1):
        if words.mention[at] is not None:
            continue
        if words.low[at] in WENT or is_there_for(words, at, to):
            return True
        if words.low[at] in (",", ";", "that", "and") and not once_more(words, at, to):
            return False
    return False
