from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from brief.template import Filled, check_template, fill, find
from housed import EXTENDS, HOUSE, made
from planted import NAMES, REGISTERS, text_of, write

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder `templates` with the template `house`, in the working directory."""
    monkeypatch.chdir(tmp_path)
    write(tmp_path / "templates" / "house", HOUSE)
    return tmp_path / "templates"


def test_a_template_that_only_extends_says_what_its_base_says(home: Path) -> None:
    assert made(home, {"template.toml": EXTENDS}) == ("# Top\n\nEnd of Korea and NATO agree\n", ())


def test_one_label_is_changed_and_the_others_stay(home: Path) -> None:
    files = {"template.toml": EXTENDS, "labels/en.toml": 'end = "Close"\n\n[heads]\nwho = "By whom"\n'}
    files["parts/end.md.j2"] = "{{ label.top }}, {{ label.end }}: {{ label.heads.what }}, {{ label.heads.who }}\n"
    assert made(home, files) == ("# Top\n\nTop, Close: What, By whom\n", ())


def test_one_part_takes_the_place_of_that_of_the_base(home: Path) -> None:
    files = {"template.toml": EXTENDS, "parts/end.md.j2": "mine\n"}
    assert made(home, files) == ("# Top\n\nmine\n", ())


def test_one_block_takes_the_place_of_that_of_the_base(home: Path) -> None:
    brief = "{% extends 'house/brief.md.j2' %}\n{% block top %}{{ super() }}, mine{% endblock %}\n"
    said, problems = made(home, {"template.toml": EXTENDS, "brief.md.j2": brief})
    assert (said, problems) == ("# Top, mine\n\nEnd of Korea and NATO agree\n", ())


def test_a_block_that_asks_for_its_parent_in_a_file_that_extends_none_is_told_what_to_begin_with(home: Path) -> None:
    brief = "{% block top %}\n{{ super() }}, mine\n{% endblock %}\n"
    _, (problem,) = made(home, {"template.toml": EXTENDS, "brief.md.j2": brief})
    assert problem.message == "super() asks for the block 'top' of another file, and this one extends none"
    assert problem.hint == "begin the file with {% extends 'house/brief.md.j2' %}"
    assert problem.place
    assert (problem.code, problem.place.line) == ("unknown-block", 2)


def test_of_a_template_over_one_that_is_not_there_that_alone_is_told(home: Path) -> None:
    brief = "{% extends 'huose/brief.md.j2' %}\n{% block top %}{{ label.top }}{% endblock %}\n"
    write(home / "mine", {"template.toml": 'extends = "huose"\n', "brief.md.j2": brief})
    template, problems = find("mine")
    assert template is not None
    assert [(problem.code, problem.hint) for problem in problems] == [("unknown-template", "did you mean 'house'?")]
    assert check_template(template, language="fr") == problems
    assert fill(template, NAMES, REGISTERS) == (None, problems)


def test_a_block_may_hold_blocks_that_the_base_lacks(home: Path) -> None:
    brief = (
        "{% extends 'house/brief.md.j2' %}\n{% block top %}mine{% block more %} and more{% endblock %}{% endblock %}\n"
    )
    said, problems = made(home, {"template.toml": EXTENDS, "brief.md.j2": brief})
    assert (said, problems) == ("mine and more\n\nEnd of Korea and NATO agree\n", ())


def test_a_part_is_taken_from_the_base_by_its_name(home: Path) -> None:
    files = {"template.toml": EXTENDS, "parts/end.md.j2": "before\n{% include 'house/parts/end.md.j2' %}"}
    assert made(home, files) == ("# Top\n\nbefore\nEnd of Korea and NATO agree\n", ())


def test_a_part_that_is_not_overridden_has_its_full_name_as_well(home: Path) -> None:
    brief = "{% include 'house/parts/end.md.j2' %}{% include 'parts/end.md.j2' %}"
    said, problems = made(home, {"template.toml": EXTENDS, "brief.md.j2": brief})
    assert (said, problems) == ("End of Korea and NATO agree\n" * 2, ())


def test_three_templates_extend_one_another(home: Path) -> None:
    brief = "{% extends 'house/brief.md.j2' %}\n{% block top %}two {{ super() }}{% endblock %}\n"
    write(home / "two", {"template.toml": EXTENDS, "brief.md.j2": brief})
    brief = "{% extends 'two/brief.md.j2' %}\n{% block top %}three {{ super() }}{% endblock %}\n"
    said, problems = made(home, {"template.toml": 'extends = "two"\n', "brief.md.j2": brief})
    assert (said, problems) == ("three two # Top\n\nEnd of Korea and NATO agree\n", ())


def test_limits_and_formats_are_the_nearest_that_a_chain_sets(home: Path) -> None:
    write(home / "two", {"template.toml": EXTENDS + 'formats = ["docx", "html"]\n'})
    write(home / "mine", {"template.toml": 'extends = "two"\n[limits]\ncontents_from_words = 9\n'})
    mine, two = find("mine")[0], find("two")[0]
    assert mine is not None
    assert two is not None
    assert (mine.contents_from_words, two.contents_from_words) == (9, 7)
    assert mine.formats == ("docx", "html")
    assert [one.key for one in mine.chain] == ["mine", "two", "house"]


def test_what_is_wrong_in_the_base_is_told_in_its_own_file(home: Path) -> None:
    write(home / "house", {"parts/end.md.j2": "\n{{ event.titel }}\n"})
    _, (problem,) = made(home, {"template.toml": EXTENDS})
    assert str(problem.place) == "templates/house/parts/end.md.j2:2:1"


def test_what_is_wrong_in_an_overriding_part_is_told_in_that_file(home: Path) -> None:
    _, (problem,) = made(home, {"template.toml": EXTENDS, "parts/end.md.j2": "\n\n{{ event.titel }}\n"})
    assert str(problem.place) == "templates/mine/parts/end.md.j2:3:1"


def test_what_is_wrong_in_a_part_of_the_base_by_its_full_name_is_told_in_its_file(home: Path) -> None:
    write(home / "house", {"parts/end.md.j2": "\n{{ event.titel }}\n"})
    files = {"template.toml": EXTENDS, "parts/end.md.j2": "{% include 'house/parts/end.md.j2' %}\n"}
    _, (problem,) = made(home, files)
    assert str(problem.place) == "templates/house/parts/end.md.j2:2:1"


def test_a_label_file_of_the_base_that_is_no_toml_is_told(home: Path) -> None:
    write(home / "house", {"labels/en.toml": "top = \n"})
    _, (problem,) = made(home, {"template.toml": EXTENDS, "labels/en.toml": 'end = "x"\n'})
    assert str(problem.place).startswith("templates/house/labels/en.toml:1:")


@pytest.mark.parametrize(
    ("extends", "code", "hint"),
    [
        ("hause", "unknown-template", "did you mean 'house'?"),
        ("../house", "unknown-template", "did you mean 'house'?"),
        ("mine", "circle", "extend another"),
        ("two", "circle", "extend another"),
    ],
)
def test_what_cannot_be_extended_is_told_with_its_line(home: Path, extends: str, code: str, hint: str) -> None:
    write(home / "two", {"template.toml": 'extends = "mine"\n'})
    write(home / "mine", {"template.toml": f'name = "Mine"\nextends = "{extends}"\n', "brief.md.j2": ""})
    (problem,) = find("mine")[1]
    assert (problem.code, problem.hint) == (code, hint)
    assert problem.place
    assert problem.place.line == (2 if extends != "two" else 1)


def test_a_folder_beside_is_extended_wherever_it_lies(home: Path) -> None:
    elsewhere = home.parent / "elsewhere"
    write(elsewhere / "ours", {"brief.md.j2": "ours\n"})
    write(elsewhere / "mine", {"template.toml": 'extends = "ours"\n'})
    template, problems = find(elsewhere / "mine")
    assert problems == ()
    assert template is not None
    assert text_of(fill(template, NAMES, REGISTERS)[0] or Filled(())) == "ours\n"


def test_a_template_of_the_house_is_extended_from_anywhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    write(tmp_path / "mine", {"template.toml": 'extends = "policy-brief"\n'})
    template, problems = find("mine")
    assert problems == ()
    assert template is not None
    assert check_template(template) == ()


@pytest.mark.parametrize(
    "name", ["house/../../secret.md.j2", "../house/brief.md.j2", "/etc/passwd", "other/brief.md.j2", "house/nope.md.j2"]
)
def test_a_file_outside_the_chain_is_out_of_reach(home: Path, name: str) -> None:
    write(home / "other", {"brief.md.j2": "secret\n"})
    write(home.parent, {"secret.md.j2": "secret\n"})
    said, (problem,) = made(home, {"template.toml": EXTENDS, "parts/end.md.j2": f"{{% include '{name}' %}}\n"})
    assert said == ""
    assert problem.code in ("missing-part", "outside-folder")


# ---- options ---------------------------------------------------------------------------------------------------------

OPTIONS = """
extends = "house"

