"""Odd and hostile input, written afresh for each test: bytes that no repository should hold.

Every writer fills a folder and returns, for each file it wrote, what a reader of the folder is
owed. The first word of the answer is one of four:

- `skipped`: no article can be made of it; one message names the file and the reason.
- `read`: it is an article; what follows the colon must hold of it.
- `refused`: a YAML file that cannot be used; the message names file and line, the articles remain.
- `ignored`: no article and no error.
"""

from __future__ import annotations

import codecs
from pathlib import Path

HUGE_LINE_BYTES = 20 * 1024 * 1024
"""One line of this length; the largest input that the story folder is promised to survive."""

ARTICLE = (
    "Harbour bridge to close for a week\n\n"
    "Thursday, 14 March 2019\n\n"
    "PORT MERRIN - The bridge over the inner harbour will close on Monday for seven days, the "
    "port's engineer, Alma Reyes, said on Thursday.\n\n"
    "She said the steel of the north span needed new paint, and that buses would go by the "
    "tunnel until the work was done.\n"
)
"""A plain little report, dated 14 March 2019, that every encoding below carries."""

NAMES_WITH_ACCENTS = (
    "Café owners sue the port\n\n"
    "Friday, 15 March 2019\n\n"
    "PORT MERRIN – “We lost a summer,” said Zoë Faßbender, whose café on the quay was closed for "
    "€40,000 worth of repairs that nobody had asked for. The port’s engineer, Ángel Núñez, "
    "said on Friday that he would answer in court.\n"
)
"""Every letter and mark of it exists in Windows-1252."""

SCRIPT = "<script>alert(1)</script>"

HOSTILE = (
    f"{SCRIPT} Mayor {{{{ config.site_name }}}} opens <img src=x onerror=alert(2)> market\n\n"
    "Friday, 15 March 2019\n\n"
    f"STAVELY - The mayor, Olive Brandt, opened the market on Friday. {SCRIPT} She said the roof "
    'was "><svg onload=alert(3)> sound.\n\n'
    "{% for x in range(10) %}{{ x }}{% endfor %} Stall holders pay a [fee](javascript:alert(4)) "
    "of 12 crowns, said Brandt, and may read the rules at javascript:alert(5) or at "
    "data:text/html,<script>alert(6)</script>.\n\n"
    '<iframe srcdoc="&lt;script&gt;alert(7)&lt;/script&gt;"></iframe> The next market is on '
    "22 March, she said. </script><!-- --!> ]]> <style>*{display:none}</style>\n"
)
"""Markup, links and template code, in the headline and in the body, all of it mere text."""

HTML_PAGE = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Tunnel toll to rise &amp; buses to follow | The Merrin Packet</title>
<meta property="article:published_time" content="2019-03-18T06:30:00+00:00">
<meta property="og:site_name" content="The Merrin Packet">
<script>document.write("<h1>Not the headline, 1 April 2031</h1>")</script>
<style>h1::after { content: "said on Sunday"; }</style>
</head>
<body onload="alert(1)">
<nav><a href="/">Home</a> <a href="javascript:alert(2)">Sport</a></nav>
<article>
<h1>Tunnel toll to rise &amp; buses to follow</h1>
<p>PORT MERRIN &ndash; The toll for the harbour tunnel will go up to &euro;3 on 1&nbsp;April, the
port said on Monday.</p>
<p>&ldquo;Nobody likes it,&rdquo; said its engineer, Alma Reyes<script>alert(3)</script>, who
added that the price of a bus ticket &mdash; 2 &lt; 3, after all &#8212; would rise later.</p>
</article>
<noscript>Please turn on JavaScript.</noscript>
<footer>&copy; 2031 The Merrin Packet</footer>
</body>
</html>
"""

FRONT_MATTER = """---
title: "Lifeboat crew honoured in Stavely"
publisher: The Merrin Packet
published: "2019-03-20"
url: https://merrin-packet.example/lifeboat
rights: excerpt
---

Five members of the Stavely lifeboat crew were given medals **yesterday** by the minister of
transport, Tomas Reyle.

