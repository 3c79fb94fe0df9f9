"""What a sentence tells of a promise whose day it names.

That it was kept, late or not kept, or nothing: by the verb of the promise (`outcomes`), by days
told as past or still to come, and by what reports say of things not done.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from dateline.model import FollowUpStatus, Timex
from dateline.record.days import when
from dateline.record.given_word import as_told
from dateline.record.named_days import Named, is_the_day
from dateline.record.numbers import NUMBER_WORDS
from dateline.record.outcomes import Outcome, outcome
from dateline.record.promises import RECALLS, Later, Promise, day_of
from dateline.record.recalls import tells_only, told_but, told_unkept
from dateline.record.ties import LEAST_SHARED, MONTH
from dateline.record.timeliness import early_by, late_by
from dateline.record.wording import Place, content_stems
from dateline.text import plain

_IN_TIME = re.compile(
    r"\bon (?:schedule|time)\b|\bin time\b"
    r"|\b(?:by|before|within|inside) the (?:\w+ )?(?:deadline|time)\b"
)
_NEVER = re.compile(
    r"\b(?:never|no longer|nothing|abandoned|dropped|scrapped|come to nothing|came to nothing)\b"
)
_NOT_YET = re.compile(
    r"\b(?:yet to|not yet|yet been|still|unfinished|incomplete|remains?|put (?:it )?(?:off|back)"
    r"|pushed back|postponed|extended|delayed|missed|slipped|more time|fallen behind|overdue"
    r"|(?:is|are|was|were) now (?:due|expected|to)|(?:would|will) now)\b"
)
_WENT_BY = re.compile(r"\b(?:came and went|come and gone|went by|gone by|expired|lapsed|ran out)\b")
_NOT = re.compile(r"\b(?:not|no|none|without|neither|nor|nobody)\b|n't\b", re.IGNORECASE)
_GOES_ON = re.compile(
    r"(?:It|They|This|That|These|Neither|None|No|Nothing|By (?:that|then)|In the event|In fact"
    rf"|Only|But|He|She|So far|About|Around|Some|Nearly|\d[\d,]*|{NUMBER_WORDS})\b",
    re.IGNORECASE,
)


def fate(promise: Promise, story: Later, named: Named) -> tuple[FollowUpStatus, Place] | None:
    """What a sentence that names the day a promise was due tells of it, or the one behind it."""
    place = named.place
    told = story.dates[place.document]
    if promise.due is None or told is None or told.earliest <= promise.due.latest:
        return None
    if promise.negative:
        return ("broken", place) if told_unkept(place.text) or told_but(place.text) else None
    said = outcome(promise.text, place.text, promise.stems)
    if named.past:
        return ("met", place) if _was_done(promise, place, said) else None
    if (status := _told_here(promise, story, place, said)) is not None:
        return status, place
    after = story.next(place)
    if after is not None and _GOES_ON.match(plain(after.text)):
        status = _told_there(promise, story, after)
        if status is not None:
            return status, after
    # "Was to have begun in May", "the deadline came and went": by these words alone it was not.
    if _WENT_BY.search(plain(place.text)):
        return "broken", place
    return ("late", place) if said == "unmet" else None


def _was_done(promise: Promise, place: Place, said: Outcome) -> bool:
    """Whether what is told of the very day may be what was promised for it."""
    text = plain(place.text)
    doubted = RECALLS.search(text) or _NOT.search(text) or _NOT_YET.search(text)
    shared = promise.stems & place.stems
    own = len(shared) >= LEAST_SHARED or any(not each.startswith("@") for each in shared)
    return own and said in ("done", "likely", "silent") and not doubted


def _told_here(
    promise: Promise, story: Later, place: Place, said: Outcome
) -> FollowUpStatus | None:
    text, timexes = plain(place.text), story.timexes(place)
    if tells_only(text) or said == "partly" or _past_since(promise, timexes) or late_by(text):
        return "late"
    if said in ("undone", "lacking") or _NEVER.search(text):
        return "broken"
    if _NOT_YET.search(text) or _later_named(promise, timexes):
        return "late"
    if as_told(text):
        return "met"
    if _NOT.search(text):
        return "broken"
    in_time = (_IN_TIME.search(text) or early_by(text)) and _is_named(promise, place)
    return "met" if in_time else None


def _is_named(promise: Promise, place: Place) -> bool:
    """Whether a word of the promise stands in the sentence, and not its parties alone."""
    words = promise.stems | promise.beside | promise.before
    return any(not each.startswith("@") for each in words & place.stems)


def _told_there(promise: Promise, story: Later, after: Place) -> FollowUpStatus | None:
    text = plain(after.text)
    if tells_only(text) or late_by(text) or _past_since(promise, story.timexes(after)):
        return "late"
    if _NOT_YET.search(text):
        return "late"
    words = content_stems(promise.text) & after.stems
    own = bool(words) or not text.startswith(("No ", "But "))
    return "broken" if own and (_NEVER.search(text) or _NOT.search(text)) else None


def _past_since(promise: Promise, timexes: Sequence[Timex]) -> bool:
    """Whether a day is told as past on which it was no longer due."""
    due = promise.due
    days = (when(timex.edtf) for timex in timexes if timex.modality == "happened")
    return due is not None and any(
        day is not None and day.earliest > due.latest and (day.latest - day.earliest).days <= MONTH
        for day in days
    )


def _later_named(promise: Promise, timexes: Sequence[Timex]) -> bool:
    """Whether a later day is named on which it is now to be."""
    due = promise.due
    days = (day_of(timex) for timex in timexes if timex.modality != "happened")
    return due is not None and any(
        day is not None and day.earliest > due.latest and not is_the_day(day, due, back=True)
        for day in days
    )
