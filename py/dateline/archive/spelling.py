"""Words that were meant: the vocabulary's nearest to a word it does not have.

Distance is optimal string alignment (Damerau-Levenshtein without editing a swapped pair again):
one for a letter left out, added, changed, or swapped with its neighbour. One is forgiven in any
word of four letters or more, two in words of eight or more.

One edit: every string one edit away is looked up by its key, some fifty a letter, all by the
table's own order (P. Norvig, "How to Write a Spelling Corrector", 2007). Two edits: one of the
word's two halves has at most one of them, so the words that begin as the first half does, give or
take one edit, are compared; a pair of edits within the first half is not found.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

SHORTEST = 4
"""Shorter words are one edit away from too many others."""
LONG = 8
"""From this length on a word may hold two errors and still mean one other word only."""
_LONGEST = 40
_LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789"
_MOST = 3
"""Corrections of one word that are worth searching for at once."""
_AT_ONCE = 500
"""Keys in one statement: fewer than SQLite's default limit of 999 before 3.32."""


def distance(one: str, other: str, most: int) -> int:
    """Edits between two words; `most + 1` as soon as it is more than `most`."""
    if abs(len(one) - len(other)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, start=1):
        earlier, before, row = before, row, [i] + [0] * len(other)
        for j, against in enumerate(other, start=1):
            cost = before[j - 1] + (letter != against)
            row[j] = min(cost, before[j] + 1, row[j - 1] + 1)
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == against:
                row[j] = min(row[j], earlier[j - 2] + 1)
        if min(row) > most:
            return most + 1
    return row[-1]


def corrections(archive: sqlite3.Connection, word: str) -> tuple[str, ...]:
    """The vocabulary's words nearest to `word`, best first: in names first, then by frequency.

    Empty when the word is too short to be corrected or nothing is near.
    """
    if not SHORTEST <= len(word) <= _LONGEST or word.isdigit():
        return ()
    found = _looked_up(archive, _one_edit_away(word, _LETTERS))
    if not found and len(word) >= LONG - 2:
        found = _two_edits_away(archive, word)
    return tuple(sorted(found, key=lambda w: (-min(found[w][1], 1), -found[w][0], w)))[:_MOST]


Counts = dict[str, tuple[int, int]]
"""Word to how many sentences and how many names have it."""


def _looked_up(archive: sqlite3.Connection, words: Iterable[str]) -> Counts:
    wanted = sorted(set(words))
    found: Counts = {}
    for at in range(0, len(wanted), _AT_ONCE):
        some = wanted[at : at + _AT_ONCE]
        marks = ",".join("?" * len(some))
        select = f"SELECT word, sentences, pages FROM words WHERE word IN ({marks})"
        found.update({w: (s, p) for w, s, p in archive.execute(select, some)})
    return found


def _one_edit_away(word: str, letters: str) -> set[str]:
    parts = [(word[:i], word[i:]) for i in range(len(word) + 1)]
    dropped = {a + b[1:] for a, b in parts if b}
    swapped = {a + b[1] + b[0] + b[2:] for a, b in parts if len(b) > 1}
    changed = {a + c + b[1:] for a, b in parts if b for c in letters}
    added = {a + c + b for a, b in parts for c in letters}
    return (dropped | swapped | changed | added) - {word}


def _two_edits_away(archive: sqlite3.Connection, word: str) -> Counts:
    half = word[: len(word) // 2]
    found: Counts = {}
    select = (
        "SELECT word, sentences, pages FROM words"
        " WHERE word >= ? AND word < ? AND length(word) BETWEEN ? AND ?"
    )
    for beginning in sorted({half} | _one_edit_away(half, _LETTERS)):
        shortest = max(LONG, len(word) - 2)
        bounds = (beginning, beginning + "\U0010ffff", shortest, len(word) + 2)
        for other, sentences, pages in archive.execute(select, bounds):
            if other not in found and distance(word, other, 2) <= 2:
                found[other] = (sentences, pages)
    return found
