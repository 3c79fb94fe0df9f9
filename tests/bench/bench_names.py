"""Speed of names: reports of 500 words a second on one core.

    python tests/bench/bench_names.py [SECONDS]

The reports are made up here, from sentences with people, places, organizations and plain words in
about the proportion of wire copy: one capitalised word in five.
"""

from __future__ import annotations

import random
import sys
import time

from dateline.annotation.names import tag
from dateline.model import Article, Document, Line, Sentence, Span, Story

TARGET = 300
"""Reports a second that names must reach on a quiet core, so that annotate and record together
reach 100."""

PEOPLE = ["Maria Keller", "John Okafor", "Li Weiming", "Park Jin-ho", "Pierre Lambert"]
PLACES = ["Berlin", "Lagos", "Canberra", "Ottawa", "Madrid", "Kenya", "Norway", "Lisbon"]
BODIES = ["Foreign Ministry", "Ardent Motors Corp", "Central Bank", "Harbor Workers Union"]
DEMONYMS = ["German", "Nigerian", "Spanish", "Norwegian", "Canadian"]
PATTERNS = [
    "{demonym} President {person} met officials in {place} on Tuesday to discuss trade and energy.",
    "The {demonym} {body} said the talks with {place} would continue until an agreement is found.",
    "{family} told reporters that the two sides had made progress, but that much work remained.",
    "In {place}, the prime minister's office declined to comment on what it called rumours.",
    "A spokesman for {body} said that shipments from {place} had resumed after the strike ended.",
    "The deal, which was first proposed last year, still needs the approval of both parliaments.",
]


def report(seed: int, words: int = 500) -> Article:
    """A report of about `words` words."""
    choose = random.Random(seed)
    lines: list[str] = []
    count = 0
    while count < words:
        person = choose.choice(PEOPLE)
        line = choose.choice(PATTERNS).format(
            person=person,
            family=person.split()[0 if "Park" in person or "Li" in person else -1],
            place=choose.choice(PLACES),
            body=choose.choice(BODIES),
            demonym=choose.choice(DEMONYMS),
        )
        lines.append(line)
        count += len(line.split())
    return _article("\n".join(lines), str(seed))


def _article(text: str, name: str) -> Article:
    spans, start = [], 0
    for line in text.split("\n"):
        spans.append(Span(start, start + len(line)))
        start += len(line) + 1
    return Article(
        Document(name, name, "0" * 64, text, text),
        tuple(Line(span, "body") for span in spans),
        tuple(Sentence(n, span, "body") for n, span in enumerate(spans, 1)),
    )


def measure(seconds: float = 3.0) -> float:
    """Reports a second of CPU time."""
    articles = [report(seed) for seed in range(50)]
    story = Story()
    tag(articles[0], story)
    begun, done = time.process_time(), 0
    while time.process_time() - begun < seconds:
        tag(articles[done % len(articles)], story)
        done += 1
    return done / (time.process_time() - begun)


def main() -> None:
    """Print the speed and exit 1 below the target."""
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else 3.0
    speed = measure(seconds)
    print(f"names: {speed:.0f} reports of 500 words a second (target {TARGET})")
    sys.exit(0 if speed >= TARGET else 1)


if __name__ == "__main__":
    main()
