"""Word documents through python-docx: package, parts and properties are its own, the body is XML built once."""

from brief.render.docx.document import render

__all__ = ["render"]
