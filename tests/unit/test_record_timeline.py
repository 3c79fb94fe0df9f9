from __future__ import annotations

from datetime import date

from dateline.model import Annotations, Entity, Story, ThreadSpec
from dateline.record.days import narrowed, when
from dateline.record.threads import follow_threads
from dateline.record.timeline import statements
from support.reports import report

NAMES = {"Ann Lee": "person: Ann Lee", "Bo Ek": "person: Bo Ek", "Lima": "place: Lima"}
STORY = Story(
    threads=(
        ThreadSpec("mines", "Mines", words=("copper", "smelter")),
        ThreadSpec("ek", "Ek", entities=("Bo Ek",)),
    )
)
ENTITIES = (Entity("bo-ek", "person", "Bo Ek"), Entity("ann-lee", "person", "Ann Lee"))


def told(id_: str, published: str, text: str, **dates: str) -> Annotations:
    named = {word.replace("_", " "): day for word, day in dates.items()}
    return report(text, NAMES, named, published, id_)


REPORTS = (
    told(
        "a",
        "2021-03-03",
        "Ann Lee met Bo Ek in Lima on Tuesday. The talks were short.\n"
        "Copper was found there in 1998. A smelter will open in 2030.\n"
        "They must act by June.",
        Tuesday="2021-03-02",
        by_June="../2021-06-30",
        **{"1998": "1998", "2030": "2030"},
    ),
    told("b", "2020-01-02", "The copper price rose today.", today="2020-01-02"),
)


def test_statements_are_sorted_by_day_document_and_place() -> None:
    rows = statements(REPORTS, ENTITIES, STORY)
    assert [(row.earliest, row.document) for row in rows] == [
        ("1998-01-01", "a"),
        ("2020-01-02", "b"),
        ("2021-03-02", "a"),
        ("2021-03-02", "a"),
        ("2021-06-30", "a"),
        ("2030-01-01", "a"),
    ]


def test_a_statement_knows_its_event_people_and_modality() -> None:
    rows = statements(REPORTS, ENTITIES, STORY)
    met = rows[2]
    assert (met.event, met.modality, met.sentence) == ("meeting", "happened", 1)
    assert met.entities == ("ann-lee", "bo-ek", "lima")
    assert rows[-1].modality == "planned"


def test_an_event_dated_elsewhere_is_a_statement_too() -> None:
    row = statements(REPORTS, ENTITIES, STORY)[3]
    assert (row.sentence, row.edtf) == (2, "2021-03-02")
    assert {"ann-lee", "bo-ek"} <= set(row.entities)


def test_threads_mark_statements_and_gather_sentences() -> None:
    rows = statements(REPORTS, ENTITIES, STORY)
    assert rows[0].threads == ("mines",)
    assert rows[2].threads == ("ek",)
    mines, ek = follow_threads(REPORTS, ENTITIES, STORY)
    assert [(s.document, s.sentence) for s in mines.sentences] == [("a", 3), ("b", 1), ("a", 4)]
    assert [(s.document, s.sentence) for s in ek.sentences] == [("a", 1)]


def test_a_thread_matches_at_word_starts_only() -> None:
    story = Story(threads=(ThreadSpec("ore", "Ore", words=("ore",)),))
    one = told("a", "2021-03-03", "There was more before. The ores were sold.")
    (thread,) = follow_threads((one,), (), story)
    assert [s.sentence for s in thread.sentences] == [2]


def test_no_threads_no_work() -> None:
    assert follow_threads(REPORTS, ENTITIES, Story()) == ()


def test_uncertain_days_meet_when_one_day_may_be_both() -> None:
    one, other = when("[2021-03-05,2021-03-12]"), when("2021-03-06")
    assert one is not None
    assert other is not None
    assert not one.meets(other)
    month, day = when("2021-03"), when("2021-03-12")
    assert month is not None
    assert day is not None
    assert month.meets(day)
    assert one.meets(day)
    assert day.within(date(2021, 3, 1), date(2021, 3, 31))


def test_dates_that_cannot_be_read_are_none() -> None:
    assert when(None) is None
    assert when("soon") is None
    assert when("../2021") is None


def test_narrowed() -> None:
    assert narrowed("2021-03", "2021-03-02") == "2021-03-02"
    assert narrowed(None, "2021") == "2021"
    assert narrowed("[2021-03-05,2021-03-12]", "[2021-03-12,2021-03-19]") == "2021-03-12"


def test_both_ends_of_a_range_are_one_statement() -> None:
    text = "The mine stood still from 2011 to 2014."
    one = told("c", "2020-01-02", text, **{"2011": "2011/2014", "2014": "2011/2014"})
    rows = statements((one,), ENTITIES, STORY)
    assert [(row.edtf, row.span.start) for row in rows] == [("2011/2014", text.index("2011"))]
