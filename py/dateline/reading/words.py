"""Lists of words: written as one string, or kept in `trade.json`."""

from __future__ import annotations

import json
from functools import cache
from importlib import resources

from dateline.text import plain


def word_set(words: str) -> frozenset[str]:
    """The words of a string, parted by blanks."""
    return frozenset(words.split())


def as_plain(text: str) -> str:
    """`text.plain`, without the work where there is none: most lines are plain already."""
    return text if text.isascii() and "\t" not in text else plain(text)


def trade_words(name: str) -> tuple[str, ...]:
    """A list of the newspaper trade's words from `trade.json`: agencies, names of sections ..."""
    return _trade()[name]


@cache
def _trade() -> dict[str, tuple[str, ...]]:
    source = resources.files(__package__).joinpath("trade.json").read_text(encoding="utf-8")
    return {name: tuple(words) for name, words in json.loads(source).items()}
