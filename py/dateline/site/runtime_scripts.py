"""The page's own scripts and styles, each put together from its modules by esbuild.

A page asks for one script and one style sheet: every file more is a request to answer and a task
for the browser's main thread just when the page starts. Results are kept in the cache under the
hash of all that went into them.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from pathlib import Path

from dateline.site.runtime_cache import keep, key
from dateline.site.runtime_vendor import ADVICE, BrokenRuntime, installed

SITE = Path(__file__).parent
SCRIPTS = SITE / "scripts"
STYLES = SITE / "styles"
# Path under `assets/dateline/` -> where it begins.
ENTRIES = {
    "css/dateline.css": STYLES / "dateline.css",
    "js/dateline.mjs": SCRIPTS / "dateline.mjs",
    "js/instant_worker.js": SCRIPTS / "instant_worker.mjs",
    "js/keep_worker.js": SCRIPTS / "keep_worker.mjs",
}
OPTIONS = (
    *("--bundle", "--minify", "--charset=utf8", "--target=es2022", "--log-level=error"),
    "--legal-comments=eof",
)
# A worker that is no module starts in every browser that the rest runs in.
FORMATS = {".mjs": ("--format=esm",), ".js": ("--format=iife",), ".css": ()}


def bundled(node_modules: Path, cache: Path) -> dict[str, Path]:
    """Path under `assets/dateline/` -> file in `cache`, for each of `ENTRIES`.

    Raises `BrokenRuntime` when esbuild is missing or refuses a source.
    """
    versions = [installed(node_modules, name)["integrity"] for name in ("esbuild", "lunr")]
    sources = sorted(path for folder in (SCRIPTS, STYLES) for path in folder.iterdir())
    parts = [part for path in sources for part in (path.name.encode(), path.read_bytes())]
    digest = key([*(version.encode() for version in versions), repr(OPTIONS).encode(), *parts])
    made = {}
    for path, entry in ENTRIES.items():
        target = cache / f"{Path(path).stem}-{digest}{Path(path).suffix}"
        if not target.exists():
            with tempfile.TemporaryDirectory() as folder:
                _bundle(node_modules, entry, Path(folder) / target.name)
                keep(Path(folder) / target.name, target)
        made[path] = target
    return made


def _bundle(node_modules: Path, entry: Path, target: Path) -> None:
    esbuild = shutil.which("esbuild", path=node_modules / ".bin")
    if esbuild is None:
        raise BrokenRuntime(f"{node_modules}: esbuild is missing; {ADVICE}")
    command = [esbuild, str(entry), f"--outfile={target}", *OPTIONS, *FORMATS[target.suffix]]
    # The sources may lie outside the folder that the packages were installed in.
    environment = {**os.environ, "NODE_PATH": str(node_modules.resolve())}
    done = subprocess.run(
        command, env=environment, capture_output=True, text=True, encoding="utf-8", check=False
    )
    if done.returncode:
        raise BrokenRuntime(f"{entry.name}: esbuild: {done.stderr.strip()}")
