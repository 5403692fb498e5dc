"""From the characters of a YAML file to nodes: in one pass, without recursion, and with what briefs do not use refused.

Nothing is guessed of a scalar's type here, so tags, and the aliases that make small files enormous, have no use.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import yaml

from brief.event.characters import MOST, UNPRINTABLE, unprintable
from brief.event.nodes import Fields, Items, Long, Refused, Scalar
from brief.place import Place
from brief.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

    from brief.event.nodes import Node

try:
    from yaml import CSafeLoader as Loader
except ImportError:  # PyYAML without libyaml
    from yaml import SafeLoader as Loader  # type: ignore[assignment]

STAND_IN = "\N{REPLACEMENT CHARACTER}"
"""Stands for a character that was refused while its file is taken apart, so that all columns hold; no text keeps it."""

DEEPEST = 50
"""Lists and fields inside one another."""


class _Composer:
    """Puts events together; `open` holds what is begun and not ended, `keys` the name that waits for its value."""

    def __init__(self, text: str, file: str, *, replaced: bool) -> None:
        self.text, self.file, self.replaced = text, file, replaced
        self.lines = text.split("\n")
        self.comments = _comments(self.lines) if "#" in text else {}
        self.problems: list[Problem] = []
        self.root: Node | None = None
        self.open: list[Fields | Items] = []
        self.keys: list[Scalar | Refused | None] = []

    def take(self, event: Any) -> bool:
        """Add one event; whether the file goes on."""
        kind = type(event)
        if kind is yaml.ScalarEvent:
            mark = event.start_mark
            text = event.value.replace(STAND_IN, "") if self.replaced else event.value
            if "\n" in text:
                text = _in_paragraphs(text, event, self.lines)
            self.put(Scalar(mark.line + 1, mark.column + 1, text, quoted=bool(event.style)))
            if self.comments and not event.style:
                self.doubt(event.end_mark)
        elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
            return self.begin(event)
        elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
            self.open.pop()
            self.keys.pop()
            return True
        elif kind is yaml.AliasEvent:
            self.put(Refused(event.start_mark.line + 1, event.start_mark.column + 1))
            self.say("alias", f"'*{event.anchor}' stands for something written elsewhere", event, _BEGINS.format("*"))
            return True
        else:
            return kind is not yaml.DocumentStartEvent or self.is_first(event)
        self.judge(event)
        return True

    def begin(self, event: Any) -> bool:
        """Open a list or fields; whether there is room for more."""
        if len(self.open) == DEEPEST:
            self.say("too-deep", f"more than {DEEPEST} lists and fields inside one another", event)
            self.root = None
            return False
        node = (Fields if type(event) is yaml.MappingStartEvent else Items)(
            event.start_mark.line + 1, event.start_mark.column + 1
        )
        self.put(node)
        self.open.append(node)
        self.keys.append(None)
        self.judge(event)
        return True

    def put(self, node: Node) -> None:
        """Give a node its place under the last that is open."""
        if not self.open:
            self.root = node
            return
        parent = self.open[-1]
        if isinstance(parent, Items):
            parent.items.append(node)
        elif (key := self.keys[-1]) is None:
            self.keys[-1] = self.as_key(node)
        else:
            self.keys[-1] = None
            if isinstance(key, Scalar):
                parent.pairs.append((key, node))

    def as_key(self, node: Node) -> Scalar | Refused:
        """A name, or what stands for one that was refused."""
        if isinstance(node, Fields | Items):
            hint = "a text that begins with '{', '[' or '?' goes in quotation marks"
            place = Place(self.file, node.line, node.column)
            self.tell(Problem("shape", "a list or fields where a name should be", place, hint))
            return Refused(node.line, node.column)
        return node

    def judge(self, event: Any) -> None:
        """Refuse what a node may carry besides its value."""
        if event.anchor is not None:
            self.say("alias", f"'&{event.anchor}' marks something to be repeated elsewhere", event, _BEGINS.format("&"))
        if event.tag is not None:
            self.say("tag", f"'{event.tag[:60]}' names a type", event, _BEGINS.format("!"))

    def doubt(self, end: Any) -> None:
        """Ask whether a comment was meant as one, where it touches its sign and a plain text stands before it."""
        found = self.comments.get(end.line)
        if found and found.start() == end.column:
            place = Place(self.file, end.line + 1, found.end())
            hint = "if it belongs to the text, put the whole text in quotation marks; else write '# '"
            self.tell(Problem("comment", f"what follows '{found[0].strip()}' is not read", place, hint, "warning"))

    def is_first(self, event: Any) -> bool:
        """Whether no document was before this one."""
        if self.root is None:
            return True
        self.say("second-document", "a second document begins here", event, "a file holds one; delete the line '---'")
        return False

    def say(self, code: str, message: str, event: Any, hint: str = "") -> None:
        """Report what begins where this event does."""
        mark = event.start_mark
        self.tell(Problem(code, message, Place(self.file, mark.line + 1, mark.column + 1), hint))

    def tell(self, problem: Problem) -> None:
        """Report, up to a limit."""
        if len(self.problems) < MOST:
            self.problems.append(problem)

    def holds(self, names: AbstractSet[str]) -> bool:
        """Whether the fields of these names are read to their ends."""
        root = self.root
        return len(self.open) == 1 and isinstance(root, Fields) and names <= {key.text for key, _ in root.pairs}


def _in_paragraphs(text: str, event: Any, file: Sequence[str]) -> str:
    """A text that blank lines of its file part, with its paragraphs.

    Behind `|` a blank line stays one; elsewhere it becomes the one line end that YAML leaves in a text (YAML 1.2.2,
    6.5). Where the lines of the file do not tell where each begins, all begin where the text does.
    """
    paragraphs = [part for part in re.split(r"\n[ \t]*\n" if event.style == "|" else "\n", text) if part.strip()]
    if len(paragraphs) < 2:
        return text
    first, last = event.start_mark, event.end_mark
    lines = list(file[first.line : last.line + 1])
    lines[-1] = lines[-1][: last.column]
    lines[0] = "" if event.style in ("|", ">") else " " * first.column + lines[0][first.column :]
    begun = [n for n, line in enumerate(lines) if line.strip() and not (n and lines[n - 1].strip())]
    spots = [(first.line + n + 1, len(lines[n]) - len(lines[n].lstrip()) + 1) for n in begun]
    if len(spots) != len(paragraphs):
        spots = [(first.line + 1, first.column + 1)] * len(paragraphs)
    return Long.of(text, ((part, *spot) for part, spot in zip(paragraphs, spots, strict=True)))


def _comments(lines: Sequence[str]) -> dict[int, re.Match[str]]:
    """Where a line holds a comment without a space behind its sign, by line from 0."""
    found = ((at, re.search(r"[ \t]+#(?=[^\s#])", line)) for at, line in enumerate(lines) if " #" in line)
    return {at: comment for at, comment in found if comment}


_BEGINS = "that is not used here; a text that begins with '{}' goes in quotation marks"


def compose(text: str, file: str, *, until: AbstractSet[str] = frozenset()) -> tuple[Node | None, list[Problem]]:
    """The nodes of a YAML file, and what is wrong with it; no node where it cannot be read at all.

    With `until` it ends as soon as the fields of these names have been read.
    """
    problems: list[Problem] = []
    whole = text
    if not text.replace("\n", "").isprintable():
        problems += unprintable(text, file)
        text = re.sub(UNPRINTABLE, STAND_IN, text)
    composer = _Composer(text, file, replaced=text != whole)
    try:
        _take_all(composer, Loader, until)
    except _TooFarAheadError:
        composer = _Composer(text, file, replaced=text != whole)
        _take_all(composer, yaml.SafeLoader, until)
    if composer.root is None and not composer.problems:
        composer.tell(Problem("empty", "this file is empty", Place(file, 1)))
    return composer.root, problems + composer.problems


class _TooFarAheadError(Exception):
    """The parser counts lists that it has not yet told of: libyaml looks ahead as far as a name may reach."""


def _take_all(composer: _Composer, parser: type[Any], until: AbstractSet[str]) -> None:
    """Let a composer take what a parser tells, as far as there is need."""
    event: Any = None
    loader = parser(composer.text)
    try:
        while not isinstance(event, yaml.StreamEndEvent):
            event = loader.get_event()
            if not composer.take(event) or (until and composer.holds(until)):
                break
    except yaml.MarkedYAMLError as error:
        from brief.event.mistakes import explain  # noqa: PLC0415  only for a file that YAML's parser refuses

        if "nesting depth" in str(error.problem):
            raise _TooFarAheadError from None
        composer.root = None
        composer.tell(explain(error, event, composer.text, composer.file, parser))
    finally:
        loader.dispose()
