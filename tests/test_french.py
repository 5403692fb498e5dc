"""A language of which the program knows nothing: labels and data in French make a brief in French."""

from __future__ import annotations

import re
import shutil
from typing import TYPE_CHECKING

import pytest

from brief.make import generate, generate_book, inspect, inspect_template
from brief.problem import BriefError
from brief.tree import Heading
from brief.walk import inline_text, words
from workspaces import SAMPLE

if TYPE_CHECKING:
    from pathlib import Path

MONTHS = "janvier, février, mars, avril, mai, juin, juillet, août, septembre, octobre, novembre, décembre"
LABELS = f"""language = "fr-CA"
and = "et"
undated = "sans date"
in_en = "en anglais"
in_ko = "en coréen"
in_ja = "en japonais"
in_id = "en indonésien"
carried_by = "repris par {{name}}"
grade = "cote {{grade}}"
official_translation = "traduction officielle"
translation = "traduction"
machine_translation = "traduction automatique"
annex = "Annexe"
part_number = "Partie {{number}}"
draft = "PROJET : {{count}} problème"
drafts = "PROJET : {{count}} problèmes"
paragraphs = "par. {{numbers}}"
heading = "Entretien"

[dates]
long = "{{day}} {{name}} {{year}}"
long_month = "{{name}} {{year}}"
months = "{MONTHS}"
"""
BRIEF = """::: document
- title: {{ event.header.reference }}
:::

# {{ label.heading }}

{{ event.title }}, {{ event.header.date }}.{{ cite(event.key_points[0]) }}

# {{ label.heading }} {annex}

{{ source_list }}
"""
TITLE = "title: Northland and Southland agree to reopen the coastal ferry"


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """The sample event with a title in French, and a template with labels in French."""
    shutil.copytree(SAMPLE, tmp_path / "briefs")
    path = tmp_path / "briefs" / "first-meeting" / "event.yaml"
    text = path.read_text(encoding="utf-8")
    assert text.count(TITLE) == 1
    path.write_text(text.replace(TITLE, "title: {en: The ferry, fr: Le traversier}"), encoding="utf-8")
    (tmp_path / "mine" / "labels").mkdir(parents=True)
    (tmp_path / "mine" / "labels" / "fr.toml").write_text(LABELS, encoding="utf-8")
    (tmp_path / "mine" / "brief.md.j2").write_text(BRIEF, encoding="utf-8")
    return tmp_path


def test_a_brief_is_made_in_any_language_that_labels_and_data_are_given_in(desk: Path) -> None:
    made = generate("first-meeting", template=desk / "mine", formats=("docx", "pdf", "html"), briefs=desk / "briefs")
    said = " ".join(" ".join(words(made.document)).split())
    assert made.document.language == "fr-CA"
    assert re.search(r"Le traversier, [0-9]+ (mars|avril) 2026", said)
    assert re.search(r"par\. [0-9]", said)
    assert "paragraph" not in said
    assert [head.number for head in made.document.children if isinstance(head, Heading)] == ["1", "Annexe A"]
    assert b'lang="fr-CA"' in made.documents["html"].content
    assert b"fr-CA" in made.documents["pdf"].content


def test_a_book_counts_its_parts_in_the_words_of_its_labels(desk: Path) -> None:
    title = "::: document\n- title: {{ label.heading }}\n:::\n\n"
    frame = title + "{% for part in briefs %}\n{{ part.brief }}\n\n{% endfor %}\n"
    (desk / "mine" / "book.md.j2").write_text(frame, encoding="utf-8")
    made = generate_book(["first-meeting"], template=desk / "mine", formats="text", briefs=desk / "briefs")
    assert [head.number for head in made.document.children if isinstance(head, Heading)][:2] == ["Partie 1", "1.1"]


def test_what_is_printed_in_no_french_is_told_at_its_line_and_a_draft_says_so_in_french(desk: Path) -> None:
    path = desk / "briefs" / "first-meeting" / "event.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace(", fr: Le traversier", ""), encoding="utf-8")
    with pytest.raises(BriefError) as caught:
        generate("first-meeting", template=desk / "mine", briefs=desk / "briefs")
    (problem,) = caught.value.problems
    assert (problem.code, problem.hint) == ("translation", "write it as {en: …, fr: …}")
    assert [one.code for one in inspect(template=desk / "mine", briefs=desk / "briefs")[1]] == ["translation"]
    made = generate("first-meeting", template=desk / "mine", formats="text", briefs=desk / "briefs", draft=True)
    assert made.document.running.draft == "PROJET : 1 problème"
    assert "The ferry" in inline_text(made.document.children[1].children)  # type: ignore[union-attr, arg-type]


def test_a_template_is_checked_in_the_language_it_speaks(desk: Path) -> None:
    assert inspect_template(desk / "mine", briefs=desk / "briefs") == ("first-meeting", ("fr",), (), "")
    with (desk / "mine" / "brief.md.j2").open("a", encoding="utf-8") as file:
        file.write("\n::: keypoints X\nb\n:::\n")
    found = inspect_template(desk / "mine", briefs=desk / "briefs")
    assert [problem.code for problem in found.problems] == ["box"]


def test_a_code_that_is_no_language_is_told_in_the_data(desk: Path) -> None:
    path = desk / "briefs" / "first-meeting" / "event.yaml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("fr: Le traversier", "fra: Le traversier"), encoding="utf-8"
    )
    codes = {problem.code for problem in inspect(briefs=desk / "briefs")[1]}
    assert "unknown-key" in codes
