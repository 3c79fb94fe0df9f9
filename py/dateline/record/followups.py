"""What became of each commitment, as far as later reports tell.

Every sentence of a later report that speaks of the same thing is read (`verdicts`), and of what
they say the most telling counts. Silence is "not reported", never "broken".
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from dateline.annotation.events.homes import seats
from dateline.model import Annotations, Commitment, FollowUp, FollowUpStatus, Meeting, Source, Span
from dateline.record.days import When, when
from dateline.record.deeds import verb_of
from dateline.record.departures import Departures
from dateline.record.fates import fate
from dateline.record.named_days import Named, named_days
from dateline.record.outcomes import NOT_TO_THIS_DAY
from dateline.record.promises import Later, Promise, beginning_of, end_of
from dateline.record.recalls import counted_clause
from dateline.record.threads import source
from dateline.record.ties import VISITING
from dateline.record.verdicts import LEAST_SHARE, read
from dateline.record.wording import Place, SentenceIndex, content_stems, low_words, telling
from dateline.text import plain

# A promise of fewer telling words is too vague to be found again.
_LEAST_STEMS = 2
_GATHERING = frozenset({"meet", "reconvene", "convene"})
# An action of no more telling words is looked for with those of its sentence.
_FEW_STEMS = 1
_MOST_EVIDENCE = 3
_MOST_LOOKED_AT = 40
_MONTH = 31
_YEAR = 366
_MOST_SHORT = 4
"""Days that months differ in, and one."""
_WILL_END = re.compile(r" (?:will|would|'ll|is to|are to)(?: now| also)? *$")
_NOT_TO = re.compile(r"(?:to )?(?:not|never|no|none)\b")
_NO_ONE_WILL = re.compile(
    r"\b(?:no|none|neither|nobody|not) [^,;:\"]{0,60}\b(?:will|would|'ll)(?: ever| again)? *$"
)
_PRONOUN = re.compile(r"(?:^|[ \"])(?:it|they|these|this|both|those)\b")
_CLAUSES = re.compile(r"[,;:]| that | said | says | and |\"")


@dataclass(frozen=True, slots=True)
class _Verdict:
    """What one later sentence says of a promise."""

    status: FollowUpStatus
    place: Place
    score: float


def follow_up(
    annotations: Sequence[Annotations],
    meetings: Sequence[Meeting],
    index: SentenceIndex,
    speaks_for: Mapping[str, str],
) -> tuple[FollowUp, ...]:
    """Every commitment with its verdict and the sentences that prove it, in the story's order.

    `index` is that of `annotations`.
    """
    story = Later(annotations, index)
    held = _by_participant(meetings, speaks_for)
    promises = [
        promise
        for number, one in enumerate(annotations)
        for promise in _promises(number, one, speaks_for)
    ]
    named = named_days(promises, story)
    departures = Departures(annotations)
    return tuple(
        _kept_by_event(promise, story, held.get(promise.commitment.parties[:1], ()), departures)
        or _followed(promise, story, named.get(at, ()))
        for at, promise in enumerate(promises)
    )


def _promises(number: int, one: Annotations, speaks_for: Mapping[str, str]) -> Iterator[Promise]:
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
        yield Promise(
            commitment,
            source(one, sentence),
            number,
            commitment.action.of(one.article.text),
            own if len(own) > _FEW_STEMS else own | around,
            around,
            _of_pronoun(one, commitment, sentence.index) - parties,
            parties,
            frozenset(f"@{e.id}" for e in one.entities if e.type == "place") & own,
            frozenset((f"@{commitment.reported_by}",) if commitment.reported_by else ()),
            frozenset(f"@{speaks_for[id_]}" for id_ in commitment.parties if id_ in speaks_for),
            when(commitment.due) or end_of(commitment.due),
            negative=_is_negative(one, commitment),
            invited=commitment.trigger.of(one.article.text).lower().startswith(("accept", "invit")),
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


def _of_pronoun(one: Annotations, commitment: Commitment, index: int) -> frozenset[str]:
    """The stems of the sentence before, where the promise is told of an "it" or "they"."""
    text = one.article.text
    clause = plain(text[commitment.sentence.start : commitment.action.start]).lower()
    if index == 1 or _PRONOUN.search(_CLAUSES.split(clause)[-1]) is None:
        return frozenset()
    before = one.article.sentences[index - 2]  # they are numbered from 1
    return telling(one, before.span)


def _is_negative(one: Annotations, commitment: Commitment) -> bool:
    """Whether it is promised that something will not be: "not to raise it", "no one would lose"."""
    text = one.article.text
    before = plain(text[commitment.sentence.start : commitment.action.start]).lower()
    action = plain(commitment.action.of(text)).lower()
    return _NOT_TO.match(action) is not None or _NO_ONE_WILL.search(before) is not None


def _kept_by_event(
    promise: Promise, story: Later, held: Sequence[_Held], departures: Departures
) -> FollowUp | None:
    """What an event of the record made of a promise: a meeting, or that somebody resigned."""
    told = _kept_by_meeting(promise, held, story.dates[promise.document])
    told = told or departures.end_of(promise, story)
    if told is None:
        return None
    status, report = told
    return FollowUp(promise.commitment, promise.source, status, (report,))


def _followed(promise: Promise, story: Later, named: Sequence[Named]) -> FollowUp:
    verdicts = [*_counted(promise, story), *_verdicts(promise, story)]
    if not verdicts:
        verdicts = list(_by_named_day(promise, story, named))
    for status in _order(verdicts):
        told = [verdict for verdict in verdicts if verdict.status == status]
        if told:
            best = sorted(told, key=lambda verdict: -verdict.score)
            evidence = tuple(dict.fromkeys(verdict.place.source for verdict in best))
            return FollowUp(promise.commitment, promise.source, status, evidence[:_MOST_EVIDENCE])
    return FollowUp(promise.commitment, promise.source, _silent(promise, story))


def _order(verdicts: Sequence[_Verdict]) -> tuple[FollowUpStatus, ...]:
    """The verdicts by how much they tell: of met, late and broken the one in the better sentence.

    What is told as late by one report and as not done by another came in the end.
    """
    best = {verdict.status: verdict.score for verdict in reversed(verdicts)}
    if "late" not in best and best.get("broken", 0.0) > best.get("met", 0.0):
        return "broken", "met", "open"
    if best.get("met", 0.0) > best.get("late", 0.0):
        return "met", "late", "broken", "open"
    return "late", "met", "broken", "open"


def _silent(promise: Promise, story: Later) -> FollowUpStatus:
    """Open while the day is ahead, or while there is no later report to tell."""
    due, last, told = promise.due, story.last, story.dates[promise.document]
    if last is None:
        return "not reported"
    if due is None and (begins := beginning_of(promise.commitment.due)) is not None:
        return "open" if begins.earliest > last.latest else "not reported"
    if due is not None:
        return "open" if due.latest >= last.latest else "not reported"
    return "open" if told is not None and told.latest >= last.latest else "not reported"


_Held = tuple[Meeting, frozenset[str]]
"""A meeting, and who was there: those who took part, and whom they speak for."""


def _by_participant(
    meetings: Sequence[Meeting], speaks_for: Mapping[str, str]
) -> dict[tuple[str, ...], list[_Held]]:
    """The meetings that took place, by each one who was there."""
    found: dict[tuple[str, ...], list[_Held]] = defaultdict(list)
    for meeting in meetings:
        if meeting.modality == "happened":
            homes = (speaks_for[id_] for id_ in meeting.participants if id_ in speaks_for)
            present = frozenset((*meeting.participants, *homes))
            for id_ in sorted(present):
                found[(id_,)].append((meeting, present))
    return found


def _kept_by_meeting(
    promise: Promise, held: Sequence[_Held], reported: When | None
) -> tuple[FollowUpStatus, Source] | None:
    """The report of a meeting that keeps a promise: to visit its place, or that they will meet who
    met. A visit within a year after it was due is a late one.
    """
    verb = verb_of(promise.text)
    meets = verb in _GATHERING and (len(promise.commitment.parties) > 1 or _on_one_day(promise))
    visits = verb in VISITING or promise.invited
    if promise.negative or reported is None or not (visits or meets):
        return None
    first, last = _time_for(promise, reported)
    for meeting, present in held:
        day = when(meeting.edtf)
        # The last of the others: an earlier one may have announced it, too.
        others = [r.source for r in meeting.reports if r.source.document != promise.source.document]
        early = day is None or day.earliest < reported.earliest
        if (
            day is None
            or early
            or not (others and _is_meant(promise, meeting, present, day, meets))
        ):
            continue
        if day.within(first, last):
            return "met", others[-1]
        # A visit on one day is no other's; one "in the first half of the year" may come late.
        wide = not meets and (last - first).days >= _MONTH - _MOST_SHORT
        if wide and 0 < (day.earliest - last).days < _YEAR:
            return "late", others[-1]
    return None


def _on_one_day(promise: Promise) -> bool:
    return promise.due is not None and promise.due.certain


def _is_meant(
    promise: Promise, meeting: Meeting, present: frozenset[str], day: When, meets: bool
) -> bool:
    """Whether a meeting is the one promised: of those parties, or at that place.

    "Will meet the premier on Thursday": whom he met that day is hardly another.
    """
    there = meeting.place is not None and _lies_in(meeting.place, set(low_words(promise.text)))
    parties = promise.commitment.parties
    if meets and len(parties) == 1:
        return promise.due is not None and day.meets(promise.due)
    if meets:
        elsewhere = promise.places and meeting.place and not there
        return present.issuperset(parties) and not elsewhere
    return there


def _time_for(promise: Promise, reported: When) -> tuple[date, date]:
    """The first and last day on which the promise is kept: any day to come, where none is named."""
    named, due = when(promise.commitment.due), promise.due
    if named is not None:
        return named.earliest, named.latest
    return reported.earliest, date.max if due is None else due.latest


def _lies_in(place: str, words: set[str]) -> bool:
    """Whether a place is named, or the country whose capital it is."""
    land = seats().get(place, place)
    return set(place.split("-")) <= words or set(land.split("-")) <= words


def _counted(promise: Promise, story: Later) -> Iterator[_Verdict]:
    """What is told as so many days early or late, and was due on the promise's own day."""
    # "From Monday": what was to begin then may come late.
    due = promise.due or beginning_of(promise.commitment.due)
    made = story.dates[promise.document]
    if due is None or made is None or promise.negative:
        return
    for place, status in story.told_due(due.latest):
        later = story.dates[place.document]
        if place.document == promise.document or later is None or later.earliest <= made.latest:
            continue
        told = counted_clause(place.text) or ""
        if content_stems(told) & promise.stems and not NOT_TO_THIS_DAY.search(told):
            yield _Verdict(status, place, 1.0)


def _by_named_day(promise: Promise, story: Later, named: Sequence[Named]) -> Iterator[_Verdict]:
    for each in named:
        told = fate(promise, story, each)
        if told is not None:
            yield _Verdict(*told, each.score)


def _verdicts(promise: Promise, story: Later) -> Iterator[_Verdict]:
    made = story.dates[promise.document]
    if made is None or len(promise.stems) < _LEAST_STEMS:
        return
    looked_at = 0
    for score, place in story.index.similar(promise.stems, promise.beside):
        later = story.dates[place.document]
        if score < LEAST_SHARE or looked_at >= _MOST_LOOKED_AT:
            return
        if place.document == promise.document or later is None or later.earliest <= made.latest:
            continue
        looked_at += 1
        heard = read(promise, story, place, score, later)
        if heard is not None:
            yield _Verdict(heard.status, heard.place, score)
