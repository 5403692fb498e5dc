"""What can be looked at, and what is chosen of it: event, template and its options, language, as-of date, draft or not.

Whatever a request asks for is held against what there is: a name that is not among it reaches no file.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from brief.event import LANGUAGES, Day, list_events, unknown_event
from brief.problem import BriefError, Problem, errors
from brief.template import find, languages, list_templates, unknown_option

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from brief.template import Option, Template

MADE_IN = ("en", "ko")
"""The languages in which a brief can be made where no template says."""

OPTION = "option."
"""How the field of an address begins that sets an option of the template: a template asks for it by the same name."""

LONGEST = 200
"""Characters of a field of an address."""

TEMPLATES = Path("templates")
"""Where templates of the working directory lie, to which others may be added."""


class UnknownChoiceError(ValueError):
    """A request asks for what there is not."""


@dataclass(frozen=True, slots=True)
class Choice:
    """The brief that is looked at; without a day, as it was known on the event's own.

    `settings` are options of the template, as `--set` has them: names and words.
    """

    event: str
    template: str
    language: str = MADE_IN[0]
    as_of: Day | None = None
    settings: tuple[tuple[str, str], ...] = ()
    draft: bool = False

    @property
    def fields(self) -> dict[str, str]:
        """The choice as the fields of an address; `Desk.chosen` reads them."""
        named = {"event": self.event, "template": self.template, "language": self.language}
        options = {f"{OPTION}{name}": words for name, words in self.settings}
        return named | {"as-of": str(self.as_of or ""), "draft": "yes" if self.draft else ""} | options


@dataclass(frozen=True, slots=True)
class Desk:
    """A folder of briefs, and the choice a preview begins with. Its template may lie where no name leads."""

    briefs: Path
    first: Choice

    @classmethod
    def laid(
        cls,
        briefs: Path,
        event: str | None,
        template: str,
        *,
        language: str | None = None,
        as_of: Day | None = None,
        settings: Mapping[str, str] | None = None,
        draft: bool = False,
    ) -> Desk:
        """The desk with an event, or with the first one. Raises BriefError where one of these is none.

        Whether the value of an option will do is told with the brief.
        """
        known = [listed.id for listed in list_events(briefs)]
        if event is None and known:
            event = known[0]
        if event not in known:
            raise BriefError([unknown_event(briefs, event or "")])
        found, problems = find(template)
        if found is None:
            raise BriefError(errors(problems))
        options, spoken = [option.name for option in found.options], _spoken(found)
        astray = [unknown_option(found, name) for name in settings or () if name not in options]
        if language and language not in spoken:
            message = f"the template '{template}' has no words in '{language}'"
            astray.append(Problem("language", message, hint=f"it has {', '.join(spoken)}"))
        if astray:
            raise BriefError(astray)
        chosen = tuple(sorted((settings or {}).items()))
        return cls(briefs, Choice(event, template, language or spoken[0], as_of, chosen, draft))

    def chosen(self, fields: Mapping[str, str]) -> Choice:
        """The choice that the fields of an address name; event and template that are missing are as at first.

        Raises UnknownChoiceError where there is no such event, template or language, or a date or an option is none.
        """
        event, template = fields.get("event") or self.first.event, fields.get("template") or self.first.template
        templates = {one.key: one for one in self.templates()}
        _held(event, (listed.id for listed in list_events(self.briefs)))
        _held(template, templates)
        spoken = _spoken(templates[template])
        language = fields.get("language") or spoken[0]
        _held(language, spoken)
        settings = {name.removeprefix(OPTION): words for name, words in fields.items() if name.startswith(OPTION)}
        for name, words in settings.items():
            _held(name, (option.name for option in templates[template].options))
            if len(words) > LONGEST:
                raise UnknownChoiceError(name)
        draft = fields.get("draft", "") == "yes"
        return Choice(event, template, language, _day(fields.get("as-of", "")), tuple(sorted(settings.items())), draft)

    def templates(self) -> Iterator[Template]:
        """The templates that can be chosen: those with a name, and the one that was named by its folder."""
        known = list_templates()
        yield from known
        if self.first.template not in {one.key for one in known}:
            found, _ = find(self.first.template)
            yield from (found,) if found else ()

    def offer(self) -> dict[str, object]:
        """All that there is to choose from, and what is chosen at first."""
        known = list_events(self.briefs)
        return {
            "events": [{"id": one.id, "name": f"{one.date or ''} {one.title or one.id}".strip()} for one in known],
            "templates": [
                {
                    "id": one.key,
                    "name": one.name,
                    "purpose": one.purpose,
                    "languages": _spoken(one),
                    "options": [_offered(option) for option in one.options if not option.book],
                }
                for one in self.templates()
            ],
            "first": self.first.fields,
        }

    def folders(self) -> frozenset[Path]:
        """The folders whose files play a part: the data's, and those of every template that can be chosen.

        Of folders that lie in each other the outermost is named.
        """
        of_templates = (folder for one in self.templates() for folder in one.folders)
        every = {folder.resolve() for folder in (self.briefs, TEMPLATES, *of_templates) if folder.is_dir()}
        return frozenset(folder for folder in every if every.isdisjoint(folder.parents))


def _spoken(template: Template) -> tuple[str, ...]:
    """The languages of a template in which a brief can be made."""
    return tuple(language for language in languages(template) if language in LANGUAGES) or MADE_IN


def _offered(option: Option) -> dict[str, object]:
    """An option, with its default as `--set` would write it."""
    return {
        "name": option.name,
        "type": option.type,
        "default": option.usual,
        "purpose": option.purpose,
        "choices": option.choices,
    }


def _held(name: str, known: Iterable[str]) -> None:
    if name not in known:
        raise UnknownChoiceError(name)


def _day(text: str) -> Day | None:
    if not text:
        return None
    try:
        day = Day.at(text)
    except ValueError:
        raise UnknownChoiceError(text) from None
    if not day.day:
        raise UnknownChoiceError(text)
    return day
