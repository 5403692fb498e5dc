"""Word styles for every kind of text the tree knows: what an editor changes in Word's style pane."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from brief.render.docx.character_styles import character_styles
from brief.render.docx.escape import DECLARATION, MC, W14, W, escape
from brief.render.docx.language import east_asian_tag, latin_tag
from brief.render.docx.lettering import faces, letters
from brief.render.docx.numbering import ANNEXES, INSET, PARAGRAPHS, QUOTE, SECTIONS, base, text_indent
from brief.render.docx.paragraph import Layout, Numbering, Rule, Tab, colour, spaced
from brief.render.docx.table_styles import HAIRLINE, RULE, table_styles
from brief.render.docx.units import half_points

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brief.render.docx.numbering import Kind
    from brief.style import Style, TextStyle

BAR = 3.0
"""Width of the bar beside a box, in points."""

_AROUND = 8.0  # points between a letterhead, the running lines below it, and the text
_INDENT = 19.0  # points by which the contents leave room for a number, and stand further in
_GAP = 10.0  # points below a table
_BELOW_FIGURE = 12.0  # points
_BETWEEN_ITEMS = 2.5  # points
_NOTE = 11.0  # points from the mark of a note to its words

_FIGURES = '<w14:numForm w14:val="lining"/><w14:numSpacing w14:val="tabular"/>'
"""Figures as high as capitals, all as wide ([MS-DOCX], numForm and numSpacing): numbers in columns line up."""

_CLOSE = '<w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>'
"""No room beside letters and figures among Hangul: `11개`, as Korean is written and the PDF has it."""

_BUILT_IN = (
    *("Normal", "Title", "Subtitle", "Body Text", "Quote", "caption", "footnote text", "header", "footer"),
    *("heading 1", "heading 2", "heading 3", "TOC Heading", "toc 1", "toc 2", "toc 3"),
    *("List Bullet", "List Bullet 2", "List Bullet 3", "List Number", "List Number 2", "List Number 3"),
    "List Continue",
)


class _Kind(NamedTuple):
    """A paragraph style."""

    id: str
    name: str
    layout: Layout = Layout()
    letters: str = ""
    based_on: str = "Normal"
    following: str = ""

    def xml(self) -> str:
        custom = "" if self.name in _BUILT_IN else ' w:customStyle="1"'
        default = ' w:default="1"' if self.id == "Normal" else ""
        based_on = f'<w:basedOn w:val="{self.based_on}"/>' if self.id != "Normal" else ""
        following = f'<w:next w:val="{self.following}"/>' if self.following else ""
        rpr = f"<w:rPr>{self.letters}</w:rPr>" if self.letters else ""
        return (
            f'<w:style w:type="paragraph"{default}{custom} w:styleId="{self.id}"><w:name w:val="{self.name}"/>'
            f'{based_on}{following}<w:uiPriority w:val="1"/><w:qFormat/>{self.layout.xml()}{rpr}</w:style>'
        )


def styles_xml(style: Style, language: str, marking: str) -> str:
    """`styles.xml` for a style, and for the language and the marking of a document."""
    kinds = (
        *_front(style),
        *_headings(style),
        *_text(style),
        *_lists(style),
        *_boxes(style),
        *_tables(style),
        *_contents(style),
        *_running(style),
    )
    characters = character_styles(style, style.scheme.label(marking))
    return (
        f'{DECLARATION}<w:styles {W} {MC} {W14} mc:Ignorable="w14">'
        f"{_defaults(style, language)}"
        f"{''.join(kind.xml() for kind in kinds)}{''.join(characters)}{table_styles(style)}</w:styles>"
    )


def _defaults(style: Style, language: str) -> str:
    size = half_points(style.texts.body.size)
    latin, east_asian = escape(latin_tag(language)), escape(east_asian_tag(language))
    return (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{faces(style.serif, style)}"
        f'<w:kern w:val="2"/><w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'  # letters of any size are kerned
        f'<w:lang w:val="{latin}" w:eastAsia="{east_asian}" w:bidi="ar-SA"/>'
        f"{_FIGURES}</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:widowControl/>{_CLOSE}</w:pPr></w:pPrDefault>"
        "</w:docDefaults>"
        '<w:latentStyles w:defLockedState="0" w:defUIPriority="99" w:defSemiHidden="1" w:defUnhideWhenUsed="1" '
        'w:defQFormat="0" w:count="376"/>'
    )


def _front(style: Style) -> Iterator[_Kind]:
    texts = style.texts
    body = replace(spaced(texts.body), after=0)
    yield _Kind("Normal", "Normal", body, letters(texts.body, style))
    for name, text, following in (
        ("Kicker", texts.kicker, "Title"),
        ("Title", texts.title, "Subtitle"),
        ("Subtitle", texts.subtitle, "BodyText"),
    ):
        # large letters of some families ask for more than their leading, and would stand further apart than in a PDF
        layout = replace(spaced(text), keep_next=True, keep_lines=True, exact=name == "Title")
        yield _Kind(name, name, layout, letters(text, style), following=following)


def _headings(style: Style) -> Iterator[_Kind]:
    texts = style.texts
    for level, text in enumerate((texts.heading1, texts.heading2, texts.heading3, texts.heading4)):
        numbering = Numbering(SECTIONS, level)
        layout = replace(spaced(text), keep_next=True, keep_lines=True, outline=level)
        name, id_ = f"heading {level + 1}", f"Heading{level + 1}"
        if level == 0:
            layout = replace(layout, numbering=numbering)
        yield _Kind(id_, name, layout, letters(text, style), following="BodyText")
        if level:
            numbered = Layout(numbering=numbering)
            yield _Kind(f"{id_}Numbered", f"Heading {level + 1} Numbered", numbered, "", id_, "BodyText")
    plain, annex = Layout(numbering=Numbering(0)), Layout(numbering=Numbering(ANNEXES))
    yield _Kind("Heading1Plain", "Heading 1 Plain", plain, "", "Heading1", "BodyText")
    yield _Kind("AnnexHeading", "Annex Heading", annex, "", "Heading1", "BodyText")
    yield _Kind("PartHeading", "Part Heading", spaced(texts.part), letters(texts.part, style), "Heading1", "BodyText")


def _text(style: Style) -> Iterator[_Kind]:
    texts = style.texts
    quote, said = spaced(texts.quote), spaced(texts.attribution)
    yield _Kind("BodyText", "Body Text", Layout(after=texts.body.after))
    numbered = Layout(numbering=Numbering(PARAGRAPHS))
    yield _Kind("NumberedParagraph", "Numbered Paragraph", numbered, "", "BodyText")
    yield _Kind("SmallPrint", "Small Print", spaced(texts.small), letters(texts.small, style))
    yield _Kind("Quote", "Quote", replace(quote, left=QUOTE, right=QUOTE), letters(texts.quote, style))
    said = replace(said, left=QUOTE, right=QUOTE)
    yield _Kind("Attribution", "Attribution", said, letters(texts.attribution, style), following="BodyText")
    yield _Kind("FootnoteText", "footnote text", _note(style), letters(texts.note, style))
    rule = Layout(before=6, after=3, line=4)
    tiny = f'<w:color w:val="{colour(style.colours.hairline)}"/><w:sz w:val="8"/><w:szCs w:val="8"/>'
    yield _Kind("FootnoteSeparator", "Footnote Separator", rule, tiny)
    yield _Kind("Gap", "Gap", Layout(before=0, after=0, line=_GAP), '<w:sz w:val="8"/><w:szCs w:val="8"/>')


def _note(style: Style) -> Layout:
    text = style.texts.note
    return replace(spaced(text), left=_NOTE, hanging=_NOTE, tabs=(Tab(_NOTE),), keep_lines=True)


def _lists(style: Style) -> Iterator[_Kind]:
    kinds: tuple[tuple[Kind, str], ...] = (("bullet", "List Bullet"), ("number", "List Number"))
    for kind, name in kinds:
        for level in range(3):
            title = f"{name} {level + 1}" if level else name
            numbering = Numbering(base(kind), level)
            yield _Kind(title.replace(" ", ""), title, Layout(numbering=numbering, after=_BETWEEN_ITEMS))
    inside = Layout(after=_BETWEEN_ITEMS, left=text_indent("bullet", 0, style, boxed=False))
    yield _Kind("ListContinue", "List Continue", inside)
    source = replace(style.texts.small, colour=style.texts.note.colour)
    small = replace(spaced(source), numbering=Numbering(base("source")), after=_BETWEEN_ITEMS, keep_lines=True)
    yield _Kind("SourceList", "Source List", small, letters(source, style))


def _boxes(style: Style) -> Iterator[_Kind]:
    """The styles of the tinted boxes; the box is drawn by rules and shade, so Word joins its paragraphs into one."""
    title, body, tint = style.texts.callout_title, style.texts.body, style.colours.tint
    bars = (("BottomLine", style.colours.structure), ("Note", tint), ("Warning", tint))
    for name, bar in bars:
        edge = INSET - BAR
        rules = (
            Rule("top", 1, tint, 7),
            Rule("left", BAR, bar, edge),
            Rule("bottom", 1, tint, 8),
            Rule("right", BAR, tint, edge),
        )
        box = Layout(keep_lines=True, rules=rules, shade=tint, left=INSET, right=INSET)
        spoken = "Bottom Line" if name == "BottomLine" else name
        head = replace(box, keep_next=True, before=title.before + 8, after=title.after, line=title.leading)
        text = replace(box, before=0, after=body.after)
        yield _Kind(f"{name}Title", f"{spoken} Title", head, letters(title, style), following=f"{name}Text")
        yield _Kind(f"{name}Text", f"{spoken} Text", text)
        yield _Kind(f"{name}List", f"{spoken} List", replace(text, left=None, after=_BETWEEN_ITEMS))
    points = replace(spaced(title), keep_next=True, keep_lines=True)
    yield _Kind("KeyPointsTitle", "Key Points Title", points, letters(title, style), following="ListBullet")


def _tables(style: Style) -> Iterator[_Kind]:
    texts = style.texts
    yield _Kind("TableText", "Table Text", _above_rule(texts.table, HAIRLINE), letters(texts.table, style))
    yield _Kind("TableTextRight", "Table Text Right", Layout(align="right"), "", "TableText")
    yield _Kind(
        "TableHead",
        "Table Head",
        replace(_above_rule(texts.table_head, RULE), keep_next=True),
        letters(texts.table_head, style),
    )
    yield _Kind("TableHeadRight", "Table Head Right", Layout(align="right"), "", "TableHead")
    caption = replace(spaced(texts.caption), keep_next=True, keep_lines=True)
    yield _Kind("Caption", "caption", caption, letters(texts.caption, style))
    yield _Kind(
        "Figure", "Figure", Layout(before=0, after=_BELOW_FIGURE, line=0, keep_lines=True), following="BodyText"
    )
    label = replace(texts.table, family="sans", size=8, bold=False, italic=False)
    yield _Kind("FigureLabel", "Figure Label", Layout(before=0, after=0), letters(label, style))
    for name, text in (
        ("Fact Term", texts.fact_term),
        ("Fact Value", texts.fact),
        ("Header Term", texts.header_term),
        ("Header Value", texts.header),
    ):
        layout = spaced(text) if name == "Header Term" else _above_rule(text, HAIRLINE)
        yield _Kind(name.replace(" ", ""), name, layout, letters(text, style))


def _above_rule(text: TextStyle, rule: float) -> Layout:
    """The spaces of words in a cell, less the rule below it, which takes room of its own."""
    return replace(spaced(text), after=max(text.after - rule, 0))


def _contents(style: Style) -> Iterator[_Kind]:
    text = style.texts.contents
    title = style.texts.heading2
    measure = style.page.measure
    head = replace(spaced(title), keep_next=True, keep_lines=True)
    yield _Kind("TOCHeading", "TOC Heading", head, letters(title, style), following="BodyText")
    first = replace(spaced(text), left=_INDENT, hanging=_INDENT, tabs=(Tab(measure, "right", "dot"),))
    for level in range(3):
        layout = first if level == 0 else replace(first, left=_INDENT * level, hanging=None)
        yield _Kind(f"TOC{level + 1}", f"toc {level + 1}", layout, letters(text, style))


def _running(style: Style) -> Iterator[_Kind]:
    text, measure = style.texts.running, style.page.measure
    line = style.colours.hairline
    plain = Layout(before=0, after=0, line=text.leading, tabs=(Tab(measure, "right"),))
    letterhead = style.letterhead
    around = _AROUND if letterhead.height or letterhead.later.height or letterhead.base else 0
    head = replace(plain, before=around, after=around)
    yield _Kind("Header", "header", replace(head, rules=(Rule("bottom", 0.5, line, 4),)), letters(text, style))
    yield _Kind("HeaderFirst", "Header First Page", replace(head, align="right"), letters(text, style))
    if style.letterhead.words or style.letterhead.logo:
        alone = replace(spaced(text), before=0, after=0)
        yield _Kind("HeaderLine", "Header Line", alone, letters(text, style))
        yield _Kind("FooterLine", "Footer Line", alone, letters(text, style))
    yield _Kind("Footer", "footer", replace(plain, rules=(Rule("top", 0.5, line, 4),)), letters(text, style))
