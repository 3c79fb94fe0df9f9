"""Dateline: follow one running story through many reports."""
