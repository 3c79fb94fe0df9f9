"""Taking away what was found: files, links."""

from __future__ import annotations

import json
from pathlib import Path

from playwright.sync_api import Page, expect

from browser.looking import open_ready


def test_what_was_found_can_be_saved(page: Page, address: str) -> None:
    open_ready(page, "search/?q=kishida&kind=sentence")
    page.wait_for_selector("#dateline-results[data-from=python] > li")
    count = int((page.locator("#dateline-count").text_content() or "").split()[0])
    with page.expect_download() as saving:
        page.locator("#dateline-take [data-form=json]").click()
    assert saving.value.suggested_filename == "search.json"
    items = json.loads(Path(saving.value.path()).read_text("utf-8"))
    assert len(items) == count > 0
    assert all(item["url"].startswith(f"{address}articles/") for item in items)
    page.goto(items[0]["url"])
    assert page.locator(".dl-sentence:target").count() == 1


def test_the_link_of_a_selection_can_be_copied(page: Page) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    open_ready(page, "search/?q=seoul")
    page.wait_for_selector("#dateline-results[data-from=python] > li")
    button = page.locator("#dateline-take button").first
    button.click()
    expect(button).to_have_text("Copied")
    assert page.evaluate("navigator.clipboard.readText()") == page.url


def test_the_narrowed_timeline_can_be_saved_as_a_calendar(page: Page) -> None:
    open_ready(page, "timeline/?from=2023&to=2023-12")
    button = page.locator("#dateline-take [data-form=icalendar]")
    button.focus()
    with page.expect_download() as saving:
        page.keyboard.press("Enter")
    text = Path(saving.value.path()).read_text("utf-8")
    assert text.startswith("BEGIN:VCALENDAR")
    assert text.count("BEGIN:VEVENT") > 3
