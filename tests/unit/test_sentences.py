"""Where sentences end."""

from __future__ import annotations

import time

import pytest

from dateline.model import Span
from dateline.reading.sentences import number_sentences, split_sentences


def split(text: str) -> list[str]:
    return [span.of(text) for span in split_sentences(text, Span(0, len(text)))]


@pytest.mark.parametrize(
    "text",
    [
        "The U.S. and Japan met.|They will meet again.",
        "Mr. Olsen and Gen. Berg spoke.|Neither agreed.",
        "He arrived on Nov. 16 and left on Sept. 3.|It rained.",
        "She works for Harbour Corp. in Oslo.|He does not.",
        "It was founded by J. R. Berg.|His son sold it.",
        "The talks began at 10 a.m. on Monday.|They ended at 5 p.m.|Nobody spoke.",
        "Profit rose 3.5 percent to $4.2 million.|Sales fell.",
        "“We will sail.”|He smiled.",
        "“Why not?” she asked.|“Because!” he said.",
        "“There is much to do… it is hard,” he said.|It was.",
        "He paused ...|Then he went on.",
        "He left (see p. 4).|She stayed.",
        "No. 10 said no.|It meant it.",
        "He lives in the U.S.|The others do not.",
        "He called it `` the best thing . ''|Then he left.",
        "The talks ended.|The crowd went home.",
        "The ship lies at the quay on May 6, 2019. (Harbour Press)",
        "He asked: Is it safe?|It is not!",
        "“Who pays for it?” Ms. Lee asked the crowd.|“Not us!” Ann Lee said.",
        "“Help!”|Ann Lee said she had heard it.",
        "“Who pays for it?”|Ann Lee smiled.",
    ],
)
def test_sentences_end_where_a_reader_ends_them(text: str) -> None:
    wanted = text.split("|")
    assert split(" ".join(wanted)) == wanted


def test_a_space_lost_in_copying_does_not_join_two_sentences() -> None:
    assert split("The talks ended.The crowd went home.") == [
        "The talks ended.",
        "The crowd went home.",
    ]
    assert split("They use Node.Js there.") == ["They use Node.Js there."]


def test_a_sentence_runs_over_line_breaks() -> None:
    assert split("The ferry\nstopped. It\nwaited.") == ["The ferry\nstopped.", "It\nwaited."]


def test_sentences_are_counted_from_one_in_order() -> None:
    text = "A headline\n\nOne thing. Another thing."
    found = number_sentences(text, [(Span(0, 10), "headline"), (Span(12, 37), "body")])
    assert [(s.index, s.role, s.span.of(text)) for s in found] == [
        (1, "headline", "A headline"),
        (2, "body", "One thing."),
        (3, "body", "Another thing."),
    ]


@pytest.mark.parametrize(
    "piece", ["a. ", "A. ", '."', ". ", ".", "''. '' ", "(", "Mr. ", "… ", "?! "]
)
def test_hostile_text_takes_linear_time(piece: str) -> None:
    text = (piece * 100_000)[:100_000]
    start = time.process_time()
    split_sentences(text, Span(0, len(text)))
    assert time.process_time() - start < 3
