"""Python for the browser: the standard library cut to what is used, and our own modules, compiled.

Pyodide compiles them itself, under Node, because a `.pyc` is good for one Python only. The npm
package's library holds sources; compiling them at every start is most of what stock Pyodide takes.
Both results are kept in the cache under the hash of all that went into them.
"""

from __future__ import annotations

import json
import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path

from dateline.browser.frozen import MEMBER
from dateline.site.runtime_cache import keep, key
from dateline.site.runtime_imports import Closure, closure
from dateline.site.runtime_vendor import BrokenRuntime, installed

NODE = Path(__file__).parent / "node"
SOURCES = Path(__file__).parent.parent.parent
WORKER = SOURCES / "dateline" / "browser" / "worker.py"
FINDER = Path("dateline/browser/frozen.py")
HOME = "/dateline.zip"
"""Where the page's Python finds the bundle; tracebacks name its modules under this path."""
DATA = frozenset({".json", ".sql", ".tsv"})
# Looked for by C code or by name, only when needed: no `import` statement in a source shows them.
KEEP = (
    "_strptime",  # datetime.strptime
    "encodings.ascii",
    "encodings.cp1252",
    "encodings.cp437",  # names inside a zip
    "encodings.idna",
    "encodings.latin_1",
    "encodings.utf_16",
    "encodings.utf_16_be",
    "encodings.utf_16_le",
    "encodings.utf_8_sig",
    "sqlite3.dbapi2",
)
# Loaded at every start for connections and kinds of archive that no page opens. Whoever imports
# them (asyncio, shutil, zipfile) says what happens without; or a stand-in no longer imports them.
LEAVE_OUT = (
    "asyncio/base_subprocess",
    "asyncio/selector_events",
    "bz2",
    "compression",
    "lzma",
    "selectors",
    "ssl",
)
# Imported at every start by asyncio, whoever asks for it, and of no use to any page: replaced by
# modules that offer nothing,
EMPTY = (
    "asyncio/graph.py",
    "asyncio/sslproto.py",
    "asyncio/streams.py",
    "asyncio/subprocess.py",
)
# or by modules that offer what is needed of them.
STAND_INS = {
    "_colorize.py": NODE / "stand_ins/_colorize.py",
    "asyncio/unix_events.py": NODE / "stand_ins/unix_events.py",
    "socket.py": NODE / "stand_ins/socket.py",
    "subprocess.py": NODE / "stand_ins/subprocess.py",
}


def compiled(node_modules: Path, cache: Path) -> dict[str, Path]:
    """Path under `assets/dateline/` -> file in `cache`: the library and the bundle of modules.

    Raises `BrokenRuntime` when Node is missing or Python fails in it.
    """
    needed = closure(SOURCES, [WORKER])
    library = _library(node_modules, cache, needed)
    return {
        "python/stdlib.zip": library,
        "python/bundle.zip": _bundle(node_modules, cache, needed, library),
    }


def _library(node_modules: Path, cache: Path, needed: Closure) -> Path:
    # PyScript brings its package as sources and has them compiled at every start; the compiled ones
    # are found first.
    pyscript = sorted((node_modules / "@pyscript/core/src/stdlib/pyscript").glob("*.py"))
    imports = closure(SOURCES, pyscript).library + needed.library
    job = {
        "imports": sorted(set(imports)),
        "keep": KEEP,
        "leave_out": LEAVE_OUT,
        "stand_ins": dict.fromkeys(EMPTY, "__all__ = ()")
        | {name: path.read_text("utf-8") for name, path in STAND_INS.items()},
        "packages": {f"pyscript/{path.name}": path.read_text("utf-8") for path in pyscript},
        "finder": {
            "dateline/__init__.py": "",
            "dateline/browser/__init__.py": "",
            FINDER.as_posix(): (SOURCES / FINDER).read_text("utf-8"),
        },
        "table": MEMBER,
    }
    pyodide = installed(node_modules, "pyodide")
    digest = key([json.dumps(job).encode(), pyodide["integrity"].encode(), *_scripts()])
    target = cache / f"stdlib-{digest}.zip"
    if not target.exists():
        with tempfile.TemporaryDirectory() as folder:
            (Path(folder) / "job.json").write_text(json.dumps(job), "utf-8")
            run_in_pyodide(node_modules, NODE / "cut_stdlib.py", Path(folder))
            keep(Path(folder) / "stdlib.zip", target)
    return target


def _bundle(node_modules: Path, cache: Path, needed: Closure, library: Path) -> Path:
    files = {path.as_posix(): (SOURCES / path).read_bytes() for path in bundled(needed)}
    files.update((path.as_posix(), b"") for path in needed.shells)
    job = json.dumps({"table": MEMBER, "home": HOME}).encode()
    parts = [part for name, data in files.items() for part in (name.encode(), data)]
    digest = key([library.name.encode(), job, *parts, *_scripts()])
    target = cache / f"bundle-{digest}.zip"
    if not target.exists():
        with tempfile.TemporaryDirectory() as folder:
            (Path(folder) / "job.json").write_bytes(job)
            _lay_out(Path(folder) / "source", files)
            run_in_pyodide(node_modules, NODE / "pack_bundle.py", Path(folder), library)
            keep(Path(folder) / "bundle.zip", target)
    return target


def bundled(needed: Closure) -> list[Path]:
    """The modules of `needed` and the data beside them, relative to the sources; sorted.

    Data is `archive/schema.sql` beside a needed module, and `annotation/knowledge/countries.json`
    in a folder beside one that holds no module.
    """
    data: set[Path] = set()
    for folder in {SOURCES / path.parent for path in needed.files}:
        data.update(_data_in(folder))
        for inner in folder.iterdir():
            if inner.is_dir() and not any(inner.glob("*.py")):
                data.update(_data_in(inner))
    return sorted({*needed.files, *(path.relative_to(SOURCES) for path in data)})


def _data_in(folder: Path) -> list[Path]:
    return [path for path in folder.iterdir() if path.suffix in DATA and path.is_file()]


def run_in_pyodide(
    node_modules: Path, script: Path, work: Path, library: Path | None = None
) -> None:
    """Runs a Python file in Pyodide under Node, with `work` as `/work`; see `node/run.mjs`."""
    command = ["node", str(NODE / "run.mjs"), str(node_modules / "pyodide"), str(script), str(work)]
    if library is not None:
        command.append(str(library))
    try:
        subprocess.run(command, check=True, capture_output=True, text=True, encoding="utf-8")
    except FileNotFoundError:
        raise BrokenRuntime("node: not found; Node compiles the page's Python") from None
    except subprocess.CalledProcessError as error:
        raise BrokenRuntime(f"{script.name}: failed in Pyodide: {error.stderr.strip()}") from None


def _scripts() -> list[bytes]:
    return [path.read_bytes() for path in sorted(NODE.iterdir()) if path.is_file()]


def _lay_out(folder: Path, files: Mapping[str, bytes]) -> None:
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
