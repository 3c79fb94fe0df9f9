from __future__ import annotations

import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from dateline.pipeline import build_record
from dateline.record.rights import redact
from dateline.site.network import drawing, strongest_ties
from dateline.site.view import StoryView

SEEDS = Path(__file__).parents[2] / "seeds"


@pytest.fixture(scope="module")
def view() -> StoryView:
    return StoryView(redact(build_record(SEEDS).record))


def test_every_tie_is_proved_by_sentences_that_name_both(view: StoryView) -> None:
    ties = strongest_ties(view)
    assert ties
    for tie in ties:
        for key in tie.sentences:
            assert {tie.one.id, tie.other.id} <= set(view.entities_in[key])


def test_every_line_of_the_drawing_leads_to_its_sentences(view: StoryView) -> None:
    ties = strongest_ties(view)
    svg = str(drawing(ties)).replace("<svg ", '<svg xmlns:xlink="x" ', 1).replace("\0", "")
    links = {link.get("{x}href") for link in ET.fromstring(svg).iter("a")}
    assert {f"#{tie.id}" for tie in ties} <= links
