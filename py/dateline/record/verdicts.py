"""What one later sentence says of a promise: kept, late, broken, open, or nothing.

A sentence is evidence when it speaks of the same thing: in mostly the same words, or in some of
them together with what else ties the two, which is who promised, a name that hardly occurs
elsewhere, the day it was due, or a day in the time it was promised for. The sentence's verb says
what became of it (`outcomes`); where it gives a day, the day decides between met and late.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from dateline.annotation.quotations.words import word_set
from dateline.model import Annotations, Commitment, FollowUpStatus, Source, Timex
from dateline.record.days import When, when
from dateline.record.numbers import ORDINALS, cardinal
from dateline.record.outcomes import (
    ASKING,
    CALLED_OFF,
    LATE_BY_COUNT,
    Outcome,
    early_by,
    late_by,
    outcome,
    verb_of,
)
from dateline.record.wording import Place, SentenceIndex, content_stems, listed, low_words
from dateline.text import plain

# Share of a promise's weighted words that a sentence must hold to speak of the same thing; below
# it, sentences on one subject but another matter came up.
_SAME_THING = 0.6
# With one more tie between the two this share is enough, and with two of them the last.
_TIED, LEAST_SHARE = 0.3, 0.15
# A verb told as done is a tie by itself, but only to a sentence that shares this much.
_DONE_ALONE = 0.45
_ENOUGH = (_SAME_THING, _TIED, LEAST_SHARE)
# A name in no more sentences than these ties two of them together.
_RARE = 8
# Verbs that tell nothing of what is done.
_LIGHT = word_set("put make take give have get keep go do set see let work")
_TOLD_AGAIN = listed("told_again")
_SO_FAR = re.compile(r"\b(?:has|have)(?: still)?(?: not|n't)\b|\bnot yet\b|\byet to\b")
VISITING = frozenset({"visit", "travel", "return", "fly", "meet", "go", "come", "host", "hold"})
"""Verbs of a promise that a meeting keeps."""
_MONTH = 31
# Two ties: a sentence that tells by how much the day was missed tells the day itself.
_DUE_TOLD = 2
# Who promised, a name that hardly occurs elsewhere, and the day: no other thing is meant.
_CERTAIN = 3
_LEAST_SHARED = 2
_TELLING = frozenset({"done", "unmet", "lacking", "partly"})
_DUE = re.compile(
    r"\b(?:due|supposed|meant|scheduled|expected|promised|pledged|agreed|slated|planned|deadline)\b"
)
_RECALLS = re.compile(
    r"\b(?:meant|supposed|due|expected|planned|scheduled|promised|pledged|said|told|would)\b"
)
_WAS_NOT = re.compile(
    r"(?:It|They|That|This|None|He|She|Neither|The \w+) (?:still |so far |has |have )?"
    r"(?:did not|didn't|has not|hasn't|have not|haven't|was not|were not|never did|never was|never "
    r"took place|never came|never happened|ha(?:s|ve) yet to)"
    r"(?: been| done so| happened| so| come| appeared| taken place)?[.,]"
)
_CHARGE = re.compile(r"\b(?:(?:accus|alleg)(?:e|es|ed|ing)|claim(?:s|ed|ing)?)\b")
_UNTIL = re.compile(r"\b(?:until|till|unless|before|without|as long as|while|if)\b")
_UNIT_DAYS = {"day": 1, "week": 7, "month": 30}
_UNIT_SLACK = {"day": 1, "week": 3, "month": 16}
# Who tells the month of a promise means that promise.
_PROMISED_THEN = 2
_LATE = frozenset({"late", "later", "delayed", "after", "overdue", "behind"})


@dataclass(frozen=True, slots=True)
class Promise:
    """A commitment with what is needed to find it again."""

    commitment: Commitment
    source: Source
    document: int
    text: str
    stems: frozenset[str]
    """Of the action, `@id` for entities."""
    beside: frozenset[str]
    """Of the rest of its sentence."""
    parties: frozenset[str]
    places: frozenset[str]
    """The places that its words name."""
    teller: frozenset[str]
    """`@id` of the one whose words it is told in."""
    nations: frozenset[str]
    """`@id` of the countries and bodies that the parties speak for."""
    due: When | None
    negative: bool
    """Whether it is promised that something will not be."""
    invited: bool
    """Whether it is an invitation, given or accepted."""


class Later:
    """The sentences of the story, their dates and the days of the reports."""

    def __init__(self, annotations: Sequence[Annotations], index: SentenceIndex) -> None:
        self.index = index
        self.dates = [when(one.article.published.edtf) for one in annotations]
        self.last = max((day for day in self.dates if day), key=lambda d: d.latest, default=None)
        self._annotations = annotations
        self._timexes: dict[int, dict[int, list[Timex]]] = {}

    def timexes(self, place: Place) -> list[Timex]:
        """The dated expressions of a sentence."""
        known = self._timexes.get(place.document)
        if known is None:
            known = defaultdict(list)
            one = self._annotations[place.document]
            for timex in one.timexes:
                sentence = one.article.sentence_at(timex.span.start)
                if sentence is not None and timex.edtf is not None:
                    known[sentence.index].append(timex)
            self._timexes[place.document] = known
        return known.get(place.sentence.index, [])

    def denied_next(self, place: Place) -> bool:
        """Whether the next sentence says but that it was not so: "It has not been."."""
        sentences = self._annotations[place.document].article.sentences
        if place.sentence.index >= len(sentences) or _RECALLS.search(place.text) is None:
            return False
        after = sentences[place.sentence.index].span
        return (
            _WAS_NOT.match(plain(after.of(self._annotations[place.document].article.text)))
            is not None
        )


def end_of(due: str | None) -> When | None:
    """The known end of a due date such as `../2025`."""
    return when(due.removeprefix("../")) if due and due.startswith("../") else None


def read(
    promise: Promise, story: Later, place: Place, score: float, told: When
) -> FollowUpStatus | None:
    """What a sentence says of a promise; `None` when it speaks of something else."""
    timexes = story.timexes(place)
    day = any(_fits_day(promise, when(timex.edtf) or end_of(timex.edtf)) for timex in timexes)
    then = _of_then(promise, story, place)
    missed_by = _counted_back(promise, timexes, place)
    due_told = missed_by or _due_and_done(promise, timexes, place)
    ties = _ties(promise, story, place, day) + _DUE_TOLD * due_told
    if score < _ENOUGH[min(ties + 1, 2)]:
        return None
    said = _said(promise, story, place, day)
    timed = late_by(place.text) or early_by(place.text)
    ties += said == "partly" or (said == "done" and timed)
    if said in _TELLING and not ties and score < _DONE_ALONE:
        return None
    if score < _ENOUGH[min(ties + (said in _TELLING), 2)]:
        return None
    done = said == "done" or (said == "likely" and timed and _names_it(promise, place))
    known = missed_by or (done and day) or (said == "undone" and ties >= _CERTAIN)
    if not (known or _speaks_of(promise, story, place, said, then)):
        return None
    if said in ("done", "likely") and _is_elsewhere(promise, place):
        return None
    if promise.negative:
        return _kept_from(promise, timexes, place, said)
    if due_told and not missed_by and said not in ("undone", "lacking"):
        return "late"
    late_told = score >= _SAME_THING and late_by(place.text)
    if said == "done" or (said == "likely" and (day or then or missed_by or late_told)):
        return _by_day(promise, timexes, place, story.dates[promise.document], told)
    return _undone(promise, story, place, said, score, told)


def _is_elsewhere(promise: Promise, place: Place) -> bool:
    """Whether a meeting or visit was promised for a place that the sentence does not name."""
    visits = verb_of(promise.text) in VISITING
    return visits and bool(promise.places) and not promise.places & place.stems


def _speaks_of(promise: Promise, story: Later, place: Place, said: Outcome, then: int) -> bool:
    """Whether words of the promise stand in the sentence, enough of them for what it says.

    What is told with another verb, or called off, must share two, or all there are, unless it is
    told when the thing was promised; words beside the promise count where a name that hardly
    occurs elsewhere ties the two.
    """
    shared = promise.stems & place.stems
    worded = {each for each in shared if not each.startswith("@")}
    if any(each.startswith("@") and story.index.rare(each, _RARE) for each in shared):
        worded |= {each for each in promise.beside & place.stems if not each.startswith("@")}
    told = {each for each in promise.stems if not each.startswith("@")}
    verb = verb_of(promise.text)
    own = verb in ASKING or bool(content_stems(verb) & place.stems)
    other = said == "likely" or (said == "done" and not own)
    loose = (other and not then) or CALLED_OFF.search(place.text) is not None
    least = _LEAST_SHARED if loose else 1
    return len(worded) >= min(least, max(1, len(told)))


def _names_it(promise: Promise, place: Place) -> bool:
    """Whether a word of the promise, no name and no ordinal, stands in the sentence."""
    shared = (promise.stems & place.stems) - ORDINALS.keys()
    return any(not each.startswith("@") for each in shared)


def _said(promise: Promise, story: Later, place: Place, day: bool) -> Outcome:
    """What the sentence's words say of the action, whatever ties the two."""
    said = outcome(promise.text, place.text, promise.stems)
    if said in ("pending", "silent", "unmet") and story.denied_next(place):
        return "undone"
    shared = promise.stems & place.stems
    if said in ("unmet", "lacking") and not content_stems(promise.text) & place.stems:
        return "silent"  # what was not done is another thing
    if said == "unmet" and not day and len(shared) < _LEAST_SHARED:
        return "silent"
    if said == "done" and verb_of(promise.text) in _LIGHT:
        return "likely"
    return said


