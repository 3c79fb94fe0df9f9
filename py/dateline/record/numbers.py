"""Numbers in words and figures, as news writes them."""

from __future__ import annotations

import re


def word_list(listed: str) -> list[str]:
    """The words of a list written as running text, in order."""
    return listed.split()


_UNITS = word_list(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
)
_TENS = word_list("twenty thirty forty fifty sixty seventy eighty ninety")
_ORDINALS = word_list(
    "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth "
    "thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth"
)
_TENTHS = word_list("twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth")

CARDINALS: dict[str, int] = {word: value for value, word in enumerate(_UNITS)}
CARDINALS |= {word: 10 * value for value, word in enumerate(_TENS, start=2)}
ORDINALS: dict[str, int] = {word: value for value, word in enumerate(_ORDINALS)}
ORDINALS |= {word: 10 * value for value, word in enumerate(_TENTHS, start=2)}
_WORDS = f"(?:{'|'.join(sorted(CARDINALS, key=len, reverse=True))})"
NUMBER_WORDS = rf"{_WORDS}(?:-{_WORDS})?"
"""A pattern for the cardinals in words up to ninety-nine."""
CURRENCY = r"(?:(?:\b[a-z]{1,3})?[$£€¥₹]|\b(?:rs|inr|[ktu]?shs?|usd|eur|gbp|rm|chf|kr)\.? ?(?=\d))"
"""A pattern for what stands before a sum of money, in small letters: "us$", "rs ", "ksh"."""
_FIGURES = re.compile(r"\d{1,3}(?:,\d{3}){0,4}|\d{1,12}")
_ORDINAL_FIGURE = re.compile(r"(\d{1,4})(?:st|nd|rd|th)")


def cardinal(word: str) -> int | None:
    """The value of "seven" or "1,200"; `None` if the word is no number."""
    if word in CARDINALS:
        return CARDINALS[word]
    first, _, rest = word.partition("-")
    if first in CARDINALS and rest in CARDINALS:
        return CARDINALS[first] + CARDINALS[rest]
    return int(word.replace(",", "")) if _FIGURES.fullmatch(word) else None


def ordinal(word: str) -> int | None:
    """The value of "seventh" or "10th"; `None` if the word is no ordinal."""
    if word in ORDINALS:
        return ORDINALS[word]
    first, _, rest = word.partition("-")
    if first in CARDINALS and rest in ORDINALS:
        return CARDINALS[first] + ORDINALS[rest]
    figure = _ORDINAL_FIGURE.fullmatch(word)
    return int(figure.group(1)) if figure else None
