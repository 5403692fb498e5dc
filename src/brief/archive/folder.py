"""The archive: texts of articles beside the register of sources, which holds the hash of each.

The articles are their publishers' and no part of what is shared (a `.gitignore` in the folder sees to it), so a text
may be missing here and yet be what it was where it lies. A text that is not what its hash says verifies nothing.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from brief.files import DEVICES, TooLargeError, inside, read_bytes

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from brief.event import Source

State = Literal["intact", "altered", "unrecorded", "missing", "none"]
"""How a text stands to its hash: as it says; not as it says; without one; not on this machine; neither is there."""


def hash_of(content: bytes) -> str:
    """The SHA-256 hash of a text as it is archived."""
    return hashlib.sha256(content).hexdigest()


def is_file_name(source_id: str) -> bool:
    """Whether a text may be archived under this id: letters, digits, hyphens and underscores, on every system."""
    return bool(re.fullmatch(rf"(?!{DEVICES}\Z)[A-Za-z0-9][A-Za-z0-9_-]{{0,63}}", source_id))


@dataclass(frozen=True, slots=True)
class Archived:
    """How a source stands in the archive, and its text where that is intact."""

    state: State
    text: str | None = None


@dataclass(frozen=True, slots=True)
class Archive:
    """The archived texts of a folder of briefs, each read once; without a folder there are none."""

    briefs: Path | None = None
    _read: dict[tuple[str, str | None], Archived] = field(default_factory=dict, init=False, repr=False, compare=False)

    @property
    def folder(self) -> Path | None:
        """Where the texts are."""
        return self.briefs / "sources" if self.briefs else None

    def path(self, source_id: str) -> Path | None:
        """The file of a text, there or not; none where it would leave the folder."""
        name = f"{source_id}.txt"
        if self.folder is None or not is_file_name(source_id) or inside(self.folder, name) is None:
            return None
        return self.folder / name

    def of(self, source: Source) -> Archived:
        """How a source stands. Raises OSError where its text is there and cannot be read."""
        key = source.id, source.sha256
        if key not in self._read:
            self._read[key] = self._look(source)
        return self._read[key]

    def strays(self, sources: Iterable[Source]) -> tuple[str, ...]:
        """The names of texts in the archive that are of no source."""
        known = {f"{source.id}.txt" for source in sources}
        files = sorted(self.folder.glob("*.txt")) if self.folder else ()
        return tuple(file.name for file in files if file.name not in known)

    def _look(self, source: Source) -> Archived:
        path = self.path(source.id)
        if path is None or not path.is_file():
            return Archived("missing" if source.sha256 else "none")
        if source.sha256 is None:
            return Archived("unrecorded")
        try:
            content = read_bytes(path)
            text = content.decode()
        except (TooLargeError, UnicodeDecodeError):  # no text that was archived is
            return Archived("altered")
        return Archived("intact", text) if hash_of(content) == source.sha256.lower() else Archived("altered")
