"""Nodes beside types: each value becomes what its field asks for and keeps its place; every problem is told at once.

A fault costs the record it stands in, and with it all that holds the record, but reading goes on behind it. Read
`partial`, a list does without such a record (but not without one of those it names), and a field that may be left
out counts as left out.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, assert_never

from brief.event.characters import MOST, shown
from brief.event.day import Day
from brief.event.forms import Form
from brief.event.ids import BAD, Bad, Ids, meant, some
from brief.event.kinds import Choice, Field, Mention, Plain, Record, Row, Translated, fields_of, spoken
from brief.event.languages import LANGUAGES, in_language, language_meant, own_words
from brief.event.model import Ignore
from brief.event.nodes import Fields, Items, Refused, Scalar, name_of
from brief.event.nodes import field as field_of
from brief.event.scalars import NEVER_EMPTY, Meaningless, choice, count, day, formed, truth, typographic, words
from brief.place import Place, Words
from brief.problem import Problem, closest

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping

    from brief.event.ids import Register
    from brief.event.kinds import Kind
    from brief.event.nodes import Node
    from brief.problem import Severity


_PLAIN: dict[type, Callable[[str, Place], object]] = {str: words, int: count, Day: day, bool: truth}

IGNORE = Field(Row(Record(Ignore)), required=False)
"""What every file may hold besides: the findings that it lets stand."""


class Reader:
    """Reads one file; `registers`, `events` are what it may name, `problems`, `untranslated`, `ids` what it finds."""

    def __init__(
        self,
        file: str,
        language: str = "en",
        registers: Mapping[type, Register] | None = None,
        events: Collection[str] = (),
        problems: list[Problem] | None = None,
        *,
        partial: bool = False,
        untranslated: set[Place] | None = None,
    ) -> None:
        self.file, self.language, self.events, self.partial = file, language, events, partial
        self.registers = {} if registers is None else registers
        self.problems = [] if problems is None else problems
        self.untranslated = set[Place]() if untranslated is None else untranslated
        self.ids = Ids()

    def read(self, kind: type, node: Node, **given: object) -> Any:
        """The record that is the whole file, with the fields that are `given` otherwise, or `BAD`."""
        record = self.fields(fields_of(kind), " ".join(spoken(kind)), node, "", given)
        self.check_mentions()
        return BAD if isinstance(record, Bad) else kind(**record)

    def read_lists(self, kinds: Mapping[str, type], node: Node) -> tuple[Ignore, ...]:
        """A register: its lists of records, which `ids` holds afterwards, and what it ignores."""
        lists = {name: Field(Row(Record(kind)), required=True) for name, kind in kinds.items()}
        read = self.fields(lists | {"ignore": IGNORE}, "a register", node, "", {})
        self.check_mentions()
        return () if isinstance(read, Bad) else read.get("ignore", ())

    # ---- by kind -----------------------------------------------------------------------------------------------------

    def value(self, kind: Kind, node: Node, path: str) -> Any:
        """What a node means to a field of this kind, or `BAD`."""
        if isinstance(node, Scalar) and node.is_blank:
            return self.bad("blank", "this is still to be filled in", node, path)
        match kind:
            case Translated():
                return self.translated(node, path)
            case Record():
                return self.record(kind.type, node, path)
            case Row():
                return self.row(kind.item, node, path)
            case Plain():
                if kind.type is str and (hint := typographic(node)):
                    message = "these quotation marks are read as part of the text"
                    hint += "; if they are, put straight ones around them and it"
                    self.bad("quotation-marks", message, node, path, hint, "warning")
                return self.scalar(_PLAIN[kind.type], node, path)
            case Choice():
                return self.scalar(partial(choice, allowed=kind.allowed), node, path)
            case Form():
                return self.scalar(partial(formed, form=kind), node, path)
            case Mention():
                return self.mention(kind.of, node, path)
            case _:
                assert_never(kind)

    def scalar(self, meaning: Callable[[str, Place], object], node: Node, path: str) -> Any:
        """One value, by what its text means."""
        if not isinstance(node, Scalar):
            return self.bad("shape", "one value belongs here, not a list or fields", node, path)
        if node.is_empty:
            return self.bad("empty", "nothing is given here", node, path)
        value = meaning(node.text, Place(self.file, node.line, node.column, path))
        if isinstance(value, Meaningless):
            return self.bad(value.code, value.message, node, path, typographic(node) or value.hint)
        return value

    def translated(self, node: Node, path: str) -> Any:
        """The text in the reader's language, or else in English; those in others are read for their faults."""
        if not isinstance(node, Fields):
            return self.in_english(self.scalar(words, node, path))
        texts: dict[str, Any] = {}
        for key, value in self.pairs(node, path):
            if key.text in LANGUAGES:
                texts[key.text] = self.scalar(words, value, f"{path}.{key.text}")
            else:
                hint = language_meant(key.text) or "a language has two letters, as ISO 639-1 has it: en, fr, ko"
                self.bad("unknown-key", f"{shown(key.text)} is no language known here", key, path, hint)
        if BAD in texts.values():
            return BAD
        if self.language in texts:
            return texts[self.language]
        if "en" in texts:
            return self.in_english(texts["en"])
        return self.bad("translation", "no text in 'en'", node, path, "add 'en: …'")

    def in_english(self, text: Any) -> Any:
        """A text in English, which another language may lack."""
        lacks = self.language != "en" and isinstance(text, Words)
        return in_language(self.language, text, self.untranslated) if lacks else text

    def row(self, item: Kind, node: Node, path: str) -> Any:
        """A list."""
        if not isinstance(node, Items):
            hint = "write [a, b], or each item on its own line after '- '"
            return self.bad("shape", "a list belongs here", node, path, hint)
        values = tuple(self.value(item, each, f"{path}[{name_of(each, at)}]") for at, each in enumerate(node.items))
        if BAD in values:
            self.ids.lose(path)
        if BAD in values and (not self.partial or (isinstance(item, Record) and item.type in self.registers)):
            return BAD
        return tuple(value for value in values if value is not BAD)

    def record(self, kind: type, node: Node, path: str) -> Any:
        """A record: by its id, by its shorthand, or by its fields."""
        if kind in self.registers:
            return self.reference(kind, self.registers[kind], node, path)
        shorthand = getattr(kind, "shorthand", None)
        if shorthand and isinstance(node, Scalar):
            value = self.value(fields_of(kind)[shorthand].kind, node, path)
            return BAD if value is BAD else kind(**{shorthand: value})
        fields = self.fields(fields_of(kind), " ".join(spoken(kind)), node, path, {})
        record = BAD if isinstance(fields, Bad) else kind(**own_words(kind, fields, self.language, self.untranslated))
        self.keep(kind, node, record, path)
        return record

    def mention(self, of: type | None, node: Node, path: str) -> Any:
        """An id that is kept as one."""
        name = self.scalar(words, node, path)
        if name is BAD:
            return BAD
        if of is not None:
            self.ids.mentions.append((of, name))
        elif name not in self.events:
            return self.unknown("event {}", name, self.events, node, path, some(self.events))
        return name

    def reference(self, kind: type, register: Register, node: Node, path: str) -> Any:
        """The record of a register that an id names."""
        name = self.scalar(words, node, path)
        if name is BAD:
            return BAD
        if name in register.records:
            return register.records[name]
        if not register.whole:
            return BAD
        what, instead = f"{spoken(kind)[1]} {{}} in {register.file}", f"enter it in {register.file}, or mend the id"
        return self.unknown(what, name, register.records, node, path, instead)

    # ---- fields ------------------------------------------------------------------------------------------------------

    def fields(
        self, known: Mapping[str, Field], what: str, node: Node, path: str, given: Mapping[str, object]
    ) -> dict[str, Any] | Bad:
        """The values of the fields a node gives, besides those given otherwise."""
        if not isinstance(node, Fields):
            return self.bad("shape", f"the fields of {what} belong here", node, path, "write each as 'name: value'")
        values: dict[str, Any] = dict(given)
        lead = f"{path}." if path else ""
        for key, value in self.pairs(node, path):
            name = key.text
            if name not in known or name in given:
                values[""] = BAD
                name = self.misspelt(key, [n for n in known if n not in given], what, node, path)
            if not name:
                self.ids.lose(path)
            else:
                self.take(name, known[name], value, what, lead + name, values)
        for name, asked in known.items():
            if asked.required and name not in values:
                values[name] = self.missing(name, what, node, path)
        if BAD not in values.values():
            return values
        for name in [n for n, value in values.items() if n and value is BAD]:
            self.ids.lose(lead + name)
        kept = {n: v for n, v in values.items() if v is not BAD or (n and known[n].is_needed(path))}
        return BAD if BAD in (kept if self.partial else values).values() else kept

    def take(self, name: str, asked: Field, node: Node, what: str, path: str, values: dict[str, Any]) -> None:
        """Read the value of a field; an empty one counts as left out."""
        empty = node.is_empty if isinstance(node, Scalar) else isinstance(node, Items) and not node.items
        if empty and name in NEVER_EMPTY:
            values[name] = self.missing(name, what, node, path)
        elif isinstance(node, Scalar) and node.is_blank:
            values[name] = self.bad("blank", f"'{name}' is still to be filled in", node, path, asked.note)
        elif empty and isinstance(node, Scalar):
            if asked.required:
                values[name] = self.bad("empty", f"'{name}' has no value", node, path, f"{what} needs one")
            elif isinstance(asked.kind, Form) and asked.kind.never_empty:
                values[name] = self.bad("empty", f"'{name}' has no value", node, path, asked.kind.hint)
        else:
            value = self.value(asked.kind, node, path)
            values[name] = BAD if value == () and name in NEVER_EMPTY else value

    def missing(self, name: str, what: str, node: Node, path: str) -> Bad:
        """Report a field that is not there, or a list that may not be empty."""
        lack = NEVER_EMPTY.get(name) or Meaningless("missing", f"needs '{name}'", f"add '{name}: …'")
        return self.bad(lack.code, f"{what} {lack.message}", node, path, lack.hint)

    def misspelt(self, key: Scalar, known: list[str], what: str, node: Fields, path: str) -> str:
        """Report an unknown name; what it was meant for, where the node does not give that as well."""
        if len(self.problems) == MOST:
            return ""
        nearest = closest(key.text[:60], known)
        hint = f"did you mean '{nearest}'?" if nearest else f"known here: {', '.join(known)}"
        if not path and key.text == "id":
            hint, nearest = "the name of its folder is its id", ""
        self.bad("unknown-key", f"{what} has no field {shown(key.text)}", key, path, hint)
        return "" if any(k.text == nearest for k, _ in node.pairs) else nearest

    def pairs(self, node: Fields, path: str) -> Iterator[tuple[Scalar, Node]]:
        """Names and values, each name once."""
        first: dict[str, int] = {}
        for key, value in node.pairs:
            if key.text in first:
                message = f"{shown(key.text)} is given twice, first on line {first[key.text]}"
                hint = "keep one of them" + ("; the next item of a list begins with '- '" if path.endswith("]") else "")
                self.bad("duplicate", message, key, path, hint)
                self.ids.lose(path or key.text)
                continue
            first[key.text] = key.line
            yield key, value

    # ---- ids and problems --------------------------------------------------------------------------------------------

    def keep(self, kind: type, node: Node, record: object, path: str) -> None:
        """Remember a record by its id, which no other of its family may have."""
        at = field_of(node, "id")
        if not isinstance(at, Scalar) or at.is_empty or at.is_blank or "id" not in fields_of(kind):
            return
        place = Place(self.file, at.line, at.column, f"{path}.id")
        name = words(at.text, place)  # as those that mention it read it
        first = self.ids.keep(kind, name if isinstance(name, Words) else at.text, record, place)
        if first is not place:
            message = f"the id {shown(at.text)} is given twice, first on line {first.line}"
            self.tell(Problem("duplicate", message, place, "give each its own"))

    def check_mentions(self) -> None:
        """Report each mention of a record that the file does not hold."""
        for what, name, known in self.ids.astray():
            message = f"there is no {what} {shown(name)} in this file"
            self.tell(Problem("reference", message, name.place, meant(name, known) or some(known)))

    def unknown(self, what: str, name: Words, known: Collection[str], node: Node, path: str, instead: str) -> Bad:
        """Report an id that names nothing, and what to do where it is like none that does."""
        message = f"there is no {what.format(shown(name))}"
        hint = meant(name, known) if len(self.problems) < MOST else ""
        return self.bad("reference", message, node, path, hint or instead)

    def bad(self, code: str, message: str, node: Node, path: str, hint: str = "", severity: Severity = "error") -> Bad:
        """Report a problem where a node stands; nothing of what was refused before."""
        if not isinstance(node, Refused):
            self.tell(Problem(code, message, Place(self.file, node.line, node.column, path), hint, severity))
        return BAD

    def tell(self, problem: Problem) -> None:
        """Report, up to a limit."""
        if len(self.problems) < MOST:
            self.problems.append(problem)
