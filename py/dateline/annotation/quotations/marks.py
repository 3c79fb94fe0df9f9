"""Finding what stands between quotation marks.

Curly, straight, angled and TeX-style (``...'') marks, British single marks, quotes that run over
several paragraphs, each reopened, and quotes that run over several lines without being reopened.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dateline.model import Span

_MARK = re.compile(r"``|''|[“”„«»\"‘’']")
_OPENING = frozenset({"“", "„", "«", "``"})
_CLOSING = frozenset({"”", "»", "''"})
_SINGLE = frozenset({"‘", "’", "'"})
# Words that begin with an apostrophe and open no quote.
_CLIPPED = re.compile(
    r"['’](?:em|til|tis|twas|cause|n|round|bout|ve|re|ll|s|d|m|t)\b|['’]\d", re.IGNORECASE
)
_SPACE_BEFORE = frozenset(' \t\u00a0\n([{-—–/“"')


@dataclass(frozen=True, slots=True)
class Quoted:
    """A stretch in quotation marks."""

    span: Span
    """With the marks."""
    inner: Span
    """Without them."""
    continues: bool = False
    """Whether it carries on the quote of the line before."""


@dataclass(slots=True)
class _Open:
    """A quote whose end has not been seen."""

    start: int
    inner: int
    mark: str
    continues: bool = False


def find_quoted(text: str) -> tuple[Quoted, ...]:
    """Everything in quotation marks, in order; nested quotes belong to the outer one."""
    found: list[Quoted] = []
    carried: str | None = None
    for line in _lines(text):
        if not _MARK.search(text, line.start, line.end):
            if carried and len(line):
                carried = None
            continue
        carried = _read_line(text, line, carried, found)
    return tuple(found)


def _lines(text: str) -> Iterator[Span]:
    start = 0
    for line in text.split("\n"):
        yield Span(start, start + len(line))
        start += len(line) + 1


def _read_line(text: str, line: Span, carried: str | None, found: list[Quoted]) -> str | None:
    """Add the quotes of one line to `found`; the mark of a quote left open at its end."""
    marks = list(_MARK.finditer(text, line.start, line.end))
    open_: _Open | None = None
    if carried and _closes(text, line, marks[0].start(), marks[0].group()):
        open_ = _Open(line.start, line.start, carried, continues=True)
    skip_to = line.start
    for mark in marks:
        at, sign = mark.start(), mark.group()
        if at < skip_to:
            continue
        if sign in _SINGLE:
            single = None if open_ else _single(text, line, at)
            if single:
                found.append(single)
                skip_to = single.span.end
        elif open_ and _closes(text, line, at, sign):
            inner = Span(open_.inner, at)
            found.append(Quoted(Span(open_.start, mark.end()), inner, open_.continues))
            open_ = None
        elif not open_ and _opens(text, line, at, sign):
            again = bool(carried) and not text[line.start : at].strip()
            open_ = _Open(at, mark.end(), sign, continues=again)
    return _leave_open(text, line, open_, found)


def _leave_open(text: str, line: Span, open_: _Open | None, found: list[Quoted]) -> str | None:
    """A quote that a line leaves open counts when the next line with words takes it up."""
    if open_ is None:
        return None
    rest = text[line.end : line.end + 400].lstrip()
    mark = _MARK.match(rest)
    first = _MARK.search(rest.split("\n", 1)[0])
    reopened = mark is not None and mark.group() not in _SINGLE
    carried_on = first is not None and (
        first.group() in _CLOSING or (first.group() == '"' and _ends_word(rest, first.start()))
    )
    if not (reopened or carried_on):
        return None
    end = line.start + len(text[line.start : line.end].rstrip())
    found.append(Quoted(Span(open_.start, end), Span(open_.inner, end), open_.continues))
    return open_.mark


def _ends_word(text: str, at: int) -> bool:
    return at > 0 and not text[at - 1].isspace()


def _opens(text: str, line: Span, at: int, sign: str) -> bool:
    if sign in _OPENING:
        return True
    if sign in _CLOSING:
        return False
    free = at == line.start or text[at - 1] in _SPACE_BEFORE
    return free and at + 1 < line.end


def _closes(text: str, line: Span, at: int, sign: str) -> bool:
    if sign in _CLOSING:
        return True
    if sign != '"':
        return False
    after = text[at + 1] if at + 1 < line.end else " "
    return at > line.start and (not text[at - 1].isspace() or not after.isalnum())


def _single(text: str, line: Span, at: int) -> Quoted | None:
    """A quote in single marks that opens at `at`, told from apostrophes by what stands around."""
    before = text[at - 1] if at > line.start else " "
    after = text[at + 1] if at + 1 < line.end else " "
    if before not in _SPACE_BEFORE or not after.isalnum() or _CLIPPED.match(text, at):
        return None
    end = None
    for end in _single_ends(text, line, at + 1):
        # After an s the mark may be a possessive; one that follows anything else may not.
        if text[end - 1] not in "sS":
            break
    if end is None:
        return None
    return Quoted(Span(at, end + 1), Span(at + 1, end))


def _single_ends(text: str, line: Span, start: int) -> Iterator[int]:
    # A quote in single marks longer than this is more likely two stray apostrophes.
    limit = min(line.end, start + 400)
    for mark in re.finditer("['’]", text[start:limit]):
        at = start + mark.start()
        after = text[at + 1] if at + 1 < line.end else " "
        if at > start and not text[at - 1].isspace() and not after.isalnum():
            yield at
