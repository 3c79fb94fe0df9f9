"""The whole site of `seeds/`: every page, every link, every promise that the contract makes."""

from __future__ import annotations

import json
import re
import shutil
from collections import Counter
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import pytest
from mkdocs.exceptions import Abort

from dateline.pipeline import build_record
from dateline.site import offline, pages, publish
from dateline.site.render import SitePage
from integration.commands import dateline
from integration.crawl import Crawl, crawl, style_addresses
from integration.sites import ORIGINALS, REPOSITORY, SEEDS, SITE_URL, Site, Workshop, run, warned

THEME_PAGES = frozenset({"404.html"})
"""What Material adds of its own: no page of the story."""
KINDS = ("people", "organizations", "places", "articles", "meetings")
SINGLE_PAGES = ("", "search/", "timeline/", "promises/", "disagreements/", "gaps/", "threads/")
OLD = "the site as it was"
SIXTH = (
    "Leaders of Japan and South Korea speak by telephone\n\n"
    "Tuesday, 15 October 2024\n\n"
    "SEOUL - South Korean President Yoon Suk Yeol spoke with Japanese Prime Minister Fumio "
    "Kishida's successor by telephone on Monday, officials said.\n\n"
    "Hendrik Maas, a scholar at the University of Leiden, said the call changed nothing.\n"
)


def test_every_link_and_anchor_leads_somewhere(crawled: Crawl) -> None:
    assert crawled.dead() == []


def test_nothing_is_fetched_from_another_host(crawled: Crawl) -> None:
    assert crawled.fetched_elsewhere() == []
    for path, page in crawled.pages.items():
        for style in page.styles:
            away = [link for link in style_addresses(style) if not link.startswith("data:")]
            assert away == [], path


def test_no_style_sheet_loads_from_another_host(site: Site) -> None:
    for path, content in site.files().items():
        if path.endswith(".css"):
            for link in style_addresses(content.decode("utf-8")):
                address = urljoin(SITE_URL + path, link)
                assert address.startswith((SITE_URL, "data:")), (path, link)


def test_ids_are_unique_on_every_page(crawled: Crawl) -> None:
    twice = {
        path: [id_ for id_, count in Counter(page.ids).items() if count > 1]
        for path, page in crawled.pages.items()
    }
    assert {path: ids for path, ids in twice.items() if ids} == {}


def test_every_page_is_static_titled_and_has_one_heading(crawled: Crawl) -> None:
    for path, page in crawled.pages.items():
        assert page.html_attributes.get("data-dateline") == "static" or path in THEME_PAGES, path
        assert page.html_attributes.get("lang"), path
        assert page.title.strip(), path
        assert page.headings == 1, path


def test_no_page_carries_a_handler(crawled: Crawl) -> None:
    assert [(path, page.handlers) for path, page in crawled.pages.items() if page.handlers] == []


def test_linked_data_names_its_own_page(crawled: Crawl) -> None:
    wanted = {
        "articles": {"NewsArticle"},
        "people": {"Person"},
        "organizations": {"Organization"},
        "places": {"Place"},
        "meetings": {"Event"},
    }
    seen = set()
    for path, page in crawled.pages.items():
        for text in page.linked_data:
            data = json.loads(text)
            assert data["@context"] == "https://schema.org", path
            assert data.get("name") or data.get("headline"), path
            assert crawled.target(path, data["url"]) == (path, ""), path
            kind = path.partition("/")[0]
            assert data["@type"] in wanted.get(kind, {data["@type"]}), path
            seen.add(data["@type"])
    assert {"NewsArticle", "Person", "Organization", "Place", "Event", "WebSite"} <= seen


def test_the_contract_s_paths_exist(site: Site) -> None:
    paths = set(site.paths())
    for kind in KINDS:
        assert [path for path in paths if re.fullmatch(rf"{kind}/[^/]+/index\.html", path)], kind
        assert f"{kind}/index.html" in paths
    for page in SINGLE_PAGES:
        assert f"{page}index.html" in paths
    for file in ("sw.js", "manifest.webmanifest", "assets/dateline/archive.sqlite"):
        assert file in paths


def test_every_sentence_has_its_anchor_on_its_article_s_page(site: Site) -> None:
    record = build_record(SEEDS).record
    assert record.annotations
    for annotations in record.annotations:
        article = annotations.article
        page = crawl({"a": site.page(f"articles/{article.document.id}/")}, frozenset(), SITE_URL)
        ids = set(page.pages["a"].ids)
        assert {f"s{sentence.index}" for sentence in article.sentences} <= ids


