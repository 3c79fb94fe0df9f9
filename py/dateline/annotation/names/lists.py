"""Names in a list are of one kind: `to Lesbos, Chios and Samos` names three places."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.annotation.names import lexicon
from dateline.annotation.names.candidate import Candidate
from dateline.annotation.names.tokens import Tokens

_LEAST_LISTED = 3
_VERBS = lexicon.ACTS | lexicon.SPEECH | lexicon.FINITE
_KINDS = frozenset({"place", "organization"})


def share_in_lists(tokens: Tokens, kept: Sequence[Candidate]) -> None:
    """Give those of a list that nothing is known of the type that all the others have.

    A list has three names or more and ends with "and" or "or". After "In Lesbos, ..." a comma may
    end the adverb: where a verb follows, or at the head of a sentence, it may be no list.
    """
    for group in _lists(tokens, kept):
        known = {c.type for c in group if c.type != "other"}
        if _acts(tokens, group[-1]) or _opens_adverb(tokens, group[0]):
            continue
        if len(known) == 1 and known <= _KINDS:
            for candidate in group:
                if not _is_common(tokens, candidate):
                    candidate.type = next(iter(known))


def _is_common(tokens: Tokens, candidate: Candidate) -> bool:
    """`Maintenance, Repair and Overhaul`: words of the language, whatever their capitals."""
    return all(word.lower() in lexicon.COMMON for word in candidate.words(tokens))


def _acts(tokens: Tokens, last: Candidate) -> bool:
    """`talks in Lesbos, Zorn and Blat agreed`: those before a verb are who does it."""
    following = tokens.word(last.last)
    if tokens.gap(last.last) != " " or not following.islower():
        return False
    return following in _VERBS or (following.endswith("ed") and following in lexicon.COMMON)


def _opens_adverb(tokens: Tokens, first: Candidate) -> bool:
    before = first.first - 1
    return before >= 0 and tokens.opens(before) and tokens.gaps[first.first] == " "


def _lists(tokens: Tokens, kept: Sequence[Candidate]) -> Iterator[list[Candidate]]:
    group: list[Candidate] = []
    closed = False
    for candidate in sorted(
        (c for c in kept if not c.nested and c.kind == "name"), key=lambda c: c.first
    ):
        step = _step(tokens, group[-1], candidate) if group and not closed else ""
        if not step:
            if closed and len(group) >= _LEAST_LISTED:
                yield group
            group, closed = [candidate], False
        else:
            group.append(candidate)
            closed = step == "and"
    if closed and len(group) >= _LEAST_LISTED:
        yield group


def _step(tokens: Tokens, one: Candidate, two: Candidate) -> str:
    """What joins two neighbours: `,`, `and`, or nothing that makes a list."""
    if two.first == one.last and tokens.gaps[two.first] == ", ":
        return ","
    joined = two.first == one.last + 1 and tokens.words[one.last] in ("and", "or")
    return "and" if joined and tokens.gaps[two.first] == " " else ""
