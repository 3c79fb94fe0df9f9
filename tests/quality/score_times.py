"""Scores the time tagger as TempEval-3 does: relaxed, strict and value F1.

    python tests/quality/score_times.py [--misses] [FOLDER]

FOLDER holds `NAME.gold.jsonl` files and the texts they name (`../shared/data/wikinews` unless
given). Relaxed: the two spans share a code point. Strict: they are the same. Value: relaxed F1
times the share of the overlapping pairs whose TIMEX3 values are equal. Only text before a file's
`annotated_until` is compared, and a line that holds nothing but the report's own date is left
out on both sides, as the annotators left it.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from dateline.annotation.times import find
from dateline.model import Timex

ROOT = Path(__file__).resolve().parents[2]
WIKINEWS = ROOT.parent / "shared" / "data" / "wikinews"
_DATE_LINE = re.compile(r"^[A-Z][a-z]+ \d{1,2}, \d{4}$", re.MULTILINE)


@dataclass(frozen=True)
class Gold:
    """An expression as annotated."""

    start: int
    end: int
    value: str


@dataclass
class Score:
    """Counts over any number of texts, and what was missed or made up."""

    gold: int = 0
    found: int = 0
    gold_met: int = 0
    found_met: int = 0
    same_span: int = 0
    same_value: int = 0
    faults: list[str] = field(default_factory=list)

    @property
    def relaxed(self) -> float:
        return _f1(self.gold_met, self.gold, self.found_met, self.found)

    @property
    def strict(self) -> float:
        return _f1(self.same_span, self.gold, self.same_span, self.found)

    @property
    def value(self) -> float:
        return self.relaxed * self.same_value / self.gold_met if self.gold_met else 0.0

    def add(self, name: str, text: str, gold: Sequence[Gold], found: Sequence[Timex]) -> None:
        """Count one text."""
        self.gold += len(gold)
        self.found += len(found)
        for item in gold:
            self._add_gold(name, text, item, found)
        for timex in found:
            met = any(_meet(item, timex) for item in gold)
            self.found_met += met
            if not met:
                self._note(name, text, "extra", timex.span.start, timex.span.end, timex.value)

    def _add_gold(self, name: str, text: str, item: Gold, found: Sequence[Timex]) -> None:
        meeting = [timex for timex in found if _meet(item, timex)]
        self.gold_met += bool(meeting)
        same = any((t.span.start, t.span.end) == (item.start, item.end) for t in meeting)
        right = any(timex.value == item.value for timex in meeting)
        self.same_span += same
        self.same_value += right
        if not (same and right):
            got = "; ".join(f"{t.span.of(text)!r} {t.value} ({t.rule})" for t in meeting)
            kind = "missed" if not meeting else "value" if same else "span" if right else "both"
            self._note(name, text, kind, item.start, item.end, f"{item.value} got {got or '-'}")

    def _note(self, name: str, text: str, kind: str, start: int, end: int, rest: str) -> None:
        around = f"{text[max(0, start - 40) : start]}[{text[start:end]}]{text[end : end + 25]}"
        self.faults.append(f"{kind:7}{name}: {' '.join(around.split())}: {rest}")


def score(folder: Path) -> dict[str, Score]:
    """The score of each `NAME.gold.jsonl` in the folder, by name, and of `all`."""
    scores: dict[str, Score] = {}
    total = scores["all"] = Score()
    for path in sorted(folder.glob("*.gold.jsonl")):
        own = scores[path.name.removesuffix(".gold.jsonl")] = Score()
        for name, text, gold, found in _tagged(path):
            own.add(name, text, gold, found)
            total.add(name, text, gold, found)
    return scores


def _tagged(path: Path) -> Iterator[tuple[str, str, list[Gold], list[Timex]]]:
    for line in path.read_text(encoding="utf-8").splitlines():
        report: dict[str, Any] = json.loads(line)
        if not report["published"]:
            continue
        text = (path.parent / report["file"]).read_text(encoding="utf-8")
        gold = [Gold(item["start"], item["end"], item["value"]) for item in report["timexes"]]
        found = find(text, report["published"])
        yield report["file"], text, gold, list(_compared(found, text, report["annotated_until"]))


def _compared(found: Iterable[Timex], text: str, until: int) -> Iterator[Timex]:
    lines = [line.span() for line in _DATE_LINE.finditer(text)]
    for timex in found:
        on_date_line = any(start <= timex.span.start < end for start, end in lines)
        if timex.span.start < until and not on_date_line:
            yield timex


def _meet(item: Gold, timex: Timex) -> bool:
    return item.start < timex.span.end and timex.span.start < item.end


def _f1(gold_met: int, gold: int, found_met: int, found: int) -> float:
    if not gold_met or not found_met:
        return 0.0
    recall, precision = gold_met / gold, found_met / found
    return 2 * precision * recall / (precision + recall)


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", nargs="?", type=Path, default=WIKINEWS)
    parser.add_argument("--misses", action="store_true", help="list what is not as annotated")
    options = parser.parse_args(arguments)
    scores = score(options.folder)
    if options.misses:
        print("\n".join(scores["all"].faults))
    for name, result in scores.items():
        print(
            f"{name}: relaxed {result.relaxed:.3f} strict {result.strict:.3f}"
            f" value {result.value:.3f} ({result.gold} annotated, {result.found} found)"
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
