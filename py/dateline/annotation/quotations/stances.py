"""Attributions without a verb of saying.

A is convinced that CONTENT.    A has no doubt that CONTENT.    For A, it is “CONTENT”.
"""

from __future__ import annotations

from collections.abc import Iterator

from dateline.annotation.quotations import closed, phrases, subjects
from dateline.annotation.quotations.complements import content_end, names_somebody
from dateline.annotation.quotations.frame import Frame
from dateline.annotation.quotations.words import QUOTE, Range, Words, word_set

_STANCES = word_set(
    "adamant categorical certain clear confident convinced emphatic hopeful insistent optimistic "
    "persuaded sure unequivocal"
)
_BE = word_set("is was are were remains remained seems seemed")
_HAVE = word_set("has have had")
_BE_REACH = 5
"""Words of "was, however, quite categorical" before the last."""
_TO_WHOM = frozenset({"for", "to"})
_PRONOUNS = word_set("he she they")


def stances_of(words: Words, unit: Range) -> Iterator[Frame]:
    """X is adamant that CONTENT; X has no doubt that CONTENT; for X, it is “CONTENT”."""
    low, high = unit
    yield from _to_whom(words, unit)
    for that in range(low + 3, high - 2):
        if words.low[that] != "that" or words.inside[that] or words.mention[that - 1] is not None:
            continue
        verb = _verb(words, that, low)
        source = subjects.subject(words, verb, low) if verb is not None else None
        if source is None or verb is None or not _speaks(words, source):
            continue
        yield Frame((that, content_end(words, that, high)), (verb, that), source, "insist")


def _to_whom(words: Words, unit: Range) -> Iterator[Frame]:
    """The quoted verdict of "To Mr Lee, that is “an insult”": only a person has one."""
    low, high = unit
    if words.low[low] not in _TO_WHOM or words.inside[low]:
        return
    source = phrases.phrase_after(words, low + 1, high)
    if source is None or words.low[source[1] : source[1] + 1] != [","]:
        return
    if not phrases.person_at(words, source[1] - 1):
        return
    content = (source[1] + 1, content_end(words, source[1] + 1, high))
    quote = next((at for at in range(*content) if words.low[at] == QUOTE), None)
    if quote is not None and words.low[quote - 1] in _BE:
        yield Frame(content, (low, low + 1), source, "describe")


def _verb(words: Words, that: int, low: int) -> int | None:
    """Where "is" stands in "is convinced that", "has" in "has no doubt that"."""
    if words.low[that - 2 : that] in (["no", "doubt"], ["little", "doubt"]):
        return that - 3 if words.low[that - 3] in _HAVE else None
    if words.low[that - 1] not in _STANCES:
        return None
    for at in range(that - 2, max(low, that - 1 - _BE_REACH), -1):
        if words.low[at] in _BE:
            return at
        if not (closed.is_adverb(words.low[at]) or words.low[at] in (",", "however", "quite")):
            return None
    return None


def _speaks(words: Words, source: Range) -> bool:
    return words.low[source[0]] in _PRONOUNS or names_somebody(words, source)
