"""What a rule is, what it answers, and what it may look at while it resolves.

A rule is data: a name, the words it may begin with, a pattern of named parts, a resolver, and
examples that are its tests. The scanner (`scan.py`) tries a rule only where one of its words
stands, takes the longest match, and hands the match with its context to the resolver.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from copy import copy
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

from dateline.annotation.times.parts import expand
from dateline.annotation.times.signs import SignReader, Signs
from dateline.model import TimexType

REACH = 400
"""Code points back to which "that day" or "a year earlier" looks for the date it counts from:
about three sentences of news."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What an expression means, as far as it is known."""

    type: TimexType
    value: str
    """TIMEX3 value."""
    edtf: str | None = None
    group: str = ""
    """Named group of the match that is the expression; empty for the whole match."""
    timeless: str | None = None
    """Value to give when the reference day is not known."""
    closed: bool = False
    """Whether a preposition before it ("until", "since") is already told in its EDTF."""

    def over(self, group: str) -> Reading:
        """The same, for the words of one group of the match only."""
        return replace(self, group=group)


Answer = Reading | tuple[Reading, ...] | None
"""`None`: not this rule's, try the next. `()`: a date only by its looks; leave the words alone."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """An expression resolved earlier in the text, from which later ones may count."""

    end: int
    day: date
    """Its first day."""
    edtf: str
    value: str


class Context:
    """What a resolver may look at. `counted_from` afterwards tells what it did look at."""

    def __init__(
        self,
        text: str,
        reader: SignReader,
        sentence: tuple[int, int],
        extent: tuple[int, int],
        day: date,
        trail: list[Anchor],
    ) -> None:
        self.text = text
        self._reader = reader
        self.sentence = sentence
        self.start, self.end = extent
        self.counted_from: str | None = None
        self.used_day = False
        self._day = day
        self._trail = trail

    @property
    def day(self) -> date:
        """The reference day: that of the report's publication."""
        self.used_day = True
        return self._day

    @property
    def last(self) -> Anchor | None:
        """The nearest date told before this one, if it is near enough to count from."""
        if not self._trail or self.start - self._trail[-1].end > REACH:
            return None
        self.counted_from = self._trail[-1].edtf
        return self._trail[-1]

    @property
    def base(self) -> date:
        """The day that "that", "following" and "earlier" count from."""
        found = self.last
        return found.day if found else self.day

    @cached_property
    def signs(self) -> Signs:
        """Tense and mood of the clause the expression stands in."""
        return self._reader.read(self.sentence, self.start, self.end)

    def on(self, day: date, trail: list[Anchor]) -> Context:
        """The same place, for another reference day. What was read off the text is kept."""
        other = copy(self)
        other._day, other._trail = day, trail
        other.counted_from, other.used_day = None, False
        return other

    def capital(self, offset: int) -> bool:
        """Whether a capital letter stands there: a match may have been made in small letters."""
        return self.text[offset : offset + 1].isupper()

    def before(self, length: int = 40) -> str:
        """The words of the sentence just before the expression."""
        return self.text[max(self.sentence[0], self.start - length) : self.start]

    def after(self, length: int = 40) -> str:
        """The words of the sentence just after the expression."""
        return self.text[self.end : min(self.sentence[1], self.end + length)]


Resolver = Callable[[re.Match[str], Context], Answer]


@dataclass(frozen=True, slots=True)
class Example:
    """One line that shows a rule at work, and proves it.

    `text` marks the expression with brackets; without brackets the rule must find nothing there.
    """

    text: str
    value: str = ""
    edtf: str | None = None
    published: str | None = "2023-11-16"
    """The day the examples live on: a Thursday."""


_SYNTAX = re.compile(r"\(\?P<\w+>|\(\?P=\w+\)|\\[A-Z]|\[A-Za-z0-9\]")
# Capitals that are no letter of the text: names of groups, classes of characters, the edge.


@dataclass(frozen=True, slots=True)
class Rule:
    """A kind of time expression."""

    name: str
    starts: str
    """Words it may begin with, or names of word classes in capitals (`scan.py` lists them)."""
    pattern: str
    resolve: Resolver
    examples: tuple[Example, ...]
    glued: bool = False
    """Whether letters may touch it, as in "2024Featured": only for unmistakable dates."""
    regex: re.Pattern[str] = field(init=False, repr=False, compare=False)
    cased: bool = field(init=False, repr=False, compare=False)
    """Whether the pattern tells capitals apart. All others are tried on the text in small letters,
    which takes little more than half the time of a match that ignores case."""

    def __post_init__(self) -> None:
        edge = "(?![0-9])" if self.glued else "(?![A-Za-z0-9])"
        pattern = expand(self.pattern) + edge
        cased = any(letter.isupper() for letter in _SYNTAX.sub("", pattern))
        object.__setattr__(self, "cased", cased)
        object.__setattr__(self, "regex", re.compile(pattern, re.IGNORECASE if cased else 0))
