"""Organizations of one article: short forms, acronyms, the name without `Corp`."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.annotation.knowledge import words
from dateline.annotation.names import lexicon
from dateline.annotation.names.candidate import Candidate
from dateline.annotation.names.tokens import Tokens

COMPANY_SUFFIXES = words("heads", "company_suffixes")
_SMALL_WORDS = frozenset({"of", "and", "the", "for", "on", "in", "&"})
_ACRONYM_LENGTHS = range(2, 8)


def initials(name: str) -> str:
    """The first letters of the longer words: `Group of Seven` gives `GS`."""
    words = name.replace("-", " ").split()
    return "".join(word[0] for word in words if word not in _SMALL_WORDS and word[0].isalpha())


def without_suffix(name: str) -> str:
    """A company's name without `Corp`, `Inc` and their like."""
    words = name.split()
    while len(words) > 1 and words[-1].rstrip(".") in COMPANY_SUFFIXES:
        words.pop()
    return " ".join(words)


class Organizations:
    """Short forms that stand for one longer name of the article."""

    def __init__(self, tokens: Tokens, kept: Sequence[Candidate]) -> None:
        self.introduced: dict[str, str] = {}
        """Acronym given in brackets after a name -> that name."""
        self._names: dict[str, set[str]] = {}
        self._bare: dict[str, set[str]] = {}
        """Name without `Corp` or `FC` -> the organizations called so in full."""
        self._heads: dict[str, set[str]] = {}
        """Head noun -> the organizations it can stand for: `the Commission`."""
        for index, candidate in enumerate(kept):
            if len(candidate) > 1:
                self._read_brackets(tokens, candidate, kept, index)
        for candidate in kept:
            if candidate.type == "organization" and len(candidate) > 1 and not candidate.nested:
                self._add(candidate.known.name if candidate.known else candidate.form(tokens))

    def _read_brackets(
        self, tokens: Tokens, candidate: Candidate, kept: Sequence[Candidate], index: int
    ) -> None:
        short = self._short_behind(tokens, candidate)
        if short is None:
            return
        name = candidate.known.name if candidate.known else candidate.form(tokens)
        if candidate.type in ("person", "other", None):
            if initials(name).upper() != short:
                return
            candidate.type = "organization"
        self.introduced[short] = name
        for other in kept[index + 1 :]:
            if len(other) == 1 and tokens.words[other.first] == short:
                other.type, other.known, other.kind = candidate.type, candidate.known, "name"

    def _short_behind(self, tokens: Tokens, candidate: Candidate) -> str | None:
        """`NLA` in `the National Liberation Army (NLA)`, `the Liberation Army, or NLA,`."""
        at, opened, closed = candidate.last, "(", ")"
        if tokens.word(at) == "or" and candidate.type == "organization":
            at, opened, closed = at + 1, ",", ","
        short = tokens.word(at)
        if not (short.isupper() and short.isalpha() and len(short) in _ACRONYM_LENGTHS):
            return None
        before, after = tokens.gap(candidate.last).strip(), tokens.gap(at + 1).lstrip()
        return short if before == opened and after.startswith(closed) else None

    def _add(self, name: str) -> None:
        words = name.split()
        for word in words:
            if word in lexicon.ORGANIZATION:
                self._heads.setdefault(word, set()).add(name)
        if (bare := without_suffix(name)) != name:
            self._bare.setdefault(bare, set()).add(name)
        every = "".join(word[0] for word in words)  # `BoE`, `TfL`
        for short in {bare, words[0], initials(name), every}:
            if short != name and len(short) > 1:
                self._names.setdefault(short, set()).add(name)

    def tie(self, tokens: Tokens, candidate: Candidate) -> None:
        """Set the entity of a short form that only one organization can have."""
        form = candidate.form(tokens)
        name = self.introduced.get(form)
        if name is None and candidate.type in ("organization", "other", None):
            names = self._bare.get(form) or self._names.get(form, set())
            likely = form.isupper() or form.lower() not in lexicon.COMMON
            if len(names) == 1 and likely:
                name = next(iter(names))
        if name is None and form in lexicon.ORGANIZATION:
            heads = self._heads.get(form, set())
            candidate.type = "organization"
            name = next(iter(heads)) if len(heads) == 1 else None
        if name is not None:
            if candidate.type in ("other", None):
                candidate.type = "organization"
            candidate.entity, candidate.why = name, "short form of the longer name"
