"""Labels of a template that nothing prints: misspelt, they would leave the word of the other template in its place."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from brief.problem import Problem, nearest
from brief.template.fields import fields_of
from brief.template.folder import list_templates
from brief.template.labels import HOUSE
from brief.template.names import Names
from brief.template.offered import met
from brief.template.parts import read_parts
from brief.template.statics.kinds import Plain, kind_of_type, there
from brief.toml import place_of, read_toml

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from brief.template.folder import Template

_BY_THE_DATA = re.compile(r"\blabel\[\s*[^'\"\s]")
"""A label that a word of the data chooses, such as the status of a follow-up."""


def unused_labels(template: Template) -> tuple[Problem, ...]:
    """A warning for each label of the template's own files that no part names, and no file of a template below has.

    The parts are its own, those of what it extends, and those of the templates at hand that extend it.
    """
    heirs = [one for one in list_templates() if template.folder.resolve() in map(Path.resolve, one.folders)]
    sources = "\n".join(text for one in (template, *heirs) for text in read_parts(one).sources.values())
    printed = {*re.findall(r"\w+", sources), *(_words_of_data() if _BY_THE_DATA.search(sources) else ())}
    known = {*HOUSE["en"], "paragraphs", *_keys(template.base)}
    return tuple(_unused(template, printed, known))


def _unused(template: Template, printed: set[str], known: set[str]) -> Iterator[Problem]:
    for path in sorted((template.folder / "labels").glob("*.toml")):
        file = f"labels/{path.name}"
        values, text, _ = read_toml(template.folder, file, template.path(file))
        for table, key in _rows(values):
            if (
                key not in known
                and key not in printed
                and not re.fullmatch("in_[a-z]{2}", key)
                and "dates" not in table
            ):
                hint = nearest(key, known | printed) or f"take it out, or print it: {{{{ label.{key} }}}}"
                place = place_of(text, template.path(file), *table, key)
                yield Problem("unused-label", f"nothing prints the label '{key}'", place, hint, "warning")


def _keys(template: Template | None) -> Iterator[str]:
    """Every key of the labels of a template and of those that it extends, in any language."""
    for one in template.chain if template else ():
        for path in sorted((one.folder / "labels").glob("*.toml")):
            file = f"labels/{path.name}"
            yield from (key for _, key in _rows(read_toml(one.folder, file, file)[0]))


def _rows(values: Mapping[str, object], *tables: str) -> Iterator[tuple[tuple[str, ...], str]]:
    """Each key of labels with the tables it stands in; tables are keys as well."""
    for key, value in values.items():
        yield tables, key
        if isinstance(value, dict):
            yield from _rows(value, *tables, key)


def _words_of_data() -> Iterator[str]:
    """The words that fields of the data are out of, as `open` and `moving` are those of a status."""
    for record in (Names, *met(Names)):
        for hint in fields_of(record).values():
            kind = there(kind_of_type(hint))
            yield from kind.choices if isinstance(kind, Plain) else ()
