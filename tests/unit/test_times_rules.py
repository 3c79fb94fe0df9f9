"""Every rule's examples are its tests."""

from __future__ import annotations

import pytest

from dateline import edtf
from dateline.annotation.times import RULES, find
from dateline.annotation.times.rule import Example, Rule
from dateline.annotation.times.scan import CLASSES

LONGEST_PATTERN = 300
"""Code points of a pattern as written: more is not read at a glance."""

EXAMPLES = [
    pytest.param(rule, example, id=f"{rule.name}: {example.text}")
    for rule in RULES
    for example in rule.examples
]


def marked(text: str) -> tuple[str, tuple[int, int] | None]:
    """An example without its brackets, and where they were."""
    if "[" not in text:
        return text, None
    start, end = text.index("["), text.index("]") - 1
    return text.replace("[", "").replace("]", ""), (start, end)


@pytest.mark.parametrize(("rule", "example"), EXAMPLES)
def test_example(rule: Rule, example: Example) -> None:
    text, span = marked(example.text)
    found = find(text, example.published)
    own = [timex for timex in found if timex.rule == rule.name]
    if span is None:
        assert own == []
        return
    at = [timex for timex in own if (timex.span.start, timex.span.end) == span]
    assert at, f"found {[(timex.span.of(text), timex.rule) for timex in found]}"
    assert (at[0].value, at[0].edtf) == (example.value, example.edtf)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_rule_can_be_read(rule: Rule) -> None:
    assert len(rule.pattern) <= LONGEST_PATTERN or rule.name == "named-day"
    assert any("[" in example.text for example in rule.examples) or rule.name == "age"
    for word in rule.starts.split():
        assert word in CLASSES or word == word.lower(), word


def test_names_are_unique() -> None:
    names = [rule.name for rule in RULES]
    assert len(names) == len(set(names))


def test_every_date_given_is_edtf() -> None:
    dates = [example.edtf for rule in RULES for example in rule.examples if example.edtf]
    assert all(edtf.parse(text) for text in dates)
