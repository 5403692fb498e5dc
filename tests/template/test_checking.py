from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from brief.template import Template, check_book, check_template, checking, find
from brief.template.statics import check
from planted import LABELS, filled, filling, text_of, write

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture(autouse=True)
def nothing_checked_before() -> Iterator[None]:
    checking._CHECKED.clear()
    yield
    checking._CHECKED.clear()


@pytest.fixture
def checks(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The first files of the templates that were walked, one for each walk."""
    walked: list[str] = []

    def counted(*arguments: object) -> object:
        walked.append(str(arguments[-1]))
        return check(*arguments)  # type: ignore[arg-type]  # handed on as they came

    monkeypatch.setattr(checking, "check", counted)
    return walked


def planted(folder: Path, brief: str, files: dict[str, str] | None = None) -> Template:
    write(folder, {"labels/en.toml": LABELS, "brief.md.j2": brief, **(files or {})})
    template, problems = find(folder)
    assert template is not None
    assert problems == ()
    return template


def told(folder: Path, brief: str, files: dict[str, str] | None = None) -> list[tuple[str, int, str]]:
    """File, line and code of all that is wrong with a template."""
    root = f"{folder.as_posix()}/"
    return [
        (p.place.file.removeprefix(root), p.place.line, p.code)
        for p in check_template(planted(folder, brief, files))
        if p.place
    ]


def test_a_good_template_has_no_problems(tmp_path: Path) -> None:
    brief = "{{ event.title }}{{ as_of }}{{ label.open }}{{ source_list }}{{ cite(event.bottom_line[0]) }}"
    assert check_template(planted(tmp_path, brief)) == ()


def test_all_that_is_wrong_is_told_at_once_in_order_of_place(tmp_path: Path) -> None:
    files = {
        "labels/en.toml": 'key_points = "Key points"\ncount = 1\n',
        "parts/a.md.j2": "\n{{ event.titel }}",
        "parts/b.md.j2": "{% for x in event.statements %}",
    }
    brief = "{{ nope }}\n{% include 'parts/a.md.j2' %}{% include 'parts/b.md.j2' %}\n{{ event.title|uper }}"
    assert told(tmp_path, brief, files) == [
        ("brief.md.j2", 1, "unknown-name"),
        ("brief.md.j2", 3, "unknown-filter"),
        ("labels/en.toml", 2, "shape"),
        ("parts/a.md.j2", 2, "unknown-field"),
        ("parts/b.md.j2", 1, "template-syntax"),
    ]


def test_what_only_compiling_shows_is_told_too(tmp_path: Path) -> None:
    brief = "{% block a %}{% endblock %}\n{% block a %}{% endblock %}"
    assert told(tmp_path, brief) == [("brief.md.j2", 2, "template-syntax")]


def test_what_may_be_empty_is_told_of_a_template_though_there_is_no_event(tmp_path: Path) -> None:
    assert told(tmp_path, "{{ previous.title }}{{ event.previous }}") == [("brief.md.j2", 1, "may-be-empty")] * 2


def test_labels_that_cannot_be_read_are_one_problem_and_hide_no_other(tmp_path: Path) -> None:
    brief = "{{ label.key_points }}{{ label.heads.what }}{{ nope }}"
    assert told(tmp_path, brief, {"labels/en.toml": 'key_points = "Key points"\nbroken\n'}) == [
        ("brief.md.j2", 1, "unknown-name"),
        ("labels/en.toml", 2, "toml"),
    ]


def test_a_label_that_is_no_text_is_one_problem(tmp_path: Path) -> None:
    assert told(tmp_path, "{{ label.count }}", {"labels/en.toml": "count = 1\n"}) == [("labels/en.toml", 1, "shape")]


def test_a_language_without_labels_is_one_problem(tmp_path: Path) -> None:
    template = planted(tmp_path, "{{ label.key_points }}")
    assert [problem.code for problem in check_template(template, language="fr")] == ["unknown-language"]


def test_labels_are_looked_for_in_the_language_that_is_asked_for(tmp_path: Path) -> None:
    template = planted(tmp_path, "{{ label.only }}", {"labels/ko.toml": 'only = "만"\n'})
    assert [problem.code for problem in check_template(template)] == ["unknown-label"]
    assert check_template(template, language="ko-KR") == ()


@pytest.mark.parametrize("brief", ["{{ event.title }}", "{{ nope }}", "{% if"])
def test_a_template_is_checked_once_however_often_it_is_checked_and_filled(
    tmp_path: Path, checks: list[str], brief: str
) -> None:
    before = check_template(planted(tmp_path, brief))
    assert check_template(planted(tmp_path, brief)) == before
    _, problems = filling(tmp_path, brief)
    assert problems == before
    assert checks == ["brief.md.j2"]


def test_a_template_that_has_changed_is_checked_anew(tmp_path: Path, checks: list[str]) -> None:
    assert told(tmp_path, "{{ label.open }}") == []
    assert told(tmp_path, "{{ label.open }}", {"labels/en.toml": ""}) == [("brief.md.j2", 1, "unknown-label")]
    assert told(tmp_path, "\n{{ nope }}") == [("brief.md.j2", 2, "unknown-name")]
    assert told(tmp_path, "{{ label.open }}") == []
    assert len(checks) == 3


def test_a_part_that_can_no_longer_be_read_is_told(tmp_path: Path) -> None:
    brief = "{% include 'parts/a.md.j2' %}"
    assert told(tmp_path, brief, {"parts/a.md.j2": "a"}) == []
    (tmp_path / "parts" / "a.md.j2").write_bytes(b"\xff")
    assert told(tmp_path, brief) == [("parts/a.md.j2", 1, "encoding")]
    (tmp_path / "parts" / "a.md.j2").write_bytes(b"\n\xff")
    assert told(tmp_path, brief) == [("parts/a.md.j2", 2, "encoding")]


def test_problems_have_the_path_by_which_the_template_was_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "house"
    planted(folder, "{{ nope }}")
    for here, place in ((tmp_path, "house/brief.md.j2:1:1"), (folder, "brief.md.j2:1:1")):
        monkeypatch.chdir(here)
        template, _ = find(folder)
        assert template is not None
        assert [str(problem.place) for problem in check_template(template)] == [place]


def test_few_templates_are_remembered(tmp_path: Path) -> None:
    for number in range(3 * checking.MOST_CHECKED):
        check_template(planted(tmp_path, f"{number}"))
        assert 0 < len(checking._CHECKED) <= checking.MOST_CHECKED


def test_what_was_checked_without_an_event_is_filled_with_one(tmp_path: Path) -> None:
    brief = "{{ event.title }}{% for x in event.key_points %}, {{ x.text }}{% endfor %}"
    assert check_template(planted(tmp_path, brief)) == ()
    assert text_of(filled(tmp_path, brief)) == "Korea and NATO agree, Eleven areas, Four years"


def test_a_mistake_in_the_labels_that_has_moved_is_told_where_it_is_now(tmp_path: Path) -> None:
    assert told(tmp_path, "a", {"labels/en.toml": "broken\n"}) == [("labels/en.toml", 1, "toml")]
    assert told(tmp_path, "a", {"labels/en.toml": "\nbroken\n"}) == [("labels/en.toml", 2, "toml")]


def test_labels_that_say_the_same_in_two_languages_are_told_apart(tmp_path: Path) -> None:
    template = planted(tmp_path, "{{ label.open }}", {"labels/fr.toml": "", "labels/de.toml": ""})
    for language in ("fr", "de"):
        (_, problem) = check_template(template, language=language)
        assert problem.message == "labels are missing that other languages have: open"
        assert problem.place
        assert problem.place.file.endswith(f"labels/{language}.toml")


def test_the_frame_of_a_book_is_checked_by_the_names_of_a_book(tmp_path: Path) -> None:
    part = "{{ part.event.titel }}\n{{ part.brief }}{{ part.as_of }}\n"
    frame = f"{{% for part in briefs %}}\n{part}{{% endfor %}}\n{{{{ event }}}}\n"
    template = planted(tmp_path, "{{ event.title }}", {"book.md.j2": frame})
    assert check_template(template) == ()
    assert [(p.place.line, p.code) for p in check_book(template) if p.place] == [
        (2, "unknown-field"),
        (5, "unknown-name"),
    ]


def test_a_filter_of_the_brief_that_is_not_there_is_told_the_same_where_a_book_is_looked_at(tmp_path: Path) -> None:
    template = planted(tmp_path, "a\n{{ event.title|shout }}{% if event is odder %}{% endif %}", {"book.md.j2": "a"})
    assert [problem.code for problem in check_template(template)] == ["unknown-filter", "unknown-test"]
    assert set(check_book(template)) < set(check_template(template))


def test_a_template_without_a_frame_for_books_has_none_to_be_checked(tmp_path: Path) -> None:
    assert check_book(planted(tmp_path, "{{ nope }}")) == ()
