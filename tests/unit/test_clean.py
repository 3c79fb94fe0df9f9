"""Line roles and credits, on reports written for these tests."""

from __future__ import annotations

import textwrap
import time

import pytest

from dateline.model import Article, Metadata, Span
from dateline.reading.clean import clean
from dateline.reading.read import read

BODY = (
    "The ferry operator said on Tuesday that it would halt its night service after two groundings.",
    "“We cannot ask crews to sail blind,” said its director, Marta Olsen, at a briefing ashore.",
    "Three ministers are expected to discuss the matter later this week.",
    "The line carried 40,000 people last year, according to the harbour authority.",
)
HEADLINE = "Ferry line halts night service"


def cleaned(text: str, name: str = "a.txt", metadata: Metadata | None = None) -> Article:
    return clean(read(name, text.encode(), metadata))


def roles(article: Article) -> list[tuple[str, str]]:
    return [(line.role, line.span.of(article.text).strip()) for line in article.lines]


def shown(article: Article, span: Span | None) -> str | None:
    return span.of(article.text) if span else None


def body_of(article: Article) -> list[str]:
    return [text for role, text in roles(article) if role == "body"]


@pytest.mark.parametrize("gap", ["\n", "\n\n", "\r\n\r\n"])
def test_headline_and_body(gap: str) -> None:
    article = cleaned(gap.join((HEADLINE, *BODY)))
    assert shown(article, article.headline) == HEADLINE
    assert body_of(article) == list(BODY)
    assert article.language == "en"


@pytest.mark.parametrize(
    "opening", ["Storm hits coast", "FERRY LINE SHUT\n\nBERGEN, Norway, March 5"]
)
def test_a_short_line_that_nothing_competes_with_is_the_headline(opening: str) -> None:
    article = cleaned("\n\n".join((opening, *BODY)))
    assert shown(article, article.headline) == opening.partition("\n")[0]
    assert body_of(article) == list(BODY)


@pytest.mark.parametrize("opening", ["Latest news", "THE HARBOUR TIMES"])
def test_the_name_of_a_paper_or_of_its_pages_is_no_headline(opening: str) -> None:
    article = cleaned("\n\n".join((opening, *BODY)))
    assert article.headline is None


def test_a_report_without_a_headline_keeps_its_first_sentence() -> None:
    article = cleaned("\n\n".join(BODY))
    assert article.headline is None
    assert body_of(article) == list(BODY)


def test_a_report_in_one_line_is_all_body() -> None:
    article = cleaned(" ".join(BODY))
    assert [line.role for line in article.lines] == ["body"]
    assert len(article.sentences) == len(BODY)


def test_a_sentence_of_a_hard_wrapped_report_runs_over_lines() -> None:
    long_headline = f"{HEADLINE} after two groundings in the strait and a long quarrel with crews"
    parts = [textwrap.fill(part, 60) for part in (long_headline, *BODY)]
    article = cleaned("\n\n".join(parts))
    assert shown(article, article.headline) == parts[0]
    assert [s.span.of(article.text) for s in article.sentences[1:]] == parts[1:]


def test_one_sentence_a_line_is_not_taken_for_hard_wrapping() -> None:
    lines = ["The board met on Monday.", "It was short.", *BODY, "Nobody spoke."]
    article = cleaned("\n".join((HEADLINE, "March 6, 2019", *lines)))
    assert body_of(article) == lines
    assert [s.span.of(article.text) for s in article.sentences[1:]] == lines


PAGE = f"""Home
World
Subscribe
The Daily Harbour
| Wednesday, 6 March 2019 |
{HEADLINE}
Crews had refused to sail after dark since the second grounding
By Anna Berg and Bo van der Meer, Harbour Press
Published: 5 March 2019, 10:12 GMT
Share
Facebook
An empty ferry lies at the quay in Oslo. (Jon Vik/Pool Photo via AP)
{BODY[0]}
{BODY[1]}
A long decline
Advertisement
{BODY[2]}
Read more: Tunnel opens at last
{BODY[3]}
— Reuters
Related articles
King opens parliament
Snow closes mountain roads
Leave a reply
What a pity, I took it every week for years.
© 2019 The Daily Harbour. All rights reserved.
"""


