"""A figure told as the true one, against what its report told some sentences before.

"The plan sets out 24 billion in cuts. [...] The real figure was 18 billion, he said" · "the 14
drivers held since May [...] the consul said the number of drivers in custody was 17".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from dateline.model import Account, Annotations, Disagreement, Sentence, Span
from dateline.record.comparable import alike
from dateline.record.lengths import MOST_SAID, speaker_at
from dateline.record.tallies import numbers_in
from dateline.record.threads import source
from dateline.record.wording import about, content_stems
from dateline.text import plain

_BACK = 6
"""Sentences between the two, at most."""
_MILLION = 10**6
_CLAUSE = re.compile(r", (?:and|but|while)\b|;|\. |$")
_TRUE = re.compile(
    r"\b(?:true|real|actual|correct) (?:figure|number|total|sum|cost|price|amount|turnout)"
    r"(?: [a-z' -]{2,40})? (?:was|is|had been|stood at|stands at)\b"
)
_NUMBER_OF = re.compile(
    r"\bnumber of (?:[a-z'-]{2,20} ){0,2}?(?P<unit>[a-z]{3,20}s|people|men|women|children)\b"
    r"[a-z' -]{0,40} (?:was|is|had been|stood at|stands at)\b"
)


def find_corrected(annotations: Sequence[Annotations]) -> Iterator[Disagreement]:
    """The true figures, each beside the nearest other of its kind that the report told before."""
    for one in annotations:
        for sentence in one.article.sentences:
            told = plain(sentence.span.of(one.article.text)).lower()
            found = (
                _NUMBER_OF.search(told) or _TRUE.search(told) if sentence.role == "body" else None
            )
            if found is None:
                continue
            offset = sentence.span.start
            said = Span(offset + found.start(), _clause_end(told, found.end()) + offset)
            unit = content_stems(found["unit"]) if found.re is _NUMBER_OF else None
            speaker = _who(one, sentence, said)
            earlier = _before(one, sentence, said, unit, speaker)
            if earlier is not None:
                later = Account(source(one, sentence), speaker)
                yield Disagreement(about(one, said), (earlier, later))


def _clause_end(text: str, at: int) -> int:
    end = _CLAUSE.search(text, at)
    return end.start() if end is not None else len(text)


def _who(one: Annotations, sentence: Sentence, said: Span) -> str | None:
    """Who tells it: in whose words it stands, else who else speaks in the sentence."""
    spoken = (
        quotation.speaker.entity
        for quotation in one.quotations[:MOST_SAID]
        if quotation.speaker is not None and sentence.span.covers(quotation.content)
    )
    return speaker_at(one, Span(said.start, said.start + 1)) or next(spoken, None)


def _before(
    one: Annotations,
    sentence: Sentence,
    said: Span,
    unit: frozenset[str] | None,
    speaker: str | None,
) -> Account | None:
    """The account that tells another number of the kind; of a plain count only by its unit."""
    numbers = numbers_in(one, said)
    if len(numbers) != 1:
        return None
    kind, value, _ = numbers[0]
    kind = "money" if kind == "count" and unit is None and value >= _MILLION else kind
    if kind == "count" and unit is None:
        return None
    last = sentence.index - 1
    for before in reversed(one.article.sentences[max(0, last - _BACK) : last]):
        told = [
            number
            for other, number, of in numbers_in(one, before.span)
            if other == kind and (unit is None or _counts(one, before, unit, of))
        ]
        if before.role == "body" and len(told) == 1 and alike(told[0], value):
            teller = speaker_at(one, Span(before.span.start, before.span.start + 1))
            ours = teller is not None and teller == speaker
            return None if ours else Account(source(one, before), teller)
    return None


def _counts(one: Annotations, before: Sentence, unit: frozenset[str], of: frozenset[str]) -> bool:
    """Whether a number may count the unit: "14 truck drivers" drivers."""
    return bool(unit & of) or (bool(of) and unit <= content_stems(before.span.of(one.article.text)))
