"""Progress of long work: a counter on one line of a terminal, silence in a pipe."""

from __future__ import annotations

import sys
from collections.abc import Callable

Progress = Callable[[str, int, int], None]
"""Called with what is being done, how many are done, and how many there are."""


def silent(_what: str, _done: int, _total: int) -> None:
    """Say nothing."""


def on_terminal() -> Progress:
    """Counts on stderr when that is a terminal, says nothing otherwise."""
    return _show if sys.stderr.isatty() else silent


def _show(what: str, done: int, total: int) -> None:
    end = "\n" if done == total else ""
    print(f"\r\033[K{what} {done}/{total}", end=end, file=sys.stderr, flush=True)
