from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from brief.cli import run
from workspaces import SAMPLE

BRIEFS = str(Path(__file__).parents[2] / "briefs")


@pytest.fixture(autouse=True)
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_new_template_is_clean_and_builds_at_once(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["template", "new", "mine"]) == 0
    assert "templates/mine/style.toml" in capsys.readouterr().out
    assert run(["template", "check", "mine"]) == 0
    assert capsys.readouterr().out == "mine, in en: 0 problems\n"
    assert run(["generate", "--event", "vilnius-2023", "--template", "mine", "--briefs", BRIEFS]) == 0


def test_a_new_template_speaks_the_language_of_its_base(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["template", "new", "mine", "--from", "report-ko"]) == 0
    assert (desk / "templates" / "mine" / "labels" / "ko.toml").is_file()
    assert run(["template", "check", "mine"]) == 0
    assert "mine, in ko: 0 problems" in capsys.readouterr().out
    assert run(["generate", "--event", "vilnius-2023", "--template", "mine", "--briefs", BRIEFS]) == 0


def test_a_new_template_says_what_its_base_says(desk: Path) -> None:
    run(["template", "new", "mine"])
    for name in ("mine", "policy-brief"):
        made = ["generate", "--event", "vilnius-2023", "--briefs", BRIEFS, "--format", "pdf"]
        assert run([*made, "--template", name, "--out", name]) == 0
    assert (desk / "mine/vilnius-2023_mine.pdf").read_bytes() == (desk / "policy-brief/vilnius-2023.pdf").read_bytes()


