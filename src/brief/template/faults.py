"""What went wrong in a template, as a problem with its place and in plain words."""

from __future__ import annotations

import re
import traceback
from typing import TYPE_CHECKING

from jinja2 import TemplateError, TemplateNotFound, TemplateSyntaxError

from brief.place import Place
from brief.problem import Problem, nearest
from brief.template.lines import never_closed

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from jinja2 import Environment

TAGS = ("block", "call", "elif", "else", "endblock", "endcall", "endfor", "endif", "endmacro", "endset", "endwith",
        "extends", "for", "from", "if", "import", "include", "macro", "raw", "set", "with")  # fmt: skip

TOO_DEEP = "tags or brackets are nested too deeply in this file"

_TOKENS = {
    "end of print statement": "}}",
    "end of statement block": "%}",
    "begin of statement block": "{%",
    "begin of print statement": "{{",
    "end of template": "the end of the file",
    "name": "a name",
    "integer": "a number",
    "string": "a text",
}
_UNKNOWN = re.compile(r"Encountered unknown tag '(\w+)'\.")
_OPEN = re.compile(r"The innermost block that needs to be closed is '(\w+)'")
_EXPECTED = re.compile(r"expected token '([^']+)', got '(.+)'$")
_UNEXPECTED = re.compile(r"unexpected '(.+?)'(?:, expected '(.+)')?$")
_TWICE = re.compile(r"block '(.+)' defined twice")
_NOT_THERE = re.compile(r"No (filter|test) named '(.+?)'")
_PLAIN = (
    ("Missing end of comment tag", "a comment {# is never closed", "write #} where it ends"),
    ("Missing end of raw directive", "{% raw %} is never closed", "write {% endraw %} where it ends"),
    ("tag name expected", "the tag {% %} is empty", "write the name of a tag into it"),
    ("Expected an expression", "something is missing here", "name a value"),
    ("expected name or number", "the name of a field is missing after the dot", ""),
    ("expected subscript", "something is missing between [ and ]", ""),
    ("unexpected end of template", "{{ is never closed", "write }} where it ends"),
    ("unexpected char ", "there is a character that does not belong in a tag", "texts stand in quotation marks"),
    ("can't assign to", "only a name can be set", "write {% set name = value %}"),
    ("non-default argument", "an argument with a default comes before one without", "put it last"),
    ("invalid syntax for function call", "an argument without a name follows one with a name", "put it first"),
    ("expected call", "{% call %} needs a macro with its brackets", "write {% call name() %}"),
    ("Can't assign to special loop variable", "the name loop is taken inside a loop", "choose another name"),
    ("cannot use extend", "{% extends %} does not stand at the top of the file", "make it the first line"),
    ("names starting with an underline", "names that begin with _ cannot be imported", ""),
)


def syntax_problem(error: Exception, source: str, shown: str) -> Problem:
    """What is wrong in the syntax of a file. `error` came from reading or compiling it."""
    if isinstance(error, TemplateSyntaxError):
        text = error.message or ""
        if never := _never_closed(text, source):
            word, line = never
            message = f"{{% {word} %}} is never closed"
            return _syntax(message, shown, line, f"write {{% end{word} %}} where it ends")
        message, hint = _plain(text)
        return _syntax(message, shown, error.lineno, hint)
    if isinstance(error, ValueError):
        return _syntax("this file holds a number that is too long", shown, 1)
    return _syntax(TOO_DEEP, shown, 1, "move a part into a macro or a file")


def _syntax(message: str, shown: str, line: int, hint: str = "") -> Problem:
    return Problem("template-syntax", message, Place(shown, line), hint)


def _never_closed(text: str, source: str) -> tuple[str, int] | None:
    """The tag that is open at the end of the file, where that is what Jinja complains of."""
    return never_closed(source) if text.startswith("Unexpected end of template") else None


