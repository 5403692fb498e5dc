"""Tree and style to bytes: one room a format, none of which knows another."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, assert_never, get_args

from brief.render.rendered import Rendered

if TYPE_CHECKING:
    from collections.abc import Mapping

    from brief.style import Style
    from brief.tree import Document

__all__ = ["FORMATS", "SUFFIX", "Format", "Rendered", "render"]

Format = Literal["docx", "pdf", "html", "text"]
FORMATS: tuple[Format, ...] = get_args(Format)
SUFFIX: dict[Format, str] = {"docx": "docx", "pdf": "pdf", "html": "html", "text": "txt"}
"""How a file of each format ends."""


def render(
    kind: Format,
    document: Document,
    style: Style,
    *,
    pages: Mapping[str, int] | None = None,
    origins: bool = False,
    limit: float = 0,
) -> Rendered:
    """The document in one format. `pages` (heading id to page) fills the contents of a DOCX, whose pages Word makes.

    `limit` is the number of pages, or part of one, that a PDF is measured against; 0: none. With `origins`, the HTML
    says of words where the data hold them; other formats never do.
    """
    match kind:
        case "docx":
            from brief.render.docx import render as docx  # noqa: PLC0415 - each format loads its own library, when asked for

            return docx(document, style, pages=pages)
        case "pdf":
            from brief.render.pdf import render as pdf  # noqa: PLC0415 - as above

            return pdf(document, style, limit=limit)
        case "html":
            from brief.render.html import render as html  # noqa: PLC0415 - as above

            return html(document, style, origins=origins)
        case "text":
            from brief.render.text import render as text  # noqa: PLC0415 - as above

            return text(document, style)
        case _:
            assert_never(kind)
