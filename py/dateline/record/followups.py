"""What became of each commitment, as far as later reports tell.

Only a sentence of a later report that speaks of the same thing in mostly the same words counts,
and only words of outcome make it a verdict: silence is "not reported", never "broken".
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dateline.annotation.quotations.lexicon import inflect
from dateline.model import Annotations, Commitment, FollowUp, FollowUpStatus, Meeting, Source
from dateline.record.days import When, when
from dateline.record.threads import source
from dateline.record.wording import (
    Place,
    SentenceIndex,
    content_stems,
    listed,
    low_words,
    stem,
)

# Share of a promise's weighted words that a sentence must hold to speak of the same thing; below
# it, sentences on one subject but another matter came up in the five seed reports.
_SAME_THING = 0.6
# A promise of fewer telling words is too vague to be found again.
_LEAST_STEMS = 2
_MOST_EVIDENCE = 3
_VISITING = frozenset({"visit", "travel", "return", "fly", "meet", "go", "come", "host", "hold"})
_MOST_LOOKED_AT = 20
_REACH = 5
_MET, _BROKEN, _WAITING = listed("met"), listed("broken"), listed("waiting")
_WAS_TO = re.compile(r"\b(?:was|were) to have\b|\bshould have been\b")
_WAITS = frozenset({"yet", "to"})
_BEGUN = frozenset({"began", "begun", "started"})
_IRREGULAR = {
    verb: [f"{verb}s", past, f"{verb}ing"]
    for verb, past in (
        ("hold", "held"),
        ("meet", "met"),
        ("pay", "paid"),
        ("send", "sent"),
        ("give", "gave"),
        ("build", "built"),
        ("cut", "cut"),
        ("begin", "began"),
        ("speak", "spoke"),
        ("go", "went"),
        ("leave", "left"),
        ("sell", "sold"),
        ("buy", "bought"),
        ("set", "set"),
        ("withdraw", "withdrew"),
        ("step", "stepped"),
        ("quit", "quit"),
        ("bring", "brought"),
        ("put", "put"),
        ("make", "made"),
        ("take", "took"),
        ("keep", "kept"),
        ("lift", "lifted"),
        ("spend", "spent"),
        ("stop", "stopped"),
        ("shut", "shut"),
        ("drop", "dropped"),
        ("win", "won"),
        ("submit", "submitted"),
        ("admit", "admitted"),
        ("ban", "banned"),
        ("grow", "grew"),
        ("show", "showed"),
        ("write", "wrote"),
        ("return", "returned"),
    )
}
_NEGATIONS, _PLANS = listed("negations"), listed("plans")


@dataclass(frozen=True, slots=True)
class _Promise:
    """A commitment with what is needed to find it again."""

    commitment: Commitment
    source: Source
    document: int
    text: str
    stems: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Verdict:
    """What one later sentence says of a promise."""

    status: FollowUpStatus
    place: Place


def follow_up(
    annotations: Sequence[Annotations], meetings: Sequence[Meeting]
) -> tuple[FollowUp, ...]:
    """Every commitment with its verdict and the sentences that prove it, in the story's order."""
    index = SentenceIndex.of(annotations)
    dates = [when(one.article.published.edtf) for one in annotations]
    held = _by_participant(meetings)
    last = max((day for day in dates if day), key=lambda d: d.latest, default=None)
    return tuple(
        _followed(promise, index, dates, last, held.get(promise.commitment.parties[:1], ()))
        for number, one in enumerate(annotations)
        for promise in _promises(number, one)
    )


def _promises(number: int, one: Annotations) -> Iterator[_Promise]:
    for commitment in one.commitments:
        sentence = one.article.sentence_at(commitment.sentence.start)
        if sentence is None:
            continue
        text = commitment.action.of(one.article.text)
        yield _Promise(commitment, source(one, sentence), number, text, content_stems(text))


