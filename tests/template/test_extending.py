"""The tag that extends stands first, and names lead up the chain of templates."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from housed import EXTENDS, HOUSE, made
from planted import write

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder `templates` with the template `house`, in the working directory."""
    monkeypatch.chdir(tmp_path)
    write(tmp_path / "templates" / "house", HOUSE)
    return tmp_path / "templates"


BEFORE = {
    "a block": "{% block top %}X{% endblock %}",
    "words": "X",
    "a value": "{{ event.title }}",
    "a part": "{% include 'parts/end.md.j2' %}",
    "a condition": "{% if event %}{% endif %}",
}


@pytest.mark.parametrize("before", BEFORE.values(), ids=BEFORE)
def test_what_is_printed_before_the_tag_that_extends_is_told_at_that_tag(before: str, home: Path) -> None:
    brief = f"{before}\n{{% extends 'house/brief.md.j2' %}}\n"
    _, problems = made(home, {"template.toml": EXTENDS, "brief.md.j2": brief})
    (problem,) = problems
    assert str(problem.place) == "templates/mine/brief.md.j2:2:1"
    assert (problem.message, problem.hint) == (
        "{% extends %} does not stand at the top of the file",
        "make it the first line",
    )


def test_what_defines_may_stand_before_the_tag_that_extends(home: Path) -> None:
    brief = (
        "{# A note. #}\n{% set end = 'mine' %}\n\n{% extends 'house/brief.md.j2' %}\n{% block top %}T{% endblock %}\n"
    )
    said, problems = made(home, {"template.toml": EXTENDS, "brief.md.j2": brief})
    assert (said.split("\n")[-4], problems) == ("T", ())


def test_a_second_tag_that_extends_is_told_at_its_own_line(home: Path) -> None:
    brief = "{% extends 'house/brief.md.j2' %}\n\n{% extends 'house/brief.md.j2' %}\n"
    _, problems = made(home, {"template.toml": EXTENDS, "brief.md.j2": brief})
    assert [(problem.place.line, problem.message) for problem in problems if problem.place] == [
        (3, "a second {% extends %} stands here, the first on line 1")
    ]


def test_each_of_two_templates_of_one_name_in_a_chain_means_the_one_further_up(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = home.parent / "desk"
    brief = "{% extends 'house/brief.md.j2' %}\n{% block top %}{{ super() }}, NAME {{ label.end }}{% endblock %}\n"
    monkeypatch.setattr("brief.template.folder._home", lambda: home)
    files = {"template.toml": EXTENDS, "brief.md.j2": brief.replace("NAME", "ours")}
    write(desk / "templates" / "house", {**files, "labels/en.toml": 'end = "Close"\n'})
    monkeypatch.chdir(desk)
    own = desk / "templates"
    files["brief.md.j2"] = brief.replace("NAME", "mine")
    assert made(own, files) == ("# Top, ours Close, mine Close\n\nClose of Korea and NATO agree\n", ())
    (own / "mine" / "brief.md.j2").unlink()
    assert made(own, {}) == ("# Top, ours Close\n\nClose of Korea and NATO agree\n", ())
    included = "{% include 'house/parts/end.md.j2' %}"
    write(own / "house", {"parts/end.md.j2": f"ours, {included}"})
    assert made(own, {}) == ("# Top, ours Close\n\nours, Close of Korea and NATO agree\n", ())
    said, problems = made(own, {"parts/end.md.j2": f"mine, {included}"})
    assert (said, problems) == ("# Top, ours Close\n\nmine, ours, Close of Korea and NATO agree\n", ())


def test_what_the_nearer_of_two_templates_of_one_name_has_not_is_that_of_the_other(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = home.parent / "desk"
    monkeypatch.setattr("brief.template.folder._home", lambda: home)
    write(desk / "templates" / "house", {"template.toml": EXTENDS})
    monkeypatch.chdir(desk)
    brief = "{% extends 'house/brief.md.j2' %}\n{% block top %}{{ super() }}, mine{% endblock %}\n"
    files = {"template.toml": EXTENDS, "brief.md.j2": brief}
    assert made(desk / "templates", files) == ("# Top, mine\n\nEnd of Korea and NATO agree\n", ())
