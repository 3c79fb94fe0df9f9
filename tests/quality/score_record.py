"""Scores the record: `PYTHONPATH=tests python -m quality.score_record`.

First the stories of the repository (see `stories`), then timelines on Wikinews. For each of
the six target entities of the Apple story, the (document, sentence, date) rows of the record that
name the entity are compared with the gold timeline (SemEval-2015 Task 4). A gold date of a month or
a year is met by any statement that means the same month or year. Undated gold rows are left out.
"""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from dateline.model import Record
from dateline.pipeline import build_record
from quality import gold_seeds, stories

STORY = gold_seeds.SHARED / "data" / "wikinews"
TARGETS = {
    "beatles_apple_corps": ("Apple Corps", "The Beatles"),
    "iphone_3g": ("iPhone 3G",),
    "iphone_4": ("iPhone 4",),
    "ipod": ("iPod",),
    "itunes_store": ("iTunes Store", "iTunes"),
    "steve_jobs": ("Steve Jobs", "Jobs"),
}

Row = tuple[str, int, str]
"""Document's number, line counted from 0, date."""


@dataclass(frozen=True, slots=True)
class Score:
    correct: int
    predicted: int
    gold: int

    @property
    def precision(self) -> float:
        return self.correct / max(1, self.predicted)

    @property
    def recall(self) -> float:
        return self.correct / max(1, self.gold)

    @property
    def f1(self) -> float:
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


def gold_rows(target: str) -> set[Row]:
    """The dated rows of one gold timeline."""
    rows = set()
    for line in (STORY / "apple.timelines" / f"{target}.txt").read_text("utf-8").splitlines()[1:]:
        if not line.strip():
            continue
        _, date, *events = line.split("\t")
        if date.startswith("XXX"):
            continue
        for event in events:
            document, sentence, _ = event.strip().split("-", 2)
            rows.add((document, int(sentence), date.replace("-XX", "")))
    return rows


@cache
def apple_record() -> Record:
    """The record of the Apple story."""
    with tempfile.TemporaryDirectory() as folder:
        for path in sorted((STORY / "apple").glob("*.txt")):
            (Path(folder) / path.name).write_bytes(path.read_bytes())
        return build_record(Path(folder)).record


def our_rows(target: str) -> set[Row]:
    """The record's rows that name the target, by entity or by words."""
    record = apple_record()
    names = tuple(name.lower() for name in TARGETS[target])
    ids = {
        entity.id
        for entity in record.entities
        if any(name.lower() in names for name in (entity.name, *entity.aliases))
    }
    texts = {one.article.document.id: one.article for one in record.annotations}
    rows = set()
    for statement in record.timeline:
        article = texts[statement.document]
        sentence = article.sentences[statement.sentence - 1].span
        words = sentence.of(article.text).lower()
        if ids & set(statement.entities) or any(name in words for name in names):
            line = article.text.count("\n", 0, sentence.start)
            rows.add((statement.document.split("-")[0], line, statement.edtf))
    return rows


def score(target: str) -> Score:
    """The rows of one target entity."""
    gold, ours = gold_rows(target), our_rows(target)
    return Score(len(gold & ours), len(ours), len(gold))


def total() -> Score:
    """All six together."""
    parts = [score(target) for target in TARGETS]
    return Score(
        sum(part.correct for part in parts),
        sum(part.predicted for part in parts),
        sum(part.gold for part in parts),
    )


def main() -> None:
    """Print the scores."""
    stories.main()
    if not gold_seeds.available():
        return
    for name, part in [*((target, score(target)) for target in TARGETS), ("all", total())]:
        print(
            f"{name}: precision {part.precision:.2f} recall {part.recall:.2f} F1 {part.f1:.2f} "
            f"({part.correct} of {part.gold}, {part.predicted} told)"
        )


if __name__ == "__main__":
    main()
