"""Numbers as what is said: "eight", "nearly 4 million", "64 have", "Rs 61 crore"."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.annotation.quotations import phrases
from dateline.annotation.quotations.words import Words, word_set
from dateline.annotation.times.words import SMALL_NUMBERS

NEARLY = word_set(
    "about around some nearly only just over under almost roughly least most more nearer closer"
)
CLOSER = word_set("closer close nearer near up")
_THAN = word_set("more fewer less")
_CURRENCIES = word_set("$ £ € ¥ ₹ us$ rs inr sh shs ksh ush tsh usd eur gbp rm chf kr")
_SHARES = word_set(
    "a half twice double one two three four five six seven eight nine ten eleven twelve dozens "
    "hundreds thousands millions twenty thirty forty fifty sixty seventy eighty ninety zero"
)
_ABOUT_SO_MANY = word_set(
    "fewer less more than about some nearly almost only just at least most around over under up to"
)
_SCALES = word_set("hundred thousand million billion")
# "The office says 64 have."
_DID = word_set("have has had did do were was are")
_PERIODS = phrases.PERIODS | phrases.MONTHS


def is_number(said: Sequence[str], unit: str = "") -> bool:
    """Whether a number is all that is said: "eight", "fewer than 900,000", "64 have".

    With `unit`, the word behind it, whether it counts such things: "47 drivers".
    """
    at = next((i for i, word in enumerate(said) if word not in _ABOUT_SO_MANY), len(said))
    number, scale = said[at : at + 1], said[at + 1 :]
    told = bool(number) and (number[0][0].isdigit() or number[0] in SMALL_NUMBERS)
    plural = not unit or (unit.endswith("s") and unit.isalpha() and unit not in _PERIODS)
    return told and plural and (not scale or (len(scale) == 1 and scale[0] in _SCALES | _DID))


def numeral(words: Words, at: int) -> bool:
    """Whether a number begins here: "64", "nearly half", "closer to 900", "$"."""
    word = words.low[at]
    if word in CLOSER and words.low[at + 1] == "to":
        return numeral(words, at + 2)
    if word == "no" and words.low[at + 1] in _THAN:
        return numeral(words, at + 1)
    if words.low[at + 1] == "than" and word in _THAN:
        return numeral(words, at + 2)  # "(no) more than 60 million"
    if word in NEARLY:
        return numeral(words, at + 1)
    return word[0].isdigit() or word in _SHARES or is_money(word)


def is_money(word: str) -> bool:
    """Whether it is "$", "rs" or "sh140"."""
    return word.rstrip("0123456789.,") in _CURRENCIES
