"""The fields of the document: its title, its running lines, and what its file says of itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.parse.facts import named_values
from brief.parse.inline import plain_words, read_inlines, without_values
from brief.problem import nearest
from brief.tree import Document, Running

if TYPE_CHECKING:
    from collections.abc import Iterable

    from brief.parse.branch import Branch
    from brief.parse.facts import Named
    from brief.parse.manuscript import Manuscript
    from brief.walk import Phrase

TITLES = ("title", "subtitle", "kicker")
PLAIN = ("head", "foot", "page", "author", "subject")
FIELDS = (*TITLES, *PLAIN, "keywords")


def read_front(script: Manuscript, boxes: Iterable[Branch]) -> Document:
    """A document that has its fields and holds nothing yet."""
    fields = _fields(script, boxes)
    titles = {name: _title(script, fields.get(name)) for name in TITLES}
    plain = {name: _plain(script, fields.get(name)) for name in PLAIN}
    if not titles["title"]:
        line = fields["title"].line if "title" in fields else 0
        script.report(line, "document", "the document has no title", "`- title: …` in a box `::: document`")
    return Document(
        titles["title"],
        (),
        kicker=titles["kicker"],
        subtitle=titles["subtitle"],
        running=Running(plain["head"], plain["foot"], plain["page"]),
        author=plain["author"],
        subject=plain["subject"],
        keywords=_keywords(script, fields.get("keywords")),
    )


def _fields(script: Manuscript, boxes: Iterable[Branch]) -> dict[str, Named]:
    fields: dict[str, Named] = {}
    for box in boxes:
        for named in named_values(script, box):
            name = without_values(named.name).strip()
            if name not in FIELDS:
                known = nearest(name, FIELDS) or f"the fields are {', '.join(FIELDS)}"
                hint = "every page bears the marking of the data by itself" if name == "marking" else known
                script.report(named.line, "document", f"a document has no field '{name}'", hint)
            elif name in fields:
                script.report(named.line, "document", f"the field '{name}' is given twice")
            else:
                fields[name] = named
    return fields


def _title(script: Manuscript, field: Named | None) -> Phrase:
    return read_inlines(script, field.value, field.below) if field else ()


def _plain(script: Manuscript, field: Named | None) -> str:
    return plain_words(script, field.value, field.below) if field else ""


def _keywords(script: Manuscript, field: Named | None) -> tuple[str, ...]:
    """Keywords stand between the author's commas; a comma in a value is part of its word."""
    words = (plain_words(script, word, field.below) for word in field.value.split(",")) if field else ()
    return tuple(word for word in words if word)
