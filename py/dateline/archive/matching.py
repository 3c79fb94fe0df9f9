"""Terms as FTS5 expressions. Only folded words go in, quoted, so no input is a syntax error."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.archive.query import Term
from dateline.archive.vocabulary import Wanted


def all_of(wanted: Sequence[Wanted], excluded: Sequence[Term] = ()) -> str | None:
    """Rows that hold every term and none of the excluded; `None` when there is no term."""
    parts = [_one(one) for one in wanted if not one.fragment]
    if not parts:
        return None
    return " AND ".join(parts) + without(excluded)


def any_of(wanted: Sequence[Wanted], excluded: Sequence[Term] = ()) -> str | None:
    """Rows that hold at least one term and none of the excluded."""
    parts = [_one(one) for one in wanted if not one.fragment]
    if not parts:
        return None
    return "(" + " OR ".join(parts) + ")" + without(excluded)


def close_together(wanted: Sequence[Wanted]) -> str | None:
    """Rows that hold the terms' own words near each other; `None` for a single word."""
    near = [one.options[0] for one in wanted if not one.term.phrase and not one.fragment]
    if len(near) < 2:
        return None
    return f"NEAR({' '.join(map(_quoted, near))}, {2 * len(near)})"


def name_words(wanted: Sequence[Wanted]) -> str | None:
    """Rows that hold any option of any term, beginnings of words included."""
    parts = [_one(one) for one in wanted]
    return " OR ".join(parts) if parts else None


def excluded_terms(excluded: Sequence[Term]) -> str | None:
    """Rows that hold one of the excluded terms."""
    return " OR ".join(f"({_phrase(term)})" for term in excluded) or None


def without(excluded: Sequence[Term]) -> str:
    """The end of an expression that leaves out what holds one of the terms."""
    return "".join(f" NOT ({_phrase(term)})" for term in excluded)


def _one(wanted: Wanted) -> str:
    if wanted.term.phrase:
        return f"({_phrase(wanted.term)})"
    star = "*" if wanted.term.prefix and not wanted.corrected else ""
    first, *others = wanted.options
    return "(" + " OR ".join([f"{_quoted(first)} {star}".strip(), *map(_quoted, others)]) + ")"


def _phrase(term: Term) -> str:
    words = " + ".join(map(_quoted, term.words))
    return f"{words} *" if term.prefix and term.phrase else words


def _quoted(word: str) -> str:
    return '"' + word.replace('"', "") + '"'
