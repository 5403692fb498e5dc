"""Templates: found, checked, filled. Jinja is loaded only where one is filled."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.problem import in_order
from brief.template.chunks import Filled, Value, Written
from brief.template.first import BadBaseError, BadNameError, first_files
from brief.template.folder import BOOK, Template, find, list_templates
from brief.template.labels import languages, read_labels
from brief.template.manifest import Option
from brief.template.names import BookNames, Bound, Figures, FollowUps, Names, Previous, Registers
from brief.template.settings import unknown_option
from brief.template.strays import stray_files

if TYPE_CHECKING:
    from collections.abc import Mapping

    from brief.problem import Problem
    from brief.template.offered import Section

__all__ = [
    "BOOK",
    "BadBaseError",
    "BadNameError",
    "BookNames",
    "Bound",
    "Figures",
    "Filled",
    "FollowUps",
    "Names",
    "Option",
    "Previous",
    "Registers",
    "Template",
    "Value",
    "Written",
    "check_book",
    "check_template",
    "fill",
    "fill_sound",
    "find",
    "first_files",
    "languages",
    "list_templates",
    "read_labels",
    "reference",
    "stray_files",
    "unknown_option",
    "unused_labels",
]


def reference(names: Names) -> tuple[Section, ...]:
    """Every name that a template may use, what it gives, and an example from `names`, in sections."""
    from brief.template.offered import sections  # noqa: PLC0415 - `brief list` needs templates, and no Jinja

    return sections(names)


def check_template(template: Template, *, language: str = "en-GB") -> tuple[Problem, ...]:
    """All that is wrong with a template before anything is filled into it, in order of place.

    That is what `fill` would say of its labels and parts, with no event at hand. `language` is as there.
    """
    from brief.template.checking import checked  # noqa: PLC0415 - as above

    return in_order(checked(template, language).problems)


def check_book(template: Template, *, language: str = "en-GB") -> tuple[Problem, ...]:
    """All that is wrong with the `book.md.j2` of a template, as `check_template` says it; nothing where it has none."""
    from brief.template.checking import book_checked  # noqa: PLC0415 - as above

    return in_order(book_checked(template, language))


def unused_labels(template: Template) -> tuple[Problem, ...]:
    """A warning for each label of the template's own that nothing prints and no other template has."""
    from brief.template.unused import unused_labels as unused  # noqa: PLC0415 - as above

    return unused(template)


def fill(
    template: Template,
    names: Names | BookNames,
    registers: Registers,
    *,
    figures: Figures | None = None,
    language: str = "en-GB",
    settings: Mapping[str, str | int | bool] | None = None,
) -> tuple[Filled | None, tuple[Problem, ...]]:
    """Put the data into a template: the words of its author and the values between them, as chunks in order.

    For the names of a book, its `book.md.j2` is filled, and else its `brief.md.j2`.
    `language` is a BCP 47 tag; it chooses `labels/<language>.toml` and how dates are written; `figures` draws
    what is asked for, and nothing is drawn without it; `settings` are the options that the user sets, as words or as
    what they are. What is wrong in the template is found before anything is filled; beside a problem there are no
    chunks. Same input, same chunks.
    """
    from brief.template.filling import fill_template  # noqa: PLC0415 - as above

    filled, problems = fill_template(template, names, registers, language, figures, settings)
    return filled, in_order(problems)


def fill_sound(
    template: Template,
    names: Names,
    registers: Registers,
    *,
    figures: Figures | None = None,
    language: str = "en-GB",
) -> tuple[Filled, ...]:
    """What each file of a template gives by itself, of those in which nothing is wrong: to be read for its Markdown.

    For a template that has problems, so that `fill` gives nothing.
    """
    from brief.template.filling import fill_sound as filled  # noqa: PLC0415 - as above

    return filled(template, names, registers, language, figures)
