"""A brief in another language than its data: what it prints needs a translation, and nothing else does."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from brief.cli import run
from brief.event import open_workspace
from brief.make import Brief, generate, inspect
from brief.problem import BriefError
from brief.walk import words
from workspaces import SAMPLE

if TYPE_CHECKING:
    from pathlib import Path

    from brief.problem import Problem

FRONT = "::: document\n- title: {{ event.header.reference }}\n:::\n\n"
LABELS = '[heads]\nkept = "보존"\n'


class Desk:
    """The sample event and a template of one file, in Korean."""

    def __init__(self, folder: Path) -> None:
        self.briefs, self.template = folder / "briefs", folder / "mine"
        shutil.copytree(SAMPLE, self.briefs)
        (self.template / "labels").mkdir(parents=True)
        (self.template / "labels" / "ko.toml").write_text(LABELS, encoding="utf-8")

    def write(self, old: str, new: str, file: str = "first-meeting/event.yaml") -> None:
        """Replace what stands in a file of the data once."""
        path = self.briefs / file
        text = path.read_text(encoding="utf-8")
        assert text.count(old) == 1
        path.write_text(text.replace(old, new), encoding="utf-8")

    def made(self, body: str, **options: object) -> Brief:
        """The brief of a template that says this."""
        (self.template / "brief.md.j2").write_text(FRONT + body + "\n", encoding="utf-8")
        options = {"formats": "text", **options}
        return generate("first-meeting", template=self.template, briefs=self.briefs, **options)  # type: ignore[arg-type]

    def missing(self, body: str, **options: object) -> list[str]:
        """The lines that want a translation, as they stand in the files."""
        with pytest.raises(BriefError) as caught:
            self.made(body, **options)
        assert {problem.code for problem in caught.value.problems} == {"translation"}
        return [line_of(problem) for problem in caught.value.problems]


def line_of(problem: Problem) -> str:
    assert problem.place
    with open(problem.place.file, encoding="utf-8") as stream:  # noqa: PTH123 - as it is typed
        return stream.read().splitlines()[problem.place.line - 1].strip()


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """The sample event and an empty template."""
    return Desk(tmp_path)


TITLE = "title: Northland and Southland agree to reopen the coastal ferry"
OCCASION = "occasion: Southport, 5 March 2026"
MILESTONE = """
milestones:
  - id: closed
    date: 2019-05-01
    label: Ferry closed
    text: The ferry was closed.
    sources: [N1]
