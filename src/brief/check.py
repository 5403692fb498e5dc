"""What reading cannot see: whether the claims of an event agree with one another and with the house's limits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.problem import Place, Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

LONGEST_QUOTATION = 25
"""Words a quotation may have."""
