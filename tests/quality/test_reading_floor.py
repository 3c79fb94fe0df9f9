"""Line roles and publication dates may not get worse than measured."""

from __future__ import annotations

import pytest

from quality import score_dates, score_lines

needs_shared = pytest.mark.skipif(
    not score_lines.SHARED.is_dir(), reason="the shared data is not beside the checkout"
)


@needs_shared
def test_every_line_of_the_five_reports_has_its_role() -> None:
    verdicts = list(score_lines.seed_verdicts())
    assert len(verdicts) == 95
    assert [v.text for v in verdicts if not v.right] == []


@needs_shared
def test_wikinews_lines() -> None:
    verdicts = list(score_lines.wikinews_verdicts())
    assert score_lines.share_right(verdicts, "headline") == 1
    assert score_lines.share_right(verdicts, "dateline") == 1
    assert score_lines.body_f1(verdicts) >= 0.998


@needs_shared
def test_the_five_reports_are_dated_as_far_as_the_text_supports() -> None:
    found = {v.article.document.name[:3]: v.found for v in score_dates.seed_verdicts() if v.right}
    assert found == {
        "000": "2024-05-27",
        "001": "2023-11-16/2023-11-17",
        "002": "2022-09-22",
        "003": "[2023-05-07,2023-05-14]",
        "004": "[2024-09-06,2024-09-13,2024-09-20]",
    }


@needs_shared
def test_wikinews_reports_are_dated_by_their_date_lines() -> None:
    verdicts = list(score_dates.wikinews_verdicts())
    assert len(verdicts) == 58
    assert [v.article.document.name for v in verdicts if not v.right] == []


def test_the_own_stories_are_dated_as_a_careful_reader_would() -> None:
    verdicts = list(score_dates.own_verdicts())
    assert len(verdicts) == 22
    missed = {v.article.document.name: v.found for v in verdicts if v.found != v.supported}
    assert missed == {}
    assert [v.found for v in verdicts if score_dates.leaves_truth_out(v)] == []


def test_most_of_the_own_stories_are_dated_as_surely_as_expected() -> None:
    sure = {v.article.document.name: v.article.published.confidence
            for v in score_dates.own_verdicts()}  # fmt: skip
    assert sure["aveline-sinks.txt"] == sure["seoul-tenth-summit.txt"] == "stated"
    assert sure["beacons-late.txt"] == sure["settlement.txt"] == "inferred"
    assert sure["seoul-return-visit.txt"] == "inferred"
    assert sure["seoul-farewell.txt"] == "candidates"
