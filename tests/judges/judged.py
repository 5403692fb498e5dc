"""The documents that judges see: the briefs, the specimen, the sample event, plain and with marked portions, and
made-up ones, in English and Korean.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache, partial
from typing import TYPE_CHECKING

from hypothesis import HealthCheck, Phase, given, settings

from books_made import book_made
from brief.make import Brief, generate
from brief.polish.paragraphs import number_paragraphs
from brief.render import render
from briefs_made import BRIEFS, EVENTS, ROOT, made
from briefs_marked import Kind, marked
from kinds_made import KINDS, kind_made
from styles import sample_style
from trees import documents, every_node

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from brief.render import Format
    from brief.tree import Document

SAMPLE = ROOT / "src" / "brief" / "sample"
MADE_UP = 4
"""How many documents are made up in each language."""


@cache
def sample() -> Brief:
    """The brief of the event that `brief init` lays out."""
    return generate("first-meeting", briefs=SAMPLE)


@cache
def made_up(language: str) -> tuple[Document, ...]:
    """Documents as hypothesis makes them up, the same on every run."""
    found: list[Document] = []

    @settings(
        derandomize=True,
        database=None,
        max_examples=MADE_UP,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(documents().filter(lambda document: document.language == language and len(document.children) > 3))
    def keep(document: Document) -> None:
        found.append(document)

    keep()
    return tuple(found)


def _of_event(event: str, kind: Format) -> bytes:
    return made(event).documents[kind].content


def _of_sample(kind: Format) -> bytes:
    return sample().documents[kind].content


def _of_kind(template: str, event: str, kind: Format, language: str = "en") -> bytes:
    return kind_made(template, event, language).documents[kind].content


def _of_marked(scheme: Kind, kind: Format) -> bytes:
    return marked(scheme).documents[kind].content


def _of_event_in_korean(event: str, kind: Format) -> bytes:
    return _rendered(replace(made(event).document, language="ko-KR"), kind)


@cache
def _report(event: str) -> Brief:
    return generate(event, template="report-ko", formats=("docx", "pdf"), briefs=BRIEFS)


def _of_report(event: str, kind: Format) -> bytes:
    return _report(event).documents[kind].content


@cache
def _spoken(event: str) -> Brief:
    return generate(event, language="ko", formats=("docx", "pdf"), briefs=BRIEFS)


def _of_brief_in_korean(event: str, kind: Format) -> bytes:
    return _spoken(event).documents[kind].content


def _of_book(template: str, kind: Format) -> bytes:
    return book_made(template).documents[kind].content


def _of_numbered(event: str, kind: Format) -> bytes:
    return _rendered(number_paragraphs(made(event).document), kind)


def _of_specimen(language: str, kind: Format) -> bytes:
    return _rendered(replace(every_node(), language=language), kind)


def _of_specimen_with_faces(kind: Format) -> bytes:
    return render(kind, every_node(), replace(sample_style(), embed_faces=True)).content


def _of_made_up(language: str, number: int, kind: Format) -> bytes:
    return _rendered(made_up(language)[number], kind)


def _rendered(document: Document, kind: Format) -> bytes:
    return render(kind, document, sample_style()).content


JUDGED: Mapping[str, Callable[[Format], bytes]] = {
    **{event: partial(_of_event, event) for event in EVENTS},
    **{f"{event}-korean": partial(_of_event_in_korean, event) for event in EVENTS},
    **{f"{event}-report-ko": partial(_of_report, event) for event in EVENTS},
    **{f"{event}-in-korean": partial(_of_brief_in_korean, event) for event in EVENTS},
    **{f"specimen-{language}": partial(_of_specimen, language) for language in ("en-GB", "ko-KR")},
    **{f"{event}-{template}": partial(_of_kind, template, event) for template in KINDS for event in EVENTS},
    **{f"book-{template}": partial(_of_book, template) for template in ("policy-brief", "report-ko", "talking-points")},
    **{f"{event}-{kind}-ko": partial(_of_kind, kind, event, language="ko") for kind in KINDS for event in EVENTS},
    "specimen-with-faces": _of_specimen_with_faces,
    "vilnius-2023-numbered": partial(_of_numbered, "vilnius-2023"),
    "sample": _of_sample,
    "marked": partial(_of_marked, "tlp"),
    "marked-ministry": partial(_of_marked, "ministry"),
    **{f"made-up-{tag}-{n}": partial(_of_made_up, tag, n) for tag in ("en-GB", "ko") for n in range(MADE_UP)},
}
"""Each document by its name: what renders it in a format."""
