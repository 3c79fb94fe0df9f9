"""Phrases by which page furniture is known: what sites say around an article, not in it.

The phrases are data, `furniture.json`; each group is a thing sites do. A phrase must fill its line
or begin it, and lines longer than
`MAX_WORDS` are never judged by phrase: an article may begin a sentence with any word.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from importlib import resources

MAX_WORDS = 40
MAX_CHARACTERS = 300
HEADING_WORDS = 4
# These point to one other page and stand between an article's paragraphs as often as after it.
_POINTER = re.compile(r"\W*(?:also )?(?:read|see|watch|listen)\b", re.IGNORECASE)

_PHRASES_FILE = "furniture.json"
"""Group to phrases: those that fill a line ("fills") and those that begin one ("begins"), each a
small regular expression over lower case or upper."""
_FILLED, _BEGUN = r"\W*$", r"(?:\W.*)?$"


def _compiled() -> dict[str, re.Pattern[str]]:
    source = resources.files(__package__).joinpath(_PHRASES_FILE).read_text(encoding="utf-8")
    groups: dict[str, dict[str, list[str]]] = json.loads(source)
    return {name: _pattern(group["fills"], group["begins"]) for name, group in groups.items()}


def _pattern(fills: list[str], begins: list[str]) -> re.Pattern[str]:
    whole, start = "|".join(fills), "|".join(begins)
    return re.compile(
        rf"\W{{0,8}}(?:(?:{whole}){_FILLED}|(?:{start}){_BEGUN})", re.IGNORECASE | re.DOTALL
    )


_PHRASES = _compiled()
ENDINGS = frozenset({"comments"})
"""Groups after which no article goes on."""

BOUNDARIES = frozenset({"related", "comments", "author"})
"""Groups that head something other than the article."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """The group a line of furniture was known by."""

    group: str
    heading: bool = False
    """Whether it is nothing but the phrase, and so may head what follows."""

    @property
    def ends_article(self) -> bool:
        """Whether no article goes on after it."""
        return self.group in ENDINGS

    @property
    def heads_other(self) -> bool:
        """Whether it heads something other than the article."""
        return self.group in BOUNDARIES and self.heading


def furniture_phrase(text: str, words: int) -> Phrase | None:
    """The group of the phrase that a line (plain quotes) is known by, if it is furniture."""
    if words > MAX_WORDS or len(text) > MAX_CHARACTERS:
        return None
    if not any(c.isalnum() for c in text):
        return Phrase("navigation")
    for name, pattern in _PHRASES.items():
        if pattern.match(text):
            return Phrase(name, heading=words <= HEADING_WORDS and not _POINTER.match(text))
    return None
