"""The content words of a stretch of text, for telling whether two speak of one thing."""

from __future__ import annotations

import json
import pkgutil
import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from math import log

from dateline.model import Annotations, Sentence, Source, Span
from dateline.record.irregular import BASES
from dateline.record.numbers import CARDINALS
from dateline.record.threads import source
from dateline.text import plain

_DATA = json.loads(pkgutil.get_data(__name__, "outcomes.json") or b"{}")
_WORD = re.compile(r"[^\W\d_][\w'-]*|\d[\d,.]*\d|\d")
_STOP = frozenset(_DATA["stop"])
# Stripped in this order, once; what is left must still be a word.
_ENDINGS = ("ations", "ation", "ings", "ing", "ions", "ion", "ments", "ment", "ed", "es", "s", "e")
_LEAST_STEM = 3
ROOT = 5
"""Letters that a verb and its noun have in common: "demol" of "demolished" and "demolitions"."""
_SMALL = 9
_VOWEL = re.compile("[aeiouy]")
# "Committed", "planning": but "called" and "pressed" have theirs in "call" and "press".
_DOUBLED = re.compile(r"([bdgkmnprt])\1$")
# "Fourteen" is the 14 of the next report; smaller numbers are words of many things.
_COUNTS = {word: str(value) for word, value in CARDINALS.items() if value > _SMALL}
_PAPERS = frozenset({"accord", "accords", "agreement", "agreements", "deal", "pact", "treaty"})
_PAPER = "agreement"
_TRUCES = frozenset({"truce", "ceasefire", "cease-fire", "armistice", "truces", "ceasefires"})
_TRUCE = "truce"
# Their nouns name no thing.
_IDIOMS = re.compile(r"\bin (?:line|keeping|front|charge|favou?r|terms|view|light) (?:with|of)\b")
# What a word counts that stands beside what is looked for.
_BESIDE = 0.5
# A word in more sentences than this tells nothing and is not looked up.
MOST_SENTENCES = 60
# Of verbs as vague as "take" and "spend" the past is no sign of one matter.
_TELLING_VERBS = frozenset({
    "pay", "repay", "send", "build", "rebuild", "sell", "buy", "withdraw", "write", "forbid", "ban",
    "fly", "sue",
})  # fmt: skip
_BASES = {past: verb for past, verb in BASES.items() if verb in _TELLING_VERBS}
_HEADING = 90
# One character for another: places in a sentence stay where they are.
_LINE_BREAKS = str.maketrans("\n\r\t", "   ")
_DASH = re.compile(r" (?:--?|—|–) ")
_DATELINE = 60
"""Code points between a dateline's place and its dash, at most."""


def listed(name: str) -> frozenset[str]:
    """A word list of `outcomes.json`."""
    return frozenset(_DATA[name])


def low_words(text: str) -> list[str]:
    """The words and numbers of a text, in lower case."""
    return _WORD.findall(plain(text).lower())


def stem(word: str) -> str:
    """A word without its commonest endings: enough to join "resign", "resigned", "resigning"."""
    for ending in _ENDINGS:
        left = word[: -len(ending)]
        if word.endswith(ending) and len(left) >= _LEAST_STEM and _VOWEL.search(left):
            return left[:-1] if _DOUBLED.search(left) and ending in ("ed", "ing") else left
    return word


@lru_cache(maxsize=1 << 12)
def content_stems(text: str) -> frozenset[str]:
    """The stems of a text's content words."""
    words = low_words(_IDIOMS.sub(" ", text))
    return frozenset(filter(None, map(_content_stem, words)))


@lru_cache(maxsize=1 << 16)
def _content_stem(word: str) -> str:
    """The stem of a content word; `""` for a word that tells nothing.

    Words for a paper that is signed are one: a deal may be a treaty to the next reporter, and a
    truce a cease-fire.
    """
    if word in _PAPERS:
        return _PAPER
    if word in _TRUCES:
        return _TRUCE
    word = word.removesuffix("'s").removesuffix("'")
    if word in _COUNTS:
        return _COUNTS[word]
    word = _BASES.get(word, word)
    return stem(word) if word not in _STOP and len(word) > 1 else ""