def test_every_comment_of_a_new_style_holds_when_it_is_taken_up(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(["template", "new", "mine"])
    shutil.copyfile(SAMPLE / "logo.png", desk / "templates/mine/logo.png")
    for name in ("style.toml", "labels/en.toml", "template.toml"):
        file = desk / "templates/mine" / name
        lines = file.read_text(encoding="utf-8").splitlines()
        mended = [line.removeprefix("# ") if "=" in line or line.startswith("# [") else line for line in lines]
        file.write_text("\n".join(line for line in mended if "…" not in line), encoding="utf-8")
    capsys.readouterr()
    assert run(["template", "check", "mine"]) == 0, capsys.readouterr().err


def test_a_template_that_is_there_stays(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(["template", "new", "mine"])
    (desk / "templates/mine/style.toml").write_text("# changed\n", encoding="utf-8")
    assert run(["template", "new", "mine"]) == 1
    assert "is there already" in capsys.readouterr().err
    assert (desk / "templates/mine/style.toml").read_text(encoding="utf-8") == "# changed\n"


@pytest.mark.parametrize("name", ["../mine", "Mine", "a b", "", "policy-brief", "/etc/x"])
def test_a_name_that_cannot_be_is_refused(name: str, desk: Path) -> None:
    assert run(["template", "new", name]) == 2
    assert list(desk.iterdir()) == []


@pytest.mark.parametrize("name", ["con", "com1", "nul"])
def test_a_name_that_windows_keeps_is_refused(name: str, desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["template", "new", name]) == 2
    assert "Windows keeps it for itself" in " ".join(capsys.readouterr().err.split())
    assert not (desk / "templates").exists()


@pytest.mark.parametrize("given", ["templates/base", "./templates/base", "{desk}/templates/base"])
def test_a_base_that_is_named_by_its_path_is_extended_by_its_name(given: str, desk: Path) -> None:
    assert run(["template", "new", "base"]) == 0
    assert run(["template", "new", "mine", "--from", given.format(desk=desk)]) == 0
    assert 'extends = "base"' in (desk / "templates" / "mine" / "template.toml").read_text(encoding="utf-8")
    assert run(["template", "check", "mine"]) == 0


def test_a_base_that_a_new_template_would_not_find_is_refused(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["template", "new", "base"]) == 0
    (desk / "elsewhere").mkdir()
    shutil.move(desk / "templates" / "base", desk / "elsewhere" / "base")
    assert run(["template", "new", "mine", "--from", "elsewhere/base"]) == 2
    told = " ".join(capsys.readouterr().err.split())
    assert "would not find 'elsewhere/base' to extend it: move it there as well" in told
    assert not (desk / "templates" / "mine").exists()


def test_a_base_that_is_not_there_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["template", "new", "mine", "--from", "policy-breif"]) == 1
    assert "did you mean 'policy-brief'?" in capsys.readouterr().err


def test_all_that_is_wrong_with_a_template_is_told_at_once(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(["template", "new", "mine"])
    mine = desk / "templates/mine"
    (mine / "parts").mkdir()
    (mine / "parts/areas.md.j2").write_text("\n{{ event.titel }}\n{{ label.nope }}\n", encoding="utf-8")
    (mine / "book.md.j2").write_text("{{ briefs }}\n\n{{ event.title }}\n", encoding="utf-8")
    (mine / "style.toml").write_text('[colours]\nlnk = "#000000"\n', encoding="utf-8")
    (mine / "labels/en.toml").write_text("bottom_line = 3\n", encoding="utf-8")
    capsys.readouterr()
    assert run(["template", "check", "mine"]) == 1
    told = capsys.readouterr()
    assert "mine, in en: 6 problems" in told.out
    for place in (
        "book.md.j2:1:1",
        "book.md.j2:3:1",
        "areas.md.j2:2:1",
        "areas.md.j2:3:1",
        "style.toml:2:1",
        "en.toml:1:1",
    ):
        assert f"{place}: error" in told.err


def test_show_tells_where_each_value_comes_from(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(["template", "new", "mine"])
    (desk / "templates/mine/style.toml").write_text("[page]\nleft = 25\n", encoding="utf-8")
    capsys.readouterr()
    assert run(["template", "show", "mine"]) == 0
    rows = [line.split(maxsplit=2) for line in capsys.readouterr().out.splitlines()]
    found = {row[0]: row[1:] for row in rows}
    assert found["page.left"] == ["25", "templates/mine/style.toml:2"]
    assert found["page.right"][1].endswith("policy-brief/style.toml:13")
    assert found["text.small.tracking"] == ["0", "the house"]


def test_show_tells_words_as_toml_writes_them(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(["template", "new", "mine"])
    shutil.copyfile(SAMPLE / "logo.png", desk / "templates/mine/logo.png")
    logo = '[logo]\nfile = "logo.png"\nalt = "The \\"House\\" \\\\ 집"\n'
    (desk / "templates/mine/style.toml").write_text(logo, encoding="utf-8")
    assert run(["template", "show", "mine"]) == 0
    assert r'"The \"House\" \\ 집"' in capsys.readouterr().out


def test_show_tells_which_formats_are_written(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["template", "show", "one-page"]) == 0
    assert "Formats\n  docx, pdf\nOptions\n" in capsys.readouterr().out


def test_without_a_format_those_of_the_template_are_written(desk: Path) -> None:
    mine = desk / "templates" / "mine"
    mine.mkdir(parents=True)
    (mine / "template.toml").write_text('extends = "policy-brief"\nformats = ["text", "html"]\n', encoding="utf-8")
    generate = ["generate", "--event", "vilnius-2023", "--template", "mine", "--briefs", BRIEFS]
    assert run([*generate, "--out", "a"]) == 0
    assert sorted(path.name for path in (desk / "a").iterdir()) == ["vilnius-2023_mine.html", "vilnius-2023_mine.txt"]
    assert run([*generate, "--out", "b", "--format", "pdf"]) == 0
    assert [path.name for path in (desk / "b").iterdir()] == ["vilnius-2023_mine.pdf"]


def test_show_tells_the_default_of_an_option_as_it_is_set(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["template", "show", "talking-points"]) == 0
    assert "\n  sources=no " in capsys.readouterr().out


def test_list_shows_the_templates_of_this_folder_and_those_of_the_house(capsys: pytest.CaptureFixture[str]) -> None:
    run(["template", "new", "mine"])
    capsys.readouterr()
    assert run(["template", "list"]) == 0
    told = capsys.readouterr().out
    assert re.search(r"^mine +over policy-brief ", told, re.MULTILINE)
    assert "\npolicy-brief" in told


def test_fields_shows_examples_of_the_event(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["template", "fields", "--event", "vilnius-2023", "--briefs", BRIEFS]) == 0
    told = capsys.readouterr().out
    assert "Korea and NATO adopt partnership programme in eleven areas" in told
    assert "cite(…)" in told


def test_fields_of_an_event_that_is_not_there_are_a_problem(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["template", "fields", "--event", "vilnius-2032", "--briefs", BRIEFS]) == 1
    assert "did you mean 'vilnius-2023'?" in capsys.readouterr().err


OPTION = '\n[options.copies]\ntype = "number"\ndefault = 1\n'


def said_by(desk: Path, *settings: str) -> tuple[int, str]:
    """What a template with an option says when it is set."""
    run(["template", "new", "mine"])
    manifest = desk / "templates/mine/template.toml"
    manifest.write_text('extends = "policy-brief"\n' + OPTION, encoding="utf-8")
    (desk / "templates/mine/parts").mkdir()
    (desk / "templates/mine/parts/sources.md.j2").write_text("Copies: {{ option.copies }}\n", encoding="utf-8")
    made = ["generate", "--event", "vilnius-2023", "--template", "mine", "--briefs", BRIEFS, "--format", "text"]
    code = run([*made, *(word for setting in settings for word in ("--set", setting))])
    out = desk / "out/vilnius-2023_mine.txt"
    return code, out.read_text(encoding="utf-8") if out.exists() else ""


def test_an_option_of_a_template_is_set_at_the_command_line(desk: Path) -> None:
    code, text = said_by(desk, "copies=17")
    assert code == 0
    assert '"Copies: 17"' in text or '"17"' in text


@pytest.mark.parametrize(("setting", "code"), [("copies", 2), ("copies=many", 1), ("copys=2", 1)])
def test_an_option_that_is_set_wrong_is_told(
    setting: str, code: int, desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert said_by(desk, setting) == (code, "")
    assert "NAME=VALUE" in (told := capsys.readouterr().err) or "[option]" in told
