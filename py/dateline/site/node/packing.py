"""Writes zips of compiled modules, the same bytes for the same sources. Runs inside Pyodide."""

from __future__ import annotations

import marshal
import zipfile
from collections.abc import Mapping
from pathlib import Path, PurePosixPath

# zip has no time before 1980; one fixed time makes the same bytes at every build.
ZIP_TIME = (1980, 1, 1, 0, 0, 0)
NO_ASSERTIONS, NO_DOCSTRINGS = 1, 2


def compiled(source: bytes, shown_as: str, optimize: int) -> bytes:
    """The marshalled code of a module; tracebacks name it `shown_as`.

    `optimize` is `NO_DOCSTRINGS`, or `NO_ASSERTIONS` where classes need theirs: a dataclass that
    has none writes itself one when it is made, from its signature, which takes longer than to
    read it.
    """
    return marshal.dumps(compile(source, shown_as, "exec", dont_inherit=True, optimize=optimize))


def table(sources: Mapping[str, bytes], root: str, optimize: int) -> bytes:
    """What `dateline.browser.frozen` reads: path of a `.py` in the zip at `root` -> its source."""
    modules = {}
    for path, source in sorted(sources.items()):
        parts = PurePosixPath(path).with_suffix("").parts
        is_package = parts[-1] == "__init__"
        name = ".".join(parts[:-1] if is_package else parts)
        modules[name] = (is_package, compiled(source, f"{root}/{path}", optimize))
    return marshal.dumps(modules)


def write_zip(target: Path, members: Mapping[str, bytes]) -> None:
    """A zip of `members`, in the order of their names."""
    with zipfile.ZipFile(target, "w") as archive:
        for name in sorted(members):
            info = zipfile.ZipInfo(name, ZIP_TIME)
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, members[name], compresslevel=9)
