"""Floors under the scores of names on the shared data."""

from __future__ import annotations

import pytest

from quality import score_names

pytestmark = pytest.mark.skipif(
    not (score_names.SHARED / "gold").is_dir(), reason="the shared data is not beside the checkout"
)

# Measured: .994, .980, .913, .641. The floors leave room for a few mentions to go wrong.
SEEDS_MENTIONS = 0.985
SEEDS_B_CUBED = 0.975
WIKINEWS_LENIENT = 0.905
WIKINEWS_STRICT = 0.66


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
