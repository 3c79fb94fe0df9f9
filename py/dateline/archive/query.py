"""What was typed into the box, parsed: words, phrases, what to leave out, fields.

    kishida "trade status" -china where:seoul after:2023-03 says:yoon

A mistake in it is never an error: an unclosed quotation mark closes at the end, an unknown field
is read as words.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from dateline.archive.words import STOP_WORDS, Word, is_cjk, words
from dateline.text import plain

FIELDS = (
    "who",
    "where",
    "org",
    "says",
    "with",
    "thread",
    "kind",
    "before",
    "after",
    "on",
    "in",
)
LONGEST_QUERY = 500
"""Code points that are read; nobody types more, and pasted pages would cost time."""
MOST_TERMS = 24

_PIECE = re.compile(
    r"(?P<minus>(?<!\S)-(?=[^\s-]))?"
    rf"(?:(?<![^\s-])(?P<field>{'|'.join(FIELDS)}):\s{{0,3}}(?=\S))?"
    r'(?:"(?P<quoted>[^"]*)"?|(?P<bare>[^\s"]+))',
    re.IGNORECASE,
)


class Term(NamedTuple):
    """A word or a phrase to look for, as folded words."""

    words: tuple[str, ...]
    phrase: bool = False
    """The words must follow each other, as written."""
    prefix: bool = False
    """The last word is still being typed: it also stands for words that begin with it."""

    @property
    def typed(self) -> str:
        """The term as one string of folded words."""
        return " ".join(self.words)


class Field(NamedTuple):
    """A field of the box and its value: `where:seoul`."""

    name: str
    value: str
    excluded: bool = False


class Query(NamedTuple):
    """The parsed box."""

    terms: tuple[Term, ...] = ()
    excluded: tuple[Term, ...] = ()
    fields: tuple[Field, ...] = ()

    @property
    def words(self) -> tuple[str, ...]:
        """All words looked for, in the order typed."""
        return tuple(word for term in self.terms for word in term.words)


def parse(typed: str) -> Query:
    """The query that `typed` means. Accepts any string."""
    text = plain(typed[:LONGEST_QUERY])
    terms: list[Term] = []
    excluded: list[Term] = []
    fields: list[Field] = []
    for piece in _PIECE.finditer(text):
        quoted = piece["quoted"]
        value = quoted if quoted is not None else piece["bare"]
        minus = piece["minus"] is not None
        if piece["field"]:
            fields.append(Field(piece["field"].lower(), value, minus))
            continue
        typing = quoted is None and piece.end() == len(text)
        found = _phrase(value) if quoted is not None else _terms(value, typing)
        (excluded if minus else terms).extend(found)
    return Query(
        _without_stop_words(terms[:MOST_TERMS]), tuple(excluded[:MOST_TERMS]), tuple(fields)
    )


def _phrase(value: str) -> list[Term]:
    found = tuple(word.text for word in words(value))
    return [Term(found, phrase=len(found) > 1)] if found else []


def _terms(value: str, typing: bool) -> list[Term]:
    """A bare piece: each of its words a term; the pairs of one unspaced run are one phrase."""
    terms: list[Term] = []
    run: list[Word] = []
    for word in words(value):
        unspaced = is_cjk(word.text)
        if run and not (unspaced and word.start < run[-1].end):
            terms.append(_unspaced(run))
            run = []
        if unspaced:
            run.append(word)
        else:
            terms.append(Term((word.text,)))
    if run:
        terms.append(_unspaced(run))
    elif terms and typing and value[-1:].isalnum():
        terms[-1] = Term(terms[-1].words, prefix=True)
    return terms


def _unspaced(run: list[Word]) -> Term:
    # One letter alone begins some pair of the index: it can only be found as a prefix.
    found = tuple(word.text for word in run)
    return Term(found, phrase=True, prefix=len(found[-1]) == 1)


def _without_stop_words(terms: list[Term]) -> tuple[Term, ...]:
    """The terms an answer must hold: all of them when there is nothing but stop words."""
    telling = [term for term in terms if term.phrase or term.words[0] not in STOP_WORDS]
    return tuple(telling or terms)
