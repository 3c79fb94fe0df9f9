"""Which language a text is in, from its commonest words: enough to tell English from the rest."""

from __future__ import annotations

import re

_COMMON = {
    "en": "the of and to in a is that for on with was as by it at from he his said has have not",
    "de": "der die und das den von zu mit sich des auf für ist im dem nicht ein eine als auch",
    "fr": "le la les des et en un une du que est pour dans qui sur pas au plus par avec",
    "es": "el la de que y en los se del las un por con no una su para es al lo como",
    "it": "il di che e la per un in è del una sono con si della da non le dei al",
    "pt": "o de que e do da em um para com não uma os no se na por mais as dos",
    "nl": "de het een en van in is dat op te zijn met voor niet aan er om ook als dan",
}
_WORDS = {language: frozenset(words.split()) for language, words in _COMMON.items()}
_SCRIPTS = (
    ("ko", re.compile("[\uac00-\ud7a3]")),
    ("ja", re.compile("[\u3040-\u30ff]")),
    ("zh", re.compile("[\u4e00-\u9fff]")),
    ("ru", re.compile("[\u0400-\u04ff]")),
    ("ar", re.compile("[\u0600-\u06ff]")),
    ("he", re.compile("[\u0590-\u05ff]")),
    ("el", re.compile("[\u0370-\u03ff]")),
    ("th", re.compile("[\u0e00-\u0e7f]")),
    ("hi", re.compile("[\u0900-\u097f]")),
)
_FOREIGN = re.compile("[\u0370-\u1fff\u3040-\ud7a3]")
SAMPLE = 2_500
"""Characters looked at; a report's first paragraphs are plenty."""

SCRIPT_SHARE = 0.3
KANA_SHARE = 0.1
"""Japanese is written in Chinese characters with kana between; Chinese has none."""

COMMON_SHARE = 0.12
"""Running English is a quarter and more common words; lists of names and headlines are not."""

SURE_SHARE = 0.25
"""Common English words in running English; no other language has a fifth of them."""

_WORD = re.compile(r"[^\W\d_]+")


def language_of(text: str) -> str:
    """An ISO 639-1 code, or `und` where too few common words show."""
    sample = text[:SAMPLE]
    script = _by_script(sample) if _FOREIGN.search(sample) else None
    if script:
        return script
    words = _WORD.findall(sample.lower())
    if words and sum(map(_WORDS["en"].__contains__, words)) >= SURE_SHARE * len(words):
        return "en"
    counts = {lang: sum(map(common.__contains__, words)) for lang, common in _WORDS.items()}
    best = max(counts, key=lambda lang: counts[lang])
    return best if words and counts[best] >= COMMON_SHARE * len(words) else "und"


def _by_script(sample: str) -> str | None:
    letters = sum(map(str.isalpha, sample)) or 1
    for language, script in _SCRIPTS:
        share = KANA_SHARE if language == "ja" else SCRIPT_SHARE
        if len(script.findall(sample)) > share * letters:
            return language
    return None
