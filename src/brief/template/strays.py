"""Files in the folder of a template that nothing reads, though their name or place looks as if something did."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from brief.event import LANGUAGES, language_meant
from brief.place import Place
from brief.problem import Problem, nearest
from brief.template.folder import BOOK, ENTRY, MANIFEST
from brief.template.texts import text_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brief.template.folder import Template

READ = (ENTRY, BOOK, MANIFEST, "style.toml", "markings.toml", "base.docx", "labels", "parts", "fonts")
"""What is looked for in the folder of a template, beside the logo and other parts."""

BELOW = {"labels": ".toml", "parts": ".md.j2"}
"""How the names of files end that are read in a folder."""


def stray_files(template: Template) -> tuple[Problem, ...]:
    """A warning for each: a name that is like one that is read (`label` for `labels`), a part that is no `.md.j2`.

    Only the template's own folder is looked at. Anything else may lie in it, a letter or a picture.
    """
    return tuple(
        Problem("stray-file", f"nothing reads '{name}'", Place(template.path(name), 1), hint, severity="warning")
        for name, hint in _found(template)
    )


def _found(template: Template) -> Iterator[tuple[str, str]]:
    known = {name.casefold() for name in READ}
    parts = {path.name for one in template.chain for path in (one.folder / "parts").glob("*.md.j2")} - _included(
        template
    )
    for path in sorted(template.folder.iterdir()):
        name = path.name
        home = _home(name, parts)
        if home and not (template.folder / home / name).exists():
            yield name, f"did you mean '{home}/{name}'?"
            continue
        hint = nearest(name.casefold(), READ) if not name.startswith(".") and not name.endswith(".example.toml") else ""
        if name not in READ and (hint or name.casefold() in known) and not name.endswith(".md.j2"):
            yield name, hint
    for folder, end in BELOW.items():
        for path in sorted((template.folder / folder).glob("*")):
            if path.is_file() and not path.name.endswith(end) and not path.name.startswith("."):
                yield f"{folder}/{path.name}", f"what is read there ends in {end}"
    for path in sorted((template.folder / "labels").glob("*.toml")):
        if path.stem not in LANGUAGES and not path.name.startswith("."):
            hint = language_meant(path.stem) or "labels are named after their language: en.toml, ko.toml"
            yield f"labels/{path.name}", hint


def _included(template: Template) -> set[str]:
    """What the template's own files name in quotation marks: the parts that they include, wherever these lie."""
    texts = (text_of(path, path.name) for path in template.folder.rglob("*.md.j2"))
    return {name for text in texts if isinstance(text, str) for name in re.findall(r"['\"]([^'\"]+)['\"]", text)}


def _home(name: str, parts: set[str]) -> str:
    """The folder below the template's own in which a file of this name is read; nothing for most."""
    stem, _, end = name.partition(".")
    if end == "toml" and stem in LANGUAGES:
        return "labels"
    if end in ("ttf", "otf"):
        return "fonts"
    return "parts" if name in parts else ""
