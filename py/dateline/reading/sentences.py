"""Sentences of English news: where each begins and ends, line breaks within a paragraph crossed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from dateline.model import LineRole, Sentence, Span
from dateline.reading.words import as_plain, word_set

# Abbreviations that stand before a name or a number: a stop after them never ends a sentence.
_TITLES = word_set(
    "mr mrs ms mx dr prof rev hon fr st gen lt col maj capt cmdr cdr adm sgt cpl pvt brig gov sen "
    "rep reps sens pres amb sec supt insp det mt ft fig vol art vs al cf approx messrs mme mlle "
    "dept univ"
)
# These stand before a number only.
_BEFORE_NUMBER = word_set(
    "no nos pp p op ch sec para jan feb mar apr jun jul aug sep sept oct nov dec"
)
# A stop after these ends a sentence only if the next word is one that begins sentences.
_EITHER = word_set(
    "inc corp co ltd plc llc bros jr sr etc est dept assn bn mn u.s u.k u.n e.u d.c u.a.e "
    "ph.d m.d b.a m.a s.a a.d b.c n.y l.a i.e e.g calif fla mass pa va wash ave blvd rd"
)
_CLOCK = frozenset({"a.m", "p.m"})
# What may follow "10 a.m." in the same sentence though it begins with a capital.
_AFTER_CLOCK = word_set(
    "monday tuesday wednesday thursday friday saturday sunday gmt utc est edt et pst pdt pt cst "
    "cdt ct mst bst cet cest jst kst ist aest eastern pacific central local january february "
    "march april may june july august september october november december"
)
_STARTERS = word_set(
    "the a an in on at he she it they we i you his her its their our this that these those but and "
    "however after before when while as if although though for from with by both many most some "
    "all "
    "no not there here what who how why where earlier later last next since during meanwhile still "
    "yet or so then also despite among officials according under our my more new one two"
)
_END = re.compile(r"(?:\.{2,12}|…|[.!?]{1,12})[\"'’”)\]»]*(?=\s|$)|[.!?]\"?(?=[A-Z][a-z])")
_WORD_BEFORE = re.compile(r"([^\W_](?:[\w.&'-]{0,30}[^\W_])?)$")
# `"Who pays?" Ann Lee asked.`, but not `He cried "Help!" Ann Lee said she had heard it.`
_TOLD_BEHIND = re.compile(
    r"\s+(?:[A-Z][\w.&'-]{0,30}\s+){1,4}(?:ask(?:s|ed)|t(?:ells|old)|(?:sa(?:id|ys)|writes|wrote|"
    r"repli(?:ed|es)|add(?:ed|s)|answer(?:ed|s)|shout(?:ed|s)|exclaimed|cried|joked|tweeted|wondered)"
    r"(?!\s+(?:that|s?he|it|they|there|the|his|her|their)\b))\b"
)
_NEXT = re.compile(r"[\s\"'“‘(\[«`-]*([^\s\"'“‘(\[«`]{0,40})")
_CREDIT = re.compile(r"[(\[][^()\[\].!?]*[)\]]")
LONG_CREDIT = 80

REACH = 40
"""Characters before a stop in which the word it belongs to is looked for."""

GLUED_WORD = 3
_QUOTES = "\"'"
CLOSERS = "\"'’”)]»"


def split_sentences(text: str, span: Span) -> tuple[Span, ...]:
    """The sentences within `span` of `text`, white space between them left out."""
    flat = as_plain(text[span.start : span.end])
    found: list[Span] = []
    start = 0
    for end in _ends(flat):
        found.extend(_trimmed(flat, start, end, span.start))
        start = end
    found.extend(_trimmed(flat, start, len(flat), span.start))
    return _with_credits(text, found)


def _with_credits(text: str, found: Sequence[Span]) -> tuple[Span, ...]:
    """A credit in brackets after the stop, "(Kyodo)", belongs to the sentence before it."""
    joined: list[Span] = []
    for span in found:
        if joined and len(span) <= LONG_CREDIT and _CREDIT.fullmatch(span.of(text)):
            joined[-1] = Span(joined[-1].start, span.end)
        else:
            joined.append(span)
    return tuple(joined)


def number_sentences(
    text: str, paragraphs: Sequence[tuple[Span, LineRole]]
) -> tuple[Sentence, ...]:
    """The sentences of the article's own paragraphs, counted from 1 in order of the text."""
    spans = [(s, role) for span, role in paragraphs for s in split_sentences(text, span)]
    return tuple(Sentence(index, span, role) for index, (span, role) in enumerate(spans, 1))


def _ends(flat: str) -> Iterator[int]:
    start = 0
    for mark in _END.finditer(flat):
        following = _NEXT.match(flat, mark.end())
        word = following[1] if following else ""
        if mark.end() > start and (not word or _is_end(flat, mark, word)):
            start = _with_closer(flat, start, mark.end())
            yield start


def _is_end(flat: str, mark: re.Match[str], following: str) -> bool:
    """Whether the stop at `mark` ends its sentence, `following` being the next word."""
    if not flat[mark.end()].isspace():
        return _glued_ends(flat, mark)
    if mark[0][0] == "." and len(mark[0].rstrip(CLOSERS)) == 1:
        return _full_stop_ends(flat, mark, following)
    if mark[0][-1] in _QUOTES and _TOLD_BEHIND.match(flat, mark.end()):
        return False
    return not following[0].islower() and not following.startswith((",", ";"))


def _glued_ends(flat: str, mark: re.Match[str]) -> bool:
    """`talks.The`, the space lost in a copy, but not `Node.Js` or `e.g.The`."""
    word = _word_before(flat, mark.start())
    return len(word) >= GLUED_WORD and word.isalpha() and word.islower()


def _word_before(flat: str, at: int) -> str:
    before = _WORD_BEFORE.search(flat, max(0, at - REACH), at)
    return before[1] if before else ""


def _full_stop_ends(flat: str, mark: re.Match[str], following: str) -> bool:
    if following[0].islower() or following[0] in ",;:":
        return False
    word = _word_before(flat, mark.start())
    low = word.lower()
    closed = len(mark[0]) > 1
    if low in _TITLES and not closed:
        return False
    if low in _BEFORE_NUMBER and following[0].isdigit():
        return False
    if low in _CLOCK:
        return closed or following.lower().strip(",.;:()") not in _AFTER_CLOCK
    if _is_initial(word) or low in _EITHER or "." in word:
        return closed or following.lower().strip(",.;:") in _STARTERS
    return True


def _is_initial(word: str) -> bool:
    """A single capital, as in "J. Smith", but not the pronoun."""
    return len(word) == 1 and word.isupper() and word != "I"


def _with_closer(flat: str, start: int, end: int) -> int:
    """`end`, moved past a closing quote that a space parts from the stop: `over . ''`."""
    closer = flat[end : end + 3].rstrip()
    opened = flat.count('"', start, end) % 2 if closer == ' "' else closer == " ''"
    return end + len(closer) if opened else end


def _trimmed(flat: str, start: int, end: int, offset: int) -> Iterator[Span]:
    piece = flat[start:end]
    left, right = len(piece) - len(piece.lstrip()), len(piece.rstrip())
    if left < right:
        yield Span(offset + start + left, offset + start + right)
