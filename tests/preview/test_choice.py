from __future__ import annotations

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
    assert Desk.laid(SAMPLE, None, "policy-brief", None).first.event == EVENT


@pytest.mark.parametrize(("event", "hint"), [("first-meting", "did you mean"), ("x", "known: first-meeting")])
def test_an_event_that_is_not_there_is_told_with_those_that_are(event: str, hint: str) -> None:
    with pytest.raises(BriefError, match=hint):
        Desk.laid(SAMPLE, event, "policy-brief", None)


def test_a_folder_without_events_is_told(tmp_path: Path) -> None:
    with pytest.raises(BriefError, match="there is no event"):
        Desk.laid(tmp_path, None, "policy-brief", None)


def test_a_template_that_is_not_there_is_told() -> None:
    with pytest.raises(BriefError, match="there is no template 'policy-breif'"):
        Desk.laid(SAMPLE, EVENT, "policy-breif", None)


def test_a_choice_is_read_back_from_its_fields() -> None:
    desk = Desk.laid(SAMPLE, EVENT, "policy-brief", Day.at("2026-03-09"))
    assert desk.chosen(desk.first.fields) == desk.first
    assert desk.chosen({}).as_of is None


def test_a_template_named_by_its_folder_can_be_chosen_and_is_watched_with_its_base(mine: Path) -> None:
    desk = Desk.laid(SAMPLE, EVENT, str(mine), None)
    assert desk.chosen({"template": str(mine)}).template == str(mine)
    assert {mine.resolve(), SAMPLE.resolve()} <= desk.folders()
    assert "policy-brief" in {folder.name for folder in desk.folders()}
    with pytest.raises(UnknownChoiceError):
        Desk.laid(SAMPLE, EVENT, "policy-brief", None).chosen({"template": str(mine)})


def test_only_languages_in_which_a_brief_can_be_made_are_offered(mine: Path) -> None:
    desk = Desk.laid(SAMPLE, EVENT, str(mine), None)
    assert desk.chosen({"language": "ko"}).language == "ko"
    with pytest.raises(UnknownChoiceError):
        desk.chosen({"language": "fr"})
