"""What ties a later sentence to a promise besides the words they share.

Who promised, a name that hardly occurs elsewhere, the day it was due, a day in the time it was
promised for, the day it was promised.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from dateline.model import Timex
from dateline.record.days import When, when
from dateline.record.deeds import is_as_before, is_as_promised, kin_forms, verb_of
from dateline.record.numbers import ORDINALS, cardinal
from dateline.record.outcomes import ASKING, CALLED_OFF, Outcome
from dateline.record.promises import Later, Promise, end_of
from dateline.record.timeliness import LATE_BY_COUNT, late_by
from dateline.record.wording import Place, content_stems, listed, low_words, stem

# A name in no more sentences than these ties two of them together.
RARE = 8
_TOLD_AGAIN = listed("told_again")
VISITING = frozenset({"visit", "travel", "return", "fly", "meet", "go", "come", "host", "hold"})
"""Verbs of a promise that a meeting keeps."""
MONTH = 31
SEASON = 92
LEAST_SHARED = 2
_DUE = re.compile(
    r"\b(?:due|supposed|meant|scheduled|expected|promised|pledged|agreed|slated|planned|deadline)\b"
)
# Much is begun, held or given: another verb of that kind tells of another thing.
_LOOSE = frozenset(stem(verb) for verb in (*VISITING, *listed("loose")))
_AHEAD = re.compile(r"\b(?:will|would)\b")
_BACK = frozenset({"back"})
_UNIT_DAYS = {"day": 1, "week": 7, "month": 30}
_UNIT_SLACK = {"day": 1, "week": 3, "month": 16}
# Who tells the month of a promise means that promise.
_PROMISED_THEN = 2


def speaks_of(
    promise: Promise, story: Later, place: Place, said: Outcome, then: int, day: bool
) -> bool:
    """Whether words of the promise stand in the sentence, enough of them for what it says.

    What is told with another verb, or called off, must share two, or all there are, unless it is
    told when the thing was promised; words beside the promise count where a name that hardly
    occurs elsewhere ties the two.
    """
    shared = promise.stems & place.stems
    worded = {each for each in shared if not each.startswith("@")}
    if any(each.startswith("@") and story.index.rare(each, RARE) for each in shared):
        worded |= {each for each in promise.beside & place.stems if not each.startswith("@")}
    told = {each for each in promise.stems if not each.startswith("@")}
    verb = verb_of(promise.text)
    own = verb in ASKING or bool(content_stems(verb) & place.stems)
    went = verb in VISITING | _BACK and said == "done"
    if went and promise.places & place.stems and promise.parties & place.stems:
        return True  # "returned to Rome": the town is the thing
    other = said == "likely" or (said == "done" and not own)
    certain = day and (
        is_appointed(promise)
        or any(each.startswith("@") and story.index.rare(each, RARE) for each in shared)
    )
    loose = (other and not (then or certain)) or CALLED_OFF.search(place.text) is not None
    worded |= content_stems(verb) if told_by_kin(promise, place) else set()
    least = LEAST_SHARED if loose else 1
    return len(worded) >= min(least, max(1, len(told)))


def by_kin(promise: Promise, story: Later, place: Place) -> float:
    """What the promise's verb adds to a sentence's share where another stands for it.

    "The prisoners were freed" of a promise to release them; only where a thing is shared, too.
    """
    verb = content_stems(verb_of(promise.text)) & promise.stems
    if not told_by_kin(promise, place) or not any(
        not each.startswith("@") for each in promise.stems & place.stems
    ):
        return 0.0
    whole = sum(story.index.weight(each) for each in promise.stems)
    return sum(story.index.weight(each) for each in verb) / whole


def told_by_kin(promise: Promise, place: Place) -> bool:
    """Whether a verb that can stand for the promise's is told as past, and not the verb itself.

    Or a state: "is open again", "remains unsigned".
    """
    verb = verb_of(promise.text)
    own = content_stems(verb)
    if stem(verb) in _LOOSE or not own & promise.stems or own & place.stems:
        return False
    state = is_as_promised(verb, place.text) or is_as_before(verb, place.text)
    return state or not kin_forms(verb).isdisjoint(low_words(place.text))


def names_deed_and_thing(promise: Promise, place: Place) -> bool:
    """Whether the promise's verb, or one that stands for it, and another word of it are told."""
    if stem(verb_of(promise.text)) in _LOOSE or _AHEAD.search(place.text):
        return False
    verb = content_stems(verb_of(promise.text))
    shared = {each for each in promise.stems & place.stems if not each.startswith("@")}
    return bool(shared - verb) and (bool(shared & verb) or told_by_kin(promise, place))


def names_it(promise: Promise, place: Place) -> bool:
    """Whether a word of the promise, no name and no ordinal, stands in the sentence."""
    shared = (promise.stems & place.stems) - ORDINALS.keys()
    return any(not each.startswith("@") for each in shared)


