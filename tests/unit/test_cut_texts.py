"""A text may end anywhere: no place at which it is cut off stops the reading."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from dateline.annotation import annotate
from dateline.model import Story
from dateline.reading.clean import clean
from dateline.reading.date import date_story
from dateline.reading.read import read
from dateline.record import link

STORIES = Path(__file__).resolve().parents[1] / "data" / "stories"
STORY = Story()
MADE = 800


def record_of(text: str) -> int:
    articles = date_story([clean(read("a.txt", text.encode()))], STORY)
    return len(link([annotate(article, STORY) for article in articles], STORY).entities)


@pytest.mark.parametrize(
    "sentence",
    [
        "Ann Lee and Bo Ek said it would.",
        "With a vote ahead, Norway’s Ann Lee promises Bo Ek",
        "The newest model was introduced by",
        "Ann Lee will stand",
        "According to",
        "Ann Lee put the number at",
        "Ann Lee, Bo Ek and",
        "The boats sank together",
        "By telephone",
        "A day after",
    ],
)
def test_a_sentence_cut_off(sentence: str) -> None:
    assert record_of(f"A headline here today\n\n{sentence}") >= 0


def pieces() -> Iterator[str]:
    chance = random.Random(5)
    texts = [path.read_text("utf-8") for path in sorted(STORIES.rglob("*.txt"))]
    lines = [line.split() for text in texts for line in text.splitlines() if line.strip()]
    for _ in range(MADE):
        one, other = chance.choice(lines), chance.choice(lines)
        words = [*one[: chance.randint(1, len(one))], *other[chance.randrange(len(other)) :]]
        yield " ".join(words[: chance.randint(1, len(words))]) + chance.choice(("", ".", ",", '"'))


def test_beginnings_of_sentences_and_two_run_together() -> None:
    for piece in pieces():
        assert record_of(f"A headline here today\n\n{piece}") >= 0, piece
