"""Runs of words written as names, with nothing but spaces and name joints between."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dateline.annotation.names import lexicon
from dateline.annotation.names.tokens import Style, Tokens, is_abbreviation

# Nobody's name has more words; longer runs are title-case text that slipped through.
LONGEST_RUN = 14
_SYLLABLES = re.compile(r"[A-Z][a-z]{1,6}-[a-z]{1,6}\Z")
_TENS = ("Twenty-", "Thirty-", "Forty-", "Fifty-", "Sixty-", "Seventy-", "Eighty-", "Ninety-")
_GIVEN_MONTHS = frozenset({"Jan", "April", "June", "Sun"})


def is_name_word(word: str) -> bool:
    """Whether the word is written as a name: a capital first, or inside as in `iPhone`."""
    if word[0].isupper():
        return True
    return not word[0].isdigit() and word != word.lower()


def is_syllables(word: str) -> bool:
    """Whether the word is a given name of two syllables, as Korean ones are: `Hye-rin`."""
    return _SYLLABLES.match(word) is not None and not word.startswith(_TENS)


def runs(tokens: Tokens) -> Iterator[tuple[int, int]]:
    """Ranges of words written as names, with nothing but spaces and name joints between."""
    words, styles, count = tokens.words, tokens.styles, len(tokens.words)
    labels = _labels(tokens)
    index = 0
    while index < count:
        word = words[index]
        if (
            word.islower()
            or index in labels
            or not (_may_start(word, styles[index]) or _is_given_month(tokens, index))
        ):
            index += 1
            continue
        stop = _run_end(tokens, index)
        yield index, stop
        index = stop


def _labels(tokens: Tokens) -> frozenset[int]:
    """The `Q.` and `A.` that open the lines of an interview: no initials of a name."""
    opening = [
        at
        for at, word in enumerate(tokens.words)
        if word in ("Q", "A")
        and tokens.gaps[at].startswith("\n")
        and tokens.gap(at + 1)[:1] in ".:"
    ]
    asked = any(tokens.words[at] == "Q" for at in opening)
    return frozenset(opening if asked else ())


_BEFORE_MONTHS = frozenset(
    {"in", "last", "this", "since", "until", "early", "late", "mid", "next", "during", "every"}
)
_PARTS_OF_MONTHS = frozenset({"end", "start", "beginning", "middle", "close", "half", "month"})


def _may_start(word: str, style: Style) -> bool:
    return (
        (style is Style.PROSE or style is Style.CREDIT)
        and is_name_word(word)
        and word not in lexicon.CALENDAR
        and word != "I"
    )


def _is_given_month(tokens: Tokens, index: int) -> bool:
    """`Jan Molby`, `April Ryan`, `Sun Weidong`: of the calendar, and a person's name here."""
    if tokens.words[index] not in _GIVEN_MONTHS or tokens.gap(index + 1) != " ":
        return False
    following = tokens.word(index + 1)
    return (
        following[:1].isupper()
        and following not in lexicon.CALENDAR
        and following.lower() not in lexicon.COMMON
        and not tokens.word(index - 1).isdigit()
        and not _tells_time(tokens, index)
    )


def _tells_time(tokens: Tokens, index: int) -> bool:
    """Whether a month stands there for a time: "In June Acme said", "the end of April Acme had"."""
    before = tokens.word(index - 1).lower()
    return before in _BEFORE_MONTHS or (
        before == "of" and tokens.word(index - 2).lower() in _PARTS_OF_MONTHS
    )


def _run_end(tokens: Tokens, start: int) -> int:
    words, count = tokens.words, len(tokens.words)
    stop = start + 1
    while stop < count and stop - start < LONGEST_RUN and _joined(tokens, stop):
        word = words[stop]
        if word in lexicon.CALENDAR:
            break
        if is_name_word(word):
            stop += 1
        elif word.isdigit():
            break
        elif word in lexicon.PARTICLES and (after := _after_particles(tokens, stop)):
            stop = after
        else:
            break
    return stop


# `Simon Fogarty, Jr`
_BORN_AFTER = frozenset({"Jr", "Sr", "III"})


def _joined(tokens: Tokens, index: int) -> bool:
    gap = tokens.gaps[index]
    if gap == " " or gap == " & ":
        return True
    if gap == ", ":
        return tokens.words[index] in _BORN_AFTER
    if gap == "' " and tokens.words[index - 1] == "O":
        return True
    if gap in ("'s ", "' "):
        return tokens.words[index - 1] in lexicon.POSSESSORS or _possessed(tokens, index)
    return gap == ". " and is_abbreviation(tokens.words[index - 1])


# `Seafarers'`, `Dockworkers'`, `Pharmacists'`: people of one trade.
_TRADE = re.compile(r"[A-Z][a-z]+(?:ers|ors|ists|ians|men|ees)\Z")
_TRADES = frozenset({"pilot", "nurse", "student", "tenant", "parent", "actor", "clerk", "merchant"})
_TRADES |= {"veteran", "patient", "resident", "judge", "musician", "cook", "captain", "artist"}
_SAINT = frozenset({"St", "Saint", "Ste"})


def _possessed(tokens: Tokens, index: int) -> bool:
    """`Seafarers' Union`, `St Brannock's Hospital`: the possessive is part of the name."""
    word = tokens.words[index]
    if word == "Office":  # `Prime Minister's Office`, `Attorney General's Office`
        return tokens.words[index - 1].lower() in lexicon.ROLE_LAST | {"general"}
    if word not in lexicon.ORGANIZATION and word not in lexicon.PLACE:
        return False
    if index > 1 and tokens.words[index - 2] in _SAINT:
        return True
    owner = tokens.words[index - 1]
    trade = _TRADE.match(owner) is not None or owner.lower().removesuffix("s") in _TRADES
    return tokens.gaps[index] == "' " and trade and word in lexicon.ORGANIZATION


def _after_particles(tokens: Tokens, index: int) -> int:
    """Where a run goes on after `von der`, `bin`, `de la`; 0 when no name follows."""
    for ahead in range(index, min(index + 3, len(tokens.words))):
        if tokens.gaps[ahead] not in (" ", "-"):
            return 0
        word = tokens.words[ahead]
        if is_name_word(word) and word not in lexicon.CALENDAR:
            return ahead + 1
        if word not in lexicon.PARTICLES:
            return 0
    return 0
