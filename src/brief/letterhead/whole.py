"""A foundation as a Word document of its own, without text: what is kept in the folder of a template."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING, Final
from xml.sax.saxutils import quoteattr

if TYPE_CHECKING:
    from collections.abc import Mapping

    from brief.letterhead.foundation import Foundation, Leaf

_DECLARATION: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE: Final = "http://schemas.openxmlformats.org"
_RELATIONS: Final = f"{_OFFICE}/officeDocument/2006/relationships"
_WORD: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_THEME: Final = "application/vnd.openxmlformats-officedocument.theme+xml"
_ENTRY: Final = (1980, 1, 1, 0, 0, 0)  # the first date a zip can hold


def foundation_bytes(foundation: Foundation) -> bytes:
    """The document as .docx. Same foundation, same bytes."""
    parts: dict[str, bytes] = {}
    types: dict[str, str] = {"word/document.xml": f"{_WORD}.document.main+xml"}
    ties: list[tuple[str, str, str, bool]] = []
    kinds = (("styles", f"{_WORD}.styles+xml"), ("theme", _THEME), ("numbering", f"{_WORD}.numbering+xml"))
    for kind, content_type in kinds:
        if content := getattr(foundation, kind):
            parts[f"word/{kind}.xml"] = content
            types[f"word/{kind}.xml"] = content_type
            ties.append((f"rId{len(ties) + 1}", kind, f"{kind}.xml", False))
    references = []
    for (kind, where), leaf in foundation.leaves.items():
        name = f"{kind}-{where}.xml"
        types[f"word/{name}"] = f"{_WORD}.{kind}+xml"
        parts |= _leaf_parts(name, leaf, types)
        id_ = f"rId{len(ties) + 1}"
        ties.append((id_, kind, name, False))
        references.append(f'<w:{kind}Reference w:type="{where}" r:id="{id_}"/>')
    parts["word/document.xml"] = _document(foundation, "".join(references)).encode()
    parts["word/_rels/document.xml.rels"] = _relationships(ties)
    parts["_rels/.rels"] = _relationships([("rId1", "officeDocument", "word/document.xml", False)])
    return _zipped({"[Content_Types].xml": _content_types(types), **parts})


def _leaf_parts(name: str, leaf: Leaf, types: dict[str, str]) -> dict[str, bytes]:
    parts, ties = {f"word/{name}": leaf.xml}, []
    for tie in leaf.ties:
        if tie.content:
            file = tie.target.rpartition("/")[2]
            parts[f"word/media/{file}"] = tie.content
            types[f"word/media/{file}"] = tie.content_type
            ties.append((tie.id, "image", f"media/{file}", False))
        else:
            ties.append((tie.id, "hyperlink", tie.target, True))
    if ties:
        parts[f"word/_rels/{name}.rels"] = _relationships(ties)
    return parts


def _document(foundation: Foundation, references: str) -> str:
    title = "<w:titlePg/>" if foundation.title else ""
    size, margins = _attributes(foundation.page), _attributes(foundation.margins)
    return (
        f'{_DECLARATION}<w:document xmlns:w="{_OFFICE}/wordprocessingml/2006/main" xmlns:r="{_RELATIONS}"><w:body>'
        f"<w:p/><w:sectPr>{references}{size and f'<w:pgSz{size}/>'}{margins and f'<w:pgMar{margins}/>'}{title}"
        "</w:sectPr></w:body></w:document>"
    )


def _attributes(named: Mapping[str, str]) -> str:
    return "".join(f' w:{name}="{text}"' for name, text in named.items())


def _relationships(ties: list[tuple[str, str, str, bool]]) -> bytes:
    outside = ' TargetMode="External"'
    entries = "".join(
        f'<Relationship Id={quoteattr(id_)} Type="{_RELATIONS}/{kind}" Target={quoteattr(target)}'
        f"{outside if external else ''}/>"
        for id_, kind, target, external in ties
    )
    return (
        f'{_DECLARATION}<Relationships xmlns="{_OFFICE}/package/2006/relationships">{entries}</Relationships>'.encode()
    )


def _content_types(types: Mapping[str, str]) -> bytes:
    overrides = "".join(
        f'<Override PartName={quoteattr(f"/{name}")} ContentType="{kind}"/>' for name, kind in types.items()
    )
    return (
        f'{_DECLARATION}<Types xmlns="{_OFFICE}/package/2006/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" '
        f'ContentType="application/xml"/>{overrides}</Types>'
    ).encode()


def _zipped(parts: Mapping[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in parts.items():
            entry = zipfile.ZipInfo(name, _ENTRY)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0
            archive.writestr(entry, content, compresslevel=6)
    return out.getvalue()
