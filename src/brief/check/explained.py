"""What every code of a problem means: those of the rules, and those of reading, of templates and of the command line."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from brief.check.of_reading import OF_READING
from brief.check.of_templates import OF_TEMPLATES
from brief.check.rules import FOLDER_RULES, RULES

if TYPE_CHECKING:
    from brief.problem import Severity


@dataclass(frozen=True, slots=True)
class Explanation:
    """What a code means: in `text` one sentence, then why it stands and what to do."""

    code: str
    severity: Severity
    text: str

    @property
    def summary(self) -> str:
        """One sentence."""
        return self.text.partition("\n")[0]


def explanations() -> tuple[Explanation, ...]:
    """Of every code, sorted: errors, warnings, notes, and by code."""
    rules = (Explanation(rule.code, rule.severity, rule.explanation) for rule in (*RULES, *FOLDER_RULES))
    told = (Explanation(code, severity, text) for code, severity, text in (*OF_READING, *OF_TEMPLATES))
    order = ("error", "warning", "note")
    return tuple(sorted((*rules, *told), key=lambda each: (order.index(each.severity), each.code)))
