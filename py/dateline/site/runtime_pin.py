"""Writes `runtime.json` anew after a package was updated: `python -m dateline.site.runtime_pin`.

Fetches each package's tarball with npm, compares it with the integrity that `package-lock.json`
gives, and writes down the sha256 of each file that the site serves. To be run by the maintainer,
from the folder with the lock; the outcome is committed.
"""

from __future__ import annotations

import base64
import hashlib
import json
import posixpath
import subprocess
import tarfile
import tempfile
from io import BytesIO
from pathlib import Path
from typing import Any

from dateline.site.runtime_vendor import (
    MANIFEST,
    PACKAGES,
    BrokenRuntime,
    Package,
    read_json,
    served,
    sha256,
)


def pin(package: Package, entry: dict[str, Any], tarball: bytes) -> dict[str, Any]:
    """The manifest's entry of one package, from its tarball and its entry in the lock.

    Raises `BrokenRuntime` when the tarball is not the one that the lock means.
    """
    digest = "sha512-" + base64.b64encode(hashlib.sha512(tarball).digest()).decode()
    if digest != entry["integrity"]:
        raise BrokenRuntime(f"{package.name}: the tarball's hash is not the lock's")
    # npm's tarballs hold everything under one folder, by custom `package`.
    root = posixpath.normpath(posixpath.join("package", package.folder))
    with tarfile.open(fileobj=BytesIO(tarball)) as tar:
        members = {posixpath.relpath(m.name, root): m for m in tar.getmembers() if m.isfile()}
        hashes = {}
        for name in served(package, list(members)):
            stream = tar.extractfile(members[name])
            assert stream is not None  # it is a file
            hashes[name] = sha256(stream.read())
    return {"version": entry["version"], "integrity": entry["integrity"], "files": hashes}


def fetch(name: str, version: str) -> bytes:
    """The tarball of a package, by npm."""
    with tempfile.TemporaryDirectory() as folder:
        command = ["npm", "pack", "--silent", f"{name}@{version}", "--pack-destination", folder]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        return next(Path(folder).glob("*.tgz")).read_bytes()


def main() -> None:
    """Writes the manifest for the lock in the current folder."""
    locked = read_json(Path("package-lock.json"))["packages"]
    pins = {}
    for package in PACKAGES:
        entry = locked[f"node_modules/{package.name}"]
        pins[package.name] = pin(package, entry, fetch(package.name, entry["version"]))
    MANIFEST.write_text(json.dumps({"packages": pins}, indent=2) + "\n", "utf-8")


if __name__ == "__main__":
    main()
