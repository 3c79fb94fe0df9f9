"""Imports modules from one table of compiled code. Pyodide only.

Python looks for a module of a zip in each folder on the path, under four names, in Python code
that runs slowly in WebAssembly: half a millisecond and more for each. Here finding one is a look
into a dictionary. `site.runtime_python` writes the table, `{module: (is it a package, marshalled
code)}`, itself marshalled, as one member of the zip. Of the protocols of `importlib` this is a
meta path finder and a loader; it offers no sources.
"""

from __future__ import annotations

import marshal
import zipimport

# Not from `typing`, nor is `importlib.machinery` imported: before the table is in use either would
# take as long as all that follows.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from importlib.machinery import ModuleSpec
    from types import ModuleType
else:
    ModuleSpec = type(__spec__)

MEMBER = "modules.marshal"


class FrozenModules:
    """Finds and loads the modules in the table of one zip."""

    def __init__(self, root: str) -> None:
        """Reads the table of the zip at `root`; `OSError` when it has none."""
        self._root = root
        self._zip = zipimport.zipimporter(root)
        self._table: dict[str, tuple[bool, bytes]] = marshal.loads(self._zip.get_data(MEMBER))

    def find_spec(
        self, name: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """The module `name`, when the table has it; `path` and `target` make no difference."""
        if name not in self._table:
            return None
        is_package = self._table[name][0]
        place = f"{self._root}/{name.replace('.', '/')}"
        file = f"{place}/__init__.py" if is_package else f"{place}.py"
        spec = ModuleSpec(name, self, origin=file, is_package=is_package)  # type: ignore[arg-type]
        spec.has_location = True
        if is_package:
            spec.submodule_search_locations = [place]
        return spec

    def create_module(self, spec: ModuleSpec) -> None:
        """No module of a special kind."""

    def exec_module(self, module: ModuleType) -> None:
        """Runs the code of a module found here."""
        exec(marshal.loads(self._table[module.__name__][1]), module.__dict__)

    def get_data(self, path: str) -> bytes:
        """The bytes of a file of the zip, for `pkgutil.get_data`; `OSError` when it is missing."""
        return self._zip.get_data(path)
