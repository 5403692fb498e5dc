"""Fields: what Word reckons itself (page numbers, marks), with the result that stands there until it does."""

from __future__ import annotations

from brief.render.docx.escape import escape


def begin(instruction: str) -> str:
    """The runs up to the result of a field."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {escape(instruction)} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )


END = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'


def field(instruction: str, result: str, properties: str = "") -> str:
    """A complex field that shows `result` (ECMA-376 Part 1, 17.16.18); never marked dirty, so that nobody is asked."""
    return f'{begin(instruction)}<w:r>{properties}<w:t xml:space="preserve">{escape(result)}</w:t></w:r>{END}'
