from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from brief.place import Place, place_of
from brief.template import check_template, find, languages
from brief.template.labels import HOUSE
from planted import filling, only, write

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working directory."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_every_language_of_the_house_has_the_same_words() -> None:
    assert {tuple(words) for words in HOUSE.values()} == {tuple(HOUSE["en"])}


def test_a_template_s_own_words_stand_before_those_of_the_house(tmp_path: Path) -> None:
    chunks, _ = filling(tmp_path, "{{ label.and }}{{ label.undated }}", {"labels/en.toml": 'and = "plus"'})
    assert chunks is not None
    assert [getattr(chunk, "value", "") for chunk in chunks.chunks] == ["plus", "undated"]


def test_a_label_knows_the_line_of_its_file_and_the_name_that_templates_have_for_it(tmp_path: Path) -> None:
    labels = '# of all\nkey_points = "Key points"\n\n[dates]\nlong = "{day}"\n'
    brief = "{{ label.key_points }}{{ label.dates.long }}{{ label.and }}"
    chunks, _ = filling(tmp_path, brief, {"labels/en.toml": labels})
    assert chunks is not None
    places = [place_of(getattr(chunk, "value", None)) for chunk in chunks.chunks]
    file = f"{tmp_path}/labels/en.toml"
    assert places == [Place(file, 2, 1, "label.key_points"), Place(file, 5, 1, "label.dates.long"), None]


def test_a_language_without_words_is_a_problem_that_names_the_others(tmp_path: Path) -> None:
    chunks, (problem,) = filling(tmp_path, "a", {"labels/ko.toml": ""}, "fr-FR")
    assert chunks is None
    assert problem.code == "unknown-language"
    assert problem.hint == f"it speaks en, ko; for another language write {tmp_path.as_posix()}/labels/fr.toml"


def test_the_code_of_a_country_is_told_with_its_language(tmp_path: Path) -> None:
    _, (problem,) = filling(tmp_path, "a", language="kr")
    assert (problem.code, problem.hint) == ("unknown-language", "did you mean 'ko'?")


@pytest.mark.parametrize(
    ("text", "line", "code"),
    [
        ('a = "b"\nc = 1\n', 2, "shape"),
        ('[t]\na = ["b"]\n', 2, "shape"),
        ('a = "b"\nc = "\\u0007"\n', 2, "character"),
        ('a = "b"\nc = "\\u202e"\n', 2, "character"),
        ('a = "b"\na = "c"\n', 2, "toml"),
    ],
)
def test_a_mistake_in_the_labels_is_told_with_its_line(text: str, line: int, code: str, tmp_path: Path) -> None:
    problem = only(tmp_path, "a", {"labels/en.toml": text})
    assert problem.code == code
    assert problem.place is not None
    assert problem.place.file.endswith("labels/en.toml")
    assert problem.place.line == line


def over(home: Path, base: str = "policy-brief", language: str = "en", **files: str) -> list[tuple[str, int, str, str]]:
    """File, line, message and hint of what is told of a template over another, in the working directory."""
    named = {
        name.replace("__", "/").replace("_md", ".md.j2").replace("_toml", ".toml"): text for name, text in files.items()
    }
    write(home / "templates" / "mine", {"template.toml": f'extends = "{base}"\n', **named})
    template, problems = find("mine")
    assert template is not None
    assert problems == ()
    told = check_template(template, language=language)
    return [(p.place.file, p.place.line, p.message, p.hint) if p.place else ("", 0, p.message, p.hint) for p in told]


def test_what_a_language_of_ones_own_lacks_is_told_in_ones_own_file(here: Path) -> None:
    file = "templates/mine/labels/de.toml"
    (needed, others) = over(here, language="de", labels__de_toml='and = "und"\n[dates]\nlong = "{day}"\n')
    assert (needed[:2], others[:2]) == ((file, 1), (file, 1))
    assert needed[2].startswith("labels are missing that every brief needs: undated, ")
    assert needed[3] == 'write them here: undated = "…"'
    missing = others[2].partition(": ")[2].split(", ")
    assert {"kicker", "bottom_line", "open", "moving", "closed", "lapsed"} <= {*missing}
    assert others[3].startswith('write them here: kicker = "…"; they stand in ')
    assert others[3].endswith("policy-brief/labels/en.toml")


