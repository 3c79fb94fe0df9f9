"""The head of a noun phrase: who is meant by "the leader of the party", "Secretary of State A"."""

from __future__ import annotations

from dateline.annotation.quotations.closed import INNER_PREPOSITIONS, JOINERS
from dateline.annotation.quotations.words import QUOTE, Range, Words, word_set
from dateline.model import Mention, Span

OFFICES = word_set(
    "ambassador attorney chair chairman chairwoman chancellor chief commander commissioner "
    "director governor head leader mayor member minister ministers officer premier president "
    "president-elect prosecutor secretary secretary-general speaker undersecretary vice-president"
)
"""Offices that have their field or place behind "of" and their holder behind that."""

# "Ambassador to Chile A", "secretary for health B", "chief of staff C".
_OF_OFFICES = frozenset({"of", "to", "for"})

_OF_MANY = ("s", "ch", "sh", "se")
"""What a word for a whole people ends in: "the Chinese", "the French", "the Americans"."""


def head(words: Words, phrase: Range) -> Mention | None:
    """The mention that is the phrase's head: "Kim" in "President Kim of Korea".

    A nominal mention over the whole phrase counts too. `None` when the head is a plain noun, as in
    "a spokesman for Kim", or when the phrase joins several.
    """
    low, high = phrase
    base = base_end(words, low, high)
    span = words.span(low, high)
    if any(words.low[at] in JOINERS and words.mention[at] is None for at in range(low, high)):
        return None
    end = words.end[base - 1]
    best: Mention | None = None
    for mention in words.mentions_in(Span(span.start, span.end)):
        fits = (
            mention.span.end in (end, span.end)
            if mention.kind == "nominal"
            else (mention.span.end == end)
        )
        if fits and (best is None or len(mention.span) > len(best.span)):
            best = mention
    return None if best is not None and is_one_person(words, best) else best


def is_one_person(words: Words, named: Mention) -> bool:
    """Whether it is somebody of a country, who is not that country: "the American", "a Dane"."""
    low, high = words.range(named.span)
    single = named.kind == "demonym" and not words.low[high - 1].endswith(_OF_MANY)
    return single and words.low[low - 1] in ("the", "an", "a")


def base_end(words: Words, low: int, high: int) -> int:
    """Where a phrase's first part ends: "the leaders" of "the leaders of A and B".

    "Secretary of State A" is one part, "a supporter of minister A" is two.
    """
    split = next((at for at in range(low + 1, high) if splits(words, at)), high)
    named = words.mention[high - 1]
    if split == high or named is None or named.type != "person":
        return split
    if words.low[split] not in _OF_OFFICES:
        return split
    between = words.low[split + 1 : words.range(named.span)[0]]
    titled = words.low[split - 1] in OFFICES and between and not OFFICES.intersection(between)
    return high if titled else split


def splits(words: Words, at: int) -> bool:
    """Whether a preposition at `at` ends the base of a phrase."""
    return words.mention[at] is None and (
        words.low[at] in INNER_PREPOSITIONS or words.low[at] == QUOTE
    )
