"""What reading a file cannot see: whether the claims of an event agree with each other and with what a brief allows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.archive import Archive
from brief.check.look import characters_have_a_face
from brief.check.marking import document_is_marked_as_high, markings_are_known
from brief.check.rule import Rule, Subject
from brief.check.rules import RULES

if TYPE_CHECKING:
    from brief.event import Dossier
    from brief.problem import Problem

__all__ = [
    "RULES",
    "Rule",
    "Subject",
    "characters_have_a_face",
    "check",
    "document_is_marked_as_high",
    "markings_are_known",
]


def check(dossier: Dossier, archive: Archive | None = None) -> tuple[Problem, ...]:
    """Every problem that the rules find; none where the event could not be read.

    Quotations are checked against the texts of the archive; without one, they are unverified.
    """
    if dossier.event is None:
        return ()
    subject = Subject(dossier.event, dossier, archive or Archive())
    return tuple(problem for rule in RULES for problem in rule.problems(subject))
