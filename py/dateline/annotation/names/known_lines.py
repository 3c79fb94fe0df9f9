"""Names in lines where a capital tells nothing: headlines in title case, capitals, page furniture.

Only what is known already counts there: names of the world that cannot be a common word, and
names that the article's running text has.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.annotation.names import lexicon
from dateline.annotation.names.candidate import Candidate
from dateline.annotation.names.gazetteer import SURE, Gazetteer, Known
from dateline.annotation.names.persons import People
from dateline.annotation.names.runs import is_name_word
from dateline.annotation.names.tokens import Style, Tokens

_STYLES = frozenset({Style.TITLE, Style.CAPS, Style.FURNITURE})


def candidates(
    tokens: Tokens, gazetteer: Gazetteer, kept: Sequence[Candidate], people: People
) -> list[Candidate]:
    """Candidates of the lines whose capitals tell nothing, already typed and tied."""
    if _STYLES.isdisjoint(tokens.used):
        return []
    bare = ((form, Known(name, "person", "own")) for form, name in people.bare_forms().items())
    own = Gazetteer([*_own_forms(tokens, kept), *bare])
    found: list[Candidate] = []
    index, count = 0, len(tokens)
    taken = {c.first: c.last for c in kept}
    while index < count:
        if index in taken:
            index = taken[index]
            continue
        if tokens.styles[index] not in _STYLES or not is_name_word(tokens.words[index]):
            index += 1
            continue
        hit = _match(tokens, index, own) or _match(tokens, index, gazetteer)
        if hit is None or not _trusted(tokens, index, hit):
            index += 1
            continue
        end, known = hit
        found.append(
            Candidate(
                index,
                end,
                known.type,
                "known name",
                known,
                kind=known.kind,
                entity=known.name,
            )
        )
        index = end
    return found


def _own_forms(tokens: Tokens, kept: Sequence[Candidate]) -> Iterator[tuple[str, Known]]:
    for candidate in kept:
        if candidate.type is not None and candidate.entity is not None and not candidate.nested:
            known = candidate.known
            if known is None or known.type != candidate.type:
                known = Known(candidate.entity, candidate.type, "own", kind=candidate.kind)
            yield candidate.form(tokens), known


def _match(tokens: Tokens, index: int, gazetteer: Gazetteer) -> tuple[int, Known] | None:
    limit = min(index + 8, len(tokens))
    hit = gazetteer.match(tokens.words, tokens.gaps, index, limit)
    if hit is not None or tokens.styles[index] is not Style.CAPS:
        return hit
    words = [word.title() for word in tokens.words[index:limit]]
    hit = gazetteer.match(words, tokens.gaps[index:limit], 0, limit - index)
    return None if hit is None else (index + hit[0], hit[1])


def _trusted(tokens: Tokens, index: int, hit: tuple[int, Known]) -> bool:
    end, known = hit
    if known.category == "own":
        return True
    if known.strength != SURE:
        return _after_preposition(tokens, index, known)
    return end - index > 1 or tokens.words[index].lower() not in lexicon.STOP


def _after_preposition(tokens: Tokens, index: int, known: Known) -> bool:
    """`RESULTS AT BASEL`: in capitals a preposition vouches for a place."""
    if tokens.styles[index] is not Style.CAPS or known.type != "place":
        return False
    before = 2 if tokens.word(index - 1) == "THE" else 1
    return tokens.word(index - before).lower() in lexicon.PLACE_PREPOSITIONS
