"""Where accounts of one thing differ: denials, figures, dates that only one side names.

Also where the report itself says that they do ("the two accounts differ"), and goes on to give
them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from dateline.model import (
    Account,
    Annotations,
    Commitment,
    Disagreement,
    Entity,
    Meeting,
    Source,
)
from dateline.record.accusations import find_accused
from dateline.record.announced import find_announced
from dateline.record.contraries import find_contraries
from dateline.record.corrected import find_corrected
from dateline.record.denials import LEAST_COMMON, SAME_THING, find_denials
from dateline.record.figures import find_figures
from dateline.record.juxtaposed import find_juxtaposed
from dateline.record.sayings import sayings
from dateline.record.silences import find_silences
from dateline.record.tallies import find_tallies
from dateline.record.threads import source
from dateline.record.wording import SentenceIndex, about, content_stems


def find_disagreements(
    annotations: Sequence[Annotations],
    entities: Sequence[Entity],
    meetings: Sequence[Meeting],
    index: SentenceIndex,
    speaks_for: Mapping[str, str],
) -> tuple[Disagreement, ...]:
    """All disagreements found: denials, figures, due dates, what is announced, what is left out.

    `index` is that of `annotations`.
    """
    names = {entity.id: entity.name for entity in entities}
    found = list(find_denials(annotations, index, speaks_for))
    found.extend(find_figures(annotations, meetings, names))
    found.extend(_due_dates(annotations))
    found.extend(find_announced(annotations))
    found.extend(find_silences(annotations))
    told = [sayings(one, speaks_for) for one in annotations]
    found.extend(find_contraries(annotations, told, speaks_for))
    found.extend(find_tallies(annotations, speaks_for))
    found.extend(find_corrected(annotations))
    found.extend(find_accused(annotations, told))
    found.extend(find_juxtaposed(annotations, told, index))
    return tuple(_each_once(found))


def _each_once(found: Sequence[Disagreement]) -> Iterator[Disagreement]:
    """Without those whose every sentence an earlier one has."""
    taken: set[Source] = set()
    for disagreement in found:
        sources = {account.source for account in disagreement.accounts}
        if not sources <= taken:
            taken |= sources
            yield disagreement


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
            if common >= LEAST_COMMON and common > SAME_THING * least:
                heading = "When it is due: " + about(one, first.action)
                accounts = tuple(_account(each, c) for each, c in (rows[left], rows[right]))
                yield Disagreement(heading, tuple(a for a in accounts if a is not None))


def _account(one: Annotations, commitment: Commitment) -> Account | None:
    sentence = one.article.sentence_at(commitment.sentence.start)
    return Account(source(one, sentence), commitment.reported_by) if sentence else None
