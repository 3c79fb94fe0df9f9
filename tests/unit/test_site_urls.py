from __future__ import annotations

import pytest

from dateline.site.urls import Urls, dead_links, to_root


@pytest.mark.parametrize(
    ("directory", "page", "target", "link"),
    [
        (True, "", "people/a/", "./people/a/"),
        (True, "people/a/", "articles/b/#s3", "../../articles/b/#s3"),
        (True, "people/a/", "", "../../"),
        (True, "search/", "data/x.csv", "../data/x.csv"),
        (False, "", "people/a/", "./people/a.html"),
        (False, "people/a/", "articles/b/#s3", "../articles/b.html#s3"),
        (False, "people/a/", "", "../index.html"),
        (False, "people/a/", "search/?who=a", "../search.html?who=a"),
        (False, "search/", "data/x.csv", "./data/x.csv"),
    ],
)
def test_links_lead_from_the_page(directory: bool, page: str, target: str, link: str) -> None:
    html = f'<a href="{to_root(target)}">x</a>'
    assert Urls(directory).resolve(html, page) == f'<a href="{link}">x</a>'


@pytest.mark.parametrize(
    ("link", "problem"),
    [
        (to_root("people/a/"), None),
        (to_root("people/a/#s1"), None),
        (to_root("people/a/") + "?q=1", None),
        (to_root("data/x.csv"), None),
        ("#here", None),
        ("https://example.org/", None),
        (to_root("people/b/"), "no such page"),
        (to_root("people/a/#s2"), "no such anchor"),
        ("#there", "no such anchor"),
        ("people/a/", "not a link from the site's root"),
        ("javascript:alert(1)", "not a link from the site's root"),
    ],
)
def test_dead_links_are_named(link: str, problem: str | None) -> None:
    pages = {"": f'<p id="here"><a href="{link}">x</a>', "people/a/": '<p id="s1">'}
    found = dead_links(pages, ["data/x.csv"])
    if problem is None:
        assert found == []
    else:
        assert len(found) == 1
        assert found[0].startswith("the home page: ")
        assert found[0].endswith(problem)
