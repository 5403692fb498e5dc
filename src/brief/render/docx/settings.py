"""Settings of the document: those of Word 2013 and later, languages, footnotes; nothing that asks the reader."""

from __future__ import annotations

from brief.render.docx.escape import DECLARATION, W, escape
from brief.render.docx.language import east_asian_tag, latin_tag

_COMPATIBLE = "".join(
    f'<w:compatSetting w:name="{name}" w:uri="http://schemas.microsoft.com/office/word" w:val="{value}"/>'
    for name, value in (
        ("compatibilityMode", 15),
        ("overrideTableStyleFontSizeAndJustification", 1),
        ("enableOpenTypeFeatures", 1),
        ("doNotFlipMirrorIndents", 1),
        ("differentiateMultirowTableHeaders", 1),
    )
)

_COLOURS = " ".join(
    f'w:{slot}="{colour}"'
    for slot, colour in (
        ("bg1", "light1"),
        ("t1", "dark1"),
        ("bg2", "light2"),
        ("t2", "dark2"),
        *((f"accent{n}", f"accent{n}") for n in range(1, 7)),
        ("hyperlink", "hyperlink"),
        ("followedHyperlink", "followedHyperlink"),
    )
)


def settings_xml(language: str, *, embeds: bool = False) -> str:
    """`settings.xml`, its children in the order of the schema (ECMA-376 Part 1, 17.15.1.78).

    With `embeds`, Word keeps the faces that the file brings along when it saves it.
    """
    faces = "<w:embedTrueTypeFonts/>" if embeds else ""
    tag, east_asian = escape(latin_tag(language)), escape(east_asian_tag(language))
    return (
        f'{DECLARATION}<w:settings {W}><w:zoom w:percent="100"/>{faces}<w:defaultTabStop w:val="720"/>'
        '<w:characterSpacingControl w:val="doNotCompress"/>'
        '<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>'
        f"<w:compat>{_COMPATIBLE}</w:compat>"
        f'<w:themeFontLang w:val="{tag}" w:eastAsia="{east_asian}"/><w:clrSchemeMapping {_COLOURS}/>'
        '<w:decimalSymbol w:val="."/><w:listSeparator w:val=","/></w:settings>'
    )
