"""Where words come from: what the panel of the preview tells of those that are pointed at."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from previewing import EVENT, brief, place, says, shown

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

    from previewing import Running

DATA = f"briefs/{EVENT}/event.yaml"
BOTTOM_LINE = "Northland and Southland agreed to reopen the coastal ferry"
FOCUSED = "() => JSON.parse(document.activeElement.dataset.origins)[0][3].replace('label.', '')"
"""The field or label of the words that have the focus."""


def test_a_click_on_words_shows_from_which_field_of_which_file_they_come(page: Page) -> None:
    brief(page).get_by_text(BOTTOM_LINE).click()
    says(page, "#panel-lines li[aria-current]", f"text: {BOTTOM_LINE}")
    assert place(page)["Field"] == "bottom_line[bottom-1].text"
    assert place(page)["File"] == DATA
    assert re.fullmatch(r"\d+, column 11", place(page)["Line"])


def test_words_are_reached_and_asked_for_with_the_keyboard_alone(page: Page) -> None:
    focused = "() => document.activeElement.tagName"
    for _ in range(20):
        page.keyboard.press("Tab")
        if page.evaluate(focused) == "IFRAME":
            break
    frame = next(one for one in page.frames if one.parent_frame)
    for _ in range(20):
        if frame.evaluate("() => document.activeElement.dataset.origins || ''"):
            break
        page.keyboard.press("Tab")
    first = str(frame.evaluate(FOCUSED))
    page.keyboard.press("ArrowRight")
    second = str(frame.evaluate(FOCUSED))
    assert first
    assert second not in ("", first)
    page.keyboard.press("Enter")
    says(page, "#panel-place dd", second)
    assert page.evaluate("() => document.activeElement.id") == "panel-title"
    page.keyboard.press("Escape")
    assert page.locator("#panel").is_hidden()
    assert page.evaluate(focused) == "IFRAME"
    assert frame.evaluate(FOCUSED) == second


def test_the_panel_leads_back_to_the_same_words_when_the_page_has_been_made_anew(
    page: Page, running: Running, original: Path
) -> None:
    assert original
    words = brief(page).get_by_text("Both ministers want the first crossing")
    origins = str(words.get_attribute("data-origins"))
    words.click()
    says(page, "#panel-place dd", json.loads(origins)[0][3])
    running.write(DATA, BOTTOM_LINE, "Another bottom line")
    says(brief(page), ".bottom-line", "Another bottom line")
    assert page.evaluate("() => document.activeElement.id") == "panel-title"
    assert brief(page).locator(".chosen").get_attribute("data-origins") == origins
    page.keyboard.press("Escape")
    assert brief(page).locator(":focus").get_attribute("data-origins") == origins


def test_a_date_leads_to_its_field(page: Page) -> None:
    brief(page).locator("dl.header dd", has_text="9\u00a0March\u00a02026").first.locator("span").click()
    says(page, "#panel-lines li[aria-current]", "date: 2026-03-09")
    assert place(page)["Field"] == "header.date"


def test_a_status_leads_to_its_field_and_names_the_label_that_says_it(page: Page) -> None:
    brief(page).locator(".badge span").first.click()
    says(page, "#panel-lines li[aria-current]", "status: open")
    assert place(page)["File"] == "briefs/follow-ups.yaml"
    says(page, "#panel-more", "They are made of:")
    both = page.locator("#panel-fields button")
    assert both.evaluate_all("all => all.map(one => one.ariaPressed)") == ["true", "false"]
    both.nth(1).click()
    says(page, "#panel-lines li[aria-current]", 'open = "open"')
    assert place(page)["Label"] == "open"
    assert place(page)["File"].endswith("labels/en.toml")
    assert both.evaluate_all("all => all.map(one => one.ariaPressed)") == ["false", "true"]
    assert brief(page).locator(".chosen").inner_text() == "open"


def test_a_label_names_its_file_and_its_key_and_the_fields_beside_it(page: Page) -> None:
    brief(page).get_by_text("Version", exact=True).first.click()
    says(page, "#panel-title", "Words of the template")
    says(page, "#panel-lines li[aria-current]", 'version_term = "Version"')
    assert place(page)["Label"] == "version_term"
    brief(page).locator(".bottom-line .title span").click()
    says(page, "#panel-lines li[aria-current]", "bottom_line = ")


def test_words_of_a_template_name_its_file_and_line_and_the_fields_beside_them(page: Page, mine: Path) -> None:
    words = "{% block summary %}\n# Summary\n\nThis was {{ event.occasion }}.\n\n{% endblock %}\n"
    template = f"{{% extends 'policy-brief/brief.md.j2' %}}\n\n{words}"
    (mine / "brief.md.j2").write_text(template, encoding="utf-8")
    brief(page).locator("p span", has_text="This was").click()
    says(page, "#panel-title", "Words of the template")
    says(page, "#panel-lines li[aria-current]", "This was {{ event.occasion }}.")
    assert place(page)["File"] == "templates/mine/brief.md.j2"
    says(page, "#panel-more", "In the same paragraph stand:")
    page.locator("#panel-fields button", has_text="occasion").click()
    says(page, "#panel-lines li[aria-current]", "occasion: Southport, 5 March 2026")


def test_a_click_between_words_names_the_fields_beside_it(page: Page) -> None:
    brief(page).locator("h2 .number").first.click()
    says(page, "#panel-title", "No field of its own")
    page.keyboard.press("Escape")
    assert page.locator("#panel").is_hidden()


def test_words_of_a_drawing_lead_to_their_fields_by_mouse_and_keyboard(page: Page) -> None:
    label = brief(page).locator("svg text", has_text="2 open")
    label.click()
    says(page, "#panel-lines li[aria-current]", "status: open")
    assert len(shown(page, "#panel-fields button")) == 3
    page.keyboard.press("Escape")
    assert label.evaluate("one => one === document.activeElement")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("Enter")
    says(page, "#panel-lines li[aria-current]", "status: open")
    assert label.get_attribute("role") == "button"


def test_a_click_beside_the_words_of_a_drawing_names_all_its_fields(page: Page) -> None:
    brief(page).locator("svg rect").first.click()
    says(page, "#panel-title", "No field of its own")
    assert len(shown(page, "#panel-fields button")) == 2
