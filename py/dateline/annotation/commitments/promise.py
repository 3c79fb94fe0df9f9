"""One promise as found among the words of a unit."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.annotation.quotations.words import Range


@dataclass(frozen=True, slots=True)
class Promise:
    """One promise as word ranges of a unit."""

    status: str
    trigger: Range
    action: Range
    subject: Range | None
    by_speaker: bool = False
    """A thing that will be done: whoever says so promises it, if a day is given."""
    by_people: bool = False
    """What people not named will do: "his members", "delegations of experts"."""
    never: bool = False
    """What is not to be, for which no day is due: "no home would be demolished"."""
    of_another: bool = False
    """Of another party than the verb's: "Norway agreed to pay and Chile to leave"."""
    needs_account: bool = False
    """A bare "would": a promise only in somebody's reported words."""
    firm: bool = False
    """Told with "will" or "is to" of a thing, so that the reporter may say so: "will be paid"."""
    needs_day: bool = False
    """No promise unless a day is told: "decided to close it by July"."""
    by_will: bool = False
    """Told by "will" alone, and not by a word of planning."""
