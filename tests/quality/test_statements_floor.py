"""Floors under the scores of quotations, commitments and timelines on the shared data."""

from __future__ import annotations

import pytest

from quality import gold_seeds, score_commitments, score_quotations, score_record

pytestmark = pytest.mark.skipif(
    not gold_seeds.available(), reason="the shared data is not beside the checkout"
)

# Measured over gold names and dates: attributions 1.00, speakers .97, commitments 1.00 and 1.00.
ATTRIBUTIONS = 0.95
SPEAKERS = 0.90
ATTRIBUTION_PRECISION = 0.85
COMMITMENT_RECALL = 0.85
COMMITMENT_PRECISION = 0.90
# Measured .25; the best system that took part in the task reached .08 by its own measure.
TIMELINE_F1 = 0.20


def test_every_attribution_with_quotation_marks_is_found() -> None:
    score = score_quotations.score()
    assert score.quoted_found == score.quoted


def test_attributions_and_speakers() -> None:
    score = score_quotations.score()
    assert score.recall >= ATTRIBUTIONS
    assert score.speakers >= SPEAKERS
    assert score.precision >= ATTRIBUTION_PRECISION


def test_commitments() -> None:
    score = score_commitments.score()
    assert score.recall >= COMMITMENT_RECALL
    assert score.precision >= COMMITMENT_PRECISION


def test_timelines() -> None:
    assert score_record.total().f1 >= TIMELINE_F1
