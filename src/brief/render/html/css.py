"""A Style as CSS: its colours and faces as variables, its texts as rules, its page as print rules."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from brief.render.html.drawing import tones
from brief.render.html.escape import css_string
from brief.render.html.layout import LAYOUT
from brief.style import LIST_MARKS, NUMBER_HANG

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brief.style import Family, Style, TextStyle
    from brief.tree import Document, Running

_PARAGRAPHS = {
    "p": "body",
    "p > .number": "paragraph_number",
    ".small": "small",
    "h1": "title",
    ".subtitle": "subtitle",
    ".kicker": "kicker",
    "h2": "heading1",
    "h3": "heading2",
    "h4": "heading3",
    "h5": "heading4",
    ".part > h2": "part",
    "caption": "caption",
    ".notes p": "note",
    ".running p": "running",
    ".title": "callout_title",
    ".contents li": "contents",
    "blockquote p": "quote",
    "figcaption": "attribution",
    ".drawing figcaption": "caption",
}
"""Texts whose spaces stand outside them, as margins. What comes later in the list prevails."""

_CELLS = {
    "td, th": "table",
    "thead th, thead td": "table_head",
    "dt": "fact_term",
    "dd": "fact",
    ".header dt": "header_term",
    ".header dd": "header",
}
"""Texts whose spaces stand inside them, between words and rules."""


_BOX = (
    "height: 1.3em; margin: auto 0; padding: 0 0.5em; white-space: nowrap; text-align: center; vertical-align: middle"
)
"""How a label stands in the margin of a printed page."""


def css(document: Document, style: Style) -> str:
    """The whole style sheet of a document."""
    rules = (
        *_variables(style),
        *_texts(style),
        LAYOUT,
        _numbers(),
        *_marks(style),
        *tones(style),
        *_marking(document.marking, style),
        *_letterhead(style),
        *_pages(document, style),
    )
    return "".join(f"{rule}\n" for rule in rules)


def _variables(style: Style) -> Iterator[str]:
    yield ":root {"
    for family, generic in ((style.serif, "serif"), (style.sans, "sans-serif")):
        yield f"  --{generic}: {_families(family, style.east_asian)};"
    for name in ("structure", "tint", "hairline", "link", "open", "moving", "closed"):
        yield f"  --{name}: {getattr(style.colours, name)};"
    yield f"  --measure: {_rem(style.page.measure)};"
    yield "}"


def _families(family: Family, east_asian: str) -> str:
    generic = "serif" if family.generic == "roman" else "sans-serif"
    return ", ".join((*map(css_string, (family.name, *family.substitutes, east_asian)), generic))


def _texts(style: Style) -> Iterator[str]:
    yield f"body {{ {_type(style.texts.body)} }}"
    for selector, name in _PARAGRAPHS.items():
        text = getattr(style.texts, name)
        yield f"{selector} {{ {_type(text)}; margin: {_rem(text.before)} 0 {_rem(text.after)} }}"
    for selector, name in _CELLS.items():
        text = getattr(style.texts, name)
        yield f"{selector} {{ {_type(text)}; padding: {_rem(text.before)} 0 {_rem(text.after)} }}"
    sources = replace(style.texts.small, colour=style.texts.note.colour)
    yield f"ol.source li, ol.source p {{ {_type(sources)} }}"


def _numbers() -> str:
    """Numbers of paragraphs hang before their first line where there is room; into margins of paper nothing goes."""
    hang = _rem(NUMBER_HANG)
    shift = f"display: inline-block; width: {hang}; margin: 0 0 0 -{hang}"
    return f"@media screen and (min-width: 48rem) {{ p > .number {{ {shift} }} }}"


def _marks(style: Style) -> Iterator[str]:
    """The signs before the items of lists, where they are not the browser's own."""
    if style.list_marks == LIST_MARKS:
        return
    for depth, mark in enumerate(style.list_marks):
        yield f"{'ul ' * depth}ul > li {{ list-style-type: {css_string(mark + ' ')} }}"
    yield ".contents li { list-style-type: none }"