def test_search_and_timeline_pages_carry_what_the_contract_names(site: Site) -> None:
    search = crawl({"a": site.page("search/")}, frozenset(), SITE_URL).pages["a"]
    assert {"dateline-q", "dateline-results", "dateline-count"} <= set(search.ids)
    timeline = site.page("timeline/")
    inside = timeline.partition('id="dateline-timeline"')[2]
    assert inside.count("data-edtf=") == len(build_record(SEEDS).record.timeline) > 0


def test_any_page_is_three_clicks_from_home(crawled: Crawl) -> None:
    reached = {"index.html"}
    for _ in range(3):
        reached |= {
            file
            for path in reached & crawled.pages.keys()
            for link in crawled.pages[path].links
            if (file := crawled.target(path, link)[0]) in crawled.pages
        }
    assert crawled.pages.keys() - reached - THEME_PAGES == set()


def test_a_sixth_article_moves_no_page(workshop: Workshop, site: Site, tmp_path: Path) -> None:
    grown = tmp_path / "seeds"
    shutil.copytree(SEEDS, grown)
    for name in ("aaa-first.txt", "zzz-last.txt"):
        (grown / name).write_text(f"{SIXTH}\nNumber {name}.\n", encoding="utf-8")
    after = workshop.build(grown, strict=False)
    pages = {path for path in site.paths() if path.endswith(".html")}
    assert pages - set(after.paths()) == set()
    assert "articles/zzz-last/index.html" in after.paths()
    for path in ("articles/seoul-farewell/", "articles/new-york-first-talks/"):
        assert _sentences(after.page(path)) == _sentences(site.page(path))


def _sentences(html: str) -> list[str]:
    found = re.findall(r'id="(s\d+)">(.*?)</span> <a class="dl-anchor"', html, re.DOTALL)
    assert found
    return [f"{id_} {re.sub('<[^>]*>', '', text)}" for id_, text in found]


@pytest.mark.usefixtures("site")  # it fills the cache that both start from
def test_two_builds_are_the_same_bytes(workshop: Workshop, tmp_path: Path) -> None:
    """Another folder, another day, another order of sets: the same site."""
    built = []
    for number in ("1", "2"):
        home = tmp_path / (number * int(number))
        shutil.copytree(SEEDS, home / "seeds")
        shutil.copytree(workshop.cache, home / ".cache" / "dateline")
        # MkDocs takes the day of the build from here when it is set, and from the clock otherwise.
        clock = {"PYTHONHASHSEED": number, "SOURCE_DATE_EPOCH": f"{number}700000000"}
        told = dateline("build", "seeds", "--strict", cwd=home, settings=clock)
        assert told.returncode == 0, told.stderr
        built.append(Site(home / "site").files())
    first, second = built
    assert first.keys() == second.keys()
    assert [path for path in first if first[path] != second[path]] == []


def test_no_file_tells_where_it_was_built(workshop: Workshop, site: Site) -> None:
    places = [str(place).encode() for place in (REPOSITORY, workshop.root, Path.home())]
    for path, content in site.files().items():
        assert [place for place in places if len(place) > 8 and place in content] == [], path


def test_a_dead_link_in_a_hand_written_page_fails_a_strict_build(
    workshop: Workshop, tmp_path: Path
) -> None:
    docs = tmp_path / "docs"
    shutil.copytree(REPOSITORY / "docs", docs)
    (docs / "guide.md").write_text("# Guide\n\n[nowhere](people/nobody-at-all.md)\n")
    output = workshop.new_folder()
    with pytest.raises(Abort):
        workshop.build(SEEDS, output, docs_dir=str(docs))
    assert not output.exists()


@pytest.mark.parametrize("directory_urls", [True, False])
def test_dead_links_in_a_generated_page_fail_a_strict_build(
    workshop: Workshop, monkeypatch: pytest.MonkeyPatch, directory_urls: bool
) -> None:
    made = pages.story_pages
    dead = ("\0/people/nobody-at-all/", "\0/articles/#s999", "\0/nowhere.png", "#no-such-place")
    content = "<h1>Extra</h1>" + "".join(f'<a href="{link}">x</a>' for link in dead)

    def with_dead_links(*given: Any) -> list[SitePage]:
        return [*made(*given), SitePage("extra/", "Extra", content)]

    monkeypatch.setattr(publish, "story_pages", with_dead_links)
    output = _old_site(workshop)
    with warned() as messages, pytest.raises(Abort):
        workshop.build(SEEDS, output, use_directory_urls=directory_urls)
    for link in dead:
        assert len([m for m in messages if "extra/" in m and link.strip("\0") in m]) == 1, link
    assert len(messages) == len(dead)