def _kept_from(
    promise: Promise, timexes: Sequence[Timex], place: Place, said: Outcome
) -> FollowUpStatus | None:
    """What the sentence says of a promise that something will not be: done is broken.

    One side's charge that it was done breaks no promise, nor does what was done once the time of
    the promise was over, or once that came about which it was to wait for.
    """
    due = promise.due
    if said != "done" or _CHARGE.search(place.text):
        return None
    if due is None:
        return None if _UNTIL.search(promise.text) else "broken"
    days = [when(timex.edtf) for timex in timexes if timex.modality == "happened"]
    past = [day for day in days if day is not None]
    if past and all(day.earliest > due.latest for day in past):
        return "met"
    return "broken" if any(day.latest <= due.latest for day in past) else None


def _due_and_done(promise: Promise, timexes: Sequence[Timex], place: Place) -> bool:
    """Whether both days are told: "due by the end of March, was opened on 2 May"."""
    due = promise.due
    if due is None or _DUE.search(place.text) is None:
        return False
    if len(promise.stems & place.stems) < _LEAST_SHARED:
        return False
    days = [when(timex.edtf) or end_of(timex.edtf) for timex in timexes]
    # "Due by March" in June was read as the March ahead.
    named = any(
        day is not None
        and (day.latest.month, day.latest.day) == (due.latest.month, due.latest.day)
        and 0 <= day.latest.year - due.latest.year <= 1
        for day in days
    )
    return named and _done_since(due, timexes)


