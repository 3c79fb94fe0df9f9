"""Agreements told by description: `the 1965 treaty`, `a power-sharing deal`, `joint statement`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from dateline.annotation.names import lexicon
from dateline.annotation.names.candidate import Candidate
from dateline.annotation.names.gazetteer import Gazetteer
from dateline.annotation.names.tokens import Style, Tokens

_YEAR = re.compile(r"(?:1[5-9]|20)\d\d\Z")
_JOINT = frozenset({"statement", "declaration", "communique", "communiqué"})
_CLAUSE_END = re.compile(r"[,.;:()\u2013\u2014\n\"]")
_LONGEST_CLAUSE = 24
_RELATIVE = frozenset({"which", "that", "and", "but", "who", "while", "after", "as", "when"})


def find(tokens: Tokens, gazetteer: Gazetteer, kept: Sequence[Candidate]) -> Iterator[Candidate]:
    """Descriptions of agreements in running text; one with a year or a place has an entity."""
    places = {c.last: c.first for c in kept if c.type == "place" and c.kind == "name"}
    for index, word in enumerate(tokens.words):
        if word in lexicon.AGREEMENT_NOUNS or word in _JOINT:
            if tokens.styles[index] is not Style.PROSE:
                continue
            place = places.get(index)
            if place is not None and tokens.gaps[index] == " ":
                yield _placed(tokens, place, index)
            else:
                yield from _described(tokens, index)
        elif word == "free" or word == "new":
            known = gazetteer.match(tokens.words, tokens.gaps, index, min(index + 6, len(tokens)))
            if known is not None:
                yield _candidate(index, known[0], known[1].name, "known concept")


def _placed(tokens: Tokens, first: int, index: int) -> Candidate:
    """`the Madrid agreement`: called by where it was made."""
    found = _candidate(first, index + 1, None, "place")
    found.entity = found.form(tokens)
    return found


def _described(tokens: Tokens, index: int) -> Iterator[Candidate]:
    if index == 0 or tokens.gaps[index] != " ":
        return
    before = tokens.words[index - 1]
    if before == "joint":
        yield from _joint(tokens, index)
    elif tokens.words[index] in _JOINT - lexicon.AGREEMENT_NOUNS:
        return
    elif _YEAR.match(before):
        yield _candidate(index - 1, index + 1, f"{before} {tokens.words[index]}", "year")
    elif before in ("an", "a") and tokens.word(index + 1) == "to":
        end = _clause_end(tokens, index + 1)
        if end > index + 2:
            yield _candidate(index - 1, end, None, "agreement to do something")
    elif before in lexicon.AGREEMENT_MODIFIERS or _is_compound(before):
        yield from _modified(tokens, index)


def _joint(tokens: Tokens, index: int) -> Iterator[Candidate]:
    year = tokens.word(index - 2)
    if _YEAR.match(year) and tokens.gaps[index - 1] == " ":
        name = f"{year} joint {tokens.words[index]}"
        yield _candidate(index - 2, index + 1, name, "year")
    else:
        yield _candidate(index - 1, index + 1, None, "joint paper")


def _modified(tokens: Tokens, index: int) -> Iterator[Candidate]:
    first = index - 1
    year = tokens.word(first - 1)
    if _YEAR.match(year) and tokens.gaps[first] == " ":
        name = f"{year} {' '.join(tokens.words[first : index + 1])}"
        yield _candidate(first - 1, index + 1, name, "year")
    else:
        yield _candidate(first, index + 1, None, "kind of agreement")


def _is_compound(word: str) -> bool:
    return "-" in word and word.islower() and word.endswith("ing")


def _clause_end(tokens: Tokens, index: int) -> int:
    """Where the infinitive clause that begins at `index` ends."""
    end = index + 1
    while end < len(tokens) and end - index < _LONGEST_CLAUSE:
        if _CLAUSE_END.search(tokens.gaps[end]) or tokens.words[end] in _RELATIVE:
            break
        end += 1
    return end


def _candidate(first: int, last: int, entity: str | None, why: str) -> Candidate:
    return Candidate(first, last, "agreement", why, kind="nominal", entity=entity)
