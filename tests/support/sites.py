"""The project's own site, made for a test."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline.site import shards
from dateline.site.build import build_site

SEEDS = Path(__file__).resolve().parents[2] / "seeds"


def build_in_pieces(folder: Path) -> None:
    """Builds the site of `seeds/` as if its archive were a large one."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(shards, "WHOLE", 0)
        patch.setattr(shards, "EACH", 8 * 1024)
        build_site(SEEDS, folder)
