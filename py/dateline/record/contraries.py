"""Two accounts of one thing, side by side, of which one says no: without a word of denying.

"A said the president had raised it. B said the subject had not come up." A statement of fact and
its negation, by two who do not speak for one side, in neighbouring sentences.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from dateline.model import Annotations, Disagreement, Span
from dateline.record.deeds import kin_forms
from dateline.record.sayings import Saying, sides_named
from dateline.record.wording import about, low_words

_NEAR = 2
"""Sentences between the two accounts, at most."""
_BE = r"(?:was|were|is|are|had|has|have|did|does|do)"
# What is told as no fact: "no figure was agreed", "had never been told", "did not leave".
_NO = re.compile(
    rf"\b{_BE}(?:n't| not| never)\b(?! only)"
    rf"|(?:^|\bthat |, |; )(?:no|not one|none of|neither|nobody|nothing)\b[^.;]{{0,60}}?\b{_BE}\b"
    rf"|\b{_BE} (?:received|seen|heard|made|given|asked for|signed|promised|agreed to) "
    r"(?:no|nothing|none)\b"
    r"|\bnever (?:came up|arose|raised|mentioned|discussed)\b"
)
_TO_COME = re.compile(r"\b(?:will|would|should|must|shall|may|might|can|could|ought|wo|ca)\b")
# "The subject had not come up", "it was not discussed": what was told right before.
_POINTS = re.compile(
    r"^(?:that )?[\"“]?(?:the |this |that )?(?:subject|matter|issue|topic|question|case|point|it|"
    r"this|that|nothing|individual cases)\b[^.;]{0,30}?"
    r"\b(?:come up|came up|discussed|raised|mentioned|on the table|on the agenda|settled|agreed|"
    r"decided|touched on)\b"
    # "The request had gone out on Monday": "nothing had arrived"
    r"|^(?:that )?[\"“]?nothing (?:had|has) (?:\w+ )?"
    r"(?:arrived|come|reached|been (?:received|sent|paid|done|signed|delivered))\b"
)
_COUNTED = re.compile(r"\b(?:no|any|not one) (?:\w+ )?(?:figure|number|amount|sum|total)\b")
_NUMBER = re.compile(r"\d|\b(?:half|third|quarter|percent)\b")
# "It was Oslo that called it off": the other side did what one's own is said to have done.
_TURNED = re.compile(r"\bit (?:was|is|had been) (?:in fact |rather )?(?:the )?(?=\w)")
_WHO_DID = re.compile(r"[^.;:]{0,40}? (?:that|who|which)\b")
# "That they were, and declined": all that is said of what another says was not.
_IT_WAS = re.compile(
    r"^(?:that )?(?:he|she|it|they|there) (?:was|were|did|had|has|have|is|are)(?= and\b|[,.;]|$)"
)
# "They shook hands but did not speak to each other"
_DID_NOT = re.compile(r"\b(?:did|had|has|have) (?:not|never) (?:even |once |ever )?([a-z]+)\b")
_OPPOSITES = tuple(
    (frozenset(one.split()), frozenset(other.split()))
    for one, other in (
        ("resigned quit stepped", "dismissed sacked fired ousted"),
        ("won", "lost"),
        ("rose risen grown increased", "fell fallen dropped shrunk decreased"),
        ("accepted agreed", "refused rejected declined"),
        ("alive", "dead"),
        ("safe", "unsafe dangerous"),
        ("early", "late"),
        ("full", "empty"),
        ("voluntary", "forced"),
    )
)
_DOUBTED = frozenset(
    {"will", "would", "should", "may", "might", "could", "not", "n't", "never", "to"}
)
_DOUBT_REACH = 4
# "He had been dismissed": of whom or what the one before spoke.
_SAME = re.compile(r"(?:that )?[\"“]?(?:he|she|it|they|his|her|its|their|the two)\b")
_SHARED = 0.25


@dataclass(frozen=True, slots=True)
class _Claim:
    """A saying, and what of it says that something was not so."""

    saying: Saying
    negated: bool
    blamed: frozenset[str]
    """Whom "it was Oslo that" means, persons and capitals replaced by their countries."""


def find_contraries(
    annotations: Sequence[Annotations],
    told: Sequence[Sequence[Saying]],
    homes: Mapping[str, str],
) -> Iterator[Disagreement]:
    """Neighbouring accounts of different sides, one of which says that it was not so.

    `told` are the sayings of each report.
    """
    for one, each in zip(annotations, told, strict=True):
        said = [_claim(one, saying, homes) for saying in each if _compared(saying)]
        taken: set[Span] = set()
        for at, later in enumerate(said):
            for earlier in reversed(said[max(0, at - 3) : at]):
                apart = later.saying.first - earlier.saying.last
                if apart > _NEAR or earlier.saying.content in taken:
                    break
                if _contrary(earlier, later):
                    taken.add(later.saying.content)
                    accounts = earlier.saying.account, later.saying.account
                    yield Disagreement(about(one, accounts[1].source.span), accounts)
                    break


def _compared(saying: Saying) -> bool:
    """What is denied in words of its own is compared as a denial."""
    return not saying.denied or _POINTS.search(saying.text) is not None


def _claim(one: Annotations, saying: Saying, homes: Mapping[str, str]) -> _Claim:
    text = saying.text
    negated = _NO.search(text) is not None and _TO_COME.search(text) is None
    return _Claim(saying, negated, _blamed(one, saying.content, text, homes))


def _blamed(one: Annotations, content: Span, text: str, homes: Mapping[str, str]) -> frozenset[str]:
    """Whom "it was Oslo that called it off" names as the one who did it."""
    turned = _TURNED.search(text)
    behind = _WHO_DID.match(text, turned.end()) if turned else None
    if turned is None or behind is None:
        return frozenset()
    start = content.start + turned.end()
    return sides_named(one, Span(start, content.start + behind.end()), homes)


def _contrary(earlier: _Claim, later: _Claim) -> bool:
    before, behind = earlier.saying, later.saying
    one, other = before.side, behind.side
    if before.teller == behind.teller or (one is not None and one == other):
        return False
    if behind.first - before.last > 1:
        return False
    if _opposed(before, behind):
        return True
    if later.blamed and other not in later.blamed:
        return one in later.blamed or other in before.named
    if earlier.negated:
        after_all = not later.negated and _did_after_all(before.text, behind.text)
        return after_all or _IT_WAS.match(behind.text) is not None
    return later.negated and _says_it_was_not(before, behind)


def _opposed(earlier: Saying, later: Saying) -> bool:
    """Whether two tell of one thing by opposite words: "had resigned", "he had been dismissed"."""
    if _SAME.match(later.text) is None and not earlier.stems & later.stems:
        return False
    before, behind = _as_past(earlier.text), _as_past(later.text)
    return any(
        (before & one and behind & other) or (before & other and behind & one)
        for one, other in _OPPOSITES
    )


def _as_past(text: str) -> set[str]:
    """The words before which nothing tells that they are to come, or were not."""
    words = low_words(text)
    return {
        word
        for at, word in enumerate(words)
        if _DOUBTED.isdisjoint(words[max(0, at - _DOUBT_REACH) : at])
    }


def _did_after_all(denied: str, told: str) -> bool:
    """Whether what is told was done is what was not: "did not speak", "talked for an hour"."""
    words = low_words(told)
    if _TO_COME.search(told):
        return False
    done = (kin_forms(found[1]) for found in _DID_NOT.finditer(denied))
    return any(not forms.isdisjoint(words) for forms in done)


def _says_it_was_not(earlier: Saying, later: Saying) -> bool:
    if _POINTS.search(later.text):
        return True
    if _COUNTED.search(later.text) and _NUMBER.search(earlier.text):
        return True
    common = earlier.stems & later.stems
    return len(common) >= _SHARED * len(later.stems) > 0
