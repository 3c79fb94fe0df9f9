"""Lines of a text, and the paragraphs they make: a paragraph may be broken at a fixed width."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from dateline.model import Span
from dateline.reading.page import Hint, HintKind
from dateline.reading.words import word_set
from dateline.text import plain

_LINE = re.compile("[^\n\r\u2028\u2029\x0b\x0c\x85]+")
_LINE_END = re.compile("\r\n|[\n\r\u2028\u2029\x0b\x0c\x85]")
_WORD = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")
_STOP = re.compile(r"[.!?…。！？][\"')\]”’]*(?:\s*\([^()]{1,40}\))?$")
_FUNCTION_WORDS = word_set(
    "the of and to in a an is that it for was on with as at by from be are this have has had not "
    "but or which were been their they his he her she who will would its about said after more "
    "than when also into can could over all if out there so up what some no other we you i our my "
    "your how because between under while during where these those through before since against "
    "had then them him do does did may might must should such only just even still both each"
)
NARROW, WIDE = 40, 100
"""Text broken by hand or by mail programs is 60 to 80 characters wide; with some slack."""

WRAP_SLACK = 6
WRAPPED_SHARE = 0.8
MIN_WRAPPED = 3
TAIL = 200
"""Characters at a paragraph's end that tell how it ends."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A paragraph: one line, or several that a fixed width has broken."""

    lines: tuple[Span, ...]
    span: Span
    """From the first to the last visible character."""
    text: str
    """Its words with plain quotes, spaces and hyphens; same length as the span."""
    words: int
    function_share: float
    """Share of words such as "the" and "of": a quarter and more in prose, few in lists."""
    ends: bool
    """Whether it ends as a sentence does."""
    after_gap: bool
    """Whether a blank line stands before it."""
    hint: HintKind | None = None


def units(text: str, hints: Sequence[Hint] = ()) -> tuple[Unit, ...]:
    """The paragraphs of a text, in order; blank lines belong to none."""
    lines = [Span(m.start(), m.end()) for m in _LINE.finditer(text) if m[0].strip()]
    wrapped = _wrap_width(text, lines)
    groups: list[list[Span]] = []
    for line in lines:
        if groups and wrapped and _continues(text, groups[-1][-1], line, wrapped):
            groups[-1].append(line)
        else:
            groups.append([line])
    made = [_unit(text, group) for group in groups]
    return _with_hints(made, hints) if hints else tuple(made)


def ends_sentence(text: str) -> bool:
    """Whether a paragraph ends with a stop, closing quotes and brackets after it included."""
    return bool(_STOP.search(text[-TAIL:].rstrip()))


def content_words(text: str) -> frozenset[str]:
    """The words that carry meaning, lower case."""
    found = _WORD.findall(plain(text).lower().replace("'s ", " "))
    return frozenset(w for w in found if len(w) > 2 and w not in _FUNCTION_WORDS)


def _gap(text: str, before: Span, after: Span) -> bool:
    return len(_LINE_END.findall(text, before.end, after.start)) > 1


def _wrap_width(text: str, lines: Sequence[Span]) -> int:
    """The width at which the whole text is broken, 0 where it is not."""
    width = max((len(line) for line in lines), default=0)
    if not NARROW <= width <= WIDE:
        return 0
    pairs = [(a, b) for a, b in pairwise(lines) if not _gap(text, a, b)]
    open_ended = [pair for pair in pairs if not ends_sentence(pair[0].of(text))]
    full = [pair for pair in open_ended if _is_full(text, *pair, width)]
    enough = len(full) >= MIN_WRAPPED and len(full) >= WRAPPED_SHARE * len(open_ended)
    return width if enough and 2 * len(full) >= len(pairs) else 0


def _is_full(text: str, line: Span, following: Span, width: int) -> bool:
    """Whether the next line's first word would not have fitted on this line."""
    first = following.of(text).split(None, 1)[0]
    return len(line.of(text).rstrip()) + 1 + len(first) > width - WRAP_SLACK


def _continues(text: str, line: Span, following: Span, width: int) -> bool:
    return not _gap(text, line, following) and _is_full(text, line, following, width)


def _unit(text: str, lines: Sequence[Span]) -> Unit:
    first, last = lines[0], lines[-1]
    start = first.start + len(first.of(text)) - len(first.of(text).lstrip())
    end = last.start + len(last.of(text).rstrip())
    words = plain(text[start:end])
    found = _WORD.findall(words.lower())
    common = sum(map(_FUNCTION_WORDS.__contains__, found))
    before = text[max(0, first.start - 4) : first.start]
    return Unit(
        lines=tuple(lines),
        span=Span(start, end),
        text=words,
        words=len(found),
        function_share=common / len(found) if found else 0.0,
        ends=ends_sentence(words),
        after_gap=not first.start or len(_LINE_END.findall(before)) > 1,
    )


def _with_hints(made: Iterable[Unit], hints: Sequence[Hint]) -> tuple[Unit, ...]:
    """Each unit with the innermost hint that covers its middle; furniture outranks the others."""
    result: list[Unit] = []
    active: list[Hint] = []
    waiting = list(reversed(hints))
    for unit in made:
        middle = (unit.span.start + unit.span.end) // 2
        while waiting and waiting[-1].span.start <= middle:
            active.append(waiting.pop())
        active = [hint for hint in active if hint.span.end > middle]
        result.append(_hinted(unit, active))
    return tuple(result)


def _hinted(unit: Unit, active: Sequence[Hint]) -> Unit:
    if not active:
        return unit
    kinds = [hint.kind for hint in active]
    kind = "furniture" if "furniture" in kinds else kinds[-1]
    return Unit(
        unit.lines,
        unit.span,
        unit.text,
        unit.words,
        unit.function_share,
        unit.ends,
        unit.after_gap,
        kind,
    )
