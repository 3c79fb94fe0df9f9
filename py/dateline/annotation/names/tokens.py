"""Cut the article's lines into words, once, with what stands between them.

Possessive endings are cut off, hyphenated compounds are taken apart where each part is a name of
its own (`Japan-South Korea`), and every word knows its line.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from enum import Enum

from dateline.annotation.knowledge import words
from dateline.annotation.names import lexicon
from dateline.model import Article, LineRole
from dateline.text import plain

_WORD = re.compile(r"[^\W_]+(?:['&.-][^\W_]+)*")
_GLUED_SENTENCES = re.compile(r"[a-z)]\.(?=[A-Z])")
_SENTENCE_BREAK = re.compile(r"""[.!?:;"\n\u2022|\u2013\u2014\u2026*]| - |--""")

# A headline in title case has nearly all the plain words of the language capitalised; running
# text has few, however thick it is with names. Words of three letters and fewer are articles and
# prepositions in the one as in the other, so they tell nothing.
_TITLE_SHARE = 0.75
_TITLE_LEAST_WORDS = 4
_TITLE_LEAST_PLAIN = 2
_TITLE_LEAST_PLAIN_ELSEWHERE = 3
_TITLE_LONGEST = 240
_CAPS_SHARE = 0.7
_PLAIN_GAP = 2
_LONG_WORD = 4


class Style(Enum):
    """How a line is to be read."""

    PROSE = "prose"
    """Running text: a capital tells a name."""
    TITLE = "title"
    """Every word is capitalised: a capital tells nothing."""
    CAPS = "caps"
    """All in capitals."""
    CREDIT = "credit"
    """A byline: names and little else."""
    FURNITURE = "furniture"
    """Page text: only what is known already is a name."""


@dataclass(slots=True)
class Tokens:
    """The words of an article as parallel lists.

    `gaps[i]` is what stands between word `i-1` and word `i`; it starts with a line end where `i`
    begins a line. The last gap, after the last word, closes the list.
    """

    words: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    gaps: list[str] = field(default_factory=list)
    styles: list[Style] = field(default_factory=list)
    roles: list[LineRole] = field(default_factory=list)
    used: set[Style] = field(default_factory=set)
    """The styles that any line has."""
    ships: set[tuple[str, str]] = field(default_factory=set)
    """Ships with a noble title that the article has named with its article: `the Lady Rowena`."""

    def __len__(self) -> int:
        return len(self.words)

    def word(self, index: int) -> str:
        """The word at `index`, or an empty string past either end."""
        return self.words[index] if 0 <= index < len(self.words) else ""

    def gap(self, index: int) -> str:
        """What stands before the word at `index`, or a line end past either end."""
        return self.gaps[index] if 0 <= index < len(self.gaps) else "\n"

    def possessive(self, index: int) -> bool:
        """Whether the word at `index` carries a possessive ending."""
        after = self.gap(index + 1)
        return after.startswith("'s") or (after.startswith("' ") and self.words[index][-1] == "s")

    def opens(self, index: int) -> bool:
        """Whether the word at `index` opens a sentence, so that its capital tells nothing."""
        if not _SENTENCE_BREAK.search(self.gaps[index]):
            return False
        return not (self.gaps[index] == ". " and is_abbreviation(self.words[index - 1]))


_ABBREVIATIONS = words("heads", "abbreviations")


def is_abbreviation(word: str) -> bool:
    """Whether a full stop after `word` marks a short form and not the end of a sentence."""
    return word in _ABBREVIATIONS or (len(word) == 1 and word.isupper())


def tokenize(article: Article, splits: Callable[[str], Iterable[str] | None]) -> Tokens:
    """The words of every line of `article`.

    `splits(word)` gives the parts of a hyphenated word, hyphens left out, or `None` to keep it.
    """
    text = plain(article.text)
    tokens = Tokens()
    for line in article.lines:
        first = len(tokens.words)
        _cut(text, line.span.start, line.span.end, tokens, splits)
        count = len(tokens.words) - first
        if count:
            tokens.gaps[first] = "\n" + tokens.gaps[first]
        style = _style(tokens.words[first:], line.role, text[line.span.start : line.span.end])
        tokens.used.add(style)
        tokens.styles.extend([style] * count)
        tokens.roles.extend([line.role] * count)
    tokens.gaps.append("\n")
    return tokens


