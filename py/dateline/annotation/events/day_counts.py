"""Days counted from another: "the day after", "two days after A met B"."""

from __future__ import annotations

import re
from datetime import timedelta

from dateline import edtf
from dateline.annotation.events.happening import Happening
from dateline.annotation.quotations.words import Words
from dateline.annotation.times.words import SMALL_NUMBERS

# How many words may stand between a trigger and the time that follows it.
AFTER_REACH = 28
DAYS = frozenset({"day", "days"})  # a week may be six days, or nine
_MOST_DIGITS = 2
_DAY_AFTER = re.compile(r"(?:the|a) (?:day after|next day|following day|day later)", re.IGNORECASE)


def day_after(told: str, day: str, published: str | None) -> str | None:
    """The day after `day` when the words `told` mean that and it lies before publication."""
    if _DAY_AFTER.fullmatch(told) is None:
        return None
    held, last = edtf.parse(day).latest, edtf.parse(published).latest if published else None
    if held is None or (last is not None and held >= last):
        return None
    return (held + timedelta(days=1)).isoformat()


def days_between(words: Words, found: Happening) -> int:
    """How many days before the news something was, in "came two days after A met B"; else 0."""
    for at in range(found.low - 1, max(found.unit[0] + 1, found.low - AFTER_REACH), -1):
        if words.low[at] in (";", "that", "who"):
            return 0
        if words.low[at] == "after" and words.low[at - 1] in DAYS and words.low[at + 1] != ",":
            return count_of(words, at - 2)
    return 0


def count_of(words: Words, at: int) -> int:
    """The number that the word at `at` is: 1 for "a" and "the"; 0 for no number."""
    word = words.low[at]
    if word in ("a", "the"):
        return 1
    few = word.isdecimal() and len(word) <= _MOST_DIGITS
    return SMALL_NUMBERS.get(word) or (int(word) if few else 0)
