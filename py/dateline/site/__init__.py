"""Publish: the record of a story as pages. A plain library; `plugin` alone knows MkDocs.

Runs in CPython only.
"""
