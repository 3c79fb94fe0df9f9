"""Working without a network: the service worker, the web manifest, and what the build consists of.

The service worker is one file at the site's root, so that its scope is the site wherever that is
put. It carries the list of everything to keep with the hash of each file; the name of its cache is
the hash of that list, so one build never answers with another build's file.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from pathlib import Path

from dateline.site.shards import Shards

SOURCE = Path(__file__).parent / "scripts" / "sw.js"
LIST_MARK = "/* files */ {}"
CACHE_MARK = "/* build */"
PIECES_MARK = "/* pieces */"
# Kept whole on the reader's machine at the first visit; the rest is kept as it is read. Beyond
# this a first visit on a telephone would load more than the reader asked for.
MOST_PAGES = 400
PAGE = ".html"
# Downloads, and what only machines ask for.
DOWNLOADS = (".map", ".csv", ".gz", ".ics", ".xml", "robots.txt", "404.html")
DOWNLOAD_FOLDER = "data/"
ARCHIVE = "assets/dateline/archive.sqlite"
PIECES = "assets/dateline/archive/"
# The theme asks for it on every page before it turns instant navigation on.
SITEMAP = "sitemap.xml"


def site_json(
    build: str,
    archive: bytes,
    shards: Shards | None = None,
    *,
    directory_urls: bool = True,
    offline: bool = True,
) -> bytes:
    """`assets/dateline/site.json`: which build this is, what its archive's hash is, how it is cut.

    `offline` is false where there will be no `sw.js`, as under `mkdocs serve`, whose live reload
    alters every page that it sends.
    """
    content = {
        "archive": "archive.sqlite",
        "archive_sha256": hashlib.sha256(archive).hexdigest(),
        "build": build,
        "directory_urls": directory_urls,
        "offline": offline,
        "shards": asdict(shards) if shards else None,
    }
    return _json(content)


def forget_the_day(site: Path) -> None:
    """Take the build's day out of the site map, so that the same story gives the same bytes."""
    path = site / SITEMAP
    if path.is_file():
        content = re.sub(rb"\s*<lastmod>[^<]*</lastmod>", b"", path.read_bytes())
        path.write_bytes(content)
        path.with_name(SITEMAP + ".gz").write_bytes(gzip.compress(content, mtime=0))


def service_worker(files: Mapping[str, str]) -> bytes:
    """The script for `sw.js`. `files` is site path -> sha256 of every file of the finished site."""
    kept = {path: digest[:16] for path, digest in sorted(precached(files).items())}
    listing = _json(kept)
    build = hashlib.sha256(listing + SOURCE.read_bytes()).hexdigest()[:16]
    script = SOURCE.read_text("utf-8")
    for mark, value in (
        (LIST_MARK, listing.decode()),
        (CACHE_MARK, build),
        (PIECES_MARK, _pieces_folder(files)),
    ):
        assert script.count(mark) == 1, mark
        script = script.replace(mark, value)
    return script.encode()


def _pieces_folder(files: Iterable[str]) -> str:
    """The folder in which the pieces of a large archive lie; empty when it is sent whole."""
    piece = next((path for path in files if path.startswith(PIECES)), "")
    return piece[: piece.rfind("/") + 1]


def precached(files: Mapping[str, str]) -> dict[str, str]:
    """Those of `files` to be kept at the first visit: what the site runs, and its pages.

    Of a story with very many pages only the first ones by depth and name: index pages come before
    what they list. Of an archive in pieces none: each is kept when it is asked for.
    """
    wanted = {path: digest for path, digest in files.items() if _wanted(path)}
    if _pieces_folder(files):
        wanted.pop(ARCHIVE, None)
    pages = sorted(filter(_is_page, wanted), key=lambda path: (path.count("/"), path))
    left_out = set(pages[MOST_PAGES:])
    return {path: digest for path, digest in wanted.items() if path not in left_out}


def hashes(site: Path) -> dict[str, str]:
    """Site path -> sha256 of every file under the folder `site`."""
    return {
        path.relative_to(site).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(site.rglob("*"))
        if path.is_file()
    }


def web_manifest(
    title: str, description: str = "", icons: Iterable[Mapping[str, str]] = ()
) -> bytes:
    """`manifest.webmanifest`; every address in it is relative to the site's root.

    `icons` are `{"src": ..., "sizes": ..., "type": ...}`.
    """
    content = {
        "name": title,
        "short_name": title if len(title) <= 12 else title.split()[0][:12],
        "description": description,
        "start_url": "./",
        "scope": "./",
        "id": "./",
        "display": "minimal-ui",
        "background_color": "#ffffff",
        "theme_color": "#4051b5",
        "icons": [dict(icon) for icon in icons],
    }
    return _json(content)


def _wanted(path: str) -> bool:
    if path == SITEMAP:
        return True
    if path == "sw.js" or path.endswith(DOWNLOADS):
        return False
    return _is_page(path) or not path.startswith(DOWNLOAD_FOLDER)


def _is_page(path: str) -> bool:
    return path.endswith(PAGE)


def _json(content: object) -> bytes:
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    # The list becomes part of a script; a path cannot end it there.
    return text.replace("<", "\\u003c").encode()
