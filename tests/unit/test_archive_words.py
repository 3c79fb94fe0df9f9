"""Words, sets of bits, spelling: the small parts that searching rests on."""

from __future__ import annotations

import sqlite3
import time

import pytest

from dateline.archive import bits
from dateline.archive.query import Field, Term, parse
from dateline.archive.snippets import LONGEST, Marker
from dateline.archive.spelling import corrections, distance
from dateline.archive.vocabulary import Wanted
from dateline.archive.words import folded, word_texts, words
from support.typed import HOSTILE


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Åse Bergström's tent", "ase bergstrom tent"),
        ("the U.S. and S. Korea", "the us and s korea"),
        ("80,000 troops, 3.5 per cent", "80000 troops 3 5 per cent"),
        ("Kim Tae-hyo’s", "kim tae hyo"),
        ("岸田文雄首相", "岸田 田文 文雄 雄首 首相"),
        ("金 met 李克强", "金 met 李克 克强"),
        ("한국", "한국"),
        ("e\u0301cole", "ecole"),
        ("", ""),
        ("\x00<script>", "script"),
    ],
)
def test_folded(text: str, expected: str) -> None:
    assert folded(text) == expected


def test_an_indic_word_stays_whole() -> None:
    assert len(words("हिन्दी में")) == 2


def test_words_know_their_places() -> None:
    text = "“Ünder” the U.N.’s  sun"
    assert [text[w.start : w.end] for w in words(text)] == ["Ünder", "the", "U.N.", "sun"]


@pytest.mark.parametrize(
    "text", ["The U.S.'s 80,000 men, o'clock", "a.b.c 1,2,3 1,234,5678", "x" * 70, "A.B.'s don't"]
)
def test_the_short_way_for_ascii_finds_what_the_long_way_finds(text: str) -> None:
    found = words(text + " é")
    assert words(text) == found[:-1]
    assert word_texts(text) == [word.text for word in found[:-1]]


def test_words_of_hostile_length_take_linear_time() -> None:
    start = time.perf_counter()
    for text in ("a" * 100_000, "a." * 50_000, "1,111" * 20_000, "'s" * 50_000, "岸" * 100_000):
        words(text)
    assert time.perf_counter() - start < 4


def test_bits_hold_what_was_put_in() -> None:
    rows = [1, 7, 8, 8191, 8192, 20_000]
    found = bits.of(rows, 20_000)
    assert list(bits.newest_first(found)) == rows[::-1]
    assert found.bit_count() == len(rows)
    assert bits.unpacked(bits.packed(found)) == found
    assert bits.unpacked(bits.packed(0)) == 0
    flags = bits.flags(found, 20_000)
    assert [row for row in range(20_001) if flags[-1 - row] == "1"] == rows
    assert list(bits.newest_first(bits.span(3, 2))) == [4, 3]
    assert list(bits.newest_first(0)) == []


@pytest.mark.parametrize(
    ("one", "other", "most", "expected"),
    [
        ("kortavik", "kortavik", 2, 0),
        ("kortavik", "kotravik", 2, 1),
        ("kortavik", "kortvik", 2, 1),
        ("kortavik", "kortavikk", 2, 1),
        ("bergstrom", "bregstrum", 2, 2),
        ("abcdefgh", "stuvwxyz", 2, 3),
        ("ca", "abc", 3, 3),
    ],
)
def test_distance(one: str, other: str, most: int, expected: int) -> None:
    assert distance(one, other, most) == expected
    assert distance(other, one, most) == expected


@pytest.fixture
def vocabulary() -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:")
    connection.execute(
        "CREATE TABLE words (word TEXT PRIMARY KEY, sentences INTEGER, pages INTEGER) WITHOUT ROWID"
    )
    rows = [
        ("kortavik", 9, 1),
        ("kortavek", 40, 0),
        ("herring", 50, 0),
        ("bergstrom", 5, 2),
        ("anniversary", 3, 0),
        ("fish", 9, 0),
    ]
    connection.executemany("INSERT INTO words VALUES (?, ?, ?)", rows)
    return connection


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("herrign", ("herring",)),
        ("hering", ("herring",)),
        ("bergstom", ("bergstrom",)),
        ("brgstom", ("bergstrom",)),
        ("aniversery", ("anniversary",)),
        ("fsh", ()),
        ("hrrngi", ()),
        ("2024", ()),
        ("zzzzzzzz", ()),
        ("x" * 500, ()),
        ("ñandú", ()),
    ],
)
def test_corrections(vocabulary: sqlite3.Connection, typed: str, meant: tuple[str, ...]) -> None:
    assert corrections(vocabulary, typed) == meant


def test_a_word_of_a_name_is_meant_before_a_more_frequent_one(
    vocabulary: sqlite3.Connection,
) -> None:
    assert corrections(vocabulary, "kortavk") == ("kortavik", "kortavek")


def test_parse_reads_everything_the_box_knows() -> None:
    query = parse('tan "herring quota" -missile -"old pact" who:"Wei Ming" -where:oslo in:2024 por')
    assert query.terms == (
        Term(("tan",)),
        Term(("herring", "quota"), phrase=True),
        Term(("por",), prefix=True),
    )
    assert query.excluded == (Term(("missile",)), Term(("old", "pact"), phrase=True))
    assert query.fields == (
        Field("who", "Wei Ming"),
        Field("where", "oslo", excluded=True),
        Field("in", "2024"),
    )


def test_parse_leaves_stop_words_out_unless_there_is_nothing_else() -> None:
    assert parse("who met the minister ").words == ("met", "minister")
    assert parse("to be ").words == ("to", "be")


def test_a_finished_last_word_is_not_a_prefix() -> None:
    assert parse("port ").terms == (Term(("port",)),)
    assert parse("port").terms == (Term(("port",), prefix=True),)


def test_unspaced_scripts_are_phrases_of_pairs() -> None:
    assert parse("岸田文雄").terms == (Term(("岸田", "田文", "文雄"), phrase=True),)
    assert parse("岸").terms == (Term(("岸",), phrase=True, prefix=True),)
    assert parse("岸田、韓国").terms == (
        Term(("岸田",), phrase=True),
        Term(("韓国",), phrase=True),
    )


@pytest.mark.parametrize("typed", HOSTILE)
def test_parse_accepts_any_string(typed: str) -> None:
    parse(typed)


def wanted(*terms: Term) -> tuple[Wanted, ...]:
    return tuple(Wanted(term, term.words) for term in terms)


def test_a_snippet_marks_words_beginnings_and_phrases() -> None:
    marker = Marker(wanted(Term(("port",), prefix=True), Term(("three", "big"), phrase=True)))
    snippet = marker.snippet("Three big ports, three small ports.")
    assert [text for text, hit in snippet if hit] == ["Three big ports", "ports"]
    assert "".join(str(text) for text, _ in snippet) == "Three big ports, three small ports."


def test_a_long_text_is_cut_around_its_first_hit() -> None:
    text = " ".join(["filler"] * 200 + ["herring"] + ["filler"] * 200)
    snippet = Marker(wanted(Term(("herring",)))).snippet(text)
    assert snippet[0] == ["…", False]
    assert snippet[-1] == ["…", False]
    assert ["herring", True] in snippet
    assert sum(len(str(text)) for text, _ in snippet) <= LONGEST + 2
