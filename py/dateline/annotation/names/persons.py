"""Persons of one article: full names, which of their words is the family name, who `Yoon` is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from dateline.annotation.names import lexicon
from dateline.text import fold

_NOT_LETTERS = re.compile(r"[^a-z]+")
_HYPHENATED_GIVEN = re.compile(r"[A-Z][a-z]+-[A-Za-z][a-z]+\Z")
_SHORT_SYLLABLE = 6
_FIRST_AND_LAST = 2
# No report names more bearers of one family name; a hostile text must not cost its square.
_MOST_NAMESAKES = 30


@dataclass(slots=True)
class Person:
    """One person of the article."""

    forms: dict[str, int] = field(default_factory=dict)
    """Full surface forms and how often each occurs."""
    titles: dict[str, int] = field(default_factory=dict)
    authority: str | None = None
    first: int | None = None
    """The word at which the article first names the person in full."""

    @property
    def name(self) -> str:
        """The most complete form; among equals the first of the text.

        How often a form occurs plays no part, so that the name, and with it the person's id, does
        not change when a sentence is added.
        """
        return max(self.forms, key=lambda form: len(form.split()))

    def contradicts(self, title: str) -> bool:
        """Whether a form of address such as `Mr` or `Ms` cannot be this person's."""
        words = title.split()
        given = lexicon.GIVEN.intersection(self.name.split())
        if given & lexicon.FEMALE and not given & lexicon.MALE:
            return bool(lexicon.MALE_ADDRESS.intersection(words))
        if given & lexicon.MALE and not given & lexicon.FEMALE:
            return bool(lexicon.FEMALE_ADDRESS.intersection(words))
        return False


@lru_cache(maxsize=8192)
def folded(word: str) -> str:
    """`fold(word)`, remembered: an article folds its names many times over."""
    return word.lower() if word.isascii() else fold(word)


def name_key(name: str) -> str:
    """The letters of a name alone: `Yoon Suk-yeol` and `Yoon Suk Yeol` are one."""
    return _NOT_LETTERS.sub("", folded(name))


_HONOURS = lexicon.PERSON_SUFFIX - {"II", "III", "IV"}


def words_of(name: str) -> list[str]:
    """The words of a personal name without a suffix such as `Jr`."""
    words = name.replace(". ", " ").replace(", ", " ").split()
    while len(words) > 1 and words[-1].rstrip(".") in lexicon.PERSON_SUFFIX:
        words.pop()
    return words


def without_honours(name: str) -> str:
    """A name without the letters after it, `Edward Vane KC`; `Jr` and `III` are part of it."""
    words = name.split()
    while len(words) > 1 and words[-1].isupper() and words[-1] in _HONOURS:
        words.pop()
    return " ".join(words).rstrip(",")


def family_first(name: str, bare: Mapping[str, int]) -> bool:
    """Whether the family name stands first.

    `bare` counts how often a word stands alone as a name: news calls people by their family
    names, so a document itself tells the order. Where it does not, the lists of family names and
    the shape of the given name do.
    """
    words = words_of(name)
    if len(words) < 2:
        return False
    first, last = words[0], words[-1]
    first_alone, last_alone = bare.get(first, 0), bare.get(last, 0)
    if first_alone != last_alone and first in lexicon.EASTERN_FAMILY:
        return first_alone > last_alone
    return _family_first_by_shape(words, first, last)


def _family_first_by_shape(words: list[str], first: str, last: str) -> bool:
    if first not in lexicon.EASTERN_FAMILY or _HYPHENATED_GIVEN.match(first):
        return False
    if _HYPHENATED_GIVEN.match(last):
        return True
    if len(words) == 3 and all(len(word) <= _SHORT_SYLLABLE for word in words[1:]):
        return words[1] not in lexicon.PARTICLES
    if first in lexicon.VIETNAMESE_FAMILY and len(words) > 2:
        return True
    return (
        first in lexicon.CHINESE_FAMILY
        and last not in lexicon.FAMILY
        and (first not in lexicon.GIVEN or last not in lexicon.GIVEN)
    )