def _cut(
    text: str, start: int, end: int, out: Tokens, splits: Callable[[str], Iterable[str] | None]
) -> None:
    """Append the words of `text[start:end]` to `out`."""
    words, starts, ends, gaps = out.words, out.starts, out.ends, out.gaps
    previous = start
    for match in _WORD.finditer(text, start, end):
        word = match.group()
        at, stop = match.span()
        if word == "s" and text[at - 1 : at] == "'" and at > start:
            continue
        gap = text[previous:at]
        if len(gap) > _PLAIN_GAP:
            gap = _close_up(gap)
        if word.isalpha():
            gaps.append(gap)
            words.append(word)
            starts.append(at)
            ends.append(stop)
            previous = stop
            continue
        for part, offset in _parts(word, text[stop : stop + 1], splits):
            gaps.append(text[previous : at + offset] if offset else gap)
            words.append(part)
            starts.append(at + offset)
            previous = at + offset + len(part)
            ends.append(previous)


def _close_up(gap: str) -> str:
    """A gap as it would stand in ordinary print, where a tokenizer has set its marks apart."""
    if gap[0] == " " and gap[1] in ",.;:)'":
        gap = gap[1:]
    return gap[:-1] if gap.endswith("( ") else gap


def _parts(
    word: str, following: str, splits: Callable[[str], Iterable[str] | None]
) -> list[tuple[str, int]]:
    """A word that is more than letters, taken apart: (part, offset) pairs."""
    if word.endswith(("'s", "'S")):
        word = word[:-2]
    if "." in word:
        if following == "." and len(word.split(".")[-1]) == 1 and word[-1].isupper():
            word += "."
        elif _GLUED_SENTENCES.search(word):
            return _unglued(word, splits)
    if "-" in word and not word.islower():
        found = splits(word)
        if found is not None:
            return _placed(word, found)
    return [(word, 0)]


def _unglued(word: str, splits: Callable[[str], Iterable[str] | None]) -> list[tuple[str, int]]:
    """Two sentences set without a space: `together.Next`."""
    return _placed(word, word.split("."))


def _placed(word: str, parts: Iterable[str]) -> list[tuple[str, int]]:
    placed, offset = [], 0
    for part in parts:
        offset = word.index(part, offset)
        if part:
            placed.append((part, offset))
        offset += len(part)
    return placed


def _style(words: list[str], role: LineRole, line: str) -> Style:
    if role == "furniture" and len(words) > 1 and words[0] in lexicon.CREDIT_OPENERS:
        return Style.CREDIT if "by" in words[:3] else Style.FURNITURE
    if role == "furniture":
        return _style_of_furniture(words)
    if role == "byline":
        return Style.CREDIT
    long = [word for word in words[:60] if len(word) >= _LONG_WORD and word[0].isalpha()]
    if len(long) < _TITLE_LEAST_WORDS:
        return _short_style(words)
    if sum(word.isupper() for word in long) >= _CAPS_SHARE * len(long):
        return Style.CAPS
    if role == "caption" or len(line) > _TITLE_LONGEST or line.rstrip().endswith("."):
        return Style.PROSE
    plain_words = [word for word in long if _is_plain_word(word)]
    capitals = sum(word[0].isupper() for word in plain_words)
    least = _TITLE_LEAST_PLAIN if role == "headline" else _TITLE_LEAST_PLAIN_ELSEWHERE
    if len(plain_words) >= least and capitals >= _TITLE_SHARE * len(plain_words):
        return Style.TITLE
    return Style.PROSE


_TABLE_LEAST_NUMBERS = 2
_TABLE_MOST_SMALL_WORDS = 1


def _style_of_furniture(words: list[str]) -> Style:
    """Tables of results are taken for furniture, but are full of names: `Leeds 2 Derby 1`."""
    numbers = sum(word.isdigit() and len(word) < _LONG_WORD for word in words)
    letters = [word for word in words if word[0].isalpha()]
    if not letters or lexicon.CALENDAR.intersection(letters):
        return Style.FURNITURE
    if len(letters) > 1 and all(word.isupper() for word in letters):
        return Style.CAPS
    small = sum(word.islower() for word in letters)
    table = numbers >= _TABLE_LEAST_NUMBERS and small <= _TABLE_MOST_SMALL_WORDS
    ranked = words[0].isdigit() and len(letters) > 1 and letters[0] in lexicon.GIVEN and not small
    return Style.PROSE if table or ranked else Style.FURNITURE


def _is_plain_word(word: str) -> bool:
    """Whether the word is one of the language, that only title case would capitalise."""
    return (
        word.lower() in lexicon.COMMON
        and word not in lexicon.GIVEN
        and word not in lexicon.CALENDAR
        and word.lower() not in lexicon.ROLE_LAST
        and word.lower() not in lexicon.ROLE_MODIFIER
        and word not in lexicon.ORGANIZATION
        and word.lower() not in lexicon.DIRECTIONS
    )


def _short_style(words: list[str]) -> Style:
    letters = [word for word in words if word[0].isalpha()]
    if len(letters) > 1 and all(word.isupper() for word in letters):
        return Style.CAPS
    return Style.PROSE
