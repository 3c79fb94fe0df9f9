"""Who signs a paper, with whom: "signed by A, by B and, for C, by D", "a treaty with B"."""

from __future__ import annotations

from dateline.annotation.events.happening import Happening
from dateline.annotation.events.lexicon import BUILDINGS
from dateline.annotation.events.partners import partners
from dateline.annotation.quotations import closed, phrases
from dateline.annotation.quotations.words import Words, word_set

# "Signed a five-year trade agreement with B"
_PAPER_REACH = 8
_BY_REACH = 14
_SIGNED_WHERE = (
    closed.WEEKDAYS | phrases.MONTHS | BUILDINGS | word_set("on in at the a capital city ceremony")
)


def signed_by(words: Words, found: Happening) -> list[str]:
    """Who signed, in "was signed (on Tuesday) by A and B", "by A, by B and, for C, by D"."""
    for at in range(found.high, min(found.unit[1], found.high + _BY_REACH)):
        if words.low[at] == "by":
            named = partners(words, at, found.unit[1], False)
            return [*named, *_by_others(words, at + 1, found.unit[1])] if named else []
        there = words.mention[at]
        where = there is not None and there.type == "place"
        if not (where or words.low[at] in _SIGNED_WHERE or words.low[at].isdigit()):
            return []
    return []


def _by_others(words: Words, low: int, high: int) -> list[str]:
    """B and D in "was signed by A, by B and, on behalf of C, by D"."""
    return [
        name
        for at in range(low, high)
        if words.low[at] == "by" and words.low[at - 1] in (",", "and")
        for name in partners(words, at, high, False)
    ]


def signed_with(words: Words, found: Happening) -> list[str]:
    """With whom a paper is signed: "signed a treaty with B"."""
    for at in range(found.high, min(found.unit[1] - 1, found.high + _PAPER_REACH)):
        if words.low[at] == "with":
            return partners(words, at, found.unit[1], True)
        if words.low[at] in (",", ";", "that", "to", "who", "which"):
            return []
    return []
