"""Opening an archive to ask it: read-only, and as a file that nothing else changes."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from dateline.errors import DatelineError

FORMAT = 2
"""Counts up when a table or a column changes its meaning."""

_CACHE = -8 * 1024
"""Kibibytes, as SQLite counts them when negative: the inner pages of the indexes at 10,000
reports, with room for a query's own."""


_URI_MARKS = {"%": "%25", "?": "%3f", "#": "%23"}
"""What SQLite asks to be escaped in a file's URI; `urllib` takes 20 ms to load in the browser."""


def open_archive(path: Path) -> sqlite3.Connection:
    """A connection to the archive at `path`.

    `immutable` spares the locks, which the browser's file system does not have.

    Raises:
        DatelineError: there is no such file, or it is not an archive of this format.
    """
    if not path.is_file():
        raise DatelineError(f"{path.name}: there is no such archive")
    name = path.as_posix()
    for mark, escape in _URI_MARKS.items():
        name = name.replace(mark, escape)
    uri = f"file:{name}?immutable=1"
    connection = sqlite3.connect(uri, uri=True, isolation_level=None)
    try:
        found = connection.execute("SELECT value FROM meta WHERE name = 'format'").fetchone()
    except sqlite3.DatabaseError as error:
        connection.close()
        raise DatelineError(f"{path.name}: not an archive of Dateline: {error}") from error
    if found is None or found[0] != str(FORMAT):
        connection.close()
        raise DatelineError(f"{path.name}: an archive of another version; build the site again")
    connection.execute(f"PRAGMA cache_size = {_CACHE}")
    connection.execute("PRAGMA query_only = 1")
    return connection
