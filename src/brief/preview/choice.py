"""What can be looked at, and what is chosen of it: an event, a template, a language and an as-of date.

Whatever a request asks for is held against what there is: a name that is not among it reaches no file.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from brief.event import LANGUAGES, Day, list_events
from brief.files import as_typed
from brief.problem import BriefError, Problem, errors, nearest
from brief.template import find, languages, list_templates

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from brief.template import Template

MADE_IN = ("en", "ko")
"""The languages in which a brief can be made where no template says."""


class UnknownChoiceError(ValueError):
    """A request asks for what there is not."""


@dataclass(frozen=True, slots=True)
class Choice:
    """The brief that is looked at; without a day, as it was known on the event's own."""

    event: str
    template: str
    language: str = MADE_IN[0]
    as_of: Day | None = None

    @property
    def fields(self) -> dict[str, str]:
        """The choice as the fields of an address; `Desk.chosen` reads them."""
        day = str(self.as_of) if self.as_of else ""
        return {"event": self.event, "template": self.template, "language": self.language, "as-of": day}


@dataclass(frozen=True, slots=True)
class Desk:
    """A folder of briefs, and the choice a preview begins with. Its template may lie where no name leads."""

    briefs: Path
    first: Choice

    @classmethod
    def laid(cls, briefs: Path, event: str | None, template: str, as_of: Day | None) -> Desk:
        """The desk with an event, or with the first one. Raises BriefError where event or template is none."""
        known = [listed.id for listed in list_events(briefs)]
        if event is None and known:
            event = known[0]
        if event not in known:
            hint = f"{nearest(event or '', known)} known: {', '.join(known) or 'none'}".strip()
            message = f"there is no event '{event}' in {as_typed(briefs)}" if event else "there is no event"
            raise BriefError([Problem("unknown-event", message, hint=hint)])
        found, problems = find(template)
        if found is None:
            raise BriefError(errors(problems))
        return cls(briefs, Choice(event, template, _spoken(found)[0], as_of))

    def chosen(self, fields: Mapping[str, str]) -> Choice:
        """The choice that the fields of an address name, each that is missing as at first.

        Raises UnknownChoiceError where there is no such event, template or language, or a date is none.
        """
        first = self.first
        event, template = fields.get("event") or first.event, fields.get("template") or first.template
        templates = {one.key: one for one in self.templates()}
        _held(event, [listed.id for listed in list_events(self.briefs)])
        _held(template, templates)
        spoken = _spoken(templates[template])
        language = fields.get("language") or spoken[0]
        _held(language, spoken)
        return Choice(event, template, language, _day(fields.get("as-of", "")))

    def templates(self) -> Iterator[Template]:
        """The templates that can be chosen: those with a name, and the one that was named by its folder."""
        known = list_templates()
        yield from known
        if self.first.template not in {one.key for one in known}:
            found, _ = find(self.first.template)
            yield from (found,) if found else ()

    def offer(self) -> dict[str, object]:
        """All that there is to choose from, and what is chosen at first."""
        return {
            "events": [{"id": listed.id, "name": listed.title or listed.id} for listed in list_events(self.briefs)],
            "templates": [
                {"id": one.key, "name": one.name, "purpose": one.purpose, "languages": _spoken(one)}
                for one in self.templates()
            ],
            "first": self.first.fields,
        }

    def folders(self) -> frozenset[Path]:
        """The folders whose files play a part: the data's, and those of every template that can be chosen."""
        of_templates = (folder for one in self.templates() for folder in one.folders)
        return frozenset(folder.resolve() for folder in (self.briefs, *of_templates) if folder.is_dir())


def _spoken(template: Template) -> tuple[str, ...]:
    """The languages of a template in which a brief can be made."""
    return tuple(language for language in languages(template) if language in LANGUAGES) or MADE_IN


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
