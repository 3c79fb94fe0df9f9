"""Promises that are only spoken of: "the costs that she had promised to publish are high"."""

from __future__ import annotations

from dateline.annotation.quotations import closed
from dateline.annotation.quotations.lexicon import REPORTING
from dateline.annotation.quotations.words import Range, Words, word_set

_RECALLED_IN = word_set("in on last earlier this at by")
_RECALLED_REACH = 5
_CLAUSES = word_set("that what which who if")
_THEY = word_set("they he she it we")
_TIMES = word_set("last this next earlier yesterday today")
_TIME_LENGTH = 2


def only_recalled(words: Words, at: int, high: int) -> bool:
    """Whether the verb only tells of what something is: "a group promised in May will meet"."""
    if words.low[at + 1] not in _RECALLED_IN:
        return False
    for word in words.low[at + 2 : min(high, at + 2 + _RECALLED_REACH)]:
        if word in closed.AUXILIARIES - {"may"}:
            return True
        if word in ("that", "to", ",", ";", "it", "he", "she", "they"):
            return False
    return False


def refers_back(words: Words, at: int, source: Range, low: int) -> bool:
    """Whether a promise is only spoken of: "the men whom she promised to free have been sold"."""
    that = source[0] - 1
    if words.low[source[0]] in _THEY and that > low and _is_noun(words, that):
        return True  # "the meeting they agreed to hold is being prepared"
    relative = that - 1 > low and words.low[that] in ("that", "which", "whom")
    return relative and words.low[that - 1] not in REPORTING


def _is_noun(words: Words, at: int) -> bool:
    """Whether a thing stands at `at` that is told of with an article: "the meeting"."""
    word = words.low[at]
    plain = words.mention[at] is None and word.isalpha() and word not in REPORTING
    return plain and words.low[at - 1] in ("the", "a", "an")


def tells_more(words: Words, action: Range) -> bool:
    """Whether the sentence goes on to tell what became of it: "never appeared", "are high"."""
    rest = words.low[action[0] + 2 : action[1]]
    clause = next((at for at, word in enumerate(rest) if word in _CLAUSES), len(rest))
    return "never" in rest or not (closed.AUXILIARIES - {"may"}).isdisjoint(rest[:clause])


def only_time(words: Words, action: Range) -> bool:
    """Whether nothing but a time follows: "the scheme, promised last month, was launched"."""
    low, high = action
    low += words.low[low] == "on"
    high = next((at for at in range(low, high) if words.low[at] == ","), high)
    return words.low[low] in _TIMES and high - low <= _TIME_LENGTH
