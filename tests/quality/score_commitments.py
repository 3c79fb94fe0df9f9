"""Scores commitments on the five seeds: `PYTHONPATH=tests python -m quality.score_commitments`.

A commitment is right when it stands in the gold's sentence and its action shares at least a third
of the gold action's code points; each gold commitment is matched once.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import Any

from dateline.annotation import commitments, events, quotations
from dateline.model import Commitment, Span
from quality import gold_seeds

_SHARE = 1 / 3


@dataclass(frozen=True, slots=True)
class Score:
    found: int
    gold: int
    correct: int
    predicted: int
    status: int
    due: int
    made: int
    misses: tuple[str, ...]

    @property
    def recall(self) -> float:
        return self.found / self.gold

    @property
    def precision(self) -> float:
        return self.correct / max(1, self.predicted)


def score() -> Score:
    """The seeds' commitments against the gold, over gold names and dates."""
    parts = [_score_document(name) for name in gold_seeds.documents()]
    return Score(
        found=sum(part.found for part in parts),
        gold=sum(part.gold for part in parts),
        correct=sum(part.correct for part in parts),
        predicted=sum(part.predicted for part in parts),
        status=sum(part.status for part in parts),
        due=sum(part.due for part in parts),
        made=sum(part.made for part in parts),
        misses=tuple(miss for part in parts for miss in part.misses),
    )


def _score_document(name: str) -> Score:
    article, predicted = tagged(name)
    rows = [r for r in gold_seeds.gold("commitments")["commitments"] if r["doc"] == name]
    found = status = due = made = 0
    misses = []
    for row in rows:
        fits = [p for p in predicted if fits_row(p, row)]
        if not fits:
            misses.append(f"not found {row['id']} {row['status']}: {row['action']['text'][:70]}")
            continue
        best = max(fits, key=lambda p: shared(p, row))
        found += 1
        status += best.status == row["status"]
        due += best.due == row["due"]
        made += best.made == row["made_on"]
        misses.append(
            f"found {row['id']} {best.status}/{row['status']} due {best.due}/{row['due']} "
            f"made {best.made}/{row['made_on']} {best.parties} {best.reported_by}"
        )
    correct = sum(any(fits_row(p, row) for row in rows) for p in predicted)
    misses.extend(
        f"extra {name[:3]} {p.status} {p.parties}: {p.action.of(article.text)[:80]}"
        for p in predicted
        if not any(fits_row(p, row) for row in rows)
    )
    return Score(found, len(rows), correct, len(predicted), status, due, made, tuple(misses))


def tagged(name: str) -> tuple[Any, tuple[Commitment, ...]]:
    """One seed with its commitments, over gold names and dates."""
    article = gold_seeds.article(name)
    entities, mentions = gold_seeds.entities(name), gold_seeds.mentions(name)
    timexes = gold_seeds.timexes(name)
    quoted = quotations.tag(article, entities, mentions)
    happened = events.tag(article, entities, mentions, timexes, quoted)
    return article, commitments.tag(article, entities, mentions, timexes, quoted, happened)


def shared(commitment: Commitment, row: dict[str, Any]) -> float:
    """Share of the gold action's code points that the action covers."""
    low = max(commitment.action.start, row["action"]["start"])
    high = min(commitment.action.end, row["action"]["end"])
    length: int = row["action"]["end"] - row["action"]["start"]
    return max(0.0, float(high - low)) / length


def fits_row(commitment: Commitment, row: dict[str, Any]) -> bool:
    """Whether the commitment is the gold row's: same sentence, same action."""
    sentence = Span(row["sentence"]["start"], row["sentence"]["end"])
    return commitment.sentence.overlaps(sentence) and shared(commitment, row) >= _SHARE


def main() -> None:
    """Print the scores."""
    result = score()
    print(f"recall {result.found}/{result.gold} ({result.recall:.2f})")
    print(f"precision {result.correct}/{result.predicted} ({result.precision:.2f})")
    print(f"status right {result.status}, due right {result.due}, made right {result.made}")
    if "--details" in sys.argv:
        print(*result.misses, sep="\n")


if __name__ == "__main__":
    main()
