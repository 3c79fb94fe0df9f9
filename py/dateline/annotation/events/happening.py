"""A trigger found in a text."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.annotation.events.lexicon import Trigger
from dateline.annotation.quotations.words import Range, Words


@dataclass(frozen=True, slots=True)
class Happening:
    """A trigger found in a unit, as word indices."""

    trigger: Trigger
    low: int
    high: int
    unit: Range


def behind(words: Words, found: Happening) -> int:
    """The word after a trigger, past the "that" of "the trip that she made to Rome"."""
    made = found.trigger.noun and found.trigger.kind == "visit"
    return found.high + (made and words.low[found.high : found.high + 1] == ["that"])
