"""The MkDocs plugin: a thin adapter between MkDocs' hooks and the plain library beside it.

on_startup      notes whether this is `serve`
on_config       watches the story folder, adds theme files, builds beside the old site
on_files        reads the story and adds its pages, assets and data to the site
on_post_page    marks the page as static HTML until a script takes over
on_post_build   checks links, writes the service worker, puts the new site in place
"""

from __future__ import annotations

import logging
import shutil
from pathlib import Path
from typing import Any, Literal

import jinja2
from markupsafe import escape
from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc
from mkdocs.utils import CountHandler

from dateline.errors import DatelineError
from dateline.site import offline, replace, theme
from dateline.site.publish import Publication, publish
from dateline.site.render import SitePage, linked_data_script
from dateline.site.urls import Urls, dead_links

log = get_plugin_logger(__name__)

_HIDDEN = ["navigation", "toc"]
"""Generated pages carry their own contents, so Material's side bars would be empty."""


class DatelineConfig(Config):
    """Options of the plugin in `mkdocs.yml`."""

    seeds = config_options.Type(str, default="seeds")
    """The story folder, relative to `mkdocs.yml`."""
    node_modules = config_options.Type(str, default="node_modules")
    """Where npm put Pyodide, PyScript and lunr."""
    cache = config_options.Type(str, default=".cache/dateline")
    """Where what is slow to make is kept between builds."""
    jobs = config_options.Type(int, default=0)
    """Processes that annotate; 0 is as many as the machine has cores."""


class DatelinePlugin(BasePlugin[DatelineConfig]):
    """Publishes a story folder as part of a MkDocs site."""

    def __init__(self) -> None:
        self.problems: tuple[DatelineError, ...] = ()
        self.failure: Exception | None = None
        self._serving = False
        self._target: Path | None = None
        self._publication: Publication | None = None

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Remember the command; keeps this instance alive over the rebuilds of `serve`."""
        self._serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Prepare the theme, the assets and the folder to build in."""
        config.watch.append(str(self._path(config, self.config.seeds)))
        config.theme.dirs.insert(0, str(theme.TEMPLATES))
        config.extra_css.insert(0, theme.STYLESHEET)
        script = config_options.ExtraScriptValue(theme.SCRIPT)
        script.type = "module"
        config.extra_javascript.append(script)
        self._target = None
        if not self._serving:
            self._target = Path(config.site_dir)
            config.site_dir = str(replace.partial(self._target))
        return config

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Read the story and add everything it gives to the files of the site."""
        try:
            publication = publish(
                self._path(config, self.config.seeds),
                self._path(config, self.config.node_modules),
                self._path(config, self.config.cache),
                self.config.jobs,
                config.use_directory_urls,
                not self._serving,
                config.site_url or "",
            )
        except DatelineError as error:
            raise PluginError(str(error)) from None
        self._publication = publication
        self.problems = publication.problems
        for problem in publication.problems:
            log.warning(str(problem))
        if publication.title:
            # The theme writes names and titles into the page as they are.
            config.site_name = escape(publication.title)
        urls = Urls(config.use_directory_urls)
        for page in publication.pages:
            files.append(_page_file(page, urls, config))
        for path, content in publication.files.items():
            files.append(_asset_file(path, content, config))
        return files

    def on_env(
        self, env: jinja2.Environment, *, config: MkDocsConfig, files: Files
    ) -> jinja2.Environment:
        """Give the theme what it keeps from page to page."""
        env.globals["drawn"] = theme.DrawnOnce()
        return env

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """State in the HTML itself that no script has run yet."""
        return output.replace("<html ", '<html data-dateline="static" ', 1)

    @event_priority(-200)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Check every link, describe the finished files to the service worker, change over."""
        publication = self._publication
        if publication is None:
            return
        site = Path(config.site_dir)
        written = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
        pages = {page.path: page.content for page in publication.pages}
        for problem in dead_links(pages, written | _hand_written(written)):
            log.warning(f"dead link: {problem}")
        title = publication.title or config.site_name
        manifest = offline.web_manifest(title, publication.description)
        (site / "manifest.webmanifest").write_bytes(manifest)
        offline.forget_the_day(site)
        if not self._serving:
            # Live reload alters each page it sends, and the worker refuses what it does not know.
            (site / "sw.js").write_bytes(offline.service_worker(offline.hashes(site)))
        if _has_failed(config):
            shutil.rmtree(site)
        elif self._target is not None:
            replace.put_in_place(site, self._target)
            config.site_dir = str(self._target)

    def on_build_error(self, *, error: Exception) -> None:
        """Keep what went wrong: MkDocs logs it and raises another error in its place."""
        self.failure = error

    def _path(self, config: MkDocsConfig, option: str) -> Path:
        return Path(config.config_file_path or "mkdocs.yml").parent / option


class _StoryPage(Page):
    """A page that is HTML already: nothing of it goes through Markdown."""

    def __init__(self, page: SitePage, urls: Urls, file: File, config: MkDocsConfig) -> None:
        self._page = page
        self._urls = urls
        super().__init__(escape(page.title), file, config)

    def read_source(self, config: MkDocsConfig) -> None:
        """Give MkDocs what it would have read from front matter."""
        self.markdown = ""
        first = theme.python_starter() if self._page.asks_python else ""
        head = str(linked_data_script(self._page.linked_data))
        self.meta: dict[str, Any] = {
            "hide": _HIDDEN,
            "search": {"exclude": True},
            "dateline_first": self._urls.resolve(first, self._page.path),
            "dateline_head": self._urls.resolve(head, self._page.path),
        }
        if self._page.path:
            # As `title` it would go through `striptags`, which takes the escaping off again.
            self.meta["title"] = escape(self._page.title)
        if self._page.description:
            self.meta["description"] = escape(self._page.description)

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Resolve the page's links; its anchors are checked by `dead_links`."""
        self.content = self._urls.resolve(self._page.content, self._page.path)
        self.toc = get_toc([])
        self.present_anchor_ids = set()
        self.links_to_anchors = {}


def _has_failed(config: MkDocsConfig) -> bool:
    """Whether MkDocs is going to fail this build for its warnings, once we have returned."""
    counters = (h for h in logging.getLogger("mkdocs").handlers if isinstance(h, CountHandler))
    return config.strict and any(counter.get_counts() for counter in counters)


def _page_file(page: SitePage, urls: Urls, config: MkDocsConfig) -> File:
    source = (page.path.rstrip("/") or "index") + ".md"
    file = File.generated(config, source, content="", inclusion=InclusionLevel.NOT_IN_NAV)
    _StoryPage(page, urls, file, config)
    return file


def _asset_file(path: str, content: bytes | Path, config: MkDocsConfig) -> File:
    if isinstance(content, Path):
        return File.generated(config, path, abs_src_path=str(content))
    return File.generated(config, path, content=content)


def _hand_written(written: set[str]) -> set[str]:
    """The pages MkDocs made of Markdown, as the library names pages: `method/`."""
    folders = {path.removesuffix("index.html") for path in written if path.endswith("/index.html")}
    flat = {path.removesuffix(".html") + "/" for path in written if path.endswith(".html")}
    return folders | flat


def loaded_plugin(config: MkDocsConfig) -> DatelinePlugin:
    """The plugin of a loaded configuration; raises `DatelineError` when it names none."""
    for plugin in config.plugins.values():
        if isinstance(plugin, DatelinePlugin):
            return plugin
    raise DatelineError("mkdocs.yml does not name the plugin `dateline`")
