"""What is found about a report's date: dates that stand somewhere, and hints in the prose."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from dateline.model import Evidence, Span, Verdict
from dateline.reading.dating.windows import EVER, Windows, holds
from dateline.reading.stamps import MONTHS, WEEKDAYS

Kind = Literal[
    "machine",
    "published",
    "line",
    "masthead",
    "dateline",
    "address",
    "updated",
    "widget",
    "aside",
    "caption",
]
SETTLING: tuple[Kind, ...] = ("published", "line", "dateline", "machine", "masthead", "address")
"""Kinds that state the day of publication, the trustworthy first."""

CLOCKS: frozenset[Kind] = frozenset({"masthead", "widget"})
"""Kinds that may show the day on which the page was opened: the weekday of the news tests them."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A date that stands on the page or beside it, and may be the day of publication."""

    kind: Kind
    days: tuple[date, ...]
    """One, or the two readings of a date such as 03/04/2023."""
    span: Span | None
    text: str
    where: str
    """Where it stands, for a reader: "the line under the headline"."""
    weekday: int | None = None

    def verdict(self, verdict: Verdict, why: str) -> Evidence:
        """The candidate as evidence."""
        return Evidence(self.span, self.text, verdict, why)


@dataclass(frozen=True, slots=True)
class Clue:
    """Something in the text, or in another report, that leaves only some days possible."""

    windows: Windows
    span: Span | None
    text: str
    why: str
    firm: bool = True
    """Whether a stamp outside the windows is wrong; a soft clue only chooses where none stands."""
    covered: Windows = EVER
    """Days of which the clue knows enough to rule a stamp out."""
    slack: int = 0
    """Days after the windows on which a stamp is still no contradiction."""

    def rules_out(self, days: Sequence[date], weak: bool = False) -> bool:
        """Whether a stamp that means one of `days` is wrong; soft clues tell against weak ones."""
        known = all(holds(self.covered, day) for day in days)
        near = (day - timedelta(days=n) for day in days for n in range(self.slack + 1))
        return (self.firm or weak) and known and not any(holds(self.windows, day) for day in near)

    def verdict(self, verdict: Verdict, why: str = "") -> Evidence:
        """The clue as evidence."""
        return Evidence(self.span, self.text, verdict, why or self.why)


def spoken(day: date) -> str:
    """A day as a reader writes it: "Sunday 7 May 2023"."""
    weekday, month = WEEKDAYS[day.weekday()].title(), MONTHS[day.month - 1].title()
    return f"{weekday} {day.day} {month} {day.year}"