"""


def test_each_printed_text_without_a_translation_is_told_at_its_line_all_at_once(desk: Desk) -> None:
    assert desk.missing("{{ event.title }}\n\n{{ event.occasion }}") == [TITLE, OCCASION]


def test_a_text_that_is_not_printed_is_not_asked_for(desk: Desk) -> None:
    desk.write(TITLE, "title: {en: Ferry, ko: 여객선}")
    assert "여객선" in words(desk.made("{{ event.title }}").document)


@pytest.mark.parametrize(
    "body",
    [
        "{{ event.title|upper }}",
        "{{ [event.title, event.occasion]|join(', ') }}",
        "{{ [event.title, event.occasion]|listed|lower }}",
        "{{ badge('open', [event.title, event.occasion]|join('; ')) }}",
        "::: facts\n- {{ event.title }}: {{ event.occasion }}\n:::",
        "{% macro said(words) %}{{ words }}{% endmacro %}{{ said(event.title|capitalize) }}",
        "{% set title %}{{ event.title }}{% endset %}{{ title }}",
        "{{ ''|default(event.title) }}",
    ],
)
def test_no_filter_and_no_macro_hides_what_is_missing(desk: Desk, body: str) -> None:
    found = desk.missing(body)
    assert TITLE in found
    assert (OCCASION in found) is ("occasion" in body)


def test_the_lines_at_head_and_foot_of_a_page_are_printed_as_well(desk: Desk) -> None:
    desk.write(TITLE, "title: {en: Ferry, ko: 여객선}")
    (desk.template / "brief.md.j2").write_text(
        "::: document\n- title: {{ event.title }}\n- foot: {{ event.occasion }}\n:::\n\n하나\n", encoding="utf-8"
    )
    with pytest.raises(BriefError) as caught:
        generate("first-meeting", template=desk.template, briefs=desk.briefs)
    assert [line_of(problem) for problem in caught.value.problems] == [OCCASION]


def test_what_a_figure_shows_is_printed_as_well(desk: Desk) -> None:
    desk.write("\ntopics:\n", MILESTONE + "\ntopics:\n")
    found = desk.missing("{{ timeline(label.heads.kept, label.heads.kept) }}")
    assert {TITLE, OCCASION, "label: Ferry closed", "text: The ferry was closed."} <= set(found)


def test_a_draft_stands_in_english_where_a_translation_is_missing(desk: Desk) -> None:
    made = desk.made("{{ event.title }}", draft=True)
    assert "ferry" in words(made.document)
    assert [problem.code for problem in made.problems if problem.severity == "error"] == ["translation"]
    assert made.document.running.draft == "초안: 문제 1건"


def test_a_name_in_korean_stands_for_its_translation_and_a_title_as_it_was_published(desk: Desk) -> None:
    desk.write("    name: Anna Berg\n", "    name: Anna Berg\n    korean: 안나 베르그\n", "people.yaml")
    body = "{{ event.meeting.participants[0].party.name }}\n\n{{ event.bottom_line[0].sources[0].source.title }}"
    assert {"안나", "베르그"} <= set(words(desk.made(body).document))


def test_paragraphs_of_a_source_are_said_in_korean(desk: Desk) -> None:
    body = "{% for cited in event.key_points[0].sources if cited.at %}{{ cited.at }}{% endfor %}"
    assert "제4문단" in words(desk.made(body).document)


def test_a_template_with_labels_in_one_language_is_filled_in_it_and_any_other_on_request(desk: Desk) -> None:
    desk.write(TITLE, "title: {en: Ferry, ko: 여객선}")
    assert desk.made("{{ event.title }}").document.language == "ko-KR"
    english = desk.made("{{ event.title }}", language="en").document
    assert (english.language, "Ferry" in words(english)) == ("en-GB", True)


def test_checking_tells_the_translations_that_a_template_lacks(desk: Desk) -> None:
    (desk.template / "brief.md.j2").write_text(FRONT + "{{ event.title }}\n", encoding="utf-8")
    _, problems = inspect(template=desk.template, briefs=desk.briefs)
    assert [line_of(problem) for problem in problems if problem.code == "translation"] == [TITLE]
    assert not [problem for problem in inspect(briefs=desk.briefs)[1] if problem.code == "translation"]


def test_rules_on_english_words_say_nothing_of_korean(desk: Desk) -> None:
    desk.write(TITLE, "title: {en: Ferry, ko: 여객선}")
    desk.write("    text: Northland and Southland agreed to reopen", "    text: The XYZQ agreed to reopen")
    codes = {problem.code for problem in inspect(briefs=desk.briefs)[1]}
    assert codes & {"abbreviation", "first-use"}
    (desk.template / "brief.md.j2").write_text(FRONT + "{{ event.title }}\n", encoding="utf-8")
    assert inspect(template=desk.template, briefs=desk.briefs)[1] == ()


def test_reading_in_korean_keeps_the_places_of_what_is_english(desk: Desk) -> None:
    assert open_workspace(desk.briefs).untranslated == frozenset()
    assert {place.path for place in open_workspace(desk.briefs, language="ko").untranslated} >= {"people[berg].name"}


def test_the_language_is_chosen_on_the_command_line(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    desk.write(TITLE, "title: {en: Ferry, ko: 여객선}")
    (desk.template / "brief.md.j2").write_text(FRONT + "{{ event.title }}, {{ event.occasion }}\n", encoding="utf-8")
    folder = desk.briefs.parent
    made = ["generate", "--event", "first-meeting", "--briefs", str(desk.briefs), "--template", str(desk.template),
            "--format", "text", "--out", str(folder / "out")]  # fmt: skip
    assert run([*made, "--lang", "ko"]) == 1
    told = capsys.readouterr().err
    assert "error[translation]" in told
    assert OCCASION in told
    assert not (folder / "out").exists()
    assert run([*made, "--lang", "en"]) == 0
    assert "Ferry" in (folder / "out" / "first-meeting_mine_en.txt").read_text(encoding="utf-8")
    assert run([*made, "--lang", "xx"]) == 2
    assert "'xx' is no language" in capsys.readouterr().err
    assert run([*made, "--lang", "fr"]) == 1
    assert "mine/labels/fr.toml" in capsys.readouterr().err
