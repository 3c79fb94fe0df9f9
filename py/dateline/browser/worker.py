"""The Python that PyScript runs in a worker of the page. Pyodide only.

`interpreter.mjs` has already put two files in memory: the compiled `dateline` and the archive. This
imports from the first, opens the second, and exports `ask` to the page: JSON in, JSON out. The
library of this Python holds `dateline.browser.frozen` and imports through it itself.

Of a large archive only the first pieces are there. SQLite fails when it needs another one;
`dateline_pieces`, which `interpreter.mjs` provides, fetches what was lacking, and the request is
answered anew.
"""

import sqlite3
import sys

import dateline_pieces  # type: ignore[import-not-found]

from dateline.browser.frozen import FrozenModules

BUNDLE = "/dateline.zip"
ARCHIVE = "/archive.sqlite"

sys.meta_path.insert(0, FrozenModules(BUNDLE))

from dateline.browser import app  # noqa: E402  (it can be found only now)

app.open_archive(ARCHIVE)


async def ask(request: str) -> str:
    """Answers one request of the page; see `dateline.browser.app`."""
    dateline_pieces.renew()
    while True:
        try:
            return app.handle_json(request)
        except sqlite3.OperationalError:
            if not await dateline_pieces.fetch():
                raise


__export__ = ["ask"]
