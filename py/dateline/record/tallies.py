"""Two sides' numbers of one thing in neighbouring sentences.

"A says 23 are held. B says nine": the second one says little besides its number, which is of the
same kind and of a like size. Else it may well count something else.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from dateline.model import Account, Annotations, Disagreement, Mention, Sentence, Span
from dateline.record.comparable import alike, elsewhere, tells_of_another
from dateline.record.figures import OF_MONEY, estimates
from dateline.record.numbers import CURRENCY, NUMBER_WORDS, cardinal
from dateline.record.threads import source
from dateline.record.two_numbers import find_two
from dateline.record.wording import about, content_stems
from dateline.text import plain

_MOST_SAID = 1000
_NUMBER = re.compile(
    rf"(?P<money>{CURRENCY}|\bk(?=\d))?"
    rf"(?<![\w.,-])(?P<number>\d{{1,3}}(?:,\d{{3}})+|\d{{1,12}}(?:\.\d{{1,3}})?|{NUMBER_WORDS})"
    r"(?: ?(?P<scale>thousand|lakh|million|crore|billion|trillion|bn|mn|m)\b)?"
    r"(?P<kind>%| per ?cent\b| (?:euros?|dollars?|pounds?|shillings?|rupees?|yuan|won|yen|pesos?"
    r"|francs?|crowns?|rand|naira|kwacha|lira|roubles?|rubles?)\b)?(?![\w-]|,\d)"
)
_SCALES = {"thousand": 1e3, "m": 1e6, "mn": 1e6, "million": 1e6, "bn": 1e9, "billion": 1e9}
_SCALES |= {"trillion": 1e12, "lakh": 1e5, "crore": 1e7}
# Times, ages and shares of a count are counts of something else.
_OF_TIME = re.compile(
    r"[ -](?:years?|months?|weeks?|days?|hours?|minutes?|seconds?|times?|sides|countries|parties|"
    r"governments|leaders|ministers|men|women|of us|of them|p\.?m|a\.?m|o'clock)\b"
)
_UNIT = re.compile(
    r" (?!(?:had|have|has|were|was|are|is|did|would|will|or|in|at|on|and|but|by|to|of|for|that"
    r"|with|when|while|as|so|were)\b)([a-z]{3,})"
)
_TRUE = re.compile(
    r"\b(?:true|real|actual|correct) (?:figure|number|total|toll|count|sum|turnout)\b"
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_LENGTH = re.compile(rf"\b(?P<number>\d{{1,3}}|an?|{NUMBER_WORDS})[ -](?P<unit>minute|hour)s?\b")
_LENGTH_KIND = "length"
_NO_UNIT: frozenset[str] = frozenset()
Number = tuple[str, float, frozenset[str]]
"""Kind, value, and the stem of the noun behind; the stem is empty where it stands alone."""
_ORDINARY = frozenset({"one", "1", "a", "an"})
_LEFT = 3
"""Content words that the second account has besides, at most."""
_COMMON = frozenset(
    {"tru", "figur", "number", "total", "actual", "real", "count", "toll", "say", "estimat"}
)


@dataclass(frozen=True, slots=True)
class _Tally:
    """The number of one account."""

    value: float
    kind: str
    account: Account
    said: Span
    stems: frozenset[str]
    teller: str
    unit: frozenset[str]
    """The stem of the noun behind the number; empty where it stands alone."""
    another: bool
    """Whether something new is told of before the number: "a flood had killed four"."""
    corrects: bool
    """Whether it is told as the true number of what was counted before."""


_NOT_THE = re.compile(
    r"(?P<one>)(?P<first>\d[\d,.]*(?: (?:million|billion|percent|per cent))?)\b[^.;]{0,60}?,? "
    r"(?:and )?not the (?P<second>\d[\d,.]*(?: (?:million|billion|percent|per cent))?)\b"
    r"[^.;]{0,24}? (?:that )?(?P<other>(?:the )?[a-z][^.;,]{2,40}?) (?:had )?"
    r"(?:gave|given|claimed|reported|announced|estimated|quoted|stated)\b"
)
_PUT_BY = re.compile(
    r"\b(?:put|given|estimated|counted|reckoned) (?:as |at )?(?:about |some )?"
    r"(?P<first>[\d,.]+|[a-z]+)"
    r"(?: \w+){0,2} by (?P<one>[^,;.]{3,40}?),? (?:and|but) (?:as |at )?(?:about |some )?"
    r"(?P<second>[\d,.]+|[a-z]+)(?: \w+){0,2} by (?P<other>[^,;.]{3,40})"
)


def find_tallies(
    annotations: Sequence[Annotations], homes: Mapping[str, str]
) -> Iterator[Disagreement]:
    """Numbers of one thing that two sides give, in one sentence or in two behind each other."""
    for one in annotations:
        told = sorted(_tallies(one), key=lambda each: (each.said, each.value))
        for at in range(1, len(told)):
            earlier, later = told[at - 1], told[at]
            if _rival(earlier, later, homes) and not elsewhere(one, earlier.said, later.said):
                span = later.account.source.span
                yield Disagreement(about(one, span), (earlier.account, later.account))
        yield from _put_by_two(one)


def _put_by_two(one: Annotations) -> Iterator[Disagreement]:
    """Both numbers of "has been put at 61 by the diocese and at 44 by the commune".

    And of "2.1 billion was paid out, and not the 3.4 billion that the ministry gave".
    """
    for sentence in one.article.sentences:
        body = sentence.span.of(one.article.text) if sentence.role == "body" else ""
        text = plain(body).lower()
        # Few sentences have either, and both patterns try every number.
        both = " by " in text and " and " in text
        found = (_PUT_BY.search(text) if both else None) or (
            _NOT_THE.search(text) if " not the " in text else None
        )
        found = found or find_two(text)
        if found is None or found["first"] == found["second"]:
            continue
        # Who is not told of by name is named before the first number, if at all.
        ranges = [
            found.span(side) if found.groupdict().get(side) else (0, found.start("first"))
            for side in ("one", "other")
        ]
        accounts = tuple(
            Account(source(one, sentence), _named(one, sentence, each)) for each in ranges
        )
        yield Disagreement(about(one, sentence.span), accounts)


def _named(one: Annotations, sentence: Sentence, at: tuple[int, int]) -> str | None:
    """The entity named first in a part of a sentence."""
    start = sentence.span.start
    return next((m.entity for m in _mentions(one, Span(start + at[0], start + at[1]))), None)


def _tallies(one: Annotations) -> Iterator[_Tally]:
    seen: set[int] = set()
    for quotation in one.quotations[:_MOST_SAID]:
        if quotation.speaker is None or quotation.denied:
            continue
        teller = quotation.speaker.entity or quotation.speaker.span.of(one.article.text).lower()
        found = _tally(one, quotation.content, quotation.speaker.entity, teller)
        if found is not None:
            seen.add(found.account.source.sentence)
            yield found
    for figure in estimates(one):
        sentence = figure.account.source.sentence
        if sentence not in seen:
            speaker = figure.account.speaker
            found = _tally(one, figure.said, speaker, speaker or str(sentence))
            if found is not None:
                yield found


def _tally(one: Annotations, said: Span, speaker: str | None, teller: str) -> _Tally | None:
    """The number of a saying that tells just one."""
    sentence = one.article.sentence_at(said.start)
    if sentence is None:
        return None
    inside = Span(said.start, min(said.end, sentence.span.end))
    text = plain(inside.of(one.article.text)).lower()
    found = [each for each in _NUMBER.finditer(text) if _counts(one, inside.start, text, each)]
    values = {value for each in found if (value := _value(each)) is not None}
    if len(found) != 1 or len(values) != 1:
        return None
    stems = content_stems(_NUMBER.sub(" ", text))
    names = content_stems(" ".join(m.span.of(one.article.text) for m in _mentions(one, inside)))
    account = Account(source(one, sentence), speaker)
    return _Tally(
        values.pop(),
        _kind(found[0]),
        account,
        inside,
        stems - names,
        teller,
        _unit(text, found[0].end()),
        tells_of_another(text[: found[0].start()]),
        _TRUE.search(text) is not None,
    )


def numbers_in(one: Annotations, span: Span) -> list[Number]:
    """The numbers of a stretch that count something: kind, value, stem of the noun behind.

    Lengths of time are of a kind of their own, in minutes.
    """
    text = plain(span.of(one.article.text)).lower()
    lengths = [(_LENGTH_KIND, length, _NO_UNIT) for length in _lengths(text)]
    return lengths + [
        (_kind(each), value, _unit(text, each.end()))
        for each in _NUMBER.finditer(text)
        if _counts(one, span.start, text, each) and (value := _value(each)) is not None
    ]


def _lengths(text: str) -> Iterator[float]:
    for found in _LENGTH.finditer(text):
        number = 1 if found["number"] in _ORDINARY else cardinal(found["number"])
        if number is not None:
            yield number * (60.0 if found["unit"] == "hour" else 1.0)


def _unit(text: str, at: int) -> frozenset[str]:
    """The first word of content behind a number: "school" of "nine new schools"."""
    unit = _UNIT.match(text, at)
    while unit is not None:
        if stems := content_stems(unit[1]):
            return stems
        unit = _UNIT.match(text, unit.end())
    return frozenset()


def _mentions(one: Annotations, span: Span) -> Iterator[Mention]:
    first = bisect_left(one.mentions, span.start, key=lambda m: m.span.start)
    for mention in one.mentions[first:]:
        if mention.span.start >= span.end:
            return
        yield mention


def _counts(one: Annotations, offset: int, text: str, found: re.Match[str]) -> bool:
    """Whether a number counts something, and is no time, year or "one"."""
    if found["number"] in _ORDINARY or _YEAR.fullmatch(found["number"]):
        return False
    if _OF_TIME.match(text, found.end()):
        return False
    at = Span(offset + found.start("number"), offset + found.end("number"))
    return not any(timex.span.overlaps(at) for timex in one.timexes)


def _value(found: re.Match[str]) -> float | None:
    number = found["number"].replace(",", "")
    whole = cardinal(number)
    value = float(number) if number[0].isdigit() else None if whole is None else float(whole)
    return None if value is None else value * _SCALES.get(found["scale"] or "", 1)


def _kind(found: re.Match[str]) -> str:
    told = (found["kind"] or "").strip()
    if told.startswith(("%", "per")):
        return "percent"
    return "money" if told or found["money"] else "count"


def _rival(earlier: _Tally, later: _Tally, homes: Mapping[str, str]) -> bool:
    apart = later.account.source.sentence - earlier.account.source.sentence
    if (
        apart > 1
        or earlier.said.overlaps(later.said)
        or earlier.kind != later.kind
        or earlier.teller == later.teller
    ):
        return False
    sides = [homes.get(e.account.speaker or "", e.account.speaker) for e in (earlier, later)]
    if sides[0] is not None and sides[0] == sides[1]:
        return False
    if not alike(earlier.value, later.value):
        return False
    if later.corrects:
        return True
    if later.unit and not (earlier.stems & later.stems) - later.unit - _COMMON:
        return False  # "57 people were brought ashore", "71 people had been on the ship"
    new = later.stems - earlier.stems - _COMMON
    shared = earlier.stems & later.stems
    if later.kind == "money" and shared <= OF_MONEY and earlier.stems - shared and new:
        return False  # "the road will cost 60 million", "the bridge will cost 80 million"
    if later.kind == "money" and not earlier.stems & later.stems:
        return len(new) <= 1 and not later.another
    return len(new) <= _LEFT and not later.another
