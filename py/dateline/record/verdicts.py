"""What one later sentence says of a promise: kept, late, broken, open, or nothing.

A sentence is evidence when it speaks of the same thing: in mostly the same words, or in some of
them together with what else ties the two, which is who promised, a name that hardly occurs
elsewhere, the day it was due, or a day in the time it was promised for. The sentence's verb says
what became of it (`outcomes`); where it gives a day, the day decides between met and late.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from dateline.annotation.quotations.words import word_set
from dateline.model import FollowUpStatus, Timex
from dateline.record.days import When, when
from dateline.record.deeds import verb_of
from dateline.record.given_word import as_told
from dateline.record.outcomes import Outcome, clauses, outcome
from dateline.record.promises import RECALLS, Later, Promise, beginning_of, day_of
from dateline.record.recalls import goes_on, is_recall, tells_only, told_unkept, will_break
from dateline.record.shortfalls import fewer
from dateline.record.ties import (
    LEAST_SHARED,
    MONTH,
    RARE,
    SEASON,
    VISITING,
    by_kin,
    count_ties,
    counted_back,
    done_since,
    due_and_done,
    fits_day,
    is_appointed,
    names_deed_and_thing,
    names_it,
    of_then,
    on_the_day,
    shares_the_verb_alone,
    speaks_of,
    who_promised,
)
from dateline.record.timeliness import early_by, late_by
from dateline.record.wording import Place, content_stems, low_words

# Share of a promise's weighted words that a sentence must hold to speak of the same thing; below
# it, sentences on one subject but another matter came up.
_SAME_THING = 0.6
# With one more tie between the two this share is enough, and with two of them the last.
_TIED, LEAST_SHARE = 0.3, 0.15
# A verb told as done is a tie by itself, but only to a sentence that shares this much.
_DONE_ALONE = 0.45
_ENOUGH = (_SAME_THING, _TIED, LEAST_SHARE)
# Verbs that tell nothing of what is done.
_LIGHT = word_set("put make take give have get keep go do set see let work")
_SO_FAR = re.compile(r"\b(?:has|have)(?: still)?(?: not|n't)\b|\bnot yet\b|\byet to\b")
# Two ties: a sentence that tells by how much the day was missed tells the day itself.
_DUE_TOLD = 2
# Who promised, a name that hardly occurs elsewhere, and the day: no other thing is meant.
_CERTAIN = 3
_MEETING = frozenset({"meet", "reconvene", "convene"})
_WAITING = frozenset({"silent", "pending", "unmet"})
_TELLING = frozenset({"done", "unmet", "lacking", "partly"})
_AHEAD = re.compile(r"\b(?:will|would|should|may|might|could)\b")
_NOT_DONE = re.compile(r"\b(?:not|n't|never|no|nothing|neither|none|yet|still)\b")
_DOUBT = re.compile(
    r"\b(?:not|n't|never|no|without|nor|neither|would|will|yet|still|should|supposed|meant|due|fail\w*"
    r"|refus\w*|reject\w*|postponed|cancelled|canceled|scrapped|off|away|but|only)\b"
)
# A tour of a few days is one deed.
_FEW = 4
_CHARGE = re.compile(r"\b(?:(?:accus|alleg)(?:e|es|ed|ing)|claim(?:s|ed|ing)?)\b")
# "Nobody would say whether a fine had been paid", "who had said that one had been paid"
_UNSURE = re.compile(r"\bwhether\b|\bwho ha[sd] (?:said|told|claimed)\b")
_UNTIL = re.compile(r"\b(?:until|till|unless|before|without|as long as|while|if)\b")
# "Would not be sold until it had moved", "has already been sold"
_ALREADY = re.compile(r"\b(?:already|anyway|nonetheless|without waiting|ahead of)\b")
_LATE = frozenset({"late", "later", "delayed", "after", "overdue", "behind"})


@dataclass(frozen=True, slots=True)
class _Told:
    """What a sentence tells of the days of a promise."""

    day: bool
    """A day in the time it was promised for."""
    then: int
    """Ties of a sentence that tells when it was promised."""
    missed_by: bool
    """By how much the day was missed that it was due."""
    due: bool
    """That day itself."""


class Heard(NamedTuple):
    """What became of a promise, and the sentence that tells it."""

    status: FollowUpStatus
    place: Place


def read(promise: Promise, story: Later, place: Place, score: float, told: When) -> Heard | None:
    """What a sentence says of a promise; `None` when it speaks of something else."""
    timexes = story.timexes(place)
    missed_by = counted_back(promise, timexes, place)
    days = _Told(
        any(fits_day(promise, day_of(timex)) for timex in timexes),
        of_then(promise, story, place),
        missed_by,
        missed_by or due_and_done(promise, story, timexes, place),
    )
    ties = count_ties(promise, story, place, days.day) + _DUE_TOLD * days.due
    score = min(1.0, score + by_kin(promise, story, place))
    if score < _ENOUGH[min(ties + 1, 2)]:
        return None
    if _unkept(promise, place, told, days.day or bool(days.then)):
        late = late_by(place.text) and not _SO_FAR.search(place.text)
        return Heard("late" if late else "broken", place)
    said = _said(promise, story, place, days.day)
    if said in _WAITING and (after := _told_next(promise, story, place, days, told)) is not None:
        return after
    if _done_in_time(promise, timexes, place, said, ties):
        said = "likely"
    timed = late_by(place.text) or early_by(place.text)
    ties += said == "partly" or (said == "done" and timed)
    if said in _TELLING and not ties and score < _DONE_ALONE:
        return None
    telling = said in _TELLING or (said == "undone" and names_deed_and_thing(promise, place))
    if score < _ENOUGH[min(ties + telling, 2)]:
        return None
    done = said == "done" or (said == "likely" and timed and names_it(promise, place))
    told_when = days.then or timed or on_the_day(promise, timexes)
    if done and not told_when and shares_the_verb_alone(promise, place):
        return None
    known = days.due or (done and days.day) or (said == "undone" and ties >= _CERTAIN)
    if not (known or speaks_of(promise, story, place, said, days.then, days.day)):
        return None
    status = _status(promise, story, place, said, days, score, told)
    return None if status is None else Heard(status, place)


def _status(
    promise: Promise,
    story: Later,
    place: Place,
    said: Outcome,
    days: _Told,
    score: float,
    told: When,
) -> FollowUpStatus | None:
    """What a sentence says that speaks of the promise."""
    if said in ("done", "likely") and (_is_elsewhere(promise, place) or _lacks_one(promise, place)):
        return None
    if promise.negative:
        return _kept_from(promise, story.timexes(place), place, said)
    if days.due and not days.missed_by and said not in ("undone", "lacking"):
        return "late"
    late_told = score >= _SAME_THING and late_by(place.text)
    dated = days.day or days.then or days.missed_by or late_told
    if said == "done" or (said == "likely" and dated):
        first = story.dates[promise.document]
        return _by_day(promise, story.timexes(place), place, first, told)
    return _undone(promise, story, place, said, score, told)


def _is_elsewhere(promise: Promise, place: Place) -> bool:
    """Whether a meeting or visit was promised for a place that the sentence does not name."""
    visits = verb_of(promise.text) in VISITING
    return visits and bool(promise.places) and not promise.places & place.stems


def _lacks_one(promise: Promise, place: Place) -> bool:
    """Whether of two who were to meet the sentence tells of one alone: "A met C in Rome"."""
    named = promise.parties & place.stems
    return verb_of(promise.text) in _MEETING and bool(named) and named != promise.parties


def _said(promise: Promise, story: Later, place: Place, day: bool) -> Outcome:
    """What the sentence's words say of the action, whatever ties the two."""
    said = outcome(promise.text, place.text, promise.stems)
    if said in ("silent", "pending") and _done_in_a_clause(promise, place):
        return "done"
    if said in ("pending", "silent", "unmet") and story.denied_next(place):
        return "undone"
    shared = promise.stems & place.stems
    if said in ("unmet", "lacking") and not content_stems(promise.text) & place.stems:
        return "silent"  # what was not done is another thing
    if said == "unmet" and not day and len(shared) < LEAST_SHARED:
        return "silent"
    if said == "done" and verb_of(promise.text) in _LIGHT and not as_told(place.text):
        return "likely"
    return said


