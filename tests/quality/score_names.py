"""Score names and entity merging against the hand-made gold and the Wikinews reports.

    python tests/quality/score_names.py [--errors] [SHARED]

Seeds: precision, recall and F1 of mentions with exactly the gold's span and type, and B-cubed of
the story-level entities over the mentions that both sides have. Wikinews: proper names of
persons, organizations and places. Its spans take in articles, titles and descriptions ("the
Airbus parent EADS", "Ryanair CEO, Michael O'Leary") and nest, so two scores are printed:

- strict: a gold span and ours are equal to the character;
- lenient: ours lies inside a gold span of the same type and ends with it or begins with it, after
  a leading "the" and a possessive are cut off; the innermost gold spans count alone, each once.
  Ours is not held against us where the gold marks the same name under another syntactic label
  ("US" in "US carrier" is a premodifier there) or with no label at all: such spans are left out on
  both sides, and so are sentences in which the gold marks nothing.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import get_args

from dateline.annotation.names import tag
from dateline.model import (
    Annotations,
    Article,
    Document,
    EntityType,
    Line,
    LineRole,
    Sentence,
    Span,
    Story,
)
from dateline.record.entities import link_entities

SHARED = Path(__file__).resolve().parents[2].parent / "shared"
TYPES = {"GPE": "place", "LOC": "place", "FAC": "place", "ORG": "organization", "PER": "person"}
TYPES |= {"AGR": "agreement", "PRODUCT": "other"}


@dataclass(frozen=True, slots=True)
class Score:
    """Counts of what both have, of ours, of the gold's."""

    hits: int
    ours: int
    gold: int

    @property
    def precision(self) -> float:
        return self.hits / self.ours if self.ours else 0.0

    @property
    def recall(self) -> float:
        return self.hits / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0

    def __str__(self) -> str:
        return f"P {self.precision:.3f}  R {self.recall:.3f}  F1 {self.f1:.3f}"


def article_of(name: str, text: str, roles: Sequence[tuple[Span, LineRole]]) -> Article:
    """An article with given line roles, one sentence a line."""
    document = Document(name, name, "0" * 64, text, text)
    lines = tuple(Line(span, role) for span, role in roles)
    prose = [line for line in lines if line.role in ("headline", "standfirst", "caption", "body")]
    sentences = tuple(Sentence(n, x.span, x.role) for n, x in enumerate(prose, 1))
    return Article(document, lines, sentences)


def line_spans(text: str) -> list[Span]:
    """The spans of the lines that are not empty."""
    spans, start = [], 0
    for line in text.split("\n"):
        if line.strip():
            spans.append(Span(start, start + len(line)))
        start += len(line) + 1
    return spans


