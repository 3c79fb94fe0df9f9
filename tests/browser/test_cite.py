"""Citing a sentence from an article's page."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import Page, expect

ARTICLE = "articles/seoul-tenth-summit/"


@pytest.fixture
def cited(page: Page) -> Page:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"{ARTICLE}#s4")
    expect(page.locator(".dl-cite")).to_have_attribute("aria-label", "Cite sentence 4")
    return page


def copied(page: Page, label: str) -> str:
    page.locator(".dl-cite").get_by_role("button", name=label).click()
    expect(page.locator(f".dl-cite [data-label='{label}']")).to_have_text("Copied")
    text: str = page.evaluate("navigator.clipboard.readText()")
    return text


def quote(page: Page) -> str:
    return " ".join((page.locator("#s4").text_content() or "").split())


def test_the_link_and_the_text(cited: Page) -> None:
    assert copied(cited, "Copy link") == cited.url
    text = copied(cited, "Text")
    assert text.startswith(f"“{quote(cited)}” ")
    assert text.endswith(cited.url)
    assert "2024-05-27" in text


def test_csl_json_holds_what_the_page_knows(cited: Page) -> None:
    (item,) = json.loads(copied(cited, "CSL-JSON"))
    assert item["title"] == cited.locator("h1").text_content().strip()  # type: ignore[union-attr]
    assert item["issued"] == {"date-parts": [[2024, 5, 27]]}
    assert item["URL"] == cited.url
    assert item["note"] == f"Sentence 4: {quote(cited)}"


def test_pressing_the_mark_of_another_sentence_moves_the_line(cited: Page) -> None:
    cited.locator("#s6 + a").press("Enter")
    expect(cited.locator(".dl-cite")).to_have_attribute("aria-label", "Cite sentence 6")
    expect(cited.locator(".dl-cite")).to_have_count(1)
