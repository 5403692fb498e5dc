"""The preview in a browser: what it shows after a save, and where words come from."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from brief.style.faces import packaged_family
from previewing import EVENT, PATIENCE, brief, place, says, shown

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

    from previewing import Running

DATA = f"briefs/{EVENT}/event.yaml"
BOTTOM_LINE = "Northland and Southland agreed to reopen the coastal ferry"
HOUSE = """[faces.serif]
name = "House"
regular = "House.ttf"
italic = "House.ttf"
bold = "House.ttf"
bold_italic = "House.ttf"
"""
HAS_HOUSE = """() => [...document.querySelector("main iframe:not(.coming)").contentDocument.fonts].some(
  (face) => face.family === "House" && face.status === "loaded")"""


def test_it_shows_the_brief_with_its_pages_its_choices_and_no_problems(page: Page) -> None:
    says(brief(page), "h1", "Northland and Southland agree")
    says(page, "#status", "2 pages")
    says(page, "#problems-title", "No problems")
    assert shown(page, "select[name=event] option")[0].startswith("2026-03-05 Northland and Southland")
    templates = page.locator("select[name=template] option").evaluate_all("all => all.map(one => one.value)")
    assert templates[0] == "mine"
    assert {"policy-brief", "one-page", "report-ko"} < set(templates)
    assert shown(page, "select[name=language] option")[0] == "English"


@pytest.mark.parametrize(
    ("file", "old", "new", "selector", "words"),
    [
        (DATA, BOTTOM_LINE, "Both sides agreed <b>again</b>", ".bottom-line", "Both sides agreed <b>again</b>"),
        ("briefs/people.yaml", "Anna Berg", "Anna Bergson", "main", "Anna Bergson"),
        ("templates/mine/labels/en.toml", "", 'bottom_line = "In short"\n', ".bottom-line .title", "In short"),
    ],
    ids=["data", "register", "labels"],
)
def test_what_is_saved_is_shown(
    page: Page, running: Running, file: str, old: str, new: str, selector: str, words: str
) -> None:
    path = running.workspace / file
    before = path.read_text(encoding="utf-8")
    path.write_text(before.replace(old, new) if old else new + before, encoding="utf-8")
    try:
        says(brief(page), selector, words)
        says(page, "#status", "Up to date")
    finally:
        path.write_text(before, encoding="utf-8")


def test_a_saved_style_is_shown(page: Page, running: Running) -> None:
    from playwright.sync_api import expect

    style = running.workspace / "templates/mine/style.toml"
    before = style.read_text(encoding="utf-8")
    style.write_text(f'{before}\n[colours]\nstructure = "#7a0019"\n', encoding="utf-8")
    try:
        title = brief(page).locator(".bottom-line").first
        expect(title).to_have_css("border-left-color", "rgb(122, 0, 25)", timeout=PATIENCE)
    finally:
        style.write_text(before, encoding="utf-8")


def test_a_brief_is_set_in_the_faces_of_its_style_whatever_fonts_the_machine_has(
    page: Page, running: Running, mine: Path
) -> None:
    says(brief(page), "h1", "Northland")
    faces = "one => [...one.ownerDocument.fonts].map((face) => [face.family, face.weight, face.style, face.status])"
    found = brief(page).locator("html").evaluate(faces)
    assert ["Source Serif Pro", "600 900", "normal", "loaded"] in found
    assert ["Source Sans Pro", "400", "italic", "loaded"] in found
    assert {status for *_, status in found} == {"loaded"}
    assert page.request.get(f"{running.address}face/unknown").status == 404
    (mine / "fonts").mkdir()
    (mine / "fonts/House.ttf").write_bytes(packaged_family("Source Sans Pro").bold.content)
    style = mine / "style.toml"
    style.write_text(f"{style.read_text(encoding='utf-8')}\n{HOUSE}", encoding="utf-8")
    page.wait_for_function(HAS_HOUSE, timeout=PATIENCE)
    names = {family for family, *_ in brief(page).locator("html").evaluate(faces)}
    assert names == {"House", "Source Sans Pro", "Noto Sans KR"}


def test_an_error_keeps_the_last_good_page_and_lists_the_problem_with_its_line(
    page: Page, running: Running, original: Path
) -> None:
    assert original
    running.write(DATA, "party: berg", "party: bergg")
    says(page, "#status", "Not up to date: 1 error; the last good page is shown, of ")
    says(page, "#stale", "This is the last page that could be made, of ")
    says(brief(page), ".bottom-line", BOTTOM_LINE)
    assert page.locator("#docx").get_attribute("href") is None
    page.locator("#problems button.error").click()
    says(page, "#panel-lines li[aria-current]", "party: bergg")
    assert place(page)["File"] == DATA
    number = place(page)["Line"].partition(",")[0]
    assert page.locator("#panel-lines li[aria-current]").get_attribute("value") == number
    assert len(shown(page, "#panel-lines li")) == 9
    running.write(DATA, "party: bergg", "party: berg")
    says(page, "#status", "Up to date")
    says(page, "#problems-title", "No problems")


def test_a_reader_stays_where_he_was_when_lines_are_added_above(page: Page, running: Running, original: Path) -> None:
    assert original
    frame = brief(page)
    heading = frame.locator("h2").nth(2)
    heading.evaluate("one => one.scrollIntoView()")
    assert heading.evaluate("one => one.ownerDocument.scrollingElement.scrollTop") > 0
    stood = heading.evaluate("one => one.getBoundingClientRect().top")
    running.write(DATA, BOTTOM_LINE, "The words go on and on. " * 12 + BOTTOM_LINE)
    says(frame, ".bottom-line", "The words go on and on.")
    assert heading.evaluate("one => one.getBoundingClientRect().top") == pytest.approx(stood, abs=2)


def test_everything_has_a_name_for_those_who_hear_it(page: Page) -> None:
    assert page.get_by_role("main", name="The brief").count() == 1
    assert page.get_by_role("complementary", name="Problems and origins").count() == 1
    assert page.get_by_role("status").count() == 1
    for name in ("Event", "Template", "Language", "As of"):
        assert page.get_by_label(name, exact=True).count() == 1
    assert page.locator("main iframe:not(.coming)").get_attribute("title") == "The brief"


def test_another_event_template_and_day_are_chosen_and_stand_in_the_address(page: Page) -> None:
    page.get_by_label("Event", exact=True).select_option("second-meeting")
    page.get_by_label("Template", exact=True).select_option("policy-brief")
    says(page, "#status", "Up to date")
    page.get_by_label("As of", exact=True).fill("2020-01-01")
    page.keyboard.press("Enter")
    says(page, "#status", "Not up to date: ")
    says(page, "#nothing", "No page yet")
    assert page.url.endswith("/?event=second-meeting&template=policy-brief&language=en&as-of=2020-01-01")


@pytest.mark.parametrize("kind", ["docx", "pdf"])
def test_a_download_is_what_brief_generate_writes(page: Page, running: Running, kind: str) -> None:
    with page.expect_download() as download:
        page.locator(f"#{kind}").click()
    written = running.generate("--template", "mine", "--format", kind) / f"{EVENT}_mine.{kind}"
    assert download.value.suggested_filename == written.name
    assert download.value.path().read_bytes() == written.read_bytes()


def test_words_that_look_like_markup_stay_words_in_problems_and_lines(
    page: Page, running: Running, original: Path
) -> None:
    assert original
    running.write(DATA, "party: berg", 'party: "<img src=x onerror=alert(1)>"')
    says(page, "#status", "Not up to date")
    page.locator("#problems button.error").first.click()
    says(page, "#panel-lines li[aria-current]", "<img src=x onerror=alert(1)>")
    assert page.locator("aside img").count() == 0
