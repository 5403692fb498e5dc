"""Fields written into the register of sources, and no other byte of it touched: comments, order and quoting stay.

A library that writes YAML lays out the whole file anew, in its own way; this puts a few characters where the parser
says that values end.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import yaml

from brief.event import Source

if TYPE_CHECKING:
    from collections.abc import Mapping

try:
    from yaml import CSafeLoader as Loader
except ImportError:  # PyYAML without libyaml
    from yaml import SafeLoader as Loader  # type: ignore[assignment]

ORDER = tuple(Source.__dataclass_fields__)
"""The fields of a record, as the model has them; a new one goes behind those before it."""


def amended(register: str, source_id: str, fields: Mapping[str, str]) -> str:
    """The register with some fields of one of its records set. Raises ValueError where the record cannot be amended."""
    for name, value in fields.items():
        register = _set(register, source_id, name, value)
    return register


def appended(register: str, fields: Mapping[str, str]) -> str:
    """The register with a record behind its last. Raises ValueError where there is no list to put it in."""
    ending = _ending(register)
    listed = _list(register)
    if not listed.value:
        start, end = listed.start_mark.index, listed.end_mark.index
        line_end = _line_end(register, end)
        head = register[:start].rstrip(" ") + register[end:line_end]
        return head + ending + _lines(fields, "  ", ending) + register[line_end:]
    if listed.flow_style:
        message = "its list of sources stands in brackets; write each source on lines of its own, after '- '"
        raise ValueError(message)
    before = register if register.endswith(("\n", "\r")) else register + ending
    gap = ending if before.splitlines()[-1].strip() else ""
    return before + gap + _lines(fields, " " * listed.start_mark.column, ending) + ending


def plain(value: str) -> str:
    """A text as YAML: as it is, where nothing in it has a meaning, else in quotation marks."""
    bare = re.fullmatch(r"\w(?:.*[^\s:])?", value) and not re.search(r": |\s#|[\t,\[\]{}]", value)
    if bare and value != "null":
        return value
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _lines(fields: Mapping[str, str], indent: str, ending: str) -> str:
    """A record in lines, without the last line's end."""
    lines = (f"{name}: {plain(fields[name])}" for name in ORDER if name in fields)
    return f"{indent}- " + f"{ending}{indent}  ".join(lines)


def _set(register: str, source_id: str, name: str, value: str) -> str:
    record = _record(register, source_id)
    for key, old in record.value:
        if key.value == name:
            start, end = old.start_mark.index, old.end_mark.index
            if not _ends_exactly(old):
                raise ValueError(_BY_HAND.format(name))
            gap = " " if start == end else ""
            return register[:start] + gap + plain(value) + register[end:]
    behind = _behind(record, name)
    end = behind.end_mark.index
    written = f"{name}: {plain(value)}"
    if record.flow_style:
        return f"{register[:end]}, {written}{register[end:]}"
    end = _line_end(register, end)
    indent = " " * record.value[0][0].start_mark.column
    return f"{register[:end]}{_ending(register)}{indent}{written}{register[end:]}"


def _list(register: str) -> yaml.SequenceNode:
    """The list of sources."""
    root = yaml.compose(register, Loader=Loader)
    if isinstance(root, yaml.MappingNode):
        for key, listed in root.value:
            if key.value == "sources" and isinstance(listed, yaml.SequenceNode):
                return listed
    message = "it has no list 'sources'"
    raise ValueError(message)


def _record(register: str, source_id: str) -> yaml.MappingNode:
    """The record of a source."""
    for record in _list(register).value:
        if isinstance(record, yaml.MappingNode) and any(
            key.value == "id" and isinstance(value, yaml.ScalarNode) and value.value.strip() == source_id
            for key, value in record.value
        ):
            return record
    message = f"it has no record of {source_id}"
    raise ValueError(message)


def _behind(record: yaml.MappingNode, name: str) -> yaml.Node:
    """The value behind which a new field goes: that of the last field that comes before it in the model."""
    ends: list[tuple[int, yaml.Node]] = [
        (ORDER.index(key.value), value) for key, value in record.value if _ends_exactly(value)
    ]
    before = [value for rank, value in ends if rank < ORDER.index(name)] or [value for _, value in ends]
    if not before:
        raise ValueError(_BY_HAND.format(name))
    return before[-1]


_BY_HAND = "the record is laid out so that '{}' is best written by hand"


def _ends_exactly(value: yaml.Node) -> bool:
    """Whether the parser says where a value ends: of texts behind `|` and `>` and of open lists it does not."""
    if isinstance(value, yaml.ScalarNode):
        return value.style not in ("|", ">")
    return isinstance(value, yaml.CollectionNode) and bool(value.flow_style)


def _line_end(text: str, at: int) -> int:
    """Where the line ends that `at` stands in."""
    found = re.compile(r"[\r\n]|\Z").search(text, at)
    return found.start() if found else len(text)


def _ending(text: str) -> str:
    """How the lines of a text end."""
    found = re.search(r"\r\n|\n|\r", text)
    return found[0] if found else "\n"
