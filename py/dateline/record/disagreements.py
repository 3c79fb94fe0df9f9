"""Where accounts of one thing differ: denials, figures, dates that only one side names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dateline.model import (
    Account,
    Annotations,
    Commitment,
    Disagreement,
    Entity,
    Meeting,
    Quotation,
    Span,
)
from dateline.record.figures import find_figures
from dateline.record.threads import source
from dateline.record.wording import SentenceIndex, content_stems

# Share of the smaller account's content words that two accounts of one thing have in common.
_SAME_THING = 0.5
_LEAST_COMMON = 2
_SUBJECT_LENGTH = 90
# Share of a denial's weighted words that a sentence of another article must hold to be meant.
_SAME_WORDS = 0.6
_MOST_LOOKED_AT = 12
# An article that reports more sayings than this is no article.
_MOST_SAID = 1000
# "Rejected the claim", "denied the accusations": what is denied was said this near before.
_NEAR = 3
_POINTING = content_stems(
    "claim claims allegation allegations accusation accusations charge charges report reports "
    "suggestion suggestions it this that them assertion criticism thing"
)


@dataclass(frozen=True, slots=True)
class _Said:
    """One side's words."""

    account: Account
    content: Span
    stems: frozenset[str]
    denied: bool


def find_disagreements(
    annotations: Sequence[Annotations], entities: Sequence[Entity], meetings: Sequence[Meeting]
) -> tuple[Disagreement, ...]:
    """All disagreements found: denials, then figures of one meeting, then due dates."""
    names = {entity.id: entity.name for entity in entities}
    found = list(_denied(annotations))
    found.extend(find_figures(annotations, meetings, names))
    found.extend(_due_dates(annotations))
    return tuple(found)


def _denied(annotations: Sequence[Annotations]) -> Iterator[Disagreement]:
    """What one side says and another denies: in the same article, else in another."""
    elsewhere: _Elsewhere | None = None
    for number, one in enumerate(annotations):
        known = _accounts(one)
        taken: set[Span] = set()
        for denial in (each for each in known if each.denied):
            span = denial.account.source.span
            if span in taken:
                continue
            best = _other_side(denial, known)
            if best is None:
                elsewhere = elsewhere or _Elsewhere(annotations)
                best = elsewhere.other_side(denial, number)
            if best is not None:
                taken.add(span)
                yield Disagreement(_about(one, span), (best.account, denial.account))


def _accounts(one: Annotations) -> list[_Said]:
    said = (_said(one, quotation) for quotation in one.quotations[:_MOST_SAID])
    return [each for each in said if each is not None]


class _Elsewhere:
    """What is said in all articles, to find the other side of a denial."""

    def __init__(self, annotations: Sequence[Annotations]) -> None:
        self._annotations = annotations
        self._index = SentenceIndex.of(annotations)

    def other_side(self, denial: _Said, number: int) -> _Said | None:
        """Who says in another article what is denied, in mostly the same words."""
        if len(denial.stems) < _LEAST_COMMON:
            return None
        for score, place in self._index.similar(denial.stems)[:_MOST_LOOKED_AT]:
            if score < _SAME_WORDS:
                return None
            if place.document == number:
                continue
            for said in _accounts(self._annotations[place.document]):
                here = said.account.source.sentence == place.sentence.index
                if here and not said.denied and _contrary(denial, said):
                    return said
        return None


def _other_side(denial: _Said, known: Sequence[_Said]) -> _Said | None:
    """Who said what is denied: the account with most words in common, or the one just before."""
    sides = [each for each in known if not each.denied and _contrary(denial, each)]
    if sides:
        return max(sides, key=lambda each: (len(each.stems & denial.stems), each.content))
    if not denial.stems <= _POINTING:
        return None
    near = [
        each
        for each in known
        if not each.denied
        and each.content < denial.content
        and each.account.speaker != denial.account.speaker
        and denial.account.source.sentence - each.account.source.sentence <= _NEAR
    ]
    return near[-1] if near else None


def _said(one: Annotations, quotation: Quotation) -> _Said | None:
    sentence = one.article.sentence_at(quotation.content.start)
    if sentence is None or quotation.speaker is None:
        return None
    account = Account(source(one, sentence), quotation.speaker.entity)
    stems = content_stems(quotation.content.of(one.article.text))
    return _Said(account, quotation.content, stems, quotation.denied)


def _contrary(denial: _Said, other: _Said) -> bool:
    if denial.account.speaker == other.account.speaker and denial.account.speaker is not None:
        return False
    common = len(denial.stems & other.stems)
    same = denial.account.source.document == other.account.source.document
    apart = abs(denial.account.source.sentence - other.account.source.sentence) if same else 99
    if common and (apart == 0 or (apart == 1 and 2 * common >= len(denial.stems))):
        return True
    least = min(len(denial.stems), len(other.stems))
    return common >= _LEAST_COMMON and common >= _SAME_THING * least


def _about(one: Annotations, span: Span) -> str:
    text = " ".join(span.of(one.article.text).split())
    if len(text) <= _SUBJECT_LENGTH:
        return text
    return text[:_SUBJECT_LENGTH].rsplit(" ", 1)[0] + " …"


def _due_dates(annotations: Sequence[Annotations]) -> Iterator[Disagreement]:
    """One agreement told by two accounts, only one of which names a date, or with two dates."""
    filed: dict[tuple[tuple[str, ...], str], list[tuple[Annotations, Commitment]]]
    filed = defaultdict(list)
    for one in annotations:
        for commitment in one.commitments:
            if commitment.made is not None and len(commitment.parties) > 1:
                filed[commitment.parties, commitment.made].append((one, commitment))
    for rows in filed.values():
        yield from _due_apart(rows[:_MOST_COMPARED])


# Reports of one agreement that are compared with each other.
_MOST_COMPARED = 40


def _due_apart(rows: Sequence[tuple[Annotations, Commitment]]) -> Iterator[Disagreement]:
    stems = [content_stems(c.action.of(one.article.text)) for one, c in rows]
    for left in range(len(rows)):
        for right in range(left + 1, len(rows)):
            (one, first), (other, second) = rows[left], rows[right]
            if first.due == second.due or one is other:
                continue
            common = len(stems[left] & stems[right])
            least = min(len(stems[left]), len(stems[right]))
            if common >= _LEAST_COMMON and common > _SAME_THING * least:
                about = "When it is due: " + _about(one, first.action)
                accounts = tuple(_account(each, c) for each, c in (rows[left], rows[right]))
                yield Disagreement(about, tuple(a for a in accounts if a is not None))


def _account(one: Annotations, commitment: Commitment) -> Account | None:
    sentence = one.article.sentence_at(commitment.sentence.start)
    return Account(source(one, sentence), commitment.reported_by) if sentence else None
