"""The command `dateline`: one function for each verb, and the exit codes they share.

0  everything was done
1  something was left out, each thing named on stderr; the rest was done
2  wrong usage, or nothing could be done
"""

from __future__ import annotations

import argparse
import gc
import json
import os
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from dateline import edtf
from dateline.contract import annotations_json, record_json
from dateline.errors import BadDate, DatelineError
from dateline.folder import load_story, read_paths
from dateline.folder.articles import article_paths
from dateline.folder.starter import write_starter
from dateline.model import Annotations, Document, Record, Story
from dateline.pipeline import annotate_reading, build_record
from dateline.progress import on_terminal
from dateline.review import review

DONE, LEFT_OUT, NOT_DONE = 0, 1, 2

_COLLECT_AFTER = 100_000
"""New objects between two collections of cycles. A record is built of frozen values that hold no
cycles; Python's default would search all of them for some every 700 objects, and find none."""

Verb = Callable[[argparse.Namespace], int]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command line; the console script's entry point."""
    gc.set_threshold(_COLLECT_AFTER)
    options = _parser().parse_args(arguments)
    verb: Verb = options.verb
    try:
        return verb(options)
    except DatelineError as error:
        print(f"dateline: {error}", file=sys.stderr)
        return NOT_DONE
    except BrokenPipeError:
        # The reader of our output has seen enough; say nothing, and nothing at exit either.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except KeyboardInterrupt:
        print("dateline: interrupted", file=sys.stderr)
        return 130


def _annotate(options: argparse.Namespace) -> int:
    progress = on_terminal()
    missing = [path for path in options.paths if not path.exists()]
    for path in missing:
        print(f"dateline: {path}: no such file or folder", file=sys.stderr)
    paths = [found for path in options.paths if path.exists() for found in article_paths(path)]
    story, problems = _story(options.story)
    reading = read_paths(paths, progress)
    _report((*problems, *reading.problems))
    for annotations in annotate_reading(reading, story, options.jobs, progress, options.published):
        _print_json(annotations_json(annotations))
    return LEFT_OUT if missing or problems or reading.skipped else DONE


def _record(options: argparse.Namespace) -> int:
    result = build_record(options.folder, options.story, options.jobs, on_terminal())
    _report(result.problems)
    _print_json(record_json(_named_from(options.folder, result.record)))
    return LEFT_OUT if result.problems else DONE


def _build(options: argparse.Namespace) -> int:
    # MkDocs takes half a second to import, which the other verbs need not pay.
    from dateline.site.build import build_site

    problems = build_site(options.folder, options.output, strict=options.strict)
    return LEFT_OUT if problems else DONE


def _serve(options: argparse.Namespace) -> int:
    from dateline.site.build import serve_site

    serve_site(options.folder, options.address)
    return DONE


def _new(options: argparse.Namespace) -> int:
    for path in write_starter(options.folder):
        print(path)
    return DONE


def _review(options: argparse.Namespace) -> int:
    result = build_record(options.folder, options.story, options.jobs, on_terminal())
    _report(result.problems)
    print(review(result.record))
    return DONE


def _named_from(folder: Path, record: Record) -> Record:
    """The record with its documents named as `dateline annotate` would name them."""

    def named(document: Document) -> Document:
        return replace(document, name=(folder / document.name).as_posix())

    def renamed(annotations: Annotations) -> Annotations:
        article = annotations.article
        return replace(annotations, article=replace(article, document=named(article.document)))

    return replace(record, annotations=tuple(map(renamed, record.annotations)))


def _story(story_file: Path | None) -> tuple[Story, list[DatelineError]]:
    return load_story(story_file.parent, story_file) if story_file else (Story(), [])


def _report(problems: Iterable[DatelineError]) -> None:
    for problem in problems:
        print(f"dateline: {problem}", file=sys.stderr)


def _print_json(value: object) -> None:
    # Lone surrogates cannot be written as UTF-8; ASCII escapes carry them.
    print(json.dumps(value, ensure_ascii=True))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="dateline", description="Follow one running story through many reports."
    )
    verbs = parser.add_subparsers(required=True, metavar="VERB")

    annotate = verbs.add_parser(
        "annotate", help="print what is found in each article, as JSON Lines"
    )
    annotate.add_argument("paths", nargs="+", type=Path, metavar="PATH")
    annotate.add_argument("--published", type=_edtf, metavar="EDTF", help="date of every document")
    _add_common(annotate, _annotate)

    record = verbs.add_parser("record", help="print the record of the story, as one JSON object")
    record.add_argument("folder", type=Path, metavar="DIR")
    _add_common(record, _record)

    build = verbs.add_parser("build", help="build the site of a story folder")
    build.add_argument("folder", type=Path, nargs="?", default=Path("seeds"), metavar="DIR")
    build.add_argument("-o", "--output", type=Path, default=Path("site"), metavar="DIR")
    build.add_argument("--strict", action="store_true", help="any warning fails the build")
    build.set_defaults(verb=_build)

    serve = verbs.add_parser("serve", help="build the site, serve it and rebuild on every change")
    serve.add_argument("folder", type=Path, nargs="?", default=Path("seeds"), metavar="DIR")
    serve.add_argument("-a", "--address", default="127.0.0.1:8000", metavar="HOST:PORT")
    serve.set_defaults(verb=_serve)

    new = verbs.add_parser("new", help="write a starter story folder")
    new.add_argument("folder", type=Path, metavar="DIR")
    new.set_defaults(verb=_new)

    review_ = verbs.add_parser("review", help="list what the tool is unsure of, with corrections")
    review_.add_argument("folder", type=Path, nargs="?", default=Path("seeds"), metavar="DIR")
    _add_common(review_, _review)
    return parser


def _add_common(parser: argparse.ArgumentParser, verb: Verb) -> None:
    parser.add_argument("--story", type=Path, metavar="FILE", help="use this story.yml")
    parser.add_argument("--jobs", type=_positive, default=1, metavar="N", help="processes to use")
    parser.set_defaults(verb=verb)


def _edtf(text: str) -> str:
    try:
        edtf.parse(text)
    except BadDate as error:
        raise argparse.ArgumentTypeError(str(error)) from None
    return text


def _positive(text: str) -> int:
    try:
        number = int(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text} is not a number") from None
    if number < 1:
        raise argparse.ArgumentTypeError("at least 1")
    return number
