"""Who leads the sides to talks: "the Peruvian delegation, led by A, and the team under B"."""

from __future__ import annotations

from dateline.annotation.events.partners import partners
from dateline.annotation.quotations.words import Range, Words, word_set

_SIDES = word_set("delegation team side negotiators delegates officials")
_LED_BY = (["led", "by"], ["headed", "by"])
_REACH = 5


def heads_of_delegations(words: Words, unit: Range) -> list[str]:
    """The persons whom a unit names as the leaders of its sides, in order."""
    low, high = unit
    named: list[str] = []
    for at in range(low, high - 2):
        if words.low[at] not in _SIDES or words.mention[at] is not None:
            continue
        for behind in range(at + 1, min(high - 2, at + 1 + _REACH)):
            if words.low[behind] == "under" or words.low[behind - 1 : behind + 1] in _LED_BY:
                named += partners(words, behind + 1, high, False)[:1]
                break
    return list(dict.fromkeys(named))
