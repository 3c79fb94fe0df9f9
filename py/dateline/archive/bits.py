"""Sets of row numbers as the bits of one integer: row n is bit n.

At 10,000 reports a set of sentences is 28 kilobytes, two are intersected in microseconds, and
counting is one call, in CPython and in Pyodide alike.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator


def of(rows: Iterable[int], most: int) -> int:
    """The set of `rows`, none of which is above `most`."""
    flags = bytearray(b"0") * (most + 1)
    for row in rows:
        flags[most - row] = 49
    return int(flags, 2)


def newest_first(bits: int) -> Iterator[int]:
    """The rows of a set, highest number first."""
    flags = f"{bits:b}"
    at = flags.find("1")
    while at >= 0:
        yield len(flags) - 1 - at
        at = flags.find("1", at + 1)


def test(bits: int) -> str:
    """The set as a string whose character `-1 - row` is `1` for each row it has."""
    return f"{bits:b}"
