"""What the plugin adds to the theme: a template folder, style sheets and one script."""

from __future__ import annotations

from pathlib import Path

from markupsafe import Markup
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from dateline.site.runtime import ASSETS, PREFIX
from dateline.site.runtime_vendor import MANIFEST, read_json
from dateline.site.urls import to_root

_FOR_PYTHON = ("begin", "instant", "python", "site", "state")
_FOR_THE_PAGE = ("dateline", "address", "dom", "keys", "offline", "query")
"""Modules of `assets/js` in the order in which they are wanted: a browser asks for six at once."""

TEMPLATES = Path(__file__).parent / "theme"


def stylesheets() -> list[str]:
    """Site paths of the style sheets, in the order of their names."""
    return [PREFIX + path.relative_to(ASSETS).as_posix() for path in sorted(ASSETS.glob("css/*"))]


def script() -> str:
    """Site path of the one script a page names; it loads what else it needs."""
    return PREFIX + "js/dateline.mjs"


def python_starter() -> str:
    """What the head of a page that asks Python needs, links unresolved.

    Each module would be found only when the one before it has been read; naming them lets the
    browser ask for all at once. They are what `js/begin.mjs` and `js/dateline.mjs` import.
    """
    chunks = read_json(MANIFEST)["packages"]["@pyscript/core"]["files"]
    modules = [
        *(f"js/{name}.mjs" for name in _FOR_PYTHON),
        *(f"pyscript/{name}" for name in sorted(chunks)),
        # The worker loads these itself, and then finds them in the browser's cache.
        *("python/interpreter.mjs", "pyodide/pyodide.mjs"),
        *(f"js/{name}.mjs" for name in _FOR_THE_PAGE),
    ]
    links = (f'<link rel="modulepreload" href="{to_root(PREFIX + path)}">' for path in modules)
    begin = to_root(PREFIX + "js/begin.mjs")
    return f'<script type="module" async src="{begin}"></script>' + "".join(links)


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
