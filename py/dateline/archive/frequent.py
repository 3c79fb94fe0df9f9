"""The sentences that hold all of some terms, with the sets of frequent words read, not worked out.

A word like the name of the story's country is in a third of all sentences. Walking through them
costs more than a frame, so the archive keeps the sets of such words (`frequent_words`), and only
what is rare is looked up in the index.
"""

from __future__ import annotations

from collections.abc import Sequence

from dateline.archive import bits, matching
from dateline.archive.asking import Asking
from dateline.archive.vocabulary import Wanted


def holding_all(asking: Asking, wanted: Sequence[Wanted]) -> int:
    """The sentences that hold every term; fragments count for nothing."""
    found = asking.sets.everything
    for one in wanted:
        if one.frequent:
            found &= _holding(asking, one)
    expression = matching.all_of([one for one in wanted if not one.frequent])
    return found & asking.sets.matching(expression) if expression else found


def _holding(asking: Asking, one: Wanted) -> int:
    rare = [word for word in one.words if word not in one.frequent]
    found = asking.sets.matching(matching.any_word(rare)) if rare else 0
    for word in one.frequent:
        found |= _kept_set(asking, word)
    return found


def _kept_set(asking: Asking, word: str) -> int:
    def read() -> int:
        select = "SELECT sentences FROM frequent_words WHERE word = ?"
        return bits.from_bytes(asking.archive.execute(select, (word,)).fetchone()[0])

    return asking.sets.kept(("word", word), read)
