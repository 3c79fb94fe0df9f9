"""The office or occupation that the text gives a person, before the name or in apposition."""

from __future__ import annotations

from collections.abc import Sequence, Set

from dateline.annotation.names import lexicon
from dateline.annotation.names.candidate import Candidate
from dateline.annotation.names.titles import MATTERS
from dateline.annotation.names.tokens import Tokens

# `Ana Ruiz, the country's former deputy finance minister`: a role stands near its bearer.
_ROLE_WINDOW = 8
# A clause of its own, or another's name, has begun.
_NO_ROLE = (
    lexicon.SPEECH
    | lexicon.ACTS
    | frozenset({"who", "whose", "whom", "which", "and", "but", "while", "with", "for", "of"})
)
_LONGEST_ROLE = 4
_LONGEST_OFFICE = 9
# Offices with their matter behind them: "Minister of Water", "Secretary for Security".
_OFFICES_OF = frozenset({"minister", "secretary", "commissioner"})
# Those told without what they are of: "The President of the Republic of Chile, Ann Lee".
_HEADS_OF = frozenset(
    {"president", "king", "queen", "governor", "chancellor", "mayor", "speaker", "director"}
)
_IN_MATTERS = frozenset({"of", "for", "and", "the"})
_LANDS = 9
"""Words of `of the United States, South Korea and the Netherlands`."""
_COUNTERPART = 8
"""Words between a person and the name of the counterpart."""
_EQUALS = frozenset({"counterpart", "colleague", "number"})
_WHOSE = frozenset({"his", "her"})


# What reports shorten before a name.
_SHORT = {"gen": "general", "lt": "lieutenant", "col": "colonel", "maj": "major"}
_SHORT |= {"capt": "captain", "cpl": "corporal", "sgt": "sergeant", "cmdr": "commander"}
_SHORT |= {"adm": "admiral", "brig": "brigadier", "pvt": "private", "sen": "senator"}
_SHORT |= {"rep": "representative", "gov": "governor", "amb": "ambassador", "pm": "prime minister"}
_SHORT |= {"insp": "inspector", "supt": "superintendent", "det": "detective", "coun": "councillor"}
_SHORT |= {"cllr": "councillor"}


def role_of(title: str | None) -> str | None:
    """The office or occupation within what stands before a name: `Mr`, `Dame`, `wife` are none."""
    words = [] if title is None else title.split()
    words = [_SHORT.get(word, word) for word in words if word.title() not in lexicon.ADDRESS]
    if words and words[-1] not in lexicon.ROLE_LAST and words[-1][:-1] in lexicon.ROLE_LAST:
        words[-1] = words[-1][:-1]  # "Presidents Lee and Ek"
    return None if not words or words[-1] in lexicon.KIN else _in_order(" ".join(words))


def _in_order(role: str) -> str:
    """`foreign minister` for `minister of foreign affairs` or `minister for foreign affairs`."""
    office, _, matter = role.replace(" for ", " of ", 1).partition(" of ")
    if office not in ("minister", "minister of") or not matter:
        return role
    return f"{matter.removeprefix('the ').removesuffix(' affairs')} {office}"


def shared_roles(tokens: Tokens, kept: Sequence[Candidate]) -> dict[int, str]:
    """First word of a name -> the role it shares with one before it.

    `Foreign Ministers Ann Lee and Bo Ek`, `Foreign Minister Ann Lee and her counterpart, Bo Ek`.
    """
    found: dict[int, str] = {}
    role, last = None, None
    for candidate in sorted((c for c in kept if c.type == "person"), key=lambda c: c.first):
        told = _plural_before(tokens, candidate.first)
        end = last.last if last is not None else -1
        if told is not None:
            role = told
        elif last is not None and _is_counterpart(tokens, end, candidate.first):
            role = role or role_of(last.title) or role_beside(tokens, last)
        elif last is not None and _is_opposite(tokens, end, candidate):
            role = role or role_of(last.title)
        elif not _continues(tokens, end, candidate.first):
            role = None
        last = candidate
        if role is not None:
            found[candidate.first] = role
    return found