def _done_in_a_clause(promise: Promise, place: Place) -> bool:
    """Whether one clause tells it as done: "has yet to meet, although it named a chairman"."""
    parts = clauses(place.text)
    return len(parts) > 1 and any(
        outcome(promise.text, part, promise.stems) == "done" and content_stems(part) & promise.stems
        for part in parts
    )


def _done_in_time(
    promise: Promise, timexes: Sequence[Timex], place: Place, said: Outcome, ties: int
) -> bool:
    """Whether something of the promise is told as past on a day of the time it was promised for.

    On the very day it was promised for two of its words are enough; within the time, who promised
    or a name that hardly occurs elsewhere must tie the two besides.
    """
    due, made = promise.due, when(promise.commitment.made)
    if due is None or promise.negative or said not in ("silent", "pending"):
        return False
    if _DOUBT.search(place.text) or RECALLS.search(place.text):
        return False  # "had undertaken to send it by the end of May"
    past = [day_of(timex) for timex in timexes if timex.modality == "happened"]
    days = [day for day in past if day is not None and (day.latest - day.earliest).days <= _FEW]
    shared = promise.stems & place.stems
    worded = [each for each in shared if not each.startswith("@")]
    if is_appointed(promise) and any(day.meets(due) for day in days):
        return len(worded) >= LEAST_SHARED or (ties > 1 and len(shared) >= LEAST_SHARED)
    in_time = any(
        (made is None or day.earliest > made.latest) and day.latest <= due.latest for day in days
    )
    # Promised for a month, and told of that month.
    named = not (promise.commitment.due or "").startswith("../") and bool(worded)
    return in_time and (ties > 1 or named) and len(shared) >= LEAST_SHARED


