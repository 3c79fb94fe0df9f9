"""What belongs to a name after its head noun: `of the Arts`, `for Rights and Duties`."""

from __future__ import annotations

from dateline.annotation.names import lexicon
from dateline.annotation.names.gazetteer import Gazetteer
from dateline.annotation.names.runs import LONGEST_RUN, is_name_word
from dateline.annotation.names.tokens import Tokens

_FIRST = frozenset({"of", "for"})
_INNER = frozenset({"of", "for", "and", "the", "on", "in"})
_NEEDS_MORE = frozenset({"and", "the", "on", "in"})
_OWNERS = frozenset({"country", "state", "region", "capital", "city"})
# Bodies that one sits in for a place: `Member of Parliament for Northwick`.
_SEATS = frozenset({"Parliament", "Congress", "Senate", "Assembly", "Bundestag", "Diet"})
# Bodies that have so many namesakes that a name after `of` is part of theirs, known or not.
_OWNED = frozenset({"Party", "Society", "Union", "Church", "League", "Academy", "Bank"})


def tail_end(tokens: Tokens, gazetteer: Gazetteer, end: int) -> int:
    """Where a name whose head noun ends at word `end` ends itself."""
    index, last = end, end
    while index < len(tokens) and tokens.gaps[index] in (" ", "-") and index - end < LONGEST_RUN:
        word = tokens.words[index]
        if _title_of_another(tokens, index):
            break
        if is_name_word(word) and word not in lexicon.CALENDAR:
            if index > end + 1 and _person_follows(tokens, gazetteer, index - 1, given=True):
                break
            last = index + 1
        elif not _may_go_on(tokens, gazetteer, index, first=index == end):
            break
        index += 1
    return last


def _title_of_another(tokens: Tokens, index: int) -> bool:
    """`Northwick Steel CEO Bo Ek`: a role with a name behind it is no part of the company's."""
    follows = tokens.gap(index + 1) == " " and is_name_word(tokens.word(index + 1) or "x")
    return follows and tokens.words[index].lower() in lexicon.ROLE_LAST


def _may_go_on(tokens: Tokens, gazetteer: Gazetteer, index: int, *, first: bool) -> bool:
    word = tokens.words[index]
    if word not in (_FIRST if first else _INNER):
        return False
    head = tokens.words[index - 1]
    if (
        first
        and head in lexicon.ORGANIZATION
        and head not in lexicon.TAILED | lexicon.TAILED_PLACES
    ):
        return False
    if first and word == "for" and head in _SEATS:
        return False
    if word == "of":
        return not _person_follows(tokens, gazetteer, index)
    return word not in _NEEDS_MORE or _list_goes_on(tokens, gazetteer, index)


def _person_follows(
    tokens: Tokens, gazetteer: Gazetteer, index: int, *, given: bool = False
) -> bool:
    """`Party of Morarji Desai`: what follows `of` is somebody's full name."""
    following, after = tokens.word(index + 1), tokens.word(index + 2)
    return (
        after[:1].isupper()
        and (following in lexicon.GIVEN or (not given and after in lexicon.FAMILY))
        and after.lower() not in lexicon.COMMON
        and tokens.gap(index + 2) == " "
        and gazetteer.match(tokens.words, tokens.gaps, index + 1, index + 3) is None
    )


def _list_goes_on(tokens: Tokens, gazetteer: Gazetteer, index: int) -> bool:
    """Whether the words after `and` still belong to a ministry's list of matters."""
    following = tokens.word(index + 1)
    if not following or not is_name_word(following):
        alone = not is_name_word(tokens.word(index + 3) or "x")
        return following == "the" and alone
    return (
        gazetteer.match(tokens.words, tokens.gaps, index + 1, index + 2) is None
        and not tokens.possessive(index + 1)
        and following not in lexicon.GIVEN
        and following.lower() in lexicon.COMMON
    )


def owner_end(tokens: Tokens, gazetteer: Gazetteer, end: int) -> int:
    """`Constitutional Court of Turkey`: where the owner of a known body ends; `end` if untold."""
    head = tokens.words[end - 1]
    if head not in lexicon.INSTITUTION and head not in _OWNED:
        return end
    if tokens.word(end) != "of" or end + 1 >= len(tokens) or tokens.gaps[end + 1] != " ":
        return end
    owner = gazetteer.match(tokens.words, tokens.gaps, end + 1, min(end + 4, len(tokens)))
    if owner is not None:
        return owner[0] if owner[1].category in _OWNERS else end
    return tail_end(tokens, gazetteer, end) if head in _OWNED else end