def _type(text: TextStyle) -> str:
    """How words are set, every property named: nothing is left to the browser's own style."""
    return "; ".join(
        (
            f"font-family: var(--{'serif' if text.family == 'serif' else 'sans-serif'})",
            f"font-size: {_rem(text.size)}",
            f"line-height: {text.leading / text.size:.4g}",
            f"font-weight: {600 if text.bold else 400}",
            f"font-style: {'italic' if text.italic else 'normal'}",
            f"letter-spacing: {_rem(text.tracking) if text.tracking else 'normal'}",
            f"text-transform: {'uppercase' if text.capitals else 'none'}",
            f"color: {text.colour}",
        )
    )


def _marking(marking: str, style: Style) -> Iterator[str]:
    """The label of the document's marking."""
    if marking:
        size, look = _label(marking, style)
        yield f".marking {{ font: 600 {_rem(size)}/1.3 var(--sans-serif); {look} }}"


def _letterhead(style: Style) -> Iterator[str]:
    """The letterhead, in the letters of the running lines."""
    if style.letterhead.height or style.letterhead.foot:
        yield "body > header.letterhead { padding-top: 1rem; text-align: left }"
        yield ".letterhead.centre, .letterhead .centre { text-align: center }"
        yield ".letterhead.right, .letterhead .right { text-align: right }"
        yield ".letterhead p { margin: 0 } .letterhead p.left { text-align: left }"
        yield "footer p.letterhead { flex-basis: 100% } .letterhead img { max-width: 100%; height: auto }"


def _label(marking: str, style: Style) -> tuple[float, str]:
    """Size and colours of a label; one that the style does not know is set in the structure colour, boxed."""
    if label := style.scheme.label(marking):
        return label.size, f"color: {label.text}; background: {label.fill}; border: 0.75pt solid {label.fill}"
    return 12, f"color: {style.colours.structure}; border: 0.75pt solid {style.colours.structure}"


def _pages(document: Document, style: Style) -> Iterator[str]:
    """Paper: its size and margins, and in them the marking and the running lines (CSS Paged Media 3, 4.2).

    The first page has the marking of the text's own head; its boxes are empty and not left out, since a browser fills a
    margin without boxes with a date and an address.
    """
    page, running = style.page, document.running
    yield "@page {"
    yield f"  size: {_pt(page.width)} {_pt(page.height)};"
    yield f"  margin: {_pt(page.top)} {_pt(page.right)} {_pt(page.bottom)} {_pt(page.left)};"
    text = style.texts.running
    line = f"font: {_pt(text.size)}/{_pt(text.leading)} {_families(style.sans, style.east_asian)}; color: {text.colour}"
    for corner, content in _running(running):
        yield f"  @{corner} {{ content: {content}; {line}; white-space: nowrap; vertical-align: middle }}"
    if document.marking:
        size, look = _label(document.marking, style)
        font = f"font: 600 {_pt(size)}/1.3 {_families(style.sans, style.east_asian)}"
        for corner in ("top-right", "bottom-right"):
            content = f"content: {css_string(document.marking)}; width: {_width(document.marking):.3g}em"
            yield f"  @{corner} {{ {content}; {font}; {look}; {_BOX} }}"
    yield "}"
    yield '@page :first { @top-left { content: "" } @top-right { content: ""; border: 0; background: none } }'


def _width(words: str) -> float:
    """Room for a label in a margin, in ems of its letters: such a box cannot be as wide as its words of itself."""
    return 1 + sum(0.66 if letter.isascii() else 1 for letter in words)


def _running(running: Running) -> Iterator[tuple[str, str]]:
    """Corner and content of every running line that the document has."""
    if running.full_head:
        yield "top-left", css_string(running.full_head)
    if running.foot:
        yield "bottom-left", css_string(running.foot)
    if running.page:
        yield "bottom-center", _page_numbers(running.page)


def _page_numbers(pattern: str) -> str:
    """A pattern such as "Page {page} of {pages}" with the counters of CSS in its gaps."""
    before, gap, after = pattern.partition("{page}")
    between, other, end = after.partition("{pages}")
    parts = (
        before and css_string(before),
        gap and "counter(page)",
        between and css_string(between),
        other and "counter(pages)",
        end and css_string(end),
    )
    return " ".join(filter(None, parts))


def _pt(points: float) -> str:
    return f"{points:.6g}pt"


def _rem(points: float) -> str:
    """Points in the unit that grows with the reader's own size of letters: 12 points are one rem."""
    return f"{points / 12:.4g}rem" if points else "0"
