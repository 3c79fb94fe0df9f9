"""Which of the articles' entities are one.

An entity of one article joins the group of its key: the authority file's id, the maintainer's
`same`, or its name made comparable. Then names that are only part of another are joined where a
single bearer is left. Every such join, and every one that was near and not made, leaves a note.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from dateline.annotation.names import lexicon
from dateline.annotation.names.gazetteer import world
from dateline.annotation.names.organizations import initials, without_suffix
from dateline.annotation.names.persons import family_name, name_key, words_of
from dateline.model import Annotations, EntityType, LocalEntity, Story
from dateline.record.doubts import Doubt, ambiguous, joined, like_names
from dateline.record.person_forms import WAYS
from dateline.text import fold, plain, slugify

Node = tuple[str, str]
"""(document id, entity id within the document)."""
Key = tuple[str, str]
"""(kind of key, name made comparable)."""


_ARTICLE = re.compile(r"\b[AaEeUu]l-")
_PAIR = 2
_STEM = 5
"""Letters of a word that its endings leave alone: `Democrats`, `Democratic`."""
_FIRST_AND_LAST = 2
"""Words of a name that has nothing to leave out."""
_NO_SHORT_NAME = lexicon.COMMON | lexicon.INSTITUTION_HEADS
"""Last words of names that nobody is called by: "Council", "Group"."""
_MOST = 40
"""Namesakes among whom the only one that fits is looked for; of more, few initials are sure."""
_MISTAKABLE: frozenset[EntityType] = frozenset({"person", "organization", "place", "other"})
"""Types that one name is given by mistake for another of them."""


def _is_world_place(name: str) -> bool:
    known = world().get(name)
    return known is not None and known.type == "place"


@dataclass(slots=True)
class Group:
    """Entities of several articles that are one."""

    type: EntityType
    members: list[tuple[Node, LocalEntity]] = field(default_factory=list)
    authority: str | None = None

    @property
    def name(self) -> str:
        """The name of the first member with the most words; a person's the one most reports use.

        `Ann Maria Lee` stands for `Ann Lee` only where no more reports have the latter.
        """
        names = self.names()
        if self.type == "person":
            full = Counter(name for name in names if " " in name)
            return max(full or names, key=lambda name: (full[name], len(name.split())))
        return max(names, key=lambda name: len(name.split()))

    def names(self) -> list[str]:
        """Every member's name, one entry a member."""
        return [entity.name for _, entity in self.members]

    def forms(self) -> set[str]:
        """Every name and alias, made comparable."""
        return {fold(form) for _, e in self.members for form in (e.name, *e.aliases)}

    def roles(self) -> set[str]:
        """Every role borne by a member."""
        return {role for _, entity in self.members for role in entity.roles}


