"""Two accounts of one thing, side by side, of which one says no: without a word of denying.

"A said the president had raised it. B said the subject had not come up." A statement of fact and
its negation, by two who do not speak for one side, in neighbouring sentences.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from dateline.model import Account, Annotations, Disagreement, Quotation
from dateline.record.threads import source
from dateline.record.wording import about, telling
from dateline.text import plain

_MOST_SAID = 1000
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
)
_COUNTED = re.compile(r"\b(?:no|any|not one) (?:\w+ )?(?:figure|number|amount|sum|total)\b")
_NUMBER = re.compile(r"\d|\b(?:half|third|quarter|percent)\b")
_SHARED = 0.25
_LIGHT = frozenset(
    {"say", "told", "tell", "peopl", "country", "countr", "government", "leader", "minist", "talk"}
)


@dataclass(frozen=True, slots=True)
class _Saying:
    account: Account
    teller: str
    first: int
    last: int
    """The sentences it begins and ends in."""
    text: str
    stems: frozenset[str]
    start: int
    negated: bool


def find_contraries(
    annotations: Sequence[Annotations], homes: Mapping[str, str]
) -> Iterator[Disagreement]:
    """Neighbouring accounts of different sides, one of which says that it was not so."""
    for one in annotations:
        said = sorted(_sayings(one), key=lambda each: each.start)
        taken: set[int] = set()
        for at, later in enumerate(said):
            for earlier in reversed(said[max(0, at - 3) : at]):
                if later.first - earlier.last > _NEAR or earlier.start in taken:
                    break
                if _contrary(earlier, later, homes):
                    taken.add(later.start)
                    span = one.article.sentences[later.account.source.sentence - 1].span
                    yield Disagreement(about(one, span), (earlier.account, later.account))
                    break


def _sayings(one: Annotations) -> Iterator[_Saying]:
    for quotation in one.quotations[:_MOST_SAID]:
        saying = _saying(one, quotation)
        if saying is not None:
            yield saying


def _saying(one: Annotations, quotation: Quotation) -> _Saying | None:
    begins = one.article.sentence_at(quotation.content.start)
    ends = one.article.sentence_at(quotation.content.end - 1)
    text = plain(quotation.content.of(one.article.text)).lower()
    # What is denied in words of its own is compared as a denial.
    if quotation.denied and not _POINTS.search(text):
        return None
    if begins is None or quotation.speaker is None:
        return None
    teller = quotation.speaker.entity or plain(quotation.speaker.span.of(one.article.text)).lower()
    return _Saying(
        Account(source(one, begins), quotation.speaker.entity),
        teller,
        begins.index,
        (ends or begins).index,
        text,
        frozenset(each for each in telling(one, quotation.content) if _tells(each)),
        quotation.content.start,
        _NO.search(text) is not None and _TO_COME.search(text) is None,
    )


def _tells(stem: str) -> bool:
    return not stem.startswith("@") and not stem[0].isdigit() and stem not in _LIGHT


def _contrary(earlier: _Saying, later: _Saying, homes: Mapping[str, str]) -> bool:
    if earlier.teller == later.teller or earlier.negated == later.negated:
        return False
    one, other = earlier.account.speaker, later.account.speaker
    home = homes.get(one or "", one)
    if home is not None and home == homes.get(other or "", other):
        return False
    apart = later.first - earlier.last
    if not later.negated or apart > 1:
        return False
    if _POINTS.search(later.text):
        return True
    if _COUNTED.search(later.text) and _NUMBER.search(earlier.text):
        return True
    common = earlier.stems & later.stems
    return len(common) >= _SHARED * len(later.stems) > 0
