"""The lists at the end of a brief: every source and every abbreviation there is; `polish` keeps those that are used."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.place import Made, places_of
from brief.template.cite import dated, placed
from brief.template.filters import is_sentence
from brief.tree import Emphasis, Fact, Facts, Item, Link, List, Paragraph, Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from brief.event import Source, Term
    from brief.template.labels import Labels
    from brief.tree import Inline


def source_list(sources: Iterable[Source], labels: Labels, language: str) -> List:
    """Every source: `Author, Title (in Korean), publisher, carried by a library, date, grade A1. Note. Address`."""
    return List(
        "source",
        tuple(Item((Paragraph(_entry(source, labels, language)),), id=f"source-{source.id}") for source in sources),
    )


def _entry(source: Source, labels: Labels, language: str) -> tuple[Inline, ...]:
    parts: list[tuple[Inline, ...]] = []
    if source.author:
        parts.append((placed(source.author),))
    parts.append((Emphasis((placed(source.title),)), *_version(source, labels, language)))
    parts.append((placed(source.publisher),))
    if source.carried_by:
        parts.append(tuple(_around(labels.word("carried_by"), "name", placed(source.carried_by))))
    parts.append(dated(source, labels))
    if source.grade:
        parts.append(tuple(_around(labels.word("grade"), "grade", placed(source.grade))))
    children: list[Inline] = []
    for part in parts:
        children += (Text(", "), *part) if children else part
    children.append(Text("."))
    if source.note:
        children += (Text(" "), placed(source.note))
        if not is_sentence(source.note):
            children.append(Text("."))
    if source.address:
        children += (Text(" "), _address(source.address))
    return tuple(children)


def _around(label: str, name: str, value: Text) -> Iterator[Text]:
    """A label with a value in the stead of its name in braces, or after the label where it has none."""
    before, named, after = label.partition(f"{{{name}}}")
    yield from (Text(words, places_of(label)) for words in (before if named else f"{before} ",) if words)
    yield value
    yield from (Text(words, places_of(label)) for words in (after,) if words)


def _version(source: Source, labels: Labels, language: str) -> tuple[Text, ...]:
    """`(in Korean)`, `(machine translation)`: what a reader has to know of the text that was read."""
    told: dict[str, str] = {}
    if source.language != language:
        told[source.language] = labels.word(f"in_{source.language}") or source.language
    if source.text != "original":
        told[source.text] = labels.word(source.text.replace(" ", "_")) or source.text
    said = f" ({', '.join(told.values())})"
    return (placed(Made.of(said, *told, *told.values())),) if told else ()


def _address(address: str) -> Inline:
    """A link, where it leads to the web; the mere words of any other address."""
    text = placed(address)
    return Link(str(address), (text,)) if address.startswith(("https://", "http://")) else text


def abbreviation_list(terms: Iterable[Term]) -> Facts:
    """Each abbreviation, what it stands for, and what there is to add."""
    return Facts("abbreviations", tuple(Fact((placed(term.id),), _meaning(term)) for term in terms))


def _meaning(term: Term) -> tuple[Inline, ...]:
    if not term.note:
        return (placed(term.full),)
    return placed(term.full), Text(" ("), placed(term.note), Text(")")
