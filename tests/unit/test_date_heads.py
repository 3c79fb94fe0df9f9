"""Report heads of many layouts, all invented: which day each one gives, and how surely.

Some pages carry a clock that shows when they were opened; the weekdays of the text tell it from a
date line. Thursday was 4 October 2018 in all of them.
"""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from dateline.model import Publication, Story
from dateline.reading.clean import clean
from dateline.reading.date import date
from dateline.reading.read import read

HEADLINE = "Northport council closes the old fish market"
LEAD = "The council of Northport voted on Thursday to close the fish market after two inspections."
BARE_LEAD = "The council of Northport voted to close the fish market after two failed inspections."
REST = (
    "“Nobody wanted this,” said the mayor, Ines Holt, after a debate that lasted four hours.",
    "Stall holders said they had been given no warning, and that they would go to court over it.",
)
BODY = (LEAD, *REST)


@dataclass(frozen=True)
class Head:
    """A page, and the day it gives."""

    id: str
    lines: tuple[str, ...]
    edtf: str | None
    confidence: str
    name: str = "a.txt"


TRUE_LINES = (
    Head("time", ("THE QUAY GAZETTE", "Friday 5 October 2018, 18:22", HEADLINE, *BODY),
         "2018-10-05", "stated"),
    Head("glued", ("Business5 October 2018 · 3 min read", HEADLINE, *BODY), "2018-10-05", "stated"),
    Head("slashed", ("Coastal Wire | 05/10/2018 | 09:12", HEADLINE,
                     LEAD.replace("Thursday", "Friday"), *REST), "2018-10-05", "stated"),
    Head("iso", ("2018-10-05 06:00 | News | Fisheries", HEADLINE, BARE_LEAD, *REST),
         "2018-10-05", "stated"),
    Head("label", (HEADLINE, "Published Friday, 5 October 2018 at 7pm", *BODY),
         "2018-10-05", "stated"),
    Head("byline", (HEADLINE, "By Nils Arden | Oct 5, 2018", *BODY), "2018-10-05", "stated"),
    Head("paper", (HEADLINE, "The Quay Gazette Business, Friday 5 October 2018", *BODY),
         "2018-10-05", "stated"),
    Head("region", (HEADLINE, f"NORTHPORT, Westmark, October 5, 2018 (Quay Wire) - {LEAD}", *REST),
         "2018-10-05", "stated"),
    Head("zone", (HEADLINE, "5 October 2018 - 18:22 CET", *BODY), "2018-10-05", "stated"),
    Head("blog", ("Harbour Notes", HEADLINE, "Posted on October 5, 2018 by Nils Arden", *BODY,
                  "Filed under: Ports", "2 comments", "ole42 · 9 January 2021", "Good riddance."),
         "2018-10-05", "stated"),
    Head("press release", ("FOR IMMEDIATE RELEASE", "October 5, 2018", HEADLINE, *BODY, "###"),
         "2018-10-05", "stated"),
    Head("issued below", (HEADLINE, *BODY, "Issued: 5 October 2018"), "2018-10-05", "stated"),
    Head("dateline", (HEADLINE, f"NORTHPORT, Oct. 4, 2018 (Coastal Wire) -- {LEAD}", *REST),
         "2018-10-04", "stated"),
    Head("clock and line", ("Tuesday, 2 June 2020 | Sign in", HEADLINE, "5 Oct 2018, 18:22", *BODY),
         "2018-10-05", "stated"),
    Head("updated too", (HEADLINE, "Updated: 11 October 2018", "Published: 5 October 2018", *BODY),
         "2018-10-05", "stated"),
)  # fmt: skip

CLOCKS = (
    Head("lying clock", ("Monday, 2 March 2020 | Log in | Subscribe", HEADLINE, *BODY),
         None, "unknown"),
    Head("true clock", ("Friday, 5 October 2018 | Log in | Subscribe", HEADLINE, *BODY),
         "2018-10-05", "inferred"),
    Head("two days later", ("| Saturday, 6 October 2018 |", HEADLINE, *BODY),
         "2018-10-06", "inferred"),
    Head("far above", ("Friday, October 5, 2018", "The Quay Gazette", "Latest", "Home / Council",
                       HEADLINE, *BODY), "2018-10-05", "inferred"),
    Head("nothing to test", ("Friday, 5 October 2018 | E-paper", HEADLINE, BARE_LEAD, *REST),
         "2018-10-05", "inferred"),
    Head("weather", ("International edition | Tue, Oct 9, 2018 | 21°C", HEADLINE, *BODY),
         None, "unknown"),
    Head("live time", ("Monday 2 March 2020, 14:05", HEADLINE, *BODY), None, "unknown"),
    Head("wrong weekday", ("Monday, 5 October 2018, 18:22", HEADLINE, *BODY), None, "unknown"),
    Head("past told later", ("Friday, 5 October 2018", HEADLINE, *BODY,
                             "On 9 November 2019 a judge found for them."), None, "unknown"),
    Head("future told earlier", ("Friday, 5 October 2018", HEADLINE, *BODY,
                                 "A judge will hear the case on 20 September 2017."),
         None, "unknown"),
)  # fmt: skip

