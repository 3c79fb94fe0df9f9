"""Who is named together with whom: a drawing on a circle, each line leading to its sentences."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from math import cos, pi, sin

from markupsafe import Markup

from dateline import paths
from dateline.model import Entity
from dateline.site.urls import to_root
from dateline.site.view import SentenceKey, StoryView, shorten

_MOST_NODES = 24
_MOST_TIES = 60
"""More names than these leave no room for labels, more lines none for telling them apart."""
_WIDTH, _HEIGHT = 960, 640
_RADIUS = 220
_WIDEST_LINE = 10
_LONGEST_LABEL = 26


@dataclass(frozen=True, slots=True)
class Tie:
    """Two entities named in the same sentences."""

    one: Entity
    other: Entity
    sentences: tuple[SentenceKey, ...]

    @property
    def id(self) -> str:
        """The anchor of the tie's sentences."""
        return f"{self.one.id}--{self.other.id}"


def strongest_ties(view: StoryView) -> list[Tie]:
    """The ties among the people and organizations named most, strongest first."""
    ranked = [*view.ranked.get("person", ()), *view.ranked.get("organization", ())]
    ranked.sort(key=lambda entity: (-len(view.mentions_of.get(entity.id, ())), entity.id))
    nodes = {entity.id for entity in ranked[:_MOST_NODES]}
    shared: dict[tuple[str, str], list[SentenceKey]] = defaultdict(list)
    for key, ids in view.entities_in.items():
        for pair in combinations([id_ for id_ in ids if id_ in nodes], 2):
            shared[pair].append(key)
    ties = [
        Tie(view.entities[one], view.entities[other], tuple(view.in_order(keys)))
        for (one, other), keys in shared.items()
    ]
    ties.sort(key=lambda tie: (-len(tie.sentences), tie.id))
    return ties[:_MOST_TIES]


def drawing(ties: Sequence[Tie]) -> Markup:
    """The ties as SVG: names on a circle, lines as wide as the ties are strong."""
    nodes = _around(ties)
    # Half a step off the top, so that the two topmost labels run away from each other.
    places = {
        entity.id: _Place(2 * pi * (at + 0.5) / len(nodes) - pi / 2)
        for at, entity in enumerate(nodes)
    }
    strongest = max((len(tie.sentences) for tie in ties), default=1)
    lines = [_line(tie, places, strongest) for tie in reversed(ties)]
    labels = [_label(entity, places[entity.id]) for entity in nodes]
    return Markup(
        '<svg class="dl-network" viewBox="0 0 {} {}" role="group" aria-label="Who is named with '
        'whom; the same is told as a list below">{}{}</svg>'
    ).format(_WIDTH, _HEIGHT, Markup("").join(lines), Markup("").join(labels))


class _Place:
    """A place on the circle, by its angle."""

    def __init__(self, angle: float) -> None:
        self.right = cos(angle) >= 0
        self.x, self.y = self._at(angle, _RADIUS)
        self.label_x, self.label_y = self._at(angle, _RADIUS + 14)

    @staticmethod
    def _at(angle: float, radius: float) -> tuple[float, float]:
        return round(_WIDTH / 2 + radius * cos(angle), 1), round(
            _HEIGHT / 2 + radius * sin(angle), 1
        )


def _around(ties: Sequence[Tie]) -> list[Entity]:
    """The entities in an order that puts those close together that are tied most."""
    entities = {entity.id: entity for tie in ties for entity in (tie.one, tie.other)}
    strength: dict[str, Counter[str]] = defaultdict(Counter)
    for tie in ties:
        strength[tie.one.id][tie.other.id] += len(tie.sentences)
        strength[tie.other.id][tie.one.id] += len(tie.sentences)
    order: list[Entity] = []
    waiting = sorted(entities, key=lambda id_: (-sum(strength[id_].values()), id_))
    while waiting:
        last = strength[order[-1].id] if order else Counter[str]()
        following = min(waiting, key=lambda id_: (-last[id_], waiting.index(id_)))
        waiting.remove(following)
        order.append(entities[following])
    return order


def _line(tie: Tie, places: dict[str, _Place], strongest: int) -> Markup:
    one, other = places[tie.one.id], places[tie.other.id]
    width = round(1 + (_WIDEST_LINE - 1) * len(tie.sentences) / strongest, 1)
    told = f"{tie.one.name} and {tie.other.name}: {len(tie.sentences)} sentences"
    path = f"M{one.x} {one.y}Q{_WIDTH // 2} {_HEIGHT // 2} {other.x} {other.y}"
    return Markup(
        '<a xlink:href="#{}"><title>{}</title><path d="{}" stroke-width="{}"/></a>'
    ).format(tie.id, told, path, width)


def _label(entity: Entity, place: _Place) -> Markup:
    return Markup(
        '<a xlink:href="{}" class="dl-network-name dl-network-{}"><title>{}</title>'
        '<circle cx="{}" cy="{}" r="6"/>'
        '<text x="{}" y="{}" text-anchor="{}" dy="0.35em">{}</text></a>'
    ).format(
        to_root(paths.entity_path(entity.type, entity.id)),
        entity.type,
        entity.name,
        place.x,
        place.y,
        place.label_x,
        place.label_y,
        "start" if place.right else "end",
        shorten(entity.name, _LONGEST_LABEL),
    )
