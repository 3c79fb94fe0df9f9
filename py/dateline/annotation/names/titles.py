"""Titles and roles before names: where they begin and end within a run of words."""

from __future__ import annotations

from dateline.annotation.names import lexicon
from dateline.annotation.names.openers import KnownAt
from dateline.annotation.names.tokens import Tokens

# Last words of offices that are no titles by themselves: `secretary of state`.
MATTERS = frozenset({"State", "Treasury", "Defense", "Defence", "Police", "Staff"})

# Honorifics whose parts are names by themselves: `Tan`, `Sri`.
_PAIRS = frozenset({("Tan", "Sri"), ("Tan", "Seri"), ("Datuk", "Seri"), ("Datuk", "Sri")})
_MINISTERS = frozenset({"Minister", "Ministers"})
_OFFICES_OF = _MINISTERS | {"Secretary", "Undersecretary", "minister", "ministers", "secretary"}
_FIELDS = lexicon.PORTFOLIO | lexicon.ROLE_MODIFIER
_SEATS = frozenset({"House", "Palace", "Street", "Square", "Avenue", "Island", "Bridge"})
_LONGEST_NAME = 4
_LONGEST_PORTFOLIO = 8
"""Words."""


def lower_title(tokens: Tokens, start: int) -> int:
    """Where a title in small letters before `start` begins; `start` when there is none."""
    first = start
    while first > 0 and tokens.gaps[first] in (" ", "-"):
        word = tokens.words[first - 1]
        if tokens.opens(first - 1):
            word = word.lower()  # a sentence's first word has its capital anyhow
        if word not in lexicon.ROLE_LAST and (first == start or word not in lexicon.ROLE_MODIFIER):
            break
        first -= 1
    return first


def title_end(tokens: Tokens, start: int, stop: int, known_at: KnownAt) -> int:
    """Where a title that begins at `start` ends; `start` when there is none."""
    index = start
    end = start
    while index < stop:
        if tuple(tokens.words[index : index + 2]) in _PAIRS:
            index = end = index + 2
            continue
        word = tokens.words[index].lower()
        core = tokens.words[index] not in MATTERS and (
            word in lexicon.ROLE_LAST
            or tokens.words[index] in lexicon.HONORIFIC
            or _is_plural_title(tokens, index)
        )
        if core:
            end = index + 1
        elif word not in lexicon.ROLE_MODIFIER:
            break
        index += 1
    if end == start or _is_name_after_all(tokens, start, end, stop, known_at):
        return start
    return end


def portfolio_end(tokens: Tokens, start: int) -> int:
    """Where `Commerce and Industry Minister` ends that begins at `start`; `start` without one.

    What a minister is in charge of is parted by commas and `and`, and is no name of its own.
    """
    index = start
    while index < len(tokens.words) and index - start < _LONGEST_PORTFOLIO:
        word = tokens.words[index]
        if word in _MINISTERS:
            known = all(each.lower() in lexicon.ROLE_MODIFIER for each in tokens.words[start:index])
            office = tokens.possessive(index)  # `the Petroleum Minister's Office`
            return start if known or office else index + 1
        joint = word == "and" and index > start
        field = word[:1].isupper() and word.lower() in _FIELDS
        if not (joint or field) or (index > start and tokens.gap(index) not in (" ", ", ")):
            return start
        index += 1
    return start


def matter_end(tokens: Tokens, start: int, stop: int) -> tuple[int, int]:
    """Where the office begins and its matter ends: `Minister of Foreign Affairs`.

    Both are `start` where the words at it are no matter that an office is in charge of.
    """
    office = _office_of(tokens, start)
    if office is None:
        return start, start
    index = start
    while index < stop and (_is_field(tokens.words[index]) or tokens.words[index] in MATTERS):
        index += 1
    whole = index == stop or tokens.words[index] in lexicon.GIVEN
    last = tokens.words[index - 1]
    known = last in MATTERS or (whole and (index > start or _is_field(last)))
    return (office, index) if known else (start, start)


def _office_of(tokens: Tokens, start: int) -> int | None:
    """The `Minister` of `Minister of` before `start`, or of `Minister of Energy and`."""
    for at in range(start - 1, max(0, start - _LONGEST_PORTFOLIO), -1):
        word = tokens.words[at]
        if word in ("of", "for") and tokens.words[at - 1] in _OFFICES_OF:
            return at - 1
        if word not in ("and", "the") and not _is_field(word):
            return None
    return None


def _is_field(word: str) -> bool:
    return word[:1].isupper() and word.lower() in _FIELDS


def _is_plural_title(tokens: Tokens, index: int) -> bool:
    """`Senators Ann Lee and John Hill`, `Presidents Lee and Hill`."""
    word, following = tokens.words[index].lower(), tokens.word(index + 1)
    if not word.endswith("s") or word[:-1] not in lexicon.ROLE_LAST:
        return False
    end = index + 1
    while end - index <= _LONGEST_NAME and tokens.word(end)[:1].isupper():
        end += 1
    both = end > index + 1 and tokens.word(end) == "and" and tokens.word(end + 1)[:1].isupper()
    return tokens.gap(index + 1) == " " and (following in lexicon.GIVEN or both)


def _is_name_after_all(tokens: Tokens, start: int, end: int, stop: int, known_at: KnownAt) -> bool:
    """`General Motors`, `Justice Department`: a title word that begins a name."""
    known = known_at(start, stop)
    if known is not None and known[0] > start + 1:
        return True
    if end < stop and tokens.possessive(end - 1) and tokens.words[end] in lexicon.INSTITUTION:
        return True  # `Prime Minister's Office`
    if end == stop - 1 and tokens.words[end] in _SEATS:
        return True  # `Premier House`
    if end < stop and tokens.words[end] in lexicon.ORGANIZATION:
        return tokens.words[end] not in lexicon.FAMILY or tokens.words[end] in lexicon.INSTITUTION
    return False
