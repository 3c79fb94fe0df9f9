"""What the tests do with a page: wait until it answers, read it, notice what it should not do."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from playwright.sync_api import BrowserContext, Page, Request, TimeoutError

from browser.server import SUB_PATH

ROOT = Path(__file__).resolve().parents[2]
ENDED = "html[data-dateline=ready], html[data-dateline=failed]"


class Observed:
    """What pages asked for and said."""

    def __init__(self) -> None:
        self.requests: list[str] = []
        self.console: list[str] = []
        self.expected: tuple[str, ...] = ()
        """Beginnings of console lines that a test brings about on purpose."""

    def follow(self, context: BrowserContext) -> None:
        context.on("request", lambda request: self.requests.append(request.url))
        context.on("console", lambda line: self.console.append(f"{line.type}: {line.text}"))
        context.on("weberror", lambda error: self.console.append(f"uncaught: {error.error}"))

    def check(self, address: str) -> None:
        own = (address, f"blob:{address.removesuffix(SUB_PATH + '/')}/", "data:")
        outside = [url for url in self.requests if not url.startswith(own)]
        assert outside == []
        unexpected = [line for line in self.console if not line.startswith(self.expected or "\0")]
        assert unexpected == []


def open_ready(page: Page, path: str) -> Page:
    """Opens a page of the site and waits until Python answers.

    Raises AssertionError, with what the page said, asked for and did not get, when it does not.
    """
    console: list[str] = []
    asked: dict[Request, str] = {}
    listeners: dict[str, Callable[[Any], object]] = {
        "console": lambda line: console.append(f"{line.type}: {line.text}"),
        "request": lambda request: asked.setdefault(request, "no answer"),
        "requestfailed": lambda request: asked.update({request: str(request.failure)}),
        "requestfinished": lambda request: asked.pop(request, None),
    }
    for event, listener in listeners.items():
        page.on(event, listener)  # type: ignore[call-overload]
    page.goto(path)
    try:
        page.wait_for_selector(ENDED, timeout=60_000)
    except TimeoutError:
        console.append("neither ready nor failed after a minute")
    for event, listener in listeners.items():
        page.remove_listener(event, listener)
    reached = page.evaluate("document.documentElement.dataset.dateline")
    lacking = [f"{request.url}: {state}" for request, state in asked.items()]
    workers = [worker.url for worker in page.workers]
    assert reached == "ready", "\n".join([f"{path}: {reached}", *console, *lacking, *workers])
    return page


def results(page: Page) -> list[dict[str, str]]:
    """The results as Python gave them: kind, id, date and title of each."""
    page.wait_for_selector("#dateline-results[data-from=python]", state="attached")
    page.wait_for_timeout(50)
    found: list[dict[str, str]] = page.evaluate(
        """() => [...document.querySelectorAll("#dateline-results > li")].map((li) => ({
             kind: li.dataset.kind, id: li.dataset.id, date: li.dataset.date,
             title: li.querySelector("a").textContent, href: li.querySelector("a").href}))"""
    )
    return found
