"""Tense and mood around a time expression, read off the words of its sentence.

There is no parser here. The verb that governs an adverbial of time stands, in news English, nearest
to its left in the same clause ("agreed Thursday to respond", "are scheduled to speak on Friday");
where nothing stands to the left, the first verb to the right governs ("On Friday, he will speak").
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass

from dateline.annotation.times.verbs import Direction, Sign, alone, governing, signs_in
from dateline.model import Modality

LEFT_REACH, RIGHT_REACH = 180, 100
"""Code points looked at on either side: a long clause of news has about 150."""

_LAST_WORDS = re.compile(
    r"(?P<prep>\b(?:by|until|till|before|after|since|from|through|following|starting|beginning"
    r"|effective|prior to|ahead of|as (?:early|soon|late) as|no later than|not later than"
    r"|starting (?:in|on|from|at)|beginning (?:in|on)|as (?:of|from)|up to|up until|for|in|on|to"
    r"|between|and|within|during|over|at|around|about|of|towards?|until after|or))"
    r"(?: at least| at the latest| as late as| around| about)?(?: the)? $",
    re.IGNORECASE,
)
_NEGATION = re.compile(
    r"\b(?:not(?! (?:only|later|yet|least)\b)|never|no longer|denie[sd]|deny|refuse[sd]?"
    r"|cannot|ruled out|rejected|cancel\w{2,5}"
    r"|called off|scrapped)\b|n't\b|\bno (?!later|more|less|sooner|earlier|doubt)(?=[a-z]+ )",
    re.IGNORECASE,
)
_CLAUSE_ENDS = re.compile(
    r"[,;:—–()]| - |\b(?:that|but|while|after|when|although|though|because|which|who|and)\b",
    re.IGNORECASE,
)
_RANKED = re.compile(
    r"\b(?:first|second|third|last|latest|\w{2,12}est|most|least|worst|best|\d{1,3}(?:st|nd|rd|th)"
    r"|highest|lowest|biggest|record|ever)\b",
    re.IGNORECASE,
)
_FORWARD_PREPOSITIONS = frozenset(
    {"starting", "beginning", "effective", "prior to", "ahead of", "as early as", "as soon as"}
    | {"no later than", "not later than", "starting in", "starting on", "starting from"}
    | {"beginning in", "beginning on", "until after"}
)
_DEADLINE_PREPOSITIONS = frozenset(
    {"by", "until", "till", "before", "up to", "up until", "through"}
)
_SCHEDULED = re.compile(
    r"\b(?:was|were|been|originally|initially|previously) (?:set|due|scheduled|expected|slated"
    r"|planned|supposed|to)\b|, due\b",
    re.IGNORECASE,
)
_DELAY = re.compile(
    r"\b(?:(?:postpon|delay|adjourn|extend|suspend|defer|remand|push|reschedul)\w{0,4}"
    r"|put (?:off|back))\b",
    re.IGNORECASE,
)


# "Had undertaken to say nothing, but on 2 December she spoke": the verb behind it tells.
_OPENS_CLAUSE = re.compile(
    r"(?:;|,? (?:but|although|though|whereas))(?: (?:late|early))?(?: (?:on|in|by))? $"
)
_FORWARD_GENITIVE = re.compile(r"\b(?:ahead of|for|at|in|to) $")
_NOUN = re.compile(
    r" (?!(?:and|or|but|to|in|at|on|for|with|when|as|after|before|that|who|which|while|by|from|of"
    r"|over|into|until|amid|during|because|following|since|if|where|were|was|is|are|has|have|had"
    r"|will|would|against|about|through|than|under|via|without|despite|said|[a-z]+ed)\b)[a-z]{3,}"
)


@dataclass(frozen=True, slots=True)
class Signs:
    """What the words around an expression say of it."""

    direction: Direction
    """Whether the clause tells of what was or of what is to come; empty when it does not say."""
    modality: Modality
    preposition: str
    """The preposition just before, lower case; empty when there is none."""
    owns: bool
    """Whether it is a genitive: "Friday's vote"."""
    modifies: bool
    """Whether it stands before a noun that it modifies: "the May inauguration"."""
    ranked: bool
    """Whether the clause counts or compares: "the first since 2004", "in five years"."""
    scheduled: bool
    """Whether it was arranged, be it now past: "was due on Monday"."""


class SignReader:
    """Reads the signs of one text; the verbs of a sentence are looked up once."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._sentence = (0, 0)
        self._signs: list[Sign] = []
        self._starts: list[int] = []

    def read(self, sentence: tuple[int, int], start: int, end: int) -> Signs:
        """The signs around `text[start:end]` in its sentence."""
        left = self._text[max(sentence[0], start - LEFT_REACH) : start]
        right = self._text[end : min(sentence[1], end + RIGHT_REACH)]
        preposition = _preposition(left)
        owns = right.startswith(("'s ", "' "))
        direction, modality = self._tense(sentence, start, end, left, preposition)
        if preposition == "since":
            direction, modality = "past", "happened"  # "would be the first visit since 2022"
        if owns and preposition not in _DEADLINE_PREPOSITIONS:
            forward = direction == "future" and _FORWARD_GENITIVE.search(left)
            direction, modality = ("future", "planned") if forward else ("", "happened")
        return Signs(
            direction,
            modality if owns else _denied(left, right, modality),
            preposition,
            owns,
            _NOUN.match(right) is not None,
            _RANKED.search(left[-90:]) is not None,
            _SCHEDULED.search(left[-60:]) is not None,
        )

    def _tense(
        self, sentence: tuple[int, int], start: int, end: int, left: str, preposition: str
    ) -> tuple[Direction, Modality]:
        if preposition in _DEADLINE_PREPOSITIONS and _DELAY.search(left[-40:]):
            return "future", "planned"
        before, after = self._around(sentence, start, end)
        if after and _OPENS_CLAUSE.search(left):
            return alone(after)
        if before:
            return governing(before, self._text)
        if preposition in _FORWARD_PREPOSITIONS:
            return "future", "planned"
        if after:
            return alone(after)
        return "future" if preposition in ("by", "until", "till") else "", "happened"

    def _around(
        self, sentence: tuple[int, int], start: int, end: int
    ) -> tuple[list[Sign], Sign | None]:
        """The signs within reach to the left, and the first one to the right."""
        if sentence != self._sentence:
            self._sentence = sentence
            self._signs = signs_in(self._text, *sentence)
            self._starts = [sign.start for sign in self._signs]
        first = bisect_left(self._starts, start - LEFT_REACH)
        last = bisect_left(self._starts, start)
        before = [sign for sign in self._signs[first:last] if sign.end <= start]
        place = bisect_left(self._starts, end)
        near = place < len(self._starts) and self._starts[place] < end + RIGHT_REACH
        return before, self._signs[place] if near else None


def _preposition(left: str) -> str:
    match = _LAST_WORDS.search(left[-28:])
    return " ".join(match["prep"].lower().split()) if match else ""


def _denied(left: str, right: str, modality: Modality) -> Modality:
    clause = left[-90:]
    ends = list(_CLAUSE_ENDS.finditer(clause))
    clause = clause[ends[-1].end() :] if ends else clause
    if not clause.strip(" ").count(" ") and not left.strip():
        clause = right[:60]
    return "denied" if _NEGATION.search(clause) else modality
