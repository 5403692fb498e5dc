"""`prose`: a text of several paragraphs is printed as such, as words alone, at the places where the data hold them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from jinja2 import TemplateRuntimeError

from brief.make import generate
from brief.place import Passage, Place, Words
from brief.problem import BriefError
from brief.template import check_template, find
from brief.template.filters import prose
from brief.tree import Callout, Item, List, Note, NoteRef, Paragraph, Text
from brief.walk import blocks as walked
from briefs_made import ROOT
from filling import blocks, said
from workspaces import Workshop

if TYPE_CHECKING:
    from pathlib import Path

    from brief.make import Brief

GUIDE = (ROOT / "templates" / "README.md").read_text(encoding="utf-8")
NASTY = ("# One", "- two", "::: three", "| four |", "> five", "1. six", "**seven** {{ 7 * 7 }} [x](javascript:y) <b>")


def passage(*paragraphs: str) -> Passage:
    places = [Place("event.yaml", 7 + 2 * n) for n in range(len(paragraphs))]
    parts = tuple(Words(text, place) for text, place in zip(paragraphs, places, strict=True))
    return Passage(" ".join(paragraphs), places[0], parts)


def given(*paragraphs: str) -> dict[str, object]:
    """The values that stand where a template says `{{ text|prose }}`, by name: t0, t1, …"""
    return {f"t{n}": chunk.value for n, chunk in enumerate(prose(passage(*paragraphs)).chunks)}  # type: ignore[union-attr]


def test_a_text_is_printed_as_its_paragraphs_and_never_becomes_markup() -> None:
    tokens = "".join(f"«t{n}»" for n in range(len(NASTY)))
    assert blocks(f"{tokens}\n", **given(*NASTY)) == tuple(
        Paragraph((Text(text, (Place("event.yaml", 7 + 2 * n),)),)) for n, text in enumerate(NASTY)
    )


def test_what_stands_behind_ends_the_last_paragraph() -> None:
    note = Note("n-1", (Text("P1"),))
    first, last = blocks("«t0»«t1»«note» and\n*more*\n", note=note, **given("One", "Two"))
    assert first == Paragraph((Text("One", (Place("event.yaml", 7),)),))
    assert isinstance(last, Paragraph)
    assert last.children[:2] == (Text("Two", (Place("event.yaml", 9),)), NoteRef("n-1"))
    assert len(last.children) == 4


def test_paragraphs_stand_in_items_boxes_and_small_print() -> None:
    values = given("One", "Two")
    (found,) = blocks("- «t0»«t1»\n", **values)
    item = next(iter(found.children))  # type: ignore[union-attr]
    assert isinstance(item, Item)
    assert len(item.children) == 2
    (box,) = blocks("::: note\n«t0»«t1»\n:::\n", **values)
    assert isinstance(box, Callout)
    assert len(box.children) == 2
    small = blocks("::: small\n«t0»«t1» end\n\n«t0»\n:::\n", **values)
    assert [block.role for block in small if isinstance(block, Paragraph)] == ["small"] * 3


@pytest.mark.parametrize(
    "markdown",
    [
        "| A | B |\n|---|---|\n| x | «t0»«t1» |\n",
        "\n\n::: facts\n- Name: «t0»«t1»\n:::\n",
        "\n\n# «t0»«t1»\n",
        "\n\nLead «t0»«t1»\n",
        "\n\n*«t0»«t1»*\n",
        "\n\n[«t0»](https://x.org)\n",
        "\n\n«t0»«t1» and\n\n::: note «t0»\nx\n:::\n",
        "\n\n«t0»\n«t1» and «t0»\n",
    ],
)
def test_paragraphs_among_words_are_told_at_their_line(markdown: str) -> None:
    told = said(markdown, **given("One", "Two"))
    line = next(n for n, text in enumerate(markdown.split("\n"), 1) if re.search(r".+«t0»", text))
    assert told
    assert set(told) == {(line, "block", "a paragraph cannot stand among words")}


def test_only_paragraphs_of_the_data_go_on_in_what_stands_behind_them() -> None:
    values = given("One", "Two")
    values["list"] = List("bullet", (Item((Paragraph((Text("item"),)),)),))
    messages = ["a list cannot stand among words", "a paragraph cannot stand among words"]
    assert [message for _, _, message in said("«list»«t0» and\n", **values)] == messages
    assert [message for _, _, message in said("«t0»«list» and\n", **values)] == messages[::-1]


def test_prose_needs_a_text() -> None:
    with pytest.raises(TemplateRuntimeError, match="prose needs a text, and this is a list"):
        prose(())


# ---- as the guide tells it


def made(tmp_path: Path, body: str = "") -> Brief:
    """The brief of the guide's data by the guide's template, or by another body of its loop."""
    section = GUIDE.partition("## A text of several paragraphs\n")[2].partition("\n## ")[0]
    (extra,) = re.findall(r"```yaml\n(.*?)```", section, re.DOTALL)
    (template,) = re.findall(r"```jinja\n(.*?)```", section, re.DOTALL)
    shop = Workshop(tmp_path / "briefs")
    shop.add(extra)
    mine = tmp_path / "mine"
    mine.mkdir()
    (mine / "template.toml").write_text('extends = "policy-brief"\n', encoding="utf-8")
    text = template.replace("{{ field.text|prose }}", body) if body else template
    (mine / "brief.md.j2").write_text(text, encoding="utf-8")
    return generate("first-meeting", formats=("text",), template=mine, briefs=shop.folder)


def test_the_example_of_the_guide_prints_two_paragraphs_at_their_lines(tmp_path: Path) -> None:
    document = made(tmp_path).document
    lines = (tmp_path / "briefs" / "first-meeting" / "event.yaml").read_text(encoding="utf-8").splitlines()
    found = [
        (text.text.replace("\u00a0", " "), lines[place.line - 1][place.column - 1 :], place.path)
        for block in walked(document.children)
        if isinstance(block, Paragraph)
        for text in block.children
        if isinstance(text, Text)
        for place in text.origins
        if place.path.startswith("extra")
    ]
    assert found == [
        (
            "The ferry ran from 1987 to 2019. It closed when the harbour of Southport silted up.",
            "The ferry ran from 1987 to 2019. It closed",
            "extra[0].text",
        ),
        (
            "- Both countries looked into a bridge; none was built.",
            "- Both countries looked into a bridge; none was built.",
            "extra[0].text",
        ),
    ]


def test_without_prose_it_is_one_paragraph(tmp_path: Path) -> None:
    document = made(tmp_path, "{{ field.text }}").document
    texts = [
        text.text
        for block in walked(document.children)
        if isinstance(block, Paragraph)
        for text in block.children
        if isinstance(text, Text) and "ferry ran" in text.text
    ]
    (text,) = texts
    assert text.replace("\u00a0", " ").endswith("silted up. - Both countries looked into a bridge; none was built.")


@pytest.mark.parametrize(
    ("fact", "code", "message"),
    [
        ("- {{ field.name }}: {{ field.text|prose }}", "block", "a paragraph cannot stand among words"),
        ("{{ field.text|prose }}", "fact", "this box holds a list alone, written `- Name: value`"),
    ],
)
def test_prose_in_facts_is_an_error_at_the_line_of_the_template(
    tmp_path: Path, fact: str, code: str, message: str
) -> None:
    with pytest.raises(BriefError) as told:
        made(tmp_path, f"::: facts\n{fact}\n:::")
    (problem,) = {(one.code, one.message, str(one.place)) for one in told.value.problems}
    assert problem == (code, message, f"{tmp_path.as_posix()}/mine/brief.md.j2:8:1")


def test_a_template_that_uses_it_is_clean(tmp_path: Path) -> None:
    made(tmp_path)
    template, problems = find(tmp_path / "mine")
    assert template is not None
    assert (problems, check_template(template)) == ((), ())
