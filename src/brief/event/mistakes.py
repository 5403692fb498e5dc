"""What an officer did where YAML's parser stopped, in plain words.

The parser tells what it expected; this tells which of the few usual slips it was, where it began, and what to do. Both
parsers of PyYAML are understood: libyaml and the one in Python, whose wording differs.
"""

from __future__ import annotations

import re
from contextlib import suppress
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

import yaml

from brief.place import Place
from brief.problem import TYPOGRAPHIC, Problem

if TYPE_CHECKING:
    from collections.abc import Callable

QUOTE_ALL = "put the whole text in quotation marks"
STRAIGHT = "put the whole text in straight quotation marks, as on a keyboard: typographic ones are letters here"


class _Spot(NamedTuple):
    """A line and a column, from 0 as the parser counts."""

    line: int
    column: int


class _Stop(NamedTuple):
    """Where and why the parser stopped."""

    lines: list[str]
    at: _Spot
    since: _Spot  # where that began which could not be ended
    inside: str
    event: Any  # the last of the parser's that was read, or nothing
    parser: type[Any]

    @property
    def character(self) -> str:
        """What stands where it stopped."""
        return self.rest(self.at)[:1]

    def rest(self, spot: _Spot) -> str:
        """The line from a spot on."""
        return self.lines[spot.line][spot.column :] if spot.line < len(self.lines) else ""

    def before(self, spot: _Spot) -> str:
        """The line up to a spot."""
        return self.lines[spot.line][: spot.column] if spot.line < len(self.lines) else ""


Mistake = tuple[_Spot, str, str]
"""Where it is, what it is, and what to do."""


def explain(error: yaml.MarkedYAMLError, event: Any, text: str, file: str, parser: type[Any]) -> Problem:
    """The problem behind the error of a `parser`; `event` is the last that was read before it."""
    at = _spot(error.problem_mark or error.context_mark)
    since = _spot(error.context_mark or error.problem_mark)
    said = f"{error.context or ''}: {error.problem or ''}"
    stop = _Stop(text.split("\n"), at, since, error.context or "", event, parser)
    explained = next((judge(stop) for pattern, judge in _JUDGES if re.search(pattern, said)), None)
    spot, message, hint = explained or (at, f"this is no YAML: {error.problem}", "")
    if re.search(rf"(: |- )[{TYPOGRAPHIC}]", stop.rest(_Spot(spot.line, 0))):
        hint = hint.replace(QUOTE_ALL, STRAIGHT)
    return Problem("yaml", message, Place(file, spot.line + 1, spot.column + 1), hint)


def _spot(mark: Any) -> _Spot:
    return _Spot(mark.line, mark.column) if mark else _Spot(0, 0)


def _token(stop: _Stop) -> Mistake:
    if stop.character == "\t":
        return _tab(stop)
    return stop.at, f"a text may not begin with '{stop.character}'", QUOTE_ALL


def _tab(stop: _Stop) -> Mistake:
    return stop.at, "a tab stands here, where only spaces may", "indent by spaces; put two for each step"


def _content(stop: _Stop) -> Mistake:
    if not stop.character:
        return stop.at, "the file ends inside brackets", "close each '[' with ']' and each '{' with '}'"
    return _sign(stop)


def _sign(stop: _Stop) -> Mistake:
    return stop.since, f"a text may not begin with '{stop.rest(stop.since)[:1]}'", QUOTE_ALL


def _question(stop: _Stop) -> Mistake:
    return stop.at, "a text may not begin with '? '", QUOTE_ALL


def _unclosed_text(stop: _Stop) -> Mistake:
    return stop.since, "this quotation mark is never closed", "close it with the same mark where the text ends"


def _block(stop: _Stop) -> Mistake:
    sign = stop.rest(stop.since)[:1]
    hint = f"begin the text on the next line, or, if '{sign}' belongs to it, {QUOTE_ALL}"
    return stop.since, f"nothing may follow '{sign}' on its line", hint


def _dash(stop: _Stop) -> Mistake:
    hint = f"begin a list on the next line; if '-' belongs to a text, {QUOTE_ALL}"
    return stop.at, "a list may not begin on the line of its name", hint


def _brackets(stop: _Stop) -> Mistake:
    if stop.character == ":" and stop.at.line == stop.since.line:
        return stop.at, "': ' inside a text in brackets", "put that text in quotation marks"
    opening = stop.rest(stop.since)[:1]
    closing = {"[": "]", "{": "}"}.get(opening, opening)
    hint = f"write '{closing}' at its end; a text that begins with '{opening}' goes in quotation marks"
    return stop.since, f"'{opening}' is never closed by '{closing}'", hint


def _nameless(stop: _Stop) -> Mistake:
    line = stop.rest(stop.since)
    if re.match(r"\w+:\S", line):
        return stop.since, "no space after the colon", "write 'name: value'"
    hint = "write 'name: value'; if the line goes on with the text above, indent it"
    return stop.since, "a line without a name and ': '", hint


def _escape(stop: _Stop) -> Mistake:
    line = stop.lines[stop.at.line]
    backslash = max(line.rfind("\\", 0, stop.at.column + 1), 0)
    hint = "write '\\\\' for one backslash, or use single quotation marks"
    return stop.at, f"'{line[backslash : backslash + 2]}' means nothing inside double quotation marks", hint


