"""Tense and mood around a time expression, read off the words of its sentence.

There is no parser here. The verb that governs an adverbial of time stands, in news English, nearest
to its left in the same clause ("agreed Thursday to respond", "are scheduled to speak on Friday");
where nothing stands to the left, the first verb to the right governs ("On Friday, he will speak").
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from dateline.annotation.times.words import listed
from dateline.model import Modality

Direction = Literal["past", "future", ""]

LEFT_REACH, RIGHT_REACH = 180, 100
"""Code points looked at on either side: a long clause of news has about 150."""

_PAST_FORMS = listed(
    "was were had did said told met held came went rose fell took made became began won lost led"
    " left gave got saw found put sent kept brought bought sold struck shot spoke wrote broke"
    " grew flew drove ran stood sat paid built thought knew felt heard set cut hit shut beat"
    " chose drew fought hurt laid meant read rode sank shook slid spent stole swore taught threw"
    " understood withdrew woke overthrew overcame underwent undertook fled slipped sought caught"
)
# Past forms that are present forms too; "set" and "cut" alone say little of tense.
_EITHER_TENSE = frozenset({"put", "set", "cut", "hit", "shut", "beat", "hurt", "read", "left"})
_MODALS = frozenset({"may", "might", "could", "can", "should"})
_NOT_VERBS = (
    "the a an its their his her our your my this that these those each every all any some it"
    " them him us me you early late mid about around at least south north east west unprecedented"
)
_WORDS_IN_ED = "need|speed|seed|feed|breed|indeed|exceed|proceed|succeed|bleed|hundred|sacred|red"
_MEETING_VERBS = (
    "be begin start open meet take hold appear arrive return launch leave speak visit travel go"
    " end expire come become report vote sign release play face fly land make give retire deliver"
    " hear decide resume join host address attend publish announce stand run step finish get move"
).replace(" ", "|")

_SIGN = re.compile(
    r"\b(?:"
    r"(?P<unreal>if|whether|unless|might|(?-i:may)(?= [a-z])|could|possibly|perhaps|potentially|can"
    r"|should|considering)"
    r"|(?P<future>will|shall|won't|would|wouldn't|going to|(?:is|are|was|were) (?:set|due|about"
    r"|scheduled|expected|slated|likely|planned|planning|poised|to (?=[a-z]))"
    rf"|scheduled|slated|due (?:in|on|by|at|for|out|back|to (?:{_MEETING_VERBS})\b)|set for"
    r"|set to|expected|expects?|plans? to|planned|planning|intends?|hopes?|aims?|hoping|aiming"
    r"|vows?|promises?|upcoming|forthcoming|coming up|ahead of|run-up to|in time for|prepar\w{2,5}"
    r"|looking (?:ahead|forward)|awaits?|awaiting|deadline|poised|postpon\w{2,4}|adjourn\w{2,3}"
    r"|forecasts?|predicts?|wants?|next)"
    rf"|(?P<promise>agree|agrees|agreed|pledge[sd]?|vowed|promised|intended|decided|deciding|wanted"
    r"|invited|urged|called on|asked|ordered|proposed|hoped|told \w+|offered|prepared|committed"
    r"|demanded|threatened|aimed|sought|seeks?|plans)"
    rf"|(?P<infinitive>to (?:be )?(?!(?:{_NOT_VERBS.replace(' ', '|')})\b)"
    r"(?:[a-z]{1,14}[a-rt-z]|[a-z]{1,12}(?:ss|cus))(?= |,|$))"
    rf"|(?P<past>(?:{'|'.join(sorted(_PAST_FORMS))})(?![a-z'-])|(?!(?:{_WORDS_IN_ED})\b)"
    r"[a-z]{2,14}ed(?![a-z-])|has been|have been|didn't|wasn't|weren't|hadn't)"
    r"|(?P<progress>(?:is|are|am) (?:[a-z]{2,10}ly )?[a-z]{2,14}ing\b)"
    r"|(?P<timetable>begins?|opens?|kicks off|takes place|expires|departs|arrives|resumes?|meets?"
    r"|starts(?! of)|returns to|plays?|faces)"
    r")(?![a-z])|(?P<will>'ll\b)",
    re.IGNORECASE,
)
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
    r"|planned|supposed|to)\b",
    re.IGNORECASE,
)
_OF_MODAL = re.compile(
    r" (?:(?:not|also|only|soon|then|[a-z]{2,10}ly) )?(?:be |have |have been |get |be being )?"
    r"(?:[a-z]{2,10}ly )?"
)
# What may stand between a modal and the participle it rules: "will also be shipped".
_DELAY = re.compile(r"\b(?:postpon|delay|adjourn|extend|suspend|defer|remand|push)\w{0,4}\b", re.I)


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


def read_signs(text: str, sentence: tuple[int, int], start: int, end: int) -> Signs:
    """The signs around `text[start:end]` in its sentence."""
    left = text[max(sentence[0], start - LEFT_REACH) : start]
    right = text[end : min(sentence[1], end + RIGHT_REACH)]
    preposition = _preposition(left)
    owns = right.startswith(("'s ", "' "))
    direction, modality = _tense(left, right, preposition)
    if owns and preposition not in _DEADLINE_PREPOSITIONS:
        forward = direction == "future" and re.search(r"\b(?:ahead of|for|at|in|to) $", left)
        direction, modality = ("future", "planned") if forward else ("", "happened")
    return Signs(
        direction,
        modality if owns else _denied(left, right, modality),
        preposition,
        owns,
        bool(re.match(r" [a-z]{3,}", right)) and not re.match(
            r" (?:and|or|but|to|in|at|on|for|with|when|as|after|before|that|who|which|while|by|from"
            r"|of|over|into|until|amid|during|because|following|since|if|where|were|was|is|are|has"
            r"|have|had|will|would|against|about|through|than|under|via|without|despite|said|[a-z]+ed)\b",
            right,
        ),
        bool(_RANKED.search(left[-90:])),
        bool(_SCHEDULED.search(left[-60:])),
    )  # fmt: skip


def _preposition(left: str) -> str:
    match = _LAST_WORDS.search(left[-28:])
    return " ".join(match["prep"].lower().split()) if match else ""


def _tense(left: str, right: str, preposition: str) -> tuple[Direction, Modality]:
    signs = [(found.lastgroup or "", found) for found in _SIGN.finditer(left)]
    if preposition in _DEADLINE_PREPOSITIONS and _DELAY.search(left[-40:]):
        return "future", "planned"
    if signs:
        return _governing(signs, left)
    if preposition in _FORWARD_PREPOSITIONS:
        return "future", "planned"
    if found := _SIGN.search(right):
        return _alone(found.lastgroup or "", found)
    return ("future", "planned") if preposition in ("by", "until", "till") else ("", "happened")


def _governing(signs: list[tuple[str, re.Match[str]]], left: str) -> tuple[Direction, Modality]:
    kind, found = signs[-1]
    if kind == "past" and _in_passive(signs, left):
        return _governing(signs[:-1], left)
    if kind == "infinitive":
        return _of_infinitive(signs[:-1], found)
    if kind == "promise":
        return "past", "happened"
    if kind == "timetable" and len(signs) > 1:
        auxiliary = found.start() - signs[-2][1].end() < 8
        if auxiliary or signs[-2][0] != "past":
            return _governing(signs[:-1], left)
    if kind == "unreal" and re.match(r" (?:not |also )?have [a-z]", left[found.end() :]):
        return "past", "possible"
    return _alone(kind, found)


def _in_passive(signs: list[tuple[str, re.Match[str]]], left: str) -> bool:
    """Whether the last sign is the participle of a modal before it: "will be shipped"."""
    if len(signs) < 2 or signs[-2][0] not in ("future", "unreal", "infinitive"):
        return False
    return bool(_OF_MODAL.fullmatch(left, signs[-2][1].end(), signs[-1][1].start()))


def _of_infinitive(
    before: list[tuple[str, re.Match[str]]], found: re.Match[str]
) -> tuple[Direction, Modality]:
    """An infinitive lies ahead of its verb, unless that verb tells of a purpose fulfilled."""
    while before and before[-1][0] == "infinitive" and found.start() - before[-1][1].end() < 60:
        found = before.pop()[1]
    if not before or found.start() - before[-1][1].end() > 60:
        return "future", "planned"
    kind = before[-1][0]
    if kind == "past":
        return "past", "happened"
    if kind == "unreal":
        return "future", "possible"
    return "future", "planned"


def _alone(kind: str, found: re.Match[str]) -> tuple[Direction, Modality]:
    if kind == "unreal":
        return ("future" if found.group().lower() in _MODALS else ""), "possible"
    if kind == "past":
        return ("", "happened") if found.group().lower() in _EITHER_TENSE else ("past", "happened")
    if kind == "promise":
        return "past", "happened"
    return "future", "planned"


def _denied(left: str, right: str, modality: Modality) -> Modality:
    clause = left[-90:]
    ends = list(_CLAUSE_ENDS.finditer(clause))
    clause = clause[ends[-1].end() :] if ends else clause
    if not clause.strip(" ").count(" ") and not left.strip():
        clause = right[:60]
    return "denied" if _NEGATION.search(clause) else modality
