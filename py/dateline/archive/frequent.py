"""The sentences that hold terms, with the sets of frequent words read, not worked out.

A word like the name of the story's country is in a third of all sentences. Walking through them
costs more than a frame, so the archive keeps the sets of such words (`row_sets`), and only what is
rare is looked up in the index.
"""

from __future__ import annotations

from collections.abc import Sequence

from dateline.archive import matching
from dateline.archive.asking import Asking
from dateline.archive.vocabulary import Wanted


def holding_all(asking: Asking, wanted: Sequence[Wanted]) -> int:
    """The sentences that hold every term; fragments count for nothing."""
    found = asking.sets.everything
    for one in wanted:
        if one.frequent:
            found &= holding(asking, one)
    expression = matching.all_of([one for one in wanted if not one.frequent])
    return found & asking.sets.matching(expression) if expression else found


def holding(asking: Asking, one: Wanted) -> int:
    """The sentences that hold the term."""
    if one.term.phrase:
        return asking.sets.matching(matching.all_of([one]) or "")
    return holding_words(asking, one, one.words)


def holding_words(asking: Asking, one: Wanted, words: Sequence[str]) -> int:
    """The sentences that hold any of `words`, which are some of the words that count as `one`."""
    rare = [word for word in words if word not in one.frequent]
    found = asking.sets.matching(matching.any_word(rare)) if rare else 0
    for word in words:
        if word in one.frequent:
            found |= _ready(asking, word)
    return found


def _ready(asking: Asking, word: str) -> int:
    return asking.sets.kept(("word", word), lambda: asking.sets.ready("word", word))
