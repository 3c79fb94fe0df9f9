"""What somebody or something is called: "called him “X”", "called the report a whitewash"."""

from __future__ import annotations

from dateline.annotation.quotations import closed, phrases
from dateline.annotation.quotations.denials import FALSE
from dateline.annotation.quotations.lexicon import CLAIMS
from dateline.annotation.quotations.words import QUOTE, Range, Words

POINTERS = frozenset({"this", "that", "it", "these", "those", "them"})
"""Words that point to what was said before."""
_CALLS = frozenset({"call", "calls", "called", "calling"})
_NAME_LENGTH = 6
_PRONOUN_AND_NAME = 2
"""Words of "it absurd"."""
_PARTICLES = frozenset({"off", "back", "out", "up", "in", "away", "together", "home", "a"})
_JUDGING = ("able", "ible", "ful", "less", "ous")
_TIMES = frozenset({"later", "ago", "earlier", "time", "times", "day"})


def named_thing(words: Words, start: int, end: int) -> Range | None:
    """What follows a verb of calling: "called him “X”", "referred to as X"; `None` without it."""
    told = start + (words.low[start] == "the")
    pointed = words.low[start] in POINTERS or (told > start and words.low[told] in CLAIMS)
    if pointed and not FALSE.isdisjoint(words.low[told + 1 : min(end, told + 4)]):
        return start, end  # "called that nonsense"
    if words.low[start - 1] in _CALLS and (name := _called(words, start, end)) is not None:
        return name, end
    for at in range(start, min(end, start + 25)):
        if words.low[at] == QUOTE and words.inside[at]:
            return at, end
        if words.low[at] == "as" and at + 1 < end and words.low[start - 1] not in _CALLS:
            return at + 1, end
        if words.low[at] in (",", ";") and not words.inside[at]:
            return None
    return None


def _called(words: Words, start: int, end: int) -> int | None:
    """Where "a whitewash" begins in "called the report a whitewash", the last words of all."""
    if words.low[start] in POINTERS and end - start == _PRONOUN_AND_NAME:
        last = words.low[end - 1]  # "called it absurd", not "called it off", "called it yesterday"
        other = last in _PARTICLES | closed.INNER_PREPOSITIONS or closed.is_adverb(last)
        return None if other or not last.isalpha() else end - 1
    if words.low[end - 1].endswith(_JUDGING) and words.mention[end - 1] is None:
        short = 1 < end - start <= _NAME_LENGTH
        return end - 1 if short and words.low[start] in closed.DETERMINERS else None
    articles = (at for at in range(start + 1, end - 1) if words.low[at] in ("a", "an"))
    name = next(articles, None)
    if name is None or name - start > _NAME_LENGTH or end - name > _NAME_LENGTH:
        return None
    told = words.low[name:end]
    plain = words.low[name - 1] not in closed.INNER_PREPOSITIONS | {",", "and", "like"}
    timed = _TIMES.intersection(told) or words.low[end - 1] in phrases.PERIODS
    return name if plain and not timed else None
