"""The whole path on one screen: event and template in, documents out; and every problem on the way."""

from __future__ import annotations

from brief.make.desk import HOUSE
from brief.make.inspecting import inspect, inspect_template, names_of
from brief.make.making import Brief, generate, generate_book

__all__ = ["HOUSE", "Brief", "generate", "generate_book", "inspect", "inspect_template", "names_of"]
