"""Verbs and other words that tell tense and mood, found sentence by sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from dateline.annotation.times.words import listed
from dateline.model import Modality

Direction = Literal["past", "future", ""]

_PURPOSE_REACH = 60
"""Code points between an infinitive and the verb it hangs on, at most."""
_AUXILIARY_REACH = 8
"""Code points between an auxiliary and its verb: "did not meet"."""

PAST_FORMS = listed(
    "was were had did said told met held came went rose fell took made became began won lost led"
    " left gave got saw found put sent kept brought bought sold struck shot spoke wrote broke"
    " grew flew drove ran stood sat paid built thought knew felt heard set cut hit shut beat"
    " chose drew fought hurt laid meant read rode sank shook slid spent stole swore taught threw"
    " understood withdrew woke overthrew overcame underwent undertook fled slipped sought caught"
)
"""Past forms of verbs that do not end in -ed."""
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

_KINDS: dict[str, tuple[str, ...]] = {
    "unreal": (
        "if|whether|unless|might|could|should|can|possibly|perhaps|potentially|considering",
        "(?-i:may)(?= [a-z])",
    ),
    "future": (
        "will|shall|won't|would|wouldn't|going to",
        "(?:is|are|was|were) (?:set|due|about(?= to)|scheduled|expected|slated|likely|planned"
        "|planning|poised|to (?=[a-z]))",
        f"due (?:in|on|by|at|for|out|back|to (?:{_MEETING_VERBS})\\b)",
        "scheduled|slated|set (?:for|to)|expected|expects?|poised|upcoming|forthcoming|next",
        "plans? to|planned|planning|intends?|hopes?|hoping|aims?|aiming|vows?|promises?|wants?",
        "(?:has|have|is|are|had|been) (?:been )?invited(?= )",
        "coming up|ahead of|run-up to|in time for|looking (?:ahead|forward)|awaits?|awaiting",
        "deadline|prepar(?:es?|ing|ations?|ed(?= for))|postpon[a-z]{2,4}|adjourn[a-z]{2,3}",
        "forecasts?|predicts?",
    ),
    "promise": (
        "agrees?|agreed|pledge[sd]?|vowed|promised|intended|decided|deciding|wanted|invited|urged",
        "called on|asked|ordered|proposed|hoped|offered|prepared|committed|demanded|threatened",
        "aimed|sought|seeks?|plans|undertook|undertaken|swore|volunteered|guaranteed",
        "told(?: [a-z]+)?(?= to\\b)",
    ),
    "infinitive": (
        f"(?-i:to (?:be )?(?!(?:{'|'.join(listed(_NOT_VERBS))})\\b)"
        "(?:[a-z]{1,14}[a-rt-z]|[a-z]{1,12}(?:ss|cus))(?= |,|$))",
    ),
    "past": (
        f"(?:{'|'.join(sorted(PAST_FORMS))})(?![a-z'-])",
        f"(?!(?:{_WORDS_IN_ED})\\b)[a-z]{{2,14}}ed(?![a-z-])",
        "has been|have been|didn't|wasn't|weren't|hadn't",
    ),
    "progress": ("(?:is|are|am) (?:[a-z]{2,10}ly )?[a-z]{2,14}ing",),
    "timetable": (
        "begins?|opens?|starts(?! of)|kicks off|takes place|expires?|departs?|arrives?|resumes?",
        "meets?|returns to|plays?|faces|comes? out|goes? (?:into effect|on sale)|takes? effect",
    ),
}
"""Signs by kind; where two kinds fit the same words, the earlier one counts.

