"""What the page runs: everything under `assets/dateline/` that is the same for every story.

Three sources make it up: the page's own scripts and styles (`assets/`), the npm packages that are
copied as they are (`runtime_vendor`), and Python compiled for the browser (`runtime_python`).
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from dateline.site.runtime_python import compiled
from dateline.site.runtime_vendor import vendored

ASSETS = Path(__file__).parent / "assets"
WORKER = Path(__file__).parent.parent / "browser" / "worker.py"
PREFIX = "assets/dateline/"
# Written by `offline` at the site's root: its scope is where it lies.
NOT_COPIED = frozenset({"sw.js"})


def assemble(node_modules: Path, cache: Path) -> dict[str, bytes | Path]:
    """Site path -> content, sorted, of all that the page runs.

    `node_modules` is where `npm ci` has put the packages; `cache` is a folder for what takes time
    to compile, safe to delete. Raises `BrokenRuntime` when a package is missing, is not the one
    that was pinned, or when Python cannot be compiled.
    """
    files: dict[str, bytes | Path] = dict(own())
    files.update(vendored(node_modules))
    files.update(compiled(node_modules, cache))
    return {PREFIX + path: files[path] for path in sorted(files)}


def own() -> Mapping[str, Path]:
    """The page's own scripts and styles, and the Python that PyScript starts."""
    files = {
        path.relative_to(ASSETS).as_posix(): path
        for path in sorted(ASSETS.rglob("*"))
        if path.is_file() and path.name not in NOT_COPIED and "__pycache__" not in path.parts
    }
    return {**files, "python/worker.py": WORKER}
