"""The story folder on disk: its articles and the maintainer's YAML. Runs in CPython only."""

from dateline.folder.articles import FolderReading, read_folder, read_paths
from dateline.folder.story import load_story

__all__ = ["FolderReading", "load_story", "read_folder", "read_paths"]
