"""The clause of "promised that it would DO"."""

from __future__ import annotations

from dateline.annotation.commitments.lexicon import WILLS
from dateline.annotation.quotations.words import Words, word_set

# "that all 14 passenger ferries registered in A would": subjects of clauses may be long.
CLAUSE_REACH = 14
_NO = word_set("no none nobody not")


def behind_will(words: Words, first: int, end: int, high: int) -> int | None:
    """The word after the "would" of a clause, past a parenthesis: "the study, paid by A, would"."""
    index = first
    while index < end:
        if words.low[index] in WILLS or words.low[index] == "would":
            # "Promised that no home would be lost" keeps its "no".
            return first if words.low[first] in _NO else index + 1
        if words.low[index] == ";":
            return None
        if words.low[index] == ",":
            reach = range(index + 1, min(high - 1, index + CLAUSE_REACH))
            close = next((i for i in reach if words.low[i] == ","), None)
            if close is None or words.low[close + 1] not in WILLS | {"would"}:
                return None
            return close + 2
        index += 1
    return None
