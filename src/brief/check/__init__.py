"""What reading a file cannot see: whether the claims of an event agree with each other and with what a brief allows.

Rules are functions; `rules.py` lists them. `explanations` says what every code means, of whatever room.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.archive import Archive
from brief.check.ignored import mistaken_ignores, unused_ignores, without_ignored
from brief.check.layout import bottom_line_is_short, it_fits_its_pages, page_one_is_one_page
from brief.check.look import characters_have_a_face
from brief.check.marking import document_is_marked_as_high, markings_are_known
from brief.check.rule import FolderRule, Rule, Subject
from brief.check.rules import ENGLISH_CODES, FOLDER_RULES, LAYOUT_CODES, RULES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from brief.check.explained import Explanation
    from brief.event import Day, Dossier, Workspace
    from brief.problem import Problem

__all__ = [
    "ENGLISH_CODES",
    "FOLDER_RULES",
    "LAYOUT_CODES",
    "RULES",
    "FolderRule",
    "Rule",
    "Subject",
    "bottom_line_is_short",
    "characters_have_a_face",
    "check",
    "check_folder",
    "document_is_marked_as_high",
    "explanations",
    "it_fits_its_pages",
    "markings_are_known",
    "page_one_is_one_page",
    "unused_ignores",
    "without_ignored",
]


def check(
    dossier: Dossier, archive: Archive | None = None, *, day: Day | None = None, language: str = "en"
) -> tuple[Problem, ...]:
    """Every problem that the rules find, those too that are ignored; none where the event could not be read.

    Quotations are checked against the texts of the archive; without one, they are unverified. `day` is the as-of date
    of the brief where it is not the event's own. In another `language` the rules on English words say nothing.
    """
    if dossier.event is None:
        return ()
    subject = Subject(dossier.event, dossier, day, archive or Archive())
    rules = (rule for rule in RULES if language == "en" or rule.code not in ENGLISH_CODES)
    found = (problem for rule in rules for problem in rule.problems(subject))
    return (*found, *mistaken_ignores(dossier))


def check_folder(workspace: Workspace, dossiers: Iterable[Dossier]) -> tuple[Problem, ...]:
    """What the rules over a whole folder find in all its events; nothing where any of it could not be read."""
    every = tuple(dossiers)
    events = tuple(dossier.event for dossier in every if dossier.event)
    if len(events) < len(workspace.events) or not all(one.is_whole("event", "follow-ups") for one in every):
        return ()
    return tuple(problem for rule in FOLDER_RULES for problem in rule.problems(workspace, events))


def explanations() -> tuple[Explanation, ...]:
    """What every code of a problem means: errors, warnings, notes, each sorted by code."""
    from brief.check.explained import explanations as explained  # noqa: PLC0415 - only where an officer asks

    return explained()
