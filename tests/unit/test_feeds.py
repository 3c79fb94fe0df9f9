"""Feeds of new reports: absolute addresses, the latest first, nothing that breaks XML."""

from __future__ import annotations

import json
from xml.etree import ElementTree

from dateline.site.feeds import JSON_FEED, RSS, feeds
from dateline.site.urls import Urls
from support.records import fjord_story

SITE = "https://reader.example/room/"


def test_both_feeds_tell_of_the_same_reports_latest_first() -> None:
    made = feeds(fjord_story().record(), SITE, Urls())
    listed = json.loads(made[JSON_FEED])
    entries = ElementTree.fromstring(made[RSS]).findall("channel/item")
    assert [e.findtext("link") for e in entries] == [item["url"] for item in listed["items"]]
    assert [e.findtext("title") for e in entries] == [item["title"] for item in listed["items"]]
    assert all(item["url"].startswith(f"{SITE}articles/") for item in listed["items"])
    days = [item["date_published"] for item in listed["items"] if "date_published" in item]
    assert days == sorted(days, reverse=True)
    assert days
    assert listed["feed_url"] == f"{SITE}feed.json"


def test_a_day_in_rss_is_the_day_of_the_report() -> None:
    made = feeds(fjord_story().record(), SITE, Urls())
    first = next(i for i in json.loads(made[JSON_FEED])["items"] if "date_published" in i)
    entries = ElementTree.fromstring(made[RSS]).findall("channel/item")
    entry = next(e for e in entries if e.findtext("link") == first["url"])
    year, month, day = first["date_published"][:10].split("-")
    published = entry.findtext("pubDate") or ""
    assert f" {day} " in published
    assert f" {year} 00:00:00 GMT" in published
    assert int(month) in range(1, 13)


def test_flat_addresses_and_no_feed_without_an_address() -> None:
    record = fjord_story().record()
    items = json.loads(feeds(record, SITE, Urls(directory=False))[JSON_FEED])["items"]
    assert all(item["url"].endswith(".html") for item in items)
    assert feeds(record, "", Urls()) == {}
