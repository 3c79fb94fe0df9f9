"""Whom somebody tells: "reporters", "Kim", "a news conference", before what is told."""

from __future__ import annotations

from dateline.annotation.quotations import closed, phrases
from dateline.annotation.quotations.lexicon import PEOPLE, RECIPIENTS
from dateline.annotation.quotations.words import Words

_LISTENER_LENGTH = 5


def addressed(words: Words, at: int, end: int) -> bool:
    """Whether "to" goes before a listener and not before a verb."""
    if at >= end:
        return False
    word = words.low[at]
    listener = word in RECIPIENTS or word in closed.DETERMINERS or word in PEOPLE
    return listener or words.mention[at] is not None


def past_recipient(words: Words, start: int, end: int) -> int:
    """Past "reporters", "him", "Kim", "a news conference"."""
    if words.low[start] in RECIPIENTS and words.mention[start] is None:
        return start + 1
    if words.mention[start] is not None or words.low[start] in closed.DETERMINERS:
        named = phrases.past_mention(words, start, end) if words.mention[start] else start
        if start < named < end and words.low[named] in closed.DETERMINERS | closed.PRONOUNS:
            return named  # "told Kim the plan was dead"
        found = phrases.phrase_after(words, start, end)
        return _first_listener(words, *found) if found else start
    return _past_listener(words, start, end)


def _first_listener(words: Words, low: int, high: int) -> int:
    """The end of "the commission" in "told the commission one of the factors was"."""
    for at in range(low + 2, high):
        opens = words.mention[at] is None and words.low[at] in closed.DETERMINERS
        if opens and words.low[at - 1] not in closed.INNER_PREPOSITIONS:
            return at
    return high


def _past_listener(words: Words, start: int, end: int) -> int:
    """Past the plain words of "assured nervous customers that"; `start` when no "that" follows."""
    for at in range(start, min(end, start + _LISTENER_LENGTH)):
        if words.low[at] == "that":
            return at
        if phrases.boundary(words, at) or words.low[at] in closed.INNER_PREPOSITIONS - {"of"}:
            return start
    return start
