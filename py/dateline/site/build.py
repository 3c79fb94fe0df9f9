"""`dateline build` and `dateline serve`: MkDocs run on any story folder.

The configuration is the project's own `mkdocs.yml`, inherited by a short file that names the
folder at hand; so every story gets the same site, wherever the command is run.
"""

from __future__ import annotations

import json
import logging
import os
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

# Material prints a banner about MkDocs 2 that would stand before every message of ours.
os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")

from mkdocs.commands.build import build
from mkdocs.commands.serve import serve
from mkdocs.config import load_config
from mkdocs.exceptions import Abort, MkDocsException

from dateline.errors import DatelineError, NoStory
from dateline.site.plugin import loaded_plugin

_CHECKOUT = Path(__file__).resolve().parents[3]
_PACKAGED = Path(__file__).resolve().parent / "project"
"""`mkdocs.yml` and `docs/` as the wheel carries them; a checkout has them at its top."""


def build_site(folder: Path, output: Path, strict: bool = False) -> Sequence[DatelineError]:
    """Build the site of `folder` into `output`; returns what was left out.

    Raises `DatelineError` when nothing could be built.
    """
    with _log_to_stderr(), _configuration(folder) as config_file:
        config = load_config(config_file=config_file, site_dir=str(output.resolve()), strict=strict)
        config.plugins.on_startup(command="build", dirty=False)
        try:
            build(config)
        except (Abort, MkDocsException) as error:
            reason = loaded_plugin(config).failure or error
            raise DatelineError(str(reason) or "the site was not built") from None
        finally:
            config.plugins.on_shutdown()
        return loaded_plugin(config).problems


def serve_site(folder: Path, address: str) -> None:
    """Build the site of `folder`, serve it on `address` and rebuild on every change."""
    with _log_to_stderr(), _configuration(folder) as config_file:
        try:
            serve(config_file=config_file, dev_addr=address)
        except (Abort, MkDocsException) as error:
            raise DatelineError(str(error) or "the site could not be served") from None
        except OSError as error:
            raise DatelineError(f"{address}: {error.strerror or error}") from None


@contextmanager
def _configuration(folder: Path) -> Iterator[str]:
    """A `mkdocs.yml` for `folder`, for as long as it is needed."""
    if not folder.is_dir():
        raise NoStory(f"{folder}: no such folder")
    project = _CHECKOUT if (_CHECKOUT / "mkdocs.yml").is_file() else _PACKAGED
    here = Path.cwd()
    packages = here / "node_modules"
    options = {
        "seeds": str(folder.resolve()),
        "node_modules": str(packages if packages.is_dir() else project / "node_modules"),
        "cache": str(here / ".cache" / "dateline"),
    }
    config = {
        "INHERIT": str(project / "mkdocs.yml"),
        "docs_dir": str(project / "docs"),
        "plugins": {"dateline": options},
    }
    with tempfile.TemporaryDirectory() as temporary:
        path = Path(temporary) / "mkdocs.yml"
        # JSON is YAML, and quotes whatever a path may hold.
        path.write_text(json.dumps(config), encoding="utf-8")
        yield str(path)


@contextmanager
def _log_to_stderr() -> Iterator[None]:
    """Let MkDocs' warnings be seen, as its own command does; quiet again afterwards."""
    logger = logging.getLogger("mkdocs")
    if logger.handlers:
        yield
        return
    handler = logging.StreamHandler()
    # An error is raised after it is logged, and then told by the command line.
    handler.addFilter(lambda record: record.levelno < logging.ERROR)
    handler.setFormatter(logging.Formatter("%(levelname)-7s - %(message)s"))
    level = logger.level
    logger.setLevel(logging.INFO)
    logger.addHandler(handler)
    try:
        yield
    finally:
        logger.removeHandler(handler)
        logger.setLevel(level)
