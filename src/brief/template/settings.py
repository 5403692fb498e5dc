"""The options of a template as one run sets them: `--set columns=2` against what `template.toml` allows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from brief.problem import Problem, nearest

if TYPE_CHECKING:
    from collections.abc import Mapping

    from brief.template.folder import Template
    from brief.template.manifest import Option, Setting

_FLAGS = {"true": True, "yes": True, "on": True, "false": False, "no": False, "off": False}


@dataclass(frozen=True, slots=True)
class Settings:
    """The value of every option of a template, by name; a template asks for it as `option.NAME`."""

    values: Mapping[str, Setting]


def settle(template: Template, given: Mapping[str, Setting]) -> tuple[Settings, tuple[Problem, ...]]:
    """Every option with the value that is given for it, or else its default, and what is wrong with those given.

    Given are words, as `--set` has them, or the value itself: True or False for a flag, a whole number for a number.
    """
    options = {option.name: option for option in template.options}
    values = {name: option.default for name, option in options.items()}
    problems = []
    for name, chosen in given.items():
        option = options.get(name)
        value = _value(option, _words(option, chosen)) if option else None
        if option and value is not None:
            values[name] = value
        elif option:
            problems.append(Problem("option", f"--set {name}={chosen}: {_wrong(option)}"))
        else:
            problems.append(unknown_option(template, name))
    return Settings(values), tuple(problems)


def unknown_option(template: Template, name: str) -> Problem:
    """What is told where a template has no option of this name."""
    options = [option.name for option in template.options]
    hint = nearest(name, options) or (f"it has {', '.join(options)}" if options else "it has none")
    return Problem("option", f"the template '{template.key}' has no option '{name}'", hint=hint)


def _words(option: Option, chosen: Setting) -> str | None:
    """What is given for an option as `--set` would write it; nothing for a value of another type than the option's."""
    match chosen:
        case str():
            return chosen
        case bool():
            return str(chosen) if option.type == "flag" else None
        case _:
            return str(chosen) if option.type == "number" else None


def _value(option: Option, text: str | None) -> Setting | None:
    """What a text says for an option; nothing where it cannot be."""
    if text is None:
        return None
    match option.type:
        case "flag":
            return _FLAGS.get(text.strip().lower())
        case "number":
            digits = text.strip().removeprefix("-")
            return int(text) if digits.isdecimal() and digits.isascii() and len(digits) <= 12 else None
        case "text":
            known = not option.choices or text in option.choices
            return text if known and text.isprintable() else None


def _wrong(option: Option) -> str:
    match option.type:
        case "flag":
            return "write yes or no"
        case "number":
            return "write a whole number"
        case "text":
            return f"it is one of {', '.join(option.choices)}" if option.choices else "write words of one line"
