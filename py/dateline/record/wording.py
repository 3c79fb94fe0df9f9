"""The content words of a stretch of text, for telling whether two speak of one thing."""

from __future__ import annotations

import json
import pkgutil
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from math import log

from dateline.model import Annotations, Sentence, Source
from dateline.record.threads import source
from dateline.text import plain

_DATA = json.loads(pkgutil.get_data(__name__, "outcomes.json") or b"{}")
_WORD = re.compile(r"[^\W\d_][\w'-]*|\d[\d,.]*\d|\d")
_STOP = frozenset(_DATA["stop"])
# Stripped in this order, once; what is left must still be a word.
_ENDINGS = ("ations", "ation", "ings", "ing", "ions", "ion", "ments", "ment", "ed", "es", "s", "e")
_LEAST_STEM = 4
# A word in more sentences than this tells nothing and is not looked up.
MOST_SENTENCES = 60


def listed(name: str) -> frozenset[str]:
    """A word list of `outcomes.json`."""
    return frozenset(_DATA[name])


def low_words(text: str) -> list[str]:
    """The words and numbers of a text, in lower case."""
    return _WORD.findall(plain(text).lower())


@lru_cache(maxsize=1 << 16)
def stem(word: str) -> str:
    """A word without its commonest endings: enough to join "resign", "resigned", "resigning"."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _LEAST_STEM:
            return word[: -len(ending)]
    return word


def content_stems(text: str) -> frozenset[str]:
    """The stems of a text's content words."""
    return frozenset(stem(word) for word in low_words(text) if word not in _STOP and len(word) > 1)


@dataclass(frozen=True, slots=True)
class Place:
    """A sentence of the story, with its stems."""

    document: int
    """Index of the article."""
    sentence: Sentence
    source: Source
    text: str
    stems: frozenset[str]


@dataclass(slots=True)
class SentenceIndex:
    """Every sentence of the story's prose by the stems it holds."""

    places: list[Place] = field(default_factory=list)
    _postings: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))

    @classmethod
    def of(cls, annotations: Sequence[Annotations]) -> SentenceIndex:
        """Index all body sentences."""
        index = cls()
        for number, one in enumerate(annotations):
            for sentence in one.article.sentences:
                if sentence.role == "body":
                    index._add(number, one, sentence)
        return index

    def _add(self, number: int, one: Annotations, sentence: Sentence) -> None:
        text = sentence.span.of(one.article.text)
        stems = content_stems(text)
        at = len(self.places)
        self.places.append(Place(number, sentence, source(one, sentence), text, stems))
        for each in stems:
            self._postings[each].append(at)

    def weight(self, each: str) -> float:
        """How telling a stem is: the logarithm of how few sentences hold it."""
        return log(1 + len(self.places) / (1 + len(self._postings.get(each, ()))))

    def similar(self, stems: Iterable[str]) -> list[tuple[float, Place]]:
        """Sentences that share telling stems, with the share of the stems' weight they hold.

        Best first; equal ones in the story's order.
        """
        wanted = sorted(set(stems))
        weights = {each: self.weight(each) for each in wanted}
        total = sum(weights.values())
        found: Counter[int] = Counter()
        for each in wanted:
            held = self._postings.get(each, ())
            if len(held) <= MOST_SENTENCES:
                found.update(held)
        scored = [
            (sum(weights[s] for s in wanted if s in self.places[at].stems) / total, at)
            for at in found
        ]
        scored.sort(key=lambda pair: (-pair[0], pair[1]))
        return [(score, self.places[at]) for score, at in scored]
