"""The values of a letterhead as a style.toml that its owner can read and change."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from brief.letterhead.values import Value

_HEAD = """\
# How this template looks: what the Word document {file} says, where it differs from {base}.
# What is not here is as in {base}. Change a value, or take its line away; 'brief template show NAME' prints all.
"""
_WIDE = 24  # characters of a key and its value before the comment


def style_toml(values: Iterable[Value], file: str, base: str) -> str:
    """The text of a style.toml: a table for each group of keys, and a comment where each value came from."""
    tables: dict[tuple[str, ...], list[str]] = {}
    for each in values:
        line = f"{each.path[-1]} = {_toml(each.value)}"
        tables.setdefault(each.path[:-1], []).append(f"{line:<{_WIDE}}  # {_plain(each.source)}")
    blocks = ("\n".join((f"[{'.'.join(path)}]", *lines)) for path, lines in tables.items())
    return "\n".join((_HEAD.format(file=_plain(file), base=base), *(f"{block}\n" for block in blocks)))


def _toml(value: str | float | tuple[str, ...]) -> str:
    match value:
        case bool():
            return "true" if value else "false"
        case str():
            return _quoted(value)
        case tuple():
            return f"[{', '.join(map(_quoted, value))}]"
        case _:
            return f"{value:g}"


def _quoted(words: str) -> str:
    """A basic string (TOML 1.0): what is not printed is left out, quotes and backslashes are escaped."""
    return '"' + _plain(words).replace("\\", "\\\\").replace('"', '\\"') + '"'


def _plain(words: str) -> str:
    return "".join(letter for letter in words if letter.isprintable())
