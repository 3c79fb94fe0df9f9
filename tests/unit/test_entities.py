"""Entities over a whole story: what becomes one, what stays apart, what is noted."""

from __future__ import annotations

import pytest

from dateline.model import (
    Annotations,
    Article,
    AuthorityEntity,
    Commitment,
    Document,
    EntityType,
    Event,
    Line,
    LineRole,
    LocalEntity,
    Mention,
    Quotation,
    Sentence,
    Span,
    Speaker,
    Story,
)
from dateline.record.entities import link_entities


def told(
    document: str, *entities: LocalEntity, role: LineRole = "body", times: int = 1
) -> Annotations:
    """An article that mentions each entity `times` times."""
    text = "x" * 100
    line = Span(0, 100)
    made = Document(f"{document}.txt", document, "0" * 64, text, text)
    article = Article(made, (Line(line, role),), (Sentence(1, line, "body"),))
    mentions = [
        Mention(Span(n, n + 1), "name", entity.type, entity.id)
        for n, entity in enumerate(entity for entity in entities for _ in range(times))
    ]
    return Annotations(article, tuple(entities), tuple(mentions))


def local(name: str, type_: EntityType = "person", *aliases: str, role: str = "") -> LocalEntity:
    return LocalEntity(
        name.lower().replace(" ", "-"), type_, name, aliases, (role,) if role else ()
    )


def names(*annotations: Annotations, story: Story | None = None) -> list[str]:
    entities, _, _ = link_entities(annotations, story or Story())
    return [entity.name for entity in entities]


def test_spellings_of_a_full_name() -> None:
    linked = link_entities(
        [told("a", local("Kang Dae Ho")), told("b", local("Kang Dae-ho"), times=2)], Story()
    )
    (entity,), annotations, _ = linked
    assert (entity.id, entity.name, entity.aliases) == (
        "kang-dae-ho",
        "Kang Dae Ho",
        ("Kang Dae-ho",),
    )
    assert entity.documents == ("a", "b")
    assert {m.entity for one in annotations for m in one.mentions} == {"kang-dae-ho"}


def test_a_name_has_the_diacritics_that_most_mentions_give_it() -> None:
    bare, full = local("Oscar Rivera"), LocalEntity("oscar-rivera", "person", "Óscar Rivera")
    assert names(told("a", bare), told("b", full, times=3)) == ["Óscar Rivera"]
    assert names(told("a", bare, times=3), told("b", full)) == ["Oscar Rivera"]


def test_middle_initials() -> None:
    assert names(told("a", local("Ida Holm")), told("b", local("Ida K. Holm"))) == ["Ida K. Holm"]


def test_a_name_without_its_first_word() -> None:
    assert names(told("a", local("Ida Vik Holm")), told("b", local("Vik Holm"))) == ["Ida Vik Holm"]
    two = told("a", local("Ida Vik Holm"), local("Per Vik Holm"))
    assert len(names(two, told("b", local("Vik Holm")))) == 3


def test_a_join_keeps_what_the_authority_file_vouches_for() -> None:
    story = Story(authority=(AuthorityEntity("holm", "Vik Holm", "person"),))
    annotations = [told("a", local("Ida Vik Holm")), told("b", local("Vik Holm"))]
    (entity,), _, _ = link_entities(annotations, story)
    assert entity.id == "holm"


def test_two_names_of_one_acronym_that_have_a_word_in_common() -> None:
    party = local("Social Democratic Party of Norland", "organization", "SPN")
    short, other = (local(n, "organization", "SPN") for n in ("Social Democrats", "Salt Pans"))
    assert names(told("a", party), told("b", short)) == ["Social Democratic Party of Norland"]
    assert len(names(told("a", party), told("b", other))) == 2


def test_a_country_that_some_articles_take_for_a_surname() -> None:
    place, person = local("Zamora", "place"), local("Zamora")
    linked, _, _ = link_entities([told("a", place), told("b", person), told("c", person)], Story())
    assert [(entity.name, entity.type) for entity in linked] == [("Zamora", "place")]


def test_bare_surname_of_the_only_bearer() -> None:
    annotations = [told("a", local("Ida Holm")), told("b", local("Holm"))]
    entities, _, notes = link_entities(annotations, Story())
    assert [entity.name for entity in entities] == ["Ida Holm"]
    assert notes == (
        "Holm (b) was taken for Ida Holm, the only one it fits.\n"
        "  under `same:` if they are one, `different:` if not:\n"
        "  - [Ida Holm, Holm]",
    )


