from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from browser.looking import Observed, open_ready, results

SETTLED = "#dateline-results[data-from=python]"


def ask(page: Page, words: str) -> None:
    """Types a query and waits for Python's answer to it."""
    page.fill("#dateline-q", words)
    page.wait_for_function(
        "words => document.querySelector('#dateline-results').dataset.asked === words", arg=words
    )


def test_the_states_come_in_order(page: Page) -> None:
    page.add_init_script(
        """new MutationObserver(() => {
             const state = document.documentElement?.dataset.dateline;
             (window.states ??= []).at(-1) === state || window.states.push(state);
           }).observe(document, {subtree: true, attributes: true, childList: true})"""
    )
    open_ready(page, "search/")
    assert page.evaluate("window.states") == ["static", "instant", "ready"]
    marks = page.evaluate("performance.getEntriesByType('mark').map((mark) => mark.name)")
    assert [mark for mark in marks if mark.startswith("dateline:")] == [
        "dateline:instant",
        "dateline:ready",
    ]


def test_a_name_is_found_at_once_and_then_by_python(page: Page) -> None:
    page.goto("search/?q=kishida")
    page.wait_for_selector("#dateline-results[data-from=instant] > li[data-id=fumio-kishida]")
    page.wait_for_selector(SETTLED, timeout=60_000)
    first = results(page)[0]
    assert (first["kind"], first["id"]) == ("person", "fumio-kishida")
    measures = page.evaluate("performance.getEntriesByName('dateline:query').length")
    assert measures >= 1


def test_typing_changes_the_url_and_opening_the_url_shows_the_same(page: Page) -> None:
    open_ready(page, "search/")
    ask(page, "intelligence")
    typed = results(page)
    assert typed
    assert "q=intelligence" in page.url
    open_ready(page, page.url)
    page.wait_for_selector(SETTLED)
    assert results(page) == typed


def test_every_result_says_its_kind_id_and_day(page: Page) -> None:
    open_ready(page, "search/?q=yoon")
    for result in results(page):
        assert result["kind"]
        assert result["id"]
        assert result["date"] == "" or len(result["date"]) == 10
    assert page.inner_text("#dateline-count").split()[0].isdigit()


def test_the_hit_is_marked_and_leads_to_its_sentence(page: Page) -> None:
    open_ready(page, "search/?q=hydrogen&kind=sentence")
    page.wait_for_selector(SETTLED + " > li")
    assert page.inner_text("#dateline-results mark").lower() == "hydrogen"
    page.click("#dateline-results > li a")
    page.wait_for_url("**/articles/**#s*")
    expect(page.locator(":target")).to_contain_text("hydrogen", ignore_case=True)
    expect(page.locator(":target")).to_be_in_viewport()


def test_back_goes_to_the_query_before_without_loading_the_page(page: Page) -> None:
    open_ready(page, "search/")
    page.evaluate("window.stayed = true")
    ask(page, "kishida")
    page.wait_for_timeout(1100)
    ask(page, "yoon")
    page.go_back()
    page.wait_for_function("document.querySelector('#dateline-q').value === 'kishida'")
    page.wait_for_function(
        "document.querySelector('#dateline-results').dataset.asked === 'kishida'"
    )
    assert results(page)[0]["id"] == "fumio-kishida"
    page.go_forward()
    page.wait_for_function("document.querySelector('#dateline-q').value === 'yoon'")
    assert page.evaluate("window.stayed")


def test_back_from_a_result_restores_the_results(page: Page) -> None:
    open_ready(page, "search/?q=kishida")
    page.wait_for_selector(SETTLED + " > li")
    before = results(page)
    page.click("#dateline-results > li a")
    page.wait_for_url("**/people/fumio-kishida/")
    page.go_back()
    page.wait_for_selector(SETTLED + " > li")
    assert results(page) == before
    assert page.input_value("#dateline-q") == "kishida"


