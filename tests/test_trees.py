from __future__ import annotations

import dataclasses
import itertools
from typing import TYPE_CHECKING, get_args

from hypothesis import given

from brief import tree
from brief.place import Place
from brief.tree import Box, Document, Dot, Drawing, Figure, Label, Line, Link, NoteRef, Shape, Table, Text
from brief.walk import blocks, headings, inlines, phrases, words
from trees import documents, every_node

if TYPE_CHECKING:
    from collections.abc import Iterator


def nodes(node: object) -> Iterator[object]:
    """Every node below `node`, whatever field holds it."""
    yield node
    for field in dataclasses.fields(node):  # type: ignore[arg-type]
        held = getattr(node, field.name)
        for part in held if isinstance(held, tuple) else ():
            if dataclasses.is_dataclass(part) and not isinstance(part, Place):
                yield from nodes(part)


def check_polished(document: Document) -> None:
    every = list(nodes(document))
    notes = [note.id for note in document.notes]
    ids = [i for node in every if not isinstance(node, tree.Note) and (i := getattr(node, "id", ""))]
    assert len(ids) == len(set(ids))
    marks = [i for phrase in phrases(document) for i in inlines(phrase) if isinstance(i, NoteRef)]
    assert list(dict.fromkeys(mark.note for mark in marks)) == notes
    assert all(notes[mark.number - 1] == mark.note for mark in marks)
    inner = [link.target for link in every if isinstance(link, Link) if link.target.startswith("#")]
    inner += [f"#{entry.target}" for entry in every if isinstance(entry, tree.Entry)]
    assert set(inner) <= {f"#{i}" for i in ids}
    assert all(text.text.strip() for text in every if isinstance(text, Text))
    levels = [0, *(heading.level for heading in headings(document))]
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))
    for table in blocks(document.children):
        if isinstance(table, Table):
            assert {len(row.children) for row in table.children} == {len(table.columns)}
            assert [row.head for row in table.children] == [True] + [False] * (len(table.children) - 1)


def test_the_specimen_is_polished() -> None:
    check_polished(every_node())


def test_the_specimen_holds_every_kind_of_node() -> None:
    kinds = {type(node) for node in nodes(every_node())}
    assert kinds == {*get_args(tree.Node), tree.Column}


def test_the_specimen_draws_every_kind_of_shape() -> None:
    (figure,) = (block for block in blocks(every_node().children) if isinstance(block, Figure))
    assert {type(shape) for shape in figure.drawing.children} == {*get_args(Shape)}


def test_a_drawing_is_made_smaller_where_it_is_too_wide_and_never_larger() -> None:
    shapes = (
        Line(0, 10, 200, 30),
        Box(20, 4, 100, 8),
        Dot(40, 10, 4),
        Label(100, 20, "a", "middle", bold=True, size=8),
    )
    drawing = Drawing(200, 40, shapes)
    assert drawing.fitted(200) is drawing
    assert drawing.fitted(100) == Drawing(
        100,
        20,
        (
            Line(0, 5, 100, 15, weight=0.375),
            Box(10, 2, 50, 4, weight=0.375),
            Dot(20, 5, 2),
            Label(50, 10, "a", "middle", bold=True, size=4),
        ),
    )


@given(documents())
def test_documents_made_up_are_polished(document: Document) -> None:
    check_polished(document)
    assert words(document)
