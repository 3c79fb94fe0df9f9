"""An HTML page as a reader sees it: its text, with hints from the markup on what each part is."""

from __future__ import annotations

import html
import re
from collections import Counter
from dataclasses import dataclass
from typing import Literal

from dateline.model import Span
from dateline.reading.slices import Slices
from dateline.reading.tags import Token, tokens
from dateline.reading.words import word_set

HintKind = Literal["furniture", "headline", "section", "caption", "byline", "prose"]

UNSEEN = frozenset({"script", "style", "template", "noscript", "svg", "head", "iframe", "object"})
FURNITURE = frozenset({"nav", "aside", "footer", "form", "button", "select", "menu", "dialog"})
PARAGRAPHS = word_set(
    "address article aside blockquote body dd div dl dt fieldset figcaption figure footer form "
    "h1 h2 h3 h4 h5 h6 header hr main nav ol p pre section table title ul"
)
LINES = word_set("br button caption label legend li option summary td th tr")
VOID = word_set("area base br col embed hr img input link meta param source track wbr")
_TAG_HINTS: dict[str, HintKind] = {
    "h1": "headline",
    "h2": "section",
    "h3": "section",
    "h4": "section",
    "figcaption": "caption",
    "p": "prose",
}
# Words that sites put into class and id names; whole words only, for "share" is in "shareholder".
_FURNITURE_NAME = re.compile(
    r"(?<![a-z])(?:ads?|advert\w{0,12}|breadcrumbs?|comments?|cookies?|newsletter|paywall|popup"
    r"|promo|recirc\w{0,10}|recommend\w{0,8}|related|share|sharing|sidebar|social|sponsor\w{0,6}"
    r"|subscribe|tags|toolbar|trending)(?![a-z])"
)
_BYLINE_NAME = re.compile(r"(?<![a-z])(?:by-?line|author)(?![a-z])")
_CAPTION_NAME = re.compile(r"(?<![a-z])(?:wp-caption(?:-text)?|caption)(?![a-z])")
_BLANKS = " \t\n\r\f"
_PIECE = re.compile(
    r"[ \t\n\r\f]++"
    r"|&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});?"
    r"|[^ \t\n\r\f&]++|&"
)


@dataclass(frozen=True, slots=True)
class Hint:
    """What the markup says of a stretch of the text."""

    span: Span
    kind: HintKind


@dataclass(frozen=True, slots=True)
class TimeTag:
    """A `<time datetime>`: where its words are, and the machine-readable date."""

    span: Span
    datetime: str


@dataclass(frozen=True, slots=True)
class Page:
    """A page as read."""

    text: str
    origin: tuple[int, ...]
    title: str
    """Words of `<title>`."""
    hints: tuple[Hint, ...]
    times: tuple[TimeTag, ...]
    metas: tuple[tuple[str, str], ...]
    """Name (or property, or itemprop), lower case, and content of each `<meta>`, in order."""
    links: tuple[tuple[str, str], ...]
    """`rel` and `href` of each `<link>`."""
    json_ld: tuple[str, ...]
    """Sources of the JSON-LD blocks."""


def read_page(raw: str) -> Page:
    """The page as a reader sees it. Never fails: markup is what it can be taken for."""
    reader = _Reader(raw)
    for token in tokens(raw):
        reader.take(token)
    return reader.finish()


@dataclass(slots=True)
class _Open:
    name: str
    start: int
    kind: HintKind | None
    unseen: bool
    datetime: str = ""