def shares_the_verb_alone(promise: Promise, place: Place) -> bool:
    """Whether nothing but the verb of the promise stands there: much is "opened in May"."""
    alone = promise.stems & place.stems == content_stems(verb_of(promise.text))
    return alone and not who_promised(promise, place)


def on_the_day(promise: Promise, timexes: Sequence[Timex]) -> bool:
    """Whether the day is told that it was due."""
    days = (when(timex.edtf) for timex in timexes if timex.modality == "happened")
    last = promise.due.latest if promise.due is not None else None
    return any(day is not None and day.earliest == day.latest == last for day in days)


def is_appointed(promise: Promise) -> bool:
    """Whether it was promised for one day, not by it."""
    due = promise.due
    return due is not None and due.certain and not (promise.commitment.due or "").startswith("../")


def due_and_done(promise: Promise, story: Later, timexes: Sequence[Timex], place: Place) -> bool:
    """Whether both days are told: "due by the end of March, was opened on 2 May"."""
    due = promise.due
    if due is None or _DUE.search(place.text) is None:
        return False
    shared = promise.stems & place.stems
    verb = content_stems(verb_of(promise.text))
    things = [each for each in shared - verb if not each.startswith("@")]
    seldom = any(story.index.rare(each, RARE) for each in things)
    if not things or (len(shared) < LEAST_SHARED and not seldom):
        return False  # another thing that was due on that day
    days = [when(timex.edtf) or end_of(timex.edtf) for timex in timexes]
    # "Expected by the end of the year" in March is read as the end of this one.
    named = any(
        day is not None
        and (day.latest.month, day.latest.day) == (due.latest.month, due.latest.day)
        and 0 <= day.latest.year - due.latest.year <= 1
        for day in days
    )
    return named and done_since(due, timexes)


def counted_back(promise: Promise, timexes: Sequence[Timex], place: Place) -> bool:
    """Whether the day told less the days it came late is the day it was due."""
    due = promise.due
    found = LATE_BY_COUNT.search(place.text) if due and late_by(place.text) else None
    if due is None or found is None:
        return False
    count = 1 if found[1].lower() in ("a", "one") else cardinal(found[1].lower())
    if count is None:
        return False
    unit = found[2].lower()
    back, slack = count * _UNIT_DAYS[unit], _UNIT_SLACK[unit]
    days = (when(timex.edtf) for timex in timexes if timex.modality == "happened")
    return any(
        (day.earliest - due.earliest).days >= back - slack
        and (day.earliest - due.latest).days <= back + slack
        for day in days
        if day is not None
    )


def done_since(due: When, timexes: Sequence[Timex]) -> bool:
    """Whether a sentence on what was to be done tells of a day past, after it was due."""
    days = (when(timex.edtf) for timex in timexes if timex.modality == "happened")
    return any(day is not None and day.earliest > due.latest for day in days)


def count_ties(promise: Promise, story: Later, place: Place, day: bool) -> int:
    """How much besides words ties a sentence to a promise."""
    who = who_promised(promise, place) or _for_all(promise, place)
    named = any(
        each.startswith("@") and story.index.rare(each, RARE)
        for each in promise.stems & place.stems
    )
    again = (_told_again(place) and day) + of_then(promise, story, place)
    plain = {each for each in promise.stems if not each.startswith("@")}
    whole = len(plain) > 1 and plain <= place.stems
    return who + named + day + again + whole


def who_promised(promise: Promise, place: Place) -> bool:
    """Whether a sentence names who promised, or in whose words it was told."""
    return bool((promise.parties | promise.teller) & place.stems)


def _for_all(promise: Promise, place: Place) -> bool:
    """Whether all for whom the parties speak are named: "Oslo and Lima" for two ministers."""
    return len(promise.nations) > 1 and promise.nations <= place.stems


def _told_again(place: Place) -> bool:
    return any(word in _TOLD_AGAIN for word in low_words(place.text))


def of_then(promise: Promise, story: Later, place: Place) -> int:
    """Ties of a sentence that tells when it was promised: "announced last September"."""
    made = when(promise.commitment.made)
    if made is None or not _told_again(place):
        return 0
    days = [when(timex.edtf) for timex in story.timexes(place)]
    then = (d for d in days if d is not None and (d.latest - d.earliest).days <= MONTH)
    return _PROMISED_THEN * any(d.meets(made) for d in then)


def fits_day(promise: Promise, told: When | None) -> bool:
    """Whether a day told is the one it was due, or lies in the month of that."""
    due = promise.due
    if due is None or told is None:
        return False
    if told.latest == due.latest:
        return True
    near = (told.latest - told.earliest).days <= MONTH and told.meets(due)
    return near or 0 <= (due.latest - told.latest).days <= 2 * MONTH
