"""Figures of one thing that differ between accounts: how long, how many, how much."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from dateline.annotation.events.lexicon import ENCOUNTERS
from dateline.model import (
    Account,
    Annotations,
    Disagreement,
    Event,
    Meeting,
    Sentence,
    Span,
)
from dateline.record.numbers import cardinal, ordinal, word_list
from dateline.record.threads import source
from dateline.record.wording import content_stems, low_words
from dateline.text import plain

_UNITS = frozenset({"minute", "minutes", "hour", "hours"})
_MINUTES = {"hour": 60, "hours": 60}
# "About an hour" and "roughly 65 minutes" are one account.
_ROUNDING = 0.2
# What is told of a meeting may stand so many code points before its word.
_AHEAD = 60
# "More than an hour" is longer than 50 minutes by more than rounding.
_MORE = 1.2
# Two sides' figures of one thing stand this many sentences apart at most.
_NEAR = 2
# "A quarter of that": no number of its own, but another than the one before.
_OF_THAT = -1.0
_MOST_SAID = 1000
_MOST_NAMES = 20
_COUNTED = re.compile(
    r"\b(\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?|[a-z]{3,9}(?:-[a-z]{3,5})?) "
    r"(per ?cent"
    r"|(?:of (?:its|his|her|their|our|the) (?:\d[\d,]* )?)?(?:other |more )?[a-z]{3,14})\b"
)
_PUT_AT = re.compile(
    r"\b(?:put|puts|putting|estimated|estimates|set) "
    r"(?:(?:the|its|his|her|their) (?:[a-z]{2,14} ){1,8}|(?:it|them|that|this) )at "
    r"(?:about |around |some |nearly |only |just |fewer than |more than |less than |at least )?"
    r"[$£€]?(?:(?P<share>(?:a |one )?(?:half|third|quarter|fifth|tenth)|twice|double|half)\b"
    r"|(?P<number>\d[\d,.]*|[a-z]{3,9})\b(?: (?P<unit>per ?cent|[a-z]{3,14}))?)"
    # "the army counts 61", "the regulator makes it 16"
    r"|\b(?:counts|counted|tallied|recorded|logged|lists|listed|speaks? of|spoke of|makes? it) "
    r"(?:only )?(?P<bare>\d[\d,]*\d|\d|[a-z]{3,9})(?=[,.;]|$)"
)
# A death toll is told in many words and counts one thing.
_TOLL = re.compile(
    r"\b(?P<dead>\d{1,3}(?:,\d{3})+|\d{1,6}|[a-z]{3,9}(?:-[a-z]{3,5})?) "
    r"(?:of (?:his|her|its|their|the|our) (?:[a-z]{3,12} )?[a-z]{3,14} "
    r"|(?:other |more )?[a-z]{3,12} )?"
    r"(?:(?:had |have |has |were |was |are |been ){0,4}(?:died|killed|dead|perished)\b"
    r"|deaths\b|bodies\b)"
    r"|\blost (?P<lost>\d{1,6}|[a-z]{3,9}) (?:of its )?(?:men|man|soldiers?|fighters?|people)\b"
    r"|\b(?:killed|killing|death toll (?:at|of|to|was|is|stands at|stood at|rose to|reached)) "
    r"(?:at least |about |some |nearly |more than |only )?"
    r"(?P<killed>\d{1,3}(?:,\d{3})+|\d{1,6}|[a-z]{3,9}(?:-[a-z]{3,5})?)\b"
)
_DEATHS = "deaths"
# "Put the number of marchers at 3,000", and another says that 15,000 people came.
_PEOPLE = frozenset({"people", "persons", "marchers", "protesters", "demonstrators", "supporters"})
_TOGETHER = re.compile(
    r"\b(?:together|lasted|talked|spoke|met|meeting|encounter|conversation|talks|call|spent|ran)\b"
)
_SCALES = {"thousand": 10**3, "million": 10**6, "billion": 10**9}
_SCALED = re.compile(r"\b(\d{1,6}(?:\.\d{1,3})?) (thousand|million|billion)\b")
_MONEY = re.compile(
    r"[$£€¥](\d{1,3}(?:,\d{3})+|\d{1,9}(?:\.\d{1,3})?)(?:\s?(m|mn|bn|tn|million|billion|trillion))?\b"
)
_MONEY_SCALES = {"m": 10**6, "mn": 10**6, "million": 10**6, "bn": 10**9, "billion": 10**9}
_MONEY_SCALES |= {"tn": 10**12, "trillion": 10**12}
# What one side's sum and the other's are of: "the true figure", "put the cost".
_SUM = re.compile(r"\b(?:figure|cost|price|sum|amount|loss|losses|bill|total|value)\b")
# "Nine had passed": a number that stands for what the sentence before counts.
_ALONE = re.compile(
    r"^(?:that )?(?:by then |so far |of the [^;]{3,90}, )?"
    r"(?:(?:there|it) (?:had been|have been|has been|were|are|was|is) )?"
    r"(?:only |just |about |some |nearly |no more than |fewer than |at least |up to )?"
    r"(\d[\d,]*\d|\d|[a-z]{3,9})(?: (?:had|have|were|are|was|did)\b|(?: percent)?$)"
    r"|^(?:that )?(?:by then |so far )?"
    r"(?:the|its) (?:[a-z]{4,10} )?(?:number|figure|total|toll|count)"
    r"(?: of [a-z' -]{3,70}?)? (?:is|was|stood at|stands at|had reached|has reached)(?: closer to)?"
    r" (?:only |just |about |some |around |nearly |at least )?(\d[\d,]*\d|\d|[a-z]{3,9})\b"
)
# What is counted in time, money or order is not a count of one thing.
_NOT_COUNTED = frozenset(
    word_list(
        "year years month months week weeks day days hour hours minute minutes second seconds "
        "million billion trillion thousand hundred times time of and or to in per the a "
        "sides parties leaders countries nations governments"
    )
)


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


def find_figures(
    annotations: Sequence[Annotations], meetings: Sequence[Meeting], names: dict[str, str]
) -> Iterator[Disagreement]:
    """Lengths and ordinals of one meeting; then counts that neighbouring accounts differ in."""
    yield from _of_meetings(annotations, meetings, names)
    for one in annotations:
        yield from _of_neighbours(one)
        yield from _of_neighbours_in_length(one)


def _of_meetings(
    annotations: Sequence[Annotations], meetings: Sequence[Meeting], names: dict[str, str]
) -> Iterator[Disagreement]:
    by_document = {one.article.document.id: one for one in annotations}
    for meeting in meetings:
        told: dict[str, list[Figure]] = defaultdict(list)
        for report in meeting.reports:
            one = by_document.get(report.source.document)
            if one is None or report.in_passing:
                continue
            for figure in _in_meeting(one, meeting):
                told[figure.unit].append(figure)
        for unit, figures in sorted(told.items()):
            apart = _apart(figures)
            if apart:
                accounts = tuple(figure.account for figure in apart)
                yield Disagreement(_named(unit, meeting, names), accounts)


def _in_meeting(one: Annotations, meeting: Meeting) -> Iterator[Figure]:
    seen: set[tuple[str, float]] = set()
    for event in one.events:
        held = event.kind in ENCOUNTERS and event.participants == meeting.participants
        sentence = one.article.sentence_at(event.trigger.start)
        if event.in_passing or not held or sentence is None:
            continue
        for unit, value in _read(one, event, sentence):
            if (unit, value) not in seen:
                seen.add((unit, value))
                account = Account(source(one, sentence), speaker_at(one, event.trigger))
                yield Figure(value, unit, account, event.trigger)


def _read(one: Annotations, event: Event, sentence: Sentence) -> Iterator[tuple[str, int]]:
    start = max(sentence.span.start, event.trigger.start - _AHEAD)
    text = plain(one.article.text[start : _own_end(one, event, sentence)]).replace("-", " ")
    at = 0
    for part in text.split(","):
        # What number it was is told beside the word for it: not in "the second, in May".
        beside = at <= event.trigger.start - start <= at + len(part)
        yield from _read_part(low_words(part), beside)
        at += len(part) + 1


def _read_part(words: Sequence[str], beside: bool) -> Iterator[tuple[str, int]]:
    for at, (number, unit) in enumerate(pairwise(words)):
        value = cardinal(number)
        if value is not None and unit in _UNITS:
            more = list(words[max(0, at - 2) : at]) in (["more", "than"], ["well", "over"])
            yield "length", round(value * _MINUTES.get(unit, 1) * (_MORE if more else 1))
        place = ordinal(number) if beside else None
        if place is not None and unit in ("in", "summit", "meeting", "time", "round", "visit"):
            yield "number", place


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
    for quotation in one.quotations[:_MOST_SAID]:
        if quotation.content.covers(span) and quotation.speaker is not None:
            return quotation.speaker.entity
    return None


def _apart(figures: Sequence[Figure]) -> list[Figure]:
    """One account for each figure, when they differ by more than rounding."""
    values = {figure.value: figure for figure in reversed(figures)}
    if len(values) < 2:
        return []
    low, high = min(values), max(values)
    if figures[0].unit == "length" and high - low < _ROUNDING * high:
        return []
    return [values[value] for value in sorted(values)]


def _named(unit: str, meeting: Meeting, names: dict[str, str]) -> str:
    people = " and ".join(names.get(id_, id_) for id_ in meeting.participants[:3])
    label = "How long the meeting lasted" if unit == "length" else "Which meeting in number it was"
    return f"{label}: {people}, {meeting.edtf}"


def _of_neighbours(one: Annotations) -> Iterator[Disagreement]:
    """Counts of one unit that two speakers give within a few sentences."""
    figures = sorted((*_said(one), *estimates(one)), key=lambda f: (f.said, f.value))
    taken: set[Span] = set()
    for index, later in enumerate(figures):
        for earlier in reversed(figures[max(0, index - 4) : index]):
            if later.said in taken or not _rival(earlier, later):
                continue
            taken.add(later.said)
            unit = later.unit or earlier.unit
            about = f"How many or how much: {unit}" if unit else "How many or how much"
            yield Disagreement(about, (earlier.account, later.account))


def _lengths(one: Annotations) -> Iterator[Figure]:
    """How long each saying tells that some met: "said the encounter lasted 20 minutes"."""
    for quotation in one.quotations[:_MOST_SAID]:
        sentence = one.article.sentence_at(quotation.content.start)
        if sentence is None or quotation.speaker is None:
            continue
        text = plain(quotation.content.of(one.article.text)).lower()
        told = [value for unit, value in _read_part(low_words(text), False) if unit == "length"]
        if len(told) == 1 and _TOGETHER.search(text):
            account = Account(source(one, sentence), quotation.speaker.entity)
            yield Figure(float(told[0]), "length", account, quotation.content)


def _of_neighbours_in_length(one: Annotations) -> Iterator[Disagreement]:
    for earlier, later in pairwise(_lengths(one)):
        apart = later.account.source.sentence - earlier.account.source.sentence
        others = earlier.account.speaker != later.account.speaker or later.account.speaker is None
        if apart <= 1 and others and len(_apart([earlier, later])) > 1:
            yield Disagreement("How long they talked", (earlier.account, later.account))


def _rival(earlier: Figure, later: Figure) -> bool:
    apart = later.account.source.sentence - earlier.account.source.sentence
    same_speaker = (
        earlier.account.speaker == later.account.speaker and later.account.speaker is not None
    )
    if apart > _NEAR or earlier.said.overlaps(later.said) or same_speaker:
        return False
    if earlier.value == later.value:
        return False
    if not earlier.unit and not later.unit:
        return apart <= 1
    if earlier.unit == later.unit == "money":
        # Sums are of many things: the later one points back, or speaks of the same.
        return apart <= 1 and ("sum" in later.stems or bool(earlier.stems & later.stems))
    if earlier.unit == later.unit:
        put = earlier.put or (later.put and later.unit == _DEATHS)
        # "It was 58 percent" right behind "the turnout was 62 percent".
        alone = not later.stems and bool(earlier.stems)
        return bool(later.stems & earlier.stems) or ((put or alone) and apart <= 1)
    if earlier.put and not earlier.unit:
        return later.unit in _PEOPLE and apart <= 1
    return bool(earlier.unit) and not later.unit


def _said(one: Annotations) -> Iterator[Figure]:
    """The single counted figure of each reported saying."""
    for quotation in one.quotations[:_MOST_SAID]:
        sentence = one.article.sentence_at(quotation.content.start)
        if sentence is None or quotation.speaker is None or quotation.denied:
            continue
        text = _spelled_out(plain(quotation.content.of(one.article.text)).lower())
        toll = _toll(text)
        counted = [pair for pair in (_counted(m) for m in _COUNTED.finditer(text)) if pair]
        found = [(toll, _DEATHS)] if toll is not None else counted
        account = Account(source(one, sentence), quotation.speaker.entity)
        sums = {_money(m) for m in _MONEY.finditer(text)}
        if len(sums) == 1 and not found:
            stems = content_stems(_MONEY.sub("", text))
            stems |= {"sum"} if _SUM.search(text) else set()
            yield Figure(sums.pop(), "money", account, quotation.content, stems)
            continue
        alone = _ALONE.match(text)
        value = _value(alone[1] or alone[2]) if alone else None
        if value is not None and not found:
            yield Figure(value, "", account, quotation.content)
        # The first of several is what is claimed; the others tell more of it.
        if found and (len(found) == 1 or len({unit for _, unit in found}) == len(found)):
            value_, unit = found[0]
            # Those of a toll are left out: "people", "died".
            stems = content_stems(_TOLL.sub("", text)) - content_stems(unit)
            stems = frozenset(each for each in stems if not each[0].isdigit())
            yield Figure(value_, unit, account, quotation.content, stems)


def _money(match: re.Match[str]) -> float:
    return float(match[1].replace(",", "")) * _MONEY_SCALES.get(match[2] or "", 1)


def _spelled_out(text: str) -> str:
    """With "62%" written as "62 percent", and "1.7 million" as "1700000"."""
    return _SCALED.sub(_whole, text.replace("%", " percent"))


def _whole(match: re.Match[str]) -> str:
    return str(round(float(match[1]) * _SCALES[match[2]]))


def estimates(one: Annotations) -> Iterator[Figure]:
    """Figures of the kind "the company put the number at 64", "put it at a quarter of that"."""
    for sentence in one.article.sentences:
        text = plain(sentence.span.of(one.article.text)).lower()
        match = _PUT_AT.search(text)
        if match is None:
            continue
        number = match["number"] or match["bare"]
        value = _value(number) if number else _OF_THAT
        if value is None:
            continue
        start = sentence.span.start + match.start()
        clause = sentence.span.start + text.rfind(";", 0, match.start()) + 1
        account = Account(source(one, sentence), _subject(one, Span(clause, start)))
        said = Span(start, sentence.span.start + match.end())
        told = match["unit"] or ""
        value *= _SCALES.get(told, 1)  # "at 2.4 million"
        unit = "percent" if told.startswith("per") else told if told.endswith("s") else ""
        unit = _DEATHS if "death toll" in match[0] else unit
        yield Figure(value, unit, account, said, put=True)


def _subject(one: Annotations, clause: Span) -> str | None:
    """The person, body or government named first in a clause, before its verb."""
    first = bisect_left(one.mentions, clause.start, key=lambda m: m.span.start)
    for mention in one.mentions[first : first + _MOST_NAMES]:
        if mention.span.start >= clause.end:
            return None
        acts = mention.type in ("person", "organization") or mention.kind == "metonym"
        if mention.entity and acts:
            return mention.entity
    return None


def _toll(text: str) -> float | None:
    """How many died, when exactly one number of dead is told."""
    told = (m["dead"] or m["killed"] or m["lost"] for m in _TOLL.finditer(text))
    values = {_value(number.replace(",", "")) for number in told}
    values.discard(None)
    return values.pop() if len(values) == 1 else None


def _counted(match: re.Match[str]) -> tuple[float, str] | None:
    value, unit = _value(match[1]), match[2].split()[-1]
    unit = "percent" if match[2].startswith("per") else unit
    plural = unit.endswith("s") or unit in ("people", "percent", "dead")
    if value is None or unit in _NOT_COUNTED or not plural:
        return None
    return value, unit


def _value(number: str) -> float | None:
    whole = cardinal(number)
    if whole is not None:
        return float(whole)
    return float(number) if re.fullmatch(r"\d{1,9}\.\d{1,4}", number) else None
