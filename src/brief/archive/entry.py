"""One article into the archive: its text in the folder, its record and hash in the register, both or neither."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from unicodedata import normalize

from brief.archive.folder import Archive, hash_of, is_file_name
from brief.archive.intake import text_of
from brief.archive.record import amended, appended
from brief.event import Source, one_line, read_sources
from brief.files import as_typed, read_bytes, write_whole
from brief.problem import BriefError, Problem, errors, nearest, unreadable

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

NEEDED = ("title", "publisher")
"""Fields that a new record cannot be without."""

UNSHARED = "# The articles are their publishers': only their records and hashes are shared.\n*\n"
"""The `.gitignore` of the archive."""

_BOM = "\ufeff"


@dataclass(frozen=True, slots=True)
class Added:
    """What was done: the archived text's file and hash, and whether the source is new to the register."""

    path: Path
    sha256: str
    is_new: bool
    has_changed: bool


def add(briefs: Path, file: Path, source_id: str, fields: Mapping[str, str], *, replace: bool = False) -> Added:
    """Archive the text of `file` as that of a source of the folder `briefs`.

    Of a source that the register holds, only `sha256` is set, and `read_on` if it is among the `fields`; of a new one,
    a record is appended. A text that differs from the one archived, here or by its hash, asks for `replace`. Raises
    BriefError with all that is wrong, and then nothing is written; OSError where a file cannot be read or written.
    """
    given = {name: normalize("NFC", one_line(value)) for name, value in fields.items() if value.strip()}
    register = briefs / "sources.yaml"
    written = _register(register)
    sources = _read(written, register)
    known = next((source for source in sources if source.id == source_id), None)
    text = text_of(file)
    path = Archive(briefs).path(source_id)
    problems = [text] if isinstance(text, Problem) else []
    problems += _doubts(source_id, known, sources, given)
    if problems or path is None or isinstance(text, Problem):
        raise BriefError(problems or [_outside(source_id)])
    content = text.encode()
    sha256 = hash_of(content)
    there = read_bytes(path) if path.is_file() else None
    recorded = known.sha256 if known else None
    is_other = there not in (None, content) if recorded is None else recorded.lower() != sha256
    if is_other and not replace:
        raise BriefError([_differs(source_id, there)])
    values = {"sha256": sha256}
    if known is None:
        values = {"id": source_id, **given, **values}
    elif "read_on" in given:
        values["read_on"] = given["read_on"]
    changed = _changed(written, source_id, values, known, register)
    contents = {path: content, register: changed.encode()}
    ignore = path.with_name(".gitignore")
    write_whole(contents if ignore.exists() else {ignore: UNSHARED.encode(), **contents})
    return Added(path, sha256, known is None, changed != written or there != content)


def _register(path: Path) -> str:
    """The register as it is written, line ends and all."""
    try:
        return read_bytes(path).decode()
    except FileNotFoundError:
        hint = "write the file; 'brief init' shows a whole folder of them"
        raise BriefError([Problem("missing-file", f"there is no file {as_typed(path)}", hint=hint)]) from None
    except ValueError as error:
        raise BriefError([unreadable(error, as_typed(path))]) from None


def _read(written: str, path: Path) -> tuple[Source, ...]:
    """The sources of a register that has no fault but, at most, that it is empty as yet."""
    sources, problems = read_sources(_lines(written), as_typed(path))
    faults = [problem for problem in errors(problems) if problem.code != "no-source"]
    if faults:
        raise BriefError(faults)
    return sources


def _lines(written: str) -> str:
    return written.removeprefix(_BOM).replace("\r\n", "\n").replace("\r", "\n")


def _doubts(
    source_id: str, known: Source | None, sources: tuple[Source, ...], given: Mapping[str, str]
) -> list[Problem]:
    """What is wrong with an id and the fields given for it."""
    if not is_file_name(source_id):
        hint = "an id has letters from A to Z, digits, hyphens and underscores: P69"
        return [Problem("archive", f"no text can be archived under the id '{source_id}'", hint=hint)]
    if known is None:
        alike = [source.id for source in sources if source.id.lower() == source_id.lower()]
        if alike:
            hint = "give it another id: not every system tells the two files apart"
            return [Problem("archive", f"'{source_id}' differs from the source {alike[0]} in case alone", hint=hint)]
        options = " ".join(f"--{name} …" for name in NEEDED if name not in given)
        meant = nearest(source_id, [source.id for source in sources])
        hint = f"{meant} If not, add {options}" if meant else f"add {options}"
        message = f"there is no source {source_id} yet; a new one needs a title and a publisher"
        return [Problem("missing", message, hint=hint)] if options else []
    return [
        Problem("archive", f"{source_id} has another {name} in sources.yaml", hint="change it there; it stays as it is")
        for name, value in given.items()
        if name != "read_on" and str(getattr(known, name) or "") != value
    ]


def _outside(source_id: str) -> Problem:
    return Problem("archive", f"the text of {source_id} would lie outside the archive", hint="take the link away")


def _differs(source_id: str, there: bytes | None) -> Problem:
    held = "another text is archived" if there else "the record has the hash of another text"
    hint = "compare the two; --replace takes the new one"
    return Problem("archive", f"{held} for {source_id}; it stays as it is", hint=hint)


def _changed(written: str, source_id: str, values: dict[str, str], known: Source | None, path: Path) -> str:
    """The register with a record set or appended, which reads back as it should: else BriefError."""
    mark = _BOM if written.startswith(_BOM) else ""
    register = written.removeprefix(_BOM)
    unchanged = known is not None and all(str(getattr(known, name)) == value for name, value in values.items())
    if unchanged:
        return written
    try:
        changed = amended(register, source_id, values) if known else appended(register, values)
    except ValueError as error:
        message = f"{as_typed(path)} cannot be written to: {error}"
        raise BriefError([Problem("archive", message, hint=f"write by hand: sha256: {values['sha256']}")]) from None
    sources, problems = read_sources(_lines(changed), as_typed(path))
    if faults := errors(problems):
        raise BriefError(Problem(fault.code, fault.message, None, fault.hint) for fault in faults)
    back = next((source for source in sources if source.id == source_id), None)
    if back is None or any(str(getattr(back, name)) != value for name, value in values.items()):
        message = f"{as_typed(path)} would not read back as it should"
        raise BriefError([Problem("archive", message, hint=f"write by hand: sha256: {values['sha256']}")])
    return mark + changed
