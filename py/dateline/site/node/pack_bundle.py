"""Compiles the Python that the page runs. Runs inside Pyodide.

Reads the folder `/work/source` and `/work/job.json`, `{"table": name of the table, "home": where
the page puts the zip}`, and writes `/work/bundle.zip`: the table of modules that
`dateline.browser.frozen` imports from, and every other file as it is.
"""

from __future__ import annotations

import json
from pathlib import Path

from packing import NO_ASSERTIONS, table, write_zip

WORK = Path("/work")
SOURCE = WORK / "source"


def main() -> None:
    """Packs `/work/source` into `/work/bundle.zip`."""
    job = json.loads((WORK / "job.json").read_text("utf-8"))
    paths = sorted(path for path in SOURCE.rglob("*") if path.is_file())
    files = {path.relative_to(SOURCE).as_posix(): path.read_bytes() for path in paths}
    modules = {name: data for name, data in files.items() if name.endswith(".py")}
    others = {name: data for name, data in files.items() if name not in modules}
    write_zip(
        WORK / "bundle.zip", {**others, job["table"]: table(modules, job["home"], NO_ASSERTIONS)}
    )


main()
