"""Letterheads as a template takes them over."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING, Any

from brief.letterhead import Reading, read_letterhead
from brief.letterhead.cascade import Cascade
from brief.letterhead.theme import Theme
from brief.opc import open_package
from brief.style import read_style
from letterheads import OFFICE, A, R, W

if TYPE_CHECKING:
    from pathlib import Path


def reading(tmp_path: Path, content: bytes, name: str = "head.docx") -> Reading:
    (tmp_path / name).write_bytes(content)
    style, _ = read_style()
    assert style is not None
    found, problems = read_letterhead(tmp_path / name, name, style, "policy-brief")
    assert problems == ()
    assert found is not None
    return found


def values(tmp_path: Path, content: bytes) -> dict[str, Any]:
    return tomllib.loads(reading(tmp_path, content).files["style.toml"].decode())


def cascade(content: bytes) -> Cascade:
    package = open_package(content)
    return Cascade(package, Theme.of(package))


def with_picture(name: str, content: bytes, inner: str = "") -> tuple[dict[str, str], dict[str, bytes | str]]:
    """The parts of a letterhead with a picture in its header, which is linked as well."""
    header = (
        f'<w:hdr {W} {R} {A} xmlns:wp="{OFFICE}/drawingml/2006/wordprocessingDrawing"><w:p>{inner}<w:r><w:drawing>'
        '<wp:inline><wp:extent cx="900000" cy="300000"/><a:graphic><a:graphicData><a:blip r:embed="r1" r:link="r2"/>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p></w:hdr>"
    )
    kind = f"{OFFICE}/officeDocument/2006/relationships/image"
    rels = (
        f'<Relationships xmlns="{OFFICE}/package/2006/relationships">'
        f'<Relationship Id="r1" Type="{kind}" Target="media/{name}"/>'
        f'<Relationship Id="r2" Type="{kind}" Target="https://example.org/track.png" TargetMode="External"/>'
        "</Relationships>"
    )
    return {"header1": header}, {f"word/media/{name}": content, "word/_rels/header1.xml.rels": rels}
