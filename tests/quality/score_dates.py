"""Publication dates: the repository's own stories, the five shared reports, and Wikinews.

Run it: `python tests/quality/score_dates.py [--evidence]`. Each story is dated as one folder, its
`story.yml` included. A report of the five is right when its days lie within what the gold says the
text supports and hold the true day; one of the own stories when they are what its expectations
say, and wrong when they leave the true day out.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from dateline import edtf
from dateline.folder import load_story, read_folder
from dateline.model import Article, Story
from dateline.pipeline import date_articles
from dateline.reading.clean import clean
from dateline.reading.date import date_story
from dateline.reading.read import read

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared"
STORIES = ROOT / "tests" / "data" / "stories"


@dataclass(frozen=True)
class Verdict:
    """One report: what the text supports, the true day, and what was found."""

    article: Article
    supported: str
    true: str

    @property
    def found(self) -> str | None:
        return self.article.published.edtf

    @property
    def right(self) -> bool:
        return self.found is not None and within(self.found, self.supported, self.true)


def within(found: str, supported: str, true: str) -> bool:
    """Whether `found` is no wider than `supported` and allows `true`."""
    outer = edtf.parse(supported)
    inner = edtf.parse(found)
    days = edtf.days(found, 400)
    low, high = edtf.parse(true).earliest, edtf.parse(true).latest
    if not (outer.earliest and outer.latest and inner.earliest and inner.latest and low and high):
        return False
    contained = outer.earliest <= inner.earliest and inner.latest <= outer.latest
    return contained and any(low <= day <= high for day in days)


def own_verdicts() -> Iterator[Verdict]:
    """The reports of `seeds/` and of the made-up stories; `true` lists what the folder supports."""
    documents = _expected(ROOT / "tests" / "data" / "seeds.expected.yml")
    yield from _as_expected(ROOT / "seeds", {k: v["story"] for k, v in documents.items()})
    for folder in sorted(path for path in STORIES.iterdir() if path.is_dir()):
        documents = _expected(folder / "expected.yml")
        yield from _as_expected(folder, {k: [v["published"]] for k, v in documents.items()})


def _expected(path: Path) -> dict[str, dict[str, Any]]:
    documents: dict[str, dict[str, Any]] = yaml.safe_load(path.read_text("utf-8"))["documents"]
    return documents


def _as_expected(folder: Path, expected: dict[str, list[str]]) -> Iterator[Verdict]:
    story, _ = load_story(folder)
    for article in date_articles(read_folder(folder), story):
        days = expected[article.document.name]
        found = article.published.edtf
        supported = found if found in days else days[-1]
        yield Verdict(article, supported or "", days[0])


def leaves_truth_out(verdict: Verdict) -> bool:
    """Whether a date was found, and no day that it allows can be the true one."""
    return verdict.found is not None and not edtf.overlap(verdict.found, verdict.true)


def dated(paths: list[Path]) -> tuple[Article, ...]:
    return date_story([clean(read(p.name, p.read_bytes())) for p in paths], Story())


def seed_verdicts() -> Iterator[Verdict]:
    gold = json.loads((SHARED / "gold" / "gold_timeline.json").read_text("utf-8"))["publication"]
    for article in dated(sorted((SHARED / "seeds").glob("*.txt"))):
        entry = next(g for g in gold.values() if g["doc"] == article.document.name)
        supported = entry.get("edtf_from_text_alone", entry["edtf"])
        yield Verdict(article, supported, entry["edtf"])


def wikinews_verdicts() -> Iterator[Verdict]:
    folder = SHARED / "data" / "wikinews"
    for story in ("airbus", "apple"):
        lines = (folder / f"{story}.gold.jsonl").read_text("utf-8").splitlines()
        gold = {Path(g["file"]).name: g["published"] for g in map(json.loads, lines)}
        for article in dated(sorted((folder / story).glob("*.txt"))):
            published = gold.get(article.document.name)
            if published:
                yield Verdict(article, published, published)


def main() -> None:
    for name, verdicts in (
        ("own stories", list(own_verdicts())),
        ("five shared reports", list(seed_verdicts()) if SHARED.is_dir() else []),
        ("wikinews", list(wikinews_verdicts()) if SHARED.is_dir() else []),
    ):
        wrong = sum(leaves_truth_out(v) for v in verdicts)
        print(f"{name}: {sum(v.right for v in verdicts)} of {len(verdicts)} right, ", end="")
        print(f"{wrong} wrong, {sum(v.found is None for v in verdicts)} unknown")
        for verdict in verdicts:
            if name != "wikinews" or not verdict.right:
                show(verdict)


def show(verdict: Verdict) -> None:
    published = verdict.article.published
    print(
        f"  {verdict.article.document.name[:40]}: {published.edtf} ({published.confidence})", end=""
    )
    print(f"  supported {verdict.supported}")
    if "--evidence" in sys.argv:
        for evidence in published.evidence:
            print(f"      {evidence.verdict}: {evidence.text[:60]!r}: {evidence.why}")


if __name__ == "__main__":
    main()
