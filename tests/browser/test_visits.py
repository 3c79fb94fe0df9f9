"""What is new since the reader's last visit to the front page."""

from __future__ import annotations

import json

from playwright.sync_api import Page, expect

FORGET = """(id) => {
  const [key] = Object.keys(localStorage).filter((key) => key.startsWith("dateline:reports:"));
  const visit = JSON.parse(localStorage.getItem(key));
  const ids = visit.ids.filter((known) => known !== id);
  const earlier = { build: "another", day: "2024-05-01", ids };
  localStorage.setItem(key, JSON.stringify(earlier));
  sessionStorage.clear();
}"""
KEPT = """() => Object.entries(localStorage).filter(([key]) => key.startsWith("dateline:reports:"))
  .map(([, value]) => JSON.parse(value))"""


def first_visit(page: Page) -> None:
    page.goto("")
    page.wait_for_function(
        "Object.keys(localStorage).some((key) => key.startsWith('dateline:reports:'))"
    )


def test_at_a_first_visit_nothing_is_new(page: Page, address: str) -> None:
    first_visit(page)
    expect(page.locator("#dateline-new")).to_be_hidden()
    (visit,) = page.evaluate(KEPT)
    listed = json.loads(page.request.get(f"{address}assets/dateline/reports.json").text())
    assert visit["ids"] == [id_ for id_, _, _ in listed]
    assert len(listed) == 5


def test_a_report_that_came_since_leads_to_its_page(page: Page) -> None:
    first_visit(page)
    page.evaluate(FORGET, "seoul-tenth-summit")
    page.reload()
    place = page.locator("#dateline-new")
    expect(place.get_by_role("heading")).to_have_text("New since your last visit")
    expect(place).to_contain_text("One report, since 1 May 2024")
    place.get_by_role("listitem").get_by_role("link").click()
    page.wait_for_url("**/articles/seoul-tenth-summit/")


def test_what_is_new_stays_so_until_the_next_visit(page: Page) -> None:
    first_visit(page)
    page.evaluate(FORGET, "seoul-tenth-summit")
    page.reload()
    expect(page.locator("#dateline-new")).to_be_visible()
    page.reload()
    expect(page.locator("#dateline-new")).to_be_visible()
    page.evaluate("sessionStorage.clear()")
    page.reload()
    page.wait_for_function("sessionStorage.length > 0")
    expect(page.locator("#dateline-new")).to_be_hidden()
