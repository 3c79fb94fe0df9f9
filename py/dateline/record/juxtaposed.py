"""Two accounts that stand side by side and differ, though neither denies the other.

"A said the boat had capsized before help came. B said that the patrol had rammed it." Reporters set
the two sides of a dispute beside each other: in one paragraph, on one subject, in the past, with
two numbers, with few words for the second. Each such sign speaks for a disagreement or against it
by its weight, in log odds. The weights are those that fit the answers of the stories in the tests
best (logistic regression); `python -m quality.fit_juxtaposed` in `tests/` prints them anew.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence, Set
from itertools import pairwise
from math import inf, log

from dateline.annotation.quotations.words import word_set
from dateline.model import Annotations, Disagreement, Span
from dateline.record.comparable import alike, elsewhere, tells_of_another
from dateline.record.sayings import Saying
from dateline.record.tallies import Number, numbers_in
from dateline.record.wording import SentenceIndex, about, low_words

WEIGHTS: dict[str, float] = {
    "one paragraph": 1.87,
    "a sentence between": -1.03,
    "two numbers": 0.75,
    "two numbers in one paragraph": 0.45,
    "ahead": -0.64,
    "mood": -0.61,
    "few words": 0.78,
    "first in the past": 0.43,
    "second in the past": 0.79,
    "second negated": 0.49,
    "second denied": 0.25,
    "first denied": -0.64,
    "one negated": 0.24,
    "shared words": 0.18,
    "a rare shared word": 0.55,
    "contrast": 0.22,
    "two known sides": 0.41,
    "second quoted": 0.54,
    "nameless": -0.44,
    "blame": 0.40,
    "both stand by it": 0.69,
    "first tells of the second": 0.42,
    "an echo": -0.48,
    "a reply": 0.91,
    "but": 0.42,
    "one sentence": 0.84,
    "same named": 0.06,
    "no shared word": -0.48,
    "first with a number": 0.48,
    "second with a number": 0.64,
    "points back": 0.55,
    "two days": 0.90,
}
"""Sign -> log odds."""
BIAS = -3.61
LEAST = 0.0
"""Log odds from which two accounts are told as a disagreement."""
NEAR = 2
"""Sentences from one account to the other, at most."""

_MOOD = re.compile(
    r"\b(?:hop(?:e|ed|es|ing)|urged?|thank\w*|welcom\w*|grateful|gratitude|prais\w*|hail\w*|friend\w*"
    r"|look(?:s|ed|ing)? forward|frank|cordial|constructive|proud|sorry|regret\w*|congratulat\w*)\b"
)
_AHEAD = re.compile(r"\b(?:will|would|shall|'ll|going to|should|must|may|might|is to|are to)\b")
_PAST = re.compile(r"\b(?:had|have|has|was|were|been)\b")
_NEGATION = re.compile(
    r"\b(?:not(?! only)|never|no|none|nothing|nobody|neither|nor|without"
    r"|den(?:y|ied|ies)|false|untrue|wrong)\b|n't\b"
)
_CONTRAST = re.compile(
    r"\b(?:but|however|though|although|while|whereas|instead|in fact|not so|yet|rather"
    r"|on the (?:contrary|other hand)|for (?:his|her|its|their) part|by contrast|asked about"
    r"|when asked|in response)\b",
    re.IGNORECASE,
)
_BLAME = word_set("blame blames blamed accuse accuses accused complain complained alleged alleges")
_STANDS = re.compile(r"\b(?:says|say|maintains?|insists?|claims?|contends?)\b")
_POINTS = re.compile(
    r"(?:that )?(?:\w+ ){0,2}?(?:it|its|they|them|their|this|these|those|such|the (?:same|two))\b"
)
_ECHO = re.compile(r"\b(?:also|echoed|agreed|confirmed|added|similarly|too|endorsed|backed|both)\b")
_SPOKEN_FOR = re.compile(r"\b(?:spokes\w+|office|ministry|entourage|aides?|staff)\b")
_UNCHANGED = re.compile(
    r"\b(?:(?:not|n't|nothing) (?:had |has )?changed|unchanged|still (?:stood|stands))\b"
)
_DAY = re.compile(r"\d{4}-\d\d-\d\d(?:T.*)?")
_NAME = 4
"""Letters, at least, of a word that tells who speaks."""
_ROLES = word_set(
    "spokesman spokeswoman spokesperson official officials office ministry minister government "
    "source sources lawyer lawyers company police army state national party union member person "
    "people head chief director leader president with from said close that this their former senior"
)
_HE = word_set("he she they it who him her them")
_JOINT = re.compile(r";|\b(?:but|while|whereas|although|though)\b")
_ASKS = re.compile(r"\bwhether\b|\?")
_FEW_WORDS = 12
# So much weight of shared words counts in full.
_ENOUGH_SHARED = 3.0
# Sayings that are looked back over; no two sentences hold as many.
_MOST_BETWEEN = 40
# A report written in short paragraphs has two breaks within so many sentences before and behind.
_LONG = 6


def find_juxtaposed(
    annotations: Sequence[Annotations], told: Sequence[Sequence[Saying]], index: SentenceIndex
) -> Iterator[Disagreement]:
    """Accounts of two sides close together that more likely differ than not, best first.

    `told` are the sayings of each report.
    """
    for one, said in zip(annotations, told, strict=True):
        scored = ((score(one, index, *pair), pair) for pair in pairs(one, said))
        found = sorted(
            ((odds, pair) for odds, pair in scored if odds >= LEAST),
            key=lambda each: (-each[0], each[1][0].content, each[1][1].content),
        )
        taken: set[Span] = set()
        for _, (earlier, later) in found:
            if later.content not in taken and earlier.content not in taken:
                taken |= {earlier.content, later.content}
                accounts = earlier.account, later.account
                yield Disagreement(about(one, later.account.source.span), accounts, sure=False)


def pairs(one: Annotations, told: Sequence[Saying]) -> Iterator[tuple[Saying, Saying]]:
    """The sayings of two who do not speak for one side, close behind each other."""
    said = [each for each in told if each.teller not in _HE]
    told_in = {(each.teller, each.first) for each in said}
    for at, later in enumerate(said):
        for earlier in reversed(said[max(0, at - _MOST_BETWEEN) : at]):
            if later.first - earlier.first > NEAR:
                break
            ours = earlier.teller == later.teller
            ours = ours or (earlier.side is not None and earlier.side == later.side)
            asks = _ASKS.search(earlier.text) is not None  # and claims nothing
            relayed = _relayed(one, earlier, later, told_in)
            if not (ours or asks or relayed or earlier.content.overlaps(later.content)):
                yield earlier, later


def _relayed(
    one: Annotations, earlier: Saying, later: Saying, told_in: Set[tuple[str, int]]
) -> bool:
    """Whether the first teller tells what the second said: "A said that B had told them".

    In one sentence each is told for himself where "but" or a semicolon parts them.
    """
    if earlier.first < later.first:
        return (earlier.teller, later.first) in told_in
    between = one.article.text[earlier.content.end : later.content.start]
    return not later.denied and _JOINT.search(between) is None


def score(one: Annotations, index: SentenceIndex, earlier: Saying, later: Saying) -> float:
    """Log odds that two sayings are accounts of one thing that differ; not if they say the same."""
    told = signs(one, index, earlier, later)
    agree = earlier.stems == later.stems and not (told["one negated"] or told["two numbers"])
    if agree or _UNCHANGED.search(later.text):
        return -inf
    return BIAS + sum(WEIGHTS[name] * value for name, value in told.items())


def signs(
    one: Annotations, index: SentenceIndex, earlier: Saying, later: Saying
) -> dict[str, float]:
    """What speaks for and against a disagreement of two sayings, each from 0 to 1."""
    text = one.article.text
    first, second = earlier.account.source.span, later.account.source.span
    paragraph = _paragraph(one, earlier.first, later.first)
    shared = earlier.stems & later.stems
    numbers = [numbers_in(one, each.content) for each in (earlier, later)]
    number = _rivals(one, earlier, later, numbers, shared)
    before, told = first.of(text).lower(), second.of(text).lower()
    negated = [bool(_NEGATION.search(each.text)) for each in (earlier, later)]
    weights = sorted((_weight(index, each) for each in shared), reverse=True)
    sides = earlier.side is not None and later.side is not None
    found = {
        "one paragraph": paragraph,
        "a sentence between": later.first - earlier.first == NEAR,
        "two numbers": number,
        "two numbers in one paragraph": number and paragraph,
        "ahead": bool(_AHEAD.search(earlier.text) or _AHEAD.search(later.text)),
        "mood": bool(_MOOD.search(f"{before} {told}")),
        "few words": len(later.text.split()) < _FEW_WORDS,
        "first in the past": bool(_PAST.search(earlier.text)),
        "second in the past": bool(_PAST.search(later.text)),
        "second negated": negated[1],
        "second denied": later.denied,
        "first denied": earlier.denied,
        "one negated": bool(shared) and negated[0] != negated[1],
        "shared words": min(1.0, sum(weights) / _ENOUGH_SHARED),
        "a rare shared word": weights[0] if weights else 0.0,
        "contrast": paragraph and bool(_CONTRAST.search(told)),
        "two known sides": sides and bool(shared),
        "second quoted": '"' in later.text or "“" in later.text,
        "nameless": None in (earlier.account.speaker, later.account.speaker),
        "blame": not _BLAME.isdisjoint(low_words(f"{before} {told}")),
        "both stand by it": all(_STANDS.search(each.cue) for each in (earlier, later)),
        "first tells of the second": _tells_of(earlier, later),
        "an echo": _ECHO.search(told) is not None,
        "a reply": _SPOKEN_FOR.search(told) is not None,
        "but": told.lstrip().startswith("but "),
        "one sentence": later.first == earlier.first,
        "same named": not earlier.named.isdisjoint(later.named),
        "no shared word": not shared,
        "first with a number": bool(numbers[0]),
        "second with a number": bool(numbers[1]),
        "points back": _POINTS.match(later.text) is not None,
        "two days": _two_days(one, earlier, later),
    }
    return {name: float(value) for name, value in found.items()}


def _tells_of(one: Saying, other: Saying) -> bool:
    """Whether one saying names who tells the other: "A had assured her", A's office replies."""
    if other.side is not None and other.side in one.named:
        return True
    told = {word for word in low_words(other.teller) if len(word) >= _NAME} - _ROLES
    return not told.isdisjoint(low_words(one.text))


