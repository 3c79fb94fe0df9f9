"""Disagreements that a report announces: "the two accounts differ", and then gives them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from dateline.model import Account, Annotations, Disagreement, Sentence
from dateline.record.threads import source
from dateline.record.wording import about
from dateline.text import plain

_MARKS = re.compile(
    r"\b(?:accounts?|versions?|stories|figures|estimates|tallies|counts|reports)\b[^.;]{0,40}"
    r"\b(?:differ|differed|conflict|conflicted|diverge|diverged|varied|clash|disagree|at odds)\b"
    r"|\b(?:is|are|was|were|been|remains?) (?:still )?"
    r"(?:in dispute|disputed|not settled|unsettled|contested)\b"
    r"|\bconflicting (?:accounts|versions|reports|figures|stories)\b"
    r"|\b(?:tell|tells|told) (?:it|the story) differently\b"
    r"|\b(?:two|both|they|sides|leaders|men|women|ministers|governments|countries|nations)\b"
    r"[^.;]{0,30}\b(?:differ|differed|disagreed|clashed|sparred) (?:\w+ )?(?:over|on|about)\b"
)
# The accounts follow within this many sentences, in the same paragraph.
_FOLLOW = 4
_MOST_SAID = 1000


def find_announced(annotations: Sequence[Annotations]) -> Iterator[Disagreement]:
    """The accounts of different speakers in the paragraph of a sentence that says they differ."""
    for one in annotations:
        text = plain(one.article.text).lower()
        for sentence in one.article.sentences:
            if sentence.role == "body" and _MARKS.search(text, *_ends(sentence)):
                accounts = _accounts(one, sentence)
                if len(accounts) > 1:
                    yield Disagreement(about(one, sentence.span), tuple(accounts))


def _ends(sentence: Sentence) -> tuple[int, int]:
    return sentence.span.start, sentence.span.end


def _accounts(one: Annotations, mark: Sentence) -> list[Account]:
    """One account for each speaker, the first, from the paragraph's sentences behind the mark."""
    found: dict[str, Account] = {}
    for quotation in one.quotations[:_MOST_SAID]:
        if quotation.content.start < mark.span.end or quotation.speaker is None:
            continue
        sentence = one.article.sentence_at(quotation.content.start)
        if sentence is None or sentence.index > mark.index + _FOLLOW:
            break
        if "\n" in one.article.text[mark.span.end : sentence.span.start]:
            break
        entity = quotation.speaker.entity
        name = entity or quotation.speaker.span.of(one.article.text).lower()
        told = any(account.source.sentence == sentence.index for account in found.values())
        if not told:
            found.setdefault(name, Account(source(one, sentence), entity))
    return list(found.values())
