"""What the page runs: everything under `assets/dateline/` that is the same for every story.

Four sources make it up: the page's own scripts and styles, bundled (`runtime_scripts`), the npm
packages that are copied as they are (`runtime_vendor`), Python compiled for the browser
(`runtime_python`), and the two files by which PyScript starts it.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from dateline.site.runtime_python import WORKER, compiled
from dateline.site.runtime_scripts import SCRIPTS, bundled
from dateline.site.runtime_vendor import vendored

PREFIX = "assets/dateline/"
# What `interpreter.mjs` loads where the archive is a large one.
ARCHIVE_READERS = ("archive_file.mjs", "kept.mjs", "piece.mjs", "pieces.mjs")
STARTERS: Mapping[str, Path] = {
    "python/interpreter.mjs": SCRIPTS / "interpreter.mjs",
    **{f"python/{name}": SCRIPTS / name for name in ARCHIVE_READERS},
    "python/worker.py": WORKER,
}


def assemble(node_modules: Path, cache: Path) -> dict[str, bytes | Path]:
    """Site path -> content, sorted, of all that the page runs.

    `node_modules` is where `npm ci` has put the packages; `cache` is a folder for what takes time
    to compile, safe to delete. Raises `BrokenRuntime` when a package is missing, is not the one
    that was pinned, or when the scripts cannot be bundled or Python compiled.
    """
    files: dict[str, bytes | Path] = dict(STARTERS)
    files.update(vendored(node_modules))
    files.update(bundled(node_modules, cache))
    files.update(compiled(node_modules, cache))
    return {PREFIX + path: files[path] for path in sorted(files)}
