"""Build beside the old site and change over at the end, so that the old one is never half gone."""

from __future__ import annotations

import shutil
from pathlib import Path


def partial(target: Path) -> Path:
    """The folder to build in: beside `target`, so that putting it in place is one rename."""
    return target.with_name(f".{target.name}.partial")


def put_in_place(built: Path, target: Path) -> None:
    """Make `built` the site at `target`; what was there before is removed after the change."""
    previous = target.with_name(f".{target.name}.previous")
    shutil.rmtree(previous, ignore_errors=True)
    if target.exists():
        target.rename(previous)
    built.rename(target)
    shutil.rmtree(previous, ignore_errors=True)
