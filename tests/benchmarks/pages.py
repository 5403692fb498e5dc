"""What a page of the PDF costs, and what its tags and notes cost of that, in one run.

    python tests/benchmarks/pages.py [--rounds 25]

The document is the briefs on Seoul and Vilnius behind each other, with what they say once more, about 30 pages. It is
rendered in turn as it is and plain, in one process, after a first run of each that is not counted. Times are of the
processor, and medians; the collector of cycles rests, as it does in the command. Each ratio is the median over runs.
Plain is the same document without notes and their marks, on a canvas without tags: one element stands for all, no piece
of content is counted, no structure tree is written; links, outline, faces and metadata stay. Ratios are what matters,
as machines differ.
"""

from __future__ import annotations

import argparse
import gc
import statistics
import sys
import time
from contextlib import contextmanager
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast
from unittest.mock import patch

import brief
from brief.place import Place
from brief.render import render
from brief.render.pdf.canvas import TaggedCanvas
from brief.render.pdf.structure import Element
from brief.style import Style, read_style
from brief.tree import Document, Entry, Link, Note, NoteRef
from brief.walk import rewrite, transform_inlines

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brief.tree import Inline

ROOT = Path(__file__).parents[2]
EVENTS = ("seoul-2023", "vilnius-2023")
PAGES = 30
MOST_RATIO, MOST_MILLISECONDS = 1.5, 6.0


def joined() -> Document:
    """Both briefs behind each other until there are enough blocks for the pages, under ids of their own."""
    made = [brief.generate(event, formats=("pdf",), briefs=ROOT / "briefs") for event in EVENTS]
    counts = [one.documents["pdf"].page_count or 0 for one in made]
    children: tuple[Any, ...] = ()
    notes: tuple[Note, ...] = ()
    pages, part = 0, 0
    while pages < PAGES:
        document, count = made[part % len(made)].document, counts[part % len(made)]
        taken = document.children
        if PAGES - pages < count:
            taken = taken[: len(taken) * (PAGES - pages) // count]
        children += _renamed(taken, f"-{part}", len(notes))
        notes += _renamed(document.notes, f"-{part}", 0)
        pages += count
        part += 1
    return _only_cited(replace(made[-1].document, children=children, notes=notes))


def _renamed(value: Any, tail: str, shift: int) -> Any:
    """The same with `tail` behind every id and reference, and the numbers of notes raised."""
    match value:
        case tuple():
            return tuple(_renamed(part, tail, shift) for part in value)
        case NoteRef():
            return replace(value, note=value.note + tail, number=value.number + shift)
        case Place():
            return value
        case _ if not is_dataclass(value):
            return value
    changed = {field.name: _renamed(getattr(value, field.name), tail, shift) for field in fields(value)}
    if changed.get("id"):
        changed["id"] += tail
    if isinstance(value, Entry) or (isinstance(value, Link) and value.target.startswith("#")):
        changed["target"] += tail
    return replace(cast("Any", value), **changed)


def _only_cited(document: Document) -> Document:
    """The document without notes of what was left out."""
    cited: set[str] = set()

    def collect(node: Inline) -> tuple[Inline, ...]:
        if isinstance(node, NoteRef):
            cited.add(node.note)
        return (node,)

    rewrite(document, lambda phrase: transform_inlines(phrase, collect))
    return replace(document, notes=tuple(note for note in document.notes if note.id in cited))


def without_notes(document: Document) -> Document:
    """The same words without notes and without marks of notes."""

    def plain(node: Inline) -> tuple[Inline, ...]:
        return () if isinstance(node, NoteRef) else (node,)

    return replace(rewrite(document, lambda phrase: transform_inlines(phrase, plain)), notes=())


class _Nobody(Element):
    """Stands for every element, and keeps nothing."""

    __slots__ = ()

    def __init__(self, *_said: object, **_more: object) -> None:
        super().__init__("Span")


@contextmanager
def without_tags() -> Iterator[None]:
    """Let the renderer make no tags."""
    nobody = _Nobody()
    rooms = [room for name, room in sys.modules.items() if name.startswith("brief.render.pdf.")]
    rooms = [room for room in rooms if "Element" in vars(room)]
    changes = [
        *(patch.object(room, "Element", cast("Any", lambda *_said, **_more: nobody)) for room in rooms),
        patch.object(TaggedCanvas, "begin", cast("Any", lambda *_said: "/Span BMC")),
        patch.object(sys.modules[TaggedCanvas.__module__], "write_tree", cast("Any", lambda *_said: "null")),
    ]
    for change in changes:
        change.start()
    try:
        yield
    finally:
        for change in changes:
            change.stop()


def once(document: Document, style: Style) -> tuple[float, int]:
    """Seconds, and how many pages came of them."""
    gc.collect()
    began = time.process_time()
    rendered = render("pdf", document, style)
    return time.process_time() - began, rendered.page_count or 0


def main() -> None:
    """Measure, and print a table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--rounds", type=int, default=25)
    rounds = parser.parse_args().rounds
    style, problems = read_style(ROOT / "templates" / "policy-brief")
    if style is None:
        raise SystemExit(str(problems))
    document = joined()
    bare = without_notes(document)
    pairs: list[tuple[float, float]] = []
    pages = bare_pages = 0
    gc.disable()
    for _ in range(rounds + 1):
        seconds, pages = once(document, style)
        with without_tags():
            bare_seconds, bare_pages = once(bare, style)
        pairs.append((seconds * 1000, bare_seconds * 1000))
    whole, plain = (statistics.median(column) for column in zip(*pairs[1:], strict=True))
    ratio = statistics.median(one / other for one, other in pairs[1:])
    print(f"as it is{pages:5} pages{whole:7.0f} ms{whole / pages:7.2f} ms a page (aim: at most {MOST_MILLISECONDS:g})")
    print(f"plain   {bare_pages:5} pages{plain:7.0f} ms{plain / bare_pages:7.2f} ms a page")
    print(f"a page as it is : a plain page      {ratio * bare_pages / pages:.2f} (aim: at most {MOST_RATIO:g})")
    print(f"document as it is : plain document  {ratio:.2f}")


if __name__ == "__main__":
    main()
