"""Cuts Python's standard library to what the site uses, and compiles it. Runs inside Pyodide.

Reads `/work/job.json`: `{"imports": [module, ...], "keep": [module, ...]}`. Everything that Pyodide
itself loaded while it started, everything that importing `imports` pulls in, and `keep` (modules
that Python looks for only at the moment of need) goes into `/work/stdlib.zip` as `.pyc` alone:
the npm package's own library holds sources that would be compiled at every start.
"""

from __future__ import annotations

import importlib
import json
import py_compile
import sys
import tempfile
import zipfile
from pathlib import Path

WORK = Path("/work")
# zip has no time before 1980; one fixed time makes the same bytes at every build.
ZIP_TIME = (1980, 1, 1, 0, 0, 0)


def library() -> str:
    """The path of the zip that holds the standard library."""
    return next(path for path in sys.path if path.endswith(".zip"))


def load(names: list[str]) -> None:
    """Imports every module of `names` that this Python has."""
    for name in names:
        try:
            importlib.import_module(name)
        except ImportError as error:
            print(f"not in this Python: {name} ({error})", file=sys.stderr)


def used(root: str) -> set[str]:
    """Members of the library's zip that have been loaded so far, as their names inside it."""
    files = (getattr(module, "__file__", None) for module in tuple(sys.modules.values()))
    found = {file[len(root) + 1 :] for file in files if file and file.startswith(root + "/")}
    # Frozen modules (os, codecs, site ...) name no file but may be asked for by their source.
    frozen = {name.replace(".", "/") for name in tuple(sys.modules)}
    return found | {f"{name}.py" for name in frozen} | {f"{name}/__init__.py" for name in frozen}


def compiled(source: bytes, shown_as: str) -> bytes:
    """The `.pyc` of a module that is never checked against a source: there will be none."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "module.py"
        path.write_bytes(source)
        result = py_compile.compile(
            str(path),
            cfile=f"{path}c",
            dfile=shown_as,
            doraise=True,
            optimize=2,
            invalidation_mode=py_compile.PycInvalidationMode.UNCHECKED_HASH,
        )
        return Path(str(result)).read_bytes()


def write_zip(root: str, members: set[str], target: Path) -> int:
    """Compiles `members` of the zip `root` into `target`; returns how many there were."""
    with zipfile.ZipFile(root) as source, zipfile.ZipFile(target, "w") as cut:
        names = sorted(members.intersection(source.namelist()))
        for name in names:
            info = zipfile.ZipInfo(name.removesuffix(".py") + ".pyc", ZIP_TIME)
            info.compress_type = zipfile.ZIP_DEFLATED
            cut.writestr(info, compiled(source.read(name), f"{root}/{name}"), compresslevel=9)
    return len(names)


def main() -> None:
    """Does the job in `/work/job.json`."""
    job = json.loads((WORK / "job.json").read_text("utf-8"))
    load([*job["imports"], *job["keep"]])
    count = write_zip(library(), used(library()), WORK / "stdlib.zip")
    print(f"standard library: {count} modules kept")


main()
