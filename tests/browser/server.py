"""A plain file server under a sub-path, as GitHub Pages is one."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

SUB_PATH = "/repo"


class Handler(SimpleHTTPRequestHandler):
    """Serves a folder below `SUB_PATH`; everything else is not there."""

    protocol_version = "HTTP/1.1"
    # Otherwise headers and body leave apart, and each answer waits 40 ms for an acknowledgement.
    disable_nagle_algorithm = True

    def translate_path(self, path: str) -> str:
        below = path.removeprefix(SUB_PATH)
        return super().translate_path(below if below != path else "/outside-of-the-site")

    def log_message(self, format: str, *args: object) -> None:
        pass


class Server(ThreadingHTTPServer):
    """Forgets a browser that closes a connection, which is what browsers do."""

    daemon_threads = True
    allow_reuse_address = True

    def handle_error(self, request: object, client_address: object) -> None:
        pass


@contextmanager
def serve(folder: Path, port: int = 0) -> Iterator[str]:
    """The address of the served `folder`, with a slash at its end, until the block ends."""

    def handler(*args: object) -> Handler:
        return Handler(*args, directory=str(folder))  # type: ignore[arg-type]

    with Server(("127.0.0.1", port), handler) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_address[1]}{SUB_PATH}/"
        finally:
            server.shutdown()
            thread.join()