def _plain(text: str) -> tuple[str, str]:
    """Jinja's words for a mistake, in plain ones, and what to do."""
    if found := _UNKNOWN.match(text):
        return _unknown_tag(found[1], _OPEN.search(text))
    if found := _EXPECTED.match(text):
        wanted, got = (_TOKENS.get(token, token) for token in found.groups())
        return f"here stands {got}, where {wanted} should be", ""
    for beginning, message, hint in _PLAIN:
        if text.startswith(beginning):
            return message, hint
    if found := _TWICE.match(text):
        return f"the block '{found[1]}' is there twice", "a block has a name of its own"
    if found := _UNEXPECTED.match(text):
        got = _TOKENS.get(found[1], found[1])
        wanted = f", where {_TOKENS.get(found[2], found[2])} should be" if found[2] else ""
        return f"{got} does not belong here{wanted}", "{{ closes with }}, {% closes with %}" if got in "}%" else ""
    return f"this is no template: {text[:1].lower()}{text[1:]}", ""


def _unknown_tag(word: str, innermost: re.Match[str] | None) -> tuple[str, str]:
    if word in TAGS and innermost:
        return (
            f"{{% {word} %}} stands where {{% {innermost[1]} %}} is still open",
            f"write {{% end{innermost[1]} %}} first",
        )
    if word in TAGS:
        return f"{{% {word} %}} belongs to no tag above it", ""
    return f"there is no tag {{% {word} %}}", nearest(word, TAGS)


_NEEDLESS = frozenset(("safe", "escape", "e", "forceescape", "striptags", "urlize", "tojson", "xmlattr"))
_FORMATS = frozenset(("format", "string", "replace", "wordwrap", "center", "indent", "pprint"))


def unknown(what: str, name: str, known: Iterable[str]) -> tuple[str, str]:
    """What is said of a filter or a test that is not there, and what to do; `what` is which of the two it is."""
    message, words = f"there is no {what} '{name}'", [word for word in known if word.isalpha()]
    if name in _NEEDLESS:
        return message, "leave it out: a value is never read as markup"
    if name in _FORMATS:
        return message, "texts are printed as they are"
    return message, nearest(name, words) or f"there is {', '.join(words)}"


def compile_problem(error: Exception, source: str, shown: str, environment: Environment) -> Problem:
    """What only compiling shows of a file; of a filter or a test, what the check of a file that is filled says."""
    found = _NOT_THERE.match(str(error)) if isinstance(error, TemplateSyntaxError) else None
    if found is None or not isinstance(error, TemplateSyntaxError):
        return syntax_problem(error, source, shown)
    what = found[1].lower()
    message, hint = unknown(what, found[2], environment.filters if what == "filter" else environment.tests)
    return Problem(f"unknown-{what}", message, Place(shown, error.lineno), hint)


def filling_problem(error: Exception, files: Collection[str], entry: str) -> Problem:
    """What went wrong while filling. The last line of the template in the traceback is the place.

    `files` are the paths of the template's files as Jinja was told them, `entry` is the one that was filled.
    """
    way = [Place(name, line) for name, line in _frames(error) if name in files]
    place = way[-1] if way else Place(entry, 1)
    before = [str(step) for step in dict.fromkeys(way) if step != place]
    hint = "reached from " + ", ".join(before[-3:][::-1]) if before else ""
    return Problem("template", _message(error), place, hint)


def _frames(error: Exception) -> list[tuple[str, int]]:
    return [(frame.f_code.co_filename, line) for frame, line in traceback.walk_tb(error.__traceback__)]


def _message(error: Exception) -> str:
    match error:
        case TemplateNotFound():
            return f"there is no part '{error.name}'"
        case TemplateError():
            return error.message or "this cannot be filled"
        case RecursionError():
            return "a macro or a part calls itself without end"
        case ZeroDivisionError():
            return "a number is divided by nothing"
        case TypeError() if "not supported between" in str(error):
            return "these values cannot be compared or sorted: they are of different kinds, or one is empty"
        case _:
            return f"this cannot be worked out: {error}"
