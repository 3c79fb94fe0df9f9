"""Attributions without a reporting verb: "according to X", "in X's view", "X's claim that"."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.annotation.quotations import closed, heads, phrases
from dateline.annotation.quotations.complements import content_end
from dateline.annotation.quotations.frame import LEAST_CONTENT, Frame
from dateline.annotation.quotations.lexicon import CUE_NOUNS, PEOPLE, VIEWS
from dateline.annotation.quotations.words import Range, Words

_POSSESSIVES = frozenset({"his", "her", "their", "its"})
_POINTS = CUE_NOUNS | {"message", "line", "position", "point", "answer", "case", "verdict"}
"""What one has that "is that CONTENT"."""
# "According to NAME, a lawyer for the family of the victims,": how far its end may stand.
_APPOSITION_REACH = 12
_SUBJECT = 4
"""Words of a subject that "according to" parts from its verb."""
_MARKS = frozenset({",", ";", ".", ":", "—", "–", ")"})


def according(words: Words, unit: Range, before: list[Frame]) -> Iterator[Frame]:
    """The frames "CONTENT, according to X." and "According to X, CONTENT."."""
    low, high = unit
    for at in range(low, high - 2):
        if words.low[at] != "according" or words.low[at + 1] != "to" or words.inside[at]:
            continue
        source = phrases.phrase_after(words, at + 2, high)
        if source is None:
            continue
        if at > low + LEAST_CONTENT and not _behind_semicolon(words, at, source, high):
            source = named_behind(words, source, high)
            end = at - 1 if words.low[at - 1] == "," else at
            start = _last_clause(words, low, end) if before else low
            if end < at and end - low <= _SUBJECT and words.low[source[1] : source[1] + 1] == [","]:
                end = high  # "Mr Lee, according to the memo, knew of it"
            yield Frame((start, end), (at, at + 2), source, "according to")
            continue
        comma = next((i for i in range(source[1], high) if words.low[i] == ","), None)
        bare = phrases.past_mention(words, at + 2, high)
        if words.mention[at + 2] is not None and words.low[bare] in closed.DETERMINERS:
            # "According to Oslo the number is 33": the comma is left out.
            yield Frame((bare, high), (at, at + 2), (at + 2, bare), "according to")
            continue
        if comma is None:
            continue
        source = _past_office(words, source, comma)
        source, comma = _past_apposition(words, source, comma, high)
        if high - comma > LEAST_CONTENT:
            high = next((i for i in range(comma, high) if words.low[i] == ";"), high)
            yield Frame((comma + 1, high), (at, at + 2), source, "according to")


def _past_office(words: Words, source: Range, comma: int) -> Range:
    """NAME in "Minister of Water and Energy NAME,", where the office goes on behind "and"."""
    named = words.mention[comma - 1]
    if words.low[source[1]] != "and" or named is None or named.type != "person":
        return source
    first = words.range(named.span)[0]
    field = range(source[1] + 1, first)
    return (first, comma) if field and all(words.capital(at) for at in field) else source


def _behind_semicolon(words: Words, at: int, source: Range, high: int) -> bool:
    """Whether a clause of its own begins: "by A's count, 15; according to B, 13"."""
    ends = source[1] < high and words.low[source[1]] == ","
    return ends and words.low[at - 1] in (";", "and") and high - source[1] > 1


def named_behind(words: Words, source: Range, high: int) -> Range:
    """NAME in "according to its organiser, NAME;", else the source as it is."""
    if source[1] >= high or words.low[source[1]] != ",":
        return source
    reach = range(source[1] + 1, min(high, source[1] + _APPOSITION_REACH))
    end = next((i for i in reach if words.low[i] in _MARKS and words.mention[i] is None), high)
    named = phrases.names_between(words, end, source[0])
    return named if named is not None and named[0] == source[1] + 1 else source


def _past_apposition(words: Words, source: Range, comma: int, high: int) -> tuple[Range, int]:
    """The source and the comma behind it in "the minister, NAME," and "NAME, a lawyer,"."""
    reach = range(comma + 1, min(high, comma + _APPOSITION_REACH))
    second = next((i for i in reach if words.low[i] == ","), None)
    if second is None:
        return source, comma
    # "The minister, NAME (PhD),"
    bracket = next((i for i in range(comma, second) if words.low[i] == "("), second)
    named = phrases.names_between(words, bracket, source[0])
    if named is not None and named[0] == comma + 1:
        return named, second
    holder = heads.head(words, source)
    told = words.low[comma + 1 : second]
    described = told[:1] and told[0] in closed.DETERMINERS and not closed.AUXILIARIES & set(told)
    if holder is not None and holder.type == "person" and described and PEOPLE & set(told):
        return source, second
    return source, comma


def _last_clause(words: Words, low: int, high: int) -> int:
    """Where the last of several clauses joined by ", and" begins."""
    for at in range(high - 3, low, -1):
        joined = words.low[at] in ("and", "but") and words.low[at - 1] == ","
        if joined and words.low[at + 1] in closed.PRONOUNS | closed.DETERMINERS:
            return at + 1
    return low


def claims_of(words: Words, unit: Range) -> Iterator[Frame]:
    """X's (earlier) claim (that) CONTENT."""
    low, high = unit
    for at in range(low + 1, high - 3):
        if words.low[at] not in CUE_NOUNS or words.inside[at]:
            continue
        if words.low[at + 1] != "that" and words.low[at + 1] not in closed.PRONOUNS - {"who"}:
            continue
        content = (at + 1, content_end(words, at + 1, high))
        for owner in range(at - 1, max(low, at - 3) - 1, -1):
            if words.low[owner] in _POSSESSIVES:
                yield Frame(content, (at, at + 1), (owner, owner + 1), words.low[at])
                break
            if words.low[owner] == "'s":
                source = possessor(words, owner, low)
                if source:
                    yield Frame(content, (at, at + 1), source, words.low[at])
                break


