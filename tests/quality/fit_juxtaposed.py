"""Fits the weights of `record/juxtaposed.py` to the answers of the stories, and prints them.

    cd tests && PYTHONPATH=../py python -m quality.fit_juxtaposed

Two sayings are a disagreement when an answer has one account in the sentence of each. For each
story the weights fitted to all others are tried on it; of what they tell that no other rule does
the share that stands in the answers is printed. The answers are not complete, so it is the least.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from math import exp, inf
from typing import NamedTuple

from dateline.annotation import annotate
from dateline.model import Annotations, Span, Story
from dateline.record import juxtaposed
from dateline.record.meetings import story_homes
from dateline.record.sayings import Saying, sayings
from dateline.record.wording import SentenceIndex
from quality import stories
from quality.gold_seeds import SHARED
from quality.score_names import wikinews_reports

NAMES = (*stories.STORIES, *stories.APART, *stories.LATER, *stories.MANNERS)
ROUNDS = 12
RIDGE = 0.002
"""Of each weight's square, for each row."""


class Row(NamedTuple):
    """Two sayings of one report."""

    story: str
    signs: dict[str, float]
    differ: bool
    known: bool
    """Whether another rule tells of them."""


class Fit(NamedTuple):
    """Weights in log odds."""

    weights: dict[str, float]
    bias: float

    def odds(self, signs: dict[str, float]) -> float:
        return self.bias + sum(self.weights[name] * value for name, value in signs.items())


def rows() -> list[Row]:
    """All pairs of sayings of the stories that rules have learned from, and of ordinary news."""
    return [*(row for name in NAMES for row in _of_story(name)), *_of_ordinary_news()]


def _of_ordinary_news() -> list[Row]:
    """Those of the shared Wikinews reports, where hardly any two accounts differ."""
    found = []
    for report in wikinews_reports(SHARED):
        one = annotate(report.article, Story())
        homes, index = story_homes([one]), SentenceIndex.of([one])
        for _, _, signs in _pairs(one, index, homes):
            found.append(Row("wikinews", signs, differ=False, known=False))
    return found


def _of_story(name: str) -> list[Row]:
    story = stories.told(name)
    annotations = story.record.annotations
    homes, index = story_homes(annotations), SentenceIndex.of(annotations)
    told = [
        {(each.source.document, each.source.sentence) for each in disagreement.accounts}
        for disagreement in story.record.disagreements
    ]
    found = []
    for one in annotations:
        for earlier, later, signs in _pairs(one, index, homes):
            sources = [each.account.source for each in (earlier, later)]
            places = {(source.document, source.sentence) for source in sources}
            differ = _answered(story, one.article.document.name, [s.span for s in sources])
            found.append(Row(name, signs, differ, any(places <= each for each in told)))
    return found


def _pairs(
    one: Annotations, index: SentenceIndex, homes: Mapping[str, str]
) -> Iterator[tuple[Saying, Saying, dict[str, float]]]:
    for earlier, later in juxtaposed.pairs(one, sayings(one, homes)):
        yield earlier, later, juxtaposed.signs(one, index, earlier, later)


def _answered(story: stories.Told, document: str, spans: Sequence[Span]) -> bool:
    for answer in story.answers["disagreements"]:
        words = [each["words"] for each in answer["accounts"] if each["document"] == document]
        held = [[i for i, w in enumerate(words) if story.holds(document, s, w)] for s in spans]
        if any(i != j for i in held[0] for j in held[1]):
            return True
    return False


def fit(found: Sequence[Row]) -> Fit:
    """Logistic regression by Newton's method, with a ridge on the weights but not on the bias."""
    names = list(found[0].signs)
    size, at = len(names) + 1, {name: index for index, name in enumerate(names)}
    rows = [
        ([*((at[n], v) for n, v in row.signs.items() if v), (size - 1, 1.0)], float(row.differ))
        for row in found
    ]
    ridge = [RIDGE * len(found)] * (size - 1) + [0.0]
    weights = [0.0] * size
    for _ in range(ROUNDS):
        slope = [-r * w for r, w in zip(ridge, weights, strict=True)]
        curve = [[ridge[i] if i == j else 0.0 for j in range(size)] for i in range(size)]
        for told, differ in rows:
            share = 1 / (1 + exp(-sum(weights[i] * v for i, v in told)))
            for i, v in told:
                slope[i] += (differ - share) * v
                for j, w in told:
                    curve[i][j] += share * (1 - share) * v * w
        weights = [w + d for w, d in zip(weights, _solved(curve, slope), strict=True)]
    return Fit(dict(zip(names, weights, strict=False)), weights[-1])


def _solved(matrix: list[list[float]], right: list[float]) -> list[float]:
    """The vector that a matrix takes to `right`, by Gauss's elimination."""
    size = len(right)
    rows = [[*row, value] for row, value in zip(matrix, right, strict=True)]
    for i in range(size):
        pivot = max(range(i, size), key=lambda k: abs(rows[k][i]))
        rows[i], rows[pivot] = rows[pivot], rows[i]
        for k in range(size):
            if k != i and rows[k][i]:
                part = rows[k][i] / rows[i][i]
                rows[k] = [x - part * y for x, y in zip(rows[k], rows[i], strict=True)]
    return [rows[i][size] / rows[i][i] for i in range(size)]


def main() -> None:
    juxtaposed.LEAST = inf  # what is known is what the other rules tell
    found = rows()
    for least in (-0.5, 0.0, 0.5):
        right = wrong = 0
        for name in (*NAMES, "wikinews"):
            fitted = _without(name, found)
            for row in found:
                if row.story == name and not row.known and fitted.odds(row.signs) >= least:
                    right, wrong = right + row.differ, wrong + (not row.differ)
        print(f"log odds from {least}: {right} in the answers, {wrong} not")
    fitted = fit(found)
    for name, weight in fitted.weights.items():
        print(f'    "{name}": {weight:.2f},')
    print(f"BIAS = {fitted.bias:.2f}")


_FITTED: dict[str, Fit] = {}


def _without(name: str, found: Sequence[Row]) -> Fit:
    if name not in _FITTED:
        _FITTED[name] = fit([row for row in found if row.story != name])
    return _FITTED[name]


if __name__ == "__main__":
    main()
