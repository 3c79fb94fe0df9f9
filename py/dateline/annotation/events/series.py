"""Encounters told in a row behind one trigger: "met in Geneva in March and again in Oslo in June".

Each further pair of a place and a time is one more encounter of the same parties. A pair that
opens the next clause ("and in Oslo in June, crowds") is none. "With A on Sunday and with B on
Monday" is one with each of them. Of "met twice this year, in Geneva in March and in Oslo in June"
the year is no encounter's date, but what is counted over.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from dateline.annotation.events.actors import persons_between
from dateline.annotation.events.happening import Happening
from dateline.annotation.events.when import Dates
from dateline.annotation.quotations.lexicon import REPORTING
from dateline.annotation.quotations.phrases import past_mention
from dateline.annotation.quotations.words import QUOTE, Range, Words, word_set
from dateline.model import Timex

_FIRST_REACH = 14
_COUNT_REACH = 4
"""`Met with B only twice`."""
_WINDOW = 8
"""Words of `twice in the past two years` before the comma."""
_TIMES = word_set("once twice times")
_LATEST = word_set("both most recently last first the time")
_BREAKS = word_set("; that who whom which where when but because while although")
_PLACED = word_set("in at")
_TIMED = word_set("in on during")
_JOINING = word_set(", and")
_ONCE_MORE = word_set("again then later")
_ENDS = word_set(". , ; : and but to for before after when where as")


class Further(NamedTuple):
    """Where and when one more encounter was, and the range of words that tells it."""

    low: int
    high: int
    place: str | None
    timex: Timex


def further(words: Words, found: Happening, dates: Dates, first: Timex) -> Iterator[Further]:
    """The encounters after the one that `first` dates, in order."""
    end = found.unit[1]
    at = _past_first(words, found, dates, first)
    lone = True
    while at is not None:
        low, again = _past_joint(words, at, end)
        pair = _pair(words, low, dates, again) if low > at else None
        if pair is None or pair.high > end or not _closes(words, pair.high, end):
            return
        opens = "," in words.low[at:low] and words.low[pair.high] == ","
        if lone and opens and not again:
            return  # "and in Oslo in June, crowds"
        yield pair
        at, lone = pair.high, False


def next_partner(
    words: Words, found: Happening, dates: Dates, first: Timex
) -> tuple[Range, Timex] | None:
    """B and the day in "spoke with A on Sunday and with B on Monday"; `None` without them.

    The range begins behind "and" and ends before the day.
    """
    end = found.unit[1]
    reach = range(found.high, min(end, found.high + _FIRST_REACH))
    told = ((at, dates.opening(at)) for at in reach)
    past = next((opens[1] for _, opens in told if opens is not None and opens[0] is first), end)
    if past >= end - 1 or words.low[past] != "and":
        return None
    for at in range(past + 1, min(end, past + _FIRST_REACH)):
        if (opens := dates.opening(at)) is not None:
            last = at - (words.low[at - 1] in _TIMED)
            last -= words.low[last - 1] == ","
            # "And B on Monday", "and B, president of the guild, on Monday"
            one = len(persons_between(words, past + 1, last)) == 1
            named = words.mention[past + 1] if words.low[last] == "," else words.mention[last - 1]
            person = named is not None and named.type == "person"
            return ((past + 1, last), opens[0]) if person and one else None
        if words.low[at] in _BREAKS | REPORTING and words.mention[at] is None:
            return None
    return None


def counted(words: Words, found: Happening, dates: Dates) -> Iterator[Further]:
    """The encounters told one by one behind how many there were, in order.

    "Met three times, most recently in Oslo in June" tells one of them.
    """
    end = found.unit[1]
    reach = range(found.high, min(end, found.high + _COUNT_REACH))
    count = next((at for at in reach if words.low[at] in _TIMES), end)
    comma = next((at for at in range(count, end) if words.low[at] in (",", ":", "-", "—")), end)
    if comma - count > _WINDOW or _BREAKS.intersection(words.low[count:comma]):
        return
    at, low = comma, comma + 1
    while low < end and words.low[low] in _LATEST:
        low += 1
    while low > at and (pair := _pair(words, low, dates, again=low > comma + 1)) is not None:
        if pair.high > end or not _closes(words, pair.high, end):
            return
        yield pair
        at = pair.high
        low, _ = _past_joint(words, at, end)


def _past_first(words: Words, found: Happening, dates: Dates, first: Timex) -> int | None:
    for at in range(found.high, min(found.unit[1], found.high + _FIRST_REACH)):
        if words.low[at] in _BREAKS:
            return None
        pair = _pair(words, at, dates, again=False)
        if pair is not None and words.low[at] in _PLACED | _TIMED:
            return pair.high if pair.timex is first else None
    return None


def _past_joint(words: Words, at: int, end: int) -> tuple[int, bool]:
    """Past ", and again", and whether "again" is told; `at` itself where nothing joins."""
    low = at
    while low < end and words.low[low] in _JOINING:
        low += 1
    again = low > at and words.low[low] in _ONCE_MORE
    return low + again, again


def _pair(words: Words, at: int, dates: Dates, again: bool) -> Further | None:
    """A place and a time, whichever comes first; the time alone behind "again"."""
    place, high = _place(words, at)
    timex, high = _time(words, high, dates)
    if timex is None or (place is None and not again):
        timex, high = _time(words, at, dates)
    if place is None:
        place, high = _place(words, high)
    if timex is None or (place is None and not again):
        return None
    return Further(at, high, place, timex)


def _time(words: Words, at: int, dates: Dates) -> tuple[Timex | None, int]:
    """A time and the word behind it, past "on"."""
    return dates.opening(at) or dates.opening(at + (words.low[at] in _TIMED)) or (None, at)


def _place(words: Words, at: int) -> tuple[str | None, int]:
    """A place's id and the word behind it, past "in"; no id where none is named."""
    name = at + (words.low[at] in _PLACED)
    mention = words.mention[name]
    if mention is None or mention.type != "place" or mention.kind != "name":
        return None, at
    return mention.entity, past_mention(words, name, len(words.mention))


def _closes(words: Words, at: int, end: int) -> bool:
    return at >= end or words.low[at] in _ENDS or words.low[at] == QUOTE
