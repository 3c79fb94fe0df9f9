"""What became of each commitment, as far as later reports tell.

A sentence of a later report is evidence when it speaks of the same thing: in mostly the same words,
or in some of them together with what else ties the two, which is who promised, a name that hardly
occurs elsewhere, the day it was due, or a day in the time it was promised for. The sentence's verb
says what became of it (`outcomes`); where it gives a day, the day decides between met and late.
Silence is "not reported", never "broken".
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from dateline.annotation.events.homes import seats
from dateline.annotation.quotations.words import word_set
from dateline.model import (
    Annotations,
    Commitment,
    FollowUp,
    FollowUpStatus,
    Meeting,
    Source,
    Span,
    Timex,
)
from dateline.record.days import When, when
from dateline.record.meetings import story_homes
from dateline.record.outcomes import EARLY_BY, LATE_BY, Outcome, outcome, verb_of
from dateline.record.threads import source
from dateline.record.wording import (
    Place,
    SentenceIndex,
    content_stems,
    listed,
    low_words,
    telling,
)
from dateline.text import plain

# Share of a promise's weighted words that a sentence must hold to speak of the same thing; below
# it, sentences on one subject but another matter came up.
_SAME_THING = 0.6
# With one more tie between the two this share is enough, and with two of them the last.
_TIED, _TIED_TWICE = 0.3, 0.15
# A verb told as done is a tie by itself, but only to a sentence that shares this much.
_DONE_ALONE = 0.45
_ENOUGH = (_SAME_THING, _TIED, _TIED_TWICE)
# A name in no more sentences than these ties two of them together.
_RARE = 8
# A promise of fewer telling words is too vague to be found again.
_LEAST_STEMS = 2
# An action of no more telling words is looked for with those of its sentence.
_FEW_STEMS = 1
_MOST_EVIDENCE = 3
_MOST_LOOKED_AT = 40
_VISITING = frozenset({"visit", "travel", "return", "fly", "meet", "go", "come", "host", "hold"})
# Verbs that tell nothing of what is done.
_LIGHT = word_set("put make take give have get keep go do set see let work")
_TOLD_AGAIN = listed("told_again")
_SO_FAR = re.compile(r"\b(?:has|have)(?: still)?(?: not|n't)\b|\bnot yet\b|\byet to\b")
_MONTH = 31
_YEAR = 366
_MOST_SHORT = 4
"""Days that months differ in, and one."""
# Who tells the month of a promise means that promise.
_PROMISED_THEN = 2
_WILL_END = re.compile(r" (?:will|would|'ll|is to|are to)(?: now| also)? *$")
_CLAUSES = re.compile(r"[,;:]| that | said | says | and |\"")
_LATE = frozenset({"late", "later", "delayed", "after", "overdue", "behind"})


@dataclass(frozen=True, slots=True)
class _Promise:
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
    nations: frozenset[str]
    """`@id` of the countries and bodies that the parties speak for."""
    due: When | None


@dataclass(frozen=True, slots=True)
class _Verdict:
    """What one later sentence says of a promise."""

    status: FollowUpStatus
    place: Place
    score: float


def follow_up(
    annotations: Sequence[Annotations], meetings: Sequence[Meeting], index: SentenceIndex
) -> tuple[FollowUp, ...]:
    """Every commitment with its verdict and the sentences that prove it, in the story's order.

    `index` is that of `annotations`.
    """
    story = _Later(annotations, index)
    held = _by_participant(meetings)
    speaks_for = story_homes(annotations)
    return tuple(
        _followed(promise, story, held.get(promise.commitment.parties[:1], ()))
        for number, one in enumerate(annotations)
        for promise in _promises(number, one, speaks_for)
    )


class _Later:
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


def _promises(number: int, one: Annotations, speaks_for: Mapping[str, str]) -> Iterator[_Promise]:
    for commitment in one.commitments:
        sentence = one.article.sentence_at(commitment.sentence.start)
        if sentence is None:
            continue
        parties = frozenset(f"@{id_}" for id_ in commitment.parties)
        around = telling(one, sentence.span) - parties
        own = telling(one, commitment.action) - parties
        if (thing := _thing_of(one, commitment)) is not None:
            own |= telling(one, thing) - parties
        # "Begin its work": what the sentence speaks of tells what "it" is.
        yield _Promise(
            commitment,
            source(one, sentence),
            number,
            commitment.action.of(one.article.text),
            own if len(own) > _FEW_STEMS else own | around,
            around,
            parties,
            frozenset(f"@{speaks_for[id_]}" for id_ in commitment.parties if id_ in speaks_for),
            when(commitment.due) or _end_of(commitment.due),
        )


def _thing_of(one: Annotations, commitment: Commitment) -> Span | None:
    """The thing that is to "be opened": what stands before the "will" of its clause."""
    text = one.article.text
    if not commitment.action.of(text).startswith("be "):
        return None
    before = plain(text[commitment.sentence.start : commitment.action.start]).lower()
    before = _WILL_END.sub("", before)
    end = commitment.sentence.start + len(before)
    beside = before.endswith(",")  # "the notice, posted on Monday, would be lifted"
    parts = _CLAUSES.split(before.rstrip(" ,"))
    told = len(parts[-1]) + (len(parts[-2]) + 2 if beside and len(parts) > 1 else 0)
    return Span(max(commitment.sentence.start, end - told - 2), end) if told else None


def _followed(promise: _Promise, story: _Later, held: Sequence[Meeting]) -> FollowUp:
    kept = _kept_by_meeting(promise, held, story.dates[promise.document])
    if kept is not None:
        status, report = kept
        return FollowUp(promise.commitment, promise.source, status, (report,))
    verdicts = list(_verdicts(promise, story))
    for status in _order(verdicts):
        told = [verdict for verdict in verdicts if verdict.status == status]
        if told:
            best = sorted(told, key=lambda verdict: -verdict.score)[:_MOST_EVIDENCE]
            evidence = tuple(verdict.place.source for verdict in best)
            return FollowUp(promise.commitment, promise.source, status, evidence)
    return FollowUp(promise.commitment, promise.source, _silent(promise, story))


def _order(verdicts: Sequence[_Verdict]) -> tuple[FollowUpStatus, ...]:
    """The verdicts by how much they tell: of met and late the one in the better sentence."""
    best = {verdict.status: verdict.score for verdict in reversed(verdicts)}
    if best.get("met", 0.0) > best.get("late", 0.0):
        return "met", "late", "broken", "open"
    return "late", "met", "broken", "open"


def _silent(promise: _Promise, story: _Later) -> FollowUpStatus:
    """Open while the day is ahead, or while there is no later report to tell."""
    due, last, told = promise.due, story.last, story.dates[promise.document]
    if last is None:
        return "not reported"
    if due is not None:
        return "open" if due.latest >= last.latest else "not reported"
    return "open" if told is not None and told.latest >= last.latest else "not reported"


def _by_participant(meetings: Sequence[Meeting]) -> dict[tuple[str, ...], list[Meeting]]:
    """The meetings that took place, by each one who took part."""
    found: dict[tuple[str, ...], list[Meeting]] = defaultdict(list)
    for meeting in meetings:
        if meeting.modality == "happened":
            for id_ in meeting.participants:
                found[(id_,)].append(meeting)
    return found


def _kept_by_meeting(
    promise: _Promise, held: Sequence[Meeting], reported: When | None
) -> tuple[FollowUpStatus, Source] | None:
    """The report of a meeting that keeps a promise: to visit its place, or that they will meet who
    met. A visit within a year after it was due is a late one.
    """
    due, verb = when(promise.commitment.due), verb_of(promise.text)
    parties = set(promise.commitment.parties)
    together = verb == "meet" and len(parties) > 1
    if not (verb in _VISITING or together) or due is None or reported is None:
        return None
    words = set(low_words(promise.text))
    for meeting in held:
        day = when(meeting.edtf)
        there = meeting.place is not None and _lies_in(meeting.place, words)
        there = parties <= set(meeting.participants) if together else there
        kept = day is not None and day.within(due.earliest, due.latest)
        # A visit on one day is no other's; one "in the first half of the year" may come late.
        wide = not together and (due.latest - due.earliest).days >= _MONTH - _MOST_SHORT
        late = wide and day is not None and 0 < (day.earliest - due.latest).days < _YEAR
        # The last of the others: an earlier one may have announced it, too.
        others = [r.source for r in meeting.reports if r.source.document != promise.source.document]
        told = others[-1] if others else None
        after = day is not None and day.earliest >= reported.earliest
        if there and told and after and (kept or late):
            return ("met" if kept else "late"), told
    return None


def _lies_in(place: str, words: set[str]) -> bool:
    """Whether a place is named, or the country whose capital it is."""
    land = seats().get(place, place)
    return set(place.split("-")) <= words or set(land.split("-")) <= words


def _end_of(due: str | None) -> When | None:
    """The known end of a due date such as `../2025`."""
    return when(due.removeprefix("../")) if due and due.startswith("../") else None


def _verdicts(promise: _Promise, story: _Later) -> Iterator[_Verdict]:
    made = story.dates[promise.document]
    if made is None or len(promise.stems) < _LEAST_STEMS:
        return
    looked_at = 0
    for score, place in story.index.similar(promise.stems, promise.beside):
        later = story.dates[place.document]
        if score < _TIED_TWICE or looked_at >= _MOST_LOOKED_AT:
            return
        if place.document == promise.document or later is None or later.earliest <= made.latest:
            continue
        looked_at += 1
        status = _read(promise, story, place, score, later)
        if status is not None:
            yield _Verdict(status, place, score)


def _read(
    promise: _Promise, story: _Later, place: Place, score: float, told: When
) -> FollowUpStatus | None:
    """What a sentence says of a promise; `None` when it speaks of something else."""
    timexes = story.timexes(place)
    day = any(_fits_day(promise, when(timex.edtf) or _end_of(timex.edtf)) for timex in timexes)
    ties = _ties(promise, story, place, day)
    promised_then = _of_then(promise, story, place) > 0
    if score < _ENOUGH[min(ties + 1, 2)]:
        return None
    said = outcome(promise.text, place.text)
    if said in ("unmet", "lacking") and not content_stems(promise.text) & place.stems:
        return None  # what was not done is another thing
    if said == "done" and verb_of(promise.text) in _LIGHT:
        said = "likely"
    if said in ("done", "unmet", "lacking") and not ties and score < _DONE_ALONE:
        return None
    ties += said in ("done", "unmet", "lacking")
    worded = any(not each.startswith("@") for each in promise.stems & place.stems)
    if score < _ENOUGH[min(ties, 2)]:
        return None
    if not worded and not (said == "done" and day):
        return None
    if said == "done" or (said == "likely" and (day or promised_then)):
        return _by_day(promise, timexes, place, told)
    return _undone(promise, story, place, said, score, told)


def _undone(
    promise: _Promise, story: _Later, place: Place, said: Outcome, score: float, told: When
) -> FollowUpStatus | None:
    """What a sentence says that does not tell of the thing as done."""
    due = promise.due
    over = due is not None and told.earliest > due.latest
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


def _on_record(promise: _Promise, story: _Later, place: Place) -> bool:
    """Whether an undated promise comes up again: the same actor, and a word seldom used."""
    shared = promise.stems & place.stems
    seldom = any(not each.startswith("@") and story.index.rare(each, _RARE) for each in shared)
    return promise.due is None and bool(promise.parties & place.stems) and seldom


def _still_waits(place: Place) -> bool:
    return {"yet", "to"} <= set(low_words(place.text))


def _ties(promise: _Promise, story: _Later, place: Place, day: bool) -> int:
    """How much besides words ties a sentence to a promise."""
    who = bool(promise.parties & place.stems) or _for_all(promise, place)
    named = any(
        each.startswith("@") and story.index.rare(each, _RARE)
        for each in promise.stems & place.stems
    )
    again = (_told_again(place) and day) + _of_then(promise, story, place)
    plain = {each for each in promise.stems if not each.startswith("@")}
    whole = len(plain) > 1 and plain <= place.stems
    return who + named + day + again + whole


def _for_all(promise: _Promise, place: Place) -> bool:
    """Whether all for whom the parties speak are named: "Oslo and Lima" for two ministers."""
    return len(promise.nations) > 1 and promise.nations <= place.stems


def _told_again(place: Place) -> bool:
    return any(word in _TOLD_AGAIN for word in low_words(place.text))


def _of_then(promise: _Promise, story: _Later, place: Place) -> int:
    """Ties of a sentence that tells when it was promised: "announced last September"."""
    made = when(promise.commitment.made)
    if made is None or not _told_again(place):
        return 0
    days = [when(timex.edtf) for timex in story.timexes(place)]
    then = (d for d in days if d is not None and (d.latest - d.earliest).days <= _MONTH)
    return _PROMISED_THEN * any(d.meets(made) for d in then)


def _fits_day(promise: _Promise, told: When | None) -> bool:
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
    promise: _Promise, timexes: Sequence[Timex], place: Place, told: When
) -> FollowUpStatus | None:
    """Met or late by the day it was done; by the words and the day of the report without one."""
    due = promise.due
    if due is None:
        return "late" if LATE_BY.search(place.text) else "met"
    made = when(promise.commitment.made)
    words = set(low_words(place.text))
    days = [
        day
        for timex in timexes
        if timex.modality == "happened" and (day := when(timex.edtf)) is not None
        if (day.latest - day.earliest).days <= _MONTH and day.latest != due.latest
        # "Promised in May": the day of the promise is not that of the deed.
        if made is None or not day.meets(made)
    ]
    if not days and due.certain and _told_for(timexes, due):
        return "met"
    if LATE_BY.search(place.text) and all(day.latest > due.latest for day in days):
        return "late"
    if EARLY_BY.search(place.text):
        return "met"
    if days:
        late = all(day.earliest > due.latest for day in days)
        # An appointment for one day is not kept late by another thing weeks after.
        appointed = not (promise.commitment.due or "").startswith("../")
        far = min((day.earliest - due.latest).days for day in days) > _MONTH
        # Another meeting on another day is no meeting held late, unless that is said.
        other = verb_of(promise.text) in _VISITING and not _LATE & words
        return None if late and appointed and (far or other) else "late" if late else "met"
    if told.earliest > due.latest and words & _LATE:
        return "late"
    appointed = due.certain and not (promise.commitment.due or "").startswith("../")
    return None if appointed and (told.earliest - due.latest).days > _MONTH else "met"