def test_the_one_word_a_person_is_called_by_need_not_be_the_family_name() -> None:
    found = names(
        told("a", local("Tedrok Adhan Ghebrel", "person", "Tedrok")),
        told("b", local("Tedrok", "other")),
    )
    assert found == ["Tedrok Adhan Ghebrel"]


def test_bare_surname_of_two_bearers_is_left_alone() -> None:
    annotations = [told("a", local("Ida Holm"), local("Per Holm")), told("b", local("Holm"))]
    entities, _, notes = link_entities(annotations, Story())
    assert [entity.name for entity in entities] == ["Holm", "Ida Holm", "Per Holm"]
    assert notes[0].startswith("Holm (b) could be Ida Holm or Per Holm and was left alone.")


def test_role_tells_two_bearers_apart() -> None:
    first = told("a", local("Ida Holm", role="president"), local("Per Holm", role="mayor"))
    assert names(first, told("b", local("Holm", role="mayor"))) == ["Ida Holm", "Per Holm"]


def test_family_name_first() -> None:
    first = told("a", local("Kang Dae-ho", "person", "Kang"))
    assert names(first, told("b", local("Kang"))) == ["Kang Dae-ho"]


def test_companies_and_acronyms() -> None:
    company = told("a", local("Brixel Corp", "organization"))
    assert names(company, told("b", local("Brixel", "organization"))) == ["Brixel Corp"]
    council = told("a", local("Northern Dairy Council", "organization"), times=2)
    assert names(council, told("b", local("NDC", "organization"))) == ["Northern Dairy Council"]


def test_untyped_name_is_what_other_articles_say() -> None:
    linked = link_entities(
        [told("a", local("Pellworth", "place")), told("b", local("Pellworth", "other"))], Story()
    )
    (entity,), annotations, _ = linked
    assert entity.type == "place"
    assert annotations[1].mentions[0].type == "place"


def test_one_name_is_what_most_articles_say() -> None:
    annotations = [
        told("a", local("Pellworth", "organization")),
        told("b", local("Pellworth", "place")),
        told("c", local("Pellworth", "place")),
    ]
    entities, linked, _ = link_entities(annotations, Story())
    assert [(entity.id, entity.type) for entity in entities] == [("pellworth", "place")]
    assert linked[0].mentions[0].type == "place"


def test_short_name_of_an_organization() -> None:
    company = told("a", local("Brixel Freight Lines", "organization", "Brixel"))
    (entity,), _, notes = link_entities([company, told("b", local("Brixel", "person"))], Story())
    assert (entity.id, entity.type) == ("brixel-freight-lines", "organization")
    assert notes[0].startswith("Brixel (b) was taken for Brixel Freight Lines")


def test_short_name_of_two_organizations_is_left_alone() -> None:
    companies = [
        told("a", local("Brixel Freight Lines", "organization")),
        told("b", local("Brixel Mining Corp", "organization")),
    ]
    assert "Brixel" in names(*companies, told("c", local("Brixel", "organization")))


def test_ids_do_not_hang_on_the_order_or_number_of_mentions() -> None:
    one = told("a", local("Kang Dae Ho"), local("Leeds", "organization"))
    other = told("b", local("Kang Dae-ho"), local("Leeds", "place"), times=5)
    ids = []
    for annotations in ([one, other], [other, one]):
        entities, _, _ = link_entities(annotations, Story())
        ids.append([entity.id for entity in entities])
    assert ids[0] == ids[1] == ["kang-dae-ho", "leeds", "leeds-organization"]


def test_nearly_alike_names_are_noted_and_kept_apart() -> None:
    annotations = [told("a", local("Oleksandr Zelenko")), told("b", local("Oleksander Zelenko"))]
    entities, _, notes = link_entities(annotations, Story())
    assert len(entities) == 2
    assert "spelled nearly alike" in notes[0]


def test_maintainer_joins_and_parts() -> None:
    annotations = [told("a", local("Ida Holm")), told("b", local("Ida Berg"))]
    assert len(names(*annotations, story=Story(same=(("Ida Holm", "Ida Berg"),)))) == 1
    annotations = [told("a", local("Ida Holm")), told("b", local("Holm"))]
    assert len(names(*annotations, story=Story(different=(("Ida Holm", "Holm"),)))) == 2


