"""Templates: found, checked, filled."""

from brief.template.chunks import Filled, Value, Written
from brief.template.fill import fill
from brief.template.find import Template, find, list_templates
from brief.template.names import FollowUps, Names, Previous, Registers

__all__ = [
    "Filled",
    "FollowUps",
    "Names",
    "Previous",
    "Registers",
    "Template",
    "Value",
    "Written",
    "fill",
    "find",
    "list_templates",
]
