"""What an article calls a body beside its name: "the utility, NAME,", "NAME, their lobby"."""

from __future__ import annotations

from dateline.annotation.quotations import closed
from dateline.annotation.quotations.words import Words, word_set

COMPANIES = word_set("company firm group bank airline carrier maker retailer operator")
"""Nouns for a company."""
_KINDS = COMPANIES | word_set(
    "carmaker brewer miner insurer lender utility supplier manufacturer developer club lobby union "
    "guild charity regulator watchdog agency newspaper broadcaster commission board council army "
    "militia party hospital university"
)
_BUSINESSES = COMPANIES | word_set(
    "carmaker brewer miner insurer lender utility supplier manufacturer developer"
)
_BUSINESS_NAMES = {
    "air": "airline", "airlines": "airline", "airways": "airline", "bank": "bank",
    "motors": "carmaker", "resources": "company", "energy": "company", "holdings": "company",
    "industries": "company", "foods": "company", "group": "company", "corp": "company",
    "inc": "company", "ltd": "company", "plc": "company",
}  # fmt: skip
"""The last word of a name, and what business it tells of."""
_OF_BUSINESSES = word_set("executive ceo boss shareholders customers shares")
"""What a company has, in "the chief executive of Acme"."""
_APPOSED = 7
_ENDS = word_set(", ; that which who whose of in for and")


def kinds_of(words: Words, low: int, high: int) -> set[str]:
    """The nouns that stand for the body named from `low` to `high`, as its mention shows."""
    before = low - 1 - (words.low[low - 1] == ",")
    found = {words.low[before]} & _KINDS
    found |= {kind} if (kind := _BUSINESS_NAMES.get(words.low[high - 1])) else set()
    if words.low[high] == "," and words.low[high + 1] in closed.DETERMINERS:
        told = words.low[high + 1 : high + 1 + _APPOSED]
        end = next((i for i, word in enumerate(told) if word in _ENDS), len(told))
        found |= set(told[:end]) & _KINDS
    owned = words.low[low - 1] == "of" and words.low[low - 2] in _OF_BUSINESSES
    owns = words.low[high] == "'s" and not _OF_BUSINESSES.isdisjoint(words.low[high + 1 : high + 3])
    if found & _BUSINESSES or owned or owns:
        found |= {"company", "firm"}
    return found
