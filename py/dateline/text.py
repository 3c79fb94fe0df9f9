"""Small operations on text that several stages share."""

from __future__ import annotations

import re
import unicodedata

_SAME_WIDTH = str.maketrans(
    {
        "\u00a0": " ",
        "\u2007": " ",
        "\u2009": " ",
        "\u202f": " ",
        "\u2010": "-",
        "\u2011": "-",
        "\u2018": "'",
        "\u2019": "'",
        "\u02bc": "'",
        "\u201c": '"',
        "\u201d": '"',
        "\t": " ",
    }
)
# Controls but tab and line ends; the marks that turn the reading direction or show nothing.
_UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]"
)
_NOT_SLUG = re.compile(r"[^a-z0-9]+")
_SPACES = re.compile(r"\s+")
# Letters that Unicode does not decompose into a base and a mark.
_BASE_LETTERS = str.maketrans(
    {"ø": "o", "đ": "d", "ł": "l", "ı": "i", "ħ": "h", "ŧ": "t", "ð": "d"}
    | {"ß": "ss", "æ": "ae", "œ": "oe", "þ": "th"}
)


def plain(text: str) -> str:
    """`text` with typographic spaces, hyphens and quotes made plain, code point for code point.

    The result has the same length, so offsets found in it hold in `text`.
    """
    return text if text.isascii() and "\t" not in text else text.translate(_SAME_WIDTH)


def lowered(text: str) -> str:
    """`text` in small letters, code point for code point, so that offsets hold in both."""
    small = text.lower()
    if len(small) == len(text):
        return small
    return "".join(letter if len(letter.lower()) > 1 else letter.lower() for letter in text)


def fold(text: str) -> str:
    """`text` without case and diacritics, for comparing names; its length may differ."""
    if text.isascii():
        return plain(text.lower())
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(c for c in decomposed if not unicodedata.combining(c))
    return plain(bare.translate(_BASE_LETTERS))


def slugify(name: str) -> str:
    """A name as a piece of a URL: `Yoon Suk-yeol` is `yoon-suk-yeol`.

    A name with no Latin letter or digit gets a short hash of itself instead, so that names in
    other scripts stay apart.
    """
    slug = _NOT_SLUG.sub("-", fold(name).replace("'", "").replace(".", "")).strip("-")
    return slug or short_hash(name)


def short_hash(text: str) -> str:
    """Eight hexadecimal digits that stand for `text`."""
    # Not at the top: the browser folds words all the time and never needs a hash.
    import hashlib

    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:8]


def visible(text: str) -> str:
    """`text` as a reader should see it: every run of white space one space, unseen marks gone."""
    return _SPACES.sub(" ", _UNSEEN.sub("", text))


def squeeze(text: str) -> str:
    """`visible(text)` without white space at its ends."""
    return visible(text).strip()
