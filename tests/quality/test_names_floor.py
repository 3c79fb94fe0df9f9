"""Floors under the scores of names on the shared data."""

from __future__ import annotations

import pytest

from quality import score_names

pytestmark = pytest.mark.skipif(
    not (score_names.SHARED / "gold").is_dir(), reason="the shared data is not beside the checkout"
)

# The floors leave room for a report or two to go wrong; measured: .99, .98, .91, .63.
SEEDS_MENTIONS = 0.96
SEEDS_B_CUBED = 0.95
WIKINEWS_LENIENT = 0.87
WIKINEWS_STRICT = 0.60


def test_seeds() -> None:
    annotations = score_names.seed_annotations(score_names.SHARED)
    ours = score_names.our_mentions(annotations)
    gold = score_names.gold_mentions(score_names.SHARED)
    assert score_names.score_mentions(ours, gold).f1 >= SEEDS_MENTIONS
    assert score_names.b_cubed(ours, gold)[2] >= SEEDS_B_CUBED


def test_wikinews() -> None:
    strict, lenient = score_names.score_wikinews(score_names.SHARED)
    assert strict.f1 >= WIKINEWS_STRICT
    assert lenient.f1 >= WIKINEWS_LENIENT
