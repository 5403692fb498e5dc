"""Which records there are under which id: in a register, and in the file that is being read."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from brief.event.characters import MOST
from brief.event.kinds import family, spoken
from brief.problem import nearest

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from brief.place import Place, Words


class Bad:
    """Stands where a value could not be read."""


BAD = Bad()


@dataclass(frozen=True, slots=True)
class Register:
    """Records that others name by id; a record that could not be read is known and `BAD`.

    Where the register is not `whole`, because its file could not be read, no id is said to be unknown. `lost` says
    whether anything of it could not be read.
    """

    file: str
    records: Mapping[str, object]
    whole: bool = True
    lost: bool = False


@dataclass(frozen=True, slots=True)
class Ids:
    """The records of one file by family and id, where each id stands first, and the ids that fields mention.

    `lost` names the fields of the whole file of which something could not be read; an empty name means any.
    """

    records: dict[type, dict[str, object]] = field(default_factory=dict)
    places: dict[type, dict[str, Place]] = field(default_factory=dict)
    mentions: list[tuple[type, Words]] = field(default_factory=list)
    lost: set[str] = field(default_factory=set)

    def lose(self, path: str) -> None:
        """Remember that what stands at a data path could not be read, by the field of the file that leads to it."""
        self.lost.add(re.split(r"[.\[]", path, maxsplit=1)[0])

    def keep(self, kind: type, name: str, record: object, place: Place) -> Place:
        """Remember a record, unless another of its family has its id; the place of the one that has it."""
        first = self.places.setdefault(family(kind), {}).setdefault(name, place)
        if first is place:
            self.records.setdefault(family(kind), {})[name] = record
        return first

    def of(self, kind: type) -> dict[str, object]:
        """The records of a family, by id."""
        return self.records.get(family(kind), {})

    def astray(self) -> Iterator[tuple[str, Words, dict[str, object]]]:
        """Each mention of a record that the file does not hold: what it should be, the id, and those it might be."""
        return ((spoken(kind)[1], name, self.of(kind)) for kind, name in self.mentions if name not in self.of(kind))


def meant(name: str, known: Collection[str]) -> str:
    """A hint that gives the id that one may be meant for, if any is like it."""
    return nearest(name[:60], known) if len(known) <= MOST else ""


def some(known: Collection[str]) -> str:
    """A hint that gives the ids there are, or the first of them."""
    return f"there is {', '.join(list(known)[:10])}{', …' if len(known) > 10 else ''}" if known else "there is none yet"
