"""The list of those whom somebody met: "B, the mayor of X, and C", up to its last name."""

from __future__ import annotations

from dateline.annotation.events.actors import actors
from dateline.annotation.quotations import closed, phrases
from dateline.annotation.quotations.heads import OFFICES
from dateline.annotation.quotations.lexicon import PEOPLE
from dateline.annotation.quotations.words import Words, word_set

OPENERS = word_set("with between among involving")
PARTNERS = OPENERS | word_set("of by and")
"""Words after which those who were met are named."""
LIST_LENGTH = 26
"""Words of such a list, at most."""
# In "A, the transport minister, B" the next name stands this near behind the comma.
_NEXT_NAME = 8
# "For the Western Balkans," behind an office
_FIELD = 8
_BESIDE = word_set("who the a an its his her their")
_EACH_OTHER = frozenset({("each", "other"), ("one", "another")})


def partners(words: Words, start: int, high: int, listed: bool) -> list[str]:
    """The object or the "with" list that begins at `start`."""
    at = start + 1 if listed else start
    while at < high and words.mention[at] is None and closed.is_adverb(words.low[at]):
        at += 1
    if tuple(words.low[at : at + 2]) in _EACH_OTHER:
        return []
    if at < high and words.low[at] in PARTNERS:
        at += 1
    end, limit = at, min(high, at + LIST_LENGTH)
    while end < limit:
        beside = _past_beside(words, end, limit)
        if beside is None and _ends_list(words, end, at):
            break
        end = beside or end + 1
    return actors(words, (at, end)) if end > at else []


def _past_beside(words: Words, comma: int, limit: int) -> int | None:
    """The comma before "and B" that closes "A, who heads the panel, and B", "A, a baker, and B"."""
    after = words.low[comma + 1]
    if words.low[comma] != "," or not (after in _BESIDE or after in OFFICES):
        return None
    close = next((i for i in range(comma + 2, limit) if words.low[i] == ","), None)
    return close if close is not None and words.low[close + 1] == "and" else None


def _ends_list(words: Words, at: int, start: int) -> bool:
    if words.mention[at] is not None:
        return False
    word = words.low[at]
    if word in ("and", "of", "from", "-", ".", "the") or _in_title(words, at, start):
        return False
    if word == ",":
        return not any(m is not None for m in words.mention[at + 1 : at + _NEXT_NAME])
    return phrases.boundary(words, at) or word in closed.INNER_PREPOSITIONS


def _in_title(words: Words, at: int, start: int) -> bool:
    """Whether it is within an office before its holder's name: "envoy for the Sahel(,) B"."""
    if words.low[at] not in ("for", "to"):
        return False
    region = at + 1 + (words.low[at + 1] == "the")
    named = words.mention[region]
    last = len(words.mention)
    if named is not None and named.type == "place":
        if phrases.person_at(words, phrases.past_mention(words, region, last)):
            return True
    elif (OFFICES | PEOPLE).isdisjoint(words.low[start:at]):
        return False
    field = next((i for i in range(region, min(last, at + _FIELD)) if words.mention[i]), last)
    if field < last and phrases.person_at(words, field) and _is_capital(words, region, field):
        return True  # "Commissioner for Agriculture B"
    comma = next((i for i in range(region, min(last, at + _FIELD)) if words.low[i] == ","), last)
    if comma + 1 >= last or not phrases.person_at(words, comma + 1):
        return False
    return not words.low[phrases.past_mention(words, comma + 1, last)].isalpha()


def _is_capital(words: Words, low: int, high: int) -> bool:
    """Whether all words are written as names are, "and" and "of" between them apart."""
    return all(
        words.capital(at) or words.low[at] in ("and", "of", "the") for at in range(low, high)
    )
