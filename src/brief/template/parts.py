"""The files of a template, read and parsed; each that cannot be is a problem of its own, not only the first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

from jinja2 import BaseLoader, TemplateNotFound, TemplateSyntaxError, nodes

from brief.files import inside
from brief.place import Place
from brief.problem import Problem
from brief.template.bounds import LARGEST_NUMBER
from brief.template.faults import compile_problem, syntax_problem
from brief.template.texts import text_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from types import CodeType

    from jinja2 import Environment
    from jinja2.environment import Template as Compiled

    from brief.template.folder import Template

SUFFIX = ".md.j2"

MOST_CHARACTERS = 250_000
"""Of all files of a template and of those it extends: those of the policy brief have 12,000, and a million of them
would take a quarter of a minute to compile."""


@dataclass(slots=True)
class _Part:
    """A file as Jinja understands it, and what it compiles it to, once that has been asked for."""

    tree: nodes.Template
    code: CodeType | None = None


MOST_KEPT = 200
_KEPT: dict[tuple[object, ...], _Part] = {}
"""The files of this process by name, path, text and what it means by names of templates, so that none is parsed or
compiled twice as long as it stays."""


class Parts(BaseLoader):
    """The parsed files of a template by name, `parts/summary.md.j2`; Jinja compiles these and opens no others.

    `meant` are the templates that a file means by other names than the chain has for them, one of two of the same name.
    `broken` cannot be read or parsed, `outside` leads out of the folder by a link; `problems` say so.
    """

    def __init__(self) -> None:
        self.paths: dict[str, str] = {}
        self.aliases: dict[str, str] = {}
        self.trees: dict[str, nodes.Template] = {}
        self.sources: dict[str, str] = {}
        self.meant: dict[str, dict[str, str]] = {}
        self.problems: tuple[Problem, ...] = ()
        self.broken: frozenset[str] = frozenset()
        self.outside: frozenset[str] = frozenset()
        self._parts: dict[str, _Part] = {}

    @property
    def key(self) -> tuple[object, ...]:
        """Equal for files that were read and say the same, and for files that failed to be read in the same way."""
        return tuple(self.sources.items()), tuple(self.paths.items()), self.problems, self.outside

    def shown(self, name: str) -> str:
        """A file as its user would write it: several templates of a chain may have one of that name."""
        return self.paths.get(name, name)

    def alias(self, other: str, name: str) -> None:
        """Let a file be known by another name as well."""
        self.aliases[other] = name
        self.paths[other] = self.paths[name]

    def parse(self, environment: Environment) -> None:
        """Parse every file."""
        for name, source in self.sources.items():
            self.add(name, source, environment)
        for other, name in self.aliases.items():
            if name in self.trees:
                self.trees[other] = self.trees[name]
            self.broken |= {other} if name in self.broken else frozenset()
            self.outside |= {other} if name in self.outside else frozenset()

    def add(self, name: str, source: str, environment: Environment) -> None:
        """Parse a file."""
        self.sources[name] = source
        try:
            self._parts[name] = _parsed(name, self.shown(name), source, self.meant.get(name, {}), environment)
            self.trees[name] = self._parts[name].tree
        except (TemplateSyntaxError, ValueError, RecursionError, MemoryError) as error:
            self.broken |= {name}
            self.problems += (syntax_problem(error, source, self.shown(name)),)

    def load(self, environment: Any, name: str, globals: Any = None) -> Compiled:  # noqa: A002 - Jinja's name
        """Compile a file. Raises TemplateNotFound for one that was not read."""
        name = self.aliases.get(name, name)
        part = self._parts.get(name)
        if part is None:
            raise TemplateNotFound(name)
        if part.code is None:
            part.code = environment.compile(part.tree, name, self.shown(name))
        return cast("Compiled", environment.template_class.from_code(environment, part.code, globals))

    def compile_problems(self, environment: Environment) -> tuple[Problem, ...]:
        """What only compiling shows: a block that is there twice, too many tags inside one another."""
        found = []
        for name, source in self.sources.items():
            try:
                environment.get_template(name)
            except (TemplateSyntaxError, SyntaxError, RecursionError, MemoryError) as error:
                found.append(compile_problem(error, source, self.shown(name), environment))
        return tuple(found)


def _parsed(name: str, shown: str, source: str, meant: dict[str, str], environment: Environment) -> _Part:
    key = name, shown, source, tuple(meant.items())
    part = _KEPT.get(key)
    if part is None:
        tree = environment.parse(source, name, shown)
        _refuse_huge(tree)
        _say_as_meant(tree, meant)
        if len(_KEPT) >= MOST_KEPT:
            _KEPT.clear()
        part = _KEPT[key] = _Part(tree)
    return part


def _refuse_huge(tree: nodes.Template) -> None:
    """Raise TemplateSyntaxError for a number that Python could not write down again."""
    for constant in tree.find_all(nodes.Const):
        if isinstance(constant.value, int) and abs(constant.value) > LARGEST_NUMBER:
            message = "this number is too large"
            raise TemplateSyntaxError(message, constant.lineno)


def _say_as_meant(tree: nodes.Template, meant: dict[str, str]) -> None:
    """Name other files of the chain as the chain has them."""
    for node in tree.find_all((nodes.Extends, nodes.Include, nodes.Import, nodes.FromImport)) if meant else ():
        named = cast("nodes.Extends", node).template
        if isinstance(named, nodes.Const) and isinstance(named.value, str):
            owner, _, file = named.value.partition("/")
            named.value = f"{meant.get(owner, owner)}/{file}" if file else named.value


def read_parts(template: Template) -> Parts:
    """Every file of a template and of those it extends, unparsed: those beside `brief.md.j2`, and those under `parts/`.

    A file takes the place of those of the same name further up the chain; they are still there under the name of their
    template: `policy-brief/parts/areas.md.j2`. Where one of this name extends another, each means the one further up.
    """
    parts = Parts()
    names = _names(template)
    for place, each in enumerate(template.chain):
        above = {one.key: known for one, known in zip(template.chain[:place:-1], names[:place:-1], strict=True)}
        meant = {key: known for key, known in above.items() if key != known}
        for name in _files(each.folder):
            full, own = (f"{names[place]}/{name}", f"{each.key}/{name}") if place else (name, name)
            read_as = full if name in parts.paths else name
            parts.meant[read_as] = meant
            _read(parts, each, name, read_as)
            for other in (full, own):
                if other not in parts.paths:
                    parts.alias(other, read_as)
    return parts


def _names(template: Template) -> tuple[str, ...]:
    """What each template of a chain is called in it: the second of a name that extends one of the same has it twice."""
    names: list[str] = []
    for one in template.chain:
        names.append(f"{one.key}/{one.key}" if one.key in names[1:] else one.key)
    return tuple(names)


def _files(folder: Path) -> Iterator[str]:
    for path in (*sorted(folder.glob(f"*{SUFFIX}")), *sorted((folder / "parts").rglob(f"*{SUFFIX}"))):
        yield path.relative_to(folder).as_posix()


def _read(parts: Parts, template: Template, file: str, name: str) -> None:
    """Read a file of a template under a name."""
    shown = parts.paths[name] = template.path(file)
    real = inside(template.folder, file)
    if real is None:
        parts.outside |= {name}
        return
    text = text_of(real, shown)
    if isinstance(text, Problem):
        parts.broken |= {name}
        parts.problems += (text,)
    elif sum(map(len, parts.sources.values())) + len(text) > MOST_CHARACTERS:
        parts.broken |= {name}
        message = f"the files of this template hold more than {MOST_CHARACTERS:,} characters"
        parts.problems += (Problem("too-large", message, Place(shown, 1), "make them shorter"),)
    else:
        parts.sources[name] = text
