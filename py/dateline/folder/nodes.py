"""YAML as nodes that know their line, so that every complaint can name its place.

Scalars stay the text that was written: `2024-05-26` is not turned into a date, nor `no` into false.
"""

from __future__ import annotations

from collections.abc import Iterator

import yaml

from dateline.errors import BadStoryFile


class YamlMap:
    """A YAML mapping of one file, asked field by field."""

    def __init__(self, node: yaml.Node, file: str) -> None:
        self.file = file
        self._node = node
        if not isinstance(node, yaml.MappingNode):
            raise self.error("expected fields such as `name: value` here", node)
        self._fields: dict[str, yaml.Node] = {}
        for key, value in node.value:
            if not isinstance(key, yaml.ScalarNode):
                raise self.error("a field's name must be plain text", key)
            if key.value in self._fields:
                raise self.error(f"`{key.value}` is given twice", key)
            self._fields[str(key.value)] = value

    @property
    def place(self) -> str:
        """Where the mapping begins: `line 3`."""
        return _place(self._node)

    def error(self, reason: str, node: yaml.Node | None = None) -> BadStoryFile:
        """An error that names this file and the node's line."""
        return BadStoryFile(self.file, _place(node or self._node), reason)

    def unknown(self, known: frozenset[str]) -> Iterator[BadStoryFile]:
        """One error for every field that is not in `known`."""
        for key, node in self._fields.items():
            if key not in known:
                listed = ", ".join(sorted(known))
                yield self.error(f"`{key}` is not a field here (known: {listed})", node)

    def has(self, key: str) -> bool:
        """Whether the field is written, with or without a value."""
        return key in self._fields

    def text(self, key: str) -> str | None:
        """The scalar under `key`; `None` when it is absent or empty."""
        node = self._fields.get(key)
        if node is None or _is_null(node):
            return None
        return self._scalar(key, node)

    def required(self, key: str) -> str:
        """The scalar under `key`, which must be there."""
        value = self.text(key)
        if value is None:
            raise self.error(f"`{key}` is missing")
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        """The list of scalars under `key`; a single scalar counts as a list of one."""
        node = self._fields.get(key)
        if node is None or _is_null(node):
            return ()
        if isinstance(node, yaml.SequenceNode):
            return tuple(self._scalar(key, item) for item in node.value)
        return (self._scalar(key, node),)

    def groups(self, key: str) -> tuple[tuple[str, ...], ...]:
        """The list of lists of scalars under `key`."""
        found = []
        for node in self._items(key):
            if not isinstance(node, yaml.SequenceNode):
                raise self.error(f"each entry of `{key}` must be a list of names", node)
            found.append(tuple(self._scalar(key, item) for item in node.value))
        return tuple(found)

    def nodes(self, key: str) -> tuple[yaml.Node, ...]:
        """The entries of the list under `key`, unread."""
        return tuple(self._items(key))

    def _items(self, key: str) -> Iterator[yaml.Node]:
        node = self._fields.get(key)
        if node is None or _is_null(node):
            return
        if not isinstance(node, yaml.SequenceNode):
            raise self.error(f"`{key}` must be a list", node)
        yield from node.value

    def _scalar(self, key: str, node: yaml.Node) -> str:
        if not isinstance(node, yaml.ScalarNode):
            raise self.error(f"`{key}` must be plain text", node)
        return str(node.value)


def parse_map(text: str, file: str, first_line: int = 1) -> YamlMap | None:
    """Read `text` as one YAML mapping; `None` when there is nothing in it.

    `first_line` is the line of the file on which `text` begins. Raises `BadStoryFile`.
    """
    padded = "\n" * (first_line - 1) + text
    try:
        node = yaml.compose(padded, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = f"line {mark.line + 1}, column {mark.column + 1}" if mark else ""
        raise BadStoryFile(file, place, f"not YAML: {error.problem or error.context}") from None
    except yaml.YAMLError as error:
        raise BadStoryFile(file, "", f"not YAML: {error}".replace("\n", " ")) from None
    except RecursionError:
        raise BadStoryFile(file, "", "nested too deeply to be read") from None
    if node is None or _is_null(node):
        return None
    return YamlMap(node, file)


def _is_null(node: yaml.Node) -> bool:
    return isinstance(node, yaml.ScalarNode) and node.tag == "tag:yaml.org,2002:null"


def _place(node: yaml.Node) -> str:
    return f"line {node.start_mark.line + 1}"
