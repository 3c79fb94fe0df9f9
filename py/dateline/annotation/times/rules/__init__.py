"""All rules, in the order in which they are preferred where two match the same words."""

from __future__ import annotations

from dateline.annotation.times.rule import Rule
from dateline.annotation.times.rules import dates, deictic, durations, weekdays, years

RULES: tuple[Rule, ...] = (
    *dates.RULES,
    *years.RULES,
    *weekdays.RULES,
    *deictic.RULES,
    *durations.RULES,
)
"""Every rule; its examples are its tests."""
