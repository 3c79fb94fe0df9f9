"""An accusation and what the one accused says to it right behind, though it denies nothing.

"Greece accused Turkey of breaking the truce. A spokesman in Ankara said it had been a drill."
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from dateline.annotation.quotations.words import word_set
from dateline.model import Annotations, Disagreement
from dateline.record.sayings import Saying
from dateline.record.wording import about, low_words

_NEAR = 2
"""Sentences between the two, at most."""
_ACCUSES = word_set(
    "accuse accuses accused accusing blame blames blamed blaming fault faults faulted"
)
# Who concedes or thanks answers no accusation with another account.
_YIELDS = word_set(
    "admit admits admitted acknowledge acknowledges acknowledged concede concedes conceded confirm "
    "confirms confirmed apologise apologised apologize apologized thank thanked agree agreed "
    "welcome welcomed promise promised pledge pledged vow vowed undertook"
)
_TO_COME = re.compile(r"\b(?:will|would|shall|should|must|going to|hopes? to)\b")
_WHOM = re.compile(r"(?:the )?(?P<noun>[a-z][a-z' -]{2,40}?)(?= (?:of|for|over|in)\b|[,.;]|$)")


def find_accused(
    annotations: Sequence[Annotations], told: Sequence[Sequence[Saying]]
) -> Iterator[Disagreement]:
    """Each accusation with the first account that the accused gives of it.

    `told` are the sayings of each report.
    """
    for one, said in zip(annotations, told, strict=True):
        for at, charge in enumerate(said):
            if _ACCUSES.isdisjoint(low_words(charge.cue)):
                continue
            reply = next((each for each in said[at + 1 :] if _answers(charge, each)), None)
            if reply is not None:
                accounts = charge.account, reply.account
                yield Disagreement(about(one, charge.account.source.span), accounts, sure=False)


def _answers(charge: Saying, reply: Saying) -> bool:
    """Whether the accused, or who speaks for it, tells what was or is."""
    near = 0 <= reply.first - charge.last <= _NEAR and not charge.content.overlaps(reply.content)
    ours = reply.teller == charge.teller or (reply.side is not None and reply.side == charge.side)
    yields = not _YIELDS.isdisjoint(low_words(reply.cue)) or _TO_COME.search(reply.text)
    if not near or ours or yields:
        return False
    speaker = reply.account.speaker
    if speaker is not None:
        return not {speaker, reply.side}.isdisjoint(charge.named)
    whom = _WHOM.match(charge.text)
    return whom is not None and reply.teller.removeprefix("the ") == whom["noun"]
