"""Two accounts that stand side by side and differ, though neither denies the other.

"A said the boat had capsized before help came. B said that the patrol had rammed it." Reporters set
the two sides of a dispute beside each other: in one paragraph, on one subject, in the past, with
two numbers, with few words for the second. Each such sign speaks for a disagreement or against it
by its weight, in log odds. The weights are those that fit the answers of the stories in the tests
best (logistic regression); `python -m quality.fit_juxtaposed` in `tests/` prints them anew.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from itertools import pairwise
from math import inf, log

from dateline.annotation.quotations.words import word_set
from dateline.model import Annotations, Disagreement, Span
from dateline.record.comparable import alike, elsewhere, tells_of_another
from dateline.record.sayings import Saying
from dateline.record.tallies import numbers_in
from dateline.record.wording import SentenceIndex, about, low_words

WEIGHTS: dict[str, float] = {
    "one paragraph": 1.57,
    "a sentence between": -1.16,
    "two numbers": 1.09,
    "two numbers in one paragraph": 0.77,
    "ahead": -0.42,
    "mood": -0.24,
    "few words": 0.95,
    "first in the past": 0.62,
    "second in the past": 0.68,
    "second negated": 0.13,
    "second denied": 0.34,
    "first denied": -0.93,
    "one negated": 0.22,
    "shared words": 0.28,
    "a rare shared word": 1.01,
    "contrast": 0.37,
    "two known sides": 0.34,
    "second quoted": 0.53,
    "nameless": -0.62,
    "blame": 0.30,
}
"""Sign -> log odds."""
RELATING = ("shared words", "two numbers", "second negated", "second denied", "contrast", "blame")
"""Signs that tie the second account to the first."""
BIAS = -3.03
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
    """Log odds that two sayings are accounts of one thing that differ.

    Those that nothing but their places ties to each other are none, nor those that say the same.
    """
    told = signs(one, index, earlier, later)
    if not is_related(told):
        return -inf
    agree = earlier.stems == later.stems and not (told["one negated"] or told["two numbers"])
    if agree:
        return -inf
    return BIAS + sum(WEIGHTS[name] * value for name, value in told.items())


def is_related(told: Mapping[str, float]) -> bool:
    """Whether a sign ties the second account to the first."""
    return any(told[name] for name in RELATING)


def signs(
    one: Annotations, index: SentenceIndex, earlier: Saying, later: Saying
) -> dict[str, float]:
    """What speaks for and against a disagreement of two sayings, each from 0 to 1."""
    text = one.article.text
    first, second = earlier.account.source.span, later.account.source.span
    paragraph = _paragraph(one, earlier.first, later.first)
    shared = earlier.stems & later.stems
    number = _rivals(one, earlier, later, shared)
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
    }
    return {name: float(value) for name, value in found.items()}


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


def _rivals(one: Annotations, earlier: Saying, later: Saying, shared: frozenset[str]) -> bool:
    """Whether two numbers of a kind differ that may count one thing."""
    told = numbers_in(one, earlier.content)
    if not told or tells_of_another(later.text):
        return False
    if elsewhere(one, earlier.content, later.content):
        return False
    return any(
        kind == other and alike(value, next_) and _of_one_thing(kind, unit, next_unit, shared)
        for kind, value, unit in told
        for other, next_, next_unit in numbers_in(one, later.content)
    )


def _of_one_thing(
    kind: str, unit: frozenset[str], other: frozenset[str], shared: frozenset[str]
) -> bool:
    return kind != "count" or not other or bool(unit & other) or bool(shared - other)
