"""Names in single articles: what is found, of which type, tied to whom."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest

from dateline.annotation.names import tag
from dateline.model import (
    Article,
    AuthorityEntity,
    Document,
    Line,
    LineRole,
    Mention,
    Office,
    Publication,
    Sentence,
    Span,
    Story,
)


def article(*lines: str | tuple[LineRole, str], published: str | None = None) -> Article:
    """An article of lines, each `body` or given with its role."""
    parts: list[tuple[LineRole, str]] = [
        ("body", line) if isinstance(line, str) else line for line in lines
    ]
    text = "\n".join(words for _, words in parts)
    spans, start = [], 0
    for _, words in parts:
        spans.append(Span(start, start + len(words)))
        start += len(words) + 1
    return Article(
        Document("a.txt", "a", "0" * 64, text, text),
        tuple(Line(span, role) for span, (role, _) in zip(spans, parts, strict=True)),
        tuple(Sentence(n, span, "body") for n, span in enumerate(spans, 1)),
        published=Publication(published),
    )


def found(*lines: str | tuple[LineRole, str]) -> list[tuple[str, str, str | None]]:
    """(text, type, entity) of every mention."""
    made = article(*lines)
    _, mentions = tag(made, Story())
    return [(m.span.of(made.text), m.type, m.entity) for m in mentions]


def entity_of(text: str, *lines: str | tuple[LineRole, str]) -> str | None:
    """The entity of the last mention with this text."""
    return [entity for words, _, entity in found(*lines) if words == text][-1]


def mention_of(text: str, made: Article, story: Story) -> Mention:
    _, mentions = tag(made, story)
    return next(m for m in mentions if m.span.of(made.text) == text)


@pytest.mark.parametrize(
    ("line", "name", "type_"),
    [
        ("The mayor, Olive Brandt, opened the market.", "Olive Brandt", "person"),
        ("Bablitz, its leader, denied that.", "Bablitz", "person"),
        ("Talks were led by Ursula von der Leyen in May.", "Ursula von der Leyen", "person"),
        ("The envoy met Osama bin Rashid on Monday.", "Osama bin Rashid", "person"),
        ("Critics say Jae-won Hong, 43, will resign.", "Jae-won Hong", "person"),
        ("It was sold by Harlow Mining Corp last year.", "Harlow Mining Corp", "organization"),
        ("The University of Eastmark said so.", "University of Eastmark", "organization"),
        ("Staff of the Ministry of Roads and Bridges left.",
         "Ministry of Roads and Bridges", "organization"),
        ("They sailed down the Ambervale River.", "Ambervale River", "place"),
        ("A storm hit the town of Pellworth.", "Pellworth", "place"),
        ("The government of Zamora fell.", "Zamora", "place"),
        ("Rebels lifted the blockade of Tel Gorash.", "Tel Gorash", "place"),
        ("She will travel to Ostrova on Monday.", "Ostrova", "place"),
        ("He joined from FC Lindau last year.", "FC Lindau", "organization"),
        ("He was born in Kragovac, near the coast.", "Kragovac", "place"),
        ("They signed the Treaty of Eastmark.", "Treaty of Eastmark", "agreement"),
        ("She ran in the Harbour Marathon.", "Harbour Marathon", "event"),
        ("It ships with the FX900 printer.", "FX900", "other"),
        ("Carmaker Dolmax has agreed to pay.", "Dolmax", "organization"),
        ("The mine's operator, Katanga Deep, said so.", "Katanga Deep", "organization"),
        ("The Harbour and Allied Workers' Union said so.",
         "Harbour and Allied Workers' Union", "organization"),
        ("China's commerce ministry said so.", "commerce ministry", "organization"),
        ("World Athletics banned her.", "World Athletics", "organization"),
        ("A deal was struck at Premier House on Friday.", "Premier House", "place"),
        ("The bishop of Chur left.", "Chur", "place"),
        ("He was received by Minister Sun Weidong.", "Sun Weidong", "person"),
        ("Lender Dolmax pulled out.", "Dolmax", "organization"),
        ("They voted to extend the tram line to Kragley.", "Kragley", "place"),
        ("The bridge to Kragley was shut.", "Kragley", "place"),
    ],
)  # fmt: skip
def test_types(line: str, name: str, type_: str) -> None:
    assert (name, type_) in [(words, kind) for words, kind, _ in found(line)]


def test_bare_surname_is_the_person_and_never_a_place() -> None:
    lines = ("Mayor Anna Houston met the press.", "Houston said the plan was ready.")
    assert found(*lines)[1] == ("Houston", "person", "anna-houston")


def test_place_before_its_country_stays_a_place() -> None:
    lines = ("Judge Paul Jackson was born in Jackson, Mississippi.", "Jackson left it early.")
    assert [(w, t) for w, t, _ in found(*lines)] == [
        ("Paul Jackson", "person"),
        ("Jackson", "place"),
        ("Mississippi", "place"),
        ("Jackson", "person"),
    ]


def test_two_bearers_of_a_surname_are_left_apart() -> None:
    lines = ("President Jan Smolek met Governor Eva Smolek.", "Smolek smiled.")
    assert entity_of("Smolek", *lines) is None


def test_title_tells_two_bearers_apart() -> None:
    lines = ("President Jan Smolek met Governor Eva Smolek.", "Governor Smolek smiled.")
    assert entity_of("Smolek", *lines) == "eva-smolek"


@pytest.mark.parametrize(
    ("full", "bare", "entity"),
    [
        ("Park Ji-hoon", "Park", "park-ji-hoon"),
        ("Li Weiguo", "Li", "li-weiguo"),
        ("Nguyen Van Thanh", "Thanh", "nguyen-van-thanh"),
        ("Hye-rin Song", "Song", "hye-rin-song"),
        ("Aung Min San Lwin", "San Lwin", "aung-min-san-lwin"),
    ],
)
def test_order_of_names(full: str, bare: str, entity: str) -> None:
    assert entity_of(bare, f"The envoy, {full}, spoke.", f"Later {bare} said no.") == entity


def test_spellings_of_one_name_are_one_person() -> None:
    entities, _ = tag(
        article("President Kang Dae Ho spoke.", "Aides of Kang Dae-ho agreed."), Story()
    )
    assert [(e.id, e.roles) for e in entities] == [("kang-dae-ho", ("president",))]


def test_compounds_are_taken_apart() -> None:
    lines = ("Ivo Marek and Lena Doss met.", "Marek thanked Doss.", "The Marek-Doss talks ended.")
    assert [w for w, _, _ in found(*lines)][-2:] == ["Marek", "Doss"]
    assert [w for w, _, _ in found("Japan-South Korea ties improved.")] == ["Japan", "South Korea"]
    assert found("The Oslo-based group left.")[0] == ("Oslo", "place", "oslo")


def test_acronym_in_brackets() -> None:
    lines = ("The Northern Dairy Council (NDC) met.", "The NDC agreed.")
    assert entity_of("NDC", *lines) == "northern-dairy-council"


def test_the_region_of_a_dateline_is_a_place_wherever_it_stands() -> None:
    lines = ("GODE, Zamora, April 9 (Gull Wire) - Talks went on.", "Ann Lee said Zamora would pay.")
    places = [(name, type_) for name, type_, _ in found(*lines) if name in ("GODE", "Zamora")]
    assert places == [("GODE", "place"), ("Zamora", "place"), ("Zamora", "place")]


def test_a_family_is_no_entity_and_two_given_names_share_a_surname() -> None:
    told = found("Derek and Jean Cobb died.", "Friends of the Cobbs wept. Derek was 71.")
    assert [(name, entity) for name, _, entity in told] == [
        ("Derek", "derek-cobb"),
        ("Jean Cobb", "jean-cobb"),
        ("Derek", "derek-cobb"),
    ]


@pytest.mark.parametrize(
    ("line", "name", "type_"),
    [
        ("Labour MP Karl Turner, who represents Hull East, said so.", "Karl Turner", "person"),
        ("Labour MP Karl Turner, who represents Hull East, said so.", "Hull East", "place"),
        ("Brightwell plc is to close.", "Brightwell", "organization"),
        ("Brightwell, which employs 3,400 people, will close.", "Brightwell", "organization"),
        ("Her lawyer, Edward Vane KC, said so.", "Edward Vane KC", "person"),
    ],
)
def test_british_names(line: str, name: str, type_: str) -> None:
    assert (name, type_) in [(words, kind) for words, kind, _ in found(line)]


def test_what_a_minister_is_in_charge_of_is_no_name() -> None:
    told = found(
        "Trade, Industry and Energy Minister Bo Ek met Commerce and Mines Minister Al Roe."
    )
    assert [name for name, _, _ in told] == ["Bo Ek", "Al Roe"]


@pytest.mark.parametrize(
    ("line", "name", "type_"),
    [
        ("The Prime Minister's Office said so.", "Prime Minister's Office", "organization"),
        ("He told the Attorney General's Office.", "Attorney General's Office", "organization"),
        ("He flew with Union Home Minister Amit Desai.", "Amit Desai", "person"),
        ("The opposition Jan Morcha called for it.", "Jan Morcha", "organization"),
        ("She met Finance and Petroleum Minister Bo Ek.", "Bo Ek", "person"),
        ("Northwick Steel CEO Bo Ek met her.", "Northwick Steel", "organization"),
        ("Northwick Bank President Bo Ek met her.", "Bo Ek", "person"),
        ("The Northwick Pilots' Guild struck.", "Northwick Pilots' Guild", "organization"),
        ("Germany and Petroleum Minister Bo Ek agreed.", "Germany", "place"),
    ],
)
def test_offices_and_parties(line: str, name: str, type_: str) -> None:
    assert (name, type_) in [(words, kind) for words, kind, _ in found(line)]


@pytest.mark.parametrize(
    ("line", "name", "type_"),
    [
        ("It flew on a SpaceX Falcon 9 from the cape.", "Falcon", "other"),
        ("Contact with Nordstar's Freja lander was lost.", "Freja", "other"),
        ("Its first lander, Brynhild, crashed.", "Brynhild", "other"),
        ("The Lunar Survey Orbiter saw it.", "Lunar Survey Orbiter", "other"),
    ],
)
def test_craft(line: str, name: str, type_: str) -> None:
    assert (name, type_) in [(words, kind) for words, kind, _ in found(line)]


def test_what_is_no_name_though_it_opens_a_sentence_or_a_credit() -> None:
    assert found("Telemetry stopped about noon.") == []
    credit = found(("byline", "By Karl Olsson, Science reporter"), "It fell.")
    assert [name for name, _, _ in credit] == ["Karl Olsson"]


def test_a_byline_in_capitals_and_a_constituency() -> None:
    line = "By ANN MARY LEE and BO RAY"
    made = article(("byline", line), "State Rep. Cy Moss, D-Upper Arlington, left.")
    entities, _ = tag(replace(made, byline=Span(len("By "), len(line))), Story())
    assert [(e.name, e.type) for e in entities] == [
        ("Ann Mary Lee", "person"),
        ("Bo Ray", "person"),
        ("Cy Moss", "person"),
    ]


def test_letters_after_a_name_are_no_part_of_it() -> None:
    lines = ("Her lawyer, Edward Vane KC, said so.", "Edward Vane left.")
    assert {entity for _, _, entity in found(*lines)} == {"edward-vane"}


def test_a_club_of_whose_first_word_another_body_is_called() -> None:
    lines = ("Ridgeway FC lost.", "The fans' group Ridgeway Together left.", "Ridgeway are last.")
    assert [entity for name, _, entity in found(*lines) if name == "Ridgeway"] == ["ridgeway-fc"]


def test_company_without_its_suffix() -> None:
    lines = ("Brixel Corp fell.", "Shares of Brixel rose again.")
    assert entity_of("Brixel", *lines) == "brixel-corp"


def test_bare_head_noun_is_the_one_named() -> None:
    lines = ("The Harbour Safety Commission met.", "A notice said the Commission was split.")
    assert entity_of("Commission", *lines) == "harbour-safety-commission"


def test_possessive_and_diacritics() -> None:
    lines = ("Zoë Faßbender’s café burned.", "“Faßbender’s loss is ours,” he said.")
    assert found(*lines) == [
        ("Zoë Faßbender", "person", "zoe-fassbender"),
        ("Faßbender", "person", "zoe-fassbender"),
    ]


def test_words_that_open_a_sentence_are_no_names() -> None:
    assert found("Meanwhile prices rose.", "Farmers protested.", "Rain fell.") == []


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Shell has sold its fields in the delta.", "Shell"),
        ("Arsenal have bought a midfielder.", "Arsenal"),
        ("Apple, Microsoft and Google rose.", "Apple"),
        ("Target and Walmart fell.", "Target"),
    ],
)
def test_a_company_called_like_a_word_opens_a_sentence(line: str, name: str) -> None:
    assert (name, "organization") in [row[:2] for row in found(line)]


@pytest.mark.parametrize(
    "line",
    ["Shell fragments have been found.", "Target shooting was banned.", "Apples have ripened."],
)
def test_a_word_that_needs_no_article_is_no_company(line: str) -> None:
    assert found(line) == []


def test_names_around_a_college_that_belongs_to_a_king() -> None:
    line = "The University of Eastmark and King's College London signed."
    names = [row[0] for row in found(line)]
    assert names == ["University of Eastmark", "King's College London"]


def test_titles_of_several() -> None:
    rows = found("Sens. Maria Lopez and John Roe met Reps. Ann Lee and Bob Hall.")
    assert [row[0] for row in rows] == ["Maria Lopez", "John Roe", "Ann Lee", "Bob Hall"]


def test_title_case_headline_trusts_known_names_only() -> None:
    lines: tuple[tuple[LineRole, str], ...] = (
        ("headline", "Premier Dvorak Urges Norway to Support Fair Trade Rules"),
        ("body", "Premier Milan Dvorak spoke on Friday."),
    )
    assert found(*lines)[:2] == [
        ("Dvorak", "person", "milan-dvorak"),
        ("Norway", "place", "norway"),
    ]


@pytest.mark.parametrize(
    ("line", "name", "entity"),
    [
        ("OSLO - Talks went on.", "OSLO", "oslo"),
        ("NEW YORK \u2014 The leaders met.", "NEW YORK", "new-york-city"),
        ("PORT ELDON (Harbour News) \u2014 Talks went on.", "PORT ELDON", "port-eldon"),
        ("PELLWORTH, July 2, 2021 (HN) -- Talks went on.", "PELLWORTH", "pellworth"),
        ("PELLWORTH 1996-08-22", "PELLWORTH", "pellworth"),
    ],
)
def test_dateline_in_capitals(line: str, name: str, entity: str) -> None:
    assert found(line)[0] == (name, "place", entity)


@pytest.mark.parametrize("line", ["UPDATE - Talks went on.", "ANALYSIS \u2014 They met."])
def test_labels_in_capitals_are_no_places(line: str) -> None:
    assert found(line) == []


def test_agency_of_a_dateline_and_its_place_in_the_text() -> None:
    lines = ("PELLWORTH (Gull Wire) - Talks went on.", "In Pellworth, Gull Wire was told so.")
    assert [(t, e) for _, t, e in found(*lines)] == [
        ("place", "pellworth"),
        ("organization", "gull-wire"),
        ("place", "pellworth"),
        ("organization", "gull-wire"),
    ]


def test_publisher_is_an_organization() -> None:
    made = replace(article("The Pellworth Daily", "The Pellworth Daily was told."))
    made = replace(made, publisher=Span(0, 19))
    _, mentions = tag(made, Story())
    assert [(m.span.of(made.text), m.type) for m in mentions] == [
        ("Pellworth Daily", "organization")
    ] * 2


def test_ship_with_a_noble_title() -> None:
    lines = ("The Lady Rowena sank.", "Lady Rowena was built in Oslo.", "Lady Anne Holm wept.")
    assert [(w, t) for w, t, _ in found(*lines)] == [
        ("Lady Rowena", "other"),
        ("Lady Rowena", "other"),
        ("Oslo", "place"),
        ("Anne Holm", "person"),
    ]


def test_form_of_address_tells_two_bearers_apart() -> None:
    lines = ("Henrik Dahl met Sofia Dahl.", "Ms Dahl smiled.", "Mr Dahl left.", "Dahl slept.")
    assert [e for w, _, e in found(*lines) if w == "Dahl"] == ["sofia-dahl", "henrik-dahl", None]


def test_particle_of_a_bare_surname() -> None:
    lines = ("Ann de Groot spoke.", 'She was glad, de Groot said. "Yes."')
    assert found(*lines)[1] == ("de Groot", "person", "ann-de-groot")


def test_byline() -> None:
    line: tuple[LineRole, str] = ("byline", "By Hana Okafor and Piet Vos")
    assert [w for w, _, _ in found(line)] == ["Hana Okafor", "Piet Vos"]


def test_furniture_has_known_names_only() -> None:
    line: tuple[LineRole, str] = ("furniture", "Read More: Brave New Plans of Denmark")
    assert found(line) == [("Denmark", "place", "denmark")]


@pytest.mark.parametrize(
    "line",
    [
        "Tokyo denied the report.",
        "Ties with Tokyo have soured.",
        "Tokyo's announcement surprised many.",
        "Tokyo officials declined to comment.",
        "They expect Tokyo to reject it.",
    ],
)
def test_capital_as_government(line: str) -> None:
    made = article(line)
    mention = mention_of("Tokyo", made, Story())
    assert (mention.kind, mention.entity) == ("metonym", "japan")


@pytest.mark.parametrize(
    "line",
    [
        "They met in Tokyo.",
        "He flew to Tokyo with aides.",
        "A Tokyo-based firm won.",
        "Tokyo's streets were empty.",
        "The talks with staff in Tokyo went on.",
    ],
)
def test_capital_as_city(line: str) -> None:
    mention = mention_of("Tokyo", article(line), Story())
    assert (mention.kind, mention.entity) == ("name", "tokyo")


def test_demonym() -> None:
    mention = mention_of("Dutch", article("Dutch farmers protested."), Story())
    assert (mention.kind, mention.type, mention.entity) == ("demonym", "place", "netherlands")


def test_institution_by_description() -> None:
    lines = (
        "Finnish President Aino Laine spoke.",
        "Laine's office confirmed it.",
        "The office gave no date.",
        "The Finnish defence ministry agreed, and the ministry sent a list.",
    )
    places = {w: e for w, t, e in found(*lines) if t == "organization"}
    assert places == {
        "Laine's office": "presidential-office-of-finland",
        "The office": "presidential-office-of-finland",
        "Finnish defence ministry": "defense-ministry-of-finland",
        "the ministry": "defense-ministry-of-finland",
    }


def test_bodies_that_every_country_has() -> None:
    lines = (
        "Norway's Ministry of Roads and Bridges wrote to Peru's Supreme Court.",
        "The Norwegian Health Ministry agreed.",
        "A note from the Health Ministry said so.",
    )
    assert [e for _, t, e in found(*lines) if t == "organization"] == [
        "ministry-of-roads-and-bridges-of-norway",
        "supreme-court-of-peru",
        "health-ministry-of-norway",
        "health-ministry-of-norway",
    ]


def test_office_holder_by_description() -> None:
    lines = ("Danish Prime Minister Ida Holm spoke.", "The Danish leader left.")
    assert entity_of("Danish leader", *lines) == "ida-holm"


def test_the_minister_of_a_country_is_the_one_named() -> None:
    lines = ("Danish Trade Minister Ida Holm met Norwegian Prime Minister Jo Vik.",)
    assert entity_of("Danish minister", *lines, "The Danish minister left.") == "ida-holm"
    assert entity_of("Norwegian minister", *lines, "The Norwegian minister left.") is None


def test_former_holder_is_not_the_leader() -> None:
    lines = ("The former Danish Prime Minister Ida Holm spoke.", "The Danish leader left.")
    assert entity_of("Danish leader", *lines) is None


@pytest.mark.parametrize(
    ("published", "entity"), [("2015-05-01", "ida-holm"), ("2019-05-01", None), (None, None)]
)
def test_office_of_the_authority_file_by_date(published: str | None, entity: str | None) -> None:
    office = Office("prime minister", "Denmark", "2014-01-01/2016-01-01")
    holm = AuthorityEntity("ida-holm", "Ida Holm", "person", offices=(office,))
    made = article("The Danish prime minister met Ida Holm.", published=published)
    mention = mention_of("Danish prime minister", made, Story(authority=(holm,)))
    assert (mention.kind, mention.entity) == ("nominal", entity)


def test_authority_name_and_alias() -> None:
    port = AuthorityEntity("old-port", "Old Port", "place", aliases=("the Basin", "Basin"))
    made = article("Ships left Basin at dawn.")
    entities, mentions = tag(made, Story(authority=(port,)))
    assert [m.span.of(made.text) for m in mentions] == ["Basin"]
    assert [(e.name, e.authority) for e in entities] == [("Old Port", "old-port")]


def test_office_holder_in_apposition() -> None:
    lines = ("Peru's president, Ana Ruiz, spoke.", "Aides to the Peruvian leader left.")
    assert entity_of("president", *lines) == "ana-ruiz"
    assert entity_of("Peruvian leader", *lines) == "ana-ruiz"


def test_bare_office_of_the_only_holder() -> None:
    lines = ("Danish Prime Minister Ida Holm spoke.", "The prime minister left.")
    assert entity_of("The prime minister", *lines) == "ida-holm"
    assert all(w != "The prime minister" for w, _, _ in found("The prime minister left."))


def test_role_in_apposition() -> None:
    entities, _ = tag(article("Olaf Berg, the bank's former deputy director, resigned."), Story())
    assert entities[0].roles == ("former deputy director",)


@pytest.mark.parametrize(
    ("line", "roles"),
    [
        ("Mr Olaf Berg spoke.", ()),
        ("Prof Olaf Berg spoke.", ()),
        ("Mrs Olga Berg, whose husband died, spoke.", ()),
        ("Gen. Olaf Berg spoke.", ("general",)),
        ("Olaf Berg, the chief executive of Brixel Corp, spoke.", ("chief executive",)),
        ("It sent its finance director, Olaf Berg, home.", ("finance director",)),
        ("Olaf Berg, the mayor's brother, spoke.", ()),
    ],
)
def test_roles_are_offices_and_occupations(line: str, roles: tuple[str, ...]) -> None:
    entities, _ = tag(article(line), Story())
    assert next(e.roles for e in entities if e.type == "person") == roles


def test_role_between_two_names_is_the_second_ones() -> None:
    line = "Its chief executive, Ann Hale, the transport minister, Tom Reyle, and Ida Holm met."
    entities, _ = tag(article(line), Story())
    assert {e.name: e.roles for e in entities} == {
        "Ann Hale": ("chief executive",),
        "Tom Reyle": ("transport minister",),
        "Ida Holm": (),
    }


def test_ministry_by_its_seat() -> None:
    line = "The Foreign Ministry in Oslo agreed."
    assert entity_of("Foreign Ministry", line) == "foreign-ministry-of-norway"


def test_other_half_of_a_divided_country() -> None:
    assert entity_of("North", "South Korea met.", "Talks on the North began.") == "north-korea"


def test_service_of_which_there_is_one() -> None:
    assert entity_of("coastguard", "The coastguard stands by 71.") == "coastguard"


def test_word_in_small_letters_elsewhere_is_no_name() -> None:
    assert found("Kelpers left early.", "The kelpers said so.") == []


def test_spellings_of_one_organization_share_an_id() -> None:
    lines = ("Nuñez Bank fell.", "Shares of Nunez Bank rose.")
    entities, _ = tag(article(*lines), Story())
    assert [entity.id for entity in entities] == ["nunez-bank"]


def test_eight_thousand_names_take_linear_time() -> None:
    parts = ["ka", "lo", "mi", "ren", "tas", "vel", "dun", "pe", "sha", "bel", "tu", "var"]
    words = [(a + b + c).capitalize() for a in parts for b in parts for c in parts][:1600]
    pairs = [f"{words[n % 1600]} {words[(7 * n + n // 1600) % 1600]}" for n in range(8000)]
    seconds = []
    for count in (2000, 8000):
        made = article(*(f"{name} spoke on Monday." for name in pairs[:count]))
        begun = time.process_time()
        tag(made, Story())
        seconds.append(time.process_time() - begun)
    # Four times the names; a quadratic step would take sixteen times as long.
    assert seconds[1] < 10 * seconds[0]


def test_agreement_called_by_its_place() -> None:
    assert entity_of("Oslo agreement", "Under the Oslo agreement both pay.") == "oslo-agreement"


def test_credits_at_the_foot() -> None:
    line: tuple[LineRole, str] = ("furniture", "Reporting by Hana Okafor; Editing by Piet Vos")
    assert [w for w, _, _ in found(line)] == ["Hana Okafor", "Piet Vos"]


def test_agreements_by_description() -> None:
    names = found("Under a 1972 treaty and a power-sharing deal, both issued a joint statement.")
    assert names == [
        ("1972 treaty", "agreement", "1972-treaty"),
        ("power-sharing deal", "agreement", None),
        ("joint statement", "agreement", None),
    ]


def test_half_of_a_divided_country() -> None:
    assert entity_of("North", "North Korea fired.", "Aides to the North said so.") == "north-korea"


def test_team_in_a_sports_report() -> None:
    lines = ("The striker scored two goals for Leeds in the league match.", "They met in Leeds.")
    assert [t for w, t, _ in found(*lines) if w == "Leeds"] == ["organization", "place"]


@pytest.mark.parametrize(
    "text",
    ["A-" * 50_000, "Mr. " * 25_000, "U.S." * 25_000, "Aa of " * 16_000, "'" * 100_000, "\x00" * 9],
)
def test_hostile_text_is_read_in_linear_time(text: str) -> None:
    entities, mentions = tag(article(text), Story())
    assert all(0 <= m.span.start < m.span.end <= len(text) for m in mentions)
    assert {m.entity for m in mentions} - {None} <= {e.id for e in entities}


def test_same_answer_twice() -> None:
    made = article("Mayor Anna Houston met Governor Paul Reyes of Ohio in Oslo.")
    assert tag(made, Story()) == tag(made, Story())


def test_those_who_work_are_no_name_where_they_open_a_line() -> None:
    assert [words for words, _, _ in found("Dockers at Durban set a date.")] == ["Durban"]
    assert "Steelers" in [words for words, _, _ in found("Steelers beat Celtic 2-0.")]


@pytest.mark.parametrize(
    ("line", "entity"),
    [
        ("China's coast guard said so.", "coast-guard-of-china"),
        ("The Philippine Coast Guard said so.", "coast-guard-of-philippines"),
        ("Norway's army left. The army said so.", "army-of-norway"),
        ("India's ministry of external affairs said so.", "external-affairs-ministry-of-india"),
    ],
)
def test_forces_and_ministries_are_their_country_s(line: str, entity: str) -> None:
    assert {e for _, kind, e in found(line) if kind == "organization"} == {entity}


def test_a_body_of_a_country_goes_by_the_adjective_too() -> None:
    entities, _ = tag(article("Turkey's coast guard said so."), Story())
    assert [e.aliases for e in entities if e.type == "organization"] == [("Turkish coast guard",)]


def test_feasts_are_nobody() -> None:
    assert found("They lunched on Palm Sunday and Good Friday.") == []


def test_a_surname_is_the_first_bearer_s_until_the_second_is_brought_in() -> None:
    lines = ("Henrik Solberg left. Solberg was tired.", "Anna Solberg came. Solberg was late.")
    assert [e for words, _, e in found(*lines) if words == "Solberg"] == ["henrik-solberg", None]


def test_what_came_afterwards_is_no_given_name() -> None:
    lines = ("Ann Berg came.", "Afterwards Berg left.")
    assert [e for words, _, e in found(*lines) if words.endswith("Berg")] == ["ann-berg"] * 2
