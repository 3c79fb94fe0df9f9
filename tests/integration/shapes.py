"""The JSON of the contract, key by key and type by type.

Each function asserts that a value has the shape the contract gives it; keys may be added, never
missing. A SPAN must also be the very slice of the file it names.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from dateline import edtf

Json = Any
Files = Mapping[str, str]
"""Decoded files by the name that the output gives them."""

ENTITY_TYPES = {"person", "organization", "place", "event", "agreement", "other"}
ROLES = {"headline", "standfirst", "byline", "dateline", "agency", "publisher", "section"}
ROLES |= {"caption", "body", "furniture"}
MODALITIES = {"happened", "planned", "possible", "denied"}
CONFIDENCES = {"stated", "inferred", "candidates", "given", "unknown"}
STATUSES = {"met", "late", "broken", "open", "not reported"}
VERDICTS = {"consistent", "inconsistent", "not checkable"}
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_DAY = re.compile(r"-?\d{4}-\d\d-\d\d")


def annotation_line(value: Json, raw: str) -> None:
    """One line of `dateline annotate` over the file `raw`."""
    _keys(value, "document sha256 language article lines mentions timexes quotations events")
    _keys(value, "commitments")
    assert re.fullmatch(r"[0-9a-f]{64}", value["sha256"])
    assert isinstance(value["language"], str)
    _article(value["article"], raw)
    for line in value["lines"]:
        _keys(line, "start end role")
        assert 0 <= line["start"] <= line["end"] <= len(raw)
        assert line["role"] in ROLES
    _each(value["mentions"], raw, _mention)
    _each(value["timexes"], raw, _timex)
    _each(value["quotations"], raw, _quotation)
    _each(value["events"], raw, _event)
    _each(value["commitments"], raw, commitment)


def record_object(value: Json, files: Files) -> None:
    """The object of `dateline record` over the files it names."""
    _keys(value, "entities timeline meetings followups disagreements counts")
    for known in value["entities"]:
        _entity(known)
    ids = [known["id"] for known in value["entities"]]
    assert len(ids) == len(set(ids))
    _timeline(value["timeline"], files)
    for meeting in value["meetings"]:
        _meeting(meeting, files)
    for followup in value["followups"]:
        _keys(followup, "commitment status evidence")
        commitment(followup["commitment"], files[followup["commitment"]["document"]])
        assert followup["status"] in STATUSES
        _sources(followup["evidence"], files)
    for disagreement in value["disagreements"]:
        _keys(disagreement, "about accounts")
        assert isinstance(disagreement["about"], str)
        _sources(disagreement["accounts"], files)
        for account in disagreement["accounts"]:
            _optional(account["speaker"], str)
    for count in value["counts"]:
        _keys(count, "claim document verdict missing")
        span(count["claim"], files[count["document"]])
        assert count["verdict"] in VERDICTS
        _optional(count["missing"], int)


def span(value: Json, raw: str) -> None:
    """A half-open range of code points and the very slice it names."""
    _keys(value, "start end text")
    assert 0 <= value["start"] < value["end"] <= len(raw)
    assert value["text"] == raw[value["start"] : value["end"]]


def commitment(value: Json, raw: str) -> None:
    """Who promises what, due when."""
    _keys(value, "action trigger parties status made due sentence")
    for part in ("action", "trigger", "sentence"):
        span(value[part], raw)
    _ids(value["parties"])
    assert isinstance(value["status"], str)
    _date(value["made"])
    _date(value["due"])


def _article(value: Json, raw: str) -> None:
    _keys(value, "headline byline agency publisher place published")
    for part in ("headline", "byline", "agency", "publisher", "place"):
        if value[part] is not None:
            span(value[part], raw)
    published = value["published"]
    _keys(published, "edtf confidence evidence")
    _date(published["edtf"])
    assert published["confidence"] in CONFIDENCES
    assert (published["edtf"] is None) == (published["confidence"] == "unknown")
    for evidence in published["evidence"]:
        _keys(evidence, "start end text verdict why")
        if evidence["start"] is not None:
            span(evidence, raw)
        assert evidence["verdict"] in {"used", "rejected"}
        assert evidence["why"]


def _mention(value: Json, raw: str) -> None:
    _keys(value, "start end text kind type entity")
    span(value, raw)
    assert value["kind"] in {"name", "demonym", "metonym", "nominal"}
    assert value["type"] in ENTITY_TYPES
    _id(value["entity"])


def _timex(value: Json, raw: str) -> None:
    _keys(value, "start end text type value edtf rule")
    span(value, raw)
    assert value["type"] in {"DATE", "TIME", "DURATION", "SET"}
    assert isinstance(value["value"], str)
    assert isinstance(value["rule"], str)
    _date(value["edtf"])


def _quotation(value: Json, raw: str) -> None:
    _keys(value, "kind content cue speaker")
    assert value["kind"] in {"direct", "mixed", "indirect"}
    span(value["content"], raw)
    if value["cue"] is not None:
        span(value["cue"], raw)
    if value["speaker"] is not None:
        span(value["speaker"], raw)
        _keys(value["speaker"], "entity")
        _id(value["speaker"]["entity"])


def _event(value: Json, raw: str) -> None:
    _keys(value, "kind edtf modality trigger participants place sentence")
    assert isinstance(value["kind"], str)
    _date(value["edtf"])
    assert value["modality"] in MODALITIES
    span(value["trigger"], raw)
    span(value["sentence"], raw)
    _ids(value["participants"])
    _id(value["place"])


def _entity(value: Json) -> None:
    _keys(value, "id type name aliases wikidata")
    assert value["id"] is not None
    _id(value["id"])
    assert value["type"] in ENTITY_TYPES
    assert value["name"].strip()
    assert all(isinstance(alias, str) for alias in value["aliases"])
    assert value["wikidata"] is None or re.fullmatch(r"Q\d+", value["wikidata"])


def _timeline(rows: Json, files: Files) -> None:
    for row in rows:
        _keys(row, "edtf earliest latest document start end text entities modality event")
        span(row, files[row["document"]])
        _date(row["edtf"])
        assert _DAY.fullmatch(row["earliest"])
        assert _DAY.fullmatch(row["latest"])
        assert row["earliest"] <= row["latest"]
        _ids(row["entities"])
        assert row["modality"] in MODALITIES
        _optional(row["event"], str)
    order = [(row["earliest"], row["document"], row["start"]) for row in rows]
    assert order == sorted(order)


def _meeting(value: Json, files: Files) -> None:
    _keys(value, "id edtf place participants reports")
    _id(value["id"])
    _date(value["edtf"])
    _id(value["place"])
    _ids(value["participants"])
    assert value["reports"]
    _sources(value["reports"], files)


def _sources(values: Json, files: Files) -> None:
    for value in values:
        _keys(value, "document sentence")
        span(value["sentence"], files[value["document"]])


def _each(values: Json, raw: str, check: Callable[[Json, str], None]) -> None:
    assert isinstance(values, list)
    for value in values:
        check(value, raw)


def _keys(value: Json, names: str) -> None:
    assert isinstance(value, dict)
    missing = set(names.split()) - value.keys()
    assert not missing, missing


def _optional(value: Json, type_: type) -> None:
    assert value is None or type(value) is type_


def _date(value: Json) -> None:
    if value is not None:
        assert value, "a date is EDTF or nothing"
        edtf.parse(value)


def _id(value: Json) -> None:
    assert value is None or _SLUG.fullmatch(value), value


def _ids(values: Json) -> None:
    assert isinstance(values, list)
    assert None not in values
    for value in values:
        _id(value)
