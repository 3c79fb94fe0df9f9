"""Hyphenated words: which are one name (`Tae-hyo`) and which are two (`Japan-China`)."""

from __future__ import annotations

import re
from collections.abc import Callable

from dateline.annotation.knowledge import words
from dateline.annotation.names import lexicon
from dateline.annotation.names.gazetteer import SURE, Gazetteer

# `al-Assad`, `el-Sisi`: Arabic articles and patronymics, written with a hyphen in English news.
_NAME_PREFIXES = words("heads", "name_prefixes")
# Short second parts that are English words after a name and not a syllable of a given name.
_SHORT_WORDS = frozenset({"led", "run", "era", "fed", "hit", "own", "bred", "wide", "type"})
# `Austro-Prussian War`, `Anglo-Irish Agreement`: with a capital the compound is one word.
_WHOLE_PREFIXES = frozenset({"anglo", "austro", "franco", "sino", "russo", "indo", "pan", "greco"})
_LONGER_SYLLABLE = 5
_SPLIT_PREFIXES = words("heads", "split_prefixes")


_LONE_NAME = re.compile(r"(?<![\w-])[A-Z][a-z]+(?![\w-])")


def splitter(gazetteer: Gazetteer, text: str) -> Callable[[str], list[str] | None]:
    """A function that gives the parts of a hyphenated word, or `None` to keep it whole.

    Two capitalised parts that nothing is known of are two names when each stands alone somewhere
    in `text`: `Yoon-Kishida` beside `Yoon` and `Kishida`.
    """
    seen: dict[str, list[str] | None] = {}
    alone: set[str] = set()

    def splits(word: str) -> list[str] | None:
        if word not in seen:
            parts = _parts(word, gazetteer)
            if parts is None and word[0].isupper():
                if not alone:
                    alone.update(_LONE_NAME.findall(text))
                parts = _if_all(word.split("-"), alone)
            seen[word] = parts
        return seen[word]

    return splits


def _if_all(parts: list[str], names: set[str]) -> list[str] | None:
    return parts if all(part in names for part in parts) else None


def _parts(word: str, gazetteer: Gazetteer) -> list[str] | None:
    if word in gazetteer.hyphenated or gazetteer.get(word) is not None:
        return None
    parts = word.split("-")
    if "" in parts:
        return [part for part in parts if part]
    if not parts[0][0].isupper():
        return None if parts[0] in _NAME_PREFIXES else _after_prefix(parts)
    if parts[0].lower() in _WHOLE_PREFIXES:
        return None
    if any(_is_place(part, gazetteer) for part in parts):
        return parts
    if all(part[0].isupper() for part in parts):
        return None
    return _before_word(parts)


def _after_prefix(parts: list[str]) -> list[str] | None:
    if parts[0] in _SPLIT_PREFIXES or parts[0] in lexicon.COMMON:
        return parts
    return None


def _before_word(parts: list[str]) -> list[str] | None:
    """`Seoul-based` is cut, `Jae-in` is not."""
    last = parts[-1]
    if last in _SHORT_WORDS or (len(last) >= _LONGER_SYLLABLE and last in lexicon.COMMON):
        return parts
    return None


def _is_place(part: str, gazetteer: Gazetteer) -> bool:
    known = gazetteer.get(part)
    return known is not None and known.type == "place" and known.strength == SURE
