"""Compiles the Python that the page runs. Runs inside Pyodide.

Reads the folder `/work/source` and writes `/work/bundle.zip`: each `.py` as a `.pyc` in its place,
every other file as it is.
"""

from __future__ import annotations

import py_compile
import zipfile
from pathlib import Path

WORK = Path("/work")
SOURCE = WORK / "source"
# Where the page unpacks it; tracebacks name files under this folder.
HOME = "/dateline"
ZIP_TIME = (1980, 1, 1, 0, 0, 0)


def compiled(path: Path, name: str) -> tuple[str, bytes]:
    """The name in the zip and the bytes of one file of the source."""
    if path.suffix != ".py":
        return name, path.read_bytes()
    target = WORK / "module.pyc"
    py_compile.compile(
        str(path),
        cfile=str(target),
        dfile=f"{HOME}/{name}",
        doraise=True,
        invalidation_mode=py_compile.PycInvalidationMode.UNCHECKED_HASH,
    )
    return f"{name}c", target.read_bytes()


def main() -> None:
    """Packs `/work/source` into `/work/bundle.zip`."""
    with zipfile.ZipFile(WORK / "bundle.zip", "w") as bundle:
        for path in sorted(p for p in SOURCE.rglob("*") if p.is_file()):
            name, data = compiled(path, path.relative_to(SOURCE).as_posix())
            info = zipfile.ZipInfo(name, ZIP_TIME)
            info.compress_type = zipfile.ZIP_DEFLATED
            bundle.writestr(info, data, compresslevel=9)


main()