class Joiner:
    """Groups the entities of a story's articles."""

    def __init__(self, story: Story) -> None:
        self.doubts: list[Doubt] = []
        self._same = {fold(name): fold(group[0]) for group in story.same for name in group}
        self._apart = [frozenset(fold(name) for name in group) for group in story.different]
        self._vouched = {
            (entity.type, fold(form)): entity.id or slugify(entity.name)
            for entity in story.authority
            for name in (entity.name, *entity.aliases)
            for form in {name, described(name)}
        }
        self._said = {
            said: vouched
            for (_, form), vouched in self._vouched.items()
            if (said := self._same.get(form)) is not None
        }
        self._groups: dict[Key, Group] = {}

    def add_all(self, annotations: Sequence[Annotations]) -> list[Group]:
        """The groups of all entities of all articles, in order of first mention."""
        for one in annotations:
            for entity in one.entities:
                self._add((one.article.document.id, entity.id), entity)
        self._join_like_types()
        self._join_without_first_name()
        self._join_without_middle_name()
        self._join_other_forms()
        self._join_bare_persons()
        self._join_short_organizations()
        self._join_acronyms()
        self._join_same_acronyms()
        self.doubts.extend(like_names(g.name for g in self._of_type("person").values()))
        return list(self._groups.values())

    def _add(self, node: Node, entity: LocalEntity) -> None:
        key = self._key(entity)
        group = self._groups.setdefault(key, Group(entity.type))
        if key[0] == "authority":
            group.authority = key[1]
        group.members.append((node, entity))

    def _key(self, entity: LocalEntity) -> Key:
        name = fold(entity.name)
        vouched = entity.authority or self._vouched.get((entity.type, name))
        said = self._same.get(name)
        if vouched is None and said is not None:
            vouched = self._said.get(said)
        if vouched is not None:
            return "authority", vouched
        if said is not None:
            return "same", said
        if entity.type == "person":
            return "person", person_key(entity.name)
        if entity.type == "organization":
            return "organization", fold(without_suffix(entity.name.removeprefix("The ")))
        return entity.type, name

    def _of_type(self, type_: EntityType) -> dict[Key, Group]:
        return {key: group for key, group in self._groups.items() if group.type == type_}

    def _may_join(self, one: Group, other: Group) -> bool:
        names = one.forms() | other.forms()
        return not any(len(names & apart) > 1 for apart in self._apart)

    def _join_like_types(self) -> None:
        """A name that articles type differently is what most of them say it is.

        A place of the world and an organization of the same name, a team say, are two.
        """
        by_name: dict[str, list[Key]] = {}
        for key, group in self._groups.items():
            if group.type in _MISTAKABLE:
                by_name.setdefault(fold(group.name), []).append(key)
        bearers = self._bearers()
        for keys in by_name.values():
            if len(keys) > 1 and not _is_world_place(self._groups[keys[0]].name):
                ranked = sorted(keys, key=lambda key: self._standing(key, bearers), reverse=True)
                for other in ranked[1:]:
                    self._join(ranked[0], other)

    def _standing(self, key: Key, bearers: Mapping[str, list[Key]]) -> tuple[bool, bool, bool, int]:
        """What speaks for a group's type: the authority file, a type at all, its articles.

        A person of one word, with no role and no bearer of the full name, may be anything.
        """
        group = self._groups[key]
        bare = group.type == "person" and " " not in group.name and not group.roles()
        known = not bare or fold(group.name) in bearers
        return group.authority is not None, group.type != "other", known, len(group.members)

    def _join_without_first_name(self) -> None:
        """`Abdi Hirsi` is the one person whose name ends so: Musa Abdi Hirsi."""
        longer: dict[tuple[str, ...], list[Key]] = {}
        people = self._of_type("person")
        for key, group in people.items():
            words = tuple(words_of(group.name))
            if len(words) > _FIRST_AND_LAST:
                longer.setdefault(tuple(map(fold, words[1:])), []).append(key)
        for key, group in people.items():
            found = longer.get(tuple(map(fold, words_of(group.name))), [])
            if len(found) == 1 and found[0] != key and found[0] in self._groups:
                name = self._groups[found[0]].name
                if self._join(found[0], key):
                    self.doubts.append(joined(group.name, name, _documents(group)))

    def _join_without_middle_name(self) -> None:
        """`Halima Golicha` is the one person whose name begins and ends so: Halima Abdi Golicha."""
        longer: dict[tuple[str, str], list[Key]] = {}
        people = self._of_type("person")
        for key, group in people.items():
            words = words_of(group.name)
            if len(words) > _FIRST_AND_LAST:
                longer.setdefault((fold(words[0]), fold(words[-1])), []).append(key)
        for key, group in people.items():
            words = words_of(group.name)
            if len(words) != _FIRST_AND_LAST:
                continue
            found = longer.get((fold(words[0]), fold(words[1])), [])
            if len(found) == 1 and found[0] in self._groups:
                name = self._groups[found[0]].name
                if self._join(found[0], key):
                    self.doubts.append(joined(group.name, name, _documents(group)))

    def _join_other_forms(self) -> None:
        """`J.H. Seo` and `Jae-hyun Seo` are Seo Jae-hyun, where only one name fits."""
        for way in WAYS:
            people = {
                key: words_of(group.name)
                for key, group in self._of_type("person").items()
                if " " in group.name
            }
            alike: dict[str, list[Key]] = {}
            for key, words in people.items():
                for end in dict.fromkeys((fold(words[0]), fold(words[-1]))):
                    alike.setdefault(end, []).append(key)
            fits: dict[Key, list[Key]] = {}
            for key, words in people.items():
                ends = [alike[fold(end)] for end in (words[0], words[-1])]
                near = (k for end in ends if len(end) <= _MOST for k in end)
                fits[key] = [k for k in dict.fromkeys(near) if k != key and way(words, people[k])]
            for key, found in fits.items():
                if len(found) == 1 and fits[found[0]] == [key]:
                    self._join_one(key, found[0])

    def _join_one(self, key: Key, fit: Key) -> None:
        """Join two forms of one person's name, the one that fewer articles have to the other."""
        if not self._groups.keys() >= {key, fit}:
            return
        into, other = sorted((key, fit), key=self._weight, reverse=True)
        short, name = self._groups[other], self._groups[into].name
        if self._join(into, other):
            self.doubts.append(joined(short.name, name, _documents(short)))

    def _weight(self, key: Key) -> tuple[int, int]:
        """What makes a group the one that others join: its articles, the length of its name."""
        group = self._groups[key]
        return len(group.members), len(group.name)

    def _join_short_organizations(self) -> None:
        """`Ardent` is the one organization called so for short, or whose name begins so."""
        short: dict[str, list[Key]] = {}
        for key, group in self._of_type("organization").items():
            if " " in group.name:
                first, *_, last = (*without_suffix(group.name).split(), group.name.split()[-1])
                alone = {fold(first), *(form for form in group.forms() if " " not in form)}
                if last.lower() not in _NO_SHORT_NAME:
                    alone.add(fold(last))  # "Chantiers Morel" is Morel
                for form in alone:
                    short.setdefault(form, []).append(key)
        for key, group in list(self._groups.items()):
            found = short.get(fold(group.name), []) if group.type in _MISTAKABLE else []
            if len(found) != 1 or not self._is_short_for(group, self._groups[found[0]]):
                continue
            name = self._groups[found[0]].name
            if self._join(found[0], key):
                self.doubts.append(joined(group.name, name, _documents(group)))

    def _is_short_for(self, group: Group, other: Group) -> bool:
        """Whether an article itself ties the two, or the short name can be nothing else."""
        if group.authority is not None or group.roles():
            return False
        if fold(group.name) in other.forms():
            return True
        return group.type == "organization" and group.name.lower() not in lexicon.COMMON

    def _join_bare_persons(self) -> None:
        """A person known in one article by surname alone is the only bearer in the others."""
        bearers = self._bearers()
        for key, group in [*self._of_type("person").items(), *self._of_type("other").items()]:
            found = bearers.get(fold(group.name), []) if len(words_of(group.name)) == 1 else []
            found = [bearer for bearer in found if bearer != key]
            if len(found) > 1 and group.roles():
                same_role = [b for b in found if self._groups[b].roles() & group.roles()]
                found = same_role or found
            if len(found) == 1:
                name = self._groups[found[0]].name
                if self._join(found[0], key):
                    self.doubts.append(joined(group.name, name, _documents(group)))
            elif found:
                names = [self._groups[bearer].name for bearer in found]
                self.doubts.append(ambiguous(group.name, names, _documents(group)))

    def _bearers(self) -> Mapping[str, list[Key]]:
        """Family name, or other word they are called by alone -> the persons with a full name.

        A given name does not count: too many bear it.
        """
        bare = Counter(
            name
            for group in self._groups.values()
            for _, entity in group.members
            for name in (entity.name, *entity.aliases)
            if group.type == "person" and " " not in name
        )
        bearers: dict[str, list[Key]] = {}
        for key, group in self._of_type("person").items():
            if len(words_of(group.name)) > 1:
                called = {alias for _, entity in group.members for alias in entity.aliases}
                alone = {word for word in called if " " not in word and word not in lexicon.GIVEN}
                for name in {fold(each) for each in (family_name(group.name, bare), *alone)}:
                    bearers.setdefault(name, []).append(key)
        return bearers

    def _join_acronyms(self) -> None:
        """`ABC` is the one organization whose words begin with A, B and C."""
        long: dict[str, list[Key]] = {}
        organizations = self._of_type("organization")
        for key, group in organizations.items():
            if " " in group.name:
                long.setdefault(initials(group.name), []).append(key)
        for key, group in organizations.items():
            short = group.name.replace(".", "")
            found = long.get(short, []) if short.isupper() and len(short) > 1 else []
            if len(found) == 1 and found[0] != key:
                name = self._groups[found[0]].name
                if self._join(found[0], key):
                    self.doubts.append(joined(group.name, name, _documents(group)))

    def _join_same_acronyms(self) -> None:
        """`People's Party (ÖVP)` is the `Austrian People's Party`, called ÖVP elsewhere."""
        bearers: dict[str, list[Key]] = {}
        for key, group in self._of_type("organization").items():
            forms = {alias for _, entity in group.members for alias in entity.aliases}
            for form in forms:
                if form.isupper() and len(form) > 1 and " " not in form:
                    bearers.setdefault(form, []).append(key)
        for keys in bearers.values():
            present = [key for key in keys if key in self._groups]
            if len(present) == _PAIR and self._share_word(*present):
                longer, other = sorted(present, key=lambda key: -len(self._groups[key].name))
                names = self._groups[other].name, self._groups[longer].name
                documents = _documents(self._groups[other])
                if self._join(longer, other):
                    self.doubts.append(joined(*names, documents))

    def _share_word(self, one: Key, other: Key) -> bool:
        """Whether two names have a word in common, whatever its ending."""
        stems = (
            {fold(word)[:_STEM] for word in self._groups[key].name.split() if len(word) > _STEM}
            for key in (one, other)
        )
        return bool(set.intersection(*stems))

    def _join(self, into: Key, other: Key) -> bool:
        if other not in self._groups or into == other:
            return False
        one, two = self._groups[into], self._groups[other]
        if not self._may_join(one, two) or (one.authority and two.authority):
            return False
        del self._groups[other]
        one.authority = one.authority or two.authority
        one.members.extend(two.members)
        return True


def described(name: str) -> str:
    """`Japan's Foreign Ministry` and `Japanese Foreign Ministry` as a description is named."""
    words = plain(name).split()
    for count in (2, 1):
        owner = world().get(" ".join(words[:count]).removesuffix("'s"))
        if owner is not None and len(words) > count and owner.category in ("country", "demonym"):
            return f"{' '.join(words[count:]).lower()} of {owner.name}"
    return name


def person_key(name: str) -> str:
    """Equal for forms of one full name, whatever its hyphens, marks and middle initials.

    The Arabic article is one however it is written: `el-Masri` and `al-Masri`.
    """
    told = _ARTICLE.sub("al-", name)
    words = [word for word in words_of(told) if len(word.strip(".")) > 1]
    return name_key(" ".join(words)) or fold(name)


def _documents(group: Group) -> Iterable[str]:
    return dict.fromkeys(document for (document, _), _ in group.members)