Their coxswain, Joan Pryce, said the medals belonged to *all* who had ever rowed.
"""


def write_odd_files(folder: Path) -> dict[str, str]:
    """Fill `folder` with every odd file there is; the answer maps names to what is expected."""
    return {
        **write_unreadable(folder),
        **write_encodings(folder),
        **write_huge_line(folder),
        **write_twins(folder),
        **write_hostile(folder),
        **write_marked_up(folder),
        **write_broken_yaml(folder),
    }


def write_unreadable(folder: Path) -> dict[str, str]:
    """Files that hold no words."""
    return _write(
        folder,
        {
            "empty.txt": (b"", "skipped: empty"),
            "blank.txt": (b" \t\r\n\n \xc2\xa0 \xe2\x80\x8b\n", "skipped: white space only"),
            "bom-only.txt": (codecs.BOM_UTF8, "skipped: empty"),
            "picture.txt": (_picture(), "skipped: binary"),
            "empty.html": (b"<html><body><script>x()</script></body></html>", "skipped: no words"),
            "empty.md": (b'---\ntitle: "Nothing follows"\n---\n', "skipped: no words"),
            "picture.png": (_picture(), "ignored: not an article's suffix"),
        },
    )


def write_encodings(folder: Path) -> dict[str, str]:
    """The same kind of words in the encodings that scrapers leave behind."""
    little = codecs.BOM_UTF16_LE + NAMES_WITH_ACCENTS.encode("utf-16-le")
    big = codecs.BOM_UTF16_BE + NAMES_WITH_ACCENTS.encode("utf-16-be")
    return _write(
        folder,
        {
            "utf16-le.txt": (little, "read: as UTF-16, text is NAMES_WITH_ACCENTS"),
            "utf16-be.txt": (big, "read: as UTF-16, text is NAMES_WITH_ACCENTS"),
            "utf8-bom.txt": (
                codecs.BOM_UTF8 + NAMES_WITH_ACCENTS.encode(),
                "read: as UTF-8, the mark is no part of the headline",
            ),
            "windows-1252.txt": (
                NAMES_WITH_ACCENTS.encode("cp1252"),
                "read: as Windows-1252, text is NAMES_WITH_ACCENTS",
            ),
            "crlf.txt": (
                ARTICLE.replace("\n", "\r\n").encode(),
                "read: no line of it ends in a carriage return",
            ),
            "nul-and-bidi.txt": (_with_unseen(), "read: NUL and bidi marks reach no page"),
        },
    )


def write_huge_line(folder: Path) -> dict[str, str]:
    """One line of 20 MB, without a full stop in it."""
    unit = b"the harbour bridge is closed and "
    line = (unit * (HUGE_LINE_BYTES // len(unit) + 1))[:HUGE_LINE_BYTES]
    return _write(folder, {"huge-line.txt": (line, "skipped: too large")})


def write_twins(folder: Path) -> dict[str, str]:
    """Two files with the same bytes, and two articles that share a headline and nothing else."""
    other = ARTICLE.split("\n")[0] + (
        "\n\nSunday, 8 September 2019\n\n"
        "PORT MERRIN - For the second time this year the bridge over the inner harbour will close, "
        "this time because a barge has struck it, the port's engineer, Alma Reyes, said on "
        "Sunday.\n"
    )
    same = _article_by("Alma R. Reyes")
    return _write(
        folder,
        {
            "twin-one.txt": (same, "read: one article of the two"),
            "twin-two.txt": (same, "skipped: the same bytes as twin-one.txt"),
            "headline-one.txt": (ARTICLE.encode(), "read: published 2019-03-14"),
            "headline-two.txt": (
                other.encode(),
                "read: published 2019-09-08, with a page of its own",
            ),
        },
    )


def write_hostile(folder: Path) -> dict[str, str]:
    """Markup and template code that must stay text, as an article and as a file's own name."""
    front = f'---\ntitle: "{SCRIPT} and {{{{ 7 * 7 }}}}"\nurl: "javascript:alert(8)"\n---\n\n'
    return _write(
        folder,
        {
            "hostile.txt": (HOSTILE.encode(), "read: its markup is shown, never run or expanded"),
            "hostile.md": (
                (front + HOSTILE).encode(),
                "read: its markup is never run, its address never a link",
            ),
            "a b&c#d'e+{{f}}.txt": (
                _article_by("Bram Reyes"),
                "read: at an address made of plain letters",
            ),
        },
    )


def write_marked_up(folder: Path) -> dict[str, str]:
    """A web page as saved from a browser, and Markdown with front matter."""
    return _write(
        folder,
        {
            "page.html": (
                HTML_PAGE.encode(),
                "read: published 2019-03-18, no word of it from a script or a style",
            ),
            "front.md": (FRONT_MATTER.encode(), "read: published 2019-03-20, rights excerpt"),
        },
    )


def write_broken_yaml(folder: Path) -> dict[str, str]:
    """Each kind of YAML file, broken in a way of its own, beside articles that are sound."""
    return _write(
        folder,
        {
            "story.yml": (b'title: "The bridge\nthreads: [\n', "refused: quote never closed"),
            "authority.yml": (b"entities:\n  - name: Alma\n\ttype: person\n", "refused: a tab"),
            "corrections.yml": (b"- just\n- a list\n", "refused: a list where a mapping belongs"),
            "sidecar.txt": (_article_by("Cora Reyes"), "read: without what its sidecar says"),
            "sidecar.yml": (b"published: [2019-03-14\n", "refused: bracket never closed"),
            "front-broken.md": (
                b"---\ntitle: a: b: c\n---\n\n" + ARTICLE.encode(),
                "read: one message tells of a colon in a bare value",
            ),
            "front-unclosed.md": (
                b"---\ntitle: Never closed\n\n" + ARTICLE.encode(),
                "read: one message tells of front matter never closed",
            ),
        },
    )


def _write(folder: Path, files: dict[str, tuple[bytes, str]]) -> dict[str, str]:
    folder.mkdir(parents=True, exist_ok=True)
    for name, (data, _) in files.items():
        (folder / name).write_bytes(data)
    return {name: expected for name, (_, expected) in files.items()}


def _article_by(engineer: str) -> bytes:
    """The plain little report with another engineer, so that its bytes are its own."""
    return ARTICLE.replace("Alma Reyes", engineer).encode()


def _picture() -> bytes:
    """The start of a PNG file: its signature, a header chunk, and bytes that are no text."""
    header = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x10\x00\x00\x00\x10\x08\x02"
    return header + bytes(range(256)) * 4


def _with_unseen() -> bytes:
    """A sound article with NUL, direction marks, a zero-width space and a lone control in it."""
    marked = ARTICLE.replace("bridge", "bri\x00dge", 1)
    marked = marked.replace("Alma Reyes", "\u202eAlma\u202c \u2066Re\u200byes\u2069")
    return marked.replace("seven days", "seven\x07 days").encode()
