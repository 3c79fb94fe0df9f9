"""Firefox and WebKit, driven in the two protocols they come with.

Firefox speaks Marionette: length-prefixed JSON over a socket. WebKit has a WebDriver of its own:
JSON over HTTP. Both know the commands of https://www.w3.org/TR/webdriver2/, so one class is enough
for what the tests do. A browser that is missing fails the test.
"""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import IO, Any
from urllib.request import Request, urlopen

FIREFOX = os.environ.get("FIREFOX", "firefox-esr")
WEBKIT = os.environ.get("WEBKIT", "WebKitWebDriver")
PATIENCE = 60.0
"""Seconds."""

PREFERENCES = """
user_pref("browser.shell.checkDefaultBrowser", false);
user_pref("datareporting.policy.dataSubmissionEnabled", false);
user_pref("network.captive-portal-service.enabled", false);
user_pref("network.connectivity-service.enabled", false);
"""

Send = Callable[[str, dict[str, Any]], Any]
"""A command's name and its parameters -> its value."""


class Browser:
    """One window of a browser."""

    def __init__(self, send: Send) -> None:
        self._send = send

    def open(self, url: str) -> None:
        self._send("Navigate", {"url": url})

    def run(self, script: str) -> Any:
        """What the body of an asynchronous function returns."""
        body = (
            f"const done = arguments[arguments.length - 1];"
            f"(async () => {{ {script} }})().then(done, (error) => done('failed: ' + error));"
        )
        return self._send("ExecuteAsyncScript", {"script": body, "args": []})

    def wait(self, expression: str) -> Any:
        """The value of an expression as soon as it is true.

        Raises AssertionError, with what the page shows, when it stays false.
        """
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            value = self.run(f"return {expression}")
            if value:
                return value
            time.sleep(0.1)
        shown = self.run("return document.body.innerText")
        raise AssertionError(f"{expression}\nstayed false on a page that shows\n{shown}")

    def type(self, selector: str, text: str) -> None:
        """Types into an element, key by key."""
        self._send("ElementSendKeys", {"id": self._element(selector), "text": text})

    def click(self, selector: str) -> None:
        self._send("ElementClick", {"id": self._element(selector)})

    def new_tab(self) -> None:
        """Opens a tab beside the others, and turns to it."""
        handle = self._send("NewWindow", {"type": "tab"})["handle"]
        self._send("SwitchToWindow", {"handle": handle})

    def _element(self, selector: str) -> str:
        found = self._send("FindElement", {"using": "css selector", "value": selector})
        return str(next(iter(found.values())))


@contextmanager
def firefox(profile: Path) -> Iterator[Browser]:
    """Firefox with a profile of its own, which outlives it."""
    profile.mkdir(exist_ok=True)
    port = _free_port()
    preferences = f'{PREFERENCES}user_pref("marionette.port", {port});\n'
    (profile / "user.js").write_text(preferences, "utf-8")
    options = ["--headless", "--marionette", "--no-remote", "--profile", str(profile)]
    with (
        _started([FIREFOX, *options]),
        closing(_connected(port)) as link,
        link.makefile("rb") as answers,
    ):
        send = _marionette(link, answers)
        send("NewSession", {})
        send("SetTimeouts", {"script": int(PATIENCE * 1000)})
        yield Browser(send)
        send("DeleteSession", {})


@contextmanager
def webkit() -> Iterator[Browser]:
    """WebKit's own small browser, on a screen that nobody sees; it keeps no profile."""
    port = _free_port()
    command = ["xvfb-run", "--auto-servernum", WEBKIT, f"--port={port}"]
    if shutil.which(WEBKIT) is None:
        raise AssertionError(f"{WEBKIT} is not installed")
    # In a container there is neither a user to shield nor a graphics card.
    unshielded = {
        "WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS": "1",
        "WEBKIT_DISABLE_COMPOSITING_MODE": "1",
        "WEBKIT_DISABLE_DMABUF_RENDERER": "1",
    }
    with _started(command, unshielded):
        _connected(port).close()
        send = _webdriver(f"http://127.0.0.1:{port}/session")
        send("SetTimeouts", {"script": int(PATIENCE * 1000)})
        yield Browser(send)
        send("DeleteSession", {})


def _marionette(link: socket.socket, answers: IO[bytes]) -> Send:
    def receive() -> Any:
        size = b""
        while (digit := answers.read(1)) != b":":
            size += digit
        return json.loads(answers.read(int(size)))

    receive()  # a greeting

    def send(name: str, parameters: dict[str, Any]) -> Any:
        message = json.dumps([0, 1, f"WebDriver:{name}", parameters]).encode()
        link.sendall(b"%d:%s" % (len(message), message))
        _, _, error, value = receive()
        assert error is None, f"{name}: {error}"
        return value.get("value") if isinstance(value, dict) and "value" in value else value

    return send


def _webdriver(session: str) -> Send:
    places = {
        "Navigate": "url",
        "ExecuteAsyncScript": "execute/async",
        "FindElement": "element",
        "ElementClick": "element/{id}/click",
        "ElementSendKeys": "element/{id}/value",
        "NewWindow": "window/new",
        "SwitchToWindow": "window",
        "SetTimeouts": "timeouts",
    }

    def ask(url: str, data: dict[str, Any], method: str = "POST") -> Any:
        request = Request(url, json.dumps(data).encode(), method=method)
        with urlopen(request) as answer:
            return json.load(answer)["value"]

    made = ask(session, {"capabilities": {"alwaysMatch": {}}})
    own = f"{session}/{made['sessionId']}"

    def send(name: str, parameters: dict[str, Any]) -> Any:
        if name == "DeleteSession":
            return ask(own, {}, "DELETE")
        return ask(f"{own}/{places[name].format(**parameters)}", parameters)

    return send


@contextmanager
def _started(command: list[str], besides: dict[str, str] | None = None) -> Iterator[None]:
    environment = {**os.environ, **(besides or {})}
    quiet = subprocess.DEVNULL
    with subprocess.Popen(command, stdout=quiet, stderr=quiet, env=environment) as process:
        try:
            yield
            process.wait(5)
        except subprocess.TimeoutExpired:
            pass
        finally:
            process.terminate()


def _connected(port: int) -> socket.socket:
    end = time.monotonic() + PATIENCE
    while True:
        try:
            return socket.create_connection(("127.0.0.1", port))
        except OSError:
            if time.monotonic() > end:
                raise
            time.sleep(0.1)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
