"""Bytes to documents: encodings, refusals, ids."""

from __future__ import annotations

import time

import pytest

from dateline.errors import UnreadableDocument
from dateline.model import Metadata, Span
from dateline.reading.decode import MAX_BYTES
from dateline.reading.read import document_id, read, split_front_matter

WORDS = "Ferry line halts night service\n\nThe operator’s board said so on Tuesday.\n"


@pytest.mark.parametrize(
    ("data", "warned"),
    [
        (WORDS.encode(), ""),
        (WORDS.encode("utf-8-sig"), ""),
        (WORDS.encode("utf-16"), ""),
        (b"\xfe\xff" + WORDS.encode("utf-16-be"), ""),
        (WORDS.encode("utf-16-le"), "UTF-16-LE"),
        (WORDS.encode("cp1252"), "Windows-1252"),
    ],
)
def test_every_encoding_gives_the_same_words(data: bytes, warned: str) -> None:
    document = read("a.txt", data)
    assert document.text == document.raw == WORDS
    assert document.origin is None
    assert warned in " ".join(document.warnings)
    assert bool(document.warnings) == bool(warned)


def test_a_broken_byte_in_utf8_is_not_taken_for_another_encoding() -> None:
    data = ("“Één” – “twee” – “drie”. " * 3).encode() + b"\xff and so on"
    document = read("a.txt", data)
    assert "“Één”" in document.text
    assert "broken UTF-8 at byte" in document.warnings[0]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b" \n\t\r\n ", "empty"),
        ("\ufeff \n".encode(), "empty"),
        (" \t\r\n \u00a0 \u200b\u2060\n".encode(), "empty"),
        (b"%PDF-1.7 and so on", "PDF"),
        (b"PK\x03\x04rest", "ZIP"),
        (bytes(range(256)) * 8, "not text"),
        (b"\x00\x01\x02", "not text"),
        ("Паром отменил ночные рейсы".encode("cp1251"), "save it as UTF-8"),
        (b"a" * (MAX_BYTES + 1), "2,000,001 bytes"),
    ],
)
def test_what_cannot_be_an_article_is_refused_with_file_place_and_reason(
    data: bytes, reason: str
) -> None:
    with pytest.raises(UnreadableDocument) as caught:
        read("folder/a.txt", data)
    assert caught.value.file == "folder/a.txt"
    assert caught.value.place
    assert reason in caught.value.reason


def test_a_page_without_words_is_refused() -> None:
    with pytest.raises(UnreadableDocument, match="markup but no words"):
        read("a.html", b"<html><script>let a = 1</script><p> </p></html>")


def test_unseen_marks_stay_and_are_named_with_line_and_character() -> None:
    text = "First line.\nThe \x00second \u202eline\u202c, a long one to be sure.\n"
    document = read("a.txt", text.encode())
    assert document.text == text
    warnings = " ".join(document.warnings)
    assert "line 2, character 5: NUL" in warnings
    assert "line 2, character 13: right-to-left override" in warnings


def test_a_plain_name_is_its_own_id_and_no_two_names_share_one() -> None:
    names = ["a b.txt", "a-b.txt", "a_b.txt", "a-b.md", "a/b.txt", "A-B.txt", "a-b.TXT", "a--b.txt"]
    names += ["首脳会談.txt", "首脳.txt", "a-b.html", ".txt", "a-b", "a.b.txt", "a-b.txt.txt"]
    names += ["a-b--" + document_id("a-b.md")[-6:] + ".txt"]
    ids = [document_id(name) for name in names]
    assert document_id("000_6b0f.txt") == "000_6b0f"
    assert document_id("a-b.txt") == "a-b"
    assert len(set(ids)) == len(names)
    assert all(set(id_) <= set("abcdefghijklmnopqrstuvwxyz0123456789-_") for id_ in ids)


def test_front_matter_is_split_off() -> None:
    raw = "---\ntitle: Ferry\n---\nThe words.\n"
    front, at = split_front_matter(raw)
    assert front == "title: Ferry\n"
    assert raw[at:] == "The words.\n"
    assert split_front_matter("---\nnever closed\n") == (None, 0)
    assert split_front_matter("No front matter.\n---\n") == (None, 0)


