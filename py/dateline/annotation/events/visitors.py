"""Who makes the visit that a noun names, where no verb of visiting says it.

"A, on his first visit to Lima" · "She is on her second trip" · "the premier's visit to the city" ·
"For A, it was a first visit"
"""

from __future__ import annotations

from dateline.annotation.events.actors import actors, clause_subject, unit_subject
from dateline.annotation.events.who import Cast, antecedents, bare_role
from dateline.annotation.quotations import closed
from dateline.annotation.quotations.words import Words, word_set
from dateline.model import Mention

_HIS = word_set("his her")
_ON = word_set("on during making")
_FRONT = 2
"""Words before a pronoun that means who was told of in the sentence before."""
_REACH = 8
"""Words between "as she" and "made her first visit"."""


def visitor(words: Words, start: int, noun: int, low: int, high: int) -> Cast:
    """Who visits: by name, by one open pronoun, or by the office that owns the visit."""
    first = words.low[start] if start < noun else ""
    if words.low[start - 2 : start] == ["it", "was"] and words.low[low] == "for":
        return Cast(_person(words.mention[low + 1] or words.mention[low + 2]))
    if first not in _HIS:
        role = _owner_role(words, start, noun)
        return Cast(frozenset(), holders=(role,) if role else ())
    if words.low[start - 1] in _ON and words.low[start - 2] == ",":
        return Cast(_person(words.mention[start - 3] if start - 3 >= low else None))
    near = range(start - 1, max(low, start - _REACH) - 1, -1)
    he = next(
        (at for at in near if words.low[at] in closed.HE_OR_SHE and words.mention[at] is None), None
    )
    if he is None:
        return Cast(_subject(words, start, low, high))
    if he - low <= _FRONT:
        return Cast(frozenset(), pronouns=1)
    known = antecedents(words, he, low)
    if known:
        return Cast(frozenset(known if len(known) == 1 else ()))
    source = clause_subject(words, low, he)
    role = bare_role(words, source) if source is not None else ""
    return Cast(frozenset(), holders=(role,) if role else ())


def _person(named: Mention | None) -> frozenset[str]:
    person = named.entity if named is not None and named.type == "person" else None
    return frozenset({person} if person else ())


def _subject(words: Words, start: int, low: int, high: int) -> frozenset[str]:
    """A of "A landed on Monday, his first visit", or of "The envoy, A, landed"."""
    source = unit_subject(words, start, low, high)
    if source is None:
        return frozenset()
    behind = words.mention[source[1] + 1] if words.low[source[1]] == "," else None
    return _person(behind) or frozenset(actors(words, source))


def _owner_role(words: Words, start: int, noun: int) -> str:
    """The office in "the prime minister's second visit"."""
    owns = next((at for at in range(start, noun) if words.low[at] == "'s"), None)
    return bare_role(words, (start, owns)) if owns is not None else ""