def about(one: Annotations, span: Span) -> str:
    """A stretch of a report as the heading of what it is about: one line, cut at a word.

    The dateline that a report's first sentence begins with is left out.
    """
    told = Span(_past_dateline(one, span), span.end)
    text = " ".join(told.of(one.article.text).split())
    if len(text) <= _HEADING:
        return text
    return text[:_HEADING].rsplit(" ", 1)[0] + " …"


def _past_dateline(one: Annotations, span: Span) -> int:
    place = one.article.place
    if place is None or place.start != span.start:
        return span.start
    dash = _DASH.search(one.article.text, place.end, min(span.end, place.end + _DATELINE))
    return dash.end() if dash else span.start


def telling(one: Annotations, span: Span) -> frozenset[str]:
    """The stems of a stretch's content words, `@id` for each linked name, dates left out.

    A name counts once and under whatever form it stands: "G-7" is "the Group of Seven".
    """
    text = one.article.text
    cuts: list[Span] = []
    ids: set[str] = set()
    first = bisect_left(one.mentions, span.start, key=lambda m: m.span.start)
    last = bisect_left(one.mentions, span.end, key=lambda m: m.span.start)
    for mention in one.mentions[first:last]:
        if mention.entity is not None:
            ids.add(f"@{mention.entity}")
            if mention.kind != "nominal":
                cuts.append(mention.span)
    first = bisect_left(one.timexes, span.start, key=lambda t: t.span.start)
    last = bisect_left(one.timexes, span.end, key=lambda t: t.span.start)
    cuts.extend(timex.span for timex in one.timexes[first:last])
    return content_stems(_without(text, span, cuts)) | ids


def _without(text: str, span: Span, cuts: list[Span]) -> str:
    parts, at = [], span.start
    for cut in sorted(cuts):
        parts.append(text[at : max(at, cut.start)])
        at = max(at, cut.end)
    parts.append(text[at : max(at, span.end)])
    return " ".join(parts)


@dataclass(frozen=True, slots=True)
class Place:
    """A sentence of the story, with its stems."""

    document: int
    """Index of the article."""
    sentence: Sentence
    source: Source
    text: str
    stems: frozenset[str]
    """Stems of its content words, and `@id` for each entity it mentions."""


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
        text = sentence.span.of(one.article.text).translate(_LINE_BREAKS)
        stems = telling(one, sentence.span)
        at = len(self.places)
        self.places.append(Place(number, sentence, source(one, sentence), text, stems))
        for each in stems:
            self._postings[each].append(at)

    def weight(self, each: str) -> float:
        """How telling a stem is: the logarithm of how few sentences hold it."""
        return log(1 + len(self.places) / (1 + len(self._postings.get(each, ()))))

    def share(self, each: str) -> float:
        """How telling a stem is beside one that stands in a single sentence: 1 for that."""
        return self.weight(each) / log(1 + len(self.places) / 2)

    def rare(self, each: str, most: int) -> bool:
        """Whether a stem or entity stands in few sentences of the story."""
        return 0 < len(self._postings.get(each, ())) <= most

    def similar(
        self, stems: Iterable[str], beside: Iterable[str] = ()
    ) -> list[tuple[float, Place]]:
        """Sentences that share telling stems, with the share of the stems' weight they hold.

        Those of `beside` add to a sentence's share, and are not missed where it lacks them. Best
        first; equal ones in the story's order.
        """
        weights = {each: _BESIDE * self.weight(each) for each in sorted(set(beside))}
        wanted = {each: self.weight(each) for each in sorted(set(stems))}
        weights |= wanted
        whole = sum(wanted.values())
        found: Counter[int] = Counter()
        for each in weights:
            held = self._postings.get(each, ())
            if len(held) <= MOST_SENTENCES:
                found.update(held)
        scored = [(self._shared(at, weights) / whole, at) for at in found]
        scored.sort(key=lambda pair: (-pair[0], pair[1]))
        return [(min(1.0, score), self.places[at]) for score, at in scored]

    def _shared(self, at: int, weights: dict[str, float]) -> float:
        held = self.places[at].stems
        return sum(weight for each, weight in weights.items() if each in held)
