"""Text as the words that are looked for: folded, without accents, with their places.

The index and the query pass through the same function, in CPython when the site is built and in
Pyodide when it is asked, so that nothing depends on the tokenizer of the SQLite at hand.

Han, kana and Hangul are written without the spaces that part other words, so a run of them becomes
overlapping pairs: 岸田文雄 is 岸田, 田文, 文雄. A run of one stays alone.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from dateline.text import fold, plain

_CJK = "\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff\uff66-\uff9f"
_CJK += "\U00020000-\U0003134f"
# Marks that belong to the letter before them, and scripts whose vowels are such marks.
_MARKS = "\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u0610-\u061a\u064b-\u065f\u0900-\u0eff"
# What `_any_word` finds, for lower-case ASCII, which most sentences are: four times as fast.
_ASCII_WORD = re.compile(
    r"((?<![a-z0-9])(?:[a-z]\.){2,8}(?![a-z0-9])"
    r"|[0-9]{1,3}(?:,[0-9]{3}){1,6}(?![0-9])"
    r"|[a-z0-9]{1,400})(?:'s(?![a-z0-9]))?"
)
# What makes `_bare` more than the word itself: initials, large numbers, endless words.
_ODD = re.compile(r"[a-z]\.[a-z]|[0-9],[0-9]|[a-z0-9]{65}")
# Punctuation that would keep a sentence from being ASCII.
_DASHES = str.maketrans("–—…«»", "     ")
_WITHIN_WORD = str.maketrans("", "", ".,")
FREQUENT = 3000
"""A word in more sentences than this has the set of them kept in the archive: to walk through them
in the index for every question would cost too much of a frame."""
_LONGEST_WORD = 64
"""Longer strings are not words that anybody types; the index keeps their beginning."""

_STOP_WORDS = """
    a about an and are as at be been but by can did do does for from had has have he her his how
    i if in into is it its me my of on or our she should so than that the their them then there
    these they this those to was we were what when where which who whom why will with would you
    your
"""
STOP_WORDS = frozenset(_STOP_WORDS.split())
"""Words a question is full of and an answer need not hold. Not "us": it is also a country."""


class Word(NamedTuple):
    """A folded word and the code points it was folded from."""

    text: str
    start: int
    end: int


def words(text: str) -> list[Word]:
    """The words of `text` in order; `start` and `end` are offsets in `text`."""
    text = plain(text).translate(_DASHES)
    if text.isascii():
        found = _ASCII_WORD.finditer(text.lower())
        return [Word(_bare(match[1]), *match.span(1)) for match in found]
    return list(_words(text))


def word_texts(text: str) -> list[str]:
    """The words of `text` without their places."""
    text = plain(text).translate(_DASHES)
    if text.isascii():
        text = text.lower()
        found: list[str] = _ASCII_WORD.findall(text)
        return list(map(_bare, found)) if _ODD.search(text) else found
    return [word.text for word in _words(text)]


def folded(text: str) -> str:
    """The words of `text`, folded, with single spaces between: what the index is given."""
    return " ".join(word_texts(text))


@cache
def _any_word() -> re.Pattern[str]:
    # Compiling it takes 40 ms in the browser, and the first question often has no need of it.
    return re.compile(
        rf"(?P<cjk>[{_CJK}]{{1,400}})"
        r"|(?:(?P<initials>(?<![^\W_])(?:[A-Za-z]\.){2,8})(?![^\W_])"
        r"|(?P<number>[0-9]{1,3}(?:,[0-9]{3}){1,6}(?![0-9]))"
        rf"|(?P<word>(?:[^\W_{_CJK}]|[{_MARKS}]){{1,400}}))(?:'[sS](?![^\W_]))?"
    )


def is_cjk(word: str) -> bool:
    """Whether the word is a pair (or a single) of a script written without spaces."""
    found = None if word.isascii() else _any_word().match(word[:1])
    return found is not None and found.lastgroup == "cjk"


def _words(text: str) -> Iterator[Word]:
    for found in _any_word().finditer(text):
        kind = found.lastgroup or "word"
        start, end = found.span(kind)
        if kind == "cjk":
            yield from _pairs(text[start:end], start)
            continue
        word = _fold_word(found.group(kind))
        if word:
            yield Word(word, start, end)


def _pairs(run: str, offset: int) -> Iterator[Word]:
    if len(run) == 1:
        yield Word(_fold_cjk(run), offset, offset + 1)
    for at in range(len(run) - 1):
        yield Word(_fold_cjk(run[at : at + 2]), offset + at, offset + at + 2)


def _bare(word: str) -> str:
    """A lower-case ASCII word without the points of initials and the commas of numbers."""
    if word.isalnum() and len(word) <= _LONGEST_WORD:
        return word
    return word.translate(_WITHIN_WORD)[:_LONGEST_WORD]


@lru_cache(maxsize=65536)
def _fold_word(word: str) -> str:
    if word.isascii():
        return _bare(word.lower())
    bare = "".join(c for c in fold(word) if c.isalnum() or ord(c) > 127)
    return bare[:_LONGEST_WORD]


def _fold_cjk(pair: str) -> str:
    # Not text.fold: taking Hangul apart would turn one letter into three.
    return unicodedata.normalize("NFKC", pair).casefold()
