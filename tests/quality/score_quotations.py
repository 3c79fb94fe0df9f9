"""Scores quotations on the five seeds: `PYTHONPATH=tests python -m quality.score_quotations`.

An attribution is found when a quotation's content shares more than half of the longer content's
code points with it. Its speaker is right when the speaker's words overlap the gold's, or its entity
is the gold's. With `--own-names` the names are those that Dateline finds; their ids differ from the
gold's, so that then words decide alone.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import Any

from dateline.annotation import names, quotations
from dateline.model import Quotation, Span, Story
from dateline.text import slugify
from quality import gold_seeds

_SHARE = 0.5


@dataclass(frozen=True, slots=True)
class Score:
    found: int
    gold: int
    quoted_found: int
    quoted: int
    speakers_right: int
    predicted: int
    correct: int
    misses: tuple[str, ...]

    @property
    def recall(self) -> float:
        return self.found / self.gold

    @property
    def precision(self) -> float:
        return self.correct / max(1, self.predicted)

    @property
    def speakers(self) -> float:
        return self.speakers_right / max(1, self.found)


def score(use_gold_names: bool = True) -> Score:
    """The seeds' quotations against the gold, over gold names or the names found."""
    parts = [_score_document(name, use_gold_names) for name in gold_seeds.documents()]
    return Score(
        found=sum(part.found for part in parts),
        gold=sum(part.gold for part in parts),
        quoted_found=sum(part.quoted_found for part in parts),
        quoted=sum(part.quoted for part in parts),
        speakers_right=sum(part.speakers_right for part in parts),
        predicted=sum(part.predicted for part in parts),
        correct=sum(part.correct for part in parts),
        misses=tuple(miss for part in parts for miss in part.misses),
    )


def _score_document(name: str, use_gold_names: bool) -> Score:
    article = gold_seeds.article(name)
    if use_gold_names:
        entities, mentions = gold_seeds.entities(name), gold_seeds.mentions(name)
    else:
        entities, mentions = names.tag(article, Story())
    predicted = quotations.tag(article, entities, mentions)
    rows = [
        row
        for row in gold_seeds.gold("quotes")["quotes"]
        if row["doc"] == name and not row["prospective"] and row["speaker"]
    ]
    found, right, quoted_found = 0, 0, 0
    misses = []
    for row in rows:
        match = best(predicted, row)
        if match is None:
            misses.append(f"not found {row['id']}: {row['content']['text'][:70]}")
            continue
        found += 1
        quoted_found += bool(row["direct_spans"])
        if speaker_right(match, row):
            right += 1
        else:
            said = match.speaker.span.of(article.text) if match.speaker else None
            misses.append(f"speaker {row['id']}: {row['speaker']} / {said}")
    correct = sum(any(overlap(p, row) > _SHARE for row in rows) for p in predicted)
    misses.extend(
        f"extra {name[:3]}: {p.content.of(article.text)[:70]}"
        for p in predicted
        if not any(overlap(p, row) > _SHARE for row in rows)
    )
    quoted = sum(bool(row["direct_spans"]) for row in rows)
    return Score(
        found, len(rows), quoted_found, quoted, right, len(predicted), correct, tuple(misses)
    )


def overlap(quotation: Quotation, row: dict[str, Any]) -> float:
    """Share of the longer content's code points that the two have in common."""
    span = Span(row["content"]["start"], row["content"]["end"])
    common = min(span.end, quotation.content.end) - max(span.start, quotation.content.start)
    return max(0, common) / max(len(span), len(quotation.content))


def best(predicted: tuple[Quotation, ...], row: dict[str, Any]) -> Quotation | None:
    """The quotation that fits a gold row best, if one fits at all; the right speaker decides."""
    fits = [p for p in predicted if overlap(p, row) > _SHARE]
    return max(fits, key=lambda p: (speaker_right(p, row), overlap(p, row)), default=None)


def speaker_right(quotation: Quotation, row: dict[str, Any]) -> bool:
    """Whether the speaker is the gold's, by entity or by words."""
    if quotation.speaker is None:
        return False
    known = row["speaker"] if isinstance(row["speaker"], list) else [row["speaker"]]
    wanted = [slugify(name) for name in known]
    if quotation.speaker.entity is not None:
        return quotation.speaker.entity in wanted
    source = row["source"]
    return source is not None and quotation.speaker.span.overlaps(
        Span(source["start"], source["end"])
    )


def main() -> None:
    """Print the scores."""
    result = score("--own-names" not in sys.argv)
    print(f"found {result.found}/{result.gold} ({result.recall:.2f})")
    print(f"with quotation marks {result.quoted_found}/{result.quoted}")
    print(f"speakers right {result.speakers_right}/{result.found} ({result.speakers:.2f})")
    print(f"precision {result.correct}/{result.predicted} ({result.precision:.2f})")
    if "--details" in sys.argv:
        print(*result.misses, sep="\n")


if __name__ == "__main__":
    main()
