from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import brief.template.folder as home
from brief.template import find, list_templates
from planted import write

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A checkout with one template, seen from its package."""
    monkeypatch.chdir(tmp_path)
    package = tmp_path / "src" / "brief"
    package.mkdir(parents=True)
    files = {"brief.md.j2": "", "template.toml": 'name = "House brief"\npurpose = "For the house"\n'}
    write(tmp_path / "templates" / "house-brief", files)
    monkeypatch.setattr(home, "_PACKAGE", package)
    return package


def test_the_policy_brief_is_found_by_name() -> None:
    template, problems = find("policy-brief")
    assert problems == ()
    assert template is not None
    assert template.purpose
    assert template.contents_from_words == 1800
    assert "policy-brief" in [listed.key for listed in list_templates()]


def test_a_template_is_found_two_folders_up_in_a_checkout(package: Path) -> None:
    template, _ = find("house-brief")
    assert template is not None
    assert template.folder == package.parents[1] / "templates" / "house-brief"
    assert [(t.key, t.name, t.purpose) for t in list_templates()] == [("house-brief", "House brief", "For the house")]


def test_a_template_beside_the_package_comes_before_one_in_a_checkout(
    package: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(package)
    write(package / "_templates" / "house-brief", {"brief.md.j2": ""})
    template, _ = find("house-brief")
    assert template is not None
    assert template.folder == package / "_templates" / "house-brief"


@pytest.mark.usefixtures("package")
def test_an_unknown_name_is_told_with_the_nearest() -> None:
    template, (problem,) = find("house-breif")
    assert template is None
    assert problem.code == "unknown-template"
    assert problem.hint == "did you mean 'house-brief'?"
    assert find("xyz")[1][0].hint == "there is house-brief"


@pytest.mark.parametrize("name", ["", ".", "..", "/", "a\0b", "x" * 5000, "../../etc"])
def test_what_is_no_template_is_a_problem(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    template, (problem,) = find(name)
    assert template is None
    assert problem.code == "unknown-template"


def test_a_folder_is_found_by_its_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path / "mine", {"brief.md.j2": ""})
    for wanted in (tmp_path / "mine", str(tmp_path / "mine")):
        template, problems = find(wanted)
        assert problems == ()
        assert template is not None
        assert template.name == "mine"
    monkeypatch.chdir(tmp_path)
    template, _ = find("mine")
    assert template is not None
    assert template.path("parts/a.md.j2") == "mine/parts/a.md.j2"


def test_a_folder_without_a_brief_is_told_as_such(tmp_path: Path) -> None:
    _, (problem,) = find(tmp_path)
    assert "holds no brief.md.j2" in problem.message


@pytest.mark.parametrize(
    ("text", "line", "column", "code", "hint"),
    [
        ('name = "a"\npurpos = "b"\n', 2, 1, "unknown-key", "did you mean 'purpose'?"),
        ('name = "a"\n\n[limits]\n  contents_from = 1\n', 4, 3, "unknown-key", "did you mean 'contents_from_words'?"),
        ('name = "a"\n[limit]\ncontents_from_words = 1\n', 2, 1, "unknown-key", "did you mean 'limits'?"),
        ("name = 1\n", 1, 1, "shape", ""),
        ("limits = 1\n", 1, 1, "shape", ""),
        ("[limits]\ncontents_from_words = true\n", 2, 1, "shape", ""),
        ("[limits]\ncontents_from_words = -1\n", 2, 1, "shape", ""),
        ("[limits]\ncontents_from_words = 0.5\n", 2, 1, "shape", ""),
        ("[limits]\npages = -0.5\n", 2, 1, "shape", ""),
        ("[limits]\npages = nan\n", 2, 1, "shape", ""),
        ("[limits]\npages = inf\n", 2, 1, "shape", ""),
        ("[limits]\npages = true\n", 2, 1, "shape", ""),
        (f"[limits]\npages = 1{'0' * 400}\nfront_pages = -1\n", 3, 1, "shape", ""),
        ('name = "a"\npurpose = b\n', 2, 11, "toml", ""),
        ('name = "a\n', 1, 10, "toml", ""),
        ("a = " + "[" * 5000, 1, 1, "toml", ""),
    ],
)
def test_a_mistake_in_template_toml_is_told_with_its_place(
    text: str, line: int, column: int, code: str, hint: str, tmp_path: Path
) -> None:
    write(tmp_path, {"brief.md.j2": "", "template.toml": text})
    template, (problem,) = find(tmp_path)
    assert template is not None
    assert str(problem.place) == f"{tmp_path.as_posix()}/template.toml:{line}:{column}"
    assert (problem.code, problem.hint if hint else "") == (code, hint)


def test_all_mistakes_in_template_toml_are_told_at_once(tmp_path: Path) -> None:
    write(tmp_path, {"brief.md.j2": "", "template.toml": "nam = 1\npurpose = 2\n[limits]\nx = 3\n"})
    _, problems = find(tmp_path)
    assert [problem.place.line for problem in problems if problem.place] == [1, 2, 4]


def test_a_file_that_is_not_utf_8_is_a_problem_with_its_line(tmp_path: Path) -> None:
    write(tmp_path, {"brief.md.j2": ""})
    (tmp_path / "template.toml").write_bytes(b'name = "a"\npurpose = "\xff"\n')
    _, (problem,) = find(tmp_path)
    assert problem.code == "encoding"
    assert problem.place is not None
    assert problem.place.line == 2


@pytest.mark.parametrize("named", ["mine", "templates/mine"])
def test_a_folder_that_lacks_what_makes_a_template_is_told_with_the_file_that_may_be_it(
    named: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    write(tmp_path / "templates" / "mine", {"notes.txt": "", "template.toml.txt": 'extends = "policy-brief"\n'})
    template, (problem,) = find(named)
    assert template is None
    assert problem.message.startswith("the folder 'templates/mine' is no template: ")
    assert problem.hint == "nothing reads 'template.toml.txt': did you mean 'template.toml'?"
    (tmp_path / "templates" / "mine" / "template.toml.txt").unlink()
    assert find(named)[1][0].hint == 'write extends = "policy-brief" in its template.toml'


@pytest.mark.usefixtures("package")
def test_a_template_of_ones_own_comes_before_one_of_the_same_name_that_comes_with_brief(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = tmp_path / "desk"
    write(desk / "templates" / "house-brief", {"brief.md.j2": "", "template.toml": 'name = "Ours"\n'})
    write(desk / "templates" / "other", {"template.toml": 'extends = "house-brief"\n'})
    monkeypatch.chdir(desk)
    template, _ = find("house-brief")
    other, _ = find("other")
    assert template is not None
    assert other is not None
    assert other.base is not None
    assert {template.name, other.base.name, *(one.name for one in list_templates() if one.key == "house-brief")} == {
        "Ours"
    }


@pytest.mark.usefixtures("package")
def test_a_template_that_extends_its_own_name_extends_the_one_that_comes_with_brief(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path / "templates" / "report", {"template.toml": 'extends = "house-brief"\n'})
    desk = tmp_path / "desk"
    write(desk / "templates" / "house-brief", {"template.toml": 'extends = "house-brief"\n'})
    monkeypatch.chdir(desk)
    house = tmp_path / "templates" / "house-brief"
    for wanted in ("house-brief", "templates/house-brief"):
        template, problems = find(wanted)
        assert problems == ()
        assert template is not None
        assert [folder.resolve() for folder in template.folders] == [desk / "templates" / "house-brief", house]
    write(desk / "templates" / "house-brief", {"template.toml": 'extends = "report"\n'})
    template, problems = find("house-brief")
    assert problems == ()
    assert template is not None
    assert [folder.resolve() for folder in template.folders][1:] == [tmp_path / "templates" / "report", house]


@pytest.mark.usefixtures("package")
def test_a_template_that_comes_with_brief_and_extends_itself_is_a_circle(tmp_path: Path) -> None:
    write(tmp_path / "templates" / "house-brief", {"template.toml": 'extends = "house-brief"\n'})
    _, (problem,) = find("house-brief")
    assert (problem.code, problem.message) == (
        "circle",
        "this template leads back to itself: house-brief → house-brief",
    )


def test_templates_of_the_working_directory_are_listed_before_those_that_come_with_brief(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("zebra", "one-page"):
        (tmp_path / "templates" / name).mkdir(parents=True)
        (tmp_path / "templates" / name / "template.toml").write_text('extends = "policy-brief"\n', encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    listed = [template.key for template in list_templates()]
    assert listed[:2] == ["one-page", "zebra"]
    assert listed.count("one-page") == 1
    assert "policy-brief" in listed[2:]