[options.columns]
type = "number"
default = 2
purpose = "how many columns"

[options.loud]
type = "flag"
default = false

[options.tone]
default = "plain"
choices = ["plain", "warm"]
"""
SHOWN = "{{ option.columns }} {{ option.tone }}{% if option.loud %}!{% endif %}\n"


def with_options(home: Path, settings: Mapping[str, str | int | bool]) -> tuple[str, list[str]]:
    said, problems = made(home, {"template.toml": OPTIONS, "brief.md.j2": SHOWN}, settings)
    return said, [f"{problem.code}: {problem.message} ({problem.hint})" for problem in problems]


def test_an_option_has_its_default_until_it_is_set(home: Path) -> None:
    assert with_options(home, {}) == ("2 plain\n", [])
    assert with_options(home, {"columns": "3", "loud": "yes", "tone": "warm"}) == ("3 warm!\n", [])


def test_an_option_is_set_by_its_value_as_well_as_by_words(home: Path) -> None:
    assert with_options(home, {"columns": 3, "loud": True}) == ("3 plain!\n", [])
    assert with_options(home, {"columns": -1, "loud": False}) == ("-1 plain\n", [])


@pytest.mark.parametrize(
    ("name", "value", "message"),
    [
        ("colums", "3", "option: the template 'mine' has no option 'colums' (did you mean 'columns'?)"),
        ("columns", "many", "option: --set columns=many: write a whole number ()"),
        ("columns", "1.5", "option: --set columns=1.5: write a whole number ()"),
        ("loud", "perhaps", "option: --set loud=perhaps: write yes or no ()"),
        ("tone", "cold", "option: --set tone=cold: it is one of plain, warm ()"),
        ("tone", True, "option: --set tone=True: it is one of plain, warm ()"),
        ("loud", 1, "option: --set loud=1: write yes or no ()"),
        ("columns", True, "option: --set columns=True: write a whole number ()"),
        ("columns", 10**12, "option: --set columns=1000000000000: write a whole number ()"),
    ],
)
def test_a_wrong_setting_is_told(home: Path, name: str, value: Any, message: str) -> None:
    assert with_options(home, {name: value}) == ("", [message])


def test_an_option_of_the_base_is_set_in_its_heir(home: Path) -> None:
    write(home / "house", {"template.toml": '[options.tone]\ndefault = "plain"\n'})
    files = {"template.toml": EXTENDS, "brief.md.j2": "{{ option.tone }}\n"}
    assert made(home, files, {"tone": "dry **5"}) == ("dry **5\n", ())


def test_an_unknown_option_in_a_template_is_told(home: Path) -> None:
    _, (problem,) = made(home, {"template.toml": OPTIONS, "brief.md.j2": "\n{{ option.columms }}\n"})
    assert str(problem.place) == "templates/mine/brief.md.j2:2:1"
    assert problem.message == "template.toml has no option 'columms'"
    assert problem.hint == "did you mean 'columns'?"


def test_a_flag_cannot_be_printed(home: Path) -> None:
    _, (problem,) = made(home, {"template.toml": OPTIONS, "brief.md.j2": "{{ option.loud }}\n"})
    assert problem.hint == "ask with {% if %}"


@pytest.mark.parametrize(
    ("toml", "line", "code"),
    [
        ('[options.a]\ntype = "numbre"\ndefault = 1\n', 1, "choice"),
        ('[options.a]\ntype = "number"\n', 1, "missing-key"),
        ('[options.a]\ntype = "number"\ndefault = "1"\n', 1, "shape"),
        ('[options.a]\ndefault = "x"\nchoices = ["y"]\n', 1, "choice"),
        ('[options.a]\ndefault = "x"\nchoices = 5\n', 3, "shape"),
        ('[options.a]\ndefault = "x"\npurpos = "y"\n', 3, "unknown-key"),
        ('[options."a b"]\ndefault = "x"\n', 1, "option"),
        ("options = 3\n", 1, "shape"),
        ("[options]\na = 3\n", 2, "shape"),
        ('formats = ["pdf", "odt"]\n', 1, "choice"),
        ("extends = 3\n", 1, "shape"),
    ],
)
def test_what_is_wrong_with_a_template_toml_is_told(home: Path, toml: str, line: int, code: str) -> None:
    write(home / "mine", {"template.toml": toml, "brief.md.j2": ""})
    problems = find("mine")[1]
    assert [(p.code, p.place and p.place.line) for p in problems] == [(code, line)]
