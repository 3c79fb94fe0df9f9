"""How a sentence is cited: `site/scripts/cite.mjs`, run by Node."""

from __future__ import annotations

import json

from support.node import node

BIBTEX = """
const { asBibtex } = await import("%(scripts)s/cite.mjs");
console.log(JSON.stringify(asBibtex(JSON.parse(process.argv[1]))));
"""


def test_bibtex_escapes_what_tex_would_obey() -> None:
    cited = {
        "quote": "100% of \\input{x} & more", "number": "4", "title": "A_{b} #1",
        "source": "", "author": "", "published": "[2024-05-01,2024-05-02]",
        "url": "https://news.example/repo/articles/seoul-tenth-summit/#s4",
    }  # fmt: skip
    made = node(BIBTEX, json.dumps(cited))
    assert made.startswith("@misc{seoul-tenth-summit-s4,\n")
    assert "A\\_\\{b\\} \\#1" in made
    assert "100\\% of \\textbackslash{}input\\{x\\} \\& more" in made
    assert "year" not in made
