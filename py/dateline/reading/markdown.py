"""Markdown without its marks: the words, each knowing where it stood."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dateline.model import Span
from dateline.reading.page import Hint
from dateline.reading.slices import Slices

_LINE = re.compile(r"([^\r\n]*)(\r\n|\n|\r|$)")
_FENCE = re.compile(r"(?:---|\+\+\+)[ \t]*$")
# A rule may open a file too; front matter goes on with a key.
_OPENED = re.compile(r"(?:---|\+\+\+)[ \t]*(?:\r\n|\n|\r)[A-Za-z_-]{1,30} ?[:=]")
_FRONT_END = re.compile(r"(?:---|\.\.\.|\+\+\+)[ \t]*$")
_HEADING = re.compile(r"[ ]{0,3}(#{1,6})[ \t]+")
_HEADING_TAIL = re.compile(r"[ \t]{1,8}#{1,10}[ \t]{0,8}$")
_UNDERLINE = re.compile(r"[ ]{0,3}(?:=+|-+)[ \t]*$")
_RULE = re.compile(r"[ ]{0,3}(?:(?:\*[ \t]?){3,80}|(?:-[ \t]?){3,80}|(?:_[ \t]?){3,80})$")
_CODE_FENCE = re.compile(r"[ ]{0,3}(?:```|~~~)")
_DEFINITION = re.compile(r"[ ]{0,3}\[[^\]\n]{1,200}\]:[ \t]+\S")
_QUOTE = re.compile(r"(?:[ ]{0,3}>[ \t]?){1,10}")
_LIST_MARK = re.compile(r"[ \t]{0,12}(?:[*+-]|\d{1,3}[.)])[ \t]+")
# One mark-up piece within a line. Link texts and addresses are bounded, so that a line of
# brackets costs no more than its length times the bound.
_INLINE = re.compile(
    r"""(?P<escape>\\(?P<escaped>[\\`*_{}\[\]()#+\-.!>~|]))
      | (?P<image>!\[[^\[\]\n]{0,300}\]\([^()\s]{0,500}(?:[ ]"[^"\n]{0,200}")?\))
      | (?P<link>\[(?P<words>[^\[\]\n]{1,300})\]
            (?:\([^()\s]{0,500}(?:\([^()\s]{0,100}\)[^()\s]{0,100})?(?:[ ]"[^"\n]{0,200}")?\)
              |\[[^\[\]\n]{0,100}\]))
      | (?P<tag></?[a-zA-Z][^<>\n]{0,300}>|<!--(?:(?!-->)[^\n]){0,300}-->)
      | (?P<strong>\*{1,3}(?=[^\s*])|(?<=[^\s*])\*{1,3})
      | (?P<low>(?<![\w_])_{1,3}(?=[^\s_])|(?<=[^\s_])_{1,3}(?![\w_]))
      | (?P<code>`{1,3})
      | (?P<strike>~~)
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Prose:
    """Markdown as read."""

    text: str
    origin: tuple[int, ...]
    hints: tuple[Hint, ...]


def split_front_matter(raw: str) -> tuple[str | None, int]:
    """The YAML between the `---` lines that open a file, and the offset where the words begin.

    `(None, 0)` when the file opens with no such line, or none closes it.
    """
    first = _LINE.match(raw)
    if not first or not _FENCE.match(first[1]):
        return None, 0
    at = first.end()
    while at < len(raw):
        line = _LINE.match(raw, at)
        if not line:
            break
        if _FRONT_END.match(line[1]):
            return raw[first.end() : at], line.end()
        at = line.end()
    return None, 0


def unclosed_front_matter(raw: str) -> tuple[str, ...]:
    """A warning where a file opens with front matter that no line closes."""
    if split_front_matter(raw)[0] is None and _OPENED.match(raw):
        return ("line 1: front matter opened by `---` is never closed; it is read as words",)
    return ()


def read_markdown(raw: str) -> Prose:
    """The words of a Markdown file, front matter and marks left out."""
    _, at = split_front_matter(raw)
    out = Slices(raw)
    hints: list[Hint] = []
    while at < len(raw):
        line = _LINE.match(raw, at)
        if not line:
            break
        start = len(out)
        kind = _line(raw, line, out)
        if kind and len(out) > start:
            hints.append(Hint(Span(start, len(out)), "headline" if kind == 1 else "section"))
        out.copy(line.end(1), line.end())
        at = line.end()
    text, origin = out.finish()
    return Prose(text, origin, tuple(hints))


def _line(raw: str, line: re.Match[str], out: Slices) -> int:
    """Append the words of one line; the level of the heading it is, 0 for none."""
    start, end = line.span(1)
    words = line[1]
    if any(mark.match(words) for mark in (_RULE, _CODE_FENCE, _DEFINITION, _UNDERLINE)):
        return 0
    level = 0
    heading = _HEADING.match(words)
    if heading:
        level = len(heading[1])
        tail = _HEADING_TAIL.search(words, heading.end())
        start, end = start + heading.end(), start + tail.start() if tail else end
    else:
        for mark in (_QUOTE, _LIST_MARK):
            found = mark.match(raw, start, end)
            start = found.end() if found else start
    _inline(raw, start, end, out)
    return level


def _inline(raw: str, start: int, end: int, out: Slices) -> None:
    at = start
    for mark in _INLINE.finditer(raw, start, end):
        out.copy(at, mark.start())
        if mark["link"]:
            _inline(raw, mark.start("words"), mark.end("words"), out)
        elif mark["escape"]:
            out.copy(mark.start("escaped"), mark.end("escaped"))
        at = mark.end()
    out.copy(at, end)
