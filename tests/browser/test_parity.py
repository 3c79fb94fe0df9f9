from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from browser.looking import open_ready
from dateline.browser import app

REQUESTS: list[dict[str, Any]] = [
    {"do": "status"},
    {"do": "search", "q": "kishida"},
    {"do": "search", "q": "kishda seoul"},
    {"do": "search", "q": '"free and open"', "kind": "sentence"},
    {"do": "search", "q": "missile -kishida", "limit": 5, "offset": 5},
    {"do": "search", "q": "May 2023"},
    {"do": "search", "q": "talks after:2024", "from": "2022", "to": "2024-12"},
    {"do": "search", "who": "fumio-kishida", "from": "2023-11"},
    {"do": "search", "q": "岸田"},
    {"do": "timeline", "q": "seoul", "limit": 50},
    {"do": "timeline", "from": "2023", "to": "2023-12", "limit": 50, "offset": 3},
    {"do": "search", "from": "not a date"},
    {"do": "nothing of the kind"},
]


@pytest.fixture(scope="module", autouse=True)
def archive(site: Path) -> None:
    app.open_archive(str(site / "assets/dateline/archive.sqlite"))


def test_python_in_the_browser_answers_as_python_on_the_desk(page: Page, address: str) -> None:
    open_ready(page, "search/")
    answers = page.evaluate(
        """async ([module, requests]) => {
             const { ask } = await import(module);
             const answers = [];
             for (const request of requests) answers.push(await ask(request));
             return answers;
           }""",
        [f"{address}assets/dateline/js/dateline.mjs", REQUESTS],
    )
    for request, answer in zip(REQUESTS, answers, strict=True):
        assert answer == json.loads(app.handle_json(json.dumps(request))), request