def _two_days(one: Annotations, earlier: Saying, later: Saying) -> bool:
    """Whether each names a day, and not the same."""
    first, second = _days(one, earlier.content), _days(one, later.content)
    return bool(first) and bool(second) and first.isdisjoint(second)


def _days(one: Annotations, span: Span) -> set[str]:
    first = bisect_left(one.timexes, span.start, key=lambda timex: timex.span.start)
    last = bisect_left(one.timexes, span.end, key=lambda timex: timex.span.start)
    return {t.edtf for t in one.timexes[first:last] if t.edtf and _DAY.fullmatch(t.edtf)}


def _paragraph(one: Annotations, first: int, second: int) -> bool:
    """Whether two sentences stand in one paragraph, where the report is written in short ones."""
    text, sentences = one.article.text, one.article.sentences
    if "\n" in text[sentences[first - 1].span.end : sentences[second - 1].span.start]:
        return False
    around = sentences[max(0, first - _LONG) : second + _LONG - 1]
    breaks = [
        "\n" in text[before.span.end : behind.span.start] for before, behind in pairwise(around)
    ]
    return sum(breaks) > 1


def _weight(index: SentenceIndex, stem: str) -> float:
    """How telling a word is in the story, from 0 to 1."""
    return min(1.0, index.weight(stem) / log(2 + len(index.places)))


def _rivals(
    one: Annotations,
    earlier: Saying,
    later: Saying,
    numbers: Sequence[Sequence[Number]],
    shared: frozenset[str],
) -> bool:
    """Whether two numbers of a kind differ that may count one thing."""
    first, second = numbers
    if not first or not second or tells_of_another(later.text):
        return False
    if elsewhere(one, earlier.content, later.content):
        return False
    return any(
        kind == other and alike(value, next_) and _of_one_thing(kind, unit, next_unit, shared)
        for kind, value, unit in first
        for other, next_, next_unit in second
    )


def _of_one_thing(
    kind: str, unit: frozenset[str], other: frozenset[str], shared: frozenset[str]
) -> bool:
    return kind != "count" or not other or bool(unit & other) or bool(shared - other)
