"""Read: a file's bytes become a `Document`, its words apart from its markup."""

from __future__ import annotations

import hashlib
import re
from pathlib import PurePosixPath

from dateline.errors import UnreadableDocument
from dateline.model import Document, Metadata
from dateline.reading.decode import decode
from dateline.reading.markdown import read_markdown, split_front_matter, unclosed_front_matter
from dateline.reading.page import read_page
from dateline.reading.page_facts import with_page_facts
from dateline.text import short_hash, slugify, squeeze

__all__ = ["document_id", "read", "split_front_matter"]

PAGE_SUFFIXES = frozenset({".html", ".htm", ".xhtml"})
MARKDOWN_SUFFIXES = frozenset({".md", ".markdown"})
MAX_SLUG = 80
HASH_DIGITS = 6
_PLAIN_NAME = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)*")


def read(name: str, data: bytes, metadata: Metadata | None = None) -> Document:
    """The document of a file.

    Args:
        name: path inside the story folder, with forward slashes; its suffix says what it is.
        data: the file's bytes.
        metadata: what front matter or a sidecar says; it wins over what a page says of itself.

    Raises:
        UnreadableDocument: the file is empty, binary, too large or in an unknown encoding.
    """
    raw, warnings = decode(name, data)
    given = metadata or Metadata()
    text, origin = raw, None
    suffix = PurePosixPath(name).suffix.lower()
    if suffix in PAGE_SUFFIXES:
        page = read_page(raw)
        text, origin, given = page.text, page.origin, with_page_facts(given, page)
    elif suffix in MARKDOWN_SUFFIXES:
        prose = read_markdown(raw)
        text, origin = prose.text, prose.origin
        warnings = (*warnings, *unclosed_front_matter(raw))
    if not squeeze(text):
        raise UnreadableDocument(name, "whole file", "empty: it holds markup but no words")
    return Document(
        name=name,
        id=document_id(name),
        sha256=hashlib.sha256(data).hexdigest(),
        raw=raw,
        text=text,
        origin=origin,
        metadata=given,
        warnings=warnings,
    )


def document_id(name: str) -> str:
    """The article's place in every URL, from its name alone; no two names share one.

    `a-report.txt` is `a-report`. Every other name gets two hyphens and a hash of the whole name,
    which no plain name can have: `A report.md` is `a-report--` and six digits.
    """
    stem, dot, suffix = name.rpartition(".")
    if dot and suffix == "txt" and _PLAIN_NAME.fullmatch(stem):
        return stem
    slug = slugify(stem or suffix)[:MAX_SLUG].strip("-")
    return f"{slug}--{short_hash(name)[:HASH_DIGITS]}"
