"""What every code of a problem means: those of rules, of reading, of templates, of the command line."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from brief.check.ignored import MAY_BE_IGNORED
from brief.check.of_asking import OF_ASKING
from brief.check.of_reading import OF_READING
from brief.check.of_templates import OF_TEMPLATES
from brief.check.rules import FOLDER_RULES, RULES

if TYPE_CHECKING:
    from brief.problem import Severity


@dataclass(frozen=True, slots=True)
class Explanation:
    """What a code means: in `text` one sentence, then why it stands and what to do.

    `ignorable` says whether an officer may let its findings stand, one by one, with a reason in the data.
    """

    code: str
    severity: Severity
    text: str
    ignorable: bool

    @property
    def summary(self) -> str:
        """One sentence."""
        return self.text.partition("\n")[0]


def explanations() -> tuple[Explanation, ...]:
    """Of every code, sorted: errors, warnings, notes, and by code."""
    rules = ((rule.code, rule.severity, rule.explanation) for rule in (*RULES, *FOLDER_RULES))
    every = (
        Explanation(code, severity, text, code in MAY_BE_IGNORED)
        for code, severity, text in (*rules, *OF_READING, *OF_ASKING, *OF_TEMPLATES)
    )
    order = ("error", "warning", "note")
    return tuple(sorted(every, key=lambda each: (order.index(each.severity), each.code)))
