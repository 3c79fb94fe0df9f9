"""Attributions of a number alone: "put the toll at 64", "counts 19", "the army's figure is 44".

Also what a second source says of the same by a number and no verb: "the union says 47, the board
39".
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dateline.annotation.quotations import closed, phrases, subjects
from dateline.annotation.quotations.complements import content_end, names_somebody
from dateline.annotation.quotations.frame import Frame
from dateline.annotation.quotations.nominal import possessor
from dateline.annotation.quotations.numbers import CLOSER, NEARLY, is_money, numeral
from dateline.annotation.quotations.words import Range, Words, word_set

# "Put the number of the missing at 64": how far "at" may stand from its verb.
_PUT = word_set(
    "put puts putting give gives gave peg pegs pegged estimate estimates estimated reckon reckons "
    "reckoned"
)
_GIVE = word_set("give gives gave")
_FIGURES = word_set(
    "figure number cost total toll price sum amount count length value estimate tally"
)
# Verbs whose object is a number alone.
_COUNT = word_set("count counts counted tally tallied list lists listed claims claimed")
_MAKE = word_set("make makes made")
_AT_REACH = 9
_HAVE = word_set("has have had")
_IT = word_set("it them this")
_BE = word_set("is was are were")
# What a list or a statement does: "a list released by the palace had eight".
_SHOW = word_set("had has showed shows gave gives named names contained contains")
_PAPERS = word_set("list statement report document register tally log records figures text copy")
_PAPER_REACH = 3
_SUM_LENGTH = 5
"""Words of "about 39 million pounds sterling"."""
_JOINTS = word_set("and or but to for of in on at by with that who which")
_GAP_LENGTH = 10
"""Words of "the board of the harbour 39 million pounds" at most."""
_MARKS = frozenset({",", ";", ".", ":", "—", "–", ")"})


def estimates_of(words: Words, unit: Range, before: list[Frame]) -> Iterator[Frame]:
    """X put the number at CONTENT, X gave the figure as CONTENT; X counted CONTENT, a number."""
    low, high = unit
    yield from _bare_numbers(words, unit, before)
    yield from _own_figures(words, unit)
    for at in range(low + 1, high - 3):
        if words.inside[at] or words.mention[at] is not None:
            continue
        if any(frame.cue[0] <= at < frame.cue[1] for frame in before):
            continue
        joint = _joint(words, at, high)
        if joint is None or not numeral(words, joint + 1):
            continue
        source = subjects.subject(words, at, low)
        if source is not None:
            yield Frame((at + 1, content_end(words, at + 1, high)), (at, at + 1), source, "put at")


def _joint(words: Words, at: int, high: int) -> int | None:
    """Where "at" stands in "put the number at", "as" in "gave the cost as", "at" in "has it at"."""
    if words.low[at] in _HAVE:
        end = at + 2 + (words.low[at + 1] in closed.DETERMINERS)
        told = words.low[at + 1] in _IT or words.low[end - 1] in _FIGURES
        return end if told and words.low[end] == "at" else None
    if words.low[at] not in _PUT:
        return None
    given = words.low[at] in _GIVE
    joints = ("as", "of", "at") if given else ("at",)
    reach = range(at + 2, min(high - 1, at + _AT_REACH))
    joint = next((i for i in reach if words.low[i] in joints), None)
    if given and (joint is None or words.low[joint - 1] not in _FIGURES):
        return None
    return joint


def _own_figures(words: Words, unit: Range) -> Iterator[Frame]:
    """The army's figure is 44; the ministry's own estimate was 148,000."""
    low, high = unit
    for at in range(low + 2, high - 2):
        owner = at - 1 - (words.low[at - 1] == "own")
        owned = words.low[owner] in ("'s", "'") and owner > low
        if words.low[at] not in _FIGURES or not owned or words.inside[at]:
            continue
        if words.low[at + 1] not in _BE or not numeral(words, at + 2):
            continue
        source = possessor(words, owner, low)
        end = next((i for i in range(at + 2, high) if words.low[i] in _MARKS), high)
        if source is not None:
            yield Frame((at + 2, end), (at, at + 1), source, "figure")


def ungapped(words: Words, frame: Frame) -> Iterator[Frame]:
    """Also B's words in "A says 47 million pounds, B 39 million", where the verb is left out."""
    low, high = frame.content
    comma = max((i for i in range(low, high) if words.low[i] == ","), default=low)
    number = next((i for i in range(comma + 2, high) if _is_digit(words, i)), high)
    source = comma + 1, number
    told = low < comma and any(numeral(words, i) for i in range(low, comma))
    gap = number < high and high - comma <= _GAP_LENGTH and not words.inside[comma]
    if not (told and gap and _is_sum(words, number, high) and _is_source(words, source)):
        yield frame
        return
    yield replace(frame, content=(low, comma))
    yield replace(frame, content=(number, high), source=source)


def _is_source(words: Words, source: Range) -> bool:
    """Whether it is one noun phrase that names somebody."""
    phrase = phrases.phrase_after(words, *source)
    return phrase is not None and phrase == source and names_somebody(words, source)


def _is_digit(words: Words, at: int) -> bool:
    return words.mention[at] is None and (words.low[at][0].isdigit() or is_money(words.low[at]))


def _is_sum(words: Words, at: int, high: int) -> bool:
    """Whether a number, its scale and what it is of are all there is."""
    rest = words.low[at:high]
    return numeral(words, at) and len(rest) <= _SUM_LENGTH and not set(rest) & _JOINTS


def _bare_numbers(words: Words, unit: Range, before: list[Frame]) -> Iterator[Frame]:
    """The government counts 19; the regulator makes it 16."""
    low, high = unit
    for at in range(low + 1, high - 1):
        counts = words.low[at] in _COUNT or _shown_by_paper(words, at, low)
        number = at + 1 + (words.low[at + 1] == "it" and words.low[at] in _MAKE)
        if not (counts or number > at + 1) or words.inside[at] or words.mention[at] is not None:
            continue
        number += words.low[number] in NEARLY
        number += 2 * (words.low[number] in CLOSER and words.low[number + 1] == "to")
        end = _counted_end(words, number, high)
        if end is None or not numeral(words, number):
            continue
        source = subjects.subject(words, at, low)
        told = any(frame.cue[0] <= at < frame.cue[1] for frame in before)
        if source is not None and not told:
            yield Frame((at + 1, end), (at, at + 1), source, "count")


def _shown_by_paper(words: Words, at: int, low: int) -> bool:
    """Whether it is "had" of "a list released by the palace had eight": the palace's figure."""
    if words.low[at] not in _SHOW:
        return False
    source = subjects.subject(words, at, low)
    if source is None or words.low[source[0] - 1] not in ("by", "from"):
        return False
    near = words.low[max(low, source[0] - _PAPER_REACH) : source[0]]
    return not _PAPERS.isdisjoint(near)


def _counted_end(words: Words, number: int, high: int) -> int | None:
    """The end of "19" and of "30,000 marchers" that a mark follows; `None` of longer phrases."""
    for end in (number + 1, number + 2):
        if end >= high or words.low[end] in _MARKS:
            return end if end == number + 1 or words.low[number + 1].endswith("s") else None
    return None
