"""How long a meeting lasted and which in number it was, where the accounts differ."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from dateline.annotation.events.lexicon import ENCOUNTERS
from dateline.model import Account, Annotations, Disagreement, Event, Meeting, Sentence, Span
from dateline.record.numbers import cardinal, ordinal
from dateline.record.threads import source
from dateline.record.wording import low_words
from dateline.text import plain

_UNITS = frozenset({"minute", "minutes", "hour", "hours"})
_HOUR_WORDS = {
    "an hour and a half": 90,
    "half an hour": 30,
    "half-hour": 30,
    "a quarter of an hour": 15,
    "an hour": 60,
}
_HOURS = re.compile("|".join(rf"\b{words}\b" for words in _HOUR_WORDS))
_MINUTES = {"hour": 60, "hours": 60}
# "About an hour" and "roughly 65 minutes" are one account.
_ROUNDING = 0.2
# What is told of a meeting may stand so many code points before its word.
_AHEAD = 60
# "More than an hour" is longer than 50 minutes by more than rounding.
_MORE = 1.2
_TOGETHER = re.compile(
    r"\b(?:together|lasted|talked|spoke|met|meeting|encounter|conversation|talks|call|spent|ran)\b"
)
_COMPARED = frozenset({"longer", "shorter", "more", "less", "later", "earlier", "late", "early"})
MOST_SAID = 1000
_TWO = 2


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure that one account gives."""

    value: float
    unit: str
    """What is counted; empty for "put the number at"."""
    account: Account
    said: Span
    stems: frozenset[str] = frozenset()
    """Content words around it, the unit left out."""
    put: bool = False
    """Told as an estimate: "put the number at"."""
    points: bool = False
    """A number without its thing, which stands for what was counted before: "said 12 had met"."""
    plain: bool = False
    """Told by the reporter, or in words that only an account that points back makes a figure."""


def of_meetings(
    annotations: Sequence[Annotations], meetings: Sequence[Meeting], names: dict[str, str]
) -> Iterator[Disagreement]:
    """The lengths and ordinals that the reports of one meeting give it."""
    by_document = {one.article.document.id: one for one in annotations}
    for meeting in meetings:
        told: dict[str, list[Figure]] = defaultdict(list)
        for report in meeting.reports:
            one = by_document.get(report.source.document)
            for figure in _in_meeting(one, meeting, report.in_passing) if one else ():
                told[figure.unit].append(figure)
        for unit, figures in sorted(told.items()):
            apart = _apart(figures)
            if apart:
                accounts = tuple(figure.account for figure in apart)
                yield Disagreement(_named(unit, meeting, names), accounts)


def _in_meeting(one: Annotations, meeting: Meeting, aside: bool) -> Iterator[Figure]:
    """What one report tells; `aside` in passing, where only how long it was is surely its own."""
    seen: set[tuple[str, float]] = set()
    for event in one.events:
        sentence = one.article.sentence_at(event.trigger.start)
        if event.in_passing is not aside or not _is_of(event, meeting) or sentence is None:
            continue
        if not _named_by(one, meeting, sentence.span.end):
            continue  # "the talks" of others, before these are told of
        for unit, value in _read(one, event, sentence):
            if (unit, value) not in seen and not (aside and unit != "length"):
                seen.add((unit, value))
                account = Account(source(one, sentence), speaker_at(one, event.trigger))
                yield Figure(value, unit, account, event.trigger)


def _named_by(one: Annotations, meeting: Meeting, end: int) -> bool:
    """Whether the report has named one of those who met before an offset."""
    last = bisect_left(one.mentions, end, key=lambda m: m.span.start)
    return any(m.entity in meeting.participants for m in one.mentions[:last])


def _is_of(event: Event, meeting: Meeting) -> bool:
    """Whether an event tells of a meeting: its day, and two who met or all of them."""
    if event.kind not in ENCOUNTERS or event.modality != meeting.modality:
        return False
    same = event.participants == meeting.participants
    both = len(event.participants) > 1 and set(event.participants) <= set(meeting.participants)
    if event.in_passing and event.edtf is None:
        return False
    return same or (both and event.edtf == meeting.edtf)


def _read(one: Annotations, event: Event, sentence: Sentence) -> Iterator[tuple[str, int]]:
    start = max(sentence.span.start, event.trigger.start - _AHEAD)
    text = plain(one.article.text[start : _own_end(one, event, sentence)])
    text = _spelled_hours(text.lower()).replace("-", " ")
    at = 0
    for part in text.split(","):
        # What number it was is told beside the word for it: not in "the second, in May".
        beside = at <= event.trigger.start - start <= at + len(part)
        yield from _read_part(low_words(part), beside)
        at += len(part) + 1


