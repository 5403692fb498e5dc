"""A letterhead of Word: its look as values of a style, and its parts as the base of Word documents."""

from __future__ import annotations

from brief.letterhead.foundation import Foundation, Leaf, Tie, foundation_of
from brief.letterhead.read import Reading, read_letterhead

__all__ = ["Foundation", "Leaf", "Reading", "Tie", "foundation_of", "read_letterhead"]