@pytest.mark.parametrize(
    ("name", "language", "spoken"),
    [("report-ko", "en", "ko"), ("policy-brief", "de", "en, ko"), ("one-page", "fr", "en, ko")],
)
def test_a_template_that_comes_with_brief_says_what_it_speaks_and_how_to_have_more(
    here: Path, name: str, language: str, spoken: str
) -> None:
    assert here.is_dir()
    template, _ = find(name)
    assert template is not None
    (problem,) = check_template(template, language=language)
    assert (problem.code, problem.place) == ("unknown-language", None)
    begin = (
        f"begin one over it, 'brief template new mine --from {name}', and write templates/mine/labels/{language}.toml"
    )
    assert problem.hint == f"it speaks {spoken}; for another language {begin}"


def test_a_template_of_ones_own_speaks_what_it_has_words_in(here: Path) -> None:
    assert over(here, labels__ko_toml='bottom_line = "요지"\n') == []
    ((file, _, message, hint),) = over(here, language="fr")
    assert file == "templates/mine/labels/fr.toml"
    assert message == "the template 'mine' has no words in the language 'fr'"
    assert hint == "it speaks en, ko; for another language write templates/mine/labels/fr.toml"


def test_a_label_that_leaves_open_what_nothing_fills_in_is_told_at_its_line(here: Path) -> None:
    labels = '# ours\nsince_previous = "Since {day}"\ndrafts = "ENTWURF: {n}"\ncarried_by = "in {name}"\n'
    file = "templates/mine/labels/en.toml"
    assert over(here, labels__en_toml=labels) == [
        (file, 2, "nothing fills in {day} of the label 'since_previous'", "it may hold {date}"),
        (file, 3, "nothing fills in {n} of the label 'drafts'", "it may hold {count}"),
    ]


def test_a_part_of_ones_own_that_does_not_fill_in_a_label_of_the_base_is_told_at_its_line(here: Path) -> None:
    part = "\n{{ label.since_previous|fill(day=as_of) }}{{ 'On {x}'|fill(day=as_of) }}\n"
    file, hint = "templates/mine/parts/sources.md.j2", "write fill({}=…)"
    assert over(here, parts__sources_md=part) == [
        (file, 2, "'Since the meeting of {date}' asks for {date}, and fill is given day", hint.format("date")),
        (file, 2, "'On {x}' asks for {x}, and fill is given day", hint.format("x")),
    ]


def test_a_label_that_there_is_nowhere_is_told_with_the_file_to_write(here: Path) -> None:
    told = over(here, parts__sources_md="{{ label.botom_line }}{{ label.ferry }}{{ label['ferry'] }}\n")
    assert told == [
        ("templates/mine/parts/sources.md.j2", 1, "there is no label 'botom_line'", "did you mean 'bottom_line'?"),
        (
            "templates/mine/parts/sources.md.j2",
            1,
            "there is no label 'ferry'",
            'write it in templates/mine/labels/en.toml: ferry = "…"',
        ),
    ]


def test_a_space_that_does_not_break_may_stand_in_a_label(tmp_path: Path) -> None:
    _, problems = filling(tmp_path, "{{ label.a }}", {"labels/en.toml": 'a = "11\\u00a0July"'})
    assert problems == ()


@pytest.mark.parametrize(("template", "spoken"), [("policy-brief", ("en", "ko")), ("report-ko", ("ko",))])
def test_a_template_speaks_every_language_that_it_has_labels_in(template: str, spoken: tuple[str, ...]) -> None:
    found, _ = find(template)
    assert found is not None
    assert languages(found) == spoken
