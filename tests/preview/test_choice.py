from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING

import pytest

from brief.event import Day
from brief.preview import Desk
from brief.preview.choice import UnknownChoiceError
from brief.problem import BriefError
from previewing import EVENT
from workspaces import SAMPLE

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def mine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A template that no name leads to."""
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "elsewhere" / "mine"
    (folder / "labels").mkdir(parents=True)
    (folder / "template.toml").write_text('name = "Mine"\nextends = "policy-brief"\n', encoding="utf-8")
    (folder / "labels" / "ko.toml").write_text("", encoding="utf-8")
    return folder


def test_without_an_event_the_first_one_is_shown() -> None:
    assert Desk.laid(SAMPLE, None, "policy-brief").first.event == EVENT


@pytest.mark.parametrize(("event", "hint"), [("first-meting", "did you mean"), ("x", "known: first-meeting")])
def test_an_event_that_is_not_there_is_told_with_those_that_are(event: str, hint: str) -> None:
    with pytest.raises(BriefError, match=hint):
        Desk.laid(SAMPLE, event, "policy-brief")


def test_a_folder_without_events_is_told(tmp_path: Path) -> None:
    with pytest.raises(BriefError, match="there is no event"):
        Desk.laid(tmp_path, None, "policy-brief")


def test_a_template_that_is_not_there_is_told() -> None:
    with pytest.raises(BriefError, match="there is no template 'policy-breif'"):
        Desk.laid(SAMPLE, EVENT, "policy-breif")


def test_an_option_that_the_template_has_not_is_told_at_once() -> None:
    with pytest.raises(BriefError, match=r"has no option 'all_source_note'.*did you mean 'all_source_notes'"):
        Desk.laid(SAMPLE, EVENT, "policy-brief", settings={"all_source_note": "yes"})


def test_a_language_that_the_template_has_not_is_told_at_once() -> None:
    with pytest.raises(BriefError, match=r"'one-page' has no words in 'fr'"):
        Desk.laid(SAMPLE, EVENT, "one-page", language="fr")


def test_an_option_that_a_book_alone_has_is_not_offered() -> None:
    offered = {each["id"]: each["options"] for each in Desk.laid(SAMPLE, EVENT, "policy-brief").offer()["templates"]}  # type: ignore[attr-defined]
    assert [option["name"] for option in offered["policy-brief"]] == ["all_source_notes"]


def test_options_language_and_draft_are_read_back_from_the_fields() -> None:
    desk = Desk.laid(SAMPLE, EVENT, "one-page", language="en", settings={"follow_ups": "2"}, draft=True)
    assert desk.first.fields["option.follow_ups"] == "2"
    assert desk.chosen(desk.first.fields) == desk.first
    assert desk.chosen({}).settings == ()


@pytest.mark.parametrize(("draft", "chosen"), [("yes", True), ("no", False), ("", False)])
def test_a_draft_is_shown_only_where_one_is_asked_for(draft: str, chosen: bool) -> None:  # noqa: FBT001
    assert Desk.laid(SAMPLE, EVENT, "one-page").chosen({"draft": draft}).draft is chosen


@pytest.mark.parametrize("as_of", ["2026", "2026-03", "yesterday"])
def test_no_month_and_no_year_is_an_as_of_date(as_of: str) -> None:
    with pytest.raises(UnknownChoiceError):
        Desk.laid(SAMPLE, EVENT, "one-page").chosen({"as-of": as_of})


@pytest.mark.parametrize("fields", [{"option.folow_ups": "2"}, {"option.": "2"}, {"option.follow_ups": "2" * 201}])
def test_an_option_that_is_none_or_endless_cannot_be_chosen(fields: dict[str, str]) -> None:
    with pytest.raises(UnknownChoiceError):
        Desk.laid(SAMPLE, EVENT, "one-page").chosen(fields)


def test_an_option_may_be_long() -> None:
    chosen = Desk.laid(SAMPLE, EVENT, "one-page").chosen({"option.follow_ups": "2" * 200})
    assert chosen.settings == (("follow_ups", "2" * 200),)


def test_options_are_offered_as_they_are_set(monkeypatch: pytest.MonkeyPatch, mine: Path) -> None:
    table = 'name = "M"\nextends = "policy-brief"\n[options.tone]\ndefault = "dry"\nchoices = ["dry", "wet"]\n'
    (mine / "template.toml").write_text(table, encoding="utf-8")
    monkeypatch.chdir(mine.parent)
    offered = json.loads(json.dumps(Desk.laid(SAMPLE, EVENT, "mine").offer()))
    (options,) = [one["options"] for one in offered["templates"] if one["id"] == "mine"]
    assert {"name": "tone", "type": "text", "default": "dry", "purpose": "", "choices": ["dry", "wet"]} in options
    assert ("all_source_notes", "flag", "no") in [(one["name"], one["type"], one["default"]) for one in options]


def test_a_template_that_is_added_is_offered_and_its_folder_watched(tmp_path: Path, mine: Path) -> None:
    desk = Desk.laid(SAMPLE, EVENT, "policy-brief")
    assert "late" not in {one.key for one in desk.templates()}
    shutil.copytree(mine, tmp_path / "templates" / "late")
    assert "late" in {one.key for one in desk.templates()}
    assert (tmp_path / "templates").resolve() in desk.folders()
    assert (tmp_path / "templates" / "late").resolve() not in desk.folders()


def test_no_folder_is_watched_that_is_not_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    folders = Desk.laid(SAMPLE, EVENT, "policy-brief").folders()
    assert (tmp_path / "templates").resolve() not in folders
    assert folders == {folder for folder in folders if folder.is_dir()} != set()


def test_without_a_language_the_first_of_the_template_is_chosen(mine: Path) -> None:
    assert Desk.laid(SAMPLE, EVENT, str(mine)).first.language == "ko"
    assert Desk.laid(SAMPLE, EVENT, "policy-brief").first.language == "en"


def test_a_choice_is_the_same_in_whatever_order_its_options_are_named() -> None:
    desk = Desk.laid(SAMPLE, EVENT, "one-page")
    fields = {"option.follow_ups": "2", "option.all_source_notes": "yes"}
    assert desk.chosen(fields) == desk.chosen(dict(reversed(fields.items())))


def test_a_template_without_a_language_that_is_one_is_shown_in_those_of_the_house(mine: Path) -> None:
    (mine / "labels" / "ko.toml").rename(mine / "labels" / "klingon.toml")
    assert Desk.laid(SAMPLE, EVENT, str(mine)).first.language == "en"


def test_each_template_is_offered_once_and_an_event_without_a_title_by_its_id(tmp_path: Path) -> None:
    shutil.copytree(SAMPLE, tmp_path / "briefs")
    path = tmp_path / "briefs" / EVENT / "event.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("title:", "titel:", 1), encoding="utf-8")
    desk = Desk.laid(tmp_path / "briefs", EVENT, "policy-brief")
    keys = [one.key for one in desk.templates()]
    assert len(keys) == len(set(keys)) > 1
    assert desk.offer()["events"] == [{"id": EVENT, "name": f"2026-03-05 {EVENT}"}]


def test_a_choice_is_read_back_from_its_fields() -> None:
    desk = Desk.laid(SAMPLE, EVENT, "policy-brief", as_of=Day.at("2026-03-09"))
    assert desk.chosen(desk.first.fields) == desk.first
    assert desk.chosen({}).as_of is None


def test_a_template_named_by_its_folder_can_be_chosen_and_is_watched_with_its_base(mine: Path) -> None:
    desk = Desk.laid(SAMPLE, EVENT, str(mine))
    assert desk.chosen({"template": str(mine)}).template == str(mine)
    assert {mine.resolve(), SAMPLE.resolve()} <= desk.folders()
    assert "policy-brief" in {folder.name for folder in desk.folders()}
    with pytest.raises(UnknownChoiceError):
        Desk.laid(SAMPLE, EVENT, "policy-brief").chosen({"template": str(mine)})


def test_only_languages_in_which_a_brief_can_be_made_are_offered(mine: Path) -> None:
    desk = Desk.laid(SAMPLE, EVENT, str(mine))
    assert desk.chosen({"language": "ko"}).language == "ko"
    with pytest.raises(UnknownChoiceError):
        desk.chosen({"language": "fr"})
