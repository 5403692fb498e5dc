"""A read document becomes one to be set: what says nothing goes, the rest is numbered, described and listed."""

from brief.polish.part import as_part
from brief.polish.passes import polish

__all__ = ["as_part", "polish"]