def _is_opposite(tokens: Tokens, end: int, candidate: Candidate) -> bool:
    """B in `President Ann Lee of Chile and Norway's Bo Ek`, who has no title of his own."""
    first = candidate.first
    between = tokens.words[end:first]
    near = 2 < len(between) <= _COUNTERPART and between[0] == "of" and "and" in between
    whose = near and between[-2] == "and" and tokens.possessive(first - 1)
    return whose and not candidate.title


def _is_counterpart(tokens: Tokens, end: int, first: int) -> bool:
    """`and his Chilean counterpart, Bo Ek`, right behind the one whose counterpart he is."""
    between = tokens.words[end:first]
    near = 0 < len(between) <= _COUNTERPART and between[-1] in _EQUALS
    return near and not _WHOSE.isdisjoint(between) and tokens.gap(first) in (" ", ", ")


def _plural_before(tokens: Tokens, first: int) -> str | None:
    """`foreign minister` of `foreign ministers Ann Lee`, `the ministers of X and Y, Ann Lee`."""
    if tokens.gap(first) == ", ":
        first = _before_lands(tokens, first)
    last = tokens.word(first - 1).lower()
    if tokens.gap(first) != " " or not last.endswith("s") or last[:-1] not in lexicon.ROLE_LAST:
        return None
    begin = first - 1
    while begin > 0 and tokens.gaps[begin] == " " and _is_modifier(tokens.words[begin - 1]):
        begin -= 1
    return _cleared(" ".join([*tokens.words[begin : first - 1], last[:-1]]).lower())


def _before_lands(tokens: Tokens, end: int) -> int:
    """The `of` in `ministers of Chile and Peru` that ends before `end`; `end` without one."""
    for at in range(end - 1, max(0, end - _LANDS), -1):
        word = tokens.words[at]
        if word == "of":
            return at if "and" in tokens.words[at:end] else end
        if not word[:1].isupper() and word not in ("and", "the"):
            return end
    return end


def _is_modifier(word: str) -> bool:
    return word.lower() in lexicon.ROLE_MODIFIER


def _continues(tokens: Tokens, end: int, first: int) -> bool:
    """Whether the name at `first` stands in a list with the one that ended at `end`.

    `Ann Lee of Chile and Bo Ek of Norway` is such a list.
    """
    if end > 0 and tokens.word(end) == "of":
        end += 1 + (tokens.word(end + 1) == "the")
        while end < first and tokens.words[end][:1].isupper():
            end += 1
    listed = first == end and tokens.gap(first) == ", "
    joined = first == end + 1 and tokens.word(end) == "and" and tokens.gap(first) == " "
    return end > 0 and (listed or joined)


def role_beside(tokens: Tokens, candidate: Candidate) -> str | None:
    """The role told by apposition: `Olaf Berg, a professor`, `its chief executive, Ann Lee,`."""
    return (
        _role_before(tokens, candidate)
        or _office_before(tokens, candidate)
        or _role_after(tokens, candidate)
    )


def _role_before(tokens: Tokens, candidate: Candidate) -> str | None:
    """`the transport minister, Tomas Reyle`, where the name closes its own apposition."""
    first = candidate.first
    if tokens.gap(first) != ", " or tokens.gap(candidate.last)[:1] not in (",", ".", "\n"):
        return None
    begin = first - 1
    if tokens.word(first - 2) == "of" and tokens.words[first - 1].title() in MATTERS:
        begin = first - 3  # "its minister of state"
    if tokens.word(begin) not in lexicon.ROLE_LAST:
        return None
    if tokens.words[begin] == "general" and tokens.word(begin - 1) in lexicon.ROLE_LAST:
        begin -= 1  # "its prosecutor general"
    while begin > 0 and tokens.gaps[begin] in (" ", "-") and _is_role(tokens, begin - 1, first):
        begin -= 1
    if tokens.gaps[begin] not in (" ", "'s ", "' "):
        return None
    return _cleared(" ".join(tokens.words[begin:first]))


