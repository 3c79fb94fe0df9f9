"""Where in a text a rule may match: words first, patterns only where one of their words stands.

The text is cut into words once; each word is looked up among the words that rules begin with, and
only the rules so found are tried, anchored at that word. Patterns are bounded, so the whole scan
is linear in the length of the text.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from dateline.annotation.times.rule import Rule
from dateline.annotation.times.words import (
    MONTH_NUMBERS,
    ORDINALS,
    PARTS_OF_DAY,
    SEASONS,
    SMALL_NUMBERS,
    TENS,
    UNITS,
    WEEKDAY_NUMBERS,
    WEEKDAYS,
    listed,
)

_UNIT_WORDS = frozenset({*UNITS, *(f"{unit}s" for unit in UNITS), "centuries"})
CLASSES: dict[str, frozenset[str]] = {
    "MONTH": frozenset(MONTH_NUMBERS),
    "WEEKDAY": frozenset(WEEKDAY_NUMBERS),
    "NUMBER": frozenset({*SMALL_NUMBERS, *TENS, "a", "an", "half"}),
    "SEVERAL": frozenset(
        listed("few several many couple dozens hundreds thousands millions tens countless numerous")
    ),
    "ABOUT": frozenset(
        listed(
            "about around nearly almost roughly approximately some more less fewer at up as just"
            " well close an no over"
        )
    ),
    "ORDINAL": frozenset(word.partition("-")[0] for word in ORDINALS),
    "REL": frozenset(
        listed("this last past previous prior preceding current next coming upcoming following")
    ),
    "STAGE": frozenset({"early", "mid", "late"}),
    "EDGE": frozenset(listed("beginning start outset middle end close")),
    "UNIT": _UNIT_WORDS,
    "SEASON": frozenset(SEASONS),
    "PART_OF_DAY": frozenset(PARTS_OF_DAY),
    "DIGITS": frozenset({"<2>", "<4>", "<n>"}),
    "CLOCK": frozenset({*SMALL_NUMBERS, "<2>", "<4>", "noon", "midnight"}),
    "DIGITS2": frozenset({"<2>"}),
    "DIGITS4": frozenset({"<4>"}),
}
"""Words a rule may begin with, by the name rules know them by. `<2>` stands for one or two
digits, `<4>` for four, `<n>` for any other number of them."""

_HEADS = frozenset().union(
    *(CLASSES[name] for name in ("MONTH", "WEEKDAY", "UNIT", "SEASON", "PART_OF_DAY")),
    (f"{day}s" for day in WEEKDAYS),
    (f"{part}s" for part in PARTS_OF_DAY),
    ("<2>", "<4>", "anniversary"),
    listed("past future present today yesterday tomorrow tonight noon midnight then now moment"),
    listed(
        "point time period annum ago clock fiscal weekdays millennium recently lately anniversary"
    ),
    listed("twenties thirties forties fifties sixties seventies eighties nineties"),
    listed("christmas thanksgiving easter halloween new martin groundhog valentine presidents ash"),
    listed("international st april palm maundy good holy earth anzac ascension pentecost memorial"),
    listed("juneteenth bastille labor columbus election armistice veterans black cyber boxing"),
)
_OPENERS = (
    frozenset().union(
        *(CLASSES[name] for name in ("NUMBER", "SEVERAL", "ABOUT", "ORDINAL", "REL", "STAGE")),
        CLASSES["EDGE"],
        listed("the a an all these that this in on of by from between at since until till back"),
        listed("before to time within most more right long rest remainder much three turn entire"),
        listed("whole full every each once twice thrice per final earlier later"),
    )
    - _HEADS
)
"""Words that begin many expressions and many more that are none: rules are tried at one of them
only when a word that can carry a time (`_HEADS`) follows within `_HEAD_REACH` words."""
_HEAD_REACH = 8
"""Words. The longest run before a head: "the very beginning of the current financial year"."""

_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|[0-9]+")
_DIGIT_KEYS = {1: "<2>", 2: "<2>", 4: "<4>"}
_SENTENCE_END = re.compile(
    r"(?<=[a-z0-9%)\"'\]]{2})[.!?][\"')\]]{0,3} {1,3}(?=[\"'(\[]?[A-Z0-9])|\n"
)
_FALSE_ENDS = re.compile(
    r"\b(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Mon|Tues?|Wed|Thurs?|Thu|Fri|Sat|Sun"
    r"|Mr|Mrs|Ms|Dr|Gen|Col|Sen|Rep|Gov|Lt|Sgt|Capt|No|St|vs|Inc|Corp|Co|Ltd|Jr|Sr)$"
)


@dataclass(frozen=True, slots=True)
class Match:
    """A rule's pattern found in the text."""

    rule: Rule
    found: re.Match[str]


class Index:
    """Rules by the words they may begin with."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        by_word: dict[str, list[Rule]] = {}
        for rule in rules:
            for word in _first_words(rule.starts):
                by_word.setdefault(word, []).append(rule)
        self._by_word = {word: tuple(rules) for word, rules in by_word.items()}
        # What a story's own rules begin with may follow "the", whatever it is.
        self._heads = _HEADS | (by_word.keys() - _OPENERS)

    def places(self, text: str, start: int, end: int) -> Iterator[tuple[int, tuple[Rule, ...]]]:
        """Each offset in `text[start:end]` where rules may match, with the rules to be tried."""
        words = [(_key(word.group()), word.start()) for word in _WORD.finditer(text, start, end)]
        heads = [place for place, (key, _) in enumerate(words) if key in self._heads]
        heads.append(len(words) + _HEAD_REACH)
        following = 0
        for place, (key, begin) in enumerate(words):
            rules = self._by_word.get(key)
            if rules is None:
                continue
            while heads[following] <= place:
                following += 1
            if key in _OPENERS and heads[following] - place > _HEAD_REACH:
                continue
            yield begin, rules


def first_key(name: str) -> str | None:
    """What a rule must name among its `starts` to be tried where `name` begins, if anything."""
    word = _WORD.match(name)
    return _key(word.group()) if word else None


def _key(word: str) -> str:
    return _DIGIT_KEYS.get(len(word), "<n>") if "0" <= word[0] <= "9" else word.lower()


def matches_at(
    rules: Sequence[Rule], text: str, small: str, begin: int, end: int
) -> Sequence[Match]:
    """What of `text[begin:end]` each rule matches, the longest first.

    `small` is the whole text in small letters, made once for all its segments.
    """
    glued = begin > 0 and text[begin - 1].isalnum()
    matches = []
    for rule in rules:
        if glued and not rule.glued:
            continue
        found = rule.regex.match(text if rule.cased else small, begin, end)
        if found is not None:
            matches.append(Match(rule, found))
    if len(matches) > 1:
        matches.sort(key=lambda match: -match.found.end())
    return matches


def _first_words(starts: str) -> Iterator[str]:
    for word in dict.fromkeys(starts.split()):
        yield from sorted(CLASSES[word]) if word.isupper() else (word,)


class Sentences:
    """Where the sentences of a text end: at a line's end, or at a full stop before a capital."""

    def __init__(self, text: str) -> None:
        self._ends = [
            found.end()
            for found in _SENTENCE_END.finditer(text)
            if not _FALSE_ENDS.search(text, max(0, found.start() - 6), found.start())
        ]
        self._length = len(text)

    def around(self, offset: int) -> tuple[int, int]:
        """The sentence that holds an offset."""
        place = bisect_right(self._ends, offset)
        start = self._ends[place - 1] if place else 0
        return start, self._ends[place] if place < len(self._ends) else self._length
