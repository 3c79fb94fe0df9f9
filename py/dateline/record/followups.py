"""What became of each commitment, as far as later reports tell.

Only a sentence of a later report that speaks of the same thing in mostly the same words counts,
and only words of outcome make it a verdict: silence is "not reported", never "broken".
"""

from __future__ import annotations

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
_MOST_LOOKED_AT = 20
_REACH = 5
_MET, _BROKEN, _WAITING = listed("met"), listed("broken"), listed("waiting")
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
    last = max((day for day in dates if day), key=lambda d: d.latest, default=None)
    return tuple(
        _followed(promise, index, dates, last)
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
    promise: _Promise, index: SentenceIndex, dates: Sequence[When | None], last: When | None
) -> FollowUp:
    verdicts = list(_verdicts(promise, index, dates))
    for status in ("met", "broken", "open"):
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
        status = outcome(promise.text, place.text)
        if status is not None:
            yield _Verdict(status, place)


def outcome(action: str, sentence: str) -> FollowUpStatus | None:
    """What a sentence says of the action promised: done, not done, or still to come.

    "Open" is also the answer for a sentence that speaks of the thing as planned.
    """
    words = low_words(sentence)
    done = _past_forms(action)
    status: FollowUpStatus = "open"
    for at, word in enumerate(words):
        before = words[max(0, at - _REACH) : at]
        if word in _WAITING and "to" in words[at + 1 : at + 3]:
            return "open"
        if word in _BROKEN:
            return "broken"
        if word in done or (word in _MET and _in_passive(before)):
            if any(each in _NEGATIONS for each in before):
                return "broken"
            if not any(each in _PLANS for each in before[-3:]):
                status = "met"
    return status


def _in_passive(before: Sequence[str]) -> bool:
    return any(each in ("was", "were", "been", "has", "have", "had") for each in before[-3:])


def _past_forms(action: str) -> frozenset[str]:
    """The past forms of the verb the action begins with: "to launch a fund" gives "launched"."""
    words = [word for word in low_words(action) if word != "to"][:2]
    forms: set[str] = set()
    for word in words:
        if word.endswith("ly"):
            continue
        forms.update(form for form, tense in inflect(word, {}).items() if tense == "past")
        forms.update(each for each in _MET if stem(each) == stem(word) and each != word)
        break
    return frozenset(forms)


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
