"""What a typed word stands for: itself, its other forms, its completions, or what was meant."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection
from typing import NamedTuple

from dateline.archive.query import Query, Term
from dateline.archive.spelling import corrections
from dateline.archive.words import FREQUENT

PREFIX_FROM = 3
"""Letters from which a word being typed stands for every word that begins with it. Shorter ones
stand for a large part of the vocabulary and only complete names."""
_INFLECTED_FROM = 3
_VERB_FROM = 5
"""Letters from which endings are tried: "us" is not "used"."""


_MOST_COMPLETIONS = 64
"""Words that an unfinished one stands for, the most frequent: the others are in few sentences each,
and one more letter brings them in."""


class Wanted(NamedTuple):
    """A term with the words that count as it."""

    term: Term
    options: tuple[str, ...]
    """The word itself first, then its other forms; of a phrase, its words in order."""
    completions: tuple[str, ...] = ()
    """Words it is the beginning of."""
    frequent: tuple[str, ...] = ()
    """Which of all these are in more than `FREQUENT` sentences."""
    sentences: int = 0
    """An upper bound on the sentences that hold it."""
    corrected: str | None = None
    """The word that was meant, when the typed one is in no sentence and no name."""

    @property
    def words(self) -> tuple[str, ...]:
        """All words that count as the term."""
        return (*self.options, *self.completions)

    @property
    def fragment(self) -> bool:
        """Whether it is so short a beginning that only names are completed from it."""
        return self.term.prefix and not self.term.phrase and len(self.term.words[0]) < PREFIX_FROM


def want(archive: sqlite3.Connection, query: Query) -> tuple[Wanted, ...]:
    """Each term of the query with what counts as it."""
    return tuple(_wanted(archive, term) for term in query.terms)


def suggestion(wanted: tuple[Wanted, ...]) -> str | None:
    """The query as it was probably meant, when a word of it had to be corrected."""
    if not any(one.corrected for one in wanted):
        return None
    return " ".join(_retyped(one) for one in wanted)


def _retyped(one: Wanted) -> str:
    if one.term.phrase:
        return f'"{one.term.typed}"'
    return one.corrected or one.term.typed


def _wanted(archive: sqlite3.Connection, term: Term) -> Wanted:
    if term.phrase:
        counts = _known(archive, term.words)
        rarest = min(counts.get(word, 0) for word in term.words)
        return Wanted(term, term.words, sentences=0 if term.prefix else rarest)
    word = term.words[0]
    known = _known(archive, _forms(word))
    completed = _completed(archive, word) if term.prefix else {}
    if known or completed:
        options = (word, *sorted(known.keys() - {word}))
        return _counted(Wanted(term, options), known | completed)
    meant = corrections(archive, word)
    if not meant:
        return Wanted(term, (word,))
    return _counted(Wanted(term, meant, corrected=meant[0]), _known(archive, meant))


def _counted(wanted: Wanted, counts: dict[str, int]) -> Wanted:
    return wanted._replace(
        completions=tuple(sorted(counts.keys() - set(wanted.options))),
        frequent=tuple(sorted(word for word, count in counts.items() if count > FREQUENT)),
        sentences=sum(counts.values()),
    )


def _known(archive: sqlite3.Connection, words: Collection[str]) -> dict[str, int]:
    """Those of the words that the archive has, with the number of sentences that hold each."""
    marks = ",".join("?" * len(words))
    select = f"SELECT word, sentences FROM words WHERE word IN ({marks})"
    return dict(archive.execute(select, sorted(words)))


def _completed(archive: sqlite3.Connection, beginning: str) -> dict[str, int]:
    if len(beginning) < PREFIX_FROM:
        select = "SELECT word, 0 FROM words WHERE word >= ? AND word < ? LIMIT 1"
        return dict(archive.execute(select, (beginning, beginning + "\U0010ffff")))
    return dict(
        archive.execute(
            "SELECT word, sentences FROM words WHERE word >= ? AND word < ?"
            " ORDER BY sentences DESC, word LIMIT ?",
            (beginning, beginning + "\U0010ffff", _MOST_COMPLETIONS),
        )
    )


def _forms(word: str) -> set[str]:
    """The word, its plural or singular, and the verb's endings."""
    if len(word) < _INFLECTED_FROM or not (word.isascii() and word.isalpha()):
        return {word}
    bases = {word}
    if word.endswith("ies"):
        bases.add(word[:-3] + "y")
    if word.endswith("es"):
        bases.add(word[:-2])
    if word.endswith("s") and not word.endswith("ss"):
        bases.add(word[:-1])
    if len(word) >= _VERB_FROM:
        bases |= _verb_bases(word)
    bases = {base for base in bases if len(base) >= _INFLECTED_FROM}
    return {form for base in bases for form in _inflected(base)} | {word}


def _verb_bases(word: str) -> set[str]:
    for ending in ("ing", "ed"):
        stem = word.removesuffix(ending)
        if stem != word and len(stem) >= _INFLECTED_FROM:
            single = {stem[:-1]} if stem[-1] == stem[-2] else set()
            return {stem, stem + "e"} | single
    return set()


def _inflected(base: str) -> set[str]:
    forms = {base, base + "s", base + "es"}
    if base.endswith("y"):
        forms |= {base[:-1] + "ies", base[:-1] + "ied"}
    if len(base) >= _VERB_FROM - 1:
        stem = base.removesuffix("e")
        forms |= {stem + "ed", stem + "ing"}
    return forms
