"""Which year is meant by a month or a day that comes without one."""

from __future__ import annotations

from datetime import date

from dateline.annotation.times.rule import Context

SOON = 45
"""Days. A bare date that lies this near is meant, whatever the verb seems to say: a report that
speaks of a day almost a year away names its year."""


def near_day(context: Context, month: int, day: int) -> date:
    """The day of that name which the clause means: before or after the report by its tense.

    Raises:
        ValueError: no such day in any year around.
    """
    here = context.day
    choices = [_valid(here.year + n, month, day) for n in (-4, -1, 0, 1, 4)]
    around = [choice for choice in choices if choice is not None]
    past = max((choice for choice in around if choice <= here), default=None)
    future = min((choice for choice in around if choice >= here), default=None)
    if past is None or future is None:
        raise ValueError(f"no day {month}-{day}")
    ahead, ago = (future - here).days, (here - past).days
    if context.signs.direction == "future":
        # "Was due on 30 June": the nearest, for it may be over.
        over = ago < ahead if context.signs.scheduled else ago <= SOON < ahead
        return past if over else future
    if context.signs.direction == "past":
        return future if ahead <= SOON < ago else past
    return future if ahead <= SOON and ahead < ago else past


def near_month(context: Context, month: int) -> int:
    """The year of the month of that name which the clause means."""
    here = context.day
    if month == here.month:
        return here.year
    if context.signs.direction == "future":
        ahead = (month - here.month) % 12
        over = context.signs.scheduled and 12 - ahead < ahead
        return here.year + (month < here.month) - over
    return here.year if month < here.month else here.year - 1


def _valid(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
