"""The preview for those who use no mouse, no eyes, large letters or little motion."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from previewing import EVENT, brief, says, shown

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, Page

    from previewing import Running

DATA = f"briefs/{EVENT}/event.yaml"
LEAST = 4.5
"""Contrast of text with what lies behind it (WCAG 2.2, 1.4.3)."""

UNNAMED = """() => [...document.querySelectorAll("a, button, input, select, iframe")].filter((one) => {
  const name = one.labels?.[0]?.textContent || one.title || one.textContent;
  return one.checkVisibility() && !name.trim();
}).map((one) => one.outerHTML)"""

LOW = """(least) => {
  const light = ([r, g, b]) => [r, g, b].map((one) => one / 255)
    .map((one) => (one <= 0.04045 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4))
    .reduce((sum, one, at) => sum + one * [0.2126, 0.7152, 0.0722][at], 0);
  const colour = (words) => words.match(/[\\d.]+/g).map(Number);
  const behind = (one) => {
    for (; one; one = one.parentElement) {
      const found = colour(getComputedStyle(one).backgroundColor);
      if (found[3] !== 0) return found;
    }
    return [255, 255, 255];
  };
  const own = (one) => [...one.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim());
  return [...document.querySelectorAll("body *")].filter((one) => own(one) && one.checkVisibility()).filter((one) => {
    const [low, high] = [light(colour(getComputedStyle(one).color)), light(behind(one))].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05) < least;
  }).map((one) => one.outerHTML);
}"""


@pytest.fixture
def spoiled(page: Page, running: Running, original: Path) -> Page:
    """The preview with an error, a warning and all its parts in view."""
    assert original
    running.write(DATA, "No timetable is set.", "No timetable is set. " * 40)
    says(page, "#problems h3", "1 warning")
    running.write(DATA, "party: berg", "party: bergg")
    says(page, "#problems h3.warning", "1 warning")
    page.locator("#problems button.error").click()
    says(page, "#panel-lines", "bergg")
    return page


def test_landmarks_headings_and_lists_are_told_apart(spoiled: Page) -> None:
    spoiled.keyboard.press("Escape")
    told = spoiled.locator("body").aria_snapshot()
    for line in (
        "- banner:",
        '- heading "Preview" [level=1]',
        '- form "What is shown":',
        '- combobox "Event":',
        '- checkbox "Draft"',
        '- group "Options of the template":',
        "- status: ",
        '- main "The brief":',
        '- button "Show a draft"',
        '- complementary "Problems and origins":',
        '- region "2 problems":',
        '- heading "1 error" [level=3]',
        'button "error: there is no party',
    ):
        assert line in told, (line, told)


def test_all_that_can_be_used_has_a_name(spoiled: Page) -> None:
    assert spoiled.evaluate(UNNAMED) == []


def test_words_stand_out_from_what_lies_behind_them(spoiled: Page) -> None:
    assert spoiled.evaluate(LOW, LEAST) == []
    assert spoiled.evaluate(LOW, 22)  # it would find some


def test_tab_leads_from_the_link_past_the_head_through_it_to_the_brief_and_on(page: Page) -> None:
    order = []
    for _ in range(16):
        page.keyboard.press("Tab")
        order.append(page.evaluate("() => document.activeElement.id || document.activeElement.className"))
        seen = "() => getComputedStyle(document.activeElement).outlineStyle"
        assert page.evaluate("() => document.activeElement.tagName") == "IFRAME" or page.evaluate(seen) == "solid"
        if page.evaluate("() => document.activeElement.tagName") == "IFRAME":
            break
    once = list(dict.fromkeys(order))
    assert once[:6] == ["skip", "event", "template", "language", "as-of", "draft"]
    assert once[6] == "option.all_source_notes"
    assert [name for name in once[7:] if not name.startswith("option.")][:2] == ["docx", "pdf"]


def test_the_link_past_the_head_leads_to_the_brief(page: Page) -> None:
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("() => document.activeElement.id") == "brief"


@pytest.mark.parametrize("width", [1280, 640, 320], ids=["whole", "at-200-percent", "at-400-percent"])
def test_nothing_is_cut_or_scrolled_sideways_however_large_the_letters(spoiled: Page, width: int) -> None:
    spoiled.set_viewport_size({"width": width, "height": 800})
    assert spoiled.evaluate("() => document.scrollingElement.scrollWidth") <= width
    for selector in ("#event", "#docx", "#status", "#show-draft", "#problems button", "#close"):
        box = spoiled.locator(selector).first.bounding_box()
        assert box
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= width


def test_nothing_moves_for_those_who_want_no_motion_and_it_is_light_at_night(
    browser: Browser, running: Running
) -> None:
    page = browser.new_page(reduced_motion="reduce", color_scheme="dark")
    page.goto(running.address)
    says(page, "#status", "Up to date")
    still = (
        "() => [...document.querySelectorAll('*')].every((one) => getComputedStyle(one).transitionDuration === '0s')"
    )
    assert page.evaluate(still)
    assert page.evaluate("() => getComputedStyle(document.body).color") == "rgb(28, 37, 48)"
    assert page.evaluate("() => getComputedStyle(document.querySelector('select')).backgroundColor") == (
        "rgb(255, 255, 255)"
    )
    assert page.evaluate(LOW, LEAST) == []
    page.close()


def test_pages_are_cut_where_those_of_the_pdf_begin(page: Page) -> None:
    cuts = brief(page).locator("[data-begins]")
    cuts.first.wait_for()
    assert cuts.evaluate_all("all => all.map(one => one.dataset.begins)") == ["Page 2 of 2"]
    heights = cuts.first.evaluate("""one => {
      const band = getComputedStyle(one, "::before");
      const width = parseFloat(band.width) + parseFloat(band.paddingRight);
      return [band.position, width >= document.body.offsetWidth, parseFloat(band.height) > 20];
    }""")
    assert heights == ["absolute", True, True]
    assert shown(page, "#status")[0].endswith("2 pages: no problems")