def _colon(stop: _Stop) -> Mistake:
    event = stop.event
    start = _spot(event.start_mark if event else None)
    if not isinstance(event, yaml.ScalarEvent) or start.line == stop.at.line:
        return stop.at, "': ' inside a text", QUOTE_ALL
    if event.style in ('"', "'"):
        return _runaway(event)
    if not stop.before(start).strip(" -"):
        return start, "a line without a name and ': '", "write 'name: value'"
    hint = f"if it is a field, begin it below the name of line {start.line + 1}; if it is text, {QUOTE_ALL}"
    return stop.at, f"this line goes on with the text of line {start.line + 1}, where ': ' may not stand", hint


def _runaway(event: Any) -> Mistake:
    last = event.end_mark.line + 1
    hint = f"what it opens ends on line {last}; close it where the text ends"
    return _spot(event.start_mark), "this quotation mark is not closed where it should be", hint


def _unexpected(stop: _Stop) -> Mistake:
    event = stop.event
    touches = event is not None and event.end_mark is not None and event.end_mark.line == stop.at.line
    if touches and isinstance(event, yaml.ScalarEvent) and event.style in ('"', "'"):
        if _spot(event.start_mark).line < stop.at.line:
            return _runaway(event)
        double = "; a single one inside single ones is written twice: ''" if event.style == "'" else ""
        hint = f"put the whole text in the other kind of quotation marks{double}"
        return stop.at, "text after the closing quotation mark", hint
    ending = stop.before(stop.at).rstrip()[-1:]
    if touches and isinstance(event, yaml.CollectionEndEvent) and ending in ("]", "}"):
        opening = {"]": "[", "}": "{"}[ending]
        return stop.at, f"text after '{ending}'", f"a text that begins with '{opening}' goes in quotation marks"
    return _indented(stop)


def _indented(stop: _Stop) -> Mistake:
    is_item = re.match(r"-\s|-$", stop.rest(stop.at)) is not None
    in_list = "sequence" in stop.inside or "collection" in stop.inside
    line = stop.since.line + 1
    if stop.since.column == stop.at.column and is_item != in_list:
        if not is_item:
            return stop.at, f"a field among the items of the list of line {line}", "begin it with '- ', or indent it"
        hint = "indent it below the name of its list"
        if line > 1 and stop.since.column:
            hint += f"; or, if line {line} begins the first item, write '- ' there as well"
        return stop.at, f"an item of a list among the fields of line {line}", hint
    blocks = _open_blocks(stop)
    if is_item and (first := _without_dash(blocks, stop.at.column)):
        item = stop.at.line + 1
        hint = f"write '- ' before it, in column {stop.at.column + 1}, as line {item} has it"
        return first, f"the '- ' of a list is missing here: line {item} goes on with the list", hint
    return stop.at, "this line is indented unlike those it belongs to", _columns(blocks, stop)


class _Block(NamedTuple):
    """Fields or items that begin in one column, and where the first of them stands."""

    kind: Literal["fields", "items"]
    at: _Spot


_BLOCKS: dict[type, Literal["fields", "items"]] = {
    yaml.BlockMappingStartToken: "fields",
    yaml.BlockSequenceStartToken: "items",
}


def _open_blocks(stop: _Stop) -> list[_Block]:
    """What had begun and not ended above the line where the parser stopped, the outermost first."""
    blocks: list[_Block] = []
    loader = stop.parser("\n".join(stop.lines))
    with suppress(yaml.YAMLError):
        while loader.check_token():
            token = loader.get_token()
            if token.start_mark.line >= stop.at.line:
                break
            if kind := _BLOCKS.get(type(token)):
                blocks.append(_Block(kind, _spot(token.start_mark)))
            elif isinstance(token, yaml.BlockEndToken):
                blocks.pop()
    loader.dispose()
    return blocks


def _without_dash(blocks: list[_Block], column: int) -> _Spot | None:
    """Where fields begin that should be the first item of a list, whose next item begins in a column."""
    for outer, inner in pairwise(blocks):
        if outer.kind == inner.kind == "fields" and outer.at.column < column < inner.at.column:
            return inner.at
    return None


def _columns(blocks: list[_Block], stop: _Stop) -> str:
    """In which column a line would stand with the nearest above it; two, where neither is nearer than the other."""
    rest = stop.rest(stop.at)
    kind = "items" if re.match(r"-\s|-$", rest) else "fields" if re.search(r":(\s|$)", rest) else ""
    near = [block for block in reversed(blocks) if block.kind == kind] or blocks[::-1]
    if not near:
        return "the fields of a record begin in one column, and so do the items of a list"
    least = min(abs(block.at.column - stop.at.column) for block in near)
    nearest, *others = (block for block in near if abs(block.at.column - stop.at.column) == least)
    other = f", those that begin on line {others[0].at.line + 1} in column {others[0].at.column + 1}" if others else ""
    return f"the {nearest.kind} that begin on line {nearest.at.line + 1} stand in column {nearest.at.column + 1}{other}"


_JUDGES: tuple[tuple[str, Callable[[_Stop], Mistake]], ...] = (
    (r"tab character", _tab),
    (r"cannot start any token", _token),
    (r"quoted scalar: .*end of stream|quoted scalar: .*document indicator", _unclosed_text),
    (r"quoted scalar: ", _escape),
    (r"scanning an? (anchor|alias|tag|directive)|parsing a node: found undefined tag", _sign),
    (r"block scalar: ", _block),
    (r"node content", _content),
    (r"sequence entries are not allowed", _dash),
    (r"mapping keys are not allowed", _question),
    (r"parsing a flow", _brackets),
    (r"could not find expected ':'", _nameless),
    (r"mapping values are not allowed", _colon),
    (r"expected key|expected '-' indicator|expected <block end>|<document start>", _unexpected),
)