def test_a_build_that_fails_for_its_warnings_leaves_the_old_site(
    workshop: Workshop, tmp_path: Path
) -> None:
    seeds = tmp_path / "seeds"
    shutil.copytree(SEEDS, seeds)
    (seeds / "empty.txt").write_bytes(b"")
    output = _old_site(workshop)
    with pytest.raises(Abort):
        workshop.build(seeds, output)
    assert _is_old_site(output)


def test_an_interrupted_build_leaves_the_old_site(
    workshop: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    output = _old_site(workshop)

    def interrupted(_files: object) -> bytes:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(offline, "service_worker", interrupted)
        with pytest.raises(KeyboardInterrupt):
            workshop.build(SEEDS, output)
    assert _is_old_site(output)
    built = workshop.build(SEEDS, output)
    assert "index.html" in built.paths()
    assert OLD not in built.page("")
    assert [path.name for path in output.parent.iterdir()] == ["site"]


def _old_site(workshop: Workshop) -> Path:
    output = workshop.new_folder()
    output.mkdir()
    (output / "index.html").write_text(OLD, encoding="utf-8")
    return output


def _is_old_site(output: Path) -> bool:
    names = [path.name for path in output.iterdir()]
    return names == ["index.html"] and (output / "index.html").read_text("utf-8") == OLD


def test_serving_sees_a_changed_seed(workshop: Workshop, tmp_path: Path) -> None:
    seeds = tmp_path / "seeds"
    shutil.copytree(SEEDS, seeds)
    output = workshop.new_folder()
    for words in ("A first wording", "A second wording"):
        (seeds / "added.txt").write_text(f"{words}\n\n{SIXTH}", encoding="utf-8")
        config = workshop.config(seeds, output, strict=False)
        run(config, "serve")
        assert str(seeds) in config.watch
        assert words in (output / "articles" / "added" / "index.html").read_text("utf-8")


@pytest.mark.skipif(not ORIGINALS.is_dir(), reason="the shared data is not beside the checkout")
def test_raw_articles_alone_give_every_kind_of_page(workshop: Workshop, tmp_path: Path) -> None:
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    for path in ORIGINALS.glob("*.txt"):
        shutil.copy(path, seeds)
    built = workshop.build(seeds)
    paths = built.paths()
    for kind in KINDS:
        assert [path for path in paths if re.fullmatch(rf"{kind}/[^/]+/index\.html", path)], kind
    assert "data-edtf=" in built.page("timeline/")
    read = crawl(built.pages(), frozenset(paths), SITE_URL)
    assert read.dead() == []


def test_a_meeting_page_tells_what_only_one_of_its_reports_names(
    workshop: Workshop, tmp_path: Path
) -> None:
    met = "Norwegian Prime Minister Erik Lunde met Kenyan President Daniel Otieno in Oslo"
    (tmp_path / "a.txt").write_text(
        f"Norway and Kenya agree\n\nOSLO, March 4, 2021\n\n{met} on Thursday.\n\n"
        "They agreed to build a plant near Naivasha.\n",
        "utf-8",
    )
    (tmp_path / "b.txt").write_text(
        f"Otieno ends visit\n\nNAIROBI, March 5, 2021\n\n{met} on Thursday.\n\n"
        "The two leaders also spoke of Somalia.\n",
        "utf-8",
    )
    site = workshop.build(tmp_path)
    (path,) = [p for p in site.pages() if re.fullmatch(r"meetings/[^/]+/index.html", p)]
    section = site.pages()[path].partition('id="told-alone"')[2].partition("</section>")[0]
    rows = [re.findall(r'href="([^"]+)">([^<]+)<', row) for row in section.split("<tr>")[2:]]
    assert [[name for _, name in row] for row in rows] == [
        ["Norway and Kenya agree", "Naivasha"],
        ["Otieno ends visit", "Somalia"],
    ]
    assert [row[1][0].partition("#")[2] for row in rows] == ["s3", "s3"]
