"""A trigger found in a text."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.annotation.events.lexicon import Trigger
from dateline.annotation.quotations.words import Range


@dataclass(frozen=True, slots=True)
class Happening:
    """A trigger found in a unit, as word indices."""

    trigger: Trigger
    low: int
    high: int
    unit: Range
