"""The archive: one SQLite file with the whole record of a story, and the ways of asking it."""
