"""Capitals that stand for governments, told from capitals that are cities by their grammar.

`Tokyo denied`, `ties with Tokyo`, `Tokyo's provision`, `Tokyo officials` are Japan's government;
`in Tokyo`, `to Tokyo`, `Tokyo-based`, `the Tokyo company` are the city. Where the grammar says
neither, the city is meant.
"""

from __future__ import annotations

from collections.abc import Sequence

from dateline.annotation.knowledge import words
from dateline.annotation.names import lexicon
from dateline.annotation.names.candidate import Candidate
from dateline.annotation.names.gazetteer import capital_nations
from dateline.annotation.names.tokens import Tokens

_PARTNER_PREPOSITIONS = frozenset({"with", "against", "by", "between", "for", "on", "than"})
_PLACE_BEFORE = frozenset({"in", "near", "at", "from", "around", "outside", "through", "via"})
_GIVEN_TO = words("heads", "given_to")
_WINDOW = 9
# `the Tokyo listed company`, `the city of Tokyo elected a mayor`.
_BEFORE_CITY = frozenset({"the", "The", "a", "A", "of", "his", "her", "its", "their"})


_FIGURES = frozenset({"cost", "count", "figure", "number", "price", "toll", "total"})
"""What a government puts at so many: `Oslo put the figure at 25`."""


def mark_metonyms(tokens: Tokens, kept: Sequence[Candidate]) -> None:
    """Give capitals that stand for governments kind `metonym` and the country as entity."""
    nations = capital_nations()
    capitals = [
        c
        for c in kept
        if c.type == "place" and c.known is not None and c.known.category == "capital"
    ]
    by_first = {candidate.first: candidate for candidate in capitals}
    chosen = {c.first for c in capitals if _acts_as_government(tokens, c)}
    _spread(tokens, capitals, by_first, chosen)
    for candidate in capitals:
        nation = nations.get(candidate.form(tokens))
        if candidate.first in chosen and nation is not None:
            candidate.kind, candidate.entity, candidate.known = "metonym", nation, None
            candidate.why = "capital for its government"


def _spread(
    tokens: Tokens, capitals: Sequence[Candidate], by_first: dict[int, Candidate], chosen: set[int]
) -> None:
    """`with Seoul and Tokyo`, `Seoul-Tokyo-Washington`: what holds for one holds for both."""
    for ordered in (capitals, list(reversed(capitals))):
        for candidate in ordered:
            for other in _neighbours(tokens, candidate, by_first):
                if candidate.first in chosen and not _is_locative(tokens, other):
                    chosen.add(other.first)


def _neighbours(
    tokens: Tokens, candidate: Candidate, by_first: dict[int, Candidate]
) -> list[Candidate]:
    found = []
    for first in (candidate.last, candidate.last + 1, candidate.first - 1, candidate.first - 2):
        other = by_first.get(first)
        if other is not None and _coordinated(tokens, candidate, other):
            found.append(other)
    return found


def _coordinated(tokens: Tokens, one: Candidate, other: Candidate) -> bool:
    left, right = (one, other) if one.first < other.first else (other, one)
    between = tokens.words[left.last : right.first]
    if not between:
        return tokens.gaps[right.first] in ("-", ", ")
    return between == ["and"] and tokens.gaps[left.last] == " "


def _acts_as_government(tokens: Tokens, candidate: Candidate) -> bool:
    first, last = candidate.first, candidate.last
    following = tokens.word(last) if not tokens.gap(last).startswith("\n") else ""
    previous = tokens.word(first - 1) if tokens.gap(first) == " " else ""
    if tokens.possessive(last - 1):
        return following in lexicon.GOVERNMENT_NOUNS
    if tokens.gap(last) == "-" or tokens.gap(first) == "-":
        return _in_compound_of_capitals(tokens, first, last)
    if tokens.gap(last) == " " and _governs(tokens, last, following, previous):
        return True
    return _after_preposition(tokens, first, previous)


def _governs(tokens: Tokens, last: int, following: str, previous: str) -> bool:
    """Whether the words after the capital make it the one who acts."""
    if following in lexicon.GOVERNMENT_PEOPLE:
        return True
    if previous in _PLACE_BEFORE or previous == "to":
        return False
    if previous in _BEFORE_CITY:
        return False
    if following.endswith("ed") and following in lexicon.COMMON:
        return True
    if following in lexicon.MODALS:
        return tokens.word(last + 1) in lexicon.GOVERNMENT_ACTS
    if following in ("put", "puts"):
        return tokens.word(last + 2) in _FIGURES
    return following in lexicon.GOVERNMENT_VERBS or (
        following == "to" and _is_verb_like(tokens, last + 1)
    )


def _in_compound_of_capitals(tokens: Tokens, first: int, last: int) -> bool:
    """`Seoul-Tokyo relations`: a compound with another capital or country."""
    capitals = capital_nations()
    before = tokens.gap(first) == "-" and tokens.word(first - 1) in capitals
    after = tokens.gap(last) == "-" and tokens.word(last) in capitals
    return before or after


def _is_verb_like(tokens: Tokens, index: int) -> bool:
    word = tokens.word(index)
    return word.islower() and word in lexicon.COMMON and word not in lexicon.STOP


def _after_preposition(tokens: Tokens, first: int, previous: str) -> bool:
    if previous in lexicon.ADDRESSED:
        return True
    if previous in _PARTNER_PREPOSITIONS:
        return previous not in ("for", "on", "than") and not _moves(tokens, first)
    if previous == "to":
        near = tokens.words[max(0, first - _WINDOW) : first]
        return any(word in _GIVEN_TO for word in near) and not _moves(tokens, first)
    return False


def _moves(tokens: Tokens, first: int) -> bool:
    near = tokens.words[max(0, first - _WINDOW) : first]
    return any(word in lexicon.MOTION for word in near)


def _is_locative(tokens: Tokens, candidate: Candidate) -> bool:
    previous = tokens.word(candidate.first - 1) if tokens.gap(candidate.first) == " " else ""
    return previous in _PLACE_BEFORE
