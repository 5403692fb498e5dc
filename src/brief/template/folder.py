"""Where templates are, and what each takes from the one it extends."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from brief.files import as_typed
from brief.problem import Problem, nearest
from brief.template.manifest import LIMITS, Manifest, Option, read_manifest

if TYPE_CHECKING:
    from collections.abc import Iterator

ENTRY = "brief.md.j2"
"""The file of a template that is filled; it includes the others."""

BOOK = "book.md.j2"
"""The file that is filled for a book: it prints briefs that are made already."""

MANIFEST = "template.toml"

DEEPEST = 8
"""Templates that may extend one another in a row."""

_PACKAGE = Path(__file__).resolve().parent.parent


@dataclass(frozen=True, slots=True)
class Template:
    """A folder with `brief.md.j2`, or one that extends another. `key` is what `find` finds it by, `shown` its folder.

    What its files do not say, those of `base` do. Where there is none of the name that it extends, `cut` says so.
    """

    key: str
    folder: Path
    shown: str
    manifest: Manifest = field(default_factory=Manifest)
    base: Template | None = None
    cut: tuple[Problem, ...] = ()

    @property
    def chain(self) -> tuple[Template, ...]:
        """The template itself, then the one it extends, and so on."""
        return (self, *(self.base.chain if self.base else ()))

    @property
    def folders(self) -> tuple[Path, ...]:
        """The folders of the chain, its own first."""
        return tuple(template.folder for template in self.chain)

    @property
    def comes_with_brief(self) -> bool:
        """Whether it is one of those that are installed with the program: nobody writes into its folder."""
        return self.folder.parent.resolve() == _home().resolve()

    @property
    def extended_as(self) -> str:
        """The name by which one in the folder `templates` of the working directory extends it; "" where none can."""
        own = self.folder.resolve()
        found = _known().get(own.name)
        return own.name if found and found.resolve() == own else ""

    @property
    def name(self) -> str:
        """What it is called."""
        return self.manifest.name or self.folder.name

    @property
    def purpose(self) -> str:
        """What it is for, in a line."""
        return self.manifest.purpose

    @property
    def formats(self) -> tuple[str, ...]:
        """The formats that are written where none is asked for; none where no template of the chain says."""
        return next((one.manifest.formats for one in self.chain if one.manifest.formats), ())

    @property
    def contents_from_words(self) -> int:
        """Words from which a brief has a list of contents."""
        return int(self._limit("contents_from_words"))

    @property
    def bottom_line_lines(self) -> int:
        """Lines that the bottom line may take; 0 for as many as it takes."""
        return int(self._limit("bottom_line_lines"))

    @property
    def front_pages(self) -> int:
        """The page on which the part ends that stands alone; 0 for whichever it takes."""
        return int(self._limit("front_pages"))

    @property
    def pages(self) -> float:
        """The pages that the brief may have, 0.5 for half of one; 0 for as many as it takes."""
        return self._limit("pages")

    @property
    def options(self) -> tuple[Option, ...]:
        """The options of the whole chain; its own in the place of those of the same name."""
        found = {option.name: option for one in reversed(self.chain) for option in one.manifest.options}
        return tuple(found.values())

    def has(self, file: str) -> bool:
        """Whether a template of the chain has this file."""
        return any((folder / file).is_file() for folder in self.folders)

    def _limit(self, name: str) -> float:
        """One of `LIMITS`, as the nearest template of the chain sets it."""
        set_by = (one.manifest.limits for one in self.chain if one.manifest.limits)
        return next((limits[name] for limits in set_by if name in limits), LIMITS[name])

    def path(self, file: str) -> str:
        """A file of the template, as its user would write it."""
        return f"{self.shown}/{file}" if self.shown != "." else file


def find(name_or_folder: str | Path) -> tuple[Template | None, tuple[Problem, ...]]:
    """The template of this name, or of this folder, and all that is wrong with its `template.toml`.

    A name is looked for in the folder `templates` of the working directory, then among the templates that come with
    brief. There is no template where `name_or_folder` is neither; the one problem is then `unknown-template`.
    """
    wanted = str(name_or_folder)
    known = _known()
    if wanted in known:
        return _read(wanted, known[wanted])
    folder = Path(wanted)
    if wanted and _is_template(folder):
        return _read(wanted, folder)
    for each in (folder, Path("templates", wanted)):
        if wanted and _is_folder(each):
            return None, (_no_template(each),)
    hint = nearest(wanted, known) or _listed(known)
    return None, (Problem("unknown-template", f"there is no template '{wanted}'", hint=hint),)


def _no_template(folder: Path) -> Problem:
    """What is told of a folder that holds neither of the files by which a template is known."""
    message = f"the folder '{as_typed(folder)}' is no template: it holds no {ENTRY} and extends no other"
    meant = [(name, nearest(name, (MANIFEST, ENTRY))) for name in sorted(path.name for path in folder.glob("*"))]
    hint = next((f"nothing reads '{name}': {hint}" for name, hint in meant if hint), "")
    return Problem("unknown-template", message, hint=hint or f'write extends = "policy-brief" in its {MANIFEST}')


def list_templates() -> tuple[Template, ...]:
    """The templates that `find` knows by name; one whose `template.toml` is broken says little."""
    found = (_read(name, folder)[0] for name, folder in _known().items())
    return tuple(template for template in found if template)


def _known() -> dict[str, Path]:
    """The folders of templates by name: those of the working directory, and the others that come with brief."""
    own, house = ({each.name: each for each in _templates_in(home)} for home in (Path.cwd() / "templates", _home()))
    return own | {name: folder for name, folder in house.items() if name not in own}


def _home() -> Path:
    """Where the templates are that come with brief: beside the package in a wheel, two folders up in a checkout."""
    beside = _PACKAGE / "_templates"
    return beside if beside.is_dir() else _PACKAGE.parent.parent / "templates"


def _templates_in(home: Path) -> Iterator[Path]:
    if _is_folder(home):
        yield from sorted(folder for folder in home.iterdir() if _is_template(folder))


def _is_template(folder: Path) -> bool:
    return _is_folder(folder) and ((folder / ENTRY).is_file() or (folder / MANIFEST).is_file())


def _is_folder(folder: Path) -> bool:
    try:
        return folder.is_dir()
    except (OSError, ValueError):  # a name too long for the machine, or with a NUL
        return False


def _read(key: str, folder: Path, heirs: tuple[Path, ...] = ()) -> tuple[Template | None, tuple[Problem, ...]]:
    """The template in `folder`, and those that it extends; `heirs` are the folders that extend it."""
    shown = as_typed(folder)
    manifest, problems = read_manifest(folder / MANIFEST, f"{shown}/{MANIFEST}" if shown != "." else MANIFEST)
    template = Template(key, folder, shown, manifest)
    if not manifest.extends:
        if (folder / ENTRY).is_file() or problems:
            return template, problems
        message = f"the template '{key}' has neither a {ENTRY} nor a template that it extends"
        hint = f'write extends = "policy-brief" in {MANIFEST}'
        return None, (Problem("unknown-template", message, hint=hint),)
    base, of_base = _base(manifest, (*heirs, folder.resolve()))
    cut = base.cut if base else of_base
    return Template(key, folder, shown, manifest, base, cut), (*problems, *of_base)


def _base(manifest: Manifest, heirs: tuple[Path, ...]) -> tuple[Template | None, tuple[Problem, ...]]:
    """The template that a manifest extends: a neighbour of its own folder, or one that comes with brief.

    Under its own name it extends the one that comes with brief.
    """
    name, place = manifest.extends, manifest.extends_at
    homes = (heirs[-1].parent, _home()) if name == heirs[-1].name else (_home(), heirs[-1].parent)
    neighbours = {folder.name: folder for home in homes for folder in _templates_in(home)}
    if name not in neighbours:
        hint = nearest(name, neighbours) or _listed(neighbours)
        return None, (Problem("unknown-template", f"there is no template '{name}' to extend", place, hint),)
    folder = neighbours[name]
    resolved = folder.resolve()
    if resolved in heirs or len(heirs) >= DEEPEST:
        since = heirs[heirs.index(resolved) if resolved in heirs else 0 :]
        way = " → ".join((*(heir.name for heir in since), name))
        return None, (Problem("circle", f"this template leads back to itself: {way}", place, "extend another"),)
    return _read(name, folder, heirs)


def _listed(names: dict[str, Path]) -> str:
    return "there is " + ", ".join(names) if names else ""
