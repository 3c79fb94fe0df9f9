"""New reports as feeds, RSS 2.0 and JSON Feed 1.1, and the list that tells a page what is new.

A feed needs absolute addresses; without the site's address there is none. The day of a report goes
into it only where it is certain: a reader of feeds shows it as a fact.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import format_datetime
from urllib.parse import urljoin
from xml.etree import ElementTree

from dateline import paths
from dateline.model import Record
from dateline.site.urls import Urls
from dateline.site.view import StoryView, shorten

RSS, JSON_FEED = "feed.xml", "feed.json"
MOST = 50
"""Reports in a feed; its readers come again before there are more new ones."""

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_SUMMARY = 300
"""Characters of the summary, at most."""
_UNTITLED = "Dateline"
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def feeds(record: Record, site_url: str, urls: Urls) -> Mapping[str, bytes]:
    """Both feeds by their paths; empty when `site_url` is."""
    if not site_url:
        return {}
    items = list(_items(StoryView(record), site_url, urls))
    head = record.story.title or _UNTITLED, record.story.description
    return {RSS: _rss(*head, items, site_url), JSON_FEED: _json(*head, items, site_url)}


def all_reports(record: Record) -> bytes:
    """`[[id, title, EDTF or ""], ...]` as JSON, the latest first: `scripts/visits.mjs` compares."""
    view = StoryView(record)
    listed = [
        (document, view.headline(document), view.article(document).published.edtf or "")
        for document in _latest_first(view)
    ]
    text = json.dumps(listed, ensure_ascii=False, separators=(",", ":"))
    return text.encode("utf-8", "backslashreplace")


def _latest_first(view: StoryView) -> list[str]:
    return sorted(view.documents, key=lambda id_: (view.day(id_), id_), reverse=True)


Item = dict[str, str]


def _items(view: StoryView, site_url: str, urls: Urls) -> list[Item]:
    return [_item(view, document, site_url, urls) for document in _latest_first(view)[:MOST]]


def _item(view: StoryView, document: str, site_url: str, urls: Urls) -> Item:
    article = view.article(document)
    published = article.published.edtf or ""
    body = (s.index for s in article.sentences if s.role == "body")
    told = (view.sentence_text((document, index)) for index in body)
    return {
        "url": urljoin(site_url, urls.address(paths.article_path(document))),
        "title": view.headline(document),
        # Of a report that may not be shown in full the first sentences may be blank.
        "summary": shorten(next(filter(None, told), ""), _SUMMARY),
        "day": published if _DAY.fullmatch(published) else "",
    }


def _json(title: str, description: str, items: list[Item], site_url: str) -> bytes:
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": title,
        "description": description,
        "home_page_url": site_url,
        "feed_url": urljoin(site_url, JSON_FEED),
        "items": [_json_item(item) for item in items],
    }
    return json.dumps(feed, ensure_ascii=False, indent=1).encode("utf-8", "replace")


def _json_item(item: Item) -> dict[str, str]:
    found = {"id": item["url"], "url": item["url"], "title": item["title"]}
    found["content_text"] = item["summary"] or item["title"]
    if item["day"]:
        found["date_published"] = f"{item['day']}T00:00:00Z"
    return found


def _rss(title: str, description: str, items: list[Item], site_url: str) -> bytes:
    root = ElementTree.Element("rss", version="2.0")
    channel = ElementTree.SubElement(root, "channel")
    _add(channel, title=title, link=site_url, description=description or title)
    for item in items:
        entry = ElementTree.SubElement(channel, "item")
        _add(entry, title=item["title"], link=item["url"], guid=item["url"])
        _add(entry, description=item["summary"] or item["title"])
        if item["day"]:
            midnight = datetime.fromisoformat(item["day"]).replace(tzinfo=UTC)
            _add(entry, pubDate=format_datetime(midnight, usegmt=True))
    ElementTree.indent(root, " ")
    written: bytes = ElementTree.tostring(root, "utf-8", xml_declaration=True)
    return written


def _add(parent: ElementTree.Element, **children: str) -> None:
    for name, text in children.items():
        ElementTree.SubElement(parent, name).text = _NOT_XML.sub("", text)
