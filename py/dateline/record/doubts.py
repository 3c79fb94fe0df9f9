"""What linking was unsure of, with the evidence and the line that settles it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from dateline.annotation.names.persons import family_name, name_key
from dateline.text import fold

# Two spellings of one name share nine letters in ten (Volodymyr Zelensky, Volodymyr Zelenskyy;
# Yoon Suk Yeol, Yoon Seok Yeol); the names of two brothers share fewer.
_LIKE = 0.88
# Comparing every name with every other would cost the square of their number.
_MOST_NAMESAKES = 40


@dataclass(frozen=True, slots=True)
class Doubt:
    """A join or a parting that is likely and not certain."""

    said: str
    same: tuple[str, ...]
    """The names to put under `same` if they are one, under `different` if they are not."""

    def note(self) -> str:
        """The doubt, and the line to paste into authority.yml."""
        names = ", ".join(self.same)
        return f"{self.said}\n  under `same:` if they are one, `different:` if not:\n  - [{names}]"


def joined(short: str, long: str, documents: Iterable[str]) -> Doubt:
    """A short name was taken for the only longer one it fits."""
    where = ", ".join(documents)
    return Doubt(f"{short} ({where}) was taken for {long}, the only one it fits.", (long, short))


def ambiguous(short: str, long: Sequence[str], documents: Iterable[str]) -> Doubt:
    """A short name fits several longer ones and was left alone."""
    where, names = ", ".join(documents), " or ".join(long)
    return Doubt(f"{short} ({where}) could be {names} and was left alone.", (long[0], short))


def like_names(names: Iterable[str]) -> Iterator[Doubt]:
    """Persons whose full names differ by a letter or two."""
    by_family: dict[str, list[str]] = {}
    for name in names:
        if " " in name:
            by_family.setdefault(fold(family_name(name, {}))[:4], []).append(name)
    for namesakes in by_family.values():
        yield from _like_pairs(namesakes[:_MOST_NAMESAKES])


def _like_pairs(names: Sequence[str]) -> Iterator[Doubt]:
    for index, one in enumerate(names):
        for other in names[index + 1 :]:
            matcher = SequenceMatcher(None, name_key(one), name_key(other), autojunk=False)
            if matcher.quick_ratio() >= _LIKE and matcher.ratio() >= _LIKE:
                said = f"{one} and {other} are spelled nearly alike and were kept apart."
                yield Doubt(said, (one, other))
