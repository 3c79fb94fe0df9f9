"""Captions: a line that tells what a picture shows."""

from __future__ import annotations

import re

from dateline.reading.credits import AGENCY
from dateline.reading.stamps import stamps
from dateline.reading.words import as_plain

_IS_AGENCY = re.compile(rf"{AGENCY}\b")
_PICTURE_WORD = re.compile(
    r"\b(?:photos?|photograph(?:er|s)?|images?|picture|pool|via|file|courtesy|handout|getty|credit"
    r"|shutterstock|illustration|screengrab)\b",
    re.IGNORECASE,
)
_CREDIT_AT_END = re.compile(r"[\[(]([^()\[\]]{2,90})[\])]\.?\s*$")
_CAPTION_START = re.compile(
    r"\W{0,4}(?:file(?: photo| image| picture| -|:)|photo(?:graph)?s?(?: by| courtesy|:| credit)"
    r"|images?(?: by| source| caption| credit|:)|pictures?(?: by| credit|:)|pictured|credit:"
    r"|caption:|representational image|illustration(?:\W|$)"
    r"|in this (?:file )?(?:photo|image|picture))",
    re.IGNORECASE,
)
_CAPTION_END = re.compile(
    r"(?:(?:photo(?:graph)?|image|picture|illustration)(?: credit)?s?\s?[:|]\s?.{2,60}"
    r"|getty images.{0,30}|(?:AP|Reuters|AFP|EPA|AP/[\w ]{1,20}) photo.{0,40}"
    r"|shutterstock(?:\.com)?"
    r"|\| ?(?:file )?photo.{0,60})$",
    re.IGNORECASE,
)
_POSITION = re.compile(
    r"\((?:L|R|C|left|right|cent(?:er|re)|\d(?:st|nd|rd|th) (?:L|R)|front|back)\)"
    r"|, (?:left|right|cent(?:er|re)),|\bfrom (?:left|right)\b|\bpictured\b|\bposes? (?:for|with)\b"
    r"|\bshakes? hands\b|\bis seen\b|\bare seen\b|\bpose for\b|\bin this (?:photo|picture|image)\b"
)
# The present tense of what pictures show; reports tell it in the past.
_SCENE = re.compile(
    r"\b(?:attends?|speaks?|walks?|arrives?|smiles?|waves?|stands?|sits?|talks?|meets?|greets?"
    r"|gestures?|looks? on|listens?|delivers?|inspects?|holds?|hugs?|watch(?:es)?|leaves?|poses?)\b"
)
# "[The two ministers inspect a guard. AMNA]", and no note of the desk.
_BRACKETED = re.compile(
    r"\[(?!(?i:this|editor|updat|correct|read|watch|click|note|the (?:story|article)))"
    r"[^\[\]]{25,}\]\s*$"
)
_SAYING = re.compile(r"\b(?:said|told|added|announced|according to|says)\b")
_POSITION_SIGNS = (
    *("(", ", left", ", right", ", cent", "from left", "from right", "pictured", "pose", "shake"),
    *(" seen", "in this "),
)
"""One of these is in whatever `_POSITION` finds."""

LONG_LINE, TAIL = 600, 110
"""Characters of the longest line looked at, and of its end, where credits stand."""

LONG_CAPTION = 70
"""Words; captions longer than this were not seen."""


def caption_score(line: str, words: int) -> int:
    """How much a line reads like the caption of a picture; 3 and more is one."""
    if words > LONG_CAPTION or len(line) > LONG_LINE:
        return 0
    flat = as_plain(line)
    credit = _CREDIT_AT_END.search(flat, max(0, len(flat) - TAIL))
    score = _credit_score(credit[1]) if credit else 0
    ending = _CAPTION_END.search(flat, max(0, len(flat) - TAIL))
    score += 3 * bool(ending or _CAPTION_START.match(flat) or _BRACKETED.match(flat))
    if any(sign in flat for sign in _POSITION_SIGNS):
        score += 2 * bool(_POSITION.search(flat))
    if not score:
        return 0
    score += bool(_SCENE.search(flat)) + any(stamp.year for stamp in stamps(flat))
    return score - 2 * bool(_SAYING.search(flat))


def _credit_score(credit: str) -> int:
    if _PICTURE_WORD.search(credit):
        return 3
    if _IS_AGENCY.match(credit):
        return 2
    named = all(word[:1].isupper() for word in re.findall(r"\w+", credit))
    return int(named and len(credit) <= 40)
