"""The font table, and the faces that the file brings along where the style asks for it."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from uuid import UUID

from brief.render.docx import render
from readers.docx_reader import W, part
from styles import sample_style
from trees import every_node

PLAIN = sample_style()
STYLE = replace(PLAIN, embed_faces=True)
RELATIONSHIP = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
SLOTS = {"embedRegular": "regular", "embedBold": "bold", "embedItalic": "italic", "embedBoldItalic": "bold_italic"}


def revealed(hidden: bytes, key: str) -> bytes:
    """The font of an embedded part, as ECMA-376 Part 1, 17.8.1 has it: hex digits of the key, read from the end."""
    digits = re.sub("[{}-]", "", key)
    mask = [int(digits[place : place + 2], 16) for place in range(30, -2, -2)] * 2
    return bytes(byte ^ by for byte, by in zip(hidden, mask, strict=False)) + hidden[32:]


def test_the_font_table_names_substitutes_for_each_family() -> None:
    fonts = part(render(every_node(), PLAIN).content, "word/fontTable.xml")
    assert [f.get(f"{W}name") for f in fonts] == ["Source Serif Pro", "Source Sans Pro", "Noto Sans KR"]
    others = [name.get(f"{W}val") for font in fonts for name in font.iter(f"{W}altName")]
    assert others == ["Source Serif 4,Cambria,Georgia", "Source Sans 3,Calibri,Arial", "Malgun Gothic"]


def test_no_face_is_embedded_where_the_style_does_not_ask_for_it() -> None:
    content = render(every_node(), PLAIN).content
    assert b"odttf" not in content
    assert not list(part(content, "word/settings.xml").iter(f"{W}embedTrueTypeFonts"))


def test_every_face_of_both_families_comes_out_of_the_file_as_it_went_in() -> None:
    content = render(every_node(), STYLE).content
    fonts = part(content, "word/fontTable.xml")
    targets = {rel.get("Id"): rel.get("Target") for rel in part(content, "word/_rels/fontTable.xml.rels")}
    package = zipfile.ZipFile(io.BytesIO(content))
    found = {}
    for font in fonts:
        for slot in font:
            if slot.tag.removeprefix(W) in SLOTS:
                hidden = package.read(f"word/{targets[slot.get(RELATIONSHIP)]}")
                face = revealed(hidden, slot.get(f"{W}fontKey") or "")
                assert hidden[:32] != face[:32]
                found[font.get(f"{W}name"), SLOTS[slot.tag.removeprefix(W)]] = face
    families = (STYLE.serif, STYLE.sans)
    assert found == {(f.name, name): getattr(f, name).content for f in families for name in SLOTS.values()}


def test_word_is_told_to_keep_the_faces_and_what_their_parts_are() -> None:
    content = render(every_node(), STYLE).content
    assert len(list(part(content, "word/settings.xml").iter(f"{W}embedTrueTypeFonts"))) == 1
    types = {t.get("PartName"): t.get("ContentType") for t in part(content, "[Content_Types].xml")}
    obfuscated = "application/vnd.openxmlformats-officedocument.obfuscatedFont"
    assert [types[f"/word/fonts/font{number}.odttf"] for number in range(1, 9)] == [obfuscated] * 8


def test_a_key_is_the_fonts_own_and_the_bytes_are_the_same_every_time() -> None:
    first, second = (render(every_node(), STYLE).content for _ in range(2))
    assert first == second
    keys = re.findall(
        r'fontKey="({[0-9A-F-]+})"', zipfile.ZipFile(io.BytesIO(first)).read("word/fontTable.xml").decode()
    )
    assert len({UUID(key) for key in keys}) == len(keys) == 8


def test_a_face_that_serves_twice_is_embedded_once() -> None:
    content = render(every_node(), replace(STYLE, serif=STYLE.sans)).content
    assert len([name for name in zipfile.ZipFile(io.BytesIO(content)).namelist() if name.endswith(".odttf")]) == 4
