"""The Python that PyScript runs in a worker of the page. Pyodide only.

`interpreter.mjs` has already put two files in memory: the compiled `dateline` and the archive. This
imports from the first, opens the second, and exports `ask` to the page: JSON in, JSON out.
"""

import sys

BUNDLE = "/dateline.zip"
ARCHIVE = "/archive.sqlite"

# Straight from the zip: unpacking all of it takes longer than reading the third that is imported.
sys.path.insert(0, BUNDLE)

from dateline.browser import app  # noqa: E402  (it is on the path only now)

app.open_archive(ARCHIVE)


def ask(request: str) -> str:
    """Answers one request of the page; see `dateline.browser.app`."""
    return app.handle_json(request)


__export__ = ["ask"]
