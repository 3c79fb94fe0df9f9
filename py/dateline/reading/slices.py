"""A text put together from pieces of another, each code point remembering where it came from."""

from __future__ import annotations


class Slices:
    """Grows a text out of `raw`; `origin[i]` is the offset in `raw` that made `text[i]`."""

    def __init__(self, raw: str) -> None:
        self._raw = raw
        self._pieces: list[str] = []
        self._origin: list[int] = []

    def __len__(self) -> int:
        return len(self._origin)

    def copy(self, start: int, end: int) -> None:
        """Append `raw[start:end]` as it stands."""
        if start < end:
            self._pieces.append(self._raw[start:end])
            self._origin.extend(range(start, end))

    def put(self, text: str, at: int) -> None:
        """Append `text`, which is not in `raw` literally but stands for what is at `at`."""
        self._pieces.append(text)
        self._origin.extend([at] * len(text))

    def finish(self) -> tuple[str, tuple[int, ...]]:
        """The text and its origin map."""
        return "".join(self._pieces), tuple(self._origin)
