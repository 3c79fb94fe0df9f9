"""Whether a sentence says that a word given was kept, or gone back on."""

from __future__ import annotations

import re

from dateline.record.wording import listed, low_words

DOUBTED = listed("negations") | {
    "will", "would", "should", "may", "might", "could", "must", "can", "if"
}  # fmt: skip
"""Words behind which nothing is told as done."""
_GIVEN_WORD = (
    r"(?:the|its|his|her|their|an?) (?:[\w-]+ ){0,2}?"
    r"(?:undertaking|promises?|pledges?|agreement|commitments?|vows?|word)\b"
)
_AS_TOLD = re.compile(
    rf"\b(?:in (?:line|keeping) with|true to|keeping|honou?ring) {_GIVEN_WORD}"
    r"|\b(?:kept|honou?red|fulfilled|made good on|delivered on|lived up to|stuck to|stood by) "
    rf"{_GIVEN_WORD}"
    r"|\bas (?:[\w'’.-]+ ){1,5}?(?:had (?:said|promised|pledged|agreed|announced|vowed)"
    r"|promised|pledged|vowed|agreed(?! (?:to|on|that|with)\b))\b"
    r"|\b[Aa]s (?:promised|pledged|agreed|announced|planned|scheduled|foreseen)\b"
)
_WENT_BACK = re.compile(
    r"\b(?:(?:gone|went|going|goes|go) back on|backed (?:out of|away from)|walked away from"
    rf"|betrayed|breached|broken|broke) {_GIVEN_WORD}"
)


def as_told(sentence: str) -> bool:
    """Whether what is told, not what is planned, was done "as the ministers had promised"."""
    told = _AS_TOLD.search(sentence)
    return told is not None and not DOUBTED & set(low_words(sentence[: told.start()]))


def went_back(sentence: str) -> bool:
    """Whether it is told that a promise was broken: "has gone back on its pledge"."""
    return _WENT_BACK.search(sentence) is not None
