"""Cuts Python's standard library to what the site uses, and compiles it. Runs inside Pyodide.

Reads `/work/job.json`:

- `imports`: modules; they and all that importing them pulls in are kept, and everything that
  Pyodide itself loaded while it started;
- `keep`: modules that Python looks for only at the moment of need;
- `leave_out`: modules and packages that those who import them can do without;
- `stand_ins`: path -> source of what is put in the place of a module;
- `packages`: path -> source of what is no part of it but imported at every start;
- `finder`: path -> source of `dateline.browser.frozen` and of the packages it is in;
- `table`: the name of the table that it reads.

Writes `/work/stdlib.zip`. The npm package's own library holds sources that would be compiled at
every start.
"""

from __future__ import annotations

import importlib
import json
import sys
import zipfile
from importlib.util import MAGIC_NUMBER
from pathlib import Path

from packing import NO_DOCSTRINGS, compiled, table, write_zip

WORK = Path("/work")
# Imported before the table is in use, by Python itself and by the finder.
BEFORE = ("__future__.py", "encodings/__init__.py", "encodings/aliases.py", "encodings/utf_8.py")
CUSTOMIZE = """
import sys
from dateline.browser.frozen import FrozenModules
sys.meta_path.insert(0, FrozenModules({root!r}))
"""
# Of a `.pyc` that is never checked against a source: magic number, flags, hash of the source.
HEADER = MAGIC_NUMBER + (1).to_bytes(4, "little") + bytes(8)


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


def is_left_out(member: str, names: list[str]) -> bool:
    """Whether `member` is one of the modules `names` or in one of them."""
    return any(member == f"{name}.py" or member.startswith(f"{name}/") for name in names)


def main() -> None:
    """Does the job in `/work/job.json`."""
    job = json.loads((WORK / "job.json").read_text("utf-8"))
    load([*job["imports"], *job["keep"]])
    root = library()
    with zipfile.ZipFile(root) as source:
        names = used(root).intersection(source.namelist())
        kept = {n: source.read(n) for n in names if not is_left_out(n, job["leave_out"])}
    for added in (job["stand_ins"], job["packages"]):
        kept.update((name, text.encode()) for name, text in added.items())
    first = {name: kept.pop(name) for name in BEFORE}
    first.update((name, text.encode()) for name, text in job["finder"].items())
    first["sitecustomize.py"] = CUSTOMIZE.format(root=root).encode()
    members = {
        f"{name}c": HEADER + compiled(data, f"{root}/{name}", NO_DOCSTRINGS)
        for name, data in first.items()
    }
    members[job["table"]] = table(kept, root, NO_DOCSTRINGS)
    write_zip(WORK / "stdlib.zip", members)
    print(f"standard library: {len(kept)} modules kept")


main()
