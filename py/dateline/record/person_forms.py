"""Whether two full names are forms of one: another order, initials, a short given name.

Seo Jae-hyun, Jae-hyun Seo · J.H. Seo · Nathaniel Tofinga, Nat Tofinga
"""

from __future__ import annotations

from collections.abc import Callable

from dateline.annotation.names.runs import is_syllables
from dateline.text import fold

Fits = Callable[[list[str], list[str]], bool]
_SHORT = {
    "abe": "abraham", "andy": "andrew", "becky": "rebecca", "beth": "elizabeth", "bill": "william",
    "bob": "robert", "bobby": "robert", "chuck": "charles", "dick": "richard", "ed": "edward",
    "gabe": "gabriel", "hank": "henry", "harry": "henry", "jack": "john", "jim": "james",
    "jimmy": "james", "joe": "joseph", "kate": "katherine", "kathy": "katherine",
    "larry": "lawrence", "liz": "elizabeth", "maggie": "margaret", "meg": "margaret",
    "mick": "michael", "mike": "michael", "nick": "nicholas", "peggy": "margaret",
    "rick": "richard", "steve": "stephen", "ted": "edward", "tina": "christina", "tom": "thomas",
    "tony": "anthony", "will": "william",
}  # fmt: skip
"""Given names that are no beginning of the name they are short for."""
_FULL, _MOST_INITIALS = 2, 3
_LEAST_PREFIX = 3
_LEAST_LEFT = 2


def _both_ways(fits: Fits) -> Fits:
    return lambda one, other: fits(one, other) or fits(other, one)


def _in_other_order(one: list[str], other: list[str]) -> bool:
    """`Jae-hyun Seo` for `Seo Jae-hyun`: one word is a given name of two syllables."""
    if not any(is_syllables(word) for word in one):
        return False
    return sorted(map(fold, one)) == sorted(map(fold, other))


def _initialed(one: list[str], other: list[str]) -> bool:
    """`J.H. Seo` for `Seo Jae-hyun`, `J. Smith` for `John Smith`."""
    letters = "".join(one[:-1]).replace(".", "")
    given = other[:-1] if fold(other[-1]) == fold(one[-1]) else other[1:]
    family = fold(one[-1]) in (fold(other[-1]), fold(other[0]))
    if not letters.isupper() or not family or len(letters) > _MOST_INITIALS:
        return False
    parts = [part for word in given for part in word.split("-") if part]
    told = "".join(part[0].upper() for part in parts)
    whole = all(len(part.strip(".")) > 1 for part in parts)
    return whole and (told == letters or (len(letters) == 1 and told.startswith(letters)))


def _short_given(one: list[str], other: list[str]) -> bool:
    """`Nat Tofinga` for `Nathaniel Beu Tofinga`, `Bill Hale` for `William Hale`."""
    if fold(one[-1]) != fold(other[-1]) or len(one) != _FULL:
        return False
    short, whole = fold(one[0]), fold(other[0])
    if _SHORT.get(short) == whole:
        return True
    begins = whole.startswith(short) and len(short) >= _LEAST_PREFIX
    return begins and len(whole) - len(short) >= _LEAST_LEFT


WAYS: tuple[Fits, ...] = (
    _in_other_order,
    _both_ways(_short_given),
    _both_ways(_initialed),
)
"""In which ways the words of two full names may be one person's, the surest first."""
