"""What a name's own words say of its type, wherever it stands: endings, capitals, given names."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dateline.annotation.names import lexicon
from dateline.annotation.names.gazetteer import world
from dateline.annotation.names.runs import is_syllables
from dateline.model import EntityType

Weights = dict[EntityType, float]
"""How much speaks for each type; 1 is a hint, 3 is enough alone."""

_PLACE_ENDING = re.compile(
    r"(?:stan|ville|burg|burgh|shire|grad|abad|pur|polis|istan|landia|borough|mouth|chester|ford"
    r"|haven|bourne|ovo|dorf|heim|hausen|stadt|wick)\Z"
)
_ORG_ENDING = re.compile(
    r"(?:soft|corp|tech|bank|com|net|gruppe|media|sys|tel|chem|pharma|FC"
    r"|partei|parti|partiet|verein|bund|gesellschaft|werke|verlag)\Z"
)
# `McCain`, `MacDonald`, `O'Brien`, `DeVito`, `LeBron`, `D'Souza`
_PERSON_ENDING = re.compile(
    r"(?:sky|ski|ska|kov|rov|nov|kova|rova|nova|yev|vich|vic|vić|escu|shvili|adze|enko|poulos"
    r"|akis|idis|sson|ssen|stein|mann|etti|elli|glu|ğlu|yan)\Z"
)
_PERSON_START = ("Mc", "O'")
_PERSON_PREFIX = re.compile(r"(?:Ma?c|O'|D[ei']|L[ea']|Van|St|Fitz)[A-Z]")
ACRONYM = re.compile(r"[A-Z][A-Z&.]{1,6}[A-Z.]?\Z")
COMMON_WORD = 1.5
"""What a word of the language has less as a place."""


def spelling(words: list[str], weights: Weights) -> None:
    """Add to `weights` what the words of a name say by themselves."""
    if len(words) == 1:
        _single_shape(words[0], weights)
        return
    first, last = words[0], words[-1]
    weights["person"] += 2.5 * _is_given(first) + 1.0 * (last in lexicon.FAMILY)
    weights["person"] += 3.0 * (last in lexicon.PERSON_SUFFIX)
    weights["person"] += 2.0 * any(word.lower() in lexicon.PARTICLES for word in words[1:-1])
    weights["person"] += 2.0 * any(len(word.strip(".")) == 1 for word in words[:-1])
    weights["other"] += 4.0 * any(word == "X" or word == "OS" for word in words)
    weights["other"] += 4.0 * (len(last) == 1)
    weights["person"] += 3.0 * any(is_syllables(word) for word in words)
    weights["person"] -= 3.0 * (last in lexicon.GROUPS and last not in lexicon.FAMILY)
    weights["organization"] += 2.5 * (_ORG_ENDING.search(last) is not None)
    plain = last.lower() in lexicon.COMMON and last not in lexicon.FAMILY
    if plain and words[-2].lower() not in lexicon.PARTICLES:
        weights["person"] -= 1.5 if _is_given(first) else 2.5
    if len(words) in (2, 3, 4):
        weights["person"] += 0.8
        weights["person"] += 1.5 * (
            first in lexicon.KOREAN_FAMILY or first in lexicon.CHINESE_FAMILY
        )
    shouted = last.isupper() and len(last) > 1 and last not in lexicon.PERSON_SUFFIX
    if (shouted and not first.isupper()) or any(_is_camel(word) for word in words):
        weights["person"] -= 2.5
    if any(word.isupper() and len(word) > 2 for word in words):
        weights["organization"] += 2.0
    if any(any(c.isdigit() for c in word) for word in words):
        weights["other"] += 3.0
    ordinary = sum(w.lower() in lexicon.COMMON and w not in lexicon.GIVEN for w in words)
    weights["organization"] += 0.5 * ordinary
    weights["place"] += 2.0 * (first.lower() in lexicon.DIRECTIONS)
    weights["place"] += 3.0 * (last.lower() in lexicon.DIRECTIONS and not _is_given(first))
    weights["organization"] += 1.5 * _is_partnership(first)
    if _is_called_after_place(words):
        weights["person"] -= 2.5
        weights["organization"] += 1.0


def _is_called_after_place(words: Sequence[str]) -> bool:
    """`Katanga Deep`: a place that nobody is called after, and a word of the language."""
    place, word = words[0], words[-1]
    known = None if place in lexicon.GIVEN or place in lexicon.FAMILY else world().get(place)
    return known is not None and known.type == "place" and word.lower() in lexicon.COMMON


def _is_partnership(word: str) -> bool:
    """`Bristol-Myers`: two names joined, neither of them a given name nor its syllable."""
    parts = word.split("-")
    return (
        len(parts) > 1
        and all(part[:1].isupper() for part in parts)
        and not lexicon.GIVEN.intersection(parts)
    )


def _is_camel(word: str) -> bool:
    """Whether a capital stands inside the word as no name of a person has it: `SpaceX`."""
    inner = any(c.isupper() for c in word[1:]) and not word.isupper()
    return inner and "-" not in word and not _PERSON_PREFIX.match(word)


def _is_given(word: str) -> bool:
    """Whether the word is a given name, or two of them: `Jean-Marie`."""
    return word in lexicon.GIVEN or all(part in lexicon.GIVEN for part in word.split("-"))


def _single_shape(word: str, weights: Weights) -> None:
    if ACRONYM.match(word):
        weights["organization"] += 2.0
    elif any(c.isdigit() for c in word) or word[0].islower():
        weights["other"] += 3.0
    elif _is_camel(word):
        weights["organization"] += 1.5
    if word in lexicon.FAMILY or word in lexicon.GIVEN:
        weights["person"] += 0.8
    elif word.lower() in lexicon.COMMON:
        weights["place"] -= COMMON_WORD
    if is_syllables(word):
        weights["person"] += 1.5
    if _PERSON_ENDING.search(word) or word.startswith(_PERSON_START):
        weights["person"] += 0.8
    if _PLACE_ENDING.search(word):
        weights["place"] += 1.0
    if _ORG_ENDING.search(word):
        weights["organization"] += 1.2