def _spelled_hours(text: str) -> str:
    """With "half an hour" as "30 minutes", "an hour and a half" as "90 minutes"."""
    return _HOURS.sub(lambda found: f"{_HOUR_WORDS[found[0]]} minutes", text)


_OVER = (["since"], ["in"], ["this"], ["for"])


def _read_part(words: Sequence[str], beside: bool) -> Iterator[tuple[str, int]]:
    for at, (number, unit) in enumerate(pairwise(words)):
        value = cardinal(number)
        # "An hour longer than planned" tells no length.
        compared = words[at + 2 : at + 3] and words[at + 2] in _COMPARED
        if value is not None and unit in _UNITS and not compared:
            more = list(words[max(0, at - 2) : at]) in (["more", "than"], ["well", "over"])
            yield "length", round(value * _MINUTES.get(unit, 1) * (_MORE if more else 1))
        place = ordinal(number) if beside else None
        if place is not None and unit in ("in", "summit", "meeting", "time", "round", "visit"):
            # The first since 2022 may be the second in a month.
            over = words[at + 2 : at + 5] if words[at + 2 : at + 3] in _OVER else []
            yield " ".join(["number", *over]), place


def _own_end(one: Annotations, event: Event, sentence: Sentence) -> int:
    """Where the sentence goes over to an encounter of others."""
    later = (
        each.trigger.start
        for each in one.events
        if each.kind in ENCOUNTERS
        and each.trigger.start > event.trigger.start
        and each.participants != event.participants
        and sentence.span.covers(each.trigger)
    )
    return min(later, default=sentence.span.end)


def speaker_at(one: Annotations, span: Span) -> str | None:
    """Entity of the one in whose reported words the span stands."""
    for quotation in one.quotations[:MOST_SAID]:
        if quotation.content.covers(span) and quotation.speaker is not None:
            return quotation.speaker.entity
    return None


def _apart(figures: Sequence[Figure]) -> list[Figure]:
    """One account for each figure, when they differ by more than rounding.

    One sentence that gives two figures counts two things.
    """
    values = {figure.value: figure for figure in reversed(figures)}
    if len(values) < 2 or len({figure.account for figure in values.values()}) < 2:
        return []
    low, high = min(values), max(values)
    if figures[0].unit == "length" and high - low < _ROUNDING * high:
        return []
    return [values[value] for value in sorted(values)]


def _named(unit: str, meeting: Meeting, names: dict[str, str]) -> str:
    people = " and ".join(names.get(id_, id_) for id_ in meeting.participants[:3])
    label = "How long the meeting lasted" if unit == "length" else "Which meeting in number it was"
    return f"{label}: {people}, {meeting.edtf}"


def lengths(one: Annotations) -> Iterator[Figure]:
    """How long each saying tells that some met: "said the encounter lasted 20 minutes"."""
    for quotation in one.quotations[:MOST_SAID]:
        sentence = one.article.sentence_at(quotation.content.start)
        if sentence is None or quotation.speaker is None:
            continue
        said = quotation.content.of(one.article.text)
        if "hour" not in said and "minute" not in said:
            continue
        text = _spelled_hours(plain(said).lower())
        told = [value for unit, value in _read_part(low_words(text), False) if unit == "length"]
        if len(told) == 1 and _TOGETHER.search(text):
            account = Account(source(one, sentence), quotation.speaker.entity)
            yield Figure(float(told[0]), "length", account, quotation.content)


def of_neighbours_in_length(one: Annotations) -> Iterator[Disagreement]:
    """Two lengths that one report tells in neighbouring sentences, by different speakers."""
    for earlier, later in pairwise(lengths(one)):
        apart = later.account.source.sentence - earlier.account.source.sentence
        others = earlier.account.speaker != later.account.speaker or later.account.speaker is None
        same = _same_company(one, earlier.said, later.said)
        if apart <= 1 and others and same and len(_apart([earlier, later])) > 1:
            yield Disagreement("How long they talked", (earlier.account, later.account))


def _same_company(one: Annotations, earlier: Span, later: Span) -> bool:
    """Whether two sayings may be of one encounter: the later one names no other two who met."""
    before, after = (
        {m.entity for m in one.mentions if m.type == "person" and said.covers(m.span)}
        for said in (earlier, later)
    )
    return len(after) < _TWO or bool(before & after)
