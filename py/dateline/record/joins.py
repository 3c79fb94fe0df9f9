"""Which of the articles' entities are one: groups of (document, local id)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from dateline.annotation.names.organizations import initials, without_suffix
from dateline.annotation.names.persons import family_name, name_key, words_of
from dateline.model import Annotations, EntityType, LocalEntity, Story
from dateline.text import fold

Node = tuple[str, str]
"""(document id, entity id within the document)."""


@dataclass(slots=True)
class Group:
    """Entities of several articles that are one."""

    type: EntityType
    members: list[tuple[Node, LocalEntity]] = field(default_factory=list)
    authority: str | None = None

    def names(self) -> list[str]:
        """Every member's name, one entry a member."""
        return [entity.name for _, entity in self.members]


class Joiner:
    """Groups entities one by one, in order of the documents."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self.notes: list[str] = []
        self._same = {fold(name): fold(group[0]) for group in story.same for name in group}
        self._apart = [frozenset(fold(name) for name in group) for group in story.different]
        self._groups: dict[tuple[str, str], Group] = {}

    def add_all(self, annotations: Sequence[Annotations]) -> list[Group]:
        """The groups of all entities of all articles."""
        for one in annotations:
            for entity in one.entities:
                self._add((one.article.document.id, entity.id), entity)
        self._join_bare_persons()
        self._join_acronyms()
        return list(self._groups.values())

    def _add(self, node: Node, entity: LocalEntity) -> None:
        key = self._key(entity)
        group = self._groups.setdefault(key, Group(entity.type))
        group.members.append((node, entity))
        group.authority = group.authority or entity.authority

    def _key(self, entity: LocalEntity) -> tuple[str, str]:
        if entity.authority is not None:
            return "authority", entity.authority
        said = self._same.get(fold(entity.name))
        if said is not None:
            return "same", said
        if entity.type == "person":
            return "person", person_key(entity.name)
        if entity.type == "organization":
            return "organization", fold(without_suffix(entity.name.removeprefix("The ")))
        return entity.type, fold(entity.name)

    def _may_join(self, one: Group, other: Group) -> bool:
        names = {fold(name) for name in (*one.names(), *other.names())}
        return not any(len(names & apart) > 1 for apart in self._apart)

    def _join_bare_persons(self) -> None:
        """A person known in one article by surname alone is the only bearer in the others."""
        bearers: dict[str, list[tuple[str, str]]] = {}
        for key, group in self._groups.items():
            if group.type == "person" and len(words_of(group.names()[0])) > 1:
                bearers.setdefault(fold(family_name(group.names()[0], {})), []).append(key)
        for key in [k for k, g in self._groups.items() if g.type == "person"]:
            name = self._groups[key].names()[0]
            found = bearers.get(fold(name), []) if len(words_of(name)) == 1 else []
            if len(found) == 1 and found[0] != key:
                self._join(found[0], key)
            elif len(found) > 1:
                full = ", ".join(self._groups[bearer].names()[0] for bearer in found)
                self.notes.append(f"{name}: could be any of {full}")

    def _join_acronyms(self) -> None:
        """`ABC` is the one organization whose words begin with A, B and C."""
        long: dict[str, list[tuple[str, str]]] = {}
        for key, group in self._groups.items():
            if group.type == "organization" and " " in group.names()[0]:
                long.setdefault(initials(group.names()[0]), []).append(key)
        for key in [k for k, g in self._groups.items() if g.type == "organization"]:
            name = self._groups[key].names()[0]
            found = long.get(name.replace(".", ""), []) if name.isupper() else []
            if len(found) == 1 and found[0] != key:
                self._join(found[0], key)

    def _join(self, into: tuple[str, str], other: tuple[str, str]) -> None:
        if not self._may_join(self._groups[into], self._groups[other]):
            return
        group = self._groups.pop(other)
        self._groups[into].members.extend(group.members)
        name = self._groups[into].names()[0]
        self.notes.append(f"{group.names()[0]}: taken for {name}")


def person_key(name: str) -> str:
    """Equal for forms of one full name, whatever its hyphens, marks and middle initials."""
    words = [word for word in words_of(name) if len(word.strip(".")) > 1]
    return name_key(" ".join(words) or name)


def distinct(items: Iterable[str]) -> list[str]:
    """The items without repetition, in order of first appearance."""
    return list(dict.fromkeys(items))
