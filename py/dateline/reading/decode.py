"""Bytes to text: which encoding, whether it is text at all, and what is odd in it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from dateline.errors import UnreadableDocument
from dateline.text import squeeze

MAX_BYTES = 2_000_000
"""The longest article ever measured is far below; a bigger file is a dump or a mistake."""

CONTROL_SHARE = 0.08
"""Random bytes hold 11% control characters, text with a stray NUL or two far under 8%."""

FOREIGN_SHARE = 0.25
"""Western text in Windows-1252 has under 10% letters above ASCII; other encodings have most."""

UTF16_ZERO_SHARE = 0.4
"""English in UTF-16 has a zero in nearly every other byte, and none in the bytes between."""

SHOWN_MARKS = 5

_MAGIC = (
    (b"%PDF", "a PDF file"),
    (b"PK\x03\x04", "a ZIP archive or an office file"),
    (b"\xd0\xcf\x11\xe0", "an old office file"),
    (b"{\\rtf", "a rich text file"),
    (b"\x89PNG", "a PNG image"),
    (b"GIF8", "a GIF image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"RIFF", "a sound, film or image file"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"7z\xbc\xaf", "a 7-Zip archive"),
    (b"Rar!", "a RAR archive"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3", "an SQLite database"),
)
_BYTE_ORDER_MARKS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f]")
_UNSEEN = re.compile("[\x00-\x08\x0e-\x1f\x7f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_LINE_END = re.compile(r"\r\n|\n|\r")


def decode(name: str, data: bytes) -> tuple[str, tuple[str, ...]]:
    """The file's text, its byte order mark left out, and a warning for each thing that was odd.

    Raises:
        UnreadableDocument: it is too large, binary, in an unknown encoding, or says nothing.
    """
    if len(data) > MAX_BYTES:
        reason = f"{len(data):,} bytes; an article may have {MAX_BYTES:,}"
        raise UnreadableDocument(name, "whole file", reason)
    for magic, what in _MAGIC:
        if data.startswith(magic):
            raise UnreadableDocument(name, "byte 0", f"{what}, not an article's text")
    text, warnings = _to_text(name, data)
    if not text.strip():
        raise UnreadableDocument(name, "whole file", "empty: it holds no words")
    if _is_binary(text):
        raise UnreadableDocument(name, _first_control(text), "binary: it is not text")
    if not squeeze(text):
        raise UnreadableDocument(name, "whole file", "empty: it holds nothing that can be seen")
    return text, (*warnings, *_unseen_marks(text))


def _is_binary(text: str) -> bool:
    return sum(1 for _ in _CONTROL.finditer(text)) > CONTROL_SHARE * len(text)


def _to_text(name: str, data: bytes) -> tuple[str, tuple[str, ...]]:
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _strictly_or_marked(data[len(mark) :], encoding)
    bare = _bare_utf16(data)
    if bare:
        text, warnings = _strictly_or_marked(data, bare)
        return text, (f"read as {bare.upper()}, though no byte order mark says so", *warnings)
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError as broken:
        return _not_utf8(name, data, broken.start)


def _strictly_or_marked(data: bytes, encoding: str) -> tuple[str, tuple[str, ...]]:
    try:
        return data.decode(encoding), ()
    except UnicodeDecodeError as broken:
        text = data.decode(encoding, "replace")
        return text, (f"broken {encoding.upper()} at byte {broken.start}: shown as �",)


def _bare_utf16(data: bytes) -> str | None:
    half = len(data) // 2
    if not half or len(data) % 2:
        return None
    even, odd = data[0::2].count(0) / half, data[1::2].count(0) / half
    if odd >= UTF16_ZERO_SHARE and even == 0:
        return "utf-16-le"
    if even >= UTF16_ZERO_SHARE and odd == 0:
        return "utf-16-be"
    return None


def _not_utf8(name: str, data: bytes, at: int) -> tuple[str, tuple[str, ...]]:
    """UTF-8 with a broken byte or two, or Windows-1252; raises where it is neither."""
    mended = data.decode("utf-8", "replace")
    good = sum(1 for c in mended if c > "\x7f" and c != "�")
    if good > 2 * mended.count("�"):
        return mended, (f"broken UTF-8 at byte {at}: shown as �",)
    text = data.decode("cp1252", "replace")
    high = sum(1 for c in text if c > "\x7f")
    if high > FOREIGN_SHARE * len(text) and not _is_binary(text):
        reason = "neither UTF-8, UTF-16 nor Windows-1252; save it as UTF-8"
        raise UnreadableDocument(name, f"byte {at}", reason)
    return text, ("read as Windows-1252, because it is not UTF-8",)


def _unseen_marks(text: str) -> Iterator[str]:
    found: dict[str, list[int]] = {}
    for match in _UNSEEN.finditer(text):
        found.setdefault(match[0], []).append(match.start())
    for mark, places in sorted(found.items()):
        shown = ", ".join(_place(text, at) for at in places[:SHOWN_MARKS])
        more = f" and {len(places) - SHOWN_MARKS} more" if len(places) > SHOWN_MARKS else ""
        yield f"{shown}{more}: {_mark_name(mark)}, kept"


def _mark_name(mark: str) -> str:
    if mark == "\x00":
        return "NUL character"
    name = unicodedata.name(mark, "control character").lower()
    return f"{name} U+{ord(mark):04X}"


def _first_control(text: str) -> str:
    match = _CONTROL.search(text)
    return _place(text, match.start() if match else 0)


def _place(text: str, offset: int) -> str:
    ends = [end.end() for end in _LINE_END.finditer(text, 0, offset)]
    start = ends[-1] if ends else 0
    return f"line {len(ends) + 1}, character {offset - start + 1}"