def test_python_is_started_once_for_many_pages(page: Page, observed: Observed) -> None:
    open_ready(page, "search/?q=kishida")
    page.wait_for_selector(SETTLED + " > li")
    page.click("#dateline-results > li a")
    page.wait_for_url("**/people/fumio-kishida/")
    page.click("a.dl-header-search")
    page.wait_for_selector("#dateline-results", state="attached")
    ask(page, "seoul")
    assert sum(url.endswith("pyodide.asm.wasm") for url in observed.requests) == 1


@pytest.mark.parametrize(("field", "value"), [("from", "2024"), ("to", "2022-12")])
def test_a_range_of_days_narrows_the_results(page: Page, field: str, value: str) -> None:
    open_ready(page, "search/?q=kishida&kind=sentence")
    page.wait_for_selector(SETTLED + " > li")
    count = int(page.inner_text("#dateline-count").split()[0])
    page.fill(f"#dateline-{field}", value)
    page.wait_for_function(
        "count => parseInt(document.querySelector('#dateline-count').textContent) < count",
        arg=count,
    )
    assert results(page)
    assert f"{field}={value}" in page.url


def test_a_name_is_chosen_with_the_keyboard_alone(page: Page) -> None:
    open_ready(page, "search/")
    page.focus("#dateline-who")
    page.keyboard.type("kish")
    expect(page.locator("#dateline-who-list li").first).to_contain_text("Kishida")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/?who=fumio-kishida")
    expect(page.locator("#dateline-who")).to_have_value("Fumio Kishida")
    page.wait_for_selector(SETTLED + " > li")
    page.keyboard.press("Escape")
    page.wait_for_url("**/search/")


def test_an_answer_that_comes_late_leaves_the_arrows_where_they_stand(page: Page) -> None:
    open_ready(page, "search/")
    box, options = page.locator("#dateline-who"), page.locator("#dateline-who-list li")
    box.focus()
    page.keyboard.type("kish")
    expect(options.first).to_contain_text("Kishida")
    page.keyboard.press("ArrowDown")
    page.evaluate("window.before = document.querySelector('#dateline-who-list li')")
    box.dispatch_event("focus")  # asks once more, as a letter typed just before does
    page.wait_for_function("document.querySelector('#dateline-who-list li') !== window.before")
    expect(box).to_have_attribute("aria-activedescendant", "dateline-who-list-0")
    page.keyboard.type("i")
    expect(box).not_to_have_attribute("aria-activedescendant", re.compile("."))
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/?who=fumio-kishida")


def test_a_field_and_its_value_are_completed_with_the_keyboard_alone(page: Page) -> None:
    open_ready(page, "search/")
    box, options = page.locator("#dateline-q"), page.locator("#dateline-q-list li")
    box.focus()
    page.keyboard.type("summit whe")
    expect(options).to_have_text(["where:a place"])
    page.keyboard.press("ArrowDown")
    expect(box).to_have_attribute("aria-activedescendant", "dateline-q-list-0")
    page.keyboard.press("Enter")
    expect(box).to_have_value("summit where:")
    page.keyboard.type("cam")
    expect(options.first).to_contain_text("Camp David")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(box).to_have_value('summit where:"Camp David" ')
    expect(options).to_have_count(0)
    page.wait_for_function(
        "document.querySelector('#dateline-results').dataset.asked.endsWith('David\"')"
    )
    assert results(page)


def test_the_list_of_fields_leaves_enter_escape_and_arrows_to_the_page(page: Page) -> None:
    open_ready(page, "search/")
    page.focus("#dateline-q")
    page.keyboard.type("yoon sa")
    expect(page.locator("#dateline-q-list li")).to_have_text(["says:whose words"])
    page.keyboard.press("Escape")
    expect(page.locator("#dateline-q-list li")).to_have_count(0)
    expect(page.locator("#dateline-q")).to_have_value("yoon sa")
    page.keyboard.press("Escape")
    expect(page.locator("#dateline-q")).to_have_value("")
    page.keyboard.type("kind:mee")
    expect(page.locator("#dateline-q-list li")).to_have_count(1)
    page.keyboard.type("ting ")
    expect(page.locator("#dateline-q-list li")).to_have_count(0)
    page.wait_for_selector(SETTLED + " > li[data-kind=meeting]")
    page.keyboard.press("ArrowDown")
    expect(page.locator("#dateline-results > li a").first).to_be_focused()


