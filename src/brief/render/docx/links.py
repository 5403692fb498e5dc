"""Relationships of a part to addresses outside the document."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True)
class Links:
    """The addresses a part leads to, each once, by the id of its relationship, in order of first use."""

    ids: dict[str, str] = field(default_factory=dict)

    def relate(self, address: str) -> str:
        """The id of the relationship to this address."""
        return self.ids.setdefault(address, f"link{len(self.ids) + 1}")
