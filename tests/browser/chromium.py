"""The browser of the tests: Debian's Chromium. Without it the tests fail; they never skip."""

from __future__ import annotations

import os

from playwright.sync_api import Browser, BrowserContext, Playwright

CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
ARGUMENTS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"]


def launch(playwright: Playwright) -> Browser:
    """A browser without a profile."""
    return playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)


def launch_profile(playwright: Playwright, profile: str) -> BrowserContext:
    """A browser that keeps what it stores in `profile`, so that it can be closed and reopened."""
    return playwright.chromium.launch_persistent_context(
        profile, executable_path=CHROMIUM, args=ARGUMENTS
    )