class _Reader:
    """State of one reading: the open elements and the text so far."""

    def __init__(self, raw: str) -> None:
        self.raw = raw
        self.out = Slices(raw)
        self.stack: list[_Open] = []
        self.open_names: Counter[str] = Counter()
        self.unseen = 0
        self.blank = True
        self.wanted_break = ""
        self.title: list[str] = []
        self.hints: list[Hint] = []
        self.times: list[TimeTag] = []
        self.metas: list[tuple[str, str]] = []
        self.links: list[tuple[str, str]] = []
        self.json_ld: list[str] = []
        self.ld_open = False

    def take(self, token: Token) -> None:
        if token.kind == "text":
            self._text(token)
        elif token.kind == "raw":
            if self.ld_open:
                self.json_ld.append(self.raw[token.start : token.end])
        elif token.kind == "open":
            self._open(token)
        else:
            self._close(token.name)

    def finish(self) -> Page:
        while self.stack:
            self._pop()
        text, origin = self.out.finish()
        return Page(
            text=text,
            origin=origin,
            title=" ".join("".join(self.title).split()),
            hints=tuple(sorted(self.hints, key=lambda hint: hint.span)),
            times=tuple(self.times),
            metas=tuple(self.metas),
            links=tuple(self.links),
            json_ld=tuple(self.json_ld),
        )

    def _open(self, token: Token) -> None:
        name, attributes = token.name, token.attributes
        self._note_facts(name, attributes)
        self._want_break(name)
        if name in PARAGRAPHS and self.stack and self.stack[-1].name == "p":
            self._pop()
        if name in VOID:
            return
        opened = _Open(
            name,
            len(self.out),
            _hint_of(name, attributes),
            _is_unseen(name, attributes),
            attributes.get("datetime", "") if name == "time" else "",
        )
        self.stack.append(opened)
        self.open_names[name] += 1
        self.unseen += opened.unseen

    def _close(self, name: str) -> None:
        self._want_break(name)
        if not self.open_names[name]:
            return
        while self.stack:
            if self._pop() == name:
                return

    def _pop(self) -> str:
        closed = self.stack.pop()
        self.open_names[closed.name] -= 1
        self.unseen -= closed.unseen
        span = Span(closed.start, len(self.out))
        if span and closed.kind:
            self.hints.append(Hint(span, closed.kind))
        if span and closed.datetime:
            self.times.append(TimeTag(span, closed.datetime))
        return closed.name

    def _note_facts(self, name: str, attributes: dict[str, str]) -> None:
        if name == "meta":
            keys = ("property", "name", "itemprop")
            key = next((attributes[k] for k in keys if attributes.get(k)), "")
            self.metas.append((key.lower(), attributes.get("content", "")))
        elif name == "link":
            self.links.append((attributes.get("rel", "").lower(), attributes.get("href", "")))
        elif name == "script":
            self.ld_open = "ld+json" in attributes.get("type", "").lower()

    def _want_break(self, name: str) -> None:
        if name in PARAGRAPHS:
            self.wanted_break = "\n\n"
        elif name in LINES and not self.wanted_break:
            self.wanted_break = "\n"

    def _text(self, token: Token) -> None:
        if self.open_names["title"] and not self.open_names["svg"]:
            self.title.append(html.unescape(self.raw[token.start : token.end]))
            return
        if self.unseen:
            return
        for piece in _PIECE.finditer(self.raw, token.start, token.end):
            if piece[0][0] in _BLANKS:
                self._blanks(piece)
            else:
                self._word(piece)

    def _blanks(self, piece: re.Match[str]) -> None:
        if self.open_names["pre"] and not self.wanted_break:
            self.out.copy(piece.start(), piece.end())
        elif not self.blank:
            self.out.put(" ", piece.start())
        self.blank = True

    def _word(self, piece: re.Match[str]) -> None:
        if self.wanted_break:
            self._break(piece.start())
        self.blank = False
        shown = html.unescape(piece[0]) if piece[0][0] == "&" else piece[0]
        if shown == piece[0]:
            self.out.copy(piece.start(), piece.end())
        else:
            self.out.put(shown, piece.start())

    def _break(self, at: int) -> None:
        before = len(self.out)
        if before:
            self.out.put(self.wanted_break, at)
        self.wanted_break = ""
        # Elements opened before the break but after the last word begin behind it.
        for opened in reversed(self.stack):
            if opened.start < before:
                break
            opened.start = len(self.out)


def _is_unseen(name: str, attributes: dict[str, str]) -> bool:
    style = attributes.get("style", "").replace(" ", "").lower()
    return name in UNSEEN or "hidden" in attributes or "display:none" in style


def _hint_of(name: str, attributes: dict[str, str]) -> HintKind | None:
    if name in FURNITURE or attributes.get("role") in {"navigation", "complementary", "search"}:
        return "furniture"
    if name in {"html", "body", "main", "article"}:
        return None
    label = f"{attributes.get('class', '')} {attributes.get('id', '')}"[:400].lower()
    if name in {"div", "section", "ul", "ol", "p", "span", "header"}:
        if _CAPTION_NAME.search(label):
            return "caption"
        if _BYLINE_NAME.search(label):
            return "byline"
        if _FURNITURE_NAME.search(label):
            return "furniture"
    return _TAG_HINTS.get(name)
