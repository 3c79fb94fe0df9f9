"""Templates: Jinja with everything escaped, an undefined name an error, links from the root."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import jinja2
from markupsafe import Markup

from dateline import paths
from dateline.site.dates import label
from dateline.site.marked import Marker
from dateline.site.urls import ROOT, to_root
from dateline.site.view import StoryView, key_of, shorten
from dateline.text import squeeze

_ESCAPED_ROOT = re.compile(r"(?<!\\)((?:\\\\)*)\\u0000/")
_SCRIPT_SAFE = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"}


@dataclass(frozen=True, slots=True)
class SitePage:
    """A page of the site: where it lives, its title, and its content with unresolved links."""

    path: str
    title: str
    content: str
    description: str = ""
    linked_data: tuple[Mapping[str, Any], ...] = ()
    """JSON-LD objects; their addresses are unresolved links too."""
    asks_python: bool = False
    """Whether the page cannot do without Python, which then starts before the page is complete."""


class Renderer:
    """Turns a template's name and its values into HTML."""

    def __init__(self, view: StoryView, marker: Marker) -> None:
        self._environment = jinja2.Environment(
            loader=jinja2.PackageLoader("dateline.site"),
            autoescape=True,
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._environment.globals.update(
            view=view,
            marker=marker,
            to=to_root,
            article_path=paths.article_path,
            entity_path=paths.entity_path,
            meeting_path=paths.meeting_path,
            thread_path=paths.thread_path,
            anchor=paths.sentence_anchor,
            key_of=key_of,
        )
        self._environment.filters.update(
            date=label,
            squeeze=squeeze,
            shorten=shorten,
            counted=counted,
            entity_name=view.name,
        )

    def html(self, template: str, **values: Any) -> str:
        """The template filled in."""
        return self._environment.get_template(template).render(values)


def counted(number: int, one: str, many: str = "") -> str:
    """`3 reports`, `1 report`."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def linked_data_script(objects: tuple[Mapping[str, Any], ...]) -> Markup:
    """JSON-LD as a script element that no text in it can close."""
    return Markup("").join(
        Markup('<script type="application/ld+json">{}</script>').format(Markup(_json(object_)))
        for object_ in objects
    )


def _json(value: Mapping[str, Any]) -> str:
    text = json.dumps(value, ensure_ascii=False, sort_keys=True)
    for character, escaped in _SCRIPT_SAFE.items():
        text = text.replace(character, escaped)
    # json writes the mark that begins an unresolved link as an escape, and a backslash as two.
    return _ESCAPED_ROOT.sub(lambda match: match[1] + ROOT, text)
