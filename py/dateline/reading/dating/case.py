"""One report's dating in progress, and the words for its weekdays."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from dateline.model import Evidence
from dateline.reading.dating import windows
from dateline.reading.dating.clue import Candidate, Clue
from dateline.reading.dating.prose import NEWS_AGE, Prose, age, lead_weekdays
from dateline.reading.dating.windows import EVER, Windows
from dateline.reading.stamps import WEEKDAYS

_AGES = ("that day", "the day before", "two days before")


@dataclass(slots=True)
class Case:
    """What is known of a report, what was concluded from it, and what the clues still allow."""

    prose: Prose
    candidates: Sequence[Candidate]
    clues: Sequence[Clue]
    evidence: list[Evidence] = field(default_factory=list)
    kept: list[Clue] = field(default_factory=list)
    allowed: Windows = EVER

    def combine(self) -> None:
        """Keep the clues that agree, in order of trust; one that those before rule out is not."""
        for clue in self.clues:
            met = windows.meet(self.allowed, clue.windows)
            if met:
                self.allowed = met
                self.kept.append(clue)
            else:
                why = f"{clue.why}, which what else the text says rules out"
                self.evidence.append(clue.verdict("rejected", why))

    def reject(self, candidate: Candidate, why: str) -> None:
        """Set a candidate aside with the reason."""
        self.evidence.append(candidate.verdict("rejected", why))


def day_name(weekday: int) -> str:
    """`Monday` for 0."""
    return WEEKDAYS[weekday].title()


def weekday_agrees(prose: Prose, day: date) -> Iterator[Evidence]:
    """The weekday of the news, where it was on `day` or just before, as evidence for `day`."""
    told = (prose.written,) if prose.written else ()
    for mention in (*told, *lead_weekdays(prose)):
        if age(mention, day) <= NEWS_AGE:
            why = f"the {day_name(mention.weekday)} of the news was {_AGES[age(mention, day)]}"
            yield Evidence(mention.span, prose.of(mention.span), "used", why)
            return