def _counted_back(promise: Promise, timexes: Sequence[Timex], place: Place) -> bool:
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
        since = due is not None and _done_since(due, story.timexes(place))
        return "open" if not over else "late" if since else "broken"
    if said == "undone":
        ahead = due is not None and told.earliest <= due.latest
        return "open" if ahead and _SO_FAR.search(place.text) else "broken"
    if said == "pending" and over:
        return "broken" if score >= _SAME_THING and _still_waits(place) else None
    if over or (score < _SAME_THING and not _on_record(promise, story, place)):
        return None
    return "open"


def _done_since(due: When, timexes: Sequence[Timex]) -> bool:
    """Whether a sentence on what was to be done tells of a day past, after it was due."""
    days = (when(timex.edtf) for timex in timexes if timex.modality == "happened")
    return any(day is not None and day.earliest > due.latest for day in days)


def _on_record(promise: Promise, story: Later, place: Place) -> bool:
    """Whether an undated promise comes up again: the same actor, and a word seldom used."""
    shared = promise.stems & place.stems
    seldom = any(not each.startswith("@") and story.index.rare(each, _RARE) for each in shared)
    return promise.due is None and bool(promise.parties & place.stems) and seldom


def _still_waits(place: Place) -> bool:
    return {"yet", "to"} <= set(low_words(place.text))


