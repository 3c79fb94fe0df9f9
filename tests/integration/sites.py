"""Builds sites in process, as `mkdocs build` would, and says what was warned of on the way."""

from __future__ import annotations

import logging
import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

# Material's banner about MkDocs 2 would stand before every warning.
os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig

REPOSITORY = Path(__file__).resolve().parents[2]
SEEDS = REPOSITORY / "seeds"
ORIGINALS = REPOSITORY.parent / "shared" / "seeds"
"""The reports that `seeds/` was written after; only beside some checkouts."""
STORIES = REPOSITORY / "tests" / "data" / "stories"

SITE_URL = "https://reader.example/room/"
"""A host that is not ours and a path below its root, as on GitHub Pages."""


@dataclass(frozen=True)
class Site:
    """A finished site."""

    folder: Path
    directory_urls: bool = True
    warnings: tuple[str, ...] = ()
    """What was logged on the way, in order, from warnings upwards."""

    def files(self) -> dict[str, bytes]:
        """Every file by its path below the root."""
        return {path: (self.folder / path).read_bytes() for path in self.paths()}

    def paths(self) -> list[str]:
        """The paths of all files below the root."""
        found = (path for path in self.folder.rglob("*") if path.is_file())
        return sorted(path.relative_to(self.folder).as_posix() for path in found)

    def pages(self) -> dict[str, str]:
        """Every HTML file by its path."""
        return {
            path: (self.folder / path).read_text("utf-8")
            for path in self.paths()
            if path.endswith(".html")
        }

    def page(self, path: str) -> str:
        """The page that the library calls `articles/a/`."""
        file = f"{path}index.html" if self.directory_urls or not path else f"{path[:-1]}.html"
        return (self.folder / file).read_text("utf-8")


@dataclass(frozen=True)
class Workshop:
    """Where sites are built: one cache for all of them, and a folder for each."""

    root: Path
    count: list[int] = field(default_factory=lambda: [0])

    @property
    def cache(self) -> Path:
        """The plugin's cache: what is compiled for the browser takes seconds, once."""
        cache = self.root / "cache"
        if not cache.is_dir():
            cache.mkdir()
            for kept in (REPOSITORY / ".cache" / "dateline").glob("*.zip"):
                shutil.copy(kept, cache)
        return cache

    def new_folder(self) -> Path:
        """A folder nobody has used, its parent made."""
        self.count[0] += 1
        folder = self.root / str(self.count[0])
        folder.mkdir()
        return folder / "site"

    def config(self, seeds: Path, output: Path, **settings: Any) -> MkDocsConfig:
        """The project's own configuration for the story in `seeds`, with `settings` over it."""
        options: Mapping[str, Any] = {
            "seeds": str(seeds),
            "node_modules": str(REPOSITORY / "node_modules"),
            "cache": str(self.cache),
        }
        given: dict[str, Any] = {"site_url": SITE_URL, "strict": True} | settings
        return load_config(
            config_file=str(REPOSITORY / "mkdocs.yml"),
            site_dir=str(output),
            plugins={"dateline": options},
            **given,
        )

    def build(self, seeds: Path, output: Path | None = None, **settings: Any) -> Site:
        """Build the story in `seeds`; what MkDocs raises comes through."""
        output = output or self.new_folder()
        config = self.config(seeds, output, **settings)
        warnings = run(config)
        return Site(output, bool(config.use_directory_urls), tuple(warnings))


def run(config: MkDocsConfig, command: str = "build") -> list[str]:
    """Build once with `config`; the warnings it gave."""
    with warned() as messages:
        config.plugins.on_startup(command=command, dirty=False)  # type: ignore[arg-type]
        build(config, serve_url=SITE_URL if command == "serve" else None)
    return messages


@contextmanager
def warned() -> Iterator[list[str]]:
    """The messages that MkDocs logs from warnings upwards."""
    messages: list[str] = []
    handler = _Keeping(messages)
    logger = logging.getLogger("mkdocs")
    logger.addHandler(handler)
    try:
        yield messages
    finally:
        logger.removeHandler(handler)


class _Keeping(logging.Handler):
    def __init__(self, messages: list[str]) -> None:
        super().__init__(logging.WARNING)
        self.messages = messages

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())
