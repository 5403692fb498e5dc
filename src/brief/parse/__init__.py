"""A filled template becomes a tree: the author's words are read as Markdown, values stand in it as what they are."""

from brief.parse.document import parse

__all__ = ["parse"]
