"""Terms as FTS5 expressions. Only folded words go in, quoted, so no input is a syntax error."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.archive.query import Term
from dateline.archive.vocabulary import Wanted


def all_of(wanted: Sequence[Wanted]) -> str | None:
    """Sentences that hold every term, fragments left aside; `None` when there is no term."""
    return " AND ".join(_one(one) for one in wanted if not one.fragment) or None


def any_word(words: Sequence[str]) -> str:
    """Sentences that hold one of the words."""
    return " OR ".join(map(_quoted, words))


def phrase(words: Sequence[str]) -> str:
    """Sentences in which the words follow each other."""
    return " + ".join(map(_quoted, words))


def all_in_title(wanted: Sequence[Wanted]) -> str | None:
    """Pages whose titles hold every term, or words that begin with it."""
    return " AND ".join(map(_beginning, wanted)) or None


def any_in_name(wanted: Sequence[Wanted]) -> str | None:
    """Pages whose names hold any term, or words that begin with it."""
    any_term = " OR ".join(map(_beginning, wanted))
    return f"{{title other_names}} : ({any_term})" if any_term else None


def excluded_terms(excluded: Sequence[Term]) -> str | None:
    """Rows that hold one of the excluded terms."""
    return " OR ".join(f"({_phrase(term)})" for term in excluded) or None


def _one(wanted: Wanted) -> str:
    if wanted.term.phrase:
        return f"({_phrase(wanted.term)})"
    return f"({any_word(wanted.words)})"


def _beginning(wanted: Wanted) -> str:
    """Like `_one`, completed by the index itself: it has few words."""
    if not wanted.term.prefix or wanted.term.phrase or wanted.corrected:
        return _one(wanted)
    first, *others = map(_quoted, wanted.options)
    return f"({' OR '.join([f'{first} *', *others])})"


def _phrase(term: Term) -> str:
    words = phrase(term.words)
    return f"{words} *" if term.prefix and term.phrase else words


def _quoted(word: str) -> str:
    return '"' + word.replace('"', "") + '"'
