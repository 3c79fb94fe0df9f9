"""Sentences that say of a promise that nothing is seen of it: "there is no sign of the bridge"."""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet
from typing import Literal

from dateline.record.wording import content_stems

_NO_SIGN = re.compile(
    r"\b(?:no|little|hardly (?:a|any)|without (?:a|any)) (?:\w+ )?"
    r"(?:sign|trace|hint|prospect)s? of\b",
    re.IGNORECASE,
)
_NOT_SEEN = re.compile(
    r"\b(?:not|n't|never|yet to) (?:yet |ever )?(?:see|seen) (?:a (?:cent|penny|dollar|single \w+)"
    r"|any|anything|one) of\b",
    re.IGNORECASE,
)
_NOTHING_CAME = re.compile(
    r"\b(?:nothing|little|not much) (?:has |had |ever )?(?:come|came) of\b", re.IGNORECASE
)
_DONE_NOTHING = re.compile(r"\b(?:done|did|doing) nothing to\b", re.IGNORECASE)
_AS_CLOSED = re.compile(r"\bas (?:closed|shut|empty|unpaid|far off) as (?:ever|before)\b")
_FORMS: tuple[tuple[re.Pattern[str], Literal["lacking", "undone"]], ...] = (
    (_NO_SIGN, "lacking"),
    (_NOT_SEEN, "lacking"),
    (_NOTHING_CAME, "undone"),
    (_DONE_NOTHING, "lacking"),
)
_NEAR = 90
"""Code points behind "no sign of" in which the thing is named."""


def nothing_yet(sentence: str, things: AbstractSet[str]) -> Literal["lacking", "undone"] | None:
    """What "no sign of the bridge", "nothing came of the plan" say; `None` for other sentences.

    `things` are the stems of what was promised: one of them must be what nothing is seen of.
    """
    for pattern, told in _FORMS:
        found = pattern.search(sentence)
        behind = sentence[found.end() : found.end() + _NEAR].split(",")[0] if found else ""
        if content_stems(behind) & things:
            return told
    return "lacking" if _AS_CLOSED.search(sentence) else None
