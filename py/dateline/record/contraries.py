"""Two accounts of one thing, side by side, of which one says no: without a word of denying.

"A said the president had raised it. B said the subject had not come up." A statement of fact and
its negation, by two who do not speak for one side, in neighbouring sentences.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from dateline.annotation.events.homes import seats
from dateline.model import Account, Annotations, Disagreement, Quotation, Span
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
# "It was Oslo that called it off": the other side did what one's own is said to have done.
_TURNED = re.compile(r"\bit (?:was|is|had been) (?:in fact |rather )?(?:the )?(?=\w)")
_WHO_DID = re.compile(r"[^.;:]{0,40}? (?:that|who|which)\b")
# "That they were, and declined": all that is said of what another says was not.
_IT_WAS = re.compile(
    r"^(?:that )?(?:he|she|it|they|there) (?:was|were|did|had|has|have|is|are)(?= and\b|[,.;]|$)"
)
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
    named: frozenset[str]
    """Whom the words name, persons and capitals replaced by their countries."""
    blamed: frozenset[str]
    """Whom "it was Oslo that" means, in the same way."""


def find_contraries(
    annotations: Sequence[Annotations], homes: Mapping[str, str]
) -> Iterator[Disagreement]:
    """Neighbouring accounts of different sides, one of which says that it was not so."""
    for one in annotations:
        said = sorted(_sayings(one, homes), key=lambda each: each.start)
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


def _sayings(one: Annotations, homes: Mapping[str, str]) -> Iterator[_Saying]:
    for quotation in one.quotations[:_MOST_SAID]:
        saying = _saying(one, quotation, homes)
        if saying is not None:
            yield saying


def _saying(one: Annotations, quotation: Quotation, homes: Mapping[str, str]) -> _Saying | None:
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
        _sides(one, quotation.content, homes),
        _blamed(one, quotation.content, text, homes),
    )


def _sides(one: Annotations, span: Span, homes: Mapping[str, str]) -> frozenset[str]:
    first = bisect_left(one.mentions, span.start, key=lambda m: m.span.start)
    last = bisect_left(one.mentions, span.end, key=lambda m: m.span.start)
    named = (m.entity for m in one.mentions[first:last] if m.entity)
    return frozenset(homes.get(id_, seats().get(id_, id_)) for id_ in named)


def _blamed(one: Annotations, content: Span, text: str, homes: Mapping[str, str]) -> frozenset[str]:
    """Whom "it was Oslo that called it off" names as the one who did it."""
    turned = _TURNED.search(text)
    behind = _WHO_DID.match(text, turned.end()) if turned else None
    if turned is None or behind is None:
        return frozenset()
    start = content.start + turned.end()
    return _sides(one, Span(start, content.start + behind.end()), homes)


def _tells(stem: str) -> bool:
    return not stem.startswith("@") and not stem[0].isdigit() and stem not in _LIGHT


def _contrary(earlier: _Saying, later: _Saying, homes: Mapping[str, str]) -> bool:
    one, other = (_side(each, homes) for each in (earlier, later))
    if earlier.teller == later.teller or (one is not None and one == other):
        return False
    if later.first - earlier.last > 1:
        return False
    if later.blamed and other not in later.blamed:
        return one in later.blamed or other in earlier.named
    if earlier.negated:
        return _IT_WAS.match(later.text) is not None
    return later.negated and _says_it_was_not(earlier, later)


def _side(saying: _Saying, homes: Mapping[str, str]) -> str | None:
    speaker = saying.account.speaker
    return homes.get(speaker, seats().get(speaker, speaker)) if speaker else None


def _says_it_was_not(earlier: _Saying, later: _Saying) -> bool:
    if _POINTS.search(later.text):
        return True
    if _COUNTED.search(later.text) and _NUMBER.search(earlier.text):
        return True
    common = earlier.stems & later.stems
    return len(common) >= _SHARED * len(later.stems) > 0
