"""Which modules the page's Python needs: found by reading the sources, nothing is run.

Imports inside functions count; those under `if TYPE_CHECKING:` do not. A package that is only the
way to a module in it is needed as a *shell*: its `__init__.py` has to be there, empty. So a page
that imports `dateline.annotation.times` does not load what else `dateline.annotation` offers.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

PACKAGE = "dateline"


@dataclass(frozen=True, slots=True)
class Closure:
    """Everything that some modules import, directly or not. Paths start at the package."""

    files: tuple[Path, ...]
    """Our own modules; sorted."""
    shells: tuple[Path, ...]
    """The `__init__.py` of packages on the way to them, of which nothing is used; sorted."""
    library: tuple[str, ...]
    """Modules of the standard library; sorted."""


def closure(root: Path, sources: Iterable[Path]) -> Closure:
    """What `sources` import; `root` is the folder that holds the package `dateline`."""
    files: set[Path] = set()
    library: set[str] = set()
    waiting = list(sources)
    while waiting:
        for module, name in imports(waiting.pop().read_text("utf-8")):
            if module.split(".")[0] in sys.stdlib_module_names:
                library.add(module)
                library.add(f"{module}.{name}" if name else module)
            found = module_file(root, f"{module}.{name}") if name else None
            found = found or module_file(root, module)
            if found and found not in files:
                files.add(found)
                waiting.append(root / found)
    packages = {parent / "__init__.py" for path in files for parent in path.parents if parent.name}
    return Closure(tuple(sorted(files)), tuple(sorted(packages - files)), tuple(sorted(library)))


def imports(source: str) -> Iterator[tuple[str, str | None]]:
    """(module, name taken from it or `None`) of every import in `source`."""
    waiting: list[ast.AST] = [ast.parse(source)]
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.Import):
            yield from ((alias.name, None) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield from ((node.module, alias.name) for alias in node.names)
        waiting.extend(_children(node))


def _children(node: ast.AST) -> Iterable[ast.AST]:
    if isinstance(node, ast.If) and ast.unparse(node.test).endswith("TYPE_CHECKING"):
        return node.orelse
    return ast.iter_child_nodes(node)


def module_file(root: Path, name: str) -> Path | None:
    """The file of one of our modules, relative to `root`; `None` when `name` is no such module."""
    parts = name.split(".")
    if parts[0] != PACKAGE:
        return None
    path = Path(*parts)
    candidates = (path.with_suffix(".py"), path / "__init__.py")
    return next((c for c in candidates if (root / c).is_file()), None)