def family_name(name: str, bare: Mapping[str, int]) -> str:
    """The family name within a full name, with its particles left out."""
    words = words_of(name)
    return words[0] if family_first(name, bare) else words[-1]


class People:
    """The persons of an article, found by full name or by a bare part of it."""

    def __init__(self, bare: Mapping[str, int]) -> None:
        self._bare = bare
        self._by_key: dict[str, Person] = {}
        self._by_family: dict[str, list[Person]] = {}
        self._by_given: dict[str, list[Person]] = {}
        self._by_ends: dict[tuple[str, str], list[Person]] = {}
        """First and last word of a full name -> its bearers, whatever stands between."""
        self.all: list[Person] = []

    def add(self, form: str, titles: Iterable[str] = (), authority: str | None = None) -> Person:
        """Count a full name; the same person under a like form is not added twice."""
        form = without_honours(form)
        person = self.find_full(form)
        if person is None:
            person = Person()
            self.all.append(person)
            self._index(form, person)
        self._by_key[name_key(form)] = person
        person.forms[form] = person.forms.get(form, 0) + 1
        person.authority = person.authority or authority
        for title in titles:
            person.titles[title] = person.titles.get(title, 0) + 1
        return person

    def find_full(self, form: str) -> Person | None:
        """The person with this full name, or with more or fewer middle names."""
        exact = self._by_key.get(name_key(form))
        if exact is not None:
            return exact
        words = words_of(form)
        for person in self._by_ends.get(_ends(words), [])[:_MOST_NAMESAKES]:
            if _same_middle_names(words, words_of(person.name)):
                return person
        return None

    def find_bare(self, word: str) -> Sequence[Person]:
        """Persons whose family name is `word`; failing that, whose given name it is."""
        return self.find_family(word) or self._by_given.get(folded(word)) or ()

    def find_family(self, word: str) -> Sequence[Person]:
        """Persons whose family name is `word`."""
        return self._by_family.get(folded(word)) or ()

    def bare_forms(self) -> dict[str, str]:
        """Family name -> the person, where only one bears it and it is no common word."""
        found: dict[str, str] = {}
        for person in self.all:
            family = family_name(person.name, self._bare)
            if len(self.find_bare(family)) == 1 and family.lower() not in lexicon.COMMON:
                found[family] = person.name
        return found

    def _index(self, form: str, person: Person) -> None:
        words = words_of(form)
        self._by_ends.setdefault(_ends(words), []).append(person)
        family = family_name(form, self._bare)
        self._by_family.setdefault(folded(family), []).append(person)
        given = words[-1] if family == words[0] else words[0]
        if given != family:
            self._by_given.setdefault(folded(given), []).append(person)
        for other in (*_other_family_forms(words, family), *self._first_surname(words)):
            self._by_family.setdefault(folded(other), []).append(person)

    def _first_surname(self, words: list[str]) -> Iterable[str]:
        """`Barragan` of `Hector Barragan Solis`, where the text calls him by it alone."""
        if len(words) <= _FIRST_AND_LAST or words[-2] in lexicon.GIVEN:
            return
        if self._bare.get(words[-2], 0) > self._bare.get(words[-1], 0):
            yield words[-2]


def _other_family_forms(words: list[str], family: str) -> Iterable[str]:
    """`Assad` for `al-Assad`, `von der Leyen`, `Suu Kyi` for `Aung San Suu Kyi`."""
    prefix, hyphen, rest = family.partition("-")
    if hyphen and prefix.islower():
        yield rest
    if len(words) > 2:
        yield " ".join(words[-2:])
    first = next((i for i, w in enumerate(words) if w in lexicon.PARTICLES), 0)
    if first and first < len(words) - 2:
        yield " ".join(words[first:])


def _ends(words: list[str]) -> tuple[str, str]:
    return folded(words[0]), folded(words[-1])


def _same_middle_names(one: list[str], other: list[str]) -> bool:
    """`John Fitzgerald Kennedy`, `John F. Kennedy` and `John Kennedy`, whose ends are the same."""
    short, long = sorted((one[1:-1], other[1:-1]), key=len)
    initials = [word[0].lower() for word in long]
    return all(word[0].lower() in initials for word in short)
