"""All rules, in the order in which they are preferred where two match the same words."""

from __future__ import annotations

from dateline.annotation.times.rule import Rule
from dateline.annotation.times.rules import (
    anaphora,
    dates,
    deictic,
    derived,
    durations,
    named_days,
    periods,
    ranges,
    sets,
    times_of_day,
    vague,
    weekdays,
    windows,
    years,
)

RULES: tuple[Rule, ...] = (
    *named_days.RULES,
    *ranges.RULES,
    *dates.RULES,
    *years.RULES,
    *weekdays.RULES,
    *anaphora.RULES,
    *windows.RULES,
    *deictic.RULES,
    *periods.RULES,
    *sets.RULES,
    *derived.RULES,
    *times_of_day.RULES,
    *vague.RULES,
    *durations.RULES,
)
"""Every rule; its examples are its tests."""