def test_authority_gives_name_id_and_wikidata() -> None:
    vouched = AuthorityEntity("holm", "Ida Holm-Berg", "person", ("Ida Holm",), "Q1")
    (entity,), annotations, _ = link_entities(
        [told("a", local("Ida Holm"))], Story(authority=(vouched,))
    )
    assert (entity.id, entity.name, entity.wikidata) == ("holm", "Ida Holm-Berg", "Q1")
    assert annotations[0].mentions[0].entity == "holm"


@pytest.mark.parametrize("role", ["furniture", "section", "publisher", "agency"])
def test_what_only_the_page_names_makes_no_entity(role: LineRole) -> None:
    entities, annotations, _ = link_entities([told("a", local("Ida Holm"), role=role)], Story())
    assert entities == ()
    assert annotations[0].mentions[0].entity is None


def test_one_name_of_two_types_gives_two_ids() -> None:
    annotations = [told("a", local("Leeds", "place")), told("b", local("Leeds", "organization"))]
    entities, _, _ = link_entities(annotations, Story())
    assert sorted(entity.id for entity in entities) == ["leeds", "leeds-organization"]


def test_every_id_in_the_annotations_is_replaced() -> None:
    base = told("a", local("Holm"), local("Oslo", "place"))
    span = Span(0, 1)
    one = Annotations(
        base.article,
        base.entities,
        base.mentions,
        quotations=(Quotation("direct", span, None, Speaker(span, "holm")),),
        events=(Event("meeting", None, "happened", span, ("holm",), "oslo", span),),
        commitments=(Commitment(span, span, ("holm",), "agreed", None, None, span, "holm"),),
    )
    _, (linked, _), _ = link_entities([one, told("b", local("Ida Holm"))], Story())
    assert linked.quotations[0].speaker is not None
    assert linked.quotations[0].speaker.entity == "ida-holm"
    assert linked.events[0].participants == ("ida-holm",)
    assert linked.events[0].place == "oslo"
    assert linked.commitments[0].parties == ("ida-holm",)
    assert linked.commitments[0].reported_by == "ida-holm"
    assert [entity.id for entity in linked.entities] == ["ida-holm", "oslo"]


def test_ids_do_not_change_when_articles_are_added() -> None:
    first = told("a", local("Ida Holm"), local("Oslo", "place"))
    alone, _, _ = link_entities([first], Story())
    more, _, _ = link_entities(
        [first, told("b", local("Per Dahl")), told("c", local("Dahl"))], Story()
    )
    assert {e.id for e in alone} <= {e.id for e in more}


def test_a_person_is_called_what_most_reports_call_him() -> None:
    short, long = local("Dragan Vukic"), local("Metohija Dragan Vukic")
    assert names(told("a", long), told("b", short), told("c", short)) == ["Dragan Vukic"]
    assert names(told("a", long), told("b", short)) == ["Metohija Dragan Vukic"]


def test_a_body_is_called_by_the_last_word_of_its_name_alone() -> None:
    long, short = local("Chantiers Morel", "organization"), local("Morel", "organization")
    assert names(told("a", long), told("b", short)) == ["Chantiers Morel"]
    other = local("Banque Morel", "organization")
    assert len(names(told("a", long), told("b", short), told("c", other))) == 3
    board = local("Norland Board", "organization")
    assert len(names(told("a", board), told("b", local("Board", "organization")))) == 2


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Seo Jae-hyun", "Jae-hyun Seo"),
        ("Seo Jae-hyun", "J.H. Seo"),
        ("Nathaniel Beu Tofa", "Nat Tofa"),
        ("William Hale", "Bill Hale"),
        ("John Hale", "J. Hale"),
    ],
)
def test_two_forms_of_one_full_name(one: str, other: str) -> None:
    assert len(names(told("a", local(one)), told("b", local(other)))) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("James Martin", "Martin James"),
        ("Ann Hale", "Anna Hale"),
        ("Seo Jae-hyun", "Seo Min-jun"),
        ("Bill Hale", "Robert Hale"),
        ("John Hale", "M. Hale"),
    ],
)
def test_two_full_names_that_are_two(one: str, other: str) -> None:
    assert len(names(told("a", local(one)), told("b", local(other)))) == 2


def test_initials_of_two_bearers_are_left_alone() -> None:
    both = told("a", local("John Hale"), local("Jane Hale"))
    found = names(both, told("b", local("J. Hale")))
    assert sorted(found) == ["J. Hale", "Jane Hale", "John Hale"]
