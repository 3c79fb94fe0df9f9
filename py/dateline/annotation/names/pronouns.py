"""Whether a person is "he" or "she", as far as the given name tells."""

from __future__ import annotations

from functools import cache

from dateline.annotation.names import lexicon
from dateline.text import fold

_FAMILY_FIRST = lexicon.KOREAN_FAMILY | lexicon.CHINESE_FAMILY | lexicon.VIETNAMESE_FAMILY


@cache
def pronoun_of(name: str) -> str:
    """Of a full name: `he`, `she`, or nothing where the given name is both's or comes last."""
    first, *rest = name.split(" ")
    if not rest or first in _FAMILY_FIRST:
        return ""
    names = {first, first.title(), fold(first).title()}
    return "he" if names & lexicon.MALE else "she" if names & lexicon.FEMALE else ""
