"""Where a name begins in a run whose first words are capitalised for another reason."""

from __future__ import annotations

import re
from collections.abc import Callable

from dateline.annotation.names import lexicon
from dateline.annotation.names.gazetteer import Known
from dateline.annotation.names.tokens import Tokens

# "You'd", "We'll", "They've": a pronoun and its verb.
_CONTRACTION = re.compile(r"'(?:d|ll|m|re|s|ve)\Z")

KnownAt = Callable[[int, int], "tuple[int, Known] | None"]
"""(start, stop) -> the known name that begins at `start`: (end, what it refers to)."""


def after_opener(tokens: Tokens, start: int, stop: int, known_at: KnownAt) -> int:
    """Skip first words that are no part of a name: a sentence's opener, a title's end."""
    body = _is_head(tokens.words[stop - 1])  # `secretary of the National Rail Union`
    if stop - start > 2 and not body and _ends_title(tokens, start):
        while stop - start > 2 and _is_title_matter(tokens.words[start]):
            start += 1
    while start < stop:
        word = tokens.words[start]
        if known_at(start, stop) is not None:
            return start
        lower = word.lower()
        if len(word) == 1 and tokens.gap(start + 1) == ". " and stop - start > 1:
            return start
        if word == "World" and stop - start > 1:
            return start  # `World Rugby`: a body of all countries
        opener = _CONTRACTION.sub("", lower) in lexicon.STOP or (
            lower in lexicon.OPENERS and tokens.opens(start)
        )
        if opener and (word != word.upper() or len(word) == 1):
            start += 1
            continue
        if stop - start > 1 and (
            _common_before_person(tokens, start, stop, lower)
            or _common_before_known(tokens, start, stop, known_at)
            or _described(tokens, start)
            or _kind_of_body(tokens, start, stop, lower)
        ):
            start += 1
        return start
    return start


def _described(tokens: Tokens, start: int) -> bool:
    """`Ten-year-old Ann Lee`, `Top-seeded Ann Lee`: words joined to describe who is named."""
    first, hyphen, rest = tokens.words[start].partition("-")
    return (
        hyphen == "-"
        and first.lower() in lexicon.COMMON
        and first not in lexicon.GIVEN
        and rest.islower()
        and rest.rpartition("-")[2] in lexicon.COMMON
    )


def _kind_of_body(tokens: Tokens, start: int, stop: int, lower: str) -> bool:
    """`Carmaker Volmax said`: a sentence opens with what kind of body is named.

    No name itself begins with such a word, as `Union Carbide` and `Bank Negara` do with theirs.
    """
    return (
        tokens.opens(start)
        and lower in lexicon.ORG_BEFORE
        and tokens.words[start] not in lexicon.ORGANIZATION
        and not _is_head(tokens.words[stop - 1])
    )


def _common_before_known(tokens: Tokens, start: int, stop: int, known_at: KnownAt) -> bool:
    """`Former Microsoft executives`: a common word before a known name."""
    lower = tokens.words[start].lower()
    if lower != "former" and not (tokens.opens(start) and lower in lexicon.COMMON):
        return False
    if lower in lexicon.DIRECTIONS or tokens.words[start] in lexicon.GIVEN:
        return False
    known = known_at(start + 1, stop)
    return known is not None and known[0] >= stop and known[1].type != "person"


# Offices called by their matter: `Secretary of State Ann Lee`; `chief executive of Ardent` is none.
_MATTERS_FOLLOW = frozenset(
    {"secretary", "undersecretary", "minister", "chancellor", "speaker", "commissioner"}
)
# `assistant secretary of the Air Force for Acquisition Ann Lee`
_OFFICE_REACH = 6


def _ends_title(tokens: Tokens, start: int) -> bool:
    """Whether the words before `start` are `Secretary of`, `Chancellor of the`."""
    back = start - 1
    if back > 0 and tokens.words[back] == "the":
        back -= 1
    if back <= 0 or tokens.words[back] not in ("of", "for") or tokens.gaps[start] != " ":
        return False
    reach = 1 if tokens.words[back] == "of" else _OFFICE_REACH
    for at in range(back - 1, max(-1, back - 1 - reach), -1):
        if tokens.words[at].lower() in _MATTERS_FOLLOW:
            return True
        if tokens.gaps[at] != " ":
            return False
    return False


def _is_title_matter(word: str) -> bool:
    return word not in lexicon.GIVEN and (word == "Exchequer" or word.lower() in lexicon.COMMON)


def _is_head(word: str) -> bool:
    """`New Hope Party`, `Grand Victoria Hotel`: the run is the name of a body or a place."""
    head = word in lexicon.ORGANIZATION or word in lexicon.PLACE
    return head and word not in lexicon.FAMILY


def _common_before_person(tokens: Tokens, start: int, stop: int, lower: str) -> bool:
    """A common word before a full name: `Banker John Smith`, `the Liberal Ann Lee`."""
    described = tokens.opens(start) or tokens.word(start - 1).lower() == "the"
    return (
        (tokens.words[start] in lexicon.GROUPS or (described and lower in lexicon.COMMON))
        and tokens.words[start] not in lexicon.GIVEN
        and tokens.words[start + 1] in lexicon.GIVEN
        and tokens.words[start] not in lexicon.ORGANIZATION
        and stop - start > 2
        and not _is_head(tokens.words[stop - 1])
    )