def test_a_page_is_told_apart_line_by_line() -> None:
    article = cleaned(PAGE)
    found = {text: role for role, text in roles(article)}
    assert body_of(article) == list(BODY)
    assert found["The Daily Harbour"] == "publisher"
    assert found["| Wednesday, 6 March 2019 |"] == "furniture"
    assert found["Crews had refused to sail after dark since the second grounding"] == "standfirst"
    assert found["Published: 5 March 2019, 10:12 GMT"] == "dateline"
    assert found["A long decline"] == "section"
    assert found["— Reuters"] == "agency"
    tail = PAGE[PAGE.index("Related articles") :].splitlines()
    assert {found[line] for line in (*tail, "Advertisement", "Share", "Home")} == {"furniture"}
    assert [text for role, text in roles(article) if role == "caption"] == [
        "An empty ferry lies at the quay in Oslo. (Jon Vik/Pool Photo via AP)"
    ]


def test_credits_are_spans_of_the_names_alone() -> None:
    article = cleaned(PAGE)
    assert shown(article, article.byline) == "Anna Berg and Bo van der Meer"
    assert shown(article, article.agency) == "Reuters"
    assert shown(article, article.publisher) == "The Daily Harbour"


@pytest.mark.parametrize(
    ("opening", "place", "agency"),
    [
        ("OSLO – ", "OSLO", None),
        ("OSLO, Norway (AP) — ", "OSLO", "AP"),
        ("LONDON (Reuters) - ", "LONDON", "Reuters"),
        ("LONDON (AP) May 13, 2024 — ", "LONDON", "AP"),
        ("NEW YORK, March 5 (Xinhua) -- ", "NEW YORK", "Xinhua"),
        ("New Delhi, Apr 22 (PTI) ", "New Delhi", "PTI"),
        ("KABUL (AFP) ", "KABUL", "AFP"),
        ("Anna Berg (AFP) ", None, None),
        ("Oslo - ", "Oslo", None),
        ("(CNN) — ", None, "CNN"),
        ("MANILA – August 12, 2025 (PNA) – ", "MANILA", "PNA"),
        ("St. Gallen, 2 February 2023. ", "St. Gallen", None),
        ("OTTAWA, 20 May 2026 /CNW/ - ", "OTTAWA", "CNW"),
        ("ARGYLE, St. Vincent (AP) — ", "ARGYLE", "AP"),
        ("GRAZ, 2 February 2023 (AP). ", "GRAZ", "AP"),
        ("On 2 February 2023. ", None, None),
        ("EXCLUSIVE: ", None, None),
        ("Breaking - ", None, None),
    ],
)
def test_the_dateline_a_report_opens_with(
    opening: str, place: str | None, agency: str | None
) -> None:
    article = cleaned("\n\n".join((HEADLINE, opening + BODY[0], *BODY[1:])))
    assert shown(article, article.place) == place
    assert shown(article, article.agency) == agency
    assert len(body_of(article)) == len(BODY)


def test_a_dash_after_a_name_makes_no_dateline() -> None:
    first = "Olsen – who has run the line since 2011 – said on Tuesday that she would not resign."
    assert cleaned("\n\n".join((HEADLINE, first, *BODY))).place is None


@pytest.mark.parametrize(
    ("line", "place", "agency"),
    [
        ("AP Bergen (Norway)", "Bergen", "AP"),
        ("BERGEN, March 5 (AFP) —", "BERGEN", "AFP"),
        ("BERGEN, Norway, March 5", "BERGEN", None),
        ("Bergen, Norway | AFP | Wednesday 16/11/2033 - 19:05 UTC+1", "Bergen", "AFP"),
    ],
)
def test_a_dateline_on_a_line_of_its_own(line: str, place: str, agency: str | None) -> None:
    article = cleaned("\n".join((HEADLINE, line, *BODY)))
    assert (shown(article, article.place), shown(article, article.agency)) == (place, agency)
    assert roles(article)[1][0] == "dateline"


