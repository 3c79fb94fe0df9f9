"""The record written down: one SQLite file, the same bytes for the same record.

Rows go in a fixed order, nothing in the file tells the time or the machine, and `VACUUM INTO`
lays the pages out afresh. The file is written beside its place and moved there whole, so that an
interrupted build leaves the old archive as it was.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterator
from importlib.resources import files
from itertools import groupby
from pathlib import Path
from tempfile import TemporaryDirectory

from dateline.archive import bits
from dateline.archive.keys import number_rows
from dateline.archive.ready_sets import ready_sets
from dateline.archive.rows import Context, Rows, article_rows
from dateline.archive.rows_of_story import linking_rows, page_rows, story_rows
from dateline.archive.words import word_texts
from dateline.model import Record
from dateline.record.rights import shown_sentences

_PAGE_SIZE = 4096
"""The default of every SQLite since 3.12 and of a browser's file systems."""
_INDEX_BUFFER = 16 * 1024 * 1024
"""Bytes FTS5 gathers before it writes a segment: fewer, larger segments are merged faster."""


def write(record: Record, path: Path, build: str) -> None:
    """Write the archive of `record` to `path`; `build` names the build, and nothing reads it.

    Raises:
        OSError: the file cannot be written.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(prefix=".archive-", dir=path.parent) as folder:
        scratch, new = Path(folder, "scratch"), Path(folder, "new")
        connection = sqlite3.connect(scratch, isolation_level=None)
        try:
            _prepare(connection)
            connection.execute("BEGIN")
            _fill(connection, record, build)
            connection.execute("COMMIT")
            connection.execute("VACUUM INTO ?", (str(new),))
        finally:
            connection.close()
        new.replace(path)


def _prepare(connection: sqlite3.Connection) -> None:
    connection.execute(f"PRAGMA page_size = {_PAGE_SIZE}")
    connection.execute("PRAGMA journal_mode = OFF")
    connection.execute("PRAGMA synchronous = OFF")
    connection.executescript(files(__package__).joinpath("schema.sql").read_text("utf-8"))
    for index in ("sentence_words", "page_words"):
        order = f"INSERT INTO {index} ({index}, rank) VALUES (?, ?)"
        connection.execute(order, ("hashsize", _INDEX_BUFFER))


def _fill(connection: sqlite3.Connection, record: Record, build: str) -> None:
    keys = number_rows(record)
    context = Context(
        keys=keys,
        shown=frozenset(
            (one.article.document.id, index)
            for one in keys.annotations
            for index in shown_sentences(one)
        ),
        followups={(f.source.document, f.commitment): f for f in record.followups},
    )
    _insert(connection, story_rows(record, context, build))
    for one in keys.annotations:
        _insert(connection, article_rows(one, context))
    _insert(connection, linking_rows(record, context))
    _insert(connection, page_rows(record, context))
    _date_sentences(connection)
    _index(connection)


def _insert(connection: sqlite3.Connection, rows: Rows) -> None:
    for table, together in groupby(rows, key=lambda row: row[0]):
        values = [row for _, row in together]
        marks = ",".join("?" * len(values[0]))
        connection.executemany(f"INSERT INTO {table} VALUES ({marks})", values)


def _index(connection: sqlite3.Connection) -> None:
    in_sentences, in_pages = Counter[str](), Counter[str]()
    order = "INSERT INTO sentence_words (rowid, text) VALUES (?, ?)"
    connection.executemany(order, _sentence_words(connection, in_sentences))
    order = "INSERT INTO page_words (rowid, title, other_names, about) VALUES (?, ?, ?, ?)"
    connection.executemany(order, _page_words(connection, in_pages))
    connection.executemany(
        "INSERT INTO words VALUES (?, ?, ?)",
        ((w, in_sentences[w], in_pages[w]) for w in sorted(in_sentences | in_pages)),
    )
    for index in ("sentence_words", "page_words"):
        connection.execute(f"INSERT INTO {index} ({index}) VALUES ('optimize')")
    connection.executemany(
        "INSERT INTO row_sets (of, name, sentences) VALUES (?, ?, ?)",
        [(of, name, bits.packed(rows)) for of, name, rows in ready_sets(connection)],
    )


def _date_sentences(connection: sqlite3.Connection) -> None:
    """Gives each sentence the narrowest date it tells of.

    Among equals it is the one nearest to the day of the report.
    """
    found = connection.execute(
        "SELECT t.edtf, t.earliest, t.sentence_id FROM statements AS t"
        " JOIN articles AS a ON a.id = t.article_id"
        " ORDER BY julianday(t.latest) - julianday(t.earliest) DESC,"
        " abs(julianday(t.earliest) - coalesce(julianday(a.earliest), 0)) DESC, t.id DESC"
    )
    dates = {sentence: (date, day, sentence) for date, day, sentence in found}
    order = "UPDATE sentences SET edtf = ?, earliest = ? WHERE id = ?"
    connection.executemany(order, dates.values())


def _sentence_words(
    connection: sqlite3.Connection, seen: Counter[str]
) -> Iterator[tuple[int, str]]:
    for row, text in connection.execute("SELECT id, text FROM sentences ORDER BY id").fetchall():
        yield row, _counted([text], seen)[0]


def _page_words(
    connection: sqlite3.Connection, seen: Counter[str]
) -> Iterator[tuple[int, str, str, str]]:
    named = "SELECT id, title, other_names, about FROM pages ORDER BY id"
    for row, *texts in connection.execute(named).fetchall():
        title, others, about = _counted(texts, seen)
        yield row, title, others, about


def _counted(texts: list[str], seen: Counter[str]) -> list[str]:
    found = [word_texts(text) for text in texts]
    seen.update({word for one in found for word in one})
    return [" ".join(one) for one in found]
