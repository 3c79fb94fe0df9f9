from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from browser.looking import open_ready

ROWS = "#dateline-timeline [data-edtf]"


def days(page: Page) -> list[list[str]]:
    found: list[list[str]] = page.eval_on_selector_all(
        ROWS, "rows => rows.map((row) => [row.dataset.earliest, row.dataset.latest])"
    )
    return found


def test_the_rows_are_there_without_a_script(page: Page, address: str) -> None:
    context = page.context.browser.new_context(java_script_enabled=False)  # type: ignore[union-attr]
    still = context.new_page()
    still.goto(f"{address}timeline/")
    assert still.locator(ROWS).count() > 20
    assert still.get_attribute("html", "data-dateline") == "static"
    context.close()


def test_dates_in_the_form_narrow_the_rows_and_stand_in_the_url(page: Page) -> None:
    open_ready(page, "timeline/")
    everything = len(days(page))
    page.fill("#dateline-from", "2024")
    page.fill("#dateline-to", "2024-06")
    page.wait_for_url("**/timeline/?from=2024&to=2024-06")
    expect(page.locator("#dateline-count")).to_contain_text(f"of {everything}")
    found = days(page)
    assert 0 < len(found) < everything
    assert all(latest >= "2024-01-01" and earliest <= "2024-06-30" for earliest, latest in found)
    page.click("text=Clear all")
    expect(page.locator(ROWS)).to_have_count(everything)


def test_words_narrow_the_rows_through_python(page: Page) -> None:
    open_ready(page, "timeline/?q=missile")
    expect(page.locator("#dateline-count")).to_contain_text(" of ")
    rows = page.locator(ROWS)
    assert rows.count() > 0
    for text in rows.all_inner_texts():
        assert "missile" in text.lower() or "warning" in text.lower() or text


def test_a_drag_over_the_drawing_chooses_a_time(page: Page) -> None:
    open_ready(page, "timeline/")
    box = page.locator("#dateline-strip svg").bounding_box()
    assert box is not None
    middle = box["y"] + box["height"] / 2
    page.mouse.move(box["x"] + box["width"] * 0.5, middle)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * 0.75, middle, steps=4)
    page.mouse.up()
    page.wait_for_url("**/timeline/?from=*&to=*")
    start, end = page.input_value("#dateline-from"), page.input_value("#dateline-to")
    assert all(latest >= start and earliest <= end for earliest, latest in days(page))
    page.go_back()
    page.wait_for_url("**/timeline/")
    expect(page.locator("#dateline-from")).to_have_value("")


def test_the_drawing_zooms_with_wheel_buttons_and_keys(page: Page) -> None:
    open_ready(page, "timeline/")
    drawing = page.locator("#dateline-strip svg")
    labels = [drawing.get_attribute("aria-label")]

    def changed() -> None:
        page.wait_for_function(
            "old => document.querySelector('#dateline-strip svg').ariaLabel !== old", arg=labels[-1]
        )
        labels.append(drawing.get_attribute("aria-label"))

    page.click("text=Closer")
    changed()
    drawing.hover()
    page.mouse.wheel(0, -400)
    changed()
    drawing.focus()
    page.keyboard.press("ArrowLeft")
    changed()
    page.keyboard.press("Home")
    changed()
    assert re.match(r"(\d+) of \1 dated statements from", labels[-1] or "")


def test_the_drawing_comes_in_lanes_and_the_url_keeps_them(page: Page) -> None:
    open_ready(page, "timeline/")
    drawing, lanes = page.locator("#dateline-strip svg"), page.locator(".dl-strip__lane")
    before = drawing.bounding_box()
    page.select_option("#dateline-strip select", "person")
    page.wait_for_url("**/timeline/?lanes=person")
    expect(lanes.first).to_contain_text(re.compile(r"(Yoon|Kishida).* \d+"))
    after = drawing.bounding_box()
    assert before is not None
    assert after is not None
    assert after["height"] > before["height"]
    told = lanes.all_text_contents()
    label = drawing.get_attribute("aria-label") or ""
    assert all(lane in label for lane in told)
    page.fill("#dateline-q", "seoul")
    page.wait_for_url("**/timeline/?q=seoul&lanes=person")
    expect(lanes.first).not_to_have_text(told[0])
    page.reload()
    page.wait_for_selector(".dl-strip__lane")
    assert page.input_value("#dateline-strip select") == "person"
    page.select_option("#dateline-strip select", "")
    page.wait_for_url("**/timeline/?q=seoul")
    expect(lanes).to_have_count(0)


def test_lanes_of_nothing_known_are_none(page: Page) -> None:
    open_ready(page, "timeline/?lanes=colour")
    expect(page.locator("#dateline-count")).to_contain_text("dated statements")
    expect(page.locator(".dl-strip__lane")).to_have_count(0)
    assert page.input_value("#dateline-strip select") == ""


def test_python_has_the_rows_in_the_order_of_the_page(page: Page) -> None:
    open_ready(page, "timeline/")
    asked = page.evaluate(
        """async () => {
             const script = document.querySelector("script[src$='js/dateline.mjs']");
             const { ask } = await import(script.src);
             return (await ask({ do: "timeline", limit: 20000 })).rows.map((row) => String(row.id));
           }"""
    )
    shown = page.eval_on_selector_all(ROWS, "rows => rows.map((row) => row.dataset.id)")
    assert len(shown) > 20
    assert asked == shown


def test_the_time_in_view_becomes_the_filter_by_keyboard(page: Page) -> None:
    open_ready(page, "timeline/")
    page.focus("#dateline-strip svg")
    page.keyboard.press("+")
    page.keyboard.press("Enter")
    page.wait_for_url("**/timeline/?from=*&to=*")
    page.keyboard.press("Escape")
    page.wait_for_url("**/timeline/")


def test_a_row_leads_to_its_sentence(page: Page) -> None:
    open_ready(page, "timeline/?q=kishida")
    page.wait_for_selector("#dateline-timeline .dl-source")
    page.locator("#dateline-timeline .dl-source").first.click()
    page.wait_for_url("**/articles/**#s*")
    expect(page.locator(":target")).to_be_in_viewport()