def test_labelled_lines_say_what_they_are() -> None:
    head = f"Title: {HEADLINE}\nDate: 5 March 2019\nSource: Reuters\nAuthor: Anna Berg\n\n"
    article = cleaned(head + "\n".join(BODY))
    assert shown(article, article.headline) == HEADLINE
    assert shown(article, article.byline) == "Anna Berg"
    assert shown(article, article.agency) == "Reuters"
    assert article.sentences[0].span.of(article.text) == HEADLINE


def test_a_date_glued_to_a_section_is_no_name() -> None:
    article = cleaned("\n\n".join((HEADLINE, "by March 5, 2019World News, Shipping", *BODY)))
    assert article.byline is None
    assert roles(article)[1][0] == "dateline"


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("FIGURES DISPUTED", "section"),
        ("'A HOPE, NOT A DATE'", "section"),
        ("“NO WAY BACK”", "section"),
        ("“GET OUT OF THE BOAT!”", "body"),
    ],
)
def test_a_heading_in_capitals_is_nobody_s_words(line: str, role: str) -> None:
    article = cleaned("\n\n".join((HEADLINE, *BODY, line, BODY[0])))
    assert {text: role for role, text in roles(article)}[line] == role


def test_a_page_uses_what_its_markup_says() -> None:
    paragraphs = "".join(f"<p>{part}</p>" for part in BODY)
    page = f"""<title>x</title><nav><a>A long line of links that reads like prose, nearly.</a></nav>
        <h1>{HEADLINE}</h1><div class="byline">Anna Berg</div>
        <figure><figcaption>An empty ferry.</figcaption></figure>{paragraphs}
        <aside><p>The tunnel opens at last after nine years of work under the fjord.</p></aside>
        <h2>A long decline</h2><p>{BODY[0]}</p>
        <footer><p>We are a harbour paper.</p></footer>"""
    article = cleaned(page, "a.html")
    assert body_of(article) == [*BODY, BODY[0]]
    assert shown(article, article.headline) == HEADLINE
    assert shown(article, article.byline) == "Anna Berg"
    found = {text: role for role, text in roles(article)}
    assert found["A long decline"] == "section"
    assert found["An empty ferry."] == "caption"


def test_the_known_title_finds_the_headline() -> None:
    text = "\n".join(("Ferries of the fjord and their crews today", HEADLINE, *BODY))
    article = cleaned(text, metadata=Metadata(title=HEADLINE))
    assert shown(article, article.headline) == HEADLINE


def test_every_line_with_words_has_a_role_and_none_is_lost() -> None:
    article = cleaned(PAGE)
    assert [line.span.of(PAGE) for line in article.lines] == PAGE.splitlines()


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Die Fähre fährt nicht mehr in der Nacht, sagte der Chef von der Reederei.", "de"),
        ("Le ferry ne part plus la nuit, a dit le chef de la compagnie dans un communiqué.", "fr"),
        ("首相は会談で協力を確認した。両国の関係は改善している。", "ja"),
        ("Oslo Bergen Stavanger Trondheim", "und"),
    ],
)
def test_the_language_is_told(text: str, language: str) -> None:
    assert cleaned(text).language == language


@pytest.mark.parametrize(
    "piece",
    [
        "A ",
        "By A",
        "May 1, ",
        "A-",
        "SEOUL ",
        "| ",
        "('",
        "a\n",
        "Ab. \n",
        "x" * 71 + "\n",
        "A" * 60 + " 5 May 2020 !x\n",
    ],
)
def test_hostile_text_takes_linear_time(piece: str) -> None:
    text = (piece * 100_000)[:100_000]
    start = time.process_time()
    cleaned("Words. " + text)
    assert time.process_time() - start < 4