def _followed(
    promise: _Promise,
    index: SentenceIndex,
    dates: Sequence[When | None],
    last: When | None,
    held: Sequence[Meeting],
) -> FollowUp:
    kept = _kept_by_meeting(promise, held, dates[promise.document])
    if kept is not None:
        return FollowUp(promise.commitment, promise.source, "met", (kept,))
    verdicts = list(_verdicts(promise, index, dates))
    for status in ("late", "met", "broken", "open"):
        told = [verdict.place for verdict in verdicts if verdict.status == status]
        if told:
            late = status == "met" and _late(promise, told[0], dates)
            evidence = tuple(place.source for place in told[:_MOST_EVIDENCE])
            return FollowUp(
                promise.commitment, promise.source, "late" if late else status, evidence
            )
    due = when(promise.commitment.due) or _end_of(promise.commitment.due)
    ahead = due is not None and last is not None and due.latest >= last.latest
    return FollowUp(promise.commitment, promise.source, "open" if ahead else "not reported")


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
) -> Source | None:
    """The report of a meeting that keeps a promise to visit a place, in the time promised."""
    due = when(promise.commitment.due)
    if _verb_of(promise.text) not in _VISITING or due is None or reported is None:
        return None
    words = set(low_words(promise.text))
    for meeting in held:
        day = when(meeting.edtf)
        there = meeting.place is not None and set(meeting.place.split("-")) <= words
        kept = day is not None and day.within(due.earliest, due.latest)
        if there and kept and day is not None and day.earliest >= reported.earliest:
            return meeting.reports[0].source
    return None


def _end_of(due: str | None) -> When | None:
    """The known end of a due date such as `../2025`."""
    return when(due.removeprefix("../")) if due and due.startswith("../") else None


def _verdicts(
    promise: _Promise, index: SentenceIndex, dates: Sequence[When | None]
) -> Iterator[_Verdict]:
    made = dates[promise.document]
    if made is None or len(promise.stems) < _LEAST_STEMS:
        return
    looked_at = 0
    for score, place in index.similar(promise.stems):
        later = dates[place.document]
        if score < _SAME_THING or looked_at >= _MOST_LOOKED_AT:
            return
        if place.document == promise.document or later is None or later.earliest <= made.latest:
            continue
        looked_at += 1
        status = _overdue(outcome(promise.text, place.text), promise, place, later)
        yield _Verdict(status, place)


def _overdue(status: FollowUpStatus, promise: _Promise, place: Place, told: When) -> FollowUpStatus:
    """A promise told as still unkept after its day is broken."""
    due = when(promise.commitment.due) or _end_of(promise.commitment.due)
    if due is not None and told.earliest > due.latest and _WAS_TO.search(place.text):
        return "late"
    waits = status == "open" and set(low_words(place.text)) >= _WAITS
    return "broken" if waits and due is not None and told.earliest > due.latest else status


def outcome(action: str, sentence: str) -> FollowUpStatus:
    """What a sentence says of the action promised: done, not done, or still to come.

    "Open" is also the answer for a sentence that speaks of the thing as planned.
    """
    words = low_words(sentence)
    done, bare = _past_forms(action), _verb_of(action)
    status: FollowUpStatus = "open"
    for at, word in enumerate(words):
        before = words[max(0, at - _REACH) : at]
        if word in _WAITING and "to" in words[at + 1 : at + 3]:
            return "open"
        if word in _BROKEN:
            return "broken"
        begun = word == bare and any(each in _BEGUN for each in before[-2:])
        if word in done or begun or (word in _MET and _in_passive(before)):
            if begun:
                return "met"
            if any(each in _NEGATIONS for each in before):
                return "broken"
            if not any(each in _PLANS for each in before[-3:]):
                status = "met"
    return status


def _in_passive(before: Sequence[str]) -> bool:
    return any(each in ("was", "were", "been", "has", "have", "had") for each in before[-3:])


def _past_forms(action: str) -> frozenset[str]:
    """The past forms of the verb the action begins with: "to launch a fund" gives "launched"."""
    verb = _verb_of(action)
    if not verb:
        return frozenset()
    forms = {form for form, tense in inflect(verb, _IRREGULAR).items() if tense == "past"}
    return frozenset(forms | {each for each in _MET if stem(each) == stem(verb) and each != verb})


def _verb_of(action: str) -> str:
    words = [word for word in low_words(action) if word != "to" and not word.endswith("ly")]
    return words[0] if words else ""


def _late(promise: _Promise, place: Place, dates: Sequence[When | None]) -> bool:
    """Whether the first report of it comes so long after the due date that it was late.

    A report may tell of something done in time; it counts as late only when it says so.
    """
    due = when(promise.commitment.due) or _end_of(promise.commitment.due)
    told = dates[place.document]
    if due is None or told is None or told.earliest <= due.latest:
        return False
    words = low_words(place.text)
    return any(word in ("late", "later", "delayed", "after", "overdue", "behind") for word in words)
