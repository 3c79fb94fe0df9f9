"""What a report's rights withhold is in no file of the site: page, table, archive or index."""

from __future__ import annotations

import re
import sqlite3
from dataclasses import dataclass
from html import unescape
from pathlib import Path

import pytest

from dateline.model import Rights
from dateline.pipeline import build_record
from dateline.record.rights import shown_sentences
from integration.sites import Site, Workshop

HEADLINE = "Harbour council and ferry owner sign deal"
LEAD = (
    "STAVELY, 14 March 2019 - The harbour council of Stavely will pay for the quay it has closed.",
    "Its chairman, Olive Brandt, has waited for the money since the winter storms came.",
)
PROOFS = (
    "Brandt met the owner of the ferry, Ruben Aske, in Port Merrin on 12 March 2019 at noon.",
    "Aske promised to pay twelve thousand crowns by 1 June 2019 without any further delay.",
    "“I have never seen a quay in such a state,” Aske said after they had walked along it.",
)
PLAIN = (
    "The grey stones of the old wall lie under green weed where children look for crabs.",
    "In January 2018 the tide carried away eleven boats and the little hut of the warden.",
    "Port Merrin has a longer quay than Stavely and has kept its lamps lit all through the year.",
    "The bridge across the narrow inlet carries nothing heavier than a cart since that month.",
)
ESCAPE = re.compile(r"\\[nrt]|\\u[0-9a-f]{4}")
"""Of JSON: no part of the word that follows it."""
RUN = 6
"""So many words in a row are a piece of a sentence, not a name or a date that may be told."""


@dataclass(frozen=True)
class Withheld:
    """A site of two reports of the same things, of which one may not be shown in full."""

    rights: Rights
    site: Site
    runs: frozenset[str]
    """Runs of words from the sentences that may not be shown."""

    def leaks(self, text: str) -> list[str]:
        """The withheld runs that `text` holds."""
        bare = f" {_words(text)} "
        return sorted(run for run in self.runs if f" {run} " in bare)


@pytest.fixture(scope="module", params=["excerpt", "link"])
def withheld(
    request: pytest.FixtureRequest, workshop: Workshop, tmp_path_factory: pytest.TempPathFactory
) -> Withheld:
    seeds = tmp_path_factory.mktemp("rights")
    text = "\n\n".join([HEADLINE, *LEAD, *PROOFS, *PLAIN]) + "\n"
    (seeds / "deal.txt").write_text(text, encoding="utf-8")
    (seeds / "deal.yml").write_text(
        f"rights: {request.param}\nurl: https://packet.example/deal\n", encoding="utf-8"
    )
    (seeds / "other.txt").write_text(
        "Ferry owner and council chairman meet\n\n"
        "PORT MERRIN, 13 March 2019 - Ruben Aske and Olive Brandt met in Port Merrin at noon "
        "on Tuesday, the ferry company said.\n",
        encoding="utf-8",
    )
    (seeds / "story.yml").write_text(
        "threads: [{label: The bridge, words: [bridge, quay, weed]}]\n", encoding="utf-8"
    )
    hidden = _hidden(seeds)
    site = workshop.build(seeds, strict=False)
    return Withheld(request.param, site, frozenset(run for line in hidden for run in _runs(line)))


def _hidden(seeds: Path) -> list[str]:
    record = build_record(seeds).record
    deal = next(a for a in record.annotations if a.article.document.id == "deal")
    shown = shown_sentences(deal)
    sentences = deal.article.sentences
    hidden = [s.span.of(deal.article.text) for s in sentences if s.index not in shown]
    assert len(hidden) >= len(PLAIN) - 1
    return hidden


def _words(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


def _runs(sentence: str) -> list[str]:
    words = _words(sentence).split()
    return [" ".join(words[at : at + RUN]) for at in range(len(words) - RUN + 1)]


def test_the_rules_withhold_what_they_should(withheld: Withheld) -> None:
    everything = frozenset(run for line in PLAIN for run in _runs(line))
    lead = {run for line in LEAD for run in _runs(line)}
    proofs = {run for line in PROOFS for run in _runs(line)}
    if withheld.rights == "link":
        assert lead | proofs | everything <= withheld.runs
    else:
        assert not (lead | proofs) & withheld.runs
        assert len(everything & withheld.runs) > len(everything) / 2


def test_pages_show_nothing_of_it(withheld: Withheld) -> None:
    found = {}
    for path, html in withheld.site.pages().items():
        # With the markup taken out, and left in: attributes are read by machines.
        leaks = withheld.leaks(unescape(re.sub(r"<[^>]*>", "", html))) + withheld.leaks(html)
        if leaks:
            found[path] = leaks[0]
    assert found == {}


def test_what_may_be_shown_is_shown(withheld: Withheld) -> None:
    words = _words(unescape(re.sub(r"<[^>]*>", "", withheld.site.page("articles/deal/"))))
    assert _words(HEADLINE) in words
    assert "https://packet.example/deal" in withheld.site.page("articles/deal/")
    for line in (*LEAD, *PROOFS):
        assert (_words(line) in words) == (withheld.rights == "excerpt"), line


def test_a_withheld_sentence_keeps_its_address(withheld: Withheld) -> None:
    """Meetings, dates and names still lead to their place in the report."""
    assert withheld.site.warnings == ()
    ids = re.findall(r'\sid="(s\d+)"', withheld.site.page("articles/deal/"))
    for path, html in withheld.site.pages().items():
        for anchor in re.findall(r'articles/deal/#(s\d+)"', html):
            assert anchor in ids, path


def test_downloads_hold_nothing_of_it(withheld: Withheld) -> None:
    found = {
        path: leaks[0]
        for path, content in withheld.site.files().items()
        if path.endswith((".csv", ".json", ".webmanifest", ".xml"))
        if (leaks := withheld.leaks(ESCAPE.sub(" ", content.decode("utf-8"))))
    }
    assert found == {}


def test_the_archive_holds_nothing_of_it(withheld: Withheld) -> None:
    path = withheld.site.folder / "assets" / "dateline" / "archive.sqlite"
    archive = sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True)
    found = {}
    try:
        tables = [row[0] for row in archive.execute("SELECT name FROM sqlite_master") if row[0]]
        for table in tables:
            try:
                rows = archive.execute(f'SELECT * FROM "{table}"').fetchall()
            except sqlite3.DatabaseError:
                continue  # an index, or a table that keeps no text of its own
            leaks = withheld.leaks("\n".join(str(cell) for row in rows for cell in row))
            if leaks:
                found[table] = leaks[0]
    finally:
        archive.close()
    assert found == {}
    assert withheld.leaks(path.read_bytes().decode("utf-8", "replace")) == []