def _ties(promise: Promise, story: Later, place: Place, day: bool) -> int:
    """How much besides words ties a sentence to a promise."""
    who = bool((promise.parties | promise.teller) & place.stems) or _for_all(promise, place)
    named = any(
        each.startswith("@") and story.index.rare(each, _RARE)
        for each in promise.stems & place.stems
    )
    again = (_told_again(place) and day) + _of_then(promise, story, place)
    plain = {each for each in promise.stems if not each.startswith("@")}
    whole = len(plain) > 1 and plain <= place.stems
    return who + named + day + again + whole


def _for_all(promise: Promise, place: Place) -> bool:
    """Whether all for whom the parties speak are named: "Oslo and Lima" for two ministers."""
    return len(promise.nations) > 1 and promise.nations <= place.stems


def _told_again(place: Place) -> bool:
    return any(word in _TOLD_AGAIN for word in low_words(place.text))


def _of_then(promise: Promise, story: Later, place: Place) -> int:
    """Ties of a sentence that tells when it was promised: "announced last September"."""
    made = when(promise.commitment.made)
    if made is None or not _told_again(place):
        return 0
    days = [when(timex.edtf) for timex in story.timexes(place)]
    then = (d for d in days if d is not None and (d.latest - d.earliest).days <= _MONTH)
    return _PROMISED_THEN * any(d.meets(made) for d in then)


def _fits_day(promise: Promise, told: When | None) -> bool:
    """Whether a day told is the one it was due, or lies in the month of that."""
    due = promise.due
    if due is None or told is None:
        return False
    if told.latest == due.latest:
        return True
    near = (told.latest - told.earliest).days <= _MONTH and told.meets(due)
    return near or 0 <= (due.latest - told.latest).days <= 2 * _MONTH


def _told_for(timexes: Sequence[Timex], due: When) -> bool:
    """Whether the day told as past is the very day it was due: "rose on 1 March as agreed"."""
    days = (when(timex.edtf) for timex in timexes if timex.modality == "happened")
    return any(
        day is not None and (day.earliest, day.latest) == (due.earliest, due.latest) for day in days
    )


def _by_day(
    promise: Promise, timexes: Sequence[Timex], place: Place, first: When | None, told: When
) -> FollowUpStatus | None:
    """Met or late by the day it was done; by the words and the day of the report without one."""
    due = promise.due
    if due is None:
        return "late" if late_by(place.text) else "met"
    made = when(promise.commitment.made)
    words = set(low_words(place.text))
    days = [
        day
        for timex in timexes
        if timex.modality == "happened" and (day := when(timex.edtf)) is not None
        if (day.latest - day.earliest).days <= _MONTH and day.latest != due.latest
        # "Promised in May": the day of the promise is not that of the deed.
        if made is None or not day.meets(made)
        # What was done before the promise was told of is another thing.
        if first is None or day.latest >= first.earliest
    ]
    if not days and due.certain and _told_for(timexes, due):
        return "met"
    # "The February pay came on 16 April, a day after the deadline": the day counts, not the month.
    exact = [day for day in days if day.certain] or days
    if late_by(place.text) and all(day.latest > due.latest for day in exact):
        return "late"
    if late_by(place.text) and not any(day.certain for day in days):
        return "late" if told.earliest > due.latest else None
    if early_by(place.text):
        return "met"
    if days:
        late = all(day.earliest > due.latest for day in days)
        # An appointment for one day is not kept late by another thing weeks after.
        appointed = not (promise.commitment.due or "").startswith("../")
        far = min((day.earliest - due.latest).days for day in days) > _MONTH
        # Another meeting on another day is no meeting held late, unless that is said.
        other = verb_of(promise.text) in VISITING and not _LATE & words
        return None if late and appointed and (far or other) else "late" if late else "met"
    if told.earliest > due.latest and words & _LATE:
        return "late"
    appointed = due.certain and not (promise.commitment.due or "").startswith("../")
    return None if appointed and (told.earliest - due.latest).days > _MONTH else "met"
