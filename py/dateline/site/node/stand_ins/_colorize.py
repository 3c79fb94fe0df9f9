"""In the place of the library's `_colorize`: tracebacks in a browser have no colours.

The original describes its colours in a dozen dataclasses, which Python writes and compiles anew at
every start.
"""

from __future__ import annotations

from typing import IO


class Plain(str):
    """A theme; every part of it and every colour of a part is the same empty text."""

    def __getattr__(self, name: str) -> Plain:
        """The part or colour `name`."""
        return self


def can_colorize(*, file: IO[str] | None = None) -> bool:
    """Whether what is written to `file` may be coloured: never."""
    return False


def get_theme(
    *, tty_file: IO[str] | None = None, force_color: bool = False, force_no_color: bool = False
) -> Plain:
    """The theme to write with."""
    return Plain()
