"""A large archive cut into pieces, so that a page fetches only those that a question touches.

The archive stays one SQLite file; a piece is some of its bytes, gzipped. GitHub Pages answers
requests for ranges of a file unreliably and gzips no file of a type it does not know, so each piece
is a file of its own. They lie in a folder named by the hash of the whole: pieces of two builds
never meet.

SQLite's `VACUUM` puts the roots of all tables and indexes first, and what it adds to the schema
after them last. These pieces are fetched when Python starts; `site/scripts/pieces.mjs` fetches the
others when SQLite asks for them.
"""

from __future__ import annotations

import gzip
import hashlib
import sqlite3
from dataclasses import dataclass
from math import ceil

WHOLE = 4 * 1024 * 1024
"""Bytes of an archive up to which it is sent whole, some three hundred reports. Fetched once, it
then answers everything without a network."""
EACH = 16 * 1024
"""Bytes of a piece at least: four of SQLite's pages, some six kilobytes gzipped. The sentences that
answer a question lie far apart, so most of a larger piece would be fetched for nothing."""
MOST_PIECES = 8192
"""Beyond so many files the pieces grow: a site of very many files takes long to publish."""


@dataclass(frozen=True, slots=True)
class Shards:
    """How an archive is cut. All sizes are in bytes."""

    folder: str
    """Relative to `assets/dateline/`; the pieces are `0.gz`, `1.gz` and so on."""
    size: int
    each: int
    sent: int
    """Of all pieces together, gzipped."""
    needed: tuple[int, ...]
    """Numbers of the pieces that every question needs."""


def cut(archive: bytes) -> tuple[Shards | None, dict[str, bytes]]:
    """How `archive` is cut, and the pieces by their paths relative to `assets/dateline/`.

    `None`, and no pieces, when it is sent whole.
    """
    if len(archive) <= WHOLE:
        return None, {}
    each = EACH
    while len(archive) > each * MOST_PIECES:
        each *= 2
    folder = f"archive/{hashlib.sha256(archive).hexdigest()[:16]}"
    pieces = {
        f"{folder}/{number}.gz": gzip.compress(archive[start : start + each], mtime=0)
        for number, start in enumerate(range(0, len(archive), each))
    }
    needed = {*range(ceil(_end_of_roots(archive) / each)), len(pieces) - 1}
    sent = sum(map(len, pieces.values()))
    return Shards(folder, len(archive), each, sent, tuple(sorted(needed))), pieces


def _end_of_roots(archive: bytes) -> int:
    """The byte after the last root page of a table or index."""
    connection = sqlite3.connect(":memory:")
    try:
        connection.deserialize(archive)
        (page_size,) = connection.execute("PRAGMA page_size").fetchone()
        (last_root,) = connection.execute("SELECT max(rootpage) FROM sqlite_schema").fetchone()
    finally:
        connection.close()
    return int(page_size * last_root)