def test_a_line_the_maintainer_has_decided_is_what_they_say() -> None:
    text = "\n".join((HEADLINE, *BODY))
    offset = text.index("Three ministers")
    article = clean(read("a.txt", text.encode()), {offset: "furniture"})
    assert [role for role, line in roles(article) if line == BODY[2]] == ["furniture"]
    assert BODY[2] not in [s.span.of(text) for s in article.sentences]


def test_a_page_wrapped_in_a_form_with_its_name_as_first_heading() -> None:
    paragraphs = "".join(f"<p>{part}</p>" for part in BODY)
    page = f"""<form class="has-sidebar"><h1>The Daily Harbour</h1><h2>{HEADLINE}</h2>
        <div class="widget">{paragraphs}</div></form>"""
    article = cleaned(page, "a.html")
    assert shown(article, article.headline) == HEADLINE
    assert shown(article, article.publisher) == "The Daily Harbour"
    assert body_of(article) == list(BODY)


@pytest.mark.parametrize(
    ("opening", "place", "agency"),
    [
        ("STAVELY, July 2 (KPA) - ", "STAVELY", "KPA"),
        ("ROTTERDAM, July 12, 2021 (Harbour Wire) -- ", "ROTTERDAM", "Harbour Wire"),
        ("MERRIN, Sunday (The Packet) -- ", "MERRIN", None),
    ],
)
def test_a_dateline_may_name_a_small_agency(opening: str, place: str, agency: str | None) -> None:
    body = "The minister said on Sunday that the beacons would be late, and gave no reason."
    found = clean(read("a.txt", f"Beacons late again\n\n{opening}{body}\n\n{body}".encode()))
    named = [span.of(found.text) if span else None for span in (found.place, found.agency)]
    assert named == [place, agency]


def test_the_reporter_is_credited_under_the_report() -> None:
    body = "The minister said on Sunday that the beacons would be late, and gave no reason."
    credit = "(Reporting by Ann Lee and Bo Ray; editing by Cy Dahl)"
    found = clean(read("a.txt", f"Beacons late again\n\n{body}\n\n{body}\n\n{credit}".encode()))
    assert found.byline is not None
    assert found.byline.of(found.text) == "Ann Lee and Bo Ray"


def test_of_two_headlines_the_upper_one_is_the_headline() -> None:
    body = "Kestrel may buy Baltic, the office ruled, but must part with its terminal in Hamburg."
    lines = ("The Ledger", "Office clears Kestrel's purchase of Baltic", "Hamburg terminal must go",
             "Ada Baran, Gdansk", "29 October 2021", body, body)  # fmt: skip
    found = clean(read("a.txt", "\n\n".join(lines).encode()))
    assert found.headline is not None
    assert found.headline.of(found.text) == lines[1]
    assert found.byline is not None
    assert found.byline.of(found.text) == "Ada Baran"


def test_a_question_over_all_else_is_the_headline() -> None:
    text = (
        "Lake towns sign a water deal: What is in it?\n\nThe mayors signed it on Monday,"
        " but much is open.\n\nBy Eva Dahl\n\nThe mayors of two towns signed a deal on water on"
        " Monday after a year of talks.\n\nIt will open in May, the two said after the signing."
    )
    article = cleaned(text)
    assert shown(article, article.headline) == "Lake towns sign a water deal: What is in it?"
    assert shown(article, article.byline) == "Eva Dahl"


def test_a_line_in_brackets_is_a_caption() -> None:
    text = (
        "A small step for the lake\n\nEva Dahl\n\n28.02.2021 08:40\n\n[The mayors of two towns look"
        " at the lake on Monday. HN]\n\nThe mayors of two towns signed a deal on water on Monday."
        "\n\nIt will be opened in May, the two said after the signing at the lake."
    )
    article = cleaned(text)
    found = {text: role for role, text in roles(article)}
    assert found["[The mayors of two towns look at the lake on Monday. HN]"] == "caption"
    assert shown(article, article.headline) == "A small step for the lake"