PARTIAL = (
    Head("updated next day", (HEADLINE, *BODY, "Last updated: 5 Oct 2018, 07:15"),
         "2018-10-04/2018-10-05", "inferred"),
    Head("updated same day", (HEADLINE, *BODY, "Last updated: 4 Oct 2018, 21:15"),
         "2018-10-04", "inferred"),
    Head("updated that week", (HEADLINE, "Updated 9 October 2018", *BODY),
         "2018-10-04/2018-10-09", "inferred"),
    Head("weekday dateline", (HEADLINE, f"NORTHPORT, Thursday (Coastal Wire) - {LEAD}", *REST,
                              "Updated: 5 October 2018"), "2018-10-04", "inferred"),
    Head("no year", (HEADLINE, f"NORTHPORT, Oct 5 (Coastal Wire) - {LEAD}", *REST,
                     "© Coastal Wire 2018"), "2018-10-05", "inferred"),
    Head("no year, site of another", (HEADLINE, f"NORTHPORT, Oct 5 (Coastal Wire) - {LEAD}", *REST,
                                      "© 2020 Coastal Wire"), None, "unknown"),
    Head("two readings", ("Coastal Wire | 07/11/2018 | 09:12", HEADLINE,
                          LEAD.replace("Thursday", "Wednesday"), *REST),
         "[2018-07-11,2018-11-07]", "candidates"),
    Head("picture", (HEADLINE, "The council of Northport votes to close the fish market, 4 October "
                     "2018. Photo: Jan Roos", *BODY,
                     "The stall holders are due in court on Monday."),
         "2018-10-04/2018-10-05", "inferred"),
    Head("related only", (HEADLINE, *BODY, "Related articles", "Fish prices | 3 May 2021"),
         None, "unknown"),
    Head("comments only", (HEADLINE, *BODY, "2 comments", "ole42 · 9 January 2021", "Good."),
         None, "unknown"),
    Head("rights only", (HEADLINE, *BODY, "Copyright 2016-2021 Quay Media"), None, "unknown"),
    Head("old picture", ("FILE PHOTO: Ines Holt at a wedding, May 3, 2014. (Handout)", HEADLINE,
                         *BODY), None, "unknown"),
)  # fmt: skip


def page(head: str, top: str = "", foot: str = "") -> str:
    paragraphs = "".join(f"<p>{part}</p>" for part in BODY)
    return f"<head>{head}</head><body>{top}<h1>{HEADLINE}</h1>{paragraphs}{foot}</body>"


CLOCK = "<header><span>Tuesday 2 June 2020</span></header>"
META = '<meta property="article:published_time" content="2018-10-05T08:00:00Z">'
PAGES = (
    Head("meta", (page(META, CLOCK),), "2018-10-05", "stated", "a.html"),
    Head("time tag", (page("", CLOCK).replace("</h1>", "</h1><p class=byline>By Nils Arden <time "
         "datetime='2018-10-05T08:00'>last Friday</time></p>"),), "2018-10-05", "stated", "a.html"),
    Head("clock alone", (page("", CLOCK),), None, "unknown", "a.html"),
    Head("sidebar", (page("", "", "<aside>Fish prices, 3 May 2021</aside>"),),
         None, "unknown", "a.html"),
)  # fmt: skip


def dated(head: Head) -> Publication:
    text = "\n\n".join(head.lines)
    return date(clean(read(head.name, text.encode())), Story()).published


@pytest.mark.parametrize("head", [*TRUE_LINES, *CLOCKS, *PARTIAL, *PAGES], ids=lambda h: h.id)
def test_a_head_gives_its_day(head: Head) -> None:
    found = dated(head)
    assert (found.edtf, found.confidence) == (head.edtf, head.confidence), found.evidence


@pytest.mark.parametrize("head", CLOCKS, ids=lambda head: head.id)
def test_what_became_of_a_clock_is_told(head: Head) -> None:
    verdicts = [e.verdict for e in dated(head).evidence if "20" in e.text]
    assert verdicts[0] == ("used" if head.edtf else "rejected")
