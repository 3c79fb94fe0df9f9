"""What the plugin adds to the theme: a template folder, a style sheet and a script."""

from __future__ import annotations

from pathlib import Path

from markupsafe import Markup
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from dateline.site.runtime import PREFIX
from dateline.site.runtime_vendor import MANIFEST, read_json
from dateline.site.urls import to_root

TEMPLATES = Path(__file__).parent / "theme"
STYLESHEET = PREFIX + "css/dateline.css"
SCRIPT = PREFIX + "js/dateline.mjs"


def python_starter() -> str:
    """What comes first in the head of a page that asks Python, links unresolved.

    PyScript's modules would be asked for only when the script has been read; naming them lets the
    browser ask for all at once.
    """
    chunks = read_json(MANIFEST)["packages"]["@pyscript/core"]["files"]
    script = f'<script type="module" async src="{to_root(SCRIPT)}"></script>'
    links = (
        f'<link rel="modulepreload" href="{to_root(f"{PREFIX}pyscript/{name}")}">'
        for name in sorted(chunks)
    )
    return script + "".join(links)


class DrawnOnce:
    """Keeps the blocks of the theme that are the same on every page of one folder.

    Material draws the whole navigation anew for each page, a third of the time a page takes. Of
    pages outside the navigation no entry is active, so only the folder makes a difference.
    """

    def __init__(self) -> None:
        self._kept: dict[tuple[str, ...], Markup] = {}

    def get(self, block: str, page: Page | None, nav: Navigation) -> Markup | None:
        """The block as drawn for another page like this one, if there was one."""
        return None if page is None or page in nav.pages else self._kept.get(_key(block, page))

    def keep(self, block: str, page: Page | None, nav: Navigation, drawn: Markup) -> Markup:
        """Keep what was drawn, where it can serve again; returns it."""
        if page is not None and page not in nav.pages:
            self._kept[_key(block, page)] = drawn
        return drawn


def _key(block: str, page: Page) -> tuple[str, ...]:
    # Links are relative to the page's folder, and Material leaves out side bars a page hides.
    folder = page.url.rstrip("/").rpartition("/")[0]
    return block, folder, *page.meta.get("hide", ())