def _kept_from(
    promise: Promise, timexes: Sequence[Timex], place: Place, said: Outcome
) -> FollowUpStatus | None:
    """What the sentence says of a promise that something will not be: done is broken.

    One side's charge that it was done breaks no promise, nor does what was done once the time of
    the promise was over, or once that came about which it was to wait for.
    """
    due = promise.due
    if said != "done" or _CHARGE.search(place.text) or _UNSURE.search(place.text):
        return None
    if due is None:
        waits = _UNTIL.search(promise.text) and not _ALREADY.search(place.text)
        return None if waits else "broken"
    days = [when(timex.edtf) for timex in timexes if timex.modality == "happened"]
    past = [day for day in days if day is not None]
    if past and all(day.earliest > due.latest for day in past):
        return "met"
    return "broken" if any(day.latest <= due.latest for day in past) else None


def _undone(
    promise: Promise, story: Later, place: Place, said: Outcome, score: float, told: When
) -> FollowUpStatus | None:
    """What a sentence says that does not tell of the thing as done."""
    due = promise.due
    over = due is not None and told.earliest > due.latest
    if said == "partly":
        return "late" if over else "open"
    if said == "unmet":
        so_far = due is None and _SO_FAR.search(place.text) is not None
        if due is None:
            return "open" if so_far else "late"
        return "late" if over else "open"
    if said == "lacking":
        since = due is not None and done_since(due, story.timexes(place))
        return "open" if not over else "late" if since else "broken"
    if said == "undone":
        ahead = due is not None and told.earliest <= due.latest
        return "open" if ahead and _SO_FAR.search(place.text) else "broken"
    if said == "pending" and over:
        return "broken" if score >= _SAME_THING and _still_waits(place) else None
    if over or (score < _SAME_THING and not _on_record(promise, story, place)):
        return None
    return "open"


def _on_record(promise: Promise, story: Later, place: Place) -> bool:
    """Whether an undated promise comes up again: the same actor, and a word seldom used."""
    shared = promise.stems & place.stems
    seldom = any(not each.startswith("@") and story.index.rare(each, RARE) for each in shared)
    return promise.due is None and bool(promise.parties & place.stems) and seldom


def _still_waits(place: Place) -> bool:
    return {"yet", "to"} <= set(low_words(place.text))


def _told_next(
    promise: Promise, story: Later, place: Place, days: _Told, told: When
) -> Heard | None:
    """What the sentence that goes on tells, where this one but recalls the promise."""
    after = story.next(place) if days.day and is_recall(place.text) else None
    if after is None or promise.due is None or promise.negative or not goes_on(after.text):
        return None
    if not content_stems(promise.text) & place.stems or _AHEAD.search(after.text):
        return None
    over = told.earliest > promise.due.latest
    if tells_only(after.text) and fewer(promise.text, place.text + " " + after.text):
        return Heard("late" if over else "open", after)
    past = [when(timex.edtf) for timex in story.timexes(after) if timex.modality == "happened"]
    done = [day for day in past if day is not None and day.certain]
    made = when(promise.commitment.made)
    since = [day for day in done if made is None or day.earliest > made.latest]
    if not since or _NOT_DONE.search(after.text):
        return None
    late = all(day.earliest > promise.due.latest for day in since)
    return Heard("late" if late else "met", after)


