"""Claims that count meetings (`claims`), checked against the meetings the folder holds.

The number is compared with the meetings of the same parties on record in the time it counts over.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from dateline.model import Annotations, Count, CountVerdict, Event, Meeting, Sentence
from dateline.record.claims import Claim, claims
from dateline.record.counted import counted, encounters_of, just_before
from dateline.record.days import When, day_before, when
from dateline.record.held import Held
from dateline.record.threads import source
from dateline.record.visits import Stays, destination, of_the_claim, office_told
from dateline.record.windows import Window, window

# "Her first visit to Chile as president"
_IN_OFFICE = re.compile(r"(?: to [\w' -]{2,40}?)? as (?:the |a )?[a-z]")

_Verdict = tuple[CountVerdict, int | None, str]
"""The word, how many the folder lacks, and why."""


def check_counts(
    annotations: Sequence[Annotations], meetings: Sequence[Meeting], speaks_for: Mapping[str, str]
) -> tuple[Count, ...]:
    """Every counting claim with its verdict, in the story's order."""
    held = Held(annotations, meetings, speaks_for)
    stays = Stays(annotations, meetings, speaks_for)
    found: list[Count] = []
    for one in annotations:
        encounters = encounters_of(one)
        for sentence in one.article.sentences:
            if sentence.role in ("headline", "standfirst"):
                continue
            for claim in claims(one, sentence):
                visits = _check_visits(stays, one, encounters, sentence, claim)
                checked = visits or _check(held, one, encounters, sentence, claim)
                found.append(Count(claim.span, source(one, sentence), *checked))
    return tuple(found)


def _check(
    held: Held, one: Annotations, encounters: Sequence[Event], sentence: Sentence, claim: Claim
) -> _Verdict:
    if not claim.meets:
        return "not checkable", None, "It counts what is not on record."
    what = counted(held, one, encounters, sentence, claim)
    if isinstance(what, str):
        return "not checkable", None, what
    over = window(one, claim, what.day)
    if over is None:
        return "not checkable", None, "The time it counts over is not clear."
    # An ordinal counts the meetings of these persons, not those of their predecessors.
    met = held.held(what.parties, claim.own or not claim.first, what.calls)
    known = [m for m in met if _in(m, over, what.day) and not _is_itself(m, sentence, claim)]
    if claim.place:
        known = [m for m in known if m.place == what.place]
    here = any(
        report.source.document == one.article.document.id and not report.in_passing
        for meeting in known
        for report in meeting.reports
    )
    return _compared(claim, over, len(known) + (what.attested and not here))


def _check_visits(
    stays: Stays,
    one: Annotations,
    encounters: Sequence[Event],
    sentence: Sentence,
    claim: Claim,
) -> _Verdict | None:
    """The verdict on a claim that counts visits; `None` where it is not told who went where."""
    event = of_the_claim(one, claim) if claim.place else None
    place = destination(one, event) if event is not None else None
    day = when((event and event.edtf) or one.article.published.edtf)
    over = window(one, claim, day) if day is not None else None
    if event is None or place is None or day is None or over is None:
        return None
    such = office_told(one, event)
    known = event.participants or not claim.own
    told = event if known else just_before(one, encounters, sentence)
    persons = stays.such(*such) if such is not None else stays.visitors(told or event, place)
    if such is None and len(persons) != 1:
        return None
    if _IN_OFFICE.match(one.article.text, claim.tail.start):
        over = replace(over, label="in all; since when in office is not told", vague=True)
    earlier = stays.before(persons, place, over.start, day.earliest)
    return _compared(claim, over, len(earlier) + 1, "visit there by them")


def _is_itself(meeting: Meeting, sentence: Sentence, claim: Claim) -> bool:
    """Whether nothing but the claim tells of it: "have met twice this autumn" names no day."""
    day = when(meeting.edtf)
    spans = [report.source.span for report in meeting.reports]
    return claim.several and not (day and day.certain) and spans == [sentence.span]


def _in(meeting: Meeting, over: Window, day: When) -> bool:
    """Whether a meeting surely lies in the window, up to and with the day counted."""
    held = when(meeting.edtf)
    if held is None or held.earliest > day.latest:
        return False
    return over.start is None or held.earliest > day_before(over.start)


def _compared(claim: Claim, over: Window, known: int, such: str = "of these parties") -> _Verdict:
    """The verdict on a claim when the record holds `known` of them, the one counted included."""
    if over.vague and known > claim.number:
        return "not checkable", None, "The time it counts over is not clear."
    if claim.first:
        if known <= 1:
            return "consistent", 0, f"The folder holds no other {such} {over.label}."
        return "inconsistent", None, f"The folder holds {known - 1} more {over.label}."
    if known > claim.number:
        return "inconsistent", None, f"The folder holds {known} {over.label}, more than claimed."
    missing = claim.number - known
    why = f"The folder holds {known} of {claim.number} {over.label}."
    return "consistent", missing, why
