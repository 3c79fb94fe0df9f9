"""Searching an invented story: names, words, phrases, fields, dates, facets, what to drop."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from dateline.archive.asking import Asking, Request
from dateline.archive.open import open_archive
from dateline.archive.search import search
from dateline.archive.write import write
from dateline.model import Span, Timex
from support.records import StoryBuilder, fjord_story
from support.typed import HOSTILE

MET = "2023-kortavik#s2"
QUOTED = "2023-kortavik#s3"
PROMISED = "2023-kortavik#s4"
OPENED = "2024-ports#s2"


def find_dates(text: str, _day: str | None) -> list[Timex]:
    """A stand-in for the tagger that knows two dates."""
    known = {"November 2023": "2023-11", "2024": "2024"}
    found = []
    for words, value in known.items():
        if words in text:
            start = text.index(words)
            found.append(Timex(Span(start, start + len(words)), "DATE", value, value, "test"))
    return found


def opened(story: StoryBuilder, folder: Path) -> Asking:
    write(story.record(), folder / "archive.sqlite", "b")
    return Asking(open_archive(folder / "archive.sqlite"), find_dates)


@pytest.fixture(scope="module")
def asking(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Asking]:
    found = opened(fjord_story(), tmp_path_factory.mktemp("search"))
    yield found
    found.archive.close()


def ask(asking: Asking, q: str = "", **given: Any) -> dict[str, Any]:
    return search(asking, Request(q=q, **given))


def ids(answer: dict[str, Any], *kinds: str) -> list[str]:
    return [r["id"] for r in answer["results"] if not kinds or r["kind"] in kinds]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("Tan Wei Ming", "tan-wei-ming"),
        ("tan", "tan-wei-ming"),
        ("bergstrom", "ase-bergstrom"),
        ("BERGSTRÖM", "ase-bergstrom"),
        ("ase berg", "ase-bergstrom"),
        ("bregstrom", "ase-bergstrom"),
        ("bergstroms", "ase-bergstrom"),
        ("brgstrim", "ase-bergstrom"),
        ("kortavk", "kortavik"),
        ("kor", "kortavik"),
        ("republic of sellandia", "sellandia"),
        ("s. sellandia", "sellandia"),
        ("north sellandia", "north-sellandia"),
        ("moss", "moss-university"),
        ("herring pact", "herring-pact"),
        ("陈伟明", "tan-wei-ming"),
        ('"wei ming"', "tan-wei-ming"),
    ],
)
def test_a_name_comes_first(asking: Asking, typed: str, first: str) -> None:
    assert ids(ask(asking, typed))[0] == first


def test_a_longer_name_claims_its_words(asking: Asking) -> None:
    assert ids(ask(asking, "north sellandia tests"), "place") == ["north-sellandia"]


def test_results_come_as_names_meetings_reports_sentences(asking: Asking) -> None:
    kinds = [r["kind"] for r in ask(asking, "bergström kortavik")["results"]]
    assert kinds == ["person", "place", "meeting", "sentence"]


def test_a_result_has_everything_the_page_needs(asking: Asking) -> None:
    answer = ask(asking, "trawlers")
    assert answer["results"] == [
        {
            "kind": "sentence",
            "id": OPENED,
            "url": "articles/2024-ports/#s2",
            "title": "Sellandia opens three ports",
            "snippet": [
                ["Sellandia opened three ports to foreign ", False],
                ["trawlers", True],
                [" on Monday.", False],
            ],
            "date": "2024-05-20",
            "edtf": "2024-05-20",
            "context": None,
        }
    ]


def test_a_sentence_without_a_date_has_its_report_s(asking: Asking) -> None:
    (found,) = ask(asking, "professor")["results"]
    assert (found["date"], found["edtf"]) == ("2024-05-21", "2024-05-21")
    assert found["context"] == "Missile tests by North Sellandia had delayed the step."


def test_an_open_date_is_no_day(asking: Asking) -> None:
    (found,) = ask(asking, "visit office")["results"]
    assert found["date"] is None


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("herring quota", {MET, "2024-ports#s4"}),
        ('"herring quota"', {"2024-ports#s4"}),
        ('"herring quotas"', {MET}),
        ("herring -pact", {MET, "2024-ports#s4"}),
        ('herring -"quarrel over"', {"2023-kortavik#s5", "2024-ports#s4"}),
        ("traw", {OPENED}),
        ("trawler ", {OPENED}),
        ("missiles ", {"2024-ports#s3"}),
        ("opening ports", {PROMISED, OPENED}),
        ("trawlrs", {OPENED}),
        ("部长", {"undated#s3"}),
        ("长", {"undated#s3"}),
        ("伟部", set()),
    ],
)
def test_words_find_sentences(asking: Asking, typed: str, found: set[str]) -> None:
    answer = ask(asking, typed, kinds=("sentence",))
    assert set(ids(answer)) == found
    assert answer["count"] == len(found)


def test_a_misspelt_word_is_suggested(asking: Asking) -> None:
    assert ask(asking, "hering trawlrs")["suggestion"] == "herring trawlers"
    assert ask(asking, "herring trawlers")["suggestion"] is None


def test_some_of_the_words_are_better_than_nothing(asking: Asking) -> None:
    answer = ask(asking, "trawlers apologised dolphin professor")
    assert answer["loosened"]
    assert set(ids(answer)) == {OPENED, "2024-ports#s4"}


def test_an_alias_finds_sentences_with_the_other_name(asking: Asking) -> None:
    answer = ask(asking, "republic of sellandia trawlers")
    assert ids(answer, "sentence") == [OPENED]
    assert not answer["loosened"]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("who:tan ports", {PROMISED}),
        ("with:bergstrom who:tan", {MET}),
        ("who:brgstrom says:bergström sea", {QUOTED}),
        ("says:tan", set()),
        ("org:moss", {"2024-ports#s4"}),
        ("where:kortavik who:tan", {MET, "undated#s2"}),
        ("-who:tan where:kortavik", set()),
        ("thread:quotas", {MET, "2024-ports#s4"}),
        ("thread:quo quarrel", {MET}),
        ("in:2023-11 herring", {MET}),
        ("on:2023-11-16 herring", {MET}),
        ("before:2000 pact", {"2023-kortavik#s5"}),
        ("after:2024-05-01 before:2024-05-21 ports", {PROMISED, OPENED}),
        ("after:2024-05-20 trawlers", set()),
        ("kind:sentence trawlers", {OPENED}),
        ("in:banana trawlers", {OPENED}),
    ],
)
def test_fields(asking: Asking, typed: str, found: set[str]) -> None:
    assert set(ids(ask(asking, typed), "sentence")) == found


def test_a_sentence_counts_by_its_own_days_and_not_by_its_report_s(asking: Asking) -> None:
    in_november = ids(ask(asking, first="2023-11-01", last="2023-11-30"), "sentence")
    assert set(in_november) == {MET, QUOTED}


def test_two_dates_of_one_sentence_do_not_make_a_range(tmp_path: Path) -> None:
    story = StoryBuilder()
    story.report(
        "a.txt", "Old and new", "2024-01-01", ["From [1965=1965] to [2025=2025] all told."]
    )
    asking = opened(story, tmp_path)
    assert ask(asking, "told", first="2018-01-01", last="2020-12-31")["count"] == 0
    assert ask(asking, "told", first="2018-01-01")["count"] == 1
    asking.archive.close()


def test_a_date_typed_among_the_words_filters(asking: Asking) -> None:
    answer = ask(asking, "quarrel in november 2023")
    assert ids(answer, "sentence") == [MET]
    assert ids(ask(asking, "november 2023"), "meeting") == ["2023-11-16-kortavik"]
    assert ids(ask(asking, "november 2023"), "article") == ["2023-kortavik"]


def test_a_date_that_hides_everything_is_read_as_words(asking: Asking) -> None:
    assert ids(ask(asking, "trawlers november 2023"), "sentence") == [OPENED]


def test_who_filters_all_kinds(asking: Asking) -> None:
    answer = ask(asking, "kortavik", who=("tan-wei-ming",))
    assert ids(answer, "place") == ["kortavik"]
    assert ids(answer, "meeting") == ["2023-11-16-kortavik"]
    assert set(ids(answer, "sentence")) == {MET, "undated#s2"}
    assert ask(asking, "kortavik", who=("nobody",))["count"] == 0


def test_kind_filters(asking: Asking) -> None:
    assert ids(ask(asking, "sellandia", kinds=("place",))) == ["sellandia", "north-sellandia"]
    assert ids(ask(asking, kinds=("person",))) == ["tan-wei-ming", "ase-bergstrom"]
    assert ids(ask(asking, kinds=("meeting",))) == ["2023-11-16-kortavik"]
    assert ids(ask(asking, kinds=("article",))) == ["2024-ports", "2023-kortavik", "undated"]
    assert ask(asking, "sellandia", kinds=("unheard-of",))["count"] == 0


def test_nothing_asked_is_nothing_answered(asking: Asking) -> None:
    answer = ask(asking)
    assert (answer["count"], answer["results"], answer["drop"]) == (0, [], [])


def test_facets_follow_the_filter(asking: Asking) -> None:
    facets = ask(asking, "tan")["facets"]
    assert ["sentence", 3] in facets["kind"]
    assert facets["who"][0] == ["tan-wei-ming", "Tan Wei Ming", 3]
    assert facets["year"] == [["2023", 1], ["2024", 1]]
    narrowed = ask(asking, "tan", who=("ase-bergstrom",))["facets"]
    assert ["sentence", 1] in narrowed["kind"]
    assert "ase-bergstrom" not in [slug for slug, _, _ in narrowed["who"]]


@pytest.mark.parametrize("year", ["1998", "2023", "2024"])
def test_a_year_s_count_is_what_its_filter_leaves(asking: Asking, year: str) -> None:
    whole = dict(ask(asking, "herring ")["facets"]["year"])
    left = ask(asking, "herring ", first=f"{year}-01-01", last=f"{year}-12-31", kinds=("sentence",))
    assert whole.get(year, 0) == left["count"]


def test_facets_can_be_left_out(asking: Asking) -> None:
    assert "facets" not in ask(asking, "tan", facets=False)


@pytest.mark.parametrize(
    ("typed", "given", "drop"),
    [
        ("trawlers", {"first": "2030-01-01"}, ["from"]),
        ("trawlers", {"last": "2001-01-01"}, ["to"]),
        ("trawlers", {"who": ("tan-wei-ming",)}, ["who"]),
        ("trawlers", {"kinds": ("person",)}, ["kind"]),
        ("trawlers where:kortavik", {}, ["where:kortavik"]),
        ("trawlers -ports", {}, ["-ports"]),
        ("trawlers", {"first": "2030-01-01", "who": ("tan-wei-ming",)}, ["from", "who"]),
        ("zzzz", {"first": "2030-01-01"}, []),
    ],
)
def test_what_to_drop(asking: Asking, typed: str, given: dict[str, Any], drop: list[str]) -> None:
    answer = ask(asking, typed, **given)
    assert answer["count"] == 0
    assert answer["drop"] == drop


def test_pages_of_results_follow_each_other(asking: Asking) -> None:
    whole = ids(ask(asking, "sellandia", limit=50))
    cut = [ids(ask(asking, "sellandia", limit=2, offset=at)) for at in range(0, len(whole) + 2, 2)]
    assert [id_ for page in cut for id_ in page] == whole
    assert ask(asking, "sellandia")["count"] == len(whole)


def test_words_together_go_before_words_apart(tmp_path: Path) -> None:
    story = StoryBuilder()
    apart = "The quota for herring that the coast had asked for was cut."
    story.report("a.txt", "Cuts", "2024-01-02", [apart])
    story.report(
        "b.txt", "Rise", "2024-01-01", ["They said the herring quota had risen by a third."]
    )
    asking = opened(story, tmp_path)
    assert ids(ask(asking, "herring quota"), "sentence") == ["b#s2", "a#s2"]
    asking.archive.close()


def test_a_product_that_is_part_of_what_was_typed_goes_behind_the_title(tmp_path: Path) -> None:
    story = StoryBuilder()
    pod, nano = story.entity("Pod", "other"), story.entity("Nano", "other")
    firm = story.entity("Acme", "organization")
    text = f"<Acme={firm}> sold the <Pod={pod}> and the <Nano={nano}>."
    story.report("a.txt", "Acme unveils Pod Nano", "2024-01-02", [text])
    asking = opened(story, tmp_path)
    assert ids(ask(asking, "pod nano"))[0] == "a"
    assert ids(ask(asking, "pod"))[0] == "pod"
    assert ids(ask(asking, "acme nano"))[:2] == ["acme", "a"]
    asking.archive.close()


def test_a_caption_goes_behind_the_text(asking: Asking) -> None:
    assert ids(ask(asking, "sellandia"), "sentence")[0] == OPENED


@pytest.mark.parametrize("typed", HOSTILE)
def test_no_input_is_an_error(asking: Asking, typed: str) -> None:
    answer = ask(asking, typed)
    assert answer["count"] >= len(answer["results"])


def test_frequent_words_are_answered_from_their_sets(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in ("words", "ready_sets", "vocabulary", "ranking"):
        monkeypatch.setattr(f"dateline.archive.{module}.FREQUENT", 2)
    story = fjord_story()
    asking = opened(story, tmp_path)
    kept = [
        word for (word,) in asking.archive.execute("SELECT name FROM row_sets WHERE of = 'word'")
    ]
    assert "tan" in kept
    assert set(ids(ask(asking, "tan kortavik"), "sentence")) == {MET, "undated#s2"}
    assert set(ids(ask(asking, "tan por"), "sentence")) == {PROMISED}
    loosened = ids(ask(asking, "tan zzzz"), "sentence")
    assert sorted(loosened) == sorted(ids(ask(asking, "tan "), "sentence"))
    asking.archive.close()
