"""How many reports a second the time tagger reads.

    python tests/bench/bench_times.py [FOLDER]

The reports are the `.txt` files under FOLDER (`../shared/data/wikinews` unless given), cut into
pieces of 500 words, dated 2023-11-16. Each piece is read five times; the best
round counts, in processor time, so that neighbours on the machine do not.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from pathlib import Path

from dateline.annotation.times import find

ROOT = Path(__file__).resolve().parents[2]
WORDS = 500
LIMIT = 150
"""Reports a second on one core, at least."""


def pieces(folder: Path) -> Iterator[str]:
    """The texts of the folder in a row, cut every 500 words."""
    words: list[str] = []
    for path in sorted(folder.rglob("*.txt")):
        for line in path.read_text(encoding="utf-8").splitlines():
            words += [*line.split(), "\n"]
    for start in range(0, len(words) - WORDS, WORDS):
        yield " ".join(words[start : start + WORDS]).replace(" \n ", "\n")


def main() -> int:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT.parent / "shared/data/wikinews"
    texts = list(pieces(folder))
    best = 0.0
    for _ in range(5):
        begin = time.process_time()
        found = sum(len(find(text, "2023-11-16")) for text in texts)
        best = max(best, len(texts) / (time.process_time() - begin))
    print(
        f"{best:.0f} reports of {WORDS} words a second (at least {LIMIT};"
        f" {len(texts)} reports, {found} timexes)"
    )
    return 0 if best >= LIMIT else 1


if __name__ == "__main__":
    sys.exit(main())
