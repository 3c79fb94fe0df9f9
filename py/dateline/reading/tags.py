"""HTML cut into tags, text and what is left out, in time linear in the page.

`html.parser` of the standard library takes a minute for 60,000 hostile characters ("<a <a <a ..."),
and its reading of broken pages changes from one Python to the next; pages here are hostile, and
must read alike in CPython and Pyodide. The rules are those of the HTML standard's tokenizer, as far
as they decide what a reader sees.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

_TAG_NAME = re.compile(r"[a-zA-Z][^\s/>]*")
_ATTRIBUTE = re.compile(
    r"""[\s/]*+ (?P<name>[^\s/>=][^\s/>=]*+)
        (?: \s*+ = \s*+ (?: "(?P<double>[^"]*)" | '(?P<single>[^']*)' | (?P<bare>[^\s>]*) ) )?""",
    re.VERBOSE,
)
_TAG_END = re.compile(r"[\s/]*+>?")
RAW_TEXT = frozenset({"script", "style", "textarea", "iframe", "xmp", "noembed", "noframes"})
"""Elements whose content is not markup: it ends at their own end tag only."""
_RAW_END = {name: re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE) for name in RAW_TEXT}


@dataclass(frozen=True, slots=True)
class Token:
    """A piece `[start, end)` of the page."""

    kind: Literal["text", "open", "close", "raw"]
    """`raw` is the content of a script and its like."""
    start: int
    end: int
    name: str = ""
    """Tag name, lower case; for `raw`, that of the element it is in."""
    attributes: dict[str, str] = field(default_factory=dict)


def tokens(raw: str) -> Iterator[Token]:
    """The page from start to end; comments and declarations are left out."""
    at = text_from = 0
    while (at := raw.find("<", at)) >= 0:
        token, after = _token(raw, at)
        if after == at:
            at += 1
            continue
        if text_from < at:
            yield Token("text", text_from, at)
        if token:
            yield token
            if token.kind == "open" and token.name in RAW_TEXT:
                content = after
                after = _raw_end(raw, after, token.name)
                yield Token("raw", content, after, token.name)
        at = text_from = after
    if text_from < len(raw):
        yield Token("text", text_from, len(raw))


def _token(raw: str, at: int) -> tuple[Token | None, int]:
    """What begins with the `<` at `at`, and the offset after it (`at` where it is only text)."""
    if raw.startswith("<!--", at):
        return None, _after(raw, "-->", at + 4)
    if raw.startswith(("<!", "<?"), at):
        return None, _after(raw, ">", at + 2)
    if raw.startswith("</", at):
        name = _TAG_NAME.match(raw, at + 2)
        if not name:
            return None, at
        end = _after(raw, ">", name.end())
        return Token("close", at, end, name[0].lower()), end
    name = _TAG_NAME.match(raw, at + 1)
    if not name:
        return None, at
    attributes, end = _attributes(raw, name.end())
    return Token("open", at, end, name[0].lower(), attributes), end


def _attributes(raw: str, at: int) -> tuple[dict[str, str], int]:
    found: dict[str, str] = {}
    while match := _ATTRIBUTE.match(raw, at):
        value = match["double"] or match["single"] or match["bare"] or ""
        found.setdefault(match["name"].lower(), html.unescape(value))
        at = match.end()
    end = _TAG_END.match(raw, at)
    return found, end.end() if end else at


def _raw_end(raw: str, at: int, name: str) -> int:
    end = _RAW_END[name].search(raw, at)
    return end.start() if end else len(raw)


def _after(raw: str, mark: str, at: int) -> int:
    found = raw.find(mark, at)
    return len(raw) if found < 0 else found + len(mark)
