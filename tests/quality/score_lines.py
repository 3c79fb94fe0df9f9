"""Line roles against the gold of the shared reports, and against the Wikinews layout.

Run it: `python tests/quality/score_lines.py [--misses]`. Prints, for the five reports, how many
lines have the gold's role and the precision and recall of body lines; for Wikinews, how many
headlines, date lines and body lines are right.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from dateline.model import Article, LineRole
from dateline.reading.clean import clean
from dateline.reading.read import read

SHARED = Path(__file__).resolve().parents[3] / "shared"
# The gold names some lines by two roles, or by roles of its own.
ACCEPTED: dict[str, frozenset[LineRole]] = {
    "dateline+category": frozenset({"dateline"}),
    "dateline+agency": frozenset({"dateline", "agency"}),
    "pubdate": frozenset({"dateline", "furniture"}),
    "furniture-date": frozenset({"furniture"}),
}


@dataclass(frozen=True)
class Verdict:
    """One line: what it should be, what it was taken for."""

    document: str
    text: str
    wanted: frozenset[str]
    found: str

    @property
    def right(self) -> bool:
        return self.found in self.wanted


def cleaned(path: Path) -> Article:
    return clean(read(path.name, path.read_bytes()))


def role_at(article: Article, offset: int) -> str:
    return next((x.role for x in article.lines if x.span.start <= offset < x.span.end), "none")


def seed_verdicts() -> Iterator[Verdict]:
    gold = json.loads((SHARED / "gold" / "gold_lines.json").read_text("utf-8"))
    articles = {path.name: cleaned(path) for path in sorted((SHARED / "seeds").glob("*.txt"))}
    for line in gold:
        wanted = ACCEPTED.get(line["role"], frozenset({line["role"]}))
        found = role_at(articles[line["doc"]], line["start"])
        yield Verdict(line["doc"], line["text"], wanted, found)


def wikinews_verdicts() -> Iterator[Verdict]:
    """Headline first, then the date line where there is one, then a sentence a line."""
    for path in sorted((SHARED / "data" / "wikinews").glob("*/*.txt")):
        if path.parent.name.endswith(".timelines"):
            continue
        article = cleaned(path)
        for number, line in enumerate(article.lines):
            text = line.span.of(article.text)
            wanted = "headline" if number == 0 else "body"
            if number == 1 and re.fullmatch(r"[A-Z][a-z]+ \d\d?, \d{4}", text.strip()):
                wanted = "dateline"
            yield Verdict(path.name, text, frozenset({wanted}), line.role)


def share_right(verdicts: list[Verdict], role: str | None = None) -> float:
    kept = [v for v in verdicts if role is None or role in v.wanted]
    return sum(v.right for v in kept) / len(kept) if kept else 0.0


def body_f1(verdicts: list[Verdict]) -> float:
    hits = sum(v.found == "body" and "body" in v.wanted for v in verdicts)
    total = sum((v.found == "body") + ("body" in v.wanted) for v in verdicts)
    return 2 * hits / total if total else 0.0


def main() -> None:
    for name, verdicts in (
        ("seeds", list(seed_verdicts())),
        ("wikinews", list(wikinews_verdicts())),
    ):
        print(f"{name}: {share_right(verdicts):.3f} of {len(verdicts)} lines right", end="; ")
        print(
            f"body F1 {body_f1(verdicts):.3f}, recall {share_right(verdicts, 'body'):.3f}", end="; "
        )
        print(f"headlines {share_right(verdicts, 'headline'):.3f}")
        if "--misses" in sys.argv:
            for verdict in verdicts:
                if not verdict.right:
                    wanted = "/".join(sorted(verdict.wanted))
                    found = f"{wanted} <- {verdict.found}: {verdict.text[:70]}"
                    print(f"  {verdict.document[:12]} {found}")


if __name__ == "__main__":
    main()
