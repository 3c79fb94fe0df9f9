"""A file server at the end of a slow line: so many bits a second for all, a wait for each answer.

It compresses as GitHub Pages does, so that what is counted is what a reader's line carries.
"""

from __future__ import annotations

import gzip
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path

from browser.server import SUB_PATH, Handler, Server

BITS_A_SECOND, WAIT = 1_600_000, 0.15
"""A poor mobile line: 1.6 Mbit/s, 150 ms until an answer begins."""
_PIECE = 4_096
_COMPRESSED_ALREADY = frozenset({".png", ".gz", ".zip", ".woff2"})


@lru_cache(maxsize=1 << 12)
def _sent(path: Path) -> tuple[bytes, str]:
    """The bytes that cross the line, and their encoding."""
    if path.suffix in _COMPRESSED_ALREADY:
        return path.read_bytes(), ""
    return gzip.compress(path.read_bytes(), 6), "gzip"


class Line:
    """The line: one after another, its bytes arrive no faster than it carries them."""

    def __init__(self) -> None:
        self.carried = 0
        self._free_at = 0.0
        self._lock = threading.Lock()

    def carry(self, count: int) -> None:
        """Wait until `count` more bytes have arrived."""
        with self._lock:
            now = time.monotonic()
            self._free_at = max(self._free_at, now) + count * 8 / BITS_A_SECOND
            self.carried += count
            wait = self._free_at - now
        time.sleep(max(0.0, wait))


@contextmanager
def serve_slowly(folder: Path) -> Iterator[tuple[str, Line]]:
    """The address of the served `folder`, and its line, until the block ends."""
    line = Line()

    class Slow(Handler):
        def do_GET(self) -> None:  # noqa: N802 - the name the base class calls
            time.sleep(WAIT)
            path = folder / self.path.partition("?")[0].removeprefix(SUB_PATH).lstrip("/")
            path = path / "index.html" if path.is_dir() else path
            if not path.is_file():
                self.send_error(404)
                return
            body, encoding = _sent(path)
            self.send_response(200)
            self.send_header("Content-Type", self.guess_type(str(path)))
            self.send_header("Content-Length", str(len(body)))
            if encoding:
                self.send_header("Content-Encoding", encoding)
            self.end_headers()
            for start in range(0, len(body), _PIECE):
                piece = body[start : start + _PIECE]
                line.carry(len(piece))
                self.wfile.write(piece)

    with Server(("127.0.0.1", 0), Slow) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_address[1]}{SUB_PATH}/", line
        finally:
            server.shutdown()
            thread.join()