def _office_before(tokens: Tokens, candidate: Candidate) -> str | None:
    """`The Minister of Water and Irrigation, Prof. Ann Lee`: an office with its matter."""
    end = candidate.first
    while end > 0 and tokens.words[end - 1].title() in lexicon.ADDRESS:
        end -= 1
    if tokens.gap(end) != ", ":
        return None
    for begin in range(end - 1, max(0, end - _LONGEST_OFFICE), -1):
        if tokens.gaps[begin + 1] not in (" ", "-") and begin + 1 < end:
            return None
        word = tokens.words[begin]
        office = word.lower()
        if office in _OFFICES_OF | _HEADS_OF and tokens.word(begin + 1) in ("of", "for"):
            after_the = tokens.word(begin - 1).lower() == "the" or tokens.opens(begin)
            whole = _in_order(" ".join(tokens.words[begin:end]).lower())
            return (office if office in _HEADS_OF else whole) if after_the else None
        matter = word in _IN_MATTERS or word in lexicon.PORTFOLIO or _is_modifier(word)
        if not (word[:1].isupper() or matter):
            return None
    return None


def _is_role(tokens: Tokens, begin: int, end: int) -> bool:
    words = tokens.words[begin:end]
    return end - begin <= _LONGEST_ROLE and (
        " ".join(words) in lexicon.ROLES or words[0] in lexicon.ROLE_MODIFIER
    )


def _role_after(tokens: Tokens, candidate: Candidate) -> str | None:
    """`Olaf Berg, the bank's former deputy director`."""
    if tokens.gap(candidate.last) != ", ":
        return None
    for index in range(candidate.last, min(candidate.last + _ROLE_WINDOW, len(tokens))):
        if index > candidate.last and tokens.gaps[index] not in (" ", "'s ", "' "):
            return None
        # "Ann Lee, the Health Cabinet Secretary" and "Ann Lee, Minister of Health" are as good as
        # in small letters.
        of = tokens.word(index + 1) in ("of", "for") and index == candidate.last
        capital = of or (index > candidate.last and tokens.words[candidate.last] == "the")
        word = tokens.words[index].lower() if capital else tokens.words[index]
        if word in lexicon.ROLE_LAST and not tokens.possessive(index):
            first, end = _whole_role(tokens, candidate.last, index)
            # "Olaf Berg, the Chief Ann Lee" names no role of his.
            named = capital and tokens.gap(end) == " " and tokens.word(end)[:1].isupper()
            if named or _belongs_to_next(tokens, end):
                return None
            return _cleared(" ".join(tokens.words[first:end]).lower())
        if word in _NO_ROLE:
            return None
    return None


def _whole_role(tokens: Tokens, begin: int, index: int) -> tuple[int, int]:
    """The longest role around its first noun: `chief executive` around `chief`."""
    first, end = index, index + 1
    while end < len(tokens) and tokens.gaps[end] in (" ", "-"):
        if " ".join(tokens.words[index : end + 1]).lower() not in lexicon.ROLES:
            break
        end += 1
    while first > begin and tokens.words[first - 1].lower() in lexicon.ROLE_MODIFIER:
        first -= 1
    return first, end


def _belongs_to_next(tokens: Tokens, end: int) -> bool:
    """`Ann Lee, the transport minister, Tomas Reyle, and`: the role is the next one's."""
    return tokens.gap(end) == ", " and tokens.word(end)[:1].isupper()


def _cleared(role: str) -> str | None:
    return None if role.split()[-1] in lexicon.KIN else role


def without_short_roles(tokens: Tokens, kept: Sequence[Candidate]) -> list[Candidate]:
    """The candidates but for `the CM`, where the article has a chief minister: an office."""
    persons = [c for c in kept if c.type == "person" and not c.nested]
    told = {role for c in persons if (role := role_of(c.title) or role_beside(tokens, c))}
    short = {"".join(word[0] for word in role.split()).upper() for role in told}
    # A "health cabinet secretary" is "the CS".
    short |= {letters[at:] for letters in short for at in range(len(letters) - 1)}
    return [c for c in kept if not (c.known is None and _is_short(tokens, c, short))]


def _is_short(tokens: Tokens, candidate: Candidate, short: Set[str]) -> bool:
    word = tokens.words[candidate.first]
    alone = len(candidate) == 1 and word.isupper() and len(word) > 1 and word in short
    return alone and tokens.word(candidate.first - 1).lower() == "the"
