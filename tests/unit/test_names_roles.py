"""The roles that a text gives a person."""

from __future__ import annotations

import pytest

from dateline.annotation.names import tag
from dateline.model import Story
from support.reports import article


def roles(text: str) -> dict[str, tuple[str, ...]]:
    entities, _ = tag(article(text), Story())
    return {entity.name: entity.roles for entity in entities if entity.type == "person"}


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        (
            "The Minister of Water and Irrigation, Prof. Ana Ruiz, said so.",
            "Ana Ruiz",
            "water and irrigation minister",
        ),
        ("The minister for foreign affairs, Ana Ruiz, said so.", "Ana Ruiz", "foreign minister"),
        (
            "Ana Ruiz, the Health Cabinet Secretary, said so.",
            "Ana Ruiz",
            "health cabinet secretary",
        ),
        ("Ana Ruiz, Minister of Health, said so.", "Ana Ruiz", "minister"),
        ("In May Auditor-General Ana Ruiz resigned.", "Ana Ruiz", "auditor-general"),
        ("President Simwinga told reporters so.", "Simwinga", "president"),
        ("Presidents Ana Ruiz and Olaf Berg met.", "Ana Ruiz", "president"),
        (
            "Foreign ministers Ana Ruiz and Olaf Berg met.",
            "Olaf Berg",
            "foreign minister",
        ),
        (
            "Deputy prime ministers Ana Ruiz of Chile and Olaf Berg of Norway met.",
            "Olaf Berg",
            "deputy prime minister",
        ),
        (
            "The presidents of Chile and the United States, Ana Ruiz and Olaf Berg, met.",
            "Olaf Berg",
            "president",
        ),
        ("Foreign ministers Ruiz and Bergstrand met.", "Bergstrand", "foreign minister"),
        ("The President of the Republic of Chile, Ana Ruiz, spoke.", "Ana Ruiz", "president"),
        ("The mayor of Lima, Ana Ruiz, spoke.", "Ana Ruiz", "mayor"),
        ("Chile sent its envoy, Ana Ruiz.\n\nIt rained.", "Ana Ruiz", "envoy"),
        ("Qatar's minister of state, Ana Ruiz, spoke.", "Ana Ruiz", "minister of state"),
        ("Peru's prosecutor general, Ana Ruiz, spoke.", "Ana Ruiz", "prosecutor general"),
        ("President Ana Ruiz of Chile and Norway's Olaf Berg met.", "Olaf Berg", "president"),
        (
            "Foreign Minister Ana Ruiz and her counterpart, Olaf Berg, met.",
            "Olaf Berg",
            "foreign minister",
        ),
    ],
)
def test_the_role_of(text: str, name: str, role: str) -> None:
    assert roles(text)[name] == (role,)


@pytest.mark.parametrize(
    "text",
    [
        "Olaf Berg, the Chief Justice Ana Ruiz and others came.",
        "Olaf Berg, Minister Ana Ruiz and others came.",
        "The head of the Ministry of Health, Olaf Berg, said so.",
        "The leaders of the parties of Chile and Norway, Ana Ruiz and Olaf Berg, came.",
    ],
)
def test_a_role_of_another(text: str) -> None:
    assert roles(text)["Olaf Berg"] == ()


def test_an_office_in_short_is_no_body() -> None:
    text = "Chief Minister Ana Ruiz spoke in Delhi. The CM said it was late. The NGT agreed."
    entities, _ = tag(article(text), Story())
    assert "CM" not in {entity.name for entity in entities}
    assert "NGT" in {entity.name for entity in entities}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("By the end of June Acme had paid. It was late.", "Acme"),
        ("Last April Norvik paid. It was late.", "Norvik"),
        ("We met April Ryan. It was late.", "April Ryan"),
    ],
)
def test_a_month_that_tells_time_is_no_given_name(text: str, name: str) -> None:
    entities, _ = tag(article(text), Story())
    assert [entity.name for entity in entities] == [name]
