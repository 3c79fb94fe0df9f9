"""Whether a sentence tells that something came late or early, and by how much."""

from __future__ import annotations

import re
from functools import lru_cache

# "Released five days late", "weeks later than the rebels had pledged", "three days behind schedule"
_LATE_BY = re.compile(
    r"\b(?:days?|weeks?|months?|hours?|years?|fortnight) (?:too )?"
    r"(?:late\b|later than\b|overdue|behind (?:schedule|(?:the|its|their) (?:date|deadline))\b"
    r"|after (?:the|its|their|his|her) (?:[\w-]{1,12} ){0,3}?(?:deadline|date|due date|day)\b)"
    r"|\bbehind schedule\b"
    # "A week after the 14 days ran out", "was not paid until May", "came only on 3 May"
    r"|\b(?:days?|weeks?|months?) after [^.;,]{2,60}\b(?:ran out|expired|passed|lapsed)\b"
    r"|\b(?:not|never)\b(?: \w+){1,3} until (?:\d|late |early |mid|this |last |[A-Z])"
    r"|\bonly (?:on|in) (?=\d|[A-Z])",
    re.IGNORECASE,
)
LATE_BY_COUNT = re.compile(
    r"\b(\d{1,3}|a|[a-z]{3,9}) (day|week|month)s? (?:too )?(?:late\b|later than\b|behind\b"
    r"|after (?:the|its|their|his|her) (?:[\w-]{1,12} ){0,3}?(?:deadline|date|day)\b)",
    re.IGNORECASE,
)
_EARLY_BY = re.compile(
    r"\bahead of (?:schedule|target|time|(?:the|its|their) (?:deadline|date|target))"
    r"|\b(?:days?|weeks?|months?|hours?) "
    r"(?:early\b|before (?:the|its|their|his|her) (?:[\w-]{2,12} )?"
    r"(?:deadline|(?:time|term) (?:ran out|was up|expired))"
    r"|earlier than (?:announced|planned|scheduled|expected|promised|due|agreed)\b)"
    r"|\b(?:days?|weeks?|months?|hours?) (?:inside|within|short of|ahead of) "
    r"(?:the|its|their|his|her) (?:[\w-]{2,12} )?(?:limit|deadline|date)\b"
    r"|\b(?:within|inside) the (?:\w+ )?(?:days|weeks|months|deadline|time|limit)\b",
    re.IGNORECASE,
)


@lru_cache(maxsize=1 << 12)
def late_by(sentence: str) -> bool:
    """Whether it tells by how much something came late: "five days late", "behind schedule"."""
    return _LATE_BY.search(sentence) is not None


@lru_cache(maxsize=1 << 12)
def early_by(sentence: str) -> bool:
    """Whether it tells that something came in time: "a week early", "ahead of schedule"."""
    return _EARLY_BY.search(sentence) is not None
