"""What stands under a claim: one note for all its sources, short, each with the number of its full entry."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING
from zlib import crc32

from jinja2 import TemplateRuntimeError

from brief.event import Account, Citation, Claim, Quotation, paragraphs
from brief.place import Made, places_of
from brief.template.days import spoken
from brief.template.fields import described
from brief.tree import Link, Note, Text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from brief.event import Source
    from brief.template.labels import Labels
    from brief.tree import Inline

CITED = (Claim, Account, Quotation)
"""The records that stand on sources."""

_NO_NAME = re.compile(r"[^A-Za-z0-9._-]+")


def citing(labels: Labels) -> Callable[..., Note]:
    """The function `cite` of one filling. The same claims give the same note, other words never the same id."""
    known: dict[str, Note] = {}

    def cite(*claims: object) -> Note:
        cited = list(_flat(claims))
        if not cited:
            message = "cite needs a claim"
            raise TemplateRuntimeError(message)
        children = note_of((citation for one in cited for citation in _citations(one)), labels)
        name = _NO_NAME.sub("-", "n-" + "-".join(dict.fromkeys(map(_name, cited))))
        for number in range(1, len(known) + 2):
            note = Note(name if number == 1 else f"{name}.{number}", children)
            if known.setdefault(note.id, note) == note:
                return note
        raise AssertionError  # as many ids as notes, and one more, were tried

    return cite


def note_of(citations: Iterator[Citation], labels: Labels) -> tuple[Inline, ...]:
    """`Yonhap, 11 July 2023 [16], paragraph 3; NATO, undated [15]`: each source once, then the places in it.

    The number is a link to the source's entry; it is filled in when the sources are put in order.
    """
    sources: dict[str, tuple[Source, dict[str, str]]] = {}
    for citation in citations:
        _, places = sources.setdefault(citation.source.id, (citation.source, {}))
        if citation.at:
            places.setdefault(str(citation.at), citation.at)
    children: list[Inline] = []
    for source, places in sources.values():
        if children:
            children.append(Text("; "))
        children += (placed(source.publisher), Text(", "), *dated(source, labels), Text(" "))
        children.append(Link(f"#source-{source.id}", (Text("[?]"),)))
        for place in places.values():
            children += (Text(", "), _where(place, labels))
    return tuple(children)


def _where(place: str, labels: Labels) -> Text:
    """The place in a source, which a language may say by its label `paragraphs` for every `paragraphs 3 and 4`.

    Then no word of the data is printed, and none has to be translated.
    """
    form, numbers = labels.word("paragraphs"), paragraphs(place)
    if not form or not numbers:
        return placed(place)
    said = numbers.replace(" and ", f" {labels.word('and')} ").replace(" to ", "\N{EN DASH}")
    return placed(Made.of(form.replace("{numbers}", said), form))


def placed(words: str) -> Text:
    """A text with its place, or with those of what it was made of."""
    return Text(str(words), places_of(words))


def dated(source: Source, labels: Labels) -> tuple[Text]:
    """When a source appeared."""
    return (placed(spoken(source.date, labels.dates) if source.date else labels.word("undated")),)


def _flat(claims: Sequence[object]) -> Iterator[Claim | Account | Quotation]:
    for claim in claims:
        if isinstance(claim, CITED):
            yield claim
        elif isinstance(claim, Sequence) and not isinstance(claim, str):
            yield from _flat(claim)
        else:
            message = f"cite needs a claim, and this is {described(claim)[0]}"
            raise TemplateRuntimeError(message)


def _citations(cited: Claim | Account | Quotation) -> tuple[Citation, ...]:
    return (Citation(source=cited.source),) if isinstance(cited, Quotation) else cited.sources


def _name(cited: Claim | Account | Quotation) -> str:
    """The claim's id; what has none is named after its sources and the places in them."""
    if isinstance(cited, Claim):
        return cited.id
    return "-".join(c.source.id + (f".{crc32(c.at.encode()):08x}" if c.at else "") for c in _citations(cited))
