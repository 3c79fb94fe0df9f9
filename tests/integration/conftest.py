from __future__ import annotations

import logging
from collections.abc import Iterator

import pytest

from integration.crawl import Crawl, crawl
from integration.sites import SEEDS, SITE_URL, Site, Workshop


@pytest.fixture(scope="session")
def workshop(tmp_path_factory: pytest.TempPathFactory) -> Workshop:
    """Where this session builds its sites."""
    return Workshop(tmp_path_factory.mktemp("workshop"))


@pytest.fixture(scope="session")
def site(workshop: Workshop) -> Site:
    """The story in `seeds/`, built strictly, with directory URLs; nobody may change it."""
    return workshop.build(SEEDS)


@pytest.fixture(scope="session")
def flat_site(workshop: Workshop) -> Site:
    """The same with `people/a.html` in place of `people/a/`."""
    return workshop.build(SEEDS, use_directory_urls=False)


@pytest.fixture(scope="session", params=["directory URLs", "flat URLs"])
def crawled(request: pytest.FixtureRequest, site: Site, flat_site: Site) -> Crawl:
    """Both, read page by page."""
    built = site if request.param == "directory URLs" else flat_site
    return crawl(built.pages(), frozenset(built.paths()), SITE_URL)


@pytest.fixture(autouse=True)
def _logger_as_before() -> Iterator[None]:
    """The command line gives MkDocs' logger a handler of its own; take it off again."""
    logger = logging.getLogger("mkdocs")
    handlers, level = list(logger.handlers), logger.level
    yield
    logger.handlers[:], logger.level = handlers, level
