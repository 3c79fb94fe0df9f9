"""Keeping what takes time to make: files in a folder that is safe to delete, named by a hash."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Iterable
from pathlib import Path


def key(parts: Iterable[bytes]) -> str:
    """Sixteen hex digits for all `parts`, in this order."""
    digest = hashlib.sha256()
    for part in parts:
        digest.update(len(part).to_bytes(8, "big") + part)
    return digest.hexdigest()[:16]


def keep(made: Path, target: Path) -> None:
    """Moves a result into the cache in one step, so that no half-written file is ever found."""
    target.parent.mkdir(parents=True, exist_ok=True)
    partial = target.with_suffix(".partial")
    shutil.copyfile(made, partial)
    partial.replace(target)