def points_of(words: Words, unit: Range) -> Iterator[Frame]:
    """X's message is that CONTENT; X's answer was that CONTENT."""
    low, high = unit
    for at in range(low + 1, high - 3):
        told = words.low[at] in _POINTS and words.low[at - 1] == "'s" and _is_that(words, at + 1)
        source = possessor(words, at - 1, low) if told and not words.inside[at] else None
        if source is not None:
            content = at + 2, content_end(words, at + 2, high)
            yield Frame(content, (at, at + 1), source, words.low[at])


def _is_that(words: Words, at: int) -> bool:
    return words.low[at] in ("is", "was", "remains") and words.low[at + 1] == "that"


def possessor(words: Words, owner: int, low: int) -> Range | None:
    """Whose claim it is: the name before "'s", or the phrase."""
    named, at = words.mention[owner - 1], owner
    while named is not None and at > low and words.mention[at - 1] is named:
        at -= 1
    return (at, owner) if at < owner else phrases.phrase_before(words, owner, low, join=False)


def views_of(words: Words, unit: Range, before: list[Frame]) -> Iterator[Frame]:
    """In X's view CONTENT; CONTENT, in the words of X.

    Not of "the judge wrote in her opinion": a pronoun there is who speaks, as `before` tells.
    """
    low, high = unit
    for at in range(low + 1, high - 1):
        if words.low[at] not in VIEWS or words.inside[at] or words.mention[at] is not None:
            continue
        start, source = _viewer(words, at, unit)
        if source is None or words.low[start - 1] not in ("in", "by") or words.inside[start - 1]:
            continue
        if words.low[source[0]] in _POSSESSIVES and any(each.cue[1] < at for each in before):
            continue
        end = max(at + 1, source[1])
        if start - 1 - low > LEAST_CONTENT:
            low = max((i + 1 for i in range(low, start - 1) if words.low[i] == ";"), default=low)
            yield Frame((low, start - 1), (start - 1, at + 1), source, "in view of")
        elif high - end > LEAST_CONTENT:
            after = end + 1 if words.low[end] == "," else end
            yield Frame((after, high), (start - 1, at + 1), source, "in view of")


def _viewer(words: Words, noun: int, unit: Range) -> tuple[int, Range | None]:
    """Whose view it is, and where the noun phrase begins."""
    low, high = unit
    noun -= words.low[noun - 1] == "own"
    before = words.low[noun - 1]
    if before in _POSSESSIVES:
        return noun - 1, (noun - 1, noun)
    if before == "'s":
        source = possessor(words, noun - 1, low)
        return (source[0], source) if source else (noun, None)
    nation = words.mention[noun - 1]
    if nation is not None and nation.kind == "demonym" and words.low[noun - 2] == "the":
        return noun - 2, (noun - 1, noun)  # "in the Kenyan version"
    if before == "the" and words.low[noun + 1] == "of":
        return noun - 1, phrases.phrase_after(words, noun + 2, high)
    return noun, None
