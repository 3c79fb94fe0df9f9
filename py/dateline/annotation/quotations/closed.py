"""The closed classes of English words: what is no noun, and no verb of its own."""

from __future__ import annotations

from dateline.annotation.quotations.words import word_set

DETERMINERS = word_set(
    "the a an this these those his her its their our my your some any several many most both "
    "all one two three four five six no another each every other few various"
)
PRONOUNS = word_set("he she they it i we you who")
HE_OR_SHE = word_set("he she")
JOINERS = frozenset({"and", "or", "&"})
INNER_PREPOSITIONS = word_set("of for at from in with on to against under inside near")
AUXILIARIES = word_set(
    "is are was were be been being am has have had having will would can could may might shall "
    "should must do does did 're 've 'd 'll 'm cannot wo ca sha"
)
CONJUNCTIONS = word_set(
    "that which who whom whose where when while whereas as because since after before if although "
    "though but nor so than whether until unless and or amid despite during saying adding "
    "without by about into over through between among upon via like what how why then however "
    "meanwhile per plus not also"
)
ADVERBS = word_set(
    "also then later earlier again once twice previously himself herself themselves itself "
    "further often always never ever still just even simply soon first already now thus instead "
    "almost too together jointly long once not n't yesterday today tonight afterwards afterward "
    "thereafter meantime overnight nonetheless nevertheless"
)
WEEKDAYS = word_set("monday tuesday wednesday thursday friday saturday sunday")
_NOT_ADVERBS = word_set(
    "family assembly italy july ally reply supply jelly sicily only early daily weekly"
)


def is_adverb(word: str) -> bool:
    """Whether the word may stand between a subject and its verb without being either."""
    return word in ADVERBS or (word.endswith("ly") and len(word) > 4 and word not in _NOT_ADVERBS)