def seed_articles(shared: Path) -> list[Article]:
    """The five seeds with the gold's line roles."""
    gold = json.loads((shared / "gold" / "gold_lines.json").read_text(encoding="utf-8"))
    articles = []
    for path in sorted((shared / "seeds").glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        roles = [(Span(r["start"], r["end"]), r["role"]) for r in gold if r["doc"] == path.name]
        articles.append(article_of(path.name, text, [(s, _role(r)) for s, r in roles]))
    return articles


def _role(gold: str) -> LineRole:
    """The model's role for the gold's, which is finer."""
    known: tuple[LineRole, ...] = get_args(LineRole)
    first = gold.split("+")[0]
    return next((role for role in known if role == first), "furniture")


Key = tuple[str, int, int, str]
"""Document, start, end, type."""


def gold_mentions(shared: Path) -> dict[Key, str]:
    """The gold's mentions with the id of the entity that each refers to."""
    gold = json.loads((shared / "gold" / "gold_entities.json").read_text(encoding="utf-8"))
    return {(m["doc"], m["start"], m["end"], TYPES[m["type"]]): m["id"] for m in gold["mentions"]}


def seed_annotations(shared: Path) -> tuple[Annotations, ...]:
    """The five seeds annotated and linked with no authority file."""
    annotated = []
    for article in seed_articles(shared):
        entities, mentions = tag(article, Story())
        annotated.append(Annotations(article, entities, mentions))
    _, linked, _ = link_entities(annotated, Story())
    return linked


def our_mentions(annotations: Iterable[Annotations]) -> dict[Key, str | None]:
    """Our mentions with the entity ids of the story."""
    return {
        (one.article.document.name, m.span.start, m.span.end, m.type): m.entity
        for one in annotations
        for m in one.mentions
    }


def score_mentions(ours: Iterable[Key], gold: Iterable[Key]) -> Score:
    """Mentions with the same span and type."""
    mine, theirs = set(ours), set(gold)
    return Score(len(mine & theirs), len(mine), len(theirs))


def b_cubed(ours: dict[Key, str | None], gold: dict[Key, str]) -> tuple[float, float, float]:
    """B-cubed precision, recall and F1 over the mentions both have (Bagga and Baldwin, 1998).

    A mention without an entity is an entity of its own.
    """
    shared = sorted(set(ours) & set(gold))
    mine = {key: ours[key] or str(key) for key in shared}
    sizes_mine = Counter(mine.values())
    sizes_gold = Counter(gold[key] for key in shared)
    both = Counter((mine[key], gold[key]) for key in shared)
    precision = sum(both[mine[k], gold[k]] / sizes_mine[mine[k]] for k in shared) / len(shared)
    recall = sum(both[mine[k], gold[k]] / sizes_gold[gold[k]] for k in shared) / len(shared)
    return precision, recall, 2 * precision * recall / (precision + recall)


WIKINEWS_TYPES = {"PER": "person", "ORG": "organization", "LOC": "place"}


@dataclass(frozen=True, slots=True)
class Report:
    """A Wikinews report with its gold."""

    article: Article
    names: list[tuple[Span, str]]
    """Proper names of persons, organizations and places."""
    others: list[Span]
    """Every other span that the gold marks."""
    until: int
    """Offset up to which the report is annotated."""

    def excused(self, span: Span) -> bool:
        """Whether the gold neither has `span` as a name nor says that it is none."""
        if any(other.start <= span.start and span.end <= other.end for other in self.others):
            return True
        line = next(x.span for x in self.article.lines if x.span.covers(span))
        marked = [*self.others, *(name for name, _ in self.names)]
        return not any(line.covers(other) for other in marked)


def wikinews_reports(shared: Path) -> Iterator[Report]:
    """The sixty reports."""
    folder = shared / "data" / "wikinews"
    for gold in sorted(folder.glob("*.gold.jsonl")):
        for row in gold.read_text(encoding="utf-8").splitlines():
            report = json.loads(row)
            text = (folder / report["file"]).read_text(encoding="utf-8")
            spans = line_spans(text)
            roles: list[tuple[Span, LineRole]] = [(span, "body") for span in spans]
            roles[0] = (spans[0], "headline")
            names, others = [], []
            for m in report["mentions"]:
                span = Span(m["start"], m["end"])
                if m["syntactic"] == "NAM" and m["type"] in WIKINEWS_TYPES:
                    names.append((span, WIKINEWS_TYPES[m["type"]]))
                elif m["syntactic"] in ("PRE.NAM", "", None) or m["type"] is None:
                    others.append(span)
            article = article_of(report["file"], text, roles)
            yield Report(article, names, others, report["annotated_until"])


def innermost(names: Sequence[tuple[Span, str]]) -> list[tuple[Span, str]]:
    """The spans that hold no other span of the same type."""
    return [
        (span, type_)
        for span, type_ in names
        if not any(type_ == t and span != s and span.covers(s) for s, t in names)
    ]


def fits(ours: Span, gold: Span, text: str) -> bool:
    """Whether our span is the name in the gold's span: its begin or its end, whole words."""
    start = gold.start + (4 if text[gold.start : gold.start + 4].lower() == "the " else 0)
    piece = text[start : gold.end].rstrip(" .,'()")
    end = start + len(piece) - (2 if piece.endswith(("'s", "\u2019s")) else 0)
    if not (start <= ours.start and ours.end <= gold.end):
        return False
    return ours.start == start or ours.end >= end


def score_wikinews(shared: Path, *, errors: bool = False) -> tuple[Score, Score]:
    """(strict, lenient) over all sixty reports."""
    strict, lenient = Counter[str](), Counter[str]()
    for report in wikinews_reports(shared):
        _, mentions = tag(report.article, Story())
        ours = [
            (m.span, m.type)
            for m in mentions
            if m.kind == "name" and m.type in WIKINEWS_TYPES.values() and m.span.end <= report.until
        ]
        hits = len(set(ours) & set(report.names))
        strict.update(hits=hits, ours=len(ours), gold=len(report.names))
        missed, spurious, count = _lenient(report, ours)
        lenient.update(hits=count, ours=count + len(spurious), gold=count + len(missed))
        if errors:
            for label, names in (("missed", missed), ("spurious", spurious)):
                for span, type_ in names:
                    text = report.article.text
                    print(" ", label, type_, repr(span.of(text)), report.article.document.name)
    return _score(strict), _score(lenient)


def _lenient(
    report: Report, ours: Sequence[tuple[Span, EntityType]]
) -> tuple[list[tuple[Span, str]], list[tuple[Span, str]], int]:
    """(missed, spurious, hits) by the lenient rule."""
    left = innermost(report.names)
    spurious: list[tuple[Span, str]] = []
    hits = 0
    for span, type_ in ours:
        text = report.article.text
        hit = next((n for n in left if n[1] == type_ and fits(span, n[0], text)), None)
        if hit is not None:
            left.remove(hit)
            hits += 1
        elif not report.excused(span):
            spurious.append((span, type_))
    return left, spurious, hits


def _score(counts: Counter[str]) -> Score:
    return Score(counts["hits"], counts["ours"], counts["gold"])


def print_errors(ours: dict[Key, str | None], gold: dict[Key, str], texts: dict[str, str]) -> None:
    """Every mention that only one side has, and every entity that is not one group."""
    for key in sorted(set(gold) - set(ours)):
        print("  missed  ", key, repr(texts[key[0]][key[1] : key[2]]), gold[key])
    for key in sorted(set(ours) - set(gold)):
        print("  spurious", key, repr(texts[key[0]][key[1] : key[2]]), ours[key])
    pairs = Counter((gold[key], ours[key]) for key in sorted(set(ours) & set(gold)))
    for (theirs, mine), count in sorted(pairs.items(), key=str):
        print("  entity  ", theirs, "=", mine, count)


def main() -> None:
    """Print all scores."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("shared", nargs="?", type=Path, default=SHARED)
    parser.add_argument("--errors", action="store_true")
    options = parser.parse_args()
    annotations = seed_annotations(options.shared)
    ours, gold = our_mentions(annotations), gold_mentions(options.shared)
    print("seeds, mentions       ", score_mentions(ours, gold))
    print("seeds, B-cubed P R F1  ", *(f"{value:.3f}" for value in b_cubed(ours, gold)))
    if options.errors:
        texts = {one.article.document.name: one.article.text for one in annotations}
        print_errors(ours, gold, texts)
    strict, lenient = score_wikinews(options.shared, errors=options.errors)
    print("wikinews, strict      ", strict)
    print("wikinews, lenient     ", lenient)


if __name__ == "__main__":
    main()
