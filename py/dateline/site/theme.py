"""What the plugin adds to the theme: a template folder, style sheets and one script."""

from __future__ import annotations

from pathlib import Path

from dateline.site.runtime import ASSETS, PREFIX

TEMPLATES = Path(__file__).parent / "theme"


def stylesheets() -> list[str]:
    """Site paths of the style sheets, in the order of their names."""
    return [PREFIX + path.relative_to(ASSETS).as_posix() for path in sorted(ASSETS.glob("css/*"))]


def script() -> str:
    """Site path of the one script a page names; it loads what else it needs."""
    return PREFIX + "js/dateline.mjs"
