"""Places that are teams: `Essex beat Somerset`, `Leeds 2 Derby 1`, `Houston edged Montreal 2-1`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dateline.annotation.names import lexicon
from dateline.annotation.names.candidate import Candidate
from dateline.annotation.names.tokens import Tokens

_SPORTS_LEAST = 4
_SCORE = re.compile(r"\d{1,3}\Z")
_SCORELINE = re.compile(r"\d{1,3}-\d{1,3}\Z")
# Words before a place that is a place even in a sports report.
_LOCATIVE = frozenset(["in", "at", "near", "from", "of", "to", "outside", "around", "the"])
_TEAM_PLACES = frozenset({"city", "state", "region", "capital"})


def is_sports(tokens: Tokens) -> bool:
    """Whether the article is a sports report, by its vocabulary."""
    return len(lexicon.SPORTS.intersection(tokens.words)) >= _SPORTS_LEAST


def mark_teams(tokens: Tokens, kept: Sequence[Candidate]) -> None:
    """Make a city or county that plays its team; a country that plays stays a place."""
    sports = is_sports(tokens)
    for candidate in kept:
        known = candidate.known
        if known is None or known.category not in _TEAM_PLACES or candidate.type != "place":
            continue
        if tokens.gap(candidate.last) == "-":
            continue  # `Leeds-based`
        if (
            in_result(tokens, candidate.first, candidate.last)
            or _has_scoreline(tokens, candidate)
            or (sports and known.category != "capital" and _plays(tokens, candidate))
        ):
            candidate.type, candidate.why = "organization", "team of a place"


def _plays(tokens: Tokens, candidate: Candidate) -> bool:
    """In a sports report: a place with no preposition before it and no region after it."""
    previous = tokens.word(candidate.first - 1).lower()
    if tokens.words[candidate.first].isupper() and not (
        _SCORE.match(tokens.word(candidate.last)) or _beside_result(tokens, candidate)
    ):
        return False
    alone = tokens.gap(candidate.first).startswith((" ", "\n", ". ")) and (
        previous not in _LOCATIVE
    )
    return alone and tokens.gap(candidate.last) != ", "


def in_result(tokens: Tokens, first: int, last: int) -> bool:
    """`Leeds 2 Derby 1` in a line of its own: words `first` to `last` stand before a score."""
    before = tokens.gap(first)
    begins = before[:1] == "\n" or (
        _SCORE.match(tokens.word(first - 1)) is not None and before in (" ", ") ", ". ")
    )
    if not begins or tokens.gap(last) != " " or not _SCORE.match(tokens.word(last)):
        return False
    following = tokens.word(last + 1)
    return following[:1].isupper() or following.isdigit() or tokens.gap(last + 1)[:1] == "\n"


def _beside_result(tokens: Tokens, candidate: Candidate) -> bool:
    before, after = tokens.word(candidate.first - 1), tokens.word(candidate.last)
    return (tokens.gap(candidate.last) == " " and after.lower() in lexicon.RESULTS) or (
        tokens.gap(candidate.first) == " " and before.lower() in lexicon.RESULTS
    )


_SCORELINE_WINDOW = 8
_OPPOSED = frozenset({"against", "by", "over", "to", "with"})
_OUTCOMES = frozenset({"defeat", "draw", "loss", "rout", "thrashing", "victory", "win"})


def _has_scoreline(tokens: Tokens, candidate: Candidate) -> bool:
    """`Houston edged Montreal 2-1`, `after a 2-0 win over Newcastle`."""
    if tokens.word(candidate.first - 1) in _OPPOSED and tokens.gap(candidate.first) == " ":
        before = tokens.words[max(0, candidate.first - _SCORELINE_WINDOW) : candidate.first - 1]
        if before[-1:] and before[-1] in _OUTCOMES and any(map(_SCORELINE.match, before)):
            return True
    if not _beside_result(tokens, candidate):
        return False
    near = tokens.words[candidate.last : candidate.last + _SCORELINE_WINDOW]
    return any(_SCORELINE.match(word) for word in near)


def is_scorer(tokens: Tokens, first: int, last: int) -> bool:
    """`(Barmby 12, Ferguson 77)`, `c Healy b McGrath 103`."""
    before = tokens.gap(first)
    if before == " " and tokens.word(first - 1) in ("b", "c"):
        return True
    listed = before == ", " and _SCORE.match(tokens.word(first - 1)) is not None
    if not (listed or before.endswith(("(", "( "))) or tokens.gap(last) != " ":
        return False
    after = tokens.gap(last + 1).lstrip()
    return _SCORE.match(tokens.word(last)) is not None and after[:1] in ("", ")", ",", ";")
