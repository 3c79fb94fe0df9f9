"""The npm packages that the site serves, each file checked before it is copied.

`package-lock.json` holds the hash of each package's tarball, which `npm ci` checks, but a tarball
is not what lies in `node_modules`. `runtime.json` closes that gap: for each package it repeats the
lock's `integrity` and adds the sha256 of each file that reaches the site, taken from a tarball that
had that integrity (`python -m dateline.site.runtime_pin` writes it). Here both are compared.
"""

from __future__ import annotations

import fnmatch
import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dateline.errors import DatelineError

MANIFEST = Path(__file__).parent / "runtime.json"
ADVICE = "run `npm ci` where package-lock.json lies"


class BrokenRuntime(DatelineError):
    """What the page runs cannot be put together; the message says what is wrong and what to do."""


@dataclass(frozen=True, slots=True)
class Package:
    """An npm package, and which of its files the site serves where."""

    name: str
    folder: str
    """Folder inside the package that the patterns are matched in."""
    target: str | None
    """Folder under `assets/dateline/`; `None` for what is bundled into the page's own scripts."""
    patterns: tuple[str, ...]


# PyScript loads its chunks by name as it needs them. With its plugins off (see `js/python.mjs`) and
# only Pyodide run, it asks for these; `tests/browser` fails on a request that finds nothing.
PACKAGES = (
    Package("@pyscript/core", "dist", "pyscript", ("core.js", "core-*.js", "error-*.js")),
    Package("lunr", ".", None, ("lunr.js",)),
    Package("pyodide", ".", "pyodide", ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm")),
)


def vendored(node_modules: Path) -> dict[str, Path]:
    """Path under `assets/dateline/` -> file in `node_modules`; every file is checked.

    Raises `BrokenRuntime` on the first package or file that is not the pinned one.
    """
    pinned = read_json(MANIFEST)["packages"]
    present = read_json(node_modules / ".package-lock.json")["packages"]
    lock = node_modules.parent / "package-lock.json"
    locked = read_json(lock)["packages"] if lock.exists() else present
    files: dict[str, Path] = {}
    for package in PACKAGES:
        pin = pinned[package.name]
        for origin, entries in (("package-lock.json", locked), ("node_modules", present)):
            _check_version(origin, package.name, entries, pin)
        files.update(_checked_files(node_modules, package, pin["files"]))
    return files


def served(package: Package, names: list[str]) -> list[str]:
    """Those of a package's file `names` (inside `package.folder`) that reach the site, sorted."""
    return sorted(n for n in names if any(fnmatch.fnmatchcase(n, p) for p in package.patterns))


def installed(node_modules: Path, name: str) -> Mapping[str, Any]:
    """What npm says of an installed package: `version`, `integrity` and more.

    Raises `BrokenRuntime` when it is missing.
    """
    packages = read_json(node_modules / ".package-lock.json")["packages"]
    if f"node_modules/{name}" not in packages:
        raise BrokenRuntime(f"node_modules: {name} is missing; {ADVICE}")
    entry: Mapping[str, Any] = packages[f"node_modules/{name}"]
    return entry


def read_json(path: Path) -> Any:
    """The content of a JSON file; raises `BrokenRuntime` when there is none."""
    try:
        return json.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise BrokenRuntime(f"{path}: cannot be read ({error}); {ADVICE}") from None


def sha256(data: bytes) -> str:
    """Hex digest of `data`."""
    return hashlib.sha256(data).hexdigest()


def _check_version(
    origin: str, name: str, entries: Mapping[str, Any], pin: Mapping[str, Any]
) -> None:
    entry = entries.get(f"node_modules/{name}")
    if entry is None:
        raise BrokenRuntime(f"{origin}: {name} is missing; {ADVICE}")
    if entry["version"] != pin["version"] or entry["integrity"] != pin["integrity"]:
        raise BrokenRuntime(
            f"{origin}: {name} {entry['version']} is not the {pin['version']} that "
            f"{MANIFEST.name} pins; {ADVICE}, or pin it with `python -m dateline.site.runtime_pin`"
        )


def _checked_files(
    node_modules: Path, package: Package, hashes: Mapping[str, str]
) -> dict[str, Path]:
    files: dict[str, Path] = {}
    for name, expected in hashes.items():
        path = node_modules / package.name / package.folder / name
        try:
            found = sha256(path.read_bytes())
        except OSError as error:
            raise BrokenRuntime(f"{path}: {error.strerror}; {ADVICE}") from None
        if found != expected:
            raise BrokenRuntime(f"{path}: was changed after it was installed; {ADVICE}")
        if package.target is not None:
            files[f"{package.target}/{name}"] = path
    return files
