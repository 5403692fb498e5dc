"""What is chosen above the page, in a browser: options of the template, a draft, what is new in the folder."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from PIL import Image

from previewing import EVENT, PATIENCE, brief, says, shown

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, Page, Route

    from previewing import Running

DATA = f"briefs/{EVENT}/event.yaml"
BOTTOM_LINE = "Northland and Southland agreed to reopen the coastal ferry"
MANIFEST = """\
name = "Mine"
extends = "policy-brief"

[options.tone]
default = "plain"
choices = ["plain", "solemn"]
purpose = "how it begins"

[options.times]
type = "number"
default = 1
purpose = "how often it is said"

[options.loud]
type = "flag"
default = true
"""
PART = "{{ option.tone }} times {{ option.times }} {% if option.loud %}loudly{% else %}softly{% endif %}\n\n"


def options(page: Page) -> dict[str, str]:
    """The options that can be chosen, and how they stand."""
    state = "all => all.map(one => [one.name, one.type === 'checkbox' ? String(one.checked) : one.value])"
    found: list[tuple[str, str]] = page.locator("#option-fields :is(input, select)").evaluate_all(state)
    return dict(found)


def test_options_of_the_template_are_chosen_above_the_page_and_hold_in_what_is_handed_out(
    page: Page, running: Running, mine: Path
) -> None:
    (mine / "template.toml").write_text(MANIFEST, encoding="utf-8")
    (mine / "parts").mkdir()
    (mine / "parts/front.md.j2").write_text(PART, encoding="utf-8")
    says(brief(page), "main", "plain times 1 loudly")
    offered = {"option.all_source_notes": "false", "option.tone": "plain", "option.times": "1", "option.loud": "true"}
    assert options(page).items() >= offered.items()
    assert page.get_by_label("times").get_attribute("aria-describedby") == "option.times-hint"
    page.get_by_label("tone").select_option("solemn")
    page.get_by_label("times").fill("3")
    page.get_by_label("loud").uncheck()
    says(brief(page), "main", "solemn times 3 softly")
    assert page.url.endswith("&option.tone=solemn&option.times=3&option.loud=no")
    says(page, "#status", "Up to date")
    page.reload()
    says(brief(page), "main", "solemn times 3 softly")
    says(page, "#status", "Up to date")
    asked = ["--set", "tone=solemn", "--set", "times=3", "--set", "loud=no"]
    with page.expect_download() as download:
        page.locator("#pdf").click()
    written = running.generate("--template", "mine", "--format", "pdf", *asked) / f"{EVENT}_mine.pdf"
    assert download.value.path().read_bytes() == written.read_bytes()
    page.get_by_label("Template", exact=True).select_option("one-page")
    says(page, "#option-fields", "follow ups")
    assert options(page)["option.follow_ups"] == "7"
    assert "option.tone" not in options(page)
    assert "option." not in page.url
    page.get_by_label("follow ups").fill("")
    page.get_by_label("Template", exact=True).focus()
    says(page, "#status", "Up to date")


def test_beside_an_error_the_last_good_page_stays_and_a_draft_may_be_asked_for(
    page: Page, running: Running, original: Path
) -> None:
    assert original
    running.write(DATA, "party: berg", "party: bergg")
    says(page, "#stale", "This is the last page that could be made, of ")
    says(page, "#stale", "Since then there is 1 error.")
    assert brief(page).get_by_text("DRAFT:").count() == 0
    page.get_by_role("button", name="Show a draft").click()
    says(brief(page), "header", "DRAFT: 1 problem")
    says(page, "#status", "A draft, up to date")
    assert page.locator("#status.failed").count() == 1
    assert page.get_by_role("checkbox", name="Draft", exact=True).is_checked()
    assert page.locator("#stale").is_hidden()
    says(page, "#problems h3.error", "1 error")
    for kind in ("docx", "pdf"):
        with page.expect_download() as download:
            page.locator(f"#{kind}").click()
        written = running.generate("--template", "mine", "--format", kind, "--draft") / f"{EVENT}_mine.{kind}"
        assert download.value.path().read_bytes() == written.read_bytes()


def test_every_problem_is_listed_by_severity_while_the_last_good_page_stays(
    page: Page, running: Running, original: Path
) -> None:
    assert original
    running.write(DATA, "No timetable is set.", "No timetable is set. " * 40)
    says(page, "#problems h3", "1 warning")
    running.write(DATA, "party: berg", "party: bergg")
    says(page, "#problems h3.error", "1 error")
    says(page, "#problems h3.warning", "1 warning")
    assert shown(page, "#problems h3") == ["1 error", "1 warning"]
    assert shown(page, "#problems .severity") == ["error: ", "warning: "]
    says(page, "#status", "Not up to date: 1 error, 1 warning; the last good page is shown, of ")
    page.locator("#problems button.warning").click()
    says(page, "#panel-lines li[aria-current]", "id: bottom-1")


def test_a_problem_that_stays_keeps_the_focus_and_a_click_that_is_under_way(
    page: Page, running: Running, original: Path
) -> None:
    assert original
    running.write(DATA, "No timetable is set.", "No timetable is set. " * 40)
    says(page, "#problems h3", "1 warning")
    page.locator("#problems button.warning").focus()
    running.write(DATA, "party: berg", "party: bergg")
    says(page, "#status", "Not up to date: 1 error, 1 warning")
    assert page.evaluate("() => document.activeElement.className") == "warning"
    error = page.locator("#problems button.error")
    error.hover()
    page.mouse.down()
    running.write(DATA, "No timetable is set. " * 40, "No timetable is set.")
    says(page, "#status", "Not up to date: 1 error; ")
    page.mouse.up()
    says(page, "#panel-lines li[aria-current]", "party: bergg")
    page.keyboard.press("Escape")
    assert page.evaluate("() => document.activeElement.className") == "error"


def test_a_page_that_is_hidden_asks_for_nothing_and_is_up_to_date_when_it_is_seen_again(
    browser: Browser, page: Page, running: Running, original: Path
) -> None:
    assert original
    page.evaluate(
        """() => {
          window.hide = (yes) => {
            Object.defineProperty(document, "hidden", { value: yes, configurable: true });
            document.dispatchEvent(new Event("visibilitychange"));
          };
          hide(true);
        }"""
    )
    running.write(DATA, BOTTOM_LINE, "What was saved while nobody looked")
    other = browser.new_page()
    other.goto(page.url)
    says(brief(other), ".bottom-line", "What was saved while nobody looked")
    other.close()
    assert BOTTOM_LINE in brief(page).locator(".bottom-line").inner_text()
    page.evaluate("() => hide(false)")
    says(brief(page), ".bottom-line", "What was saved while nobody looked")


def test_lines_that_come_late_are_not_shown_for_another_place(page: Page) -> None:
    held: list[Route] = []
    page.route("**/lines?*", lambda route: held.append(route), times=1)  # noqa: PLW0108 - Playwright reads its signature
    brief(page).get_by_text("Both ministers want the first crossing").click()
    brief(page).get_by_text(BOTTOM_LINE).click()
    says(page, "#panel-lines li[aria-current]", BOTTOM_LINE)
    with page.expect_request_finished(lambda request: "/lines?" in request.url):
        held[0].continue_()
    page.evaluate("() => fetch('/offer').then((answer) => answer.json())")
    says(page, "#panel-lines li[aria-current]", BOTTOM_LINE)


def test_what_is_new_in_the_folder_can_be_chosen_without_a_reload(page: Page, running: Running) -> None:
    folder, template = running.workspace / "briefs/third-meeting", running.workspace / "templates/other"
    page.evaluate("() => { window.same = true }")
    try:
        shutil.copytree(running.workspace / "briefs" / EVENT, folder)
        shutil.copytree(running.workspace / "templates/mine", template)
        for field, value in (("event", "third-meeting"), ("template", "other")):
            page.locator(f"#{field} option[value={value}]").wait_for(state="attached", timeout=PATIENCE)
        assert page.locator("#event").input_value() == EVENT
        page.locator("#event").select_option("third-meeting")
        page.locator("#template").select_option("other")
        says(page, "#status", "Up to date")
        page.locator("#template").select_option("mine")
        says(page, "#status", "Up to date")
    finally:
        shutil.rmtree(folder)
        shutil.rmtree(template)
    says(page, "#status", "Not up to date")
    says(page, "#event option:checked", "third-meeting (not there)")
    page.locator("#event").select_option(EVENT)
    says(page, "#status", "Up to date")
    assert page.evaluate("() => window.same")


def test_a_logo_is_shown(page: Page, mine: Path) -> None:
    Image.new("RGB", (4, 2), "navy").save(mine / "logo.png")
    style = mine / "style.toml"
    style.write_text('[logo]\nfile = "logo.png"\nalt = "House"\n' + style.read_text(encoding="utf-8"), encoding="utf-8")
    logo = brief(page).get_by_alt_text("House")
    logo.wait_for(timeout=PATIENCE)
    page.reload()
    logo.wait_for(timeout=PATIENCE)
    assert logo.evaluate("one => one.complete && one.naturalWidth") == 4
