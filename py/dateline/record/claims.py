"""Sentences that count meetings, and what they count: claims yet to be checked.

"10th in-person summit", "for the seventh time this year", "first in 12 years", "third meeting since
July".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from dateline.model import Annotations, Sentence, Span
from dateline.record.numbers import CARDINALS, ORDINALS, cardinal, ordinal, word_list
from dateline.text import plain

_TENS = "|".join(word for word, value in CARDINALS.items() if value >= 20)
_NTH = "|".join(sorted(ORDINALS, key=len, reverse=True))
_NUMBER = rf"(?P<number>\d{{1,3}}(?:st|nd|rd|th)|(?:(?:{_TENS})-)?(?:{_NTH}))"
_HELD = (
    r"(?:set of |round of )?"
    r"(?P<noun>summits?|meetings?|talks|time|visits?|trips?|rounds?|encounters?|contacts?|sessions?|calls?"
    r"|conversations?)"
)
_ORDINAL_CLAIM = re.compile(
    rf"\b{_NUMBER}(?:[ -](?!and\b|or\b|the\b|of\b)[\w'-]{{1,20}}){{0,3}}? {_HELD}\b"
)
# "the first by a premier in 12 years", "the third between the two in six months": no noun follows.
_FIRST_BY = re.compile(
    rf"\b(?P<number>(?P<noun>\d{{1,3}}(?:st|nd|rd|th)|{_NTH}))\b"
    r"(?= (?:by|of|in|since|for|to|between)\b)"
)
_OF_TWO = re.compile(
    r" between (?:the (?:two|pair|leaders|sides|governments|countries)|them|both"
    r"|(?:[a-z'-]{1,20} ){1,5}?and)\b"
)
_UNIT = "(?:year|month|season|spring|summer|autumn|winter)"
# "the third serious accident on the crossing since 2001", "the second date it has missed this year"
_OTHER_CLAIM = re.compile(
    rf"\b{_NUMBER}(?:[ -](?!and\b|or\b|the\b|of\b)[\w'-]{{1,20}}){{0,3}}? (?P<noun>[a-z]{{3,20}})"
    r"(?= (?:(?:on|at|by|of|for|to|from|in|near|against|with|over) (?:[\w'-]{1,20} ){1,5}?){0,2}"
    r"(?:to be [a-z]{3,12} (?:(?:in|on|at|by) (?:[\w'-]{1,20} ){1,4}?)?)?"
    r"(?:(?:that |which )?(?:the )?(?:[\w'-]{1,20} ){1,2}?ha(?:s|ve|d) (?:[\w'-]{1,20} ){1,4}?)?"
    rf"(?:since\b|this {_UNIT}\b|of the year\b"
    r"|in (?:[\w'-]{1,12} ){0,2}?(?:years?|months?|weeks?|days|decades?)\b))"
)
# "The storm, the country's second in seven months"
_THEIR_OTHER = re.compile(
    rf"(?<='s )(?P<number>(?P<noun>{_NTH}))(?= (?:in|since) (?!the\b)[\w'-]{{1,12}}\b)"
)
_NOT_COUNTED = frozenset(
    word_list(
        "meeting summit talks session round half quarter day week month year minute place time "
        "term person world party floor"
    )
)
_MET = re.compile(
    r"\b(?:met|meet|meets|meeting|seen each other|faced (?:each other|one another)|held talks"
    r"|s[ai]t(?: down| around| at| face)|face to face|face-to-face|received|hosted|summit"
    r"|brought [^.;]{2,60} together)\b"
)
# "the first Chilean president in seven years", "the first leader of his country to visit since"
_FIRST_HOLDER = re.compile(
    r"\b(?P<number>first) (?:[\w'-]{1,20} ){0,3}?"
    r"(?P<noun>president|premier|minister|leader|chancellor|king|queen|pope|secretary of state"
    r"|head|chief|monarch|secretary-general)\b"
    r"(?= (?:of (?:[\w'-]{2,20} ){1,4}?)?(?:in|since|to (?:visit|set foot|pay|travel|come|go))\b)"
)
# The time told behind the next number is that one's: "the tenth time, and the first since May".
_NEXT_CLAIM = re.compile(rf"\b(?:and|but) (?:the|their|its) (?:{_NTH}|\d{{1,3}}(?:st|nd|rd|th))\b")
_HELD_CLAIM = re.compile(
    r"\b(?:held|had|met|been) (?P<number>[a-z]{3,9}|\d{1,3}) "
    r"(?:[\w'-]{1,20} ){0,2}?(?P<noun>summits|meetings|talks|times|rounds)\b"
)
# "Had met him only once this year", "have spoken by phone four times"
_TIMES_CLAIM = re.compile(
    r"\b(?:met|spoken|talked|sat down)\b(?: [\w'-]{1,20}){0,5}? "
    r"(?P<number>once|twice|(?:[a-z]{3,9}|\d{1,3})(?= times))(?P<noun> times)?\b"
    rf"(?=,? (?:this {_UNIT}|since|in (?:the )?|so far|during|all told|before|over the))"
)
_WHAT_TIME = re.compile(
    r"(?: (?:in|since|this) [\w ]{1,30}?)? that [^;.]+?\b(?:had|have|has|was|were|did)\b"
    r".*?(?=, (?:though|although|but|while|and|as)\b|[;.]|$)"
)
# "The second meeting that she has skipped this year"
_SKIPPED = re.compile(
    r" (?:that |which )?(?:[\w'-]+ ){1,4}?(?:has |have |had )?"
    r"(?:skipped|missed|boycotted|cancelled|canceled|postponed|called off)\b"
)
# "It was to have met for the first time in June" counts nothing that was.
_TO_MEET = re.compile(r"\b(?:was|were|is|are|due) to (?:have )?(?:met|meet)\b[^.;,]{0,20}$")
_CALLS = re.compile(r"\b(?:calls?|(?:by|on the) (?:tele)?phone)\b")
_ONCE = {"once": 1, "twice": 2}
# "Whose meeting with her was their third this year"
_THEIR_NTH = re.compile(
    rf"\btheir (?P<number>(?P<noun>\d{{1,3}}(?:st|nd|rd|th)|{_NTH}))\b"
    rf"(?= (?:this {_UNIT}|since"
    r"|in (?:the (?:past|last) )?[a-z0-9-]{1,12} (?:years|months|weeks)))"
)
# "The meeting, their third, lasted two hours"
_THEIR_NTH_BESIDE = re.compile(
    r"\b(?:meeting|summit|talks|session|encounter|call|conversation), (?:only )?their "
    rf"(?P<number>(?P<noun>\d{{1,3}}(?:st|nd|rd|th)|{_NTH}))(?=,)"
)
_SPOKE = re.compile(r"\b(?:conversation|calls?|spoke|spoken|talks|visit|encounter)\b")
_OWN = re.compile(r"\b(?:their|his|her) (?:only |just )?$")
_A_ROUND = re.compile(r"\ba $")
_ALL_CLAIMS = (
    _ORDINAL_CLAIM,
    _HELD_CLAIM,
    _TIMES_CLAIM,
    _FIRST_BY,
    _FIRST_HOLDER,
    _THEIR_NTH,
    _THEIR_NTH_BESIDE,
    _OTHER_CLAIM,
    _THEIR_OTHER,
)
_OTHERS = (_OTHER_CLAIM, _THEIR_OTHER)
_CARDINAL_CLAIMS = (_HELD_CLAIM, _TIMES_CLAIM)
# What every pattern with an ordinal needs: told in a tenth of the time that three of them take.
_NTH_WORD = re.compile(r"[a-z]+|\d{1,3}(?:st|nd|rd|th)")
IN_SPAN = re.compile(
    r"\bin (?:(?P<near>nearly|almost|about|around) "
    r"|(?P<over>(?:just |little |slightly )?(?:over|more than)) "
    r"|(?:less than|just under|just|barely|under|only) )?"
    r"(?:(?:the (?:past|last) )?(?P<count>as many|[a-z]{1,9}|\d{1,3})(?P<more> and a half)? "
    r"|the (?:past|last) )(?P<unit>year|month|week|decade)s?\b(?P<half> and a half\b)?"
)
SINCE = re.compile(r"\bsince\b")
THIS = re.compile(rf"\bthis {_UNIT}\b")
# How far behind its number a claim's time window may be told, in code points.
SO_FAR = 140
# "The trip, made in line with what he promised in May, was the first by"
_OCCASION_REACH = 140
_GOES = re.compile(r"(?<![\w-])(?:visit|trip|to)(?![\w-])")
_OCCASION = re.compile(r"\b(?:visit|trip|summit|meeting|talks)\b")


@dataclass(frozen=True, slots=True)
class Claim:
    """A counting claim found in a sentence."""

    span: Span
    number: int
    first: bool
    """Of the kind "first in 12 years": nothing may lie in between."""
    place: bool
    """Counts only what took place in one town: "the first visit to Rome in"."""
    tail: Span
    """Where the time it counts over may be told."""
    own: bool = False
    """Counts the meetings of these persons, not of those before them: "their first"."""
    meets: bool = True
    """Whether it counts meetings or calls; nothing else is on record to be counted."""
    calls: bool = False
    """Whether it counts calls."""
    several: bool = False
    """Counts up all that is told: "met twice this year, in Rome in March and in Oslo in June"."""


def claims(one: Annotations, sentence: Sentence) -> Iterator[Claim]:
    """The counting claims of a sentence, kind by kind."""
    text = plain(sentence.span.of(one.article.text)).lower()
    taken: list[Span] = []
    for pattern in _ALL_CLAIMS if _has_ordinal(text) else _CARDINAL_CLAIMS:
        for match in pattern.finditer(text):
            word = match["number"]
            counted = pattern in _CARDINAL_CLAIMS
            number = (_ONCE.get(word) or cardinal(word)) if counted else ordinal(word)
            span = Span(match.start("number"), match.end("noun" if match["noun"] else "number"))
            if not number or any(span.overlaps(other) for other in taken):
                continue
            if not _counts_meetings(pattern, text, match):
                continue
            taken.append(span)
            if (pair := _OF_TWO.match(text, span.end)) is not None:
                span = Span(span.start, pair.end())  # "third" alone would not say of what
            meets = pattern not in _OTHERS and not _of_other_times(pattern, text, match)
            claim = _claim(text, span, number, sentence.span.start, meets)
            calls = _CALLS.search(match[0]) is not None
            claim = replace(claim, calls=calls, several=counted)
            visit = pattern is _FIRST_BY and _GOES.search(text, max(0, match.start() - 40))
            there = pattern is _FIRST_HOLDER or (visit and visit.start() < match.start())
            yield replace(claim, place=True) if there else claim


def _has_ordinal(text: str) -> bool:
    return any(word in ORDINALS or word[0].isdigit() for word in _NTH_WORD.findall(text))


def _counts_meetings(pattern: re.Pattern[str], text: str, match: re.Match[str]) -> bool:
    """Whether the number counts meetings: "the third time they met", not "she had said so"."""
    if pattern is _FIRST_BY:
        return _about_meeting(text, match)
    if pattern is _FIRST_HOLDER:
        return _timed(text, match.end()) is not None
    if pattern is _ORDINAL_CLAIM and match["noun"].startswith(("session", "conversation")):
        theirs = _OWN.search(text, 0, match.start()) is not None
        return theirs or _timed(text, match.end()) is not None
    if pattern is _ORDINAL_CLAIM and match["noun"] == "round" and _timed(text, match.end()) is None:
        # "Agreed to hold a third round" names the next one, and counts nothing.
        return _A_ROUND.search(text, 0, match.start()) is None
    if pattern is not _OTHER_CLAIM and _never_was(text, match):
        return False
    if pattern is _THEIR_NTH:
        return (_MET.search(text) or _SPOKE.search(text)) is not None
    if pattern is _ORDINAL_CLAIM and match["noun"] == "time":
        # "The fourth time this year that it has done so" is told, and nothing on record counts it.
        rare = ordinal(match["number"]) == 1
        return _MET.search(text) is not None or (not rare and _timed(text, match.end()) is not None)
    if pattern is _THEIR_OTHER:
        return ordinal(match["number"]) != 1 and _timed(text, match.end()) is not None
    if pattern is _OTHER_CLAIM:
        # "The first test since 2017" says that it is rare, and counts nothing.
        return match["noun"] not in _NOT_COUNTED and ordinal(match["number"]) != 1
    return True


def _never_was(text: str, match: re.Match[str]) -> bool:
    """Whether it counts what was missed or is to come: "the second meeting she has skipped"."""
    skipped = _SKIPPED.match(text, match.end())
    return (skipped or _TO_MEET.search(text, 0, match.start())) is not None


def _of_other_times(pattern: re.Pattern[str], text: str, match: re.Match[str]) -> bool:
    """Whether "the second time" counts something else than meetings."""
    if pattern is not _ORDINAL_CLAIM or match["noun"] != "time":
        return False
    # "The first time that they were photographed together, though they have met six times"
    what = _WHAT_TIME.match(text, match.end())
    return _MET.search(what[0] if what is not None else text) is None


def _timed(text: str, at: int) -> re.Match[str] | None:
    """The time that is told behind a number."""
    tail = text[at : at + SO_FAR]
    return IN_SPAN.search(tail) or SINCE.search(tail) or THIS.search(tail)


def _about_meeting(text: str, match: re.Match[str]) -> bool:
    """Whether a bare "the first" stands in apposition to a visit or meeting."""
    before = text[max(0, match.start() - _OCCASION_REACH) : match.start()]
    timed = IN_SPAN.search(text, match.end()) or SINCE.search(text, match.end())
    of_two = _OF_TWO.match(text, match.end())
    if of_two is not None and ordinal(match["number"]) != 1:
        return True  # "the fourth between the two men this year"
    return timed is not None and (of_two or _OCCASION.search(before)) is not None


def _claim(text: str, span: Span, number: int, offset: int, meets: bool) -> Claim:
    tail = Span(span.end, min(len(text), span.end + SO_FAR))
    again = _NEXT_CLAIM.search(text, tail.start, tail.end)
    tail = Span(tail.start, again.start()) if again else tail
    told = text[tail.start : tail.end]
    ends = [m.end() for m in (IN_SPAN.search(told),) if m and number == 1]
    end = span.end + ends[0] if ends else span.end
    bounded = bool(ends) or SINCE.search(told) is not None
    return Claim(
        Span(offset + span.start, offset + end),
        number,
        number == 1 and bounded,
        _in_one_town(text, span.start, span.end, end),
        Span(offset + tail.start, offset + tail.end),
        _OWN.search(text, 0, span.start) is not None,
        meets,
    )


def _in_one_town(text: str, start: int, bare: int, end: int) -> bool:
    """Whether a claim counts what was in one town: "the first visit", "his first to Rome"."""
    lone = " " not in text[start:bare] and text.startswith(" to ", bare)
    return lone or _GOES.search(text[start:end]) is not None