@pytest.mark.parametrize(
    ("opening", "warned"),
    [("---\ntitle: Ferry", True), ("---\n\nA rule", False), ("---\ntitle: x\n---\n", False)],
)
def test_front_matter_that_is_never_closed_is_told_once(opening: str, warned: bool) -> None:
    document = read("a.md", f"{opening}\n\n{WORDS}".encode())
    told = [w for w in document.warnings if "line 1" in w and "never closed" in w]
    assert len(told) == warned
    assert not read("a.txt", f"{opening}\n\n{WORDS}".encode()).warnings


def test_markdown_loses_its_marks_and_keeps_its_places() -> None:
    raw = (
        "---\ntitle: x\n---\n# Ferry *halts* service\n\n> The **board** said "
        "[so](http://a.example/b_(c)) on_a Tuesday. ![map](m.png)\n\n---\n\n"
        "- It `will` not \\* sail\n"
    )
    document = read("a.md", raw.encode())
    assert "Ferry halts service" in document.text
    assert "The board said so on_a Tuesday." in document.text
    assert "It will not * sail" in document.text
    assert not {"#", "**", "](", "map", "title"} & set(document.text.split())
    assert document.origin is not None
    assert all(raw[o] == c for o, c in zip(document.origin, document.text, strict=True))
    start = document.text.index("board said so")
    assert document.raw_span(Span(start, start + 5)).of(raw) == "board"


PAGE = """<!DOCTYPE html><html><head><title>Ferry halts &amp; waits | Harbour News</title>
<meta property="og:site_name" content="Harbour News">
<meta property="article:published_time" content="2019-03-06T08:00:00+01:00">
<link rel="canonical" href="https://news.example/ferry"><style>p{}</style></head><body>
<nav><a>Home</a></nav><h1>Ferry halts
 &amp; waits</h1><p>The   board said &ldquo;no&rdquo;.<p>It &lt;meant&gt; it.<br>Twice.
<script>document.write("<p>evil</p>")</script><noscript>Turn it on</noscript>
<div hidden>unseen</div><div style="display: none">unseen</div></body></html>"""


def test_a_page_gives_what_a_reader_sees() -> None:
    document = read("a.html", PAGE.encode())
    lines = [line for line in document.text.splitlines() if line]
    assert lines[1] == "Ferry halts & waits"
    assert lines[2] == "The board said “no”."
    assert lines[3:] == ["It <meant> it.", "Twice. "]
    assert "evil" not in document.text
    assert "unseen" not in document.text
    assert document.origin is not None
    assert len(document.origin) == len(document.text)
    assert list(document.origin) == sorted(document.origin)
    start = document.text.index("board")
    assert document.raw_span(Span(start, start + 5)).of(PAGE) == "board"


def test_a_page_says_of_itself_what_nobody_else_says() -> None:
    found = read("a.html", PAGE.encode()).metadata
    assert (found.title, found.publisher) == ("Ferry halts & waits", "Harbour News")
    assert (found.published, found.url) == ("2019-03-06", "https://news.example/ferry")
    given = Metadata(title="Mine", published="2019-03")
    kept = read("a.html", PAGE.encode(), given).metadata
    assert (kept.title, kept.published, kept.publisher) == ("Mine", "2019-03", "Harbour News")


def test_linked_data_is_read_and_broken_linked_data_is_not() -> None:
    good = '{"@graph":[{"@type":"NewsArticle","headline":"H","datePublished":"2020-01-02",'
    good += '"publisher":{"name":"P"}}]}'
    page = f'<script type="application/ld+json">{good}</script><p>Words of the page.</p>'
    found = read("a.html", page.encode()).metadata
    assert (found.title, found.publisher, found.published) == ("H", "P", "2020-01-02")
    broken = page.replace(good, "[" * 50_000)
    assert read("a.html", broken.encode()).metadata.title is None


def test_an_address_that_is_a_script_is_not_taken() -> None:
    page = '<link rel="canonical" href="javascript:alert(1)"><p>Words of the page.</p>'
    assert read("a.html", page.encode()).metadata.url is None


@pytest.mark.parametrize(
    "piece", ["<", "<a ", "<!--", "&#", '<a b="', "<div>", "<p>a", "<svg>", "</a "]
)
@pytest.mark.parametrize("name", ["a.html", "a.md"])
def test_hostile_markup_takes_linear_time(piece: str, name: str) -> None:
    data = b"Words. " + (piece * 100_000)[:100_000].encode()
    start = time.process_time()
    read(name, data)
    assert time.process_time() - start < 3