def _unkept(promise: Promise, place: Place, told: When, then: bool) -> bool:
    """Whether the sentence recalls the promise, once its day is over, as one not kept."""
    recalled = told_unkept(place.text)
    over = promise.due is None or told.earliest > promise.due.latest
    if recalled is None or not (over or will_break(place.text)):
        return False
    own = {each for each in promise.stems if not each.startswith("@")}
    again = len(content_stems(recalled) & own)
    return again >= LEAST_SHARED or (again > 0 and (then or who_promised(promise, place)))


def _told_for(timexes: Sequence[Timex], due: When) -> bool:
    """Whether the day told as past is the very day it was due: "rose on 1 March as agreed"."""
    days = (when(timex.edtf) for timex in timexes if timex.modality == "happened")
    return any(
        day is not None and (day.earliest, day.latest) == (due.earliest, due.latest) for day in days
    )


def _later_than_told(promise: Promise, timexes: Sequence[Timex]) -> bool:
    """Whether what was to begin on a day is told of another: "on 12 April rather than 1 April"."""
    begins = beginning_of(promise.commitment.due)
    days = [day for timex in timexes if (day := when(timex.edtf)) is not None and day.certain]
    if begins is None or not any(day.earliest == begins.earliest for day in days):
        return False
    return any(day.earliest > begins.latest for day in days)


def _by_day(
    promise: Promise, timexes: Sequence[Timex], place: Place, first: When | None, told: When
) -> FollowUpStatus | None:
    """Met or late by the day it was done; by the words and the day of the report without one."""
    due = promise.due
    if due is None:
        past = [when(timex.edtf) for timex in timexes if timex.modality == "happened"]
        known = [day for day in past if day is not None]
        if first is not None and known and all(day.latest < first.earliest for day in known):
            return None  # done before it was promised
        return "late" if late_by(place.text) or _later_than_told(promise, timexes) else "met"
    made = when(promise.commitment.made)
    words = set(low_words(place.text))
    days = [
        day
        for timex in timexes
        if timex.modality == "happened" and (day := when(timex.edtf)) is not None
        if (day.latest - day.earliest).days <= MONTH and day.latest != due.latest
        # "Promised in May": the day of the promise is not that of the deed.
        if made is None or not day.meets(made)
        # What was done before the promise was told of is another thing.
        if first is None or day.latest >= first.earliest
    ]
    if not days and due.certain and _told_for(timexes, due):
        return "met"
    # "The February pay came on 16 April, a day after the deadline": the day counts, not the month.
    exact = [day for day in days if day.certain] or days
    if late_by(place.text) and exact and all(day.latest > due.latest for day in exact):
        return "late"
    if late_by(place.text) and not any(day.certain for day in days):
        return "late" if told.earliest > due.latest else None
    # "On 28 June, two days before the deadline" is late for what was due in May.
    after = bool(exact) and all(day.earliest > due.latest for day in exact)
    early = early_by(place.text) and not after
    if early or (as_told(place.text) and not late_by(place.text)):
        return "met"
    if days:
        late = all(day.earliest > due.latest for day in days)
        # An appointment for one day is not kept late by another thing weeks after.
        appointed = not (promise.commitment.due or "").startswith("../")
        meets = due.certain and verb_of(promise.text) in VISITING | _MEETING
        far = min((day.earliest - due.latest).days for day in days) > (MONTH if meets else SEASON)
        # Another meeting on another day is no meeting held late, unless that is said.
        other = verb_of(promise.text) in VISITING and not _LATE & words
        return None if late and appointed and (far or other) else "late" if late else "met"
    if told.earliest > due.latest and words & _LATE:
        return "late"
    appointed = due.certain and not (promise.commitment.due or "").startswith("../")
    return None if appointed and (told.earliest - due.latest).days > MONTH else "met"