`unreal`: may or may not be. `future`: is to come. `promise`: a past verb whose infinitive is to
come ("agreed to meet"). `infinitive`: hangs on the sign before it. `progress` and `timetable`:
present forms that news uses of what is arranged ("meets on Friday")."""
_SIGN = re.compile(
    # The letter looked for first spares the ends of words a hundred vain tries.
    r"\b(?=[a-z])(?:"
    + "|".join(f"(?P<{kind}>{'|'.join(phrases)})" for kind, phrases in _KINDS.items())
    + r")(?![a-z])|(?P<will>'ll\b)",
    re.IGNORECASE,
)
_PERFECT = re.compile(r" (?:not |also )?have [a-z]", re.IGNORECASE)
_OF_MODAL = re.compile(
    r" (?:(?:not|also|only|soon|then|[a-z]{2,10}ly) )?(?:be |have |have been |get |be being )?"
    r"(?:[a-z]{2,10}ly )?"
)
# What may stand between a modal and the participle it rules: "will also be shipped".


@dataclass(frozen=True, slots=True)
class Sign:
    """A word or phrase that tells tense or mood: `future`, `past`, `unreal`, `promise` ..."""

    kind: str
    start: int
    end: int
    word: str
    """In lower case."""
    perfect: bool
    """Whether "have" and a participle follow: "may have met"."""


def signs_in(text: str, start: int, end: int) -> list[Sign]:
    """All signs of `text[start:end]`, in order; `the affected homes` has none."""
    return [
        Sign(
            found.lastgroup or "",
            found.start(),
            found.end(),
            found.group().lower(),
            _PERFECT.match(text, found.end()) is not None,
        )
        for found in _SIGN.finditer(text, start, end)
        if not (found.lastgroup == "past" and _describes(text, found.start(), found.end()))
    ]


_BEFORE_NOUNS = tuple(f" {word} " for word in listed("the a an of its their his her all any"))
_LONGEST_BEFORE = max(len(word) for word in _BEFORE_NOUNS)


def _describes(text: str, start: int, end: int) -> bool:
    """Whether a participle belongs to the noun behind it: `the affected homes`."""
    if not text.startswith("ed ", end - 2) or not text[end + 1 : end + 2].islower():
        return False
    return text[max(0, start - _LONGEST_BEFORE) : start].endswith(_BEFORE_NOUNS)


def governing(signs: list[Sign], text: str) -> tuple[Direction, Modality]:
    """Tense and mood of what follows the last of `signs`."""
    last = signs[-1]
    if last.kind in ("past", "promise") and _in_passive(signs, text):
        return governing(signs[:-1], text)
    if last.kind == "infinitive":
        return _of_infinitive(signs)
    if last.kind == "timetable" and len(signs) > 1:
        auxiliary = last.start - signs[-2].end < _AUXILIARY_REACH
        if auxiliary or signs[-2].kind != "past":
            return governing(signs[:-1], text)
    if last.kind == "future" and text.startswith("had been ", max(0, last.start - 9)):
        return "past", "planned"
    return alone(last)


def alone(sign: Sign) -> tuple[Direction, Modality]:
    """Tense and mood of one sign by itself."""
    if sign.kind == "unreal":
        if sign.perfect:
            return "past", "possible"
        return ("future" if sign.word in _MODALS else ""), "possible"
    if sign.kind == "past":
        return ("", "happened") if sign.word in _EITHER_TENSE else ("past", "happened")
    if sign.kind == "promise":
        return "past", "happened"
    return "future", "planned"


def _in_passive(signs: list[Sign], text: str) -> bool:
    """Whether the last sign is the participle of a modal before it: "will be shipped"."""
    if len(signs) < 2 or signs[-2].kind not in ("future", "unreal", "infinitive"):
        return False
    return bool(_OF_MODAL.fullmatch(text, signs[-2].end, signs[-1].start))


def _of_infinitive(signs: list[Sign]) -> tuple[Direction, Modality]:
    """An infinitive lies ahead of its verb, unless that verb tells of a purpose fulfilled."""
    place = len(signs) - 1
    while place and signs[place].start - signs[place - 1].end < _PURPOSE_REACH:
        place -= 1
        if signs[place].kind != "infinitive":
            break
    kind = signs[place].kind
    if kind == "past":
        return "past", "happened"
    return "future", "possible" if kind == "unreal" else "planned"