def test_the_kind_and_the_facets_narrow_and_widen(page: Page) -> None:
    open_ready(page, "search/?q=kishida")
    page.wait_for_selector(SETTLED + " > li")
    page.click("#dateline-facets button:has-text('meeting')")
    page.wait_for_url("**kind=meeting")
    page.wait_for_function(
        "[...document.querySelectorAll('#dateline-results > li')].every("
        "(li) => li.dataset.kind === 'meeting')"
    )
    page.select_option("#dateline-kind", "")
    page.wait_for_url("**/search/?q=kishida")


def test_nothing_found_says_which_filter_to_drop(page: Page) -> None:
    open_ready(page, "search/?q=kishida&from=1950&to=1951")
    page.wait_for_selector(SETTLED, state="attached")
    expect(page.locator("#dateline-count")).to_have_text("No result found.")
    page.click("#dateline-note button")
    page.wait_for_selector(SETTLED + " > li")


def test_everything_goes_by_keyboard(page: Page) -> None:
    open_ready(page, "search/")
    page.keyboard.press("/")
    expect(page.locator("#dateline-q")).to_be_focused()
    page.keyboard.type("kishida")
    page.wait_for_selector(SETTLED + " > li")
    page.wait_for_function(
        "document.querySelector('#dateline-results').dataset.asked === 'kishida'"
    )
    links = page.locator("#dateline-results > li a")
    page.keyboard.press("ArrowDown")
    expect(links.nth(0)).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(links.nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(page.locator("#dateline-q")).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Escape")
    expect(page.locator("#dateline-q")).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/people/fumio-kishida/")


def test_escape_empties_the_box(page: Page) -> None:
    open_ready(page, "search/?q=kishida")
    page.wait_for_selector(SETTLED + " > li")
    page.focus("#dateline-q")
    page.keyboard.press("Escape")
    expect(page.locator("#dateline-q")).to_have_value("")
    expect(page.locator("#dateline-results > li")).to_have_count(0)


def test_without_python_the_instant_index_goes_on_and_says_so(
    page: Page, observed: Observed
) -> None:
    observed.expected += ("warning:", "error: MessageEvent")
    page.route("**/pyodide.asm.wasm", lambda route: route.fulfill(status=404))
    page.goto("search/?q=kishida")
    page.wait_for_selector("html[data-dateline=failed]", timeout=60_000)
    page.wait_for_selector("#dateline-results > li[data-id=fumio-kishida]")
    expect(page.locator("#dateline-note")).to_contain_text("Python could not start")
    page.fill("#dateline-q", "seoul")
    page.wait_for_selector("#dateline-results > li[data-id=seoul]")


def test_python_is_started_again_where_all_of_it_is_kept(page: Page, observed: Observed) -> None:
    observed.expected += ("error:", "warning:")
    page.add_init_script(
        "Object.defineProperty(navigator.serviceWorker, 'controller', { get: () => ({}) })"
    )
    failures = iter([True])
    page.route(
        "**/python/interpreter.mjs",
        lambda route: route.fulfill(status=404) if next(failures, False) else route.continue_(),
    )
    open_ready(page, "search/?q=kishida")
    assert results(page)[0]["id"] == "fumio-kishida"
    assert page.evaluate("performance.getEntriesByName('dateline:again').length") == 1


def test_what_is_typed_is_never_markup(page: Page) -> None:
    open_ready(page, "search/")
    words = "<img src=x onerror=alert(1)>"
    ask(page, words)
    assert page.locator("#dateline-results img, #dateline-note img").count() == 0
    assert page.input_value("#dateline-q") == words
